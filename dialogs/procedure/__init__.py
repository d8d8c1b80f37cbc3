"""De procedure: schakelt de automaten. Waar we zijn volgt uit de antwoorden, elke beurt opnieuw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer, Vraag
from dialogs.procedure import bundels
from dialogs.procedure.automaat import Positie, Stap
from dialogs.procedure.bord import Bord
from dialogs.procedure.geheugen import eens_per_dossier
from dialogs.procedure.posities import PER_DOEL, Posities
from dialogs.procedure.stappen import altijd, intake

STAPPEN: Final[tuple[Stap, ...]] = (intake.STAP, *PER_DOEL, altijd.STAP)
_EERSTE_STAP: Final = {
    plek.vraag: stap.nummer
    for stap in reversed(STAPPEN)
    for groep in stap.vragen.values()
    for plek in groep
}


@dataclass(frozen=True, slots=True)
class Afgerond:
    """A stap that came to its end: which, for which purpose, and how."""

    stap: Stap
    doel: str | None
    einde: Enum


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where a dossier is: what is done, and the stap and question it rests at."""

    afgerond: tuple[Afgerond, ...]
    stap: Stap
    doel: str | None
    keer: Keer | None
    """None when the weighing is complete."""
    samen: tuple[Keer, ...] = ()
    """What is asked in one message with it, itself included."""

    @property
    def klaar(self) -> bool:
        """Nothing is left to ask."""
        return self.keer is None


def eerste_stap(vraag: Vraag) -> int:
    """Return the first stap that may ask a question: where an answer is told and found again."""
    # The day of sharing has no place of its own: it belongs to what comes first.
    return _EERSTE_STAP.get(vraag.id, 0)


@eens_per_dossier
def plaats(dossier: Dossier) -> Plaats:
    """Work out where this dossier is, from its answers alone."""
    afgerond: list[Afgerond] = []
    posities = Posities(dossier)
    for stap, bord in _route(dossier):
        if _overgeslagen(stap, bord, afgerond):
            continue
        positie: Positie = posities.van(stap, bord)
        if positie.keer is not None:
            samen = bundels.samen(bord, stap, positie.keer, _verder(bord, stap))
            return Plaats(tuple(afgerond), stap, bord.doel, positie.keer, samen)
        afgerond.append(Afgerond(stap, bord.doel, positie.toestand))
    return Plaats(tuple(afgerond), STAPPEN[-1], None, None)


def _verder(bord: Bord, stap: Stap) -> bundels.Verder:
    return {
        later.nummer: (later, Bord(bord.dossier, bord.doel, later.nummer))
        for later in PER_DOEL
        if later.nummer > stap.nummer
    }


def _route(dossier: Dossier) -> Iterator[tuple[Stap, Bord]]:
    doelen = feitenblad.doelen(dossier)
    yield STAPPEN[0], Bord(dossier, doelen[0])
    for doel in doelen:
        for stap in PER_DOEL:
            yield stap, Bord(dossier, doel, stap.nummer)
    yield STAPPEN[-1], Bord(dossier, doelen[0])


def _overgeslagen(stap: Stap, bord: Bord, afgerond: list[Afgerond]) -> bool:
    """After an end that stops (no ground, refused) the other stappen add nothing."""
    return stap in PER_DOEL and any(
        klaar.doel == bord.doel and klaar.einde in klaar.stap.stopt for klaar in afgerond
    )
