"""Gedeeld: wat de beslissing niet uit elkaar houdt wordt één keer uitgerekend.

Of 25 data items many are alike to the rules of one route, though their kinds differ. And of eleven
doelen most leave the same of the decision: with equal facts they get the same verdict, for the same
reasons. What is asked here is asked of what is left, so those share one answer.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache, wraps
from typing import Any, Final, TypeVar, TypeVarTuple, Unpack

from knowledge import motor
from knowledge.motor import Stand
from knowledge.toegespitst import Toegespitst, toegespitst
from knowledge.waarden import klassen

_ONTHOUDEN: Final = 512
"""So many answers of each kind, of all weighings together."""
_Uit = TypeVar("_Uit")
_Ook = TypeVarTuple("_Ook")


def gedeeld(
    functie: Callable[[Stand, Unpack[_Ook]], _Uit],
) -> Callable[[Stand, Unpack[_Ook]], _Uit]:
    """Remember what a function says of a state, for every state that the rules see as the same.

    Such a function may ask for verdicts and for facts, and never which doel it is or of what kind
    a data item is: it may be given an item that the rules cannot tell from the real one. Nobody
    changes what it returns.
    """

    @lru_cache(maxsize=_ONTHOUDEN)
    def bekend(gevraagd: _Gevraagd, *ook: *_Ook) -> _Uit:
        return functie(gevraagd.stand, *ook)

    @wraps(functie)
    def eens(stand: Stand, *ook: *_Ook) -> _Uit:
        return bekend(_Gevraagd(kern(stand)), *ook)

    return eens


class _Gevraagd:
    """A state, equal to every other that the rules see as the same."""

    __slots__ = ("_hash", "merk", "stand")

    def __init__(self, stand: Stand) -> None:
        self.stand = stand
        self.merk = _merk(stand)
        self._hash = hash(self.merk)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, _Gevraagd) and self.merk == ander.merk


def kern(stand: Stand) -> Stand:
    """Return the state with data items that the rules cannot tell apart as one and the same.

    The state itself when there are none: what was worked out of it is kept then.
    """
    gegevens = stand.gegevens or ()
    verschillend = {id(gegeven): gegeven for gegeven in gegevens}
    if len(verschillend) < 2:
        return stand
    kennis = toegespitst(stand.kennis, stand.feiten)
    korter = {merk: _kern(gegeven, kennis) for merk, gegeven in verschillend.items()}
    gelijk = motor.gelijk_is_een(korter[id(gegeven)] for gegeven in gegevens)
    if len(set(map(id, gelijk))) == len(verschillend):
        return stand
    return stand.anders(stand.feiten, gelijk)


def _kern(gegeven: Mapping[str, Any], kennis: Toegespitst) -> Mapping[str, Any]:
    """Return what the rules look at of a data item: of its kinds, the first that are like these."""
    return {
        naam: _als_deze(waarde, kennis) if naam == "soort" else waarde
        for naam, waarde in gegeven.items()
        if naam in kennis.namen
    }


@lru_cache(maxsize=4096)
def _als_deze(soort: frozenset[str], kennis: Toegespitst) -> frozenset[str]:
    toetsen = [atoom for atoom in kennis.atomen if "soort" in atoom.namen()]

    def merk(waarde: frozenset[str]) -> list[Any]:
        return [toets.waarheid({"soort": waarde}) for toets in toetsen]

    hier = merk(soort)
    return next((w for w in klassen("soort", kennis) if merk(w) == hier), soort)


def _merk(stand: Stand) -> Hashable:
    gegevens = None
    if stand.gegevens is not None:
        gegevens = tuple(frozenset(gegeven.items()) for gegeven in stand.gegevens)
    feiten = frozenset(paar for paar in stand.feiten.items() if paar[0] != "doel")
    kennis = toegespitst(stand.kennis, stand.feiten)
    return (kennis.inhoud, feiten, gegevens, stand.gevraagd, "doel" in stand.feiten)
