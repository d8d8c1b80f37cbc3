"""Alles wat bij een vraag te kiezen valt, op één rij: zo heeft elke keuze een vast nummer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dialogs.beeld.delen import Optie, knop
from dialogs.beeld.vraag import Beeldvraag

_BIJNA: Final = 4
"""From this stap on all answers can be looked over with one tap: the verdict is near."""


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What can be picked: the answers, and after them the ways out."""

    antwoorden: tuple[Optie, ...]
    uitwegen: tuple[Optie, ...]
    genummerd: bool
    """Each has the number of its place. Not where a number is itself an answer."""

    @property
    def alle(self) -> tuple[Optie, ...]:
        """Everything, in the order shown."""
        return (*self.antwoorden, *self.uitwegen)


def keuzes(vraag: Beeldvraag) -> Keuzes:
    """Return what can be picked with this question, for whoever types or has buttons."""
    uitwegen = tuple(
        optie for optie in (vraag.alle, vraag.geen) if optie is not None and vraag.soort != "bundel"
    )
    match vraag.soort:
        case "lijst" | "bevestig" | "elders":
            return Keuzes(vraag.opties, (), genummerd=True)
        case "slot":
            return Keuzes(vraag.opties, _terugwegen(vraag), genummerd=True)
        case "bundel":
            vast = (vraag.geen, vraag.alle, vraag.los)
            anders = tuple(optie for optie in vast if optie is not None)
            return Keuzes((), (*anders, knop("waarom"), *_terugwegen(vraag)), genummerd=False)
        case _:
            pass
    antwoorden = vraag.opties or tuple(o for o in vraag.hulp if o.label.isdecimal())
    hulp = tuple(o for o in vraag.hulp if not o.label.isdecimal())
    los = (vraag.overslaan, vraag.weet_niet, knop("waarom"))
    gewoon = (optie for optie in los if optie is not None)
    uitwegen = (*uitwegen, *gewoon, *hulp, *_terugwegen(vraag))
    genummerd = bool(antwoorden) and vraag.soort != "getal" and not vraag.begrepen
    return Keuzes(antwoorden, uitwegen, genummerd)


def _terugwegen(vraag: Beeldvraag) -> tuple[Optie, ...]:
    """Return the ways back that are worth a line here; typed they always work."""
    nakijken = vraag.nakijken if vraag.stap >= _BIJNA else None
    ongedaan = vraag.ongedaan if vraag.net_gewijzigd else None
    return tuple(optie for optie in (nakijken, ongedaan) if optie is not None)
