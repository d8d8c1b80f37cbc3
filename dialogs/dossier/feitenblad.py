"""Van antwoorden naar feiten: de situatie zoals de regels die lezen."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from dialogs.dossier import Dossier
from dialogs.dossier.vragen import VRAGEN, Keer
from knowledge.feiten import FEITEN, Doel, Gegeven, Situatie

_GEWOON: Final = VRAGEN["gevoelig"].id
# These answer something else than one fact of the situation as a whole.
_APART: Final = ("datum", "doel", "gegevens", "soort", "nodig", "in_overgangsdocument")


def waarde(dossier: Dossier, sleutel: str) -> Any:
    """Return the answer under a key; None when unanswered or unknown."""
    antwoord = dossier.antwoorden.get(sleutel)
    return None if antwoord is None else antwoord.waarde


def doelen(dossier: Dossier) -> tuple[str | None, ...]:
    """Return the purposes to weigh, one weighing each; a single None while unknown."""
    return tuple(waarde(dossier, "doel") or (None,))


def namen(dossier: Dossier) -> tuple[str, ...]:
    """Return the data items by name."""
    return tuple(waarde(dossier, "gegevens") or ())


def datum(dossier: Dossier) -> dt.date:
    """Return the day of sharing: as answered, else the day the weighing began."""
    gekozen = waarde(dossier, "datum")
    return dt.date.fromisoformat(gekozen) if gekozen else dossier.begonnen


def situatie(dossier: Dossier, doel: str | None, tot_en_met_stap: int = 5) -> Situatie:
    """Return the facts for one purpose.

    `tot_en_met_stap` leaves out what later stappen answered, so that the conclusion of a stap
    does not change behind the professional's back.
    """
    feiten: dict[str, Any] = {"datum": datum(dossier), "doel": doel and Doel(doel)}
    for vraag in VRAGEN.values():
        if vraag.feit is None or vraag.id in _APART:
            continue
        if FEITEN[vraag.feit].stap <= tot_en_met_stap:
            keer = Keer(vraag, doel if vraag.per_doel else None)
            feiten[vraag.feit] = waarde(dossier, keer.sleutel)
    if "gegevens" in dossier.antwoorden:
        met_nodig = FEITEN["nodig"].stap <= tot_en_met_stap
        feiten["gegevens"] = tuple(
            _gegeven(dossier, naam, doel, met_nodig=met_nodig) for naam in namen(dossier)
        )
    return Situatie(**feiten)


def _gegeven(dossier: Dossier, naam: str, doel: str | None, *, met_nodig: bool) -> Gegeven:
    soorten = waarde(dossier, Keer(VRAGEN["soort"], gegeven=naam).sleutel)
    if soorten is None and waarde(dossier, _GEWOON) is False:
        # 'Nothing sensitive' is about the items whose kind was not told.
        soorten = ["gewoon"]
    return Gegeven(
        naam=naam,
        soort=None if soorten is None else frozenset(soorten),
        nodig=_gekozen(dossier, Keer(VRAGEN["nodig"], doel), naam) if met_nodig else None,
        in_overgangsdocument=_gekozen(dossier, Keer(VRAGEN["in_overgangsdocument"]), naam),
    )


def _gekozen(dossier: Dossier, keer: Keer, naam: str) -> bool | None:
    gekozen = waarde(dossier, keer.sleutel)
    return None if gekozen is None else naam in gekozen
