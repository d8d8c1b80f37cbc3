"""Zo schrijf je een voorwaarde op: `feit("leeftijd") < 27`, `feit("van").is_("mbo", "vo")`.

>>> jong = feit("leeftijd") < 27
>>> str(jong), jong.waarheid({"leeftijd": 24}), jong.waarheid({})
('leeftijd < 27', True, None)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from knowledge.atomen import Bevat, EenVan, Vergelijk, Vergelijking
from knowledge.condities import Conditie
from knowledge.feiten import FEITEN, Feit
from knowledge.fouten import KennisOnjuist
from knowledge.termijnen import Termijn

# What the motor itself concludes and side conditions may look at, next to the closed fact list.
UITKOMSTFEITEN: Final[dict[str, Feit]] = {
    "uitkomst_oordeel": Feit("uitkomst_oordeel", "keuze"),
    "uitkomst_grondslag": Feit("uitkomst_grondslag", "keuze"),
    # The data item rests on consent, or only consent would let it be shared.
    "uitkomst_op_toestemming": Feit("uitkomst_op_toestemming", "ja_nee"),
    # Of the situation, where the three above are of one data item; `botsing` where the answers
    # contradict each other.
    "uitkomst_samen": Feit("uitkomst_samen", "keuze"),
}


class FeitNaam:
    """A fact on its way to becoming a condition; made by `feit`."""

    __slots__ = ("_feit",)

    def __init__(self, feit_: Feit) -> None:
        self._feit = feit_

    def _controleer(self, soort: str, waarden: Iterable[str] = ()) -> None:
        if self._feit.soort != soort:
            raise KennisOnjuist(f"feit {self._feit.naam} is geen {soort}")
        vreemd = set(waarden) - set(self._feit.waarden)
        if vreemd and self._feit.waarden:
            raise KennisOnjuist(f"feit {self._feit.naam} kent geen waarde {min(vreemd)}")

    def is_(self, *waarden: str) -> Conditie:
        """One of these values."""
        self._controleer("keuze", waarden)
        return EenVan(self._feit.naam, frozenset(waarden))

    def ja(self) -> Conditie:
        """Known to be true."""
        self._controleer("ja_nee")
        return EenVan(self._feit.naam, frozenset((True,)))

    def nee(self) -> Conditie:
        """Known to be false."""
        self._controleer("ja_nee")
        return EenVan(self._feit.naam, frozenset((False,)))

    def bevat(self, *waarden: str) -> Conditie:
        """(Also) of one of these kinds."""
        self._controleer("soorten", waarden)
        return Bevat(self._feit.naam, frozenset(waarden))

    def _vergelijk(self, teken: Vergelijking, grens: int | Termijn) -> Conditie:
        self._controleer("getal")
        return Vergelijk(self._feit.naam, teken, grens)

    def __lt__(self, grens: int | Termijn) -> Conditie:
        return self._vergelijk("<", grens)

    def __le__(self, grens: int | Termijn) -> Conditie:
        return self._vergelijk("<=", grens)

    def __ge__(self, grens: int | Termijn) -> Conditie:
        return self._vergelijk(">=", grens)

    def __gt__(self, grens: int | Termijn) -> Conditie:
        return self._vergelijk(">", grens)


def feit(naam: str) -> FeitNaam:
    """Start a condition on a fact of the closed list.

    Raises:
        KennisOnjuist: the list has no such fact.
    """
    gevonden = FEITEN.get(naam) or UITKOMSTFEITEN.get(naam)
    if gevonden is None:
        raise KennisOnjuist(f"onbekend feit in een regel: {naam}")
    return FeitNaam(gevonden)
