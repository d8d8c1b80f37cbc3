"""Wachters die meer dan één stap gebruikt: zij vragen het de motor."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.procedure.bord import Bord
from knowledge import motor
from knowledge.condities import Conditie
from knowledge.regels.basis import Regel


@dataclass(frozen=True, slots=True)
class Draagt:
    """Guard: one of these rules certainly gives a ground."""

    regels: tuple[Regel, ...]

    def __call__(self, bord: Bord) -> bool:
        return any(bord.waarheid(regel.geeft_grond) is True for regel in self.regels)

    def __str__(self) -> str:
        return " of ".join(regel.id for regel in self.regels)


@dataclass(frozen=True, slots=True)
class Zeker:
    """Guard: this condition is certainly waar."""

    conditie: Conditie
    naam: str

    def __call__(self, bord: Bord) -> bool:
        return bord.waarheid(self.conditie) is True

    def __str__(self) -> str:
        return self.naam


@dataclass(frozen=True, slots=True)
class NietGevraagd:
    """Guard: this question did not come up, because its answer changes nothing."""

    vraag: str

    def __call__(self, bord: Bord) -> bool:
        return not bord.beantwoord(Keer(VRAGEN[self.vraag], bord.doel))

    def __str__(self) -> str:
        return f"{self.vraag} verandert niets"


def niets_deelbaar(bord: Bord) -> bool:
    """Guard: every item is struck whatever the ground is: health for a benefit, a number."""
    return motor.alles_geschrapt(bord.verschillend)
