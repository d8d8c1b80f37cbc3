"""Wat versleutelen kost: laden en bewaren van één beurt, zonder en met sleutel.

`python -m tests.benchmarks.versleutelen [postgresql://...]`: milliseconds, a file unless told.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bot.opslag.poort import Opslag
from bot.opslag.postgres.opslag import PostgresOpslag
from bot.opslag.sleutels import Sleutels
from bot.opslag.sqlite import SqliteOpslag
from bot.opslag.uitgaand import Uitgaand, Vastlegging
from bot.opslag.versleuteld import VersleuteldeOpslag
from tests.bot.nep import NU, SLEUTEL

KEER = 300
DOCUMENT = {
    "dossier": {"antwoorden": [{"vraag": n, "tekst": "een reden " * 10} for n in range(80)]}
}
UIT = Uitgaand("teams", {"tekst": "wat er gezegd wordt " * 60}, "plek")


async def _beurten(opslag: Opslag, naam: str) -> list[float]:
    tijden: list[float] = []
    versie: int | None = None
    for nummer in range(KEER):
        begin = time.perf_counter()
        async with opslag.alleen(naam):
            await opslag.laad(naam)
            wat = Vastlegging(naam, NU, DOCUMENT | {"n": nummer}, versie, (UIT,), str(nummer))
            versie = await opslag.leg_vast(wat)
        tijden.append((time.perf_counter() - begin) * 1000)
    return tijden


async def meet(opslag: SqliteOpslag | PostgresOpslag) -> None:
    """Print both, by turns, so that what else runs here is in both."""
    dicht = VersleuteldeOpslag(opslag, Sleutels(SLEUTEL))
    gemeten: dict[str, list[float]] = {"zonder": [], "met": []}
    for ronde in range(4):
        gemeten["zonder"] += await _beurten(opslag, f"open {ronde}")
        gemeten["met"] += await _beurten(dicht, f"dicht {ronde}")
    for naam, tijden in gemeten.items():
        tijden.sort()
        p50, p95 = statistics.median(tijden), tijden[int(len(tijden) * 0.95)]
        sys.stdout.write(f"{naam} sleutel: p50 {p50:.2f} ms, p95 {p95:.2f} ms\n")


async def _draai(adres: str | None) -> None:
    with tempfile.TemporaryDirectory() as map_:
        opslag = await (
            PostgresOpslag.open(adres) if adres else SqliteOpslag.open(Path(map_) / "x.sqlite3")
        )
        try:
            await meet(opslag)
        finally:
            await opslag.sluit()


if __name__ == "__main__":
    asyncio.run(_draai(sys.argv[1] if sys.argv[1:] else None))
