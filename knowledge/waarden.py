"""Welke waarden van een feit de regels uit elkaar houden: één van elke soort."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Any

from knowledge import motor
from knowledge.atomen import Geldig, Vergelijk
from knowledge.condities import Atoom
from knowledge.feiten import FEITEN, GRENZEN
from knowledge.kennis import Kennis
from knowledge.toegespitst import Toegespitst, toegespitst


def klassen(sleutel: str, kennis: Kennis | Toegespitst) -> Sequence[Any]:
    """Return one value of every kind that the rules can tell apart for this fact.

    With the knowledge of one route, only what the rules about that route tell apart.
    """
    if isinstance(kennis, Kennis):
        kennis = toegespitst(kennis, {})
    if sleutel == "gegevens":
        # Any list of items is decided by its best item, so one item of every kind will do.
        return ((), *(({"nodig": True, "soort": soort},) for soort in _waarden("soort", kennis)))
    plaats = motor.gegevensleutel(sleutel)
    return _waarden(plaats[1] if plaats else sleutel, kennis)


@lru_cache(maxsize=4096)
def _waarden(naam: str, kennis: Toegespitst) -> tuple[Any, ...]:
    atomen = [a for a in kennis.atomen if naam in a.namen()]
    gezien: dict[tuple[Any, ...], Any] = {}
    for waarde in _kandidaten(naam, atomen):
        merk = tuple(_merk(atoom, naam, waarde) for atoom in atomen)
        gezien.setdefault(merk, waarde)
    return tuple(gezien.values())


def _merk(atoom: Atoom, naam: str, waarde: Any) -> Any:
    if isinstance(atoom, Vergelijk) and not isinstance(atoom.grens, int):
        if naam == "datum":
            return atoom.grens.op(waarde)
        perioden = atoom.grens.perioden
        return tuple(atoom.waarheid({naam: waarde, "datum": p.van}) for p in perioden)
    return atoom.waarheid({naam: waarde})


def _kandidaten(naam: str, atomen: Sequence[Atoom]) -> Iterable[Any]:
    feit = FEITEN[naam]
    match feit.soort:
        case "ja_nee":
            return (True, False)
        case "keuze":
            return feit.waarden
        case "soorten":
            return tuple(
                frozenset(deel)
                for grootte in range(1, len(feit.waarden) + 1)
                for deel in combinations(feit.waarden, grootte)
            )
        case "datum":
            return _dagen(atomen)
        case "getal":
            laagste, _ = GRENZEN[naam]
            rond = {grens + verschil for grens in grenzen(atomen) for verschil in (-1, 0, 1)}
            return sorted({laagste, *(max(laagste, getal) for getal in rond)})


def grenzen(atomen: Sequence[Atoom]) -> set[int]:
    """Return the bounds these tests compare with, of every period."""
    gevonden: set[int] = set()
    for atoom in atomen:
        if isinstance(atoom, Vergelijk) and isinstance(atoom.grens, int):
            gevonden.add(atoom.grens)
        elif isinstance(atoom, Vergelijk) and not isinstance(atoom.grens, int):
            gevonden |= {periode.waarde for periode in atoom.grens.perioden}
    return gevonden


def _dagen(atomen: Sequence[Atoom]) -> list[dt.date]:
    een_dag = dt.timedelta(days=1)
    dagen: set[dt.date] = set()
    for atoom in atomen:
        perioden: list[tuple[dt.date | None, dt.date | None]] = []
        if isinstance(atoom, Geldig):
            perioden = [(atoom.van, atoom.tot_en_met)]
        elif isinstance(atoom, Vergelijk) and not isinstance(atoom.grens, int):
            perioden = [(p.van, p.tot_en_met) for p in atoom.grens.perioden]
        for van, tot in perioden:
            dagen |= {van, van - een_dag} if van else set()
            dagen |= {tot, tot + een_dag} if tot else set()
    return sorted(dagen)
