"""Van de feiten van een casus naar antwoorden: het omgekeerde van het feitenblad.

What is for the professional to weigh is never filled in, and the day of sharing is today's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from dialogs.dossier import Antwoord
from dialogs.dossier.vragen import VRAGEN, Keer, Vraag
from knowledge.feiten import Gegeven, Situatie, Soort


def antwoorden(feiten: Sequence[Situatie], *, alles: bool = False) -> dict[str, Antwoord]:
    """Return the answers that these situations (one per purpose) give, by key.

    With `alles` also what a professional weighed: for whoever goes on with a weighing of their own.
    """
    return {
        keer.sleutel: Antwoord(waarde=_kaal(waarde))
        for keer, waarde in _antwoorden(feiten, alles=alles)
        if waarde is not None
    }


def _antwoorden(feiten: Sequence[Situatie], *, alles: bool) -> Iterator[tuple[Keer, Any]]:
    gegevens = {g.naam or "": g for situatie in feiten for g in situatie.gegevens or ()}
    gevoelig = any(g.soort != frozenset((Soort.GEWOON,)) for g in gegevens.values())
    yield from _nodig(feiten) if alles else ()
    for vraag in _vragen(alles=alles):
        if vraag.id == "gegevens":
            yield Keer(vraag), list(gegevens) or None
        elif vraag.id == "gevoelig":
            yield Keer(vraag), gevoelig if gegevens else None
        elif vraag.id == "soort":
            yield from _soorten(gegevens.values() if gevoelig or alles else ())
        elif vraag.id == "in_overgangsdocument":
            yield Keer(vraag), _in_document(feiten[0], gegevens)
        elif vraag.id == "in_melding":
            yield Keer(vraag), _in_melding(gegevens)
        elif vraag.id == "doel":
            yield Keer(vraag), [doel for situatie in feiten for doel in situatie.doelen() if doel]
        elif vraag.feit is not None:
            yield from _gewoon(vraag.id, feiten)


def _vragen(*, alles: bool) -> Iterator[Vraag]:
    """Yield the questions that facts answer one by one; with `alles` also what one weighs."""
    for vraag in VRAGEN.values():
        if vraag.id not in ("datum", "nodig") and (alles or not vraag.open_norm):
            yield vraag


def _soorten(gegevens: Any) -> Iterator[tuple[Keer, Any]]:
    for gegeven in gegevens:
        soorten = sorted(gegeven.soort) if gegeven.soort else None
        yield Keer(VRAGEN["soort"], gegeven=gegeven.naam), soorten


def _in_document(situatie: Situatie, gegevens: dict[str, Gegeven]) -> list[str] | None:
    """Return the items in the overgangsdocument; an item that does not say follows the whole."""
    erin = {
        naam: situatie.in_overgangsdocument
        if gegeven.in_overgangsdocument is None
        else gegeven.in_overgangsdocument
        for naam, gegeven in gegevens.items()
    }
    return None if None in erin.values() else [naam for naam, ja in erin.items() if ja]


def _in_melding(gegevens: dict[str, Gegeven]) -> list[str] | None:
    """Return the items that a report may hold; nothing where no item tells, as that is usual."""
    if all(gegeven.in_melding is None for gegeven in gegevens.values()):
        return None
    return [naam for naam, gegeven in gegevens.items() if gegeven.in_melding is not False]


def _nodig(feiten: Sequence[Situatie]) -> Iterator[tuple[Keer, Any]]:
    """Yield per purpose the items that are needed; nothing where nobody weighed it."""
    for situatie in feiten:
        for doel in situatie.doelen():
            gegevens = situatie.gegevens or ()
            if gegevens and all(gegeven.nodig is not None for gegeven in gegevens):
                nodig = [gegeven.naam for gegeven in gegevens if gegeven.nodig]
                yield Keer(VRAGEN["nodig"], doel), nodig


def _gewoon(id_: str, feiten: Sequence[Situatie]) -> Iterator[tuple[Keer, Any]]:
    for situatie in feiten if VRAGEN[id_].per_doel else feiten[:1]:
        doel = situatie.doelen()[0] if VRAGEN[id_].per_doel else None
        yield Keer(VRAGEN[id_], doel), getattr(situatie, id_)


def _kaal(waarde: Any) -> Any:
    """Return a value as storage has it: text, numbers and lists only."""
    if isinstance(waarde, StrEnum):
        return waarde.value
    return [_kaal(deel) for deel in waarde] if isinstance(waarde, list) else waarde
