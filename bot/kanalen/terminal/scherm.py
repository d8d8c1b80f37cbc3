"""Wat de terminal laat zien."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final, Self, TextIO

from bot.kanalen.tekst.berichten import te_tonen
from bot.kanalen.tekst.keuzes import als_tekst
from bot.kanalen.tekst.opmaak import Opmaak
from bot.reactie import Reactie
from dialogs.beeld.als_tekst import Bericht
from dialogs.beeld.gezegd import Gewist

_LEEG: Final = "\x1b[3J\x1b[H\x1b[2J"
"""Clears the screen of a terminal, and what it keeps above it."""


def is_gewist(reactie: Reactie) -> bool:
    """Tell whether the screen is to be cleared."""
    return any(isinstance(deel, Gewist) for deel in reactie.beeld.gezegd)


class Scherm:
    """Writes messages to a stream, as text a person can read."""

    def __init__(self, uitvoer: TextIO, opmaak: Opmaak) -> None:
        self._uitvoer = uitvoer
        self._opmaak = opmaak

    @classmethod
    def voor(cls, uitvoer: TextIO, omgeving: Mapping[str, str] = os.environ) -> Self:
        """Write in the layout that fits the stream."""
        return cls(uitvoer, Opmaak.voor(uitvoer, omgeving))

    def toon(self, reactie: Reactie) -> None:
        """Write all messages and flush; on a screen that is to be cleared nothing else stays."""
        if self._uitvoer.isatty() and is_gewist(reactie):
            self._uitvoer.write(_LEEG)
        for bericht in te_tonen(reactie.beeld):
            self._uitvoer.write(self._als_tekst(bericht) + "\n\n")
        self._uitvoer.flush()

    def zeg(self, zin: str) -> None:
        """Write one line of our own and flush."""
        self._uitvoer.write(f"{zin}\n")
        self._uitvoer.flush()

    def _als_tekst(self, bericht: Bericht) -> str:
        delen = [self._opmaak.dof(bericht.voortgang)] if bericht.voortgang else []
        delen.append(self._opmaak.markdown(bericht.tekst))
        if bericht.keuzes:
            regels = als_tekst(bericht).splitlines()
            delen += [self._opmaak.markdown(f"  {regel}") for regel in regels]
        return "\n".join(delen)
