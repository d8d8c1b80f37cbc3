"""Waarom een regel over deze route hier niet geldt: welke voorwaarde niet opging, in woorden.

'The documents do not cover this route' is only true where no rule is about it. Where one is, the
account says what it asked that is not so. Only rules of a statutory ground: the other grounds
can hold on every route.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

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
    gevonden: dict[str, _Gemist] = {}
    for feiten in werelden:
        geldt = toegespitst(kennis, feiten)
        gezien = tuple((naam, feiten[naam]) for naam in _namen(geldt) if naam in feiten)
        for gemist in _gemist(geldt, frozenset(alleen), gezien):
            id_ = gemist.deel.regel.id
            if id_ not in gevonden or gemist.afstand < gevonden[id_].afstand:
                gevonden[id_] = gemist
    dichtst = min((gemist.afstand for gemist in gevonden.values()), default=None)
    delen = (gemist.deel for gemist in gevonden.values() if gemist.afstand == dichtst)
    return tuple(delen)[:_HOOGSTENS]


class _Gemist(NamedTuple):
    afstand: tuple[int, int]
    """Of two that fail as often, the one of which more is known to be so is the nearer."""
    deel: NietVoldaan


@lru_cache(maxsize=4096)
def _gemist(
    geldt: Toegespitst, alleen: frozenset[str], gezien: tuple[tuple[str, Any], ...]
) -> tuple[_Gemist, ...]:
    """Return the rules that fail; the same for all that they see as the same."""
    feiten = dict(gezien)
    uit = []
    for regel in _over_route(geldt):
        if alleen and regel.id not in alleen:
            continue
        delen = [(deel, deel.waarheid(feiten)) for deel in _delen(regel)]
        gemist = [deel for deel, waarheid in delen if waarheid is False]
        if gemist:
            afstand = (len(gemist), sum(waarheid is None for _, waarheid in delen))
            zinnen = spoor_per_feit(gemist, feiten, geldt.kennis)
            uit.append(_Gemist(afstand, NietVoldaan(regel, zinnen)))
    return tuple(uit)


@lru_cache(maxsize=1024)
def _namen(geldt: Toegespitst) -> tuple[str, ...]:
    """Return the facts that these rules look at."""
    condities = (deel for regel in _over_route(geldt) for deel in _delen(regel))
    return tuple(sorted({naam for conditie in condities for naam in conditie.feiten()}))


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
