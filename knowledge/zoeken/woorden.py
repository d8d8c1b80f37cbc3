"""Van een zin naar stammen: kleine letters, geen accenten, geen woorden die niets onderscheiden."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

import snowballstemmer

from knowledge.data import lees_toml

# A paragraph or article ('3.1.2', '9.2.13'), a word, or a number. '&' joins ('w&i').
_DELEN: Final = re.compile(r"\d+(?:\.\d+)+|[a-z]+(?:&[a-z]+)*|\d+")
_ACCENTEN: Final = re.compile(r"[\u0300-\u036f]+")
_REEKS: Final = 4
_STAMMEN: Final = 8192
"""Stems remembered: all of our own texts, and what is asked only for a while."""
_STEMMER: Final = snowballstemmer.stemmer("dutch")


def vlak(tekst: str) -> str:
    """Return a text in lower case without accents."""
    return _ACCENTEN.sub("", unicodedata.normalize("NFKD", tekst.casefold()))


def woorden(tekst: str) -> list[str]:
    """Return the words and numbers of a text, in order, in lower case."""
    return _DELEN.findall(vlak(tekst).replace("'", "").replace("\u2019", ""))


@lru_cache(_STAMMEN)
def stam(woord: str) -> str:
    """Return the stem of one word as `woorden` gives it."""
    vast = _taal()["stammen"].get(woord)
    if vast is not None:
        return str(vast)
    return str(_STEMMER.stemWord(woord))


@cache
def stopwoorden() -> frozenset[str]:
    """Return the words that tell nothing about what is asked."""
    return frozenset(_taal()["stopwoorden"]["woorden"].split())


def letterreeksen(tekst: str) -> dict[str, float]:
    """Return the runs of letters within the words that tell something; a space ends a word."""
    return dict.fromkeys(
        (
            f" {woord} "[plaats : plaats + _REEKS]
            for woord in woorden(tekst)
            if woord not in stopwoorden()
            for plaats in range(max(1, len(woord) + 3 - _REEKS))
        ),
        1.0,
    )


@cache
def _taal() -> dict[str, dict[str, str]]:
    return lees_toml("zoeken/taal.toml")
