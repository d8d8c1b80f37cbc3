"""Wat er gelezen is: feiten met de woorden waar ze vandaan komen. Nog geen antwoorden."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from dialogs.lezen.buiten import Buiten
from dialogs.lezen.partijen import namen
from dialogs.lezen.tijd import Tijd

ZELFDODING: Final = "zelfdoding"
"""The kind of danger that 113 is there for."""


@dataclass(frozen=True, slots=True)
class Vondst:
    """One fact as read. `begin` and `einde` are code points in the text, end exclusive."""

    feit: str
    waarde: Any
    begin: int
    einde: int
    woorden: str


@dataclass(frozen=True, slots=True)
class Genoemd:
    """A data item as mentioned, and its kind."""

    soort: str
    begin: int
    einde: int
    woorden: str


@dataclass(frozen=True, slots=True)
class Organisatie:
    """An organisation where it is mentioned; `niveau`: as an education ('mbo 3')."""

    naam: str
    begin: int
    einde: int
    niveau: bool = False


@dataclass(frozen=True, slots=True)
class Dag:
    """A day of the calendar, whatever is said of it."""

    dag: dt.date
    begin: int
    einde: int


@dataclass(frozen=True, slots=True)
class Gevaar:
    """Words that tell of danger to life or health, now."""

    woorden: str
    soorten: frozenset[str]
    """Which kinds of danger it tells of (`gevaar.toml`)."""

    @property
    def zelfdoding(self) -> bool:
        """It is by one's own hand."""
        return ZELFDODING in self.soorten


@dataclass(frozen=True, slots=True)
class Lezing:
    """Everything read from one text. Nothing of it is a fact before somebody confirms it."""

    vondsten: tuple[Vondst, ...] = ()
    organisaties: tuple[Organisatie, ...] = ()
    gegevens: tuple[Genoemd, ...] = ()
    """The data items, each once."""
    weggelaten: tuple[Genoemd, ...] = ()
    """Data items that it is not about, in so many words: 'zonder zijn adres'."""
    buiten: tuple[Buiten, ...] = ()
    """What it tells of that is no weighing of one young person between two organisations."""
    tijden: tuple[Tijd, ...] = ()
    """Every time, counted where that can be done: how long, or how long ago."""
    dagen: tuple[Dag, ...] = ()
    tegenstrijdig: Mapping[str, tuple[Vondst, ...]] | None = None
    """Facts that the text gives in more than one way; these are asked, not chosen."""
    doelzin: str | None = None
    """The clauses that tell what it is for, in the words of who tells it."""
    gevaar: Gevaar | None = None
    """What in it tells of danger, also where the text says the opposite elsewhere."""

    @property
    def partijen(self) -> tuple[str, ...]:
        """The organisations, each once; 'school' only while its kind is unclear."""
        return namen(self.organisaties)

    @property
    def feiten(self) -> dict[str, Any]:
        """The facts by name; several purposes are a list."""
        uit: dict[str, Any] = {}
        for vondst in self.vondsten:
            if vondst.feit == "doel" and "doel" in uit:
                eerder = uit["doel"] if isinstance(uit["doel"], list) else [uit["doel"]]
                uit["doel"] = [*eerder, vondst.waarde]
            else:
                uit[vondst.feit] = vondst.waarde
        return uit

    @property
    def gelezen_uit(self) -> dict[str, str]:
        """The words each fact comes from."""
        uit: dict[str, str] = {}
        for vondst in self.vondsten:
            eerder = uit.get(vondst.feit)
            uit[vondst.feit] = f"{eerder}; {vondst.woorden}" if eerder else vondst.woorden
        return uit

    @property
    def gegevenssoorten(self) -> tuple[str, ...]:
        """The kinds of data mentioned, each once."""
        return tuple(dict.fromkeys(genoemd.soort for genoemd in self.gegevens))

    def deel(self, begin: int, einde: int) -> Lezing:
        """Return what was read in one part of the text, without reading it again."""
        return replace(
            self,
            vondsten=_binnen(self.vondsten, begin, einde),
            organisaties=_binnen(self.organisaties, begin, einde),
            gegevens=_binnen(self.gegevens, begin, einde),
            weggelaten=_binnen(self.weggelaten, begin, einde),
            tijden=_binnen(self.tijden, begin, einde),
            dagen=_binnen(self.dagen, begin, einde),
            tegenstrijdig=None,
            doelzin=None,
        )

    def als_json(self) -> dict[str, Any]:
        """Return it in JSON types only, for `begrijp`."""
        return {
            "feiten": self.feiten,
            "partijen": list(self.partijen),
            "gegevenssoorten": list(self.gegevenssoorten),
            "gelezen_uit": self.gelezen_uit,
        }


T = TypeVar("T", Vondst, Organisatie, Genoemd, Tijd, Dag)


def _binnen(alle: Iterable[T], begin: int, einde: int) -> tuple[T, ...]:
    """Return what lies within these places, counted from there."""
    return tuple(
        replace(een, begin=een.begin - begin, einde=een.einde - begin)
        for een in alle
        if begin <= een.begin and een.einde <= einde
    )
