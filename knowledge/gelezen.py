"""Wat gelezen is: per wetsartikel wanneer, in welke teksten van de wet, en de vingerafdruk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from knowledge.data import lees_toml
from knowledge.fouten import KennisOnjuist
from knowledge.teksten import tekst
from knowledge.vingerafdruk import Wettekst


@dataclass(frozen=True, slots=True)
class Lezing:
    """An article as somebody read it."""

    wet: str
    artikel: str
    teksten: tuple[dt.date, ...]
    """When the texts of the law began in which the article read like this, oldest first."""
    nagekeken: dt.date
    """The day of reading; the last of the texts was the one in force."""
    afdruk: str

    def __post_init__(self) -> None:
        dagen = (*self.teksten, self.nagekeken)
        if not self.teksten or any(type(dag) is not dt.date for dag in dagen):
            raise KennisOnjuist(f"gelezen {self.wet} {self.artikel}: geen datum")
        if list(dagen) != sorted(dagen):
            raise KennisOnjuist(f"gelezen {self.wet} {self.artikel}: datums staan niet op volgorde")


@cache
def lezingen() -> Mapping[tuple[str, str], tuple[Lezing, ...]]:
    """Load what was read, by law and article, the earliest text first.

    Raises:
        KennisOnjuist: an entry is incomplete; the message names it.
    """
    return {
        (wet, artikel): tuple(_lezing(wet, artikel, inhoud) for inhoud in blokken)
        for wet, artikelen in lees_toml("recht/gelezen.toml").items()
        for artikel, blokken in artikelen.items()
    }


def _lezing(wet: str, artikel: str, inhoud: dict[str, object]) -> Lezing:
    teksten = inhoud.get("teksten")
    velden = {**inhoud, "teksten": tuple(teksten) if isinstance(teksten, list) else ()}
    try:
        return Lezing(wet=wet, artikel=artikel, **velden)  # type: ignore[arg-type]
    except TypeError as fout:
        raise KennisOnjuist(f"gelezen {wet} {artikel}: onbekend of ontbrekend veld") from fout


def laatst_gelezen(wet: str, artikel: str) -> dt.date | None:
    """Return the day on which an article was last read; None is never."""
    return max((een.nagekeken for een in lezingen().get((wet, artikel), ())), default=None)


class Vergelijking(NamedTuple):
    """An article of a law file beside what was read of it."""

    wet: str
    artikel: str
    soort: Literal["gelijk", "anders", "weg", "ongelezen"]
    afdruk: str
    """Of the article in the file; empty when it is not in there."""

    def __str__(self) -> str:
        return tekst(f"wettekst.{self.soort}").format(
            wet=self.wet,
            artikel=self.artikel,
            afdruk=self.afdruk,
            dag=laatst_gelezen(self.wet, self.artikel),
        )


def vergelijk(wettekst: Wettekst, aangehaald: Iterable[tuple[str, str]]) -> Iterator[Vergelijking]:
    """Compare the articles we cite (law and article) with a file of that law.

    An article that reads as it did in any text we read, is the same.

    Raises:
        KennisOnjuist: we cite nothing of this law.
    """
    wet, boek = _wet_van(wettekst.bwb)
    for welke, artikel in sorted(set(aangehaald)):
        if welke != wet or not artikel.startswith(boek):
            continue
        nu = wettekst.van(artikel.removeprefix(boek))
        gelezen = {een.afdruk for een in lezingen().get((wet, artikel), ())}
        if nu is None:
            yield Vergelijking(wet, artikel, "weg", "")
        elif not gelezen:
            yield Vergelijking(wet, artikel, "ongelezen", nu)
        else:
            yield Vergelijking(wet, artikel, "gelijk" if nu in gelezen else "anders", nu)


def _wet_van(bwb: str) -> tuple[str, str]:
    """Return the law with this number, and what its articles begin with (BW: the book)."""
    for wet, inhoud in lees_toml("recht/bronnen.toml")["wetten"].items():
        if inhoud.get("bwb") == bwb:
            return wet, ""
        for boek, nummer in inhoud.get("boeken", {}).items():
            if nummer == bwb:
                return wet, f"{boek}:"
    raise KennisOnjuist(f"{bwb}: deze wet halen wij niet aan")
