"""Wat de terminal laat zien."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from typing import Final, Self, TextIO

from bot.gesprekken import Reactie
from bot.kanalen.keuzes import als_tekst
from bot.kanalen.opmaak import Opmaak
from dialogs.beurt import Bericht

_BREEDST: Final = 90
_SMALST: Final = 30


class Scherm:
    """Writes messages to a stream, as text a person can read."""

    def __init__(self, uitvoer: TextIO, opmaak: Opmaak) -> None:
        self._uitvoer = uitvoer
        self._opmaak = opmaak

    @classmethod
    def voor(cls, uitvoer: TextIO, omgeving: Mapping[str, str] = os.environ) -> Self:
        """Choose the layout that fits the stream: plain and unbroken unless it is a terminal."""
        if not uitvoer.isatty():
            return cls(uitvoer, Opmaak())
        stijl = not omgeving.get("NO_COLOR") and omgeving.get("TERM") != "dumb"
        breedte = min(_BREEDST, max(_SMALST, shutil.get_terminal_size().columns - 1))
        return cls(uitvoer, Opmaak(breedte, stijl))

    def toon(self, reactie: Reactie) -> None:
        """Write all messages and flush."""
        for bericht in reactie.berichten:
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
