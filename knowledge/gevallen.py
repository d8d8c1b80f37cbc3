"""Gevallen zoeken: met welke feiten een voorwaarde opgaat, als zij dat kan.

Exact over the kinds of values that the rules can tell apart, so 'there is no such case' is
proven, not sampled. For the maintainer's examination; a verdict never needs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from knowledge.beslissing import AFGELEID, Oordeel
from knowledge.condities import Alle, Atoom, Conditie, Een, Niet, een
from knowledge.feiten import FEITEN, volgorde
from knowledge.kennis import huidige
from knowledge.regels.basis import Grondslag
from knowledge.regels.botsingen import BOTSINGEN
from knowledge.waarden import grenzen, klassen

UITKOMSTEN: Final[dict[str, tuple[str | bool, ...]]] = {
    "uitkomst_op_toestemming": (True, False),
    "uitkomst_oordeel": tuple(o.value for o in Oordeel if o is not Oordeel.ONVOLLEDIG),
    "uitkomst_grondslag": (*(g.value for g in Grondslag), "geen"),
    "uitkomst_samen": (*(o.value for o in Oordeel), "botsing"),
}
"""What the motor concludes, taken as free: whether an outcome is reached is not asked here."""
_STAPPEN_HOOGSTENS: Final = 200_000
_MOGELIJK: Final = ~een(*(botsing.als for botsing in BOTSINGEN))


class TeGroot(Exception):
    """The search was given up: too many combinations of facts."""


def gevallen(conditie: Conditie) -> Iterator[dict[str, Any]]:
    """Yield facts under which a condition holds and nothing contradicts; exact over the kinds.

    Three-valued logic prunes: as soon as the known facts settle the condition, the rest is free.

    Raises:
        TeGroot: the search took too many steps.
    """
    conditie = _uitgeschreven(conditie)
    waarden = {naam: _waarden(naam, conditie) for naam in Alle((conditie, _MOGELIJK)).feiten()}
    stapel: list[dict[str, Any]] = [{}]
    for _ in range(_STAPPEN_HOOGSTENS):
        if not stapel:
            return
        feiten = stapel.pop()
        geldt, open_ = conditie.met_open(feiten)
        if geldt is None:
            naam = min(open_, key=_plaats)
            stapel += [{**feiten, naam: waarde} for waarde in reversed(waarden[naam])]
        elif geldt and _is_aan_te_vullen(feiten, waarden):
            yield feiten
    raise TeGroot


def _is_aan_te_vullen(feiten: dict[str, Any], waarden: Mapping[str, Sequence[Any]]) -> bool:
    """Tell whether some values of the other facts leave no contradiction."""
    mogelijk, open_ = _MOGELIJK.met_open(feiten)
    if mogelijk is not None:
        return mogelijk
    naam = min(open_, key=_plaats)
    return any(_is_aan_te_vullen({**feiten, naam: w}, waarden) for w in waarden[naam])


def kan(conditie: Conditie) -> bool:
    """Tell whether there is any situation in which a condition holds."""
    return next(gevallen(conditie), None) is not None


def _plaats(naam: str) -> tuple[bool, int]:
    return (naam not in FEITEN, volgorde(naam) if naam in FEITEN else 0)


def _waarden(naam: str, conditie: Conditie) -> Sequence[Any]:
    """Return one value of every kind that the decision or this condition can tell apart."""
    if naam in UITKOMSTEN:
        return UITKOMSTEN[naam]
    atomen = [a for a in {*conditie.atomen(), *_MOGELIJK.atomen()} if naam in a.namen()]
    kandidaten = {*klassen(naam, huidige()), *FEITEN[naam].waarden} - (
        set(FEITEN[naam].waarden) if FEITEN[naam].soort == "soorten" else set()
    )
    if FEITEN[naam].soort == "ja_nee":
        kandidaten = {True, False}
    if FEITEN[naam].soort == "getal":
        rond = {grens + verschil for grens in grenzen(atomen) for verschil in (-1, 0, 1)}
        kandidaten |= {max(0, getal) for getal in rond}
    soorten: dict[tuple[bool | None, ...], Any] = {}
    for waarde in sorted(kandidaten, key=_schrijfwijze):
        # Numbers and dates are few, and a term of law tells them apart only with the date.
        los = FEITEN[naam].soort in ("getal", "datum")
        merk = (waarde,) if los else tuple(atoom.waarheid({naam: waarde}) for atoom in atomen)
        soorten.setdefault(merk, waarde)
    return tuple(soorten.values())


def _schrijfwijze(waarde: object) -> str:
    return str(sorted(waarde) if isinstance(waarde, frozenset) else waarde)


def _uitgeschreven(conditie: Conditie) -> Conditie:
    """Put the derived conclusions themselves in place of their names."""
    if isinstance(conditie, Alle | Een):
        return type(conditie)(tuple(_uitgeschreven(deel) for deel in conditie.delen))
    if isinstance(conditie, Niet):
        return Niet(_uitgeschreven(conditie.deel))
    return AFGELEID.get(conditie.naam, conditie) if isinstance(conditie, Atoom) else conditie
