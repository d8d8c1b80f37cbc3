"""De beslissing toegespitst op wat bijna altijd bekend is: de dag, wie geeft, wie krijgt, waarvoor.

Most of the law is about another route. With these facts filled in once, and kept, what is left
of the decision is small; everything that walks it walks that. Only conditions change: which
rule it is, and on what facts it rests, is told from the rules themselves.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from knowledge.atomen import Geldig, Vergelijk
from knowledge.condities import ALTIJD, NOOIT, Alle, Atoom, Conditie, Een, Niet
from knowledge.regels.basis import Regel

if TYPE_CHECKING:
    from knowledge.beslissing import Besluit
    from knowledge.kennis import Kennis
    from knowledge.regels.botsingen import Botsing

# In this order: the date splits the law in two, then every route is a small part of it.
_OP: Final = ("datum", "van", "naar", "doel")
_ROUTES_HOOGSTENS: Final = 1024
_Eigenaar = TypeVar("_Eigenaar")


@dataclass(frozen=True, eq=False)
class Toegespitst:
    """What is left of the decision when some facts are known; each condition with its owner."""

    kennis: Kennis
    bekend: Mapping[str, Any]
    """The facts that are filled in."""
    afgeleid: tuple[tuple[str, Conditie], ...]
    besluiten: tuple[tuple[Conditie, Besluit], ...]
    gronden: tuple[tuple[Conditie, Regel], ...]
    bijregels: tuple[tuple[Conditie, Regel], ...]
    botsingen: tuple[tuple[Conditie, Botsing], ...]

    def over(self, conditie: Conditie) -> Conditie:
        """Return what is left of any other condition with what is known filled in."""
        return self._korter(conditie)

    @cached_property
    def _korter(self) -> _Korter:
        return _Korter(self.bekend)

    def met(self, feiten: Mapping[str, Any]) -> Toegespitst:
        """Return what is left of the decision itself with these facts filled in as well."""
        return _vul_in(replace(self, gronden=(), bijregels=()), feiten)

    @cached_property
    def atomen(self) -> tuple[Atoom, ...]:
        """Every elementary test that can still decide a verdict."""
        condities = [conditie for conditie, _ in self.besluiten]
        condities += [conditie for _, conditie in self.afgeleid]
        condities += [conditie for conditie, _ in self.botsingen]
        return tuple(dict.fromkeys(a for conditie in condities for a in conditie.atomen()))

    @cached_property
    def namen(self) -> frozenset[str]:
        """The facts that these tests read."""
        return frozenset(naam for atoom in self.atomen for naam in atoom.namen())

    @cached_property
    def inhoud(self) -> object:
        """Something that is the same object wherever the same is left of the decision."""
        return _inhoud(
            self.kennis,
            self.afgeleid,
            tuple((conditie, id(besluit)) for conditie, besluit in self.besluiten),
            tuple((conditie, id(botsing)) for conditie, botsing in self.botsingen),
            self.over(self.kennis.nood),
            tuple((self.over(gevolg.als), id(gevolg)) for gevolg in self.kennis.volgt_uit),
        )

    @cached_property
    def nummers(self) -> Mapping[Atoom, int]:
        """The place of every test in `atomen`."""
        return {atoom: nummer for nummer, atoom in enumerate(self.atomen)}


def toegespitst(kennis: Kennis, feiten: Mapping[str, Any]) -> Toegespitst:
    """Return the decision with the date, giver, receiver and doel filled in, as far as known."""
    sleutel = tuple(
        _dag(kennis, feiten[naam]) if naam == "datum" else feiten[naam]
        for naam in _OP
        if naam in feiten
    )
    return _toegespitst(kennis, tuple(naam for naam in _OP if naam in feiten), sleutel)


@lru_cache(maxsize=4 * _ROUTES_HOOGSTENS)
def _inhoud(*_: object) -> object:
    return object()


@lru_cache(maxsize=_ROUTES_HOOGSTENS)
def _toegespitst(kennis: Kennis, namen: tuple[str, ...], waarden: tuple[Any, ...]) -> Toegespitst:
    if not namen:
        return _geheel(kennis)
    # One fact after the other: routes of one giver share most of the work.
    return _vul_in(_toegespitst(kennis, namen[:-1], waarden[:-1]), {namen[-1]: waarden[-1]})


@cache
def _geheel(kennis: Kennis) -> Toegespitst:
    return Toegespitst(
        kennis,
        {},
        afgeleid=tuple(kennis.afgeleid.items()),
        besluiten=tuple((besluit.als, besluit) for besluit in kennis.besluiten),
        gronden=tuple((regel.geeft_grond, regel) for regel in kennis.gronden),
        bijregels=tuple((regel.van_toepassing, regel) for regel in kennis.bijregels),
        botsingen=tuple((botsing.als, botsing) for botsing in kennis.botsingen),
    )


def _vul_in(geheel: Toegespitst, erbij: Mapping[str, Any]) -> Toegespitst:
    feiten: dict[str, Any] = {**geheel.bekend, **erbij}
    korter = _Korter(feiten)
    afgeleid = tuple((naam, korter(conditie)) for naam, conditie in geheel.afgeleid)
    vast = {naam: True for naam, conditie in afgeleid if conditie is ALTIJD}
    vast |= {naam: False for naam, conditie in afgeleid if conditie is NOOIT}
    met_vast = _Korter({**feiten, **vast})
    besluiten = []
    for conditie, besluit in geheel.besluiten:
        over = met_vast(conditie)
        if over is not NOOIT:
            besluiten.append((over, besluit))
        if over is ALTIJD:
            break
    return Toegespitst(
        geheel.kennis,
        feiten,
        afgeleid=afgeleid,
        besluiten=tuple(besluiten),
        gronden=_over(geheel.gronden, korter),
        bijregels=_over(geheel.bijregels, korter),
        botsingen=_over(geheel.botsingen, korter),
    )


def _over(
    delen: Iterable[tuple[Conditie, _Eigenaar]], korter: _Korter
) -> tuple[tuple[Conditie, _Eigenaar], ...]:
    over = ((korter(conditie), eigenaar) for conditie, eigenaar in delen)
    return tuple((conditie, eigenaar) for conditie, eigenaar in over if conditie is not NOOIT)


class _Korter:
    """Fills what is known into conditions; a part that stands in many of them is done once."""

    def __init__(self, feiten: Mapping[str, Any]) -> None:
        self._feiten = feiten
        # With the condition itself: as long as it is kept, no other gets its id.
        self._gedaan: dict[int, tuple[Conditie, Conditie]] = {}

    def __call__(self, conditie: Conditie) -> Conditie:
        """Return what is left of it: `ALTIJD` or `NOOIT` when that is all."""
        gedaan = self._gedaan.get(id(conditie))
        if gedaan is None:
            gedaan = self._gedaan[id(conditie)] = (conditie, self._een(conditie))
        return gedaan[1]

    def _een(self, conditie: Conditie) -> Conditie:
        # By type: asking an abstract class whether something is one costs more than the rest.
        soort = type(conditie)
        if soort is Alle or soort is Een:
            return self._samen(conditie)  # type: ignore[arg-type]
        if isinstance(conditie, Niet):
            korter = self(conditie.deel)
            if korter is ALTIJD or korter is NOOIT:
                return NOOIT if korter is ALTIJD else ALTIJD
            return conditie if korter is conditie.deel else ~korter
        return self._atoom(conditie)

    def _samen(self, conditie: Alle | Een) -> Conditie:
        neutraal, beslist = (ALTIJD, NOOIT) if type(conditie) is Alle else (NOOIT, ALTIJD)
        delen: dict[Conditie, None] = {}
        for deel in conditie.delen:
            korter = self(deel)
            if korter is beslist:
                return beslist
            if korter is not neutraal:
                binnen = korter.delen if type(korter) is type(conditie) else (korter,)
                delen |= dict.fromkeys(binnen)
        return type(conditie)(tuple(delen)) if len(delen) > 1 else next(iter(delen), neutraal)

    def _atoom(self, conditie: Conditie) -> Conditie:
        waarheid = conditie.waarheid(self._feiten)
        if waarheid is not None:
            return ALTIJD if waarheid else NOOIT
        if (
            isinstance(conditie, Vergelijk)
            and not isinstance(conditie.grens, int)
            and "datum" in self._feiten
        ):
            grens = conditie.grens.op(self._feiten["datum"])
            # Outside every period the term does not exist; no rule of that date may rest on it.
            return NOOIT if grens is None else Vergelijk(conditie.naam, conditie.teken, grens)
        return conditie


def _dag(kennis: Kennis, dag: dt.date) -> dt.date:
    """Return the first day on which the same law holds as on this one."""
    dagen = _dagen(kennis)
    plaats = bisect_right(dagen, dag)
    return dagen[plaats - 1] if plaats else dt.date.min


@cache
def _dagen(kennis: Kennis) -> list[dt.date]:
    """Return the days on which some rule or term starts or stops to hold."""
    condities = [*kennis.afgeleid.values(), *(besluit.als for besluit in kennis.besluiten)]
    condities += [regel.geeft_grond for regel in kennis.regels]
    condities += [regel.van_toepassing for regel in kennis.regels]
    condities += [botsing.als for botsing in kennis.botsingen]
    dagen: set[dt.date] = set()
    for atoom in {a for conditie in condities for a in conditie.atomen()}:
        perioden: Iterable[Any] = ()
        if isinstance(atoom, Geldig):
            perioden = (atoom,)
        elif isinstance(atoom, Vergelijk) and not isinstance(atoom.grens, int):
            perioden = atoom.grens.perioden
        for periode in perioden:
            dagen |= {periode.van} if periode.van else set()
            dagen |= {periode.tot_en_met + dt.timedelta(days=1)} if periode.tot_en_met else set()
    return sorted(dagen)
