"""Wat de tests van deze kamer delen."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.gesprekken import Gesprekken
from bot.opslag.geheugen import GeheugenOpslag
from bot.opslag.poort import Opslag
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import Kern, richt_in, webserver
from tests.bot.nep import NepDialoog, Teller, klok
from tests.bot.tab import GEEN_GROND, Client, Start, Tab, open_tab


@pytest.fixture
def databestand(tmp_path: Path) -> Path:
    return tmp_path / "gegevens" / "weegwijzer.sqlite3"


@pytest.fixture(params=["geheugen", "sqlite"])
async def opslag(request: pytest.FixtureRequest, databestand: Path) -> AsyncIterator[Opslag]:
    """Every implementation of the port."""
    if request.param == "geheugen":
        yield GeheugenOpslag()
        return
    sqlite = await SqliteOpslag.open(databestand, wachttijd=0.05)
    yield sqlite
    await sqlite.sluit()


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
