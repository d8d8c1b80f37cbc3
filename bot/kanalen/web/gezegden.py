"""Wat er in een weging gezegd is, voor een bladzijde die opnieuw laadt of erbij komt."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Final

from bot.reactie import Reactie
from dialogs.beeld.scherm import Melding, meldingen
from dialogs.procedure.plek import plek

_OPGEZOCHT: Final = 10
"""So many topics that were looked up stay."""
_GESPREKKEN: Final = 1000
"""So many conversations are known at a time; who was quiet longest is forgotten first."""


@dataclass(frozen=True, slots=True)
class Gezegd:
    """What a page shows between what was answered and the question."""

    gesprek: str = ""
    """Id of the weighing it was said in."""
    plek: str = ""
    """The picture it was said with."""
    meldingen: tuple[Melding, ...] = ()
    """An explanation or a topic stays as long as its question is open."""
    opgezocht: tuple[Melding, ...] = ()
    """Topics that were looked up before stay as long as the weighing is."""

    def zonder(self, kenmerk: str) -> Gezegd:
        """Return what does not name this reference."""
        blijft = tuple(m for m in self.meldingen if kenmerk not in m.tekst)
        return replace(self, meldingen=blijft)


class Gezegden:
    """Of each conversation what was said.

    In memory only: it may quote what somebody typed, and that is stored in one place.
    """

    def __init__(self) -> None:
        self._bij: OrderedDict[str, Gezegd] = OrderedDict()

    def na(self, sleutel: str, reactie: Reactie) -> Gezegd:
        """Return what a conversation shows: what this turn says, and what stood there already."""
        nieuw = meldingen(reactie.beeld)
        was = self._bij.get(sleutel, Gezegd())
        if reactie.dossier is None:
            return Gezegd(meldingen=nieuw)
        gesprek, hier = reactie.dossier.id, plek(reactie.dossier)
        if was.gesprek != gesprek:
            was = Gezegd(gesprek, hier)
        nu = nieuw or (was.meldingen if was.plek == hier else ())
        namen = {melding.onderwerp for melding in nu}
        gelezen = {m.onderwerp: m for m in (*was.opgezocht, *was.meldingen) if m.onderwerp}
        eerder = tuple(m for naam, m in gelezen.items() if naam not in namen)
        erna = Gezegd(gesprek, hier, nu, eerder[-_OPGEZOCHT:])
        # That a message changed nothing is told once.
        self._bij[sleutel] = erna if reactie.verwerkt else was
        self._bij.move_to_end(sleutel)
        while len(self._bij) > _GESPREKKEN:
            self._bij.popitem(last=False)
        return erna

    def vergeet(self, kenmerk: str) -> None:
        """Drop what names a weighing that was deleted."""
        for sleutel, gezegd in tuple(self._bij.items()):
            self._bij[sleutel] = gezegd.zonder(kenmerk)
