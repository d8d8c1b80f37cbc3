"""Replace one part of the knowledge by another, wherever that very part is used.

Rules share parts: the condition of a rule is also inside the decision, and a named condition
inside many rules. Parts are told apart by identity, so what is replaced is one declaration.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

from knowledge.atomen import Geldig
from knowledge.condities import Alle, Conditie, Een, Niet
from knowledge.kennis import Kennis
from knowledge.regels.basis import Regel

Omzetting = Callable[[Conditie], Conditie]


def deel_vervangen(kennis: Kennis, oud: Conditie, nieuw: Conditie) -> Kennis:
    """Return the knowledge with one part of a condition replaced everywhere."""
    return _overal(kennis, _Vervanger(oud, nieuw))


def regel_vervangen(kennis: Kennis, oud: Regel, nieuw: Regel | None) -> Kennis:
    """Return the knowledge with another rule in the place of one; None takes it out."""
    regels = tuple(nieuw if r is oud else r for r in kennis.regels if r is not oud or nieuw)
    geldig: Conditie = Een(()) if nieuw is None else nieuw.geldig
    kennis = replace(
        kennis,
        regels=regels,  # type: ignore[arg-type] # mypy does not see that None is left out
        besluiten=tuple(
            besluit._replace(regels=tuple(nieuw if r is oud else r for r in besluit.regels))
            if nieuw
            else besluit
            for besluit in kennis.besluiten
        ),
    )
    return _overal(kennis, _PeriodeVervanger(oud, geldig))


def _overal(kennis: Kennis, omzetting: Omzetting) -> Kennis:
    """Apply a change to every condition; what did not change stays the same object."""
    regels = {id(regel): _regel(regel, omzetting) for regel in kennis.regels}
    return replace(
        kennis,
        regels=tuple(regels.values()),
        afgeleid={naam: omzetting(als) for naam, als in kennis.afgeleid.items()},
        besluiten=tuple(
            besluit._replace(
                als=omzetting(besluit.als),
                regels=tuple(regels.get(id(regel), regel) for regel in besluit.regels),
            )
            for besluit in kennis.besluiten
        ),
        botsingen=tuple(b._replace(als=omzetting(b.als)) for b in kennis.botsingen),
        volgt_uit=tuple(g._replace(als=omzetting(g.als)) for g in kennis.volgt_uit),
    )


def _regel(regel: Regel, omzetting: Omzetting) -> Regel:
    anders: dict[str, Any] = {
        veld: nieuw
        for veld in ("als", "mits")
        if (nieuw := omzetting(getattr(regel, veld))) is not getattr(regel, veld)
    }
    return replace(regel, **anders) if anders else regel


class _Omzetter:
    """Walks a condition once, also where it is used twice."""

    def __init__(self) -> None:
        self._klaar: dict[int, Conditie] = {}

    def __call__(self, conditie: Conditie) -> Conditie:
        if id(conditie) not in self._klaar:
            self._klaar[id(conditie)] = self._zet_om(conditie)
        return self._klaar[id(conditie)]

    def _zet_om(self, conditie: Conditie) -> Conditie:
        if isinstance(conditie, Alle | Een):
            delen = tuple(self(deel) for deel in conditie.delen)
            gelijk = all(a is b for a, b in zip(delen, conditie.delen, strict=True))
            return conditie if gelijk else type(conditie)(delen)
        if isinstance(conditie, Niet):
            deel = self(conditie.deel)
            return conditie if deel is conditie.deel else ~deel
        return conditie


class _Vervanger(_Omzetter):
    def __init__(self, oud: Conditie, nieuw: Conditie) -> None:
        super().__init__()
        self._klaar[id(oud)] = nieuw


class _PeriodeVervanger(_Omzetter):
    """The period of a rule stands right before its condition, also inside the decision."""

    def __init__(self, regel: Regel, geldig: Conditie) -> None:
        super().__init__()
        self._regel, self._geldig = regel, geldig

    def _zet_om(self, conditie: Conditie) -> Conditie:
        nieuw = super()._zet_om(conditie)
        if not isinstance(nieuw, Alle):
            return nieuw
        delen = list(nieuw.delen)
        for plaats, (geldig, als) in enumerate(pairwise(delen)):
            if geldig is self._regel.geldig and als is self._regel.als:
                delen[plaats] = self._geldig
        gelijk = all(a is b for a, b in zip(delen, nieuw.delen, strict=True))
        return nieuw if gelijk else Alle(tuple(delen))


def met_periode(regel: Regel, geldig: Geldig) -> Regel:
    """Return the rule with another period."""
    return replace(regel, geldig=geldig)
