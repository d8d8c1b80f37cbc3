"""De elementaire toetsen: één feit tegen een waarde, een grens of een periode."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from knowledge.condities import Atoom, Waarheid
from knowledge.feiten import Feiten
from knowledge.termijnen import Termijn


@dataclass(frozen=True, slots=True)
class EenVan(Atoom):
    """The fact has one of these values."""

    naam: str
    waarden: frozenset[str | bool]

    def waarheid(self, feiten: Feiten) -> Waarheid:
        waarde = feiten.get(self.naam)
        return None if waarde is None else waarde in self.waarden

    def als_json(self) -> dict[str, Any]:
        return {"feit": self.naam, "een_van": sorted(self.waarden, key=str)}

    def __str__(self) -> str:
        woorden = [_woord(w) for w in sorted(self.waarden, key=str)]
        return f"{self.naam} is {' of '.join(woorden)}"


@dataclass(frozen=True, slots=True)
class Bevat(Atoom):
    """A data item is (also) of one of these kinds."""

    naam: str
    waarden: frozenset[str]

    def waarheid(self, feiten: Feiten) -> Waarheid:
        waarde = feiten.get(self.naam)
        return None if waarde is None else not self.waarden.isdisjoint(waarde)

    def als_json(self) -> dict[str, Any]:
        return {"feit": self.naam, "bevat": sorted(self.waarden)}

    def __str__(self) -> str:
        return f"{self.naam} bevat {' of '.join(sorted(self.waarden))}"


Vergelijking = Literal["<", "<=", ">=", ">"]


@dataclass(frozen=True, slots=True)
class Vergelijk(Atoom):
    """A number against a bound; the bound may be a term of law that changes over time."""

    naam: str
    teken: Vergelijking
    grens: int | Termijn

    def namen(self) -> tuple[str, ...]:
        return (self.naam, "datum") if isinstance(self.grens, Termijn) else (self.naam,)

    def waarheid(self, feiten: Feiten) -> Waarheid:
        waarde = feiten.get(self.naam)
        if waarde is None:
            return None
        grens = self.grens
        if isinstance(grens, int):
            return self._vergelijk(waarde, grens)
        datum = feiten.get("datum")
        if datum is not None:
            geldend = grens.op(datum)
            # Outside every period the term does not exist; no rule of that date may rest on it.
            return False if geldend is None else self._vergelijk(waarde, geldend)
        uitkomsten = {self._vergelijk(waarde, periode.waarde) for periode in grens.perioden}
        return uitkomsten.pop() if len(uitkomsten) == 1 else None

    def _vergelijk(self, waarde: int, grens: int) -> bool:
        if self.teken == "<":
            return waarde < grens
        if self.teken == "<=":
            return waarde <= grens
        if self.teken == ">=":
            return waarde >= grens
        return waarde > grens

    def als_json(self) -> dict[str, Any]:
        grens = self.grens if isinstance(self.grens, int) else {"termijn": self.grens.id}
        return {"feit": self.naam, "teken": self.teken, "grens": grens}

    def __str__(self) -> str:
        return f"{self.naam} {self.teken} {self.grens}"


@dataclass(frozen=True, slots=True)
class Geldig(Atoom):
    """The date of sharing lies in a period; both ends inclusive, `None` is open."""

    van: dt.date | None
    tot_en_met: dt.date | None
    naam: str = "datum"

    def waarheid(self, feiten: Feiten) -> Waarheid:
        datum = feiten.get("datum")
        if datum is None:
            return None
        if self.van is not None and datum < self.van:
            return False
        return self.tot_en_met is None or datum <= self.tot_en_met

    def als_json(self) -> dict[str, Any]:
        return {
            "feit": "datum",
            "van": self.van and self.van.isoformat(),
            "tot_en_met": self.tot_en_met and self.tot_en_met.isoformat(),
        }

    def __str__(self) -> str:
        van = f" vanaf {self.van.isoformat()}" if self.van else ""
        tot = f" tot en met {self.tot_en_met.isoformat()}" if self.tot_en_met else ""
        return f"datum{van}{tot}"


def _woord(waarde: str | bool) -> str:  # noqa: FBT001 - the value itself, not a switch
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return waarde
