"""Voorwaarden met drie waarden: waar, onwaar, onbekend.

A condition is an object, not a function: it prints itself, tells which facts it needs, and
evaluates under Kleene logic. `None` stands for *onbekend* everywhere in this room.

>>> jong = feit("leeftijd") < 27
>>> str(jong), jong.waarheid({"leeftijd": 24}), jong.waarheid({})
('leeftijd < 27', True, None)
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from knowledge.feiten import FEITEN, Feit, Feiten
from knowledge.fouten import KennisOnjuist
from knowledge.termijnen import Termijn

Waarheid = bool | None
"""True = waar, False = onwaar, None = onbekend."""

# What the motor itself concludes and side conditions may look at, next to the closed fact list.
UITKOMSTFEITEN: Final[dict[str, Feit]] = {
    "uitkomst_oordeel": Feit("uitkomst_oordeel", "keuze"),
    "uitkomst_grondslag": Feit("uitkomst_grondslag", "keuze"),
}


_NIETS: Final[frozenset[str]] = frozenset()


class Conditie(ABC):
    """Something that is waar, onwaar or onbekend, given the facts."""

    __slots__ = ()

    @abstractmethod
    def waarheid(self, feiten: Feiten) -> Waarheid:
        """Evaluate; facts that are not in `feiten` are unknown."""

    @abstractmethod
    def atomen(self) -> Iterator[Atoom]:
        """Yield every elementary test in this condition."""

    @abstractmethod
    def met_open(self, feiten: Feiten) -> tuple[Waarheid, frozenset[str]]:
        """Evaluate, and return the unknown facts that keep it onbekend (empty when known)."""

    def open(self, feiten: Feiten) -> frozenset[str]:
        """Return just the unknown facts that keep this condition onbekend."""
        return self.met_open(feiten)[1]

    @abstractmethod
    def als_json(self) -> dict[str, Any]:
        """Return a JSON form from which the condition can be printed and rebuilt."""

    def feiten(self) -> frozenset[str]:
        """Return the names of all facts this condition can look at."""
        return frozenset(naam for atoom in self.atomen() for naam in atoom.namen())

    def __and__(self, ander: Conditie) -> Conditie:
        return Alle((*_delen(self, Alle), *_delen(ander, Alle)))

    def __or__(self, ander: Conditie) -> Conditie:
        return Een((*_delen(self, Een), *_delen(ander, Een)))

    def __invert__(self) -> Conditie:
        return self.deel if isinstance(self, Niet) else Niet(self)

    def __bool__(self) -> bool:
        # `a and b` would silently drop a condition; this makes that mistake impossible.
        raise TypeError("gebruik & | ~ tussen voorwaarden, niet and/or/not")


def _delen(conditie: Conditie, soort: type[Alle | Een]) -> tuple[Conditie, ...]:
    return conditie.delen if isinstance(conditie, soort) else (conditie,)


class Atoom(Conditie):
    """An elementary test on one fact (and, where a term changes over time, on `datum`)."""

    __slots__ = ()

    naam: str

    def atomen(self) -> Iterator[Atoom]:
        yield self

    def namen(self) -> tuple[str, ...]:
        """Return the facts this test reads."""
        return (self.naam,)

    def met_open(self, feiten: Feiten) -> tuple[Waarheid, frozenset[str]]:
        waarheid = self.waarheid(feiten)
        if waarheid is not None:
            return waarheid, _NIETS
        return None, frozenset(naam for naam in self.namen() if naam not in feiten)


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


@dataclass(frozen=True, slots=True)
class Alle(Conditie):
    """All parts hold."""

    delen: tuple[Conditie, ...]

    def waarheid(self, feiten: Feiten) -> Waarheid:
        uitkomst: Waarheid = True
        for deel in self.delen:
            waarheid = deel.waarheid(feiten)
            if waarheid is False:
                return False
            if waarheid is None:
                uitkomst = None
        return uitkomst

    def atomen(self) -> Iterator[Atoom]:
        for deel in self.delen:
            yield from deel.atomen()

    def met_open(self, feiten: Feiten) -> tuple[Waarheid, frozenset[str]]:
        wacht_op = _NIETS
        onbekend = False
        for deel in self.delen:
            waarheid, open_ = deel.met_open(feiten)
            if waarheid is False:
                return False, _NIETS
            if waarheid is None:
                onbekend = True
                wacht_op |= open_
        return (None, wacht_op) if onbekend else (True, _NIETS)

    def als_json(self) -> dict[str, Any]:
        return {"alle": [deel.als_json() for deel in self.delen]}

    def __str__(self) -> str:
        return " en ".join(_haakjes(deel, Een) for deel in self.delen) or "altijd"


@dataclass(frozen=True, slots=True)
class Een(Conditie):
    """At least one part holds."""

    delen: tuple[Conditie, ...]

    def waarheid(self, feiten: Feiten) -> Waarheid:
        uitkomst: Waarheid = False
        for deel in self.delen:
            waarheid = deel.waarheid(feiten)
            if waarheid is True:
                return True
            if waarheid is None:
                uitkomst = None
        return uitkomst

    def atomen(self) -> Iterator[Atoom]:
        for deel in self.delen:
            yield from deel.atomen()

    def met_open(self, feiten: Feiten) -> tuple[Waarheid, frozenset[str]]:
        wacht_op = _NIETS
        onbekend = False
        for deel in self.delen:
            waarheid, open_ = deel.met_open(feiten)
            if waarheid is True:
                return True, _NIETS
            if waarheid is None:
                onbekend = True
                wacht_op |= open_
        return (None, wacht_op) if onbekend else (False, _NIETS)

    def als_json(self) -> dict[str, Any]:
        return {"een": [deel.als_json() for deel in self.delen]}

    def __str__(self) -> str:
        return " of ".join(_haakjes(deel, Alle) for deel in self.delen) or "nooit"


@dataclass(frozen=True, slots=True)
class Niet(Conditie):
    """The part does not hold."""

    deel: Conditie

    def waarheid(self, feiten: Feiten) -> Waarheid:
        waarheid = self.deel.waarheid(feiten)
        return None if waarheid is None else not waarheid

    def atomen(self) -> Iterator[Atoom]:
        yield from self.deel.atomen()

    def met_open(self, feiten: Feiten) -> tuple[Waarheid, frozenset[str]]:
        waarheid, open_ = self.deel.met_open(feiten)
        return (None if waarheid is None else not waarheid), open_

    def als_json(self) -> dict[str, Any]:
        return {"niet": self.deel.als_json()}

    def __str__(self) -> str:
        return f"niet ({self.deel})"


ALTIJD: Final[Conditie] = Alle(())
NOOIT: Final[Conditie] = Een(())


def alle(*delen: Conditie) -> Conditie:
    """Return the condition that every part holds."""
    return Alle(delen)


def een(*delen: Conditie) -> Conditie:
    """Return the condition that at least one part holds."""
    return Een(delen)


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


def _woord(waarde: str | bool) -> str:  # noqa: FBT001 - the value itself, not a switch
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return waarde


def _haakjes(deel: Conditie, soort: type[Conditie]) -> str:
    return f"({deel})" if isinstance(deel, soort) else str(deel)
