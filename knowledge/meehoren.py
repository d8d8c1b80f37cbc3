"""Meehoren: met welke kleinste verandering één ontvanger meer een gegeven mag horen.

The turning points of an outcome are about its verdict, which one data item that may be shared
already makes favourable. Here they are about the items that a receiver may not hear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from knowledge import kantelpunten
from knowledge.beslissing import Oordeel
from knowledge.feiten import Doel, Gegeven, Organisatie, Situatie
from knowledge.kennis import Kennis
from knowledge.motor import Stand
from knowledge.ontvangers import Overleg
from knowledge.samen import Uitkomsten
from knowledge.uitkomst import Uitkomst

_NIETS_TE_ZOEKEN: Final = (Oordeel.MAG, Oordeel.ONVOLLEDIG)
"""The young person tells it, or nobody knows yet."""


@dataclass(frozen=True, slots=True)
class Meehoren:
    """A smallest change by which a receiver may hear more."""

    ontvanger: Organisatie
    doelen: tuple[Doel | None, ...]
    """For which doelen."""
    feiten: dict[str, Any]
    """The change. What may differ per receiver changes for this receiver only."""
    gegevens: tuple[str, ...]
    """The names of what it may hear then, and may not hear now."""

    def als_json(self) -> dict[str, Any]:
        """Return it as the `weeg` contract writes what it adds."""
        return {
            "naar": self.ontvanger.value,
            "doelen": [doel and doel.value for doel in self.doelen],
            "feiten": self.feiten,
            "gegevens": list(self.gegevens),
        }


def meehoren(
    overleg: Overleg, uitkomsten: Uitkomsten, kennis: Kennis | None = None
) -> tuple[Meehoren, ...]:
    """Return, per receiver in the order given, what would let it hear one data item more.

    `uitkomsten` are complete: with their turning points.
    """
    gevonden: list[Meehoren] = []
    for ontvanger, situatie in overleg.elk():
        eigen: list[Meehoren] = []
        hoort = {
            plaats
            for uitkomst in uitkomsten[ontvanger]
            for plaats, gegeven in enumerate(uitkomst.gegevens)
            if gegeven.delen
        }
        for uitkomst in uitkomsten[ontvanger]:
            for feiten, namen in _veranderingen(situatie, uitkomst, hoort, kennis):
                _voeg_toe(eigen, Meehoren(ontvanger, (uitkomst.doel,), feiten, namen))
        gevonden += eigen
    return tuple(gevonden)


def _voeg_toe(lijst: list[Meehoren], nieuw: Meehoren) -> None:
    """Add one; the same change for another doel is the same turning point."""
    for plaats, al in enumerate(lijst):
        if (al.feiten, al.gegevens) == (nieuw.feiten, nieuw.gegevens):
            doelen = (*al.doelen, *nieuw.doelen)
            lijst[plaats] = Meehoren(al.ontvanger, doelen, al.feiten, al.gegevens)
            return
    lijst.append(nieuw)


def _veranderingen(
    situatie: Situatie, uitkomst: Uitkomst, hoort: set[int], kennis: Kennis | None
) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    gegevens = situatie.gegevens or ()
    over = [
        plaats
        for plaats, gegeven in enumerate(gegevens)
        if plaats not in hoort
        and gegeven.nodig is not False
        and uitkomst.gegevens[plaats].oordeel not in _NIETS_TE_ZOEKEN
    ]
    if not over or uitkomst.oordeel is Oordeel.ONVOLLEDIG:
        return
    for feiten in _kantelt(situatie, uitkomst, over, kennis):
        na = _na(situatie, uitkomst.doel, feiten, kennis)
        namen = tuple(uitkomst.gegevens[plaats].naam for plaats in over if plaats in na)
        if namen:
            yield feiten, namen


def _kantelt(
    situatie: Situatie, uitkomst: Uitkomst, over: Sequence[int], kennis: Kennis | None
) -> Iterable[dict[str, Any]]:
    """Yield the changes after which some of these data items are shared."""
    if uitkomst.oordeel is not Oordeel.MAG:
        # Nothing is shared yet, so what changes the verdict changes these.
        return [p.feiten for p in uitkomst.kantelpunten if p.oordeel is Oordeel.MAG]
    gegevens = situatie.gegevens or ()
    deel = situatie.model_copy(update={"gegevens": tuple(gegevens[plaats] for plaats in over)})
    stand = Stand.van(deel, uitkomst.doel, kennis)
    oordeel = _beste(uitkomst, over, stand.kennis)
    gevonden = kantelpunten.zoek(stand, oordeel, deel)
    return [_in_het_geheel(f, situatie, over) for f, daar in gevonden if daar is Oordeel.MAG]


def _beste(uitkomst: Uitkomst, over: Sequence[int], kennis: Kennis) -> Oordeel:
    """Return the verdict that these data items get without the others."""
    return min((uitkomst.gegevens[p].oordeel for p in over), key=kennis.rang.__getitem__)


def _in_het_geheel(
    feiten: dict[str, Any], situatie: Situatie, over: Sequence[int]
) -> dict[str, Any]:
    """Put data items that change back between those that do not."""
    if "gegevens" not in feiten:
        return feiten
    alle = [g.als_json() for g in situatie.gegevens or ()]
    for plaats, gegeven in zip(over, feiten["gegevens"], strict=False):
        alle[plaats] = gegeven
    return {**feiten, "gegevens": alle}


def _na(
    situatie: Situatie, doel: Doel | None, feiten: Mapping[str, Any], kennis: Kennis | None
) -> set[int]:
    """Return the places of what is certainly shared after a change."""
    anders = dict(feiten)
    if "gegevens" in anders:
        anders["gegevens"] = tuple(Gegeven.model_validate(g) for g in anders["gegevens"])
        if len(anders["gegevens"]) != len(situatie.gegevens or ()):
            return set()
    stand = Stand.van(situatie.model_copy(update=anders), doel, kennis)
    return {
        plaats
        for plaats, gegeven in enumerate(stand.per_gegeven)
        if gegeven.mogelijk() == {Oordeel.MAG}
    }
