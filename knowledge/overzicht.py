"""Het overzicht voor de beheerder: elke regel met bronnen, geldigheid en casussen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from knowledge.atomen import Geldig
from knowledge.bronnen import bronnen
from knowledge.casussen import CasusSituatie, casussen
from knowledge.condities import ALTIJD
from knowledge.regels import ALLE_REGELS
from knowledge.regels.basis import Regel
from knowledge.teksten import tekst
from knowledge.uitkomst import Uitkomst
from knowledge.weging import weeg_doel

STAPPEN: Final = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Regeloverzicht:
    """One rule as the maintainer sees it."""

    regel: Regel
    casussen: tuple[str, ...]
    """Ids of the situations whose outcome names the rule."""

    def als_json(self) -> dict[str, Any]:
        """Return the rule as data; conditions in words and as a tree."""
        kaal = self.regel.als_json()
        return {
            **kaal,
            "uitleg": tekst(f"regels.{self.regel.id}"),
            "als": str(self.regel.als),
            "mits": None if self.regel.mits == ALTIJD else str(self.regel.mits),
            "voorwaarde": {"als": kaal["als"], "mits": kaal["mits"]},
            "bronnen": [
                {"id": id_, **bronnen()[id_].als_json(), "tekst": str(bronnen()[id_])}
                for id_ in self.regel.bronnen
            ],
            "casussen": list(self.casussen),
        }

    def regels_tekst(self) -> Iterable[str]:
        """Yield the lines of the readable list."""
        regel = self.regel
        yield f"{regel.id}  ({periode(regel.geldig)})"
        yield f"  {tekst(f'regels.{regel.id}')}"
        yield _veld("als", str(regel.als))
        if regel.mits != ALTIJD:
            yield _veld("mits", str(regel.mits))
        yield _veld("bronnen", "; ".join(str(bronnen()[id_]) for id_ in regel.bronnen))
        yield _veld("casussen", ", ".join(self.casussen) or tekst("kennis.geen_casus"))


def overzicht() -> tuple[Regeloverzicht, ...]:
    """Return every rule, in the order of the rules."""
    return tuple(
        Regeloverzicht(
            regel,
            tuple(casus.id for casus, namen in per_casus() if regel.id in namen),
        )
        for regel in ALLE_REGELS
    )


def als_tekst() -> str:
    """Return the whole overview as text, stap by stap."""
    uit: list[str] = []
    for stap in STAPPEN:
        uit += [tekst(f"kennis.stap_{stap}"), ""]
        for deel in overzicht():
            if deel.regel.stap == stap:
                uit += [*deel.regels_tekst(), ""]
    return "\n".join(uit).rstrip()


@cache
def per_casus() -> tuple[tuple[CasusSituatie, frozenset[str]], ...]:
    """Return every situation of the casussen with the ids of the rules its outcomes name."""
    uit = []
    for casus in casussen():
        for geval in casus.situaties:
            situatie = geval.situatie()
            namen: frozenset[str] = frozenset()
            for doel in situatie.doelen():
                namen |= genoemd(weeg_doel(situatie, doel, volledig=False))
            uit.append((geval, namen))
    return tuple(uit)


def genoemd(uitkomst: Uitkomst) -> frozenset[str]:
    """Return the rules an outcome names, for the whole or for one data item."""
    return frozenset(uitkomst.regels).union(*(g.regels for g in uitkomst.gegevens))


def periode(geldig: Geldig) -> str:
    """Write a period of validity in words."""
    van = geldig.van.isoformat() if geldig.van else tekst("kennis.begin")
    if geldig.tot_en_met is None:
        return tekst("kennis.vanaf").format(van=van)
    return tekst("kennis.van_tot").format(van=van, tot=geldig.tot_en_met.isoformat())


def _veld(naam: str, inhoud: str) -> str:
    return f"  {tekst(f'kennis.veld_{naam}')}: {inhoud}"
