"""De keuring van casussen met meer ontvangers: komt eruit wat er verwacht is?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.bevinding import Bevinding
from knowledge.casussen import Casus, CasusOverleg, VerwachtGesprek
from knowledge.samen import Samen, Uitkomsten, samen
from knowledge.weging import regime_van, weeg_overleg


def overleggen_anders(casussen: Iterable[Casus]) -> Iterator[Bevinding]:
    """Find situations with several receivers that come out otherwise than was expected."""
    for casus in casussen:
        for geval in casus.overleggen:
            yield from _van(geval)


def _van(geval: CasusOverleg) -> Iterator[Bevinding]:
    overleg = geval.overleg()
    uitkomsten = weeg_overleg(overleg, volledig=False)
    if regime_van(overleg.situatie.datum) != geval.regime:
        yield Bevinding("overleg_regime", geval.id)
    if {deel.naar for deel in geval.verwacht} != set(overleg.ontvangers):
        yield Bevinding("overleg_ontvangers", geval.id)
        return
    for naar in _anders(geval, uitkomsten):
        yield Bevinding("overleg_oordeel", f"{geval.id}, {naar}")
    if _gesprek(samen(uitkomsten)) != geval.gesprek:
        yield Bevinding("overleg_gesprek", geval.id)


def _anders(geval: CasusOverleg, uitkomsten: Uitkomsten) -> Iterator[str]:
    """Yield the receivers that get another verdict or ground."""
    for deel in geval.verwacht:
        gelden = [u for u in uitkomsten[deel.naar] if deel.doel in (None, u.doel)]
        if not gelden or any(
            u.oordeel not in deel.oordeel or (deel.grondslag and u.grondslag not in deel.grondslag)
            for u in gelden
        ):
            yield deel.naar.value


def _gesprek(samen_: Samen) -> VerwachtGesprek:
    return VerwachtGesprek(
        nu=tuple(g.naam for g in samen_.nu),
        eerst=tuple(g.naam for g in samen_.straks),
        nooit=tuple(g.naam for g in samen_.nooit),
    )
