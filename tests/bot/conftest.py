"""Wat de tests van deze kamer delen."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.gesprekken import Gesprekken
from bot.opslag.geheugen import GeheugenOpslag
from bot.opslag.poort import Opslag
from bot.opslag.postgres.opslag import PostgresOpslag
from bot.opslag.sqlite import SqliteOpslag
from bot.opslag.versleuteld import ontsluit
from bot.opstarten import Kern, richt_in, webserver
from tests import postgres
from tests.bot.nep import SLEUTEL, NepDialoog, Teller, klok
from tests.bot.tab import GEEN_GROND, Client, Start, Tab, open_tab
from tests.conftest import map_van_de_ronde


@pytest.fixture
def databestand(tmp_path: Path) -> Path:
    return tmp_path / "gegevens" / "weegwijzer.sqlite3"


@pytest.fixture(scope="session")
def pgdatabase(pytestconfig: pytest.Config) -> Iterator[str]:
    """The address of a database of this process, on the server of this run."""
    server = postgres.vind(map_van_de_ronde(pytestconfig))
    if server is None:
        pytest.skip("hier is geen PostgreSQL, en er is er geen te starten")
    with postgres.database(server) as adres:
        yield adres


@pytest.fixture
async def pgadres(pgdatabase: str) -> AsyncIterator[str]:
    """The address of a database with nothing in it."""
    yield pgdatabase
    await postgres.leeg(pgdatabase)


@pytest.fixture
async def pgopslag(pgadres: str) -> AsyncIterator[PostgresOpslag]:
    opslag = await PostgresOpslag.open(pgadres, wachttijd=0.5)
    yield opslag
    await opslag.sluit()


@pytest.fixture
async def versleuteld(sqlite: SqliteOpslag) -> Opslag:
    """SQLite that sees only what is sealed."""
    return await ontsluit(sqlite, SLEUTEL)


@pytest.fixture(params=["geheugen", "sqlite", "pgopslag", "versleuteld"])
def opslag(request: pytest.FixtureRequest) -> Opslag:
    """Every implementation of the port."""
    gevraagd: Opslag = request.getfixturevalue(request.param)
    return gevraagd


@pytest.fixture
def geheugen() -> GeheugenOpslag:
    return GeheugenOpslag()


@pytest.fixture
async def sqlite(databestand: Path) -> AsyncIterator[SqliteOpslag]:
    opslag = await SqliteOpslag.open(databestand, wachttijd=0.05)
    yield opslag
    await opslag.sluit()


@pytest.fixture
def kern(sqlite: SqliteOpslag) -> Kern:
    return richt_in(sqlite, klok, Teller(), NepDialoog())


@pytest.fixture
def gesprekken(kern: Kern) -> Gesprekken:
    return kern.gesprekken


@pytest.fixture
async def start(databestand: Path) -> AsyncIterator[Start]:
    """Start a server on the same database, again and again."""
    async with AsyncExitStack() as open_:

        async def begin() -> Client:
            opslag = await SqliteOpslag.open(databestand)
            open_.push_async_callback(opslag.sluit)
            app = webserver(richt_in(opslag, klok, Teller()))
            client: Client = TestClient(TestServer(app, host="127.0.0.1"))
            return await open_.enter_async_context(client)

        yield begin


@pytest.fixture
async def client(start: Start) -> Client:
    return await start()


@pytest.fixture
async def tab(client: Client) -> Tab:
    return await open_tab(client)


@pytest.fixture
async def bewaard(tab: Tab) -> Tab:
    """A page on which a weighing was just kept, as WW-2026-0001."""
    await tab.zeg(*GEEN_GROND, "bewaar")
    assert tab.beeld["bewaard_als"] == "WW-2026-0001"
    return tab
