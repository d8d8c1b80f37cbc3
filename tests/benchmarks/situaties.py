"""Situations to measure with: the casussen, and the same situations at every run."""

from __future__ import annotations

import random
from functools import cache
from typing import Any, Final

from dialogs import gesprek
from dialogs.dossier import Dossier
from dialogs.procedure import plaats
from knowledge.casussen import casussen
from knowledge.feiten import FEITEN, Situatie
from knowledge.motor import Stand, botsingen
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import dag_van, met_feiten, nu_op

AANTAL: Final = 300
"""So many generated situations per measurement, where every one is timed apart."""
_DAGEN: Final = ("2025-03-03", "2025-12-31", "2026-01-01", "2026-03-02")
_GETALLEN: Final = {
    "leeftijd": (15, 16, 17, 18, 22, 23, 24, 26, 27),
    "maanden_sinds_uitstroom": (1, 6, 11, 12, 13, 24, 25),
    "verzuim_weken": (0, 3, 4, 6),
}


def json_situatie(toeval: random.Random, hoogstens_weg: int = 0) -> dict[str, Any]:
    """Make one situation as `weeg` takes it, with 0 to `hoogstens_weg` facts left out."""
    while True:
        feiten = {
            naam: _waarde(naam, toeval) for naam, feit in FEITEN.items() if not feit.van_gegeven
        }
        if feiten["schoolstatus"] == "ingeschreven":
            del feiten["maanden_sinds_uitstroom"]
        feiten["gegevens"] = [_gegeven(toeval, i) for i in range(toeval.randint(1, 3))]
        situatie = Situatie.model_validate(feiten)
        if not botsingen(Stand.van(situatie, situatie.doelen()[0])):
            break
    for naam in toeval.sample(sorted(feiten), toeval.randint(0, hoogstens_weg)):
        del feiten[naam]
    return feiten


def _waarde(naam: str, toeval: random.Random) -> object:
    feit = FEITEN[naam]
    match feit.soort:
        case "datum":
            return toeval.choice(_DAGEN)
        case "getal":
            return toeval.choice(_GETALLEN[naam])
        case "keuze":
            return toeval.choice(feit.waarden)
        case _:
            return toeval.random() < 0.5


def _gegeven(toeval: random.Random, nummer: int) -> dict[str, Any]:
    soorten = FEITEN["soort"].waarden
    return {
        "naam": f"gegeven {nummer + 1}",
        "soort": toeval.choice((*soorten, "gewoon", "gewoon")),
        "nodig": toeval.random() < 0.8,
    }


def json_situaties(aantal: int, hoogstens_weg: int) -> list[dict[str, Any]]:
    """Make many situations, the same at every run."""
    toeval = random.Random(2026)
    return [json_situatie(toeval, hoogstens_weg) for _ in range(aantal)]


@cache
def volledige() -> tuple[Situatie, ...]:
    """Return every casus and the generated situations in which nothing is left out."""
    uit = [geval.situatie() for casus in casussen() for geval in casus.situaties]
    return (*uit, *(Situatie.model_validate(f) for f in json_situaties(AANTAL, 0)))


@cache
def onvolledige() -> tuple[Situatie, ...]:
    """Return generated situations of which 0 to 8 facts are unknown."""
    return tuple(Situatie.model_validate(f) for f in json_situaties(AANTAL, 8))


@cache
def halverwege() -> tuple[Dossier, ...]:
    """Return the dossiers of conversations on the casussen, after every answer."""
    uit: list[Dossier] = []
    for casus in casussen():
        for geval in casus.situaties:
            situatie = geval.situatie()
            nu = nu_op(dag_van(situatie))
            antwoord = met_feiten(situatie)
            dossier = gesprek.begroet(gesprek.nieuw("bench", nu.date()), nu).dossier
            while (keer := plaats(dossier).keer) is not None:
                dossier = spreken.beantwoord(dossier, antwoord(keer), nu).dossier
                uit.append(dossier)
    return tuple(uit)
