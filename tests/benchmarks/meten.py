"""How we measure: each case apart, the quickest of three, so that a busy machine weighs less."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
RONDEN = 3
KB = 1024


@dataclass(frozen=True, slots=True)
class Meting:
    """One line of the table: times in seconds (or a size in bytes), and what they should be."""

    wat: str
    tijden: tuple[float, ...]
    mediaan_doel: float
    p99_doel: float | None = None
    in_bytes: bool = False

    @property
    def mediaan(self) -> float:
        """The middle time."""
        return statistics.median(self.tijden)

    @property
    def p99(self) -> float:
        """The time that one case in a hundred exceeds."""
        return sorted(self.tijden)[max(0, -(-len(self.tijden) * 99 // 100) - 1)]

    @property
    def op_tijd(self) -> bool:
        """It is as quick as it should be."""
        return self.mediaan <= self.mediaan_doel and (
            self.p99_doel is None or self.p99 <= self.p99_doel
        )


def per_geval(functie: Callable[[T], object], gevallen: Iterable[T]) -> tuple[float, ...]:
    """Time a function on every case, after one round to warm up."""
    alle = tuple(gevallen)
    for geval in alle:
        functie(geval)
    snelste = [float("inf")] * len(alle)
    for _ in range(RONDEN):
        for nummer, geval in enumerate(alle):
            begin = time.perf_counter()
            functie(geval)
            snelste[nummer] = min(snelste[nummer], time.perf_counter() - begin)
    return tuple(snelste)


def herhaald(functie: Callable[[], object], keren: int = 5) -> tuple[float, ...]:
    """Time something whole a few times."""
    tijden = []
    for _ in range(keren):
        begin = time.perf_counter()
        functie()
        tijden.append(time.perf_counter() - begin)
    return tuple(tijden)


def tabel(metingen: Iterable[Meting]) -> None:
    """Print the measurements as they come; on a busy machine a line may fail, so this does not."""
    _regel("wat", "mediaan", "p99", "doel", "")
    for meting in metingen:
        maat = _grootte if meting.in_bytes else _tijd
        doel = maat(meting.mediaan_doel)
        if meting.p99_doel is not None:
            doel += f" / {maat(meting.p99_doel)}"
        oordeel = "ok" if meting.op_tijd else "te veel"
        _regel(meting.wat, maat(meting.mediaan), maat(meting.p99), doel, oordeel)


def _regel(*cellen: str) -> None:
    breedten = (48, 10, 10, 18, 8)
    tekst = "  ".join(cel.ljust(breedte) for cel, breedte in zip(cellen, breedten, strict=True))
    sys.stdout.write(tekst.rstrip() + "\n")
    sys.stdout.flush()


def _tijd(seconden: float) -> str:
    if seconden < 1e-3:
        return f"{seconden * 1e6:.0f} µs"
    return f"{seconden * 1e3:.1f} ms" if seconden < 1 else f"{seconden:.2f} s"


def _grootte(bytes_: float) -> str:
    return f"{bytes_ / KB:.0f} KB"
