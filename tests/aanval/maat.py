"""Hoe lang een aanval duurt, en wat er gemeten is."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator
from typing import Final, NamedTuple

LANG: Final = os.environ.get("SOAK", "") == "1"
"""Set by `python -m tests.aanval`."""


MINUTEN: Final = float(os.environ.get("SOAK_MINUTEN", "30"))
"""How long the long form of all attacks together may take, more or less."""
_GEWOON: Final = 30.0
"""For so many minutes the numbers of cases were chosen."""


def keer(kort: int, lang: int) -> int:
    """Return how many cases this run has."""
    if not LANG or lang <= kort:
        return lang if LANG else kort
    return max(kort, round(lang * MINUTEN / _GEWOON))


def zolang(kort: int, deel: float) -> Iterator[int]:
    """Count the times: `kort` in a short run, else as long as this part of the minutes lasts."""
    eind = time.monotonic() + deel * MINUTEN * 60
    for nummer in itertools.count():
        if nummer >= kort and (not LANG or time.monotonic() > eind):
            return
        yield nummer


CIJFERS: Final = "cijfers"
"""Under this name a report of pytest holds the figures of its test."""


class Gezond(NamedTuple):
    """How long `/gezond` took, in milliseconds: in rest, and while something went on."""

    rust: float
    p99: float
    hoogste: float
    aantal: int


class Stand(NamedTuple):
    """What a server holds: memory, and open files."""

    mb: float
    bestanden: int


class Cijfers(dict[str, object]):
    """What an attack measured, by name."""

    def __init__(self) -> None:
        super().__init__()
        self.rust: float | None = None
        """The 99th of 100 answers of `/gezond` before anything went on, in milliseconds."""
        self.gezond: dict[str, Gezond] = {}
        self.standen: list[Stand] = []

    def hoogste(self, naam: str, waarde: float) -> None:
        """Keep the highest of what was measured under a name."""
        vorige = self.get(naam)
        self[naam] = round(max(waarde, vorige if isinstance(vorige, float) else 0.0), 3)
