"""Welke woorden goed geschreven zijn, en welke iedereen kent. De lijsten: HERKOMST.md."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from typing import Final

import snowballstemmer

from knowledge.onderwerpen import onderwerpen
from tests.teksten.corpus import PROJECT

MAP: Final = Path(__file__).parent
_OPENTAAL: Final = PROJECT / "bot/bewaker/lijsten/woorden.txt.gz"
_DEEL: Final = re.compile(r"[^\W\d_]+(?:['\u2019/-][^\W\d_]+)*")
_STEMMER: Final = snowballstemmer.stemmer("dutch")


@cache
def eigen_lijst() -> frozenset[str]:
    """Return the words of `woorden.txt`; a line that begins with # says why."""
    regels = (MAP / "woorden.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for regel in regels if not regel.startswith("#") for w in regel.split())


@cache
def domeinwoorden() -> frozenset[str]:
    """Return the words that `docs/woordenlijst.md` explains under Domein."""
    lijst = (PROJECT / "docs/woordenlijst.md").read_text(encoding="utf-8")
    rijen = lijst.partition("## Domein")[2].partition("\n## ")[0].splitlines()
    return frozenset(w for rij in rijen if rij[:1] == "|" for w in _DEEL.findall(rij.split("|")[1]))


@cache
def uitgelegd() -> frozenset[str]:
    """Return the stems of what one can look up: the titles of begrippen and grondslagen."""
    titels = (o.titel for o in onderwerpen().values() if o.soort in {"begrip", "grondslag"})
    return frozenset(_stam(w) for titel in titels for w in _DEEL.findall(titel))


def goed_geschreven(woord: str) -> bool:
    """Tell whether a list has this word; a capital at the start of a sentence is fine."""
    lijst = eigen_lijst() | domeinwoorden()
    return in_opentaal(woord) or woord in lijst or _zonder_hoofdletter(woord) in lijst


def in_opentaal(woord: str) -> bool:
    """Tell whether the Dutch word list has this word."""
    return woord in _opentaal() or _zonder_hoofdletter(woord) in _opentaal()


def gewoon(woord: str) -> bool:
    """Tell whether everybody knows this word, in this form or another."""
    klein = woord.lower()
    return klein in _gewone_woorden() or _stam(klein) in _gewone_stammen()


def toegestaan(woord: str) -> bool:
    """Tell whether a rare word may stand in a text: it is explained, or listed with the reason."""
    return woord.lower() in _genoemd() or _stam(woord) in uitgelegd()


def _zonder_hoofdletter(woord: str) -> str:
    return woord[0].lower() + woord[1:]


@cache
def _opentaal() -> frozenset[str]:
    return _lees(_OPENTAAL)


@cache
def _genoemd() -> frozenset[str]:
    return frozenset(w.lower() for w in eigen_lijst() | domeinwoorden())


@cache
def _gewone_woorden() -> frozenset[str]:
    return _lees(PROJECT / "bot/papier/gewone_woorden.txt.gz")


@cache
def _gewone_stammen() -> frozenset[str]:
    return frozenset(_STEMMER.stemWords(list(_gewone_woorden())))


def _stam(woord: str) -> str:
    return str(_STEMMER.stemWord(woord.lower()))


def _lees(pad: Path) -> frozenset[str]:
    return frozenset(gzip.decompress(pad.read_bytes()).decode().split("\n"))
