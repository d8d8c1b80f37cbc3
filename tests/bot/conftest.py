"""Wat de tests van deze kamer delen."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.gesprekken import Gesprekken
from bot.opslag.geheugen import GeheugenOpslag
from bot.opslag.poort import Opslag
from bot.opslag.sqlite import SqliteOpslag
from tests.bot.nep import NepDialoog, Teller, klok


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
def gesprekken(sqlite: SqliteOpslag) -> Gesprekken:
    return Gesprekken(sqlite, klok, Teller(), NepDialoog())
