"""Welke bijregels bij een uitkomst horen, en voor welke gegevens.

A rule that looks at a data item, or at what was concluded of it, is tried for every item; the
others once. While facts are missing an item has more than one possible verdict: then a rule
counts only when it holds whichever of them it becomes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from knowledge.beslissing import Oordeel
from knowledge.condities import Conditie
from knowledge.feiten import Feiten
from knowledge.motor import ITEMFEITEN
from knowledge.regels.basis import Grondslag, Regel
from knowledge.toegespitst import Toegespitst

# What may be unknown for a rule that holds 'also when unknown': nobody is asked for it, or its
# sentence says 'if'. With anything else unknown nobody can say that the rule is about this.
WORDT_VOORWAARDE: Final = frozenset(
    (
        "toestemming_schriftelijk",
        "toestemming_aantoonbaar",
        "vertegenwoordigd",
        "toestemming_vertegenwoordiger",
        "begeleiding_akkoord",
        "startkwalificatie",
        "leeftijd",
        "levensgevaar",
        "naar",
    )
)
_VAN_GEGEVEN: Final = frozenset(
    (*ITEMFEITEN, "uitkomst_oordeel", "uitkomst_grondslag", "uitkomst_op_toestemming")
)


class Geldend(NamedTuple):
    """A rule that belongs to the outcome; `gegevens` None when it is about the whole."""

    regel: Regel
    gegevens: frozenset[int] | None


def conclusie(oordeel: Oordeel, grondslag: Grondslag | None) -> dict[str, Any]:
    """Return what was concluded of a data item as facts for the side rules."""
    if oordeel is Oordeel.MAG_MET_TOESTEMMING:
        grondslag = Grondslag.TOESTEMMING
    return {
        "uitkomst_oordeel": oordeel.value,
        "uitkomst_grondslag": grondslag.value if grondslag else "geen",
        "uitkomst_op_toestemming": grondslag is Grondslag.TOESTEMMING,
    }


def geldend(
    kennis: Toegespitst,
    geheel: Feiten,
    gegevens: Mapping[int, Sequence[Feiten]],
) -> Iterator[Geldend]:
    """Yield the side rules that hold, in their order.

    `geheel` are the facts of the situation, with the verdict of the whole. `gegevens` has for
    every data item its facts with what is concluded of it: once, or for every possible verdict.
    """
    for conditie, regel, van_gegeven in _bijregels(kennis):
        if not (van_gegeven and gegevens):
            if _geldt(conditie, regel, (geheel,)):
                yield Geldend(regel, None)
            continue
        waar = _waar(conditie, regel, gegevens)
        if waar:
            yield Geldend(regel, waar)


def _waar(
    conditie: Conditie, regel: Regel, gegevens: Mapping[int, Sequence[Feiten]]
) -> frozenset[int]:
    """Return the data items for which a rule holds; equal items are one object and tried once."""
    geldt: dict[int, bool] = {}
    for feiten in gegevens.values():
        if id(feiten) not in geldt:
            geldt[id(feiten)] = _geldt(conditie, regel, feiten)
    return frozenset(nummer for nummer, feiten in gegevens.items() if geldt[id(feiten)])


def _geldt(conditie: Conditie, regel: Regel, werelden: Iterable[Feiten]) -> bool:
    for feiten in werelden:
        waarheid = conditie.waarheid(feiten)
        if waarheid is None and regel.ook_bij_onbekend:
            waarheid = conditie.open(feiten) <= WORDT_VOORWAARDE
        if waarheid is not True:
            return False
    return True


@lru_cache(maxsize=1024)
def _bijregels(kennis: Toegespitst) -> tuple[tuple[Conditie, Regel, bool], ...]:
    return tuple(
        (conditie, regel, not _VAN_GEGEVEN.isdisjoint(conditie.feiten()))
        for conditie, regel in kennis.bijregels
    )
