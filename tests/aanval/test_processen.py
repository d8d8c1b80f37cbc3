"""Twee echte processen op één PostgreSQL: niets raakt weg of door elkaar, en niemand wacht."""

from __future__ import annotations

import asyncio
import itertools
import json
import shutil
import signal
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

import asyncpg
import pytest
from aiohttp import ClientError, ClientSession

from bot.wie import Wie
from tests.aanval.maat import LANG, Cijfers, keer
from tests.aanval.praters import ZINNEN, antwoorden, vooraf
from tests.aanval.proces import Server, activiteit, cpu, draaiend, stuur
from tests.bot.connector import Connector, connector
from tests.postgres import Wegwerp

_WACHT: Final = (
    "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype IN ('transactionid', 'tuple')"
)


@pytest.fixture
def pgserver() -> Iterator[Wegwerp]:
    server = Wegwerp.maak()
    if server is None:
        pytest.skip("hier is geen PostgreSQL te starten")
    # Stored is stored: what is measured is what somebody gets.
    server.start(fsync="on", synchronous_commit="on", full_page_writes="on")
    yield server
    server.stop(signal.SIGQUIT)
    shutil.rmtree(server.map, ignore_errors=True)


class Meting:
    """What the database does meanwhile."""

    def __init__(self, verbinding: asyncpg.Connection[Any]) -> None:
        self.verbinding = verbinding
        self.wachtend = 0

    async def kijk(self) -> None:
        """Count who waits for a row of somebody else, time and again."""
        while True:
            self.wachtend += await self.verbinding.fetchval(_WACHT)
            await asyncio.sleep(0.01)


@asynccontextmanager
async def _gemeten(server: Wegwerp) -> AsyncIterator[Meting]:
    """Watch the database for as long as the block runs, on a connection of its own."""
    kijker = Meting(await asyncpg.connect(server.adres()))
    taak = asyncio.create_task(kijker.kijk())
    try:
        yield kijker
    finally:
        taak.cancel()
        with suppress(asyncio.CancelledError):
            await taak
        await kijker.verbinding.close()


@asynccontextmanager
async def _processen(map_: Path, database: Wegwerp, hoeveel: int) -> AsyncIterator[list[Server]]:
    """Run so many servers on one database, each as good as it gets: all lists read."""
    adres = database.adres()
    async with AsyncExitStack() as open_:
        servers = [
            await open_.enter_async_context(
                draaiend(_map(map_ / f"{hoeveel}-{nummer}"), WEEGWIJZER_DATABASE_URL=adres)
            )
            for nummer in range(hoeveel)
        ]
        for nummer, server in enumerate(servers if LANG else ()):
            await _allen([server], [f"warm-{hoeveel}-{nummer}"])
            while await _nog_bezig(server, server.cpu()):
                pass
        yield servers


def _map(map_: Path) -> Path:
    map_.mkdir()
    return map_ / "data"


async def _nog_bezig(server: Server, eerder: float) -> bool:
    await asyncio.sleep(0.5)
    return server.cpu() - eerder > 0.02


def _cpu_van(server: Wegwerp) -> float:
    """Return the seconds of processor time of the database, with those that have ended."""
    kinderen = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    eigen = cpu(server.pid, met_kinderen=True)
    for kind in kinderen:
        with suppress(FileNotFoundError):
            eigen += cpu(int(kind))
    return eigen


async def _praat(
    sessie: ClientSession, servers: itertools.cycle[Server], namaak: Connector, wie: str
) -> int:
    """Say all there is to say, each message over the next server; return how many turns."""
    for nummer, zin in enumerate(ZINNEN):
        inhoud = activiteit(namaak.url, zin, nummer, wie=wie)
        while True:
            with suppress(ClientError, OSError):
                if await stuur(sessie, next(servers), inhoud) == 200:
                    break
            await asyncio.sleep(0.05)
    return len(ZINNEN)


async def _opgeslagen(server: Wegwerp, wie: str) -> tuple[Any, ...]:
    sleutel = Wie("teams", f"29:{wie}", via="msteams").gesprek(f"a:{wie}")
    verbinding = await asyncpg.connect(server.adres())
    inhoud = await verbinding.fetchval("SELECT inhoud FROM document WHERE sleutel = $1", sleutel)
    await verbinding.close()
    return antwoorden(json.loads(inhoud))


@pytest.mark.timeout(1200)
async def test_twee_processen_en_veel_gesprekken(
    tmp_path: Path, pgserver: Wegwerp, cijfers: Cijfers
) -> None:
    verwacht = (await vooraf())[-1]
    per_beurt: dict[int, float] = {}
    # What one costs beside two is only worth knowing of many.
    for hoeveel in (1, 2) if LANG else (2,):
        async with _processen(tmp_path, pgserver, hoeveel) as servers:
            mensen = [f"{hoeveel}-{nummer}" for nummer in range(keer(3, 250))]
            async with _gemeten(pgserver) as meting:
                voor = [_cpu_van(pgserver), *(server.cpu() for server in servers)]
                begin = time.monotonic()
                beurten = await _allen(servers, mensen)
                duur = time.monotonic() - begin
                na = [_cpu_van(pgserver), *(server.cpu() for server in servers)]
                na[0] -= cpu(meting.verbinding.get_server_pid())  # looking is no part of it
            assert meting.wachtend == 0, "gesprekken wachten op elkaar"
            per_beurt[hoeveel] = (sum(na) - sum(voor)) / beurten * 1000
            cijfers |= {
                f"{hoeveel} proces: ms cpu per beurt": round(per_beurt[hoeveel], 2),
                f"{hoeveel}: waarvan database": round((na[0] - voor[0]) / beurten * 1000, 2),
                f"{hoeveel}: beurten/s": round(beurten / duur, 1),
            }
            for wie in mensen:
                assert await _opgeslagen(pgserver, wie) == verwacht, wie
            assert not [r for server in servers for r in server.regels() if "ERROR" in r]
    if LANG:
        cijfers["verhouding cpu"] = round(per_beurt[2] / per_beurt[1], 3)


async def _allen(servers: list[Server], mensen: list[str]) -> int:
    """Let everybody talk at once, so many at a time; return how many turns that took."""
    tegelijk = asyncio.Semaphore(16)
    async with connector() as namaak, ClientSession() as sessie:

        async def een(nummer: int, wie: str) -> int:
            verdeler = itertools.cycle(servers)
            for _ in range(nummer % len(servers)):
                next(verdeler)
            async with tegelijk:
                return await _praat(sessie, verdeler, namaak, wie)

        return sum(await asyncio.gather(*(een(n, wie) for n, wie in enumerate(mensen))))
