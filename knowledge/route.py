"""Waarom een regel over deze route hier niet geldt: welke voorwaarde niet opging, in woorden.

'The documents do not cover this route' is only true where no rule is about it. Where one is, the
account says what it asked that is not so. Only rules of a statutory ground: the other grounds
can hold on every route.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from knowledge.condities import Alle, Conditie
from knowledge.feiten import Feiten
from knowledge.kennis import Kennis
from knowledge.regels.basis import Grondslag, Regel
from knowledge.spoor import spoor_per_feit
from knowledge.toegespitst import Toegespitst, toegespitst

ROUTE: Final = "B-ROUTE"
"""The rule that says: there is a rule about this route, but one of its conditions failed."""
_UIT_DE_WET: Final = frozenset((Grondslag.WETTELIJKE_VERPLICHTING, Grondslag.ALGEMEEN_BELANG))
_HOOGSTENS: Final = 2


class NietVoldaan(NamedTuple):
    """A rule about this route, and the facts by which it does not hold here, in words."""

    regel: Regel
    feiten: tuple[str, ...]


def niet_voldaan(
    werelden: Sequence[Feiten], kennis: Kennis, alleen: Collection[str] = ()
) -> tuple[NietVoldaan, ...]:
    """Return the rules about this route that come nearest to holding, two at most.

    `werelden` are the facts of one data item, under either law while the date is unknown;
    `alleen` are the ids of the rules to look at.
    """
    gevonden: dict[str, tuple[int, NietVoldaan]] = {}
    for feiten in werelden:
        for regel in _over_route(toegespitst(kennis, feiten)):
            if alleen and regel.id not in alleen:
                continue
            gemist = [deel for deel in _delen(regel) if deel.waarheid(feiten) is False]
            eerder = gevonden.get(regel.id)
            if gemist and (eerder is None or len(gemist) < eerder[0]):
                zinnen = spoor_per_feit(gemist, feiten, kennis)
                gevonden[regel.id] = (len(gemist), NietVoldaan(regel, zinnen))
    minst = min((aantal for aantal, _ in gevonden.values()), default=0)
    dichtst = [deel for aantal, deel in gevonden.values() if aantal == minst]
    return tuple(dichtst[:_HOOGSTENS])


@lru_cache(maxsize=1024)
def _over_route(kennis: Toegespitst) -> tuple[Regel, ...]:
    return tuple(
        regel
        for regel in kennis.kennis.gronden
        if regel.grondslag in _UIT_DE_WET and regel.over_deze_route.waarheid(kennis.bekend) is True
    )


def _delen(regel: Regel) -> Iterator[Conditie]:
    for conditie in (regel.als, regel.mits):
        yield from conditie.delen if isinstance(conditie, Alle) else (conditie,)
