"""Wat het kost dat een antwoord en wat gezegd wordt samen bewaard zijn, en bezorgd van daar."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bot.bezorgen import Bezorging
from bot.klok import nu
from bot.opslag.sqlite import SqliteOpslag
from bot.opslag.uitgaand import Uitgaand, Vastlegging
from tests.benchmarks.meten import Meting

MS: Final = 1e-3
_KEREN: Final = 300
_GESPREKKEN: Final = 200
_RIJEN: Final = 2000
_DOCUMENT: Final = {"dossier": "x" * 2500}
_BERICHT: Final = {"tekst": "x" * 800}


def metingen() -> Iterator[Meting]:
    """Measure, one line at a time."""
    with tempfile.TemporaryDirectory() as map_:
        uit = asyncio.run(_meet(Path(map_)))
    yield Meting("opslag: laden", uit["laden"], 1 * MS)
    yield Meting("opslag: beurt, uitgaand en gezien bewaren", uit["bewaren"], 5 * MS)
    yield Meting("opslag: een beurt in een gesprek van 10.000", uit["lang"], 5 * MS)
    yield Meting("bezorgen: van bewaard tot bezorgd, in rust", uit["wachten"], 10 * MS, 50 * MS)
    yield Meting("bezorgen: per rij bij een achterstand", uit["leeg"], 2 * MS)


async def _meet(map_: Path) -> dict[str, tuple[float, ...]]:
    opslag = await SqliteOpslag.open(map_ / "bank.sqlite3")
    tijden = _Tijden()
    versie: int | None = None
    for keer in range(_KEREN):
        wat = Vastlegging("g", nu(), _DOCUMENT, versie, _uit(), f"in-{keer}")
        with tijden("bewaren"):
            versie = await opslag.leg_vast(wat)
        with tijden("laden"):
            await opslag.laad("g")
            await opslag.is_gezien("g", "in-x")
    for keer in range(10_000 - _KEREN):
        await opslag._vraag("INSERT INTO inkomend VALUES ('g', ?, 0)", f"oud-{keer}")
    for keer in range(_KEREN):
        with tijden("lang"):
            versie = await opslag.leg_vast(
                Vastlegging("g", nu(), _DOCUMENT, versie, _uit(), f"lang-{keer}")
            )
    await _bezorg(opslag, tijden)
    await opslag.sluit()
    return {naam: tuple(waarden) for naam, waarden in tijden.alle.items()}


async def _bezorg(opslag: SqliteOpslag, tijden: _Tijden) -> None:
    aangekomen = asyncio.Event()

    async def kanaal(_: dict[str, Any]) -> None:
        aangekomen.set()

    bezorging = Bezorging(opslag, nu)
    for nummer in range(_RIJEN):
        await opslag.leg_vast(Vastlegging(f"g{nummer % _GESPREKKEN}", nu(), uit=_uit()))
    aantal = len(await opslag.uitgaand())
    begin = time.perf_counter()
    bezorging.sluit_aan("bank", kanaal)
    async with bezorging.draaiend():
        await bezorging.rust()
        tijden.alle["leeg"] = [(time.perf_counter() - begin) / aantal]
        for _ in range(_KEREN):
            aangekomen.clear()
            with tijden("wachten"):
                await opslag.leg_vast(Vastlegging("rust", nu(), uit=_uit()))
                begin = time.perf_counter()
                bezorging.wek()
                await aangekomen.wait()
            tijden.alle["wachten"][-1] = time.perf_counter() - begin
            await bezorging.rust()


def _uit() -> tuple[Uitgaand, ...]:
    return (Uitgaand("bank", _BERICHT, "plek"),)


class _Tijden:
    """Times by name."""

    def __init__(self) -> None:
        self.alle: dict[str, list[float]] = {}

    def __call__(self, naam: str) -> _Tijd:
        return _Tijd(self.alle.setdefault(naam, []))


class _Tijd:
    def __init__(self, waar: list[float]) -> None:
        self._waar = waar

    def __enter__(self) -> None:
        self._begin = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self._waar.append(time.perf_counter() - self._begin)


if __name__ == "__main__":
    from tests.benchmarks.meten import tabel

    tabel(metingen())
