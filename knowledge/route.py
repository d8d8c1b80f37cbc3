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
    gevonden: dict[str, tuple[tuple[int, int], NietVoldaan]] = {}
    for feiten in werelden:
        for regel in over_route(kennis, feiten):
            if alleen and regel.id not in alleen:
                continue
            delen = [(deel, deel.waarheid(feiten)) for deel in _delen(regel)]
            gemist = [deel for deel, waarheid in delen if waarheid is False]
            # Of two that fail as often, the one of which more is known to be so is the nearer.
            afstand = (len(gemist), sum(waarheid is None for _, waarheid in delen))
            eerder = gevonden.get(regel.id)
            if gemist and (eerder is None or afstand < eerder[0]):
                zinnen = spoor_per_feit(gemist, feiten, kennis)
                gevonden[regel.id] = (afstand, NietVoldaan(regel, zinnen))
    dichtst = min((afstand for afstand, _ in gevonden.values()), default=None)
    return tuple(deel for afstand, deel in gevonden.values() if afstand == dichtst)[:_HOOGSTENS]


def over_route(kennis: Kennis, feiten: Feiten) -> tuple[Regel, ...]:
    """Return the rules of a statutory ground about this giver and receiver, whatever they ask."""
    return _over_route(toegespitst(kennis, feiten))


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
