"""Voorwaarden met drie waarden: waar, onwaar, onbekend.

A condition is an object, not a function: it prints itself, tells which facts it needs, and
evaluates under Kleene logic. `None` stands for *onbekend* everywhere in this room.

The elementary tests are in `atomen`; rules are written with `feit` (see there for an example).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from knowledge.feiten import Feiten

Waarheid = bool | None
"""True = waar, False = onwaar, None = onbekend."""

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
class _Samen(Conditie):
    """Parts joined by 'en' or 'of'; one part with the truth `BESLIST` settles the whole."""

    delen: tuple[Conditie, ...]

    BESLIST: ClassVar[bool]

    def waarheid(self, feiten: Feiten) -> Waarheid:
        beslist = self.BESLIST
        uitkomst: Waarheid = not beslist
        for deel in self.delen:
            waarheid = deel.waarheid(feiten)
            if waarheid is beslist:
                return beslist
            if waarheid is None:
                uitkomst = None
        return uitkomst

    def met_open(self, feiten: Feiten) -> tuple[Waarheid, frozenset[str]]:
        wacht_op = _NIETS
        uitkomst: Waarheid = not self.BESLIST
        for deel in self.delen:
            waarheid, open_ = deel.met_open(feiten)
            if waarheid is self.BESLIST:
                return self.BESLIST, _NIETS
            if waarheid is None:
                uitkomst = None
                wacht_op |= open_
        return uitkomst, wacht_op

    def atomen(self) -> Iterator[Atoom]:
        for deel in self.delen:
            yield from deel.atomen()


class Alle(_Samen):
    """All parts hold."""

    __slots__ = ()
    BESLIST = False

    def als_json(self) -> dict[str, Any]:
        return {"alle": [deel.als_json() for deel in self.delen]}

    def __str__(self) -> str:
        return " en ".join(_haakjes(deel, Een) for deel in self.delen) or "altijd"


class Een(_Samen):
    """At least one part holds."""

    __slots__ = ()
    BESLIST = True

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


def _haakjes(deel: Conditie, soort: type[Conditie]) -> str:
    return f"({deel})" if isinstance(deel, soort) else str(deel)
