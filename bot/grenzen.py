"""Hoeveel iemand mag vragen: zo houdt niemand een ander op."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

_ONTHOUDEN: Final = 10_000
"""So many people at a time; who was quiet longest is forgotten first."""


class Emmer:
    """So much at once, and so much a second after that; for each key."""

    def __init__(
        self, inhoud: int, per_seconde: float, klok: Callable[[], float] = time.monotonic
    ) -> None:
        self._inhoud = inhoud
        self._per_seconde = per_seconde
        self._klok = klok
        self._over: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def neem(self, sleutel: str) -> bool:
        """Take one; tell whether there was one left."""
        nu = self._klok()
        over, sinds = self._over.pop(sleutel, (float(self._inhoud), nu))
        over = min(self._inhoud, over + (nu - sinds) * self._per_seconde)
        kan = over >= 1
        self._over[sleutel] = (over - 1 if kan else over, nu)
        while len(self._over) > _ONTHOUDEN:
            self._over.popitem(last=False)
        return kan


@dataclass(frozen=True, slots=True)
class Grenzen:
    """What one person may ask of us. Wide for who types, narrow for a program that runs wild."""

    beurten: Emmer = field(default_factory=lambda: Emmer(120, 3))
    """Messages, and looking again."""
    gesprekken: Emmer = field(default_factory=lambda: Emmer(10, 10 / 60))
    """New conversations."""
    zoeken: Emmer = field(default_factory=lambda: Emmer(60, 5))
    """Looking something up."""
    zinnen: Emmer = field(default_factory=lambda: Emmer(1, 1 / 20))
    """How often we say that it is too much: who sends a thousand messages gets no thousand back."""


RUIM: Final = Grenzen(*(Emmer(10**9, 0) for _ in range(4)))
"""No bounds: for who has the program to themselves."""
