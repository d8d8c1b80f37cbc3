"""Wat de bewaker van woorden weet: het woordenboek, namen, plaatsen en aanwijzingen.

The lists are data; where they come from stands in `lijsten/HERKOMST.md`. All of it is loaded at the
first message, and shared by all conversations.
"""

from __future__ import annotations

import gzip
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

_MAP: Final = Path(__file__).parents[1] / "lijsten"
LANGSTE_WOORD: Final = 40
_LADE: Final = 4
_WEINIG: Final = 4
KORTSTE_DEEL: Final = 4
_KORTSTE_SAMENSTELLING: Final = 10


def plat(woord: str) -> str:
    """Return a word without capitals and accents."""
    klein = woord.casefold()
    if klein.isascii():
        return klein
    ontleed = unicodedata.normalize("NFD", klein)
    return "".join(t for t in ontleed if unicodedata.category(t) != "Mn").replace("\u0131", "i")


class Woordenboek:
    """A sorted list of words, kept as bytes: a set would take ten times the memory."""

    def __init__(self, inhoud: bytes) -> None:
        self._inhoud = b"\n" + inhoud
        self._laden: dict[bytes, bytes] = {}

    def __contains__(self, woord: str) -> bool:
        """Look in the drawer of the words that start alike."""
        gezocht = woord.encode()
        return b"\n%b\n" % gezocht in self._lade(gezocht[:_LADE])

    def heeft_een(self, woorden: Iterable[str]) -> bool:
        """Tell whether any of many alike words is here; each drawer is opened once."""
        per_lade: dict[bytes, list[bytes]] = {}
        for woord in woorden:
            gezocht = woord.encode()
            per_lade.setdefault(gezocht[:_LADE], []).append(gezocht)
        return any(self._een_in(self._lade(kop), alle) for kop, alle in per_lade.items())

    @staticmethod
    def _een_in(lade: bytes, woorden: list[bytes]) -> bool:
        if len(lade) <= 1:
            return False
        if len(woorden) < _WEINIG:
            return any(b"\n%b\n" % woord in lade for woord in woorden)
        return not set(lade.split(b"\n")).isdisjoint(woorden)

    def _lade(self, kop: bytes) -> bytes:
        lade = self._laden.get(kop)
        if lade is None:
            lade = self._inhoud[self._eerste(kop) - 1 : self._eerste(kop + b"\xff")]
            self._laden[kop] = lade
        return lade

    def _eerste(self, kop: bytes) -> int:
        """Return where the first word starts that is not before `kop`, by halving."""
        laag, hoog = 1, len(self._inhoud)
        while laag < hoog:
            begin = self._inhoud.rfind(b"\n", 0, (laag + hoog) // 2) + 1
            einde = self._inhoud.find(b"\n", begin)
            if self._inhoud[begin:einde] < kop:
                laag = einde + 1
            else:
                hoog = begin
        return laag


def _lees(naam: str) -> bytes:
    return gzip.decompress((_MAP / f"{naam}.txt.gz").read_bytes())


@cache
def woordenboek() -> Woordenboek:
    """Return what Dutch knows, with capitals and accents where it writes them."""
    return Woordenboek(_lees("woorden"))


@cache
def zeldzame_namen() -> Woordenboek:
    """Return first names that are rare here; they count with a capital only."""
    return Woordenboek(_lees("zeldzaam"))


@cache
def engels() -> Woordenboek:
    """Return the words of English that Dutch lacks."""
    return Woordenboek(_lees("engels"))


@cache
def namen(lijst: str) -> frozenset[str]:
    """Return a list (`voornamen`, `plaatsen`, `zonder_accenten`): no capitals, no accents."""
    return frozenset(_lees(lijst).decode().split("\n")) - {""}


@cache
def _aanwijzingen() -> dict[str, frozenset[str]]:
    gelezen = tomllib.loads((_MAP / "aanwijzingen.toml").read_text(encoding="utf-8"))
    return {soort: frozenset(woorden.split()) for soort, woorden in gelezen.items()}


def aanwijzing(soort: str) -> frozenset[str]:
    """Return the words of one kind in `aanwijzingen.toml`."""
    return _aanwijzingen()[soort]


@cache
def organisaties() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the names in `organisaties.txt` in words, by their first one; the longest first."""
    regels = (_MAP / "organisaties.txt").read_text(encoding="utf-8").split("\n")
    per_woord: dict[str, list[tuple[str, ...]]] = {}
    for regel in regels:
        if regel and not regel.startswith("#"):
            woorden = tuple(plat(regel).split())
            per_woord.setdefault(woorden[0], []).append(woorden)
    return {woord: tuple(sorted(w, key=len, reverse=True)) for woord, w in per_woord.items()}


def is_woord(woord: str) -> bool:
    """Tell whether Dutch knows this word in small letters, as one or as two joined."""
    klein = woord.lower()
    if len(klein) > LANGSTE_WOORD:
        return True  # no name is that long
    if (
        klein in woordenboek()
        or klein in namen("zonder_accenten")
        or plat(klein) in aanwijzing("vak")
    ):
        return True
    return any(_staat_er(deel) for deel in klein.split("-")) if "-" in klein else _samen(klein)


def _staat_er(deel: str) -> bool:
    if len(deel) < KORTSTE_DEEL - 1:
        return False
    return deel in woordenboek() or deel in aanwijzing("vak") or deel in namen("zonder_accenten")


def kan_samenstelling(woord: str) -> bool:
    """Tell whether it is two words joined, also when it is as short as 'keuzedeel'."""
    return _samen(woord.lower(), 2 * KORTSTE_DEEL)


def _samen(klein: str, kortste: int = _KORTSTE_SAMENSTELLING) -> bool:
    """Tell whether it is two words joined, with or without an s between."""
    if len(klein) < kortste:
        return False
    for knip in range(KORTSTE_DEEL, len(klein) - KORTSTE_DEEL + 1):
        links, rechts = klein[:knip], klein[knip:]
        if _staat_er(rechts) and (_staat_er(links) or (links[-1] == "s" and _staat_er(links[:-1]))):
            return True
    return False


def is_eigennaam(woord: str) -> bool:
    """Tell whether the dictionary has it with a capital: a country, a brand, a feast."""
    return woord in woordenboek()
