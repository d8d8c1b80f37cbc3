"""Sjablonen: hoe mensen iets zeggen, als patroon van woorden in plaats van letters.

    toestemming ..3 (gegeven | gedaan)    words with at most three words between them
    weiger*                               every word that starts so
    geen|niet                             one of these words
    (hij|de jongen), (hij | de jongen)    one of these; with both, ' | ' binds looser than '|'
    een?                                  may be left out
    <jongere>                             one of a class; <getal> any number
    <van>, <naar>, <eigen>                an organisation, in this role

A gap never crosses a comma, the end of a sentence, or the name of an organisation made one word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, NamedTuple

from dialogs.fouten import LexiconOnjuist
from dialogs.lezen.woorden import SCHEIDING

_DELEN: Final = re.compile(r"\(|\)\??|\|(?=\s)|<\w+>\??|\.\.\d*|,\??|[^\s()<>?]+\??")
_GAT: Final = r"(?:(?!(?:en|maar|want|omdat|terwijl|zodat|doordat) )[^ .,?\u00a7][^ ]* ){0,%d}?"
_GAT_GEWOON: Final = 3
# What begins with '§' is an organisation, with '#' a number, with '~' a time.
PARTIJ: Final = "\u00a7"
TIJD: Final = "~"
_VAKKEN: Final = {
    "van": (rf"(?P<van>{PARTIJ}\w+) ", PARTIJ),
    "naar": (rf"(?P<naar>{PARTIJ}\w+) ", PARTIJ),
    "eigen": (rf"(?P<eigen>{PARTIJ}\w+) ", PARTIJ),
    "partij": (rf"{PARTIJ}\w+ ", PARTIJ),
    "vraagteken": (r"\? ", "?"),
    "getal": (r"#(?P<getal>\d+) ", "#"),
    "moment": (rf"{TIJD}t(?P<tijd>\d+) ", f"{TIJD}t"),
    "duur": (rf"{TIJD}d(?P<tijd>\d+) ", f"{TIJD}d"),
    "weken": (rf"{TIJD}w(?P<weken>\d+) ", f"{TIJD}w"),
    "tijd": (rf"{TIJD}\w+ ", TIJD),
}


class _Stuk(NamedTuple):
    """Part of a template: its regex, what it can start with, and the words it cannot do without."""

    regex: str
    eerste: frozenset[str]
    nodig: tuple[frozenset[str], ...]
    leeg_mag: bool = False
    leestekens: bool = False


@dataclass(frozen=True)
class Sjabloon:
    """A template; its regex is compiled the first time a text could fit."""

    bron: str
    patroon: str
    eerste: frozenset[str]
    nodig: tuple[frozenset[str], ...]
    ontkent: bool = False
    """A denial is one of its own words, so it is not denied by it."""
    leestekens: bool = False
    """It may reach over a comma or the end of a sentence."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """What it comes down to, on the text of a row."""
        return re.compile(self.patroon)


class _Lezer:
    def __init__(self, bron: str, klassen: Mapping[str, Sequence[str]]) -> None:
        self.bron = bron
        self.klassen = klassen
        self.delen = _DELEN.findall(_ruim(bron))
        self.hier = 0
        self.vakken = 0

    def alles(self) -> _Stuk:
        stuk = self._keuze()
        if self.hier != len(self.delen):
            raise LexiconOnjuist(f"sjabloon {self.bron!r}: haakje te veel")
        return stuk

    def _keuze(self) -> _Stuk:
        keuzes = [self._reeks()]
        while self._volgende() == "|":
            self.hier += 1
            keuzes.append(self._reeks())
        return _een_van(keuzes)

    def _reeks(self) -> _Stuk:
        stukken = []
        while (deel := self._volgende()) and deel != "|" and not deel.startswith(")"):
            self.hier += 1
            stukken.append(self._deel(deel))
        return _achter_elkaar(stukken)

    def _volgende(self) -> str:
        return self.delen[self.hier] if self.hier < len(self.delen) else ""

    def _deel(self, deel: str) -> _Stuk:
        if deel == "(":
            stuk = self._keuze()
            sluit = self._volgende()
            if not sluit:
                raise LexiconOnjuist(f"sjabloon {self.bron!r}: haakje te weinig")
            self.hier += 1
            return _mag_weg(stuk) if sluit.endswith("?") else stuk
        if deel.startswith(".."):
            gat = _GAT % (int(deel[2:]) if deel[2:] else _GAT_GEWOON)
            return _Stuk(gat, frozenset(), (), leeg_mag=True)
        kaal = deel.removesuffix("?")
        stuk = self._klas(kaal[1:-1]) if kaal.startswith("<") else _woorden(kaal)
        return _mag_weg(stuk) if deel.endswith("?") else stuk

    def _klas(self, naam: str) -> _Stuk:
        if naam in _VAKKEN:
            regex, eerste = _VAKKEN[naam]
            self.vakken += 1
            # A slot may occur in several branches; a group name may not.
            regex = regex.replace("(?P<", f"(?P<n{self.vakken}_")
            begint = frozenset((eerste if eerste == "?" else f"{eerste}*",))
            return _Stuk(regex, begint, (begint,), leestekens=eerste in SCHEIDING)
        if naam not in self.klassen:
            raise LexiconOnjuist(f"sjabloon {self.bron!r}: onbekende klasse {naam}")
        return _klas(tuple(self.klassen[naam]))


@cache
def _woorden(deel: str) -> _Stuk:
    woorden = [f"#{w}" if w.isdecimal() else w for w in deel.split("|")]
    regex = "|".join(
        re.escape(w.rstrip("*")) + ("[^ ]*" if w.endswith("*") else "") for w in woorden
    )
    keuze = frozenset(woorden)
    return _Stuk(f"(?:{regex}) ", keuze, (keuze,), leestekens=not keuze.isdisjoint(SCHEIDING))


def _ruim(bron: str) -> str:
    """Give the choices of a group room, unless the group has some with room already."""
    if "|" not in bron:
        return bron
    groepen: list[tuple[list[int], bool]] = []
    krap: set[int] = set()
    for plek, teken in enumerate(bron):
        if teken == "(":
            groepen.append(([], False))
        elif teken == "|" and groepen:
            plekken, ruim = groepen[-1]
            groepen[-1] = [*plekken, plek], ruim or bron[plek - 1 : plek + 2] == " | "
        elif teken == ")" and groepen:
            plekken, ruim = groepen.pop()
            krap |= set() if ruim else set(plekken)
    return "".join(" | " if plek in krap else teken for plek, teken in enumerate(bron))


@cache
def _klas(zinnen: tuple[str, ...]) -> _Stuk:
    """Compile a class once for all templates that share it; a class holds no other class."""
    return _een_van([_Lezer(zin, {}).alles() for zin in zinnen])


def _een_van(keuzes: list[_Stuk]) -> _Stuk:
    if len(keuzes) == 1:
        return keuzes[0]
    leeg = any(stuk.leeg_mag for stuk in keuzes)
    eerste = frozenset().union(*(stuk.eerste for stuk in keuzes))
    # Of a choice only this is certain: one of the first words of one of its branches is there.
    nodig = () if leeg else (eerste,)
    regex = f"(?:{'|'.join(stuk.regex for stuk in keuzes)})"
    return _Stuk(regex, eerste, nodig, leeg, any(stuk.leestekens for stuk in keuzes))


def _achter_elkaar(stukken: list[_Stuk]) -> _Stuk:
    eerste: frozenset[str] = frozenset()
    leeg = True
    for stuk in stukken:
        if leeg:
            eerste |= stuk.eerste
            leeg = stuk.leeg_mag
    nodig = tuple(eis for stuk in stukken for eis in stuk.nodig)
    regex = "".join(stuk.regex for stuk in stukken)
    return _Stuk(regex, eerste, nodig, leeg, any(stuk.leestekens for stuk in stukken))


def _mag_weg(stuk: _Stuk) -> _Stuk:
    return _Stuk(f"(?:{stuk.regex})?", stuk.eerste, (), leeg_mag=True, leestekens=stuk.leestekens)


def maak(
    bron: str, klassen: Mapping[str, Sequence[str]], ontkenningen: frozenset[str] = frozenset()
) -> Sjabloon:
    """Compile a template; `ontkenningen` are the words that deny.

    Raises:
        LexiconOnjuist: it names an unknown class, has unmatched brackets or can match nothing.
    """
    stuk = _Lezer(bron, klassen).alles()
    if stuk.leeg_mag or not stuk.eerste or bron.startswith(".."):
        raise LexiconOnjuist(f"sjabloon {bron!r} kan leeg zijn of begint met een gat")
    ontkent = any(eis & ontkenningen for eis in stuk.nodig)
    return Sjabloon(bron, stuk.regex, stuk.eerste, stuk.nodig, ontkent, stuk.leestekens)
