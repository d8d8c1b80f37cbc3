"""Van antwoorden naar feiten: de situatie zoals de regels die lezen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from dialogs.dossier import Dossier
from dialogs.dossier.vragen import VRAGEN, Keer
from knowledge.feiten import FEITEN, Doel, Gegeven, Situatie

_GEWOON: Final = VRAGEN["gevoelig"].id
# These answer something else than one fact of the situation as a whole.
_APART: Final = (
    "datum",
    "doel",
    "gegevens",
    *(naam for naam, feit in FEITEN.items() if feit.van_gegeven),
    "in_overgangsdocument",
)
_FEITEN: Final = tuple(
    (vraag, vraag.feit, FEITEN[vraag.feit].stap)
    for vraag in VRAGEN.values()
    if vraag.feit is not None and vraag.id not in _APART
)

Velden = tuple[tuple[str, Any], ...]
"""Facts by name, in a fixed order; every value can be hashed, so equal facts are one key."""


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


def gaat_over(dossier: Dossier, keer: Keer) -> bool:
    """Tell whether the weighing still has what this asking is about: its doel, its data item."""
    if keer.vraag.per_doel and keer.doel not in doelen(dossier):
        return False
    return keer.gegeven is None or keer.gegeven in namen(dossier)


def datum(dossier: Dossier) -> dt.date:
    """Return the day of sharing: as answered, else the day the weighing began."""
    gekozen = waarde(dossier, "datum")
    return dt.date.fromisoformat(gekozen) if gekozen else dossier.begonnen


def velden(dossier: Dossier, doel: str | None, tot_en_met_stap: int = 5) -> Velden:
    """Return the facts for one purpose as they were answered, unchecked.

    `tot_en_met_stap` leaves out what later stappen answered, so that the conclusion of a stap
    does not change behind the professional's back.
    """
    antwoorden = dossier.antwoorden
    feiten: list[tuple[str, Any]] = [("datum", datum(dossier)), ("doel", doel)]
    for vraag, feit, stap in _FEITEN:
        if stap <= tot_en_met_stap:
            sleutel = Keer(vraag, doel).sleutel if vraag.per_doel else vraag.id
            antwoord = antwoorden.get(sleutel)
            if antwoord is not None and antwoord.waarde is not None:
                feiten.append((feit, antwoord.waarde))
    if "gegevens" in antwoorden:
        met_nodig = FEITEN["nodig"].stap <= tot_en_met_stap
        feiten.append(("gegevens", tuple(_gegevens(dossier, doel, met_nodig=met_nodig))))
    return tuple(feiten)


def situatie(dossier: Dossier, doel: str | None, tot_en_met_stap: int = 5) -> Situatie:
    """Return the facts for one purpose, `tot_en_met_stap` as in `velden`."""
    return situatie_van(velden(dossier, doel, tot_en_met_stap))


def situatie_van(gegeven: Velden) -> Situatie:
    """Return these facts, checked.

    Raises:
        ValidationError: an answer is no value of its fact.
    """
    feiten = dict(gegeven)
    doel = feiten["doel"]
    feiten["doel"] = doel and Doel(doel)
    if "gegevens" in feiten:
        feiten["gegevens"] = tuple(
            Gegeven(
                naam=naam,
                soort=soort,
                nodig=nodig,
                in_overgangsdocument=in_document,
                in_melding=in_melding,
            )
            for naam, soort, nodig, in_document, in_melding in feiten["gegevens"]
        )
    return Situatie(**feiten)


def _gegevens(
    dossier: Dossier, doel: str | None, *, met_nodig: bool
) -> Iterator[tuple[str, frozenset[str] | None, bool | None, bool | None, bool | None]]:
    """Yield every data item: name, kinds, whether it is needed, in the document, in a report."""
    # 'Nothing sensitive' is about the items whose kind was not told.
    anders = ["gewoon"] if waarde(dossier, _GEWOON) is False else None
    nodig = waarde(dossier, Keer(VRAGEN["nodig"], doel).sleutel) if met_nodig else None
    in_document = waarde(dossier, "in_overgangsdocument")
    in_melding = waarde(dossier, "in_melding")
    for naam in namen(dossier):
        soorten = waarde(dossier, Keer(VRAGEN["soort"], gegeven=naam).sleutel)
        soorten = anders if soorten is None else soorten
        yield (
            naam,
            None if soorten is None else frozenset(soorten),
            None if nodig is None else naam in nodig,
            None if in_document is None else naam in in_document,
            None if in_melding is None else naam in in_melding,
        )
