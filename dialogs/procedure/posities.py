"""Waar een stap voor één doel tot rust komt: één keer uitgerekend, ook over beurten heen.

An answer about one doel moves no other, and none of a later stap moves an earlier one (ADR 4). So
of eleven doelen a turn walks the stappen of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from functools import cache
from typing import Final

from dialogs.dossier import Dossier
from dialogs.dossier.vragen import VRAGEN, Vraag, keer_van
from dialogs.procedure.automaat import Positie, Stap, automaat
from dialogs.procedure.bord import Bord
from dialogs.procedure.geheugen import Onthouden, vast
from dialogs.procedure.stappen import (
    stap_1_grondslag,
    stap_2_doelbinding,
    stap_3_proportionaliteit,
    stap_4_subsidiariteit,
)
from knowledge.feiten import FEITEN

PER_DOEL: Final[tuple[Stap, ...]] = (
    stap_1_grondslag.STAP,
    stap_2_doelbinding.STAP,
    stap_3_proportionaliteit.STAP,
    stap_4_subsidiariteit.STAP,
)
_BEKEND: Final[Onthouden[Positie]] = Onthouden(1024)
"""So many positions: of a weighing with eleven doelen there are 44, and as many that may come."""


class Posities:
    """Finds the positions of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._begonnen = dossier.begonnen
        self._merken = _merken(dossier)
        self._gevolg = dossier.stand.gevolg

    def van(self, stap: Stap, bord: Bord) -> Positie:
        """Return where a stap comes to rest, on the board of its doel."""
        if stap not in PER_DOEL:
            return automaat(stap).loop(bord)
        gezien = tuple(
            self._merken.get((doel, nummer))
            for doel in (None, bord.doel)
            for nummer in range(stap.nummer + 1)
        )
        # Beside answers, only whether the consequence is still to be asked.
        merk = (stap.nummer, bord.doel, self._begonnen, gezien, bord.doel in self._gevolg)
        return _BEKEND.haal(merk, lambda: automaat(stap).loop(bord))


def _merken(dossier: Dossier) -> dict[tuple[str | None, int], Hashable]:
    """Return the answers by doel and by the first stap that looks at them, as marks."""
    uit: defaultdict[tuple[str | None, int], set[Hashable]] = defaultdict(set)
    for sleutel, antwoord in dossier.antwoorden.items():
        keer = keer_van(sleutel)
        if keer is not None:
            deel = uit[keer.doel, eerst_gezien(keer.vraag.id)]
            deel.add((sleutel, vast(keer.vraag, antwoord.waarde)))
    return {deel: frozenset(antwoorden) for deel, antwoorden in uit.items()}


@cache
def eerst_gezien(vraag_id: str) -> int:
    """Return the number of the first stap that may look at an answer."""
    vraag: Vraag = VRAGEN[vraag_id]
    nummers = [
        stap.nummer
        for stap in PER_DOEL
        if any(plek.vraag == vraag_id for groep in stap.vragen.values() for plek in groep)
    ]
    if vraag.feit in FEITEN:
        # What kind a data item is, is known from the intake on; whether it is needed is not.
        van_begin_af = FEITEN[vraag.feit].van_gegeven and vraag.feit != "nodig"
        nummers.append(0 if van_begin_af else FEITEN[vraag.feit].stap)
    return min(nummers, default=0)
