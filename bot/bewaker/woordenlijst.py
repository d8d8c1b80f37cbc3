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
from string import ascii_lowercase
from typing import Final

_MAP: Final = Path(__file__).with_name("lijsten")
_LANGSTE_WOORD: Final = 40
_LADE: Final = 4
_WEINIG: Final = 4
_KORTSTE_DEEL: Final = 4
_KORTSTE_SAMENSTELLING: Final = 10
_KORTSTE_FOUT: Final = 8
_KORTSTE_VAGE_FOUT: Final = 5
_KORTSTE_VAKFOUT: Final = 6
_TWEE_FOUTEN: Final = 10


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
def _woordenboek() -> Woordenboek:
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
    """Return `voornamen`, `achternamen` or `plaatsen`, without capitals and accents."""
    return frozenset(_lees(lijst).decode().split("\n")) - {""}


@cache
def _aanwijzingen() -> dict[str, frozenset[str]]:
    gelezen = tomllib.loads((_MAP / "aanwijzingen.toml").read_text(encoding="utf-8"))
    return {soort: frozenset(woorden.split()) for soort, woorden in gelezen.items()}


def aanwijzing(soort: str) -> frozenset[str]:
    """Return the words of one kind in `aanwijzingen.toml`."""
    return _aanwijzingen()[soort]


@cache
def instellingen() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the names in `instellingen.txt` in words, by their first one; the longest first."""
    regels = (_MAP / "instellingen.txt").read_text(encoding="utf-8").split("\n")
    per_woord: dict[str, list[tuple[str, ...]]] = {}
    for regel in regels:
        if regel and not regel.startswith("#"):
            woorden = tuple(plat(regel).split())
            per_woord.setdefault(woorden[0], []).append(woorden)
    return {woord: tuple(sorted(w, key=len, reverse=True)) for woord, w in per_woord.items()}


def is_woord(woord: str) -> bool:
    """Tell whether Dutch knows this word in small letters, as one or as two joined."""
    klein = woord.lower()
    if len(klein) > _LANGSTE_WOORD:
        return True  # no name is that long
    if klein in _woordenboek() or plat(klein) in aanwijzing("vak"):
        return True
    return any(_staat_er(deel) for deel in klein.split("-")) if "-" in klein else _samen(klein)


def _staat_er(deel: str) -> bool:
    return len(deel) >= _KORTSTE_DEEL - 1 and (deel in _woordenboek() or deel in aanwijzing("vak"))


def kan_samenstelling(woord: str) -> bool:
    """Tell whether it is two words joined, also when it is as short as 'keuzedeel'."""
    return _samen(woord.lower(), 2 * _KORTSTE_DEEL)


def _samen(klein: str, kortste: int = _KORTSTE_SAMENSTELLING) -> bool:
    """Tell whether it is two words joined, with or without an s between."""
    if len(klein) < kortste:
        return False
    for knip in range(_KORTSTE_DEEL, len(klein) - _KORTSTE_DEEL + 1):
        links, rechts = klein[:knip], klein[knip:]
        if _staat_er(rechts) and (_staat_er(links) or (links[-1] == "s" and _staat_er(links[:-1]))):
            return True
    return False


def is_eigennaam(woord: str) -> bool:
    """Tell whether the dictionary has it with a capital: a country, a brand, a feast."""
    return woord in _woordenboek()


@cache
def vakwoorden() -> frozenset[str]:
    """Return the words of the profession, and what people in it are called."""
    return aanwijzing("vak") | aanwijzing("mens") | aanwijzing("mens_staart")


@cache
def _koppen() -> frozenset[str]:
    return frozenset(
        woord[:lang] for woord in vakwoorden() for lang in range(_KORTSTE_VAKFOUT, len(woord))
    )


def begint_als_vakwoord(woord: str) -> bool:
    """Tell whether it is the head of a word of the profession, or has one at its head."""
    klein = plat(woord)
    if klein in _koppen():
        return True
    lengtes = range(_KORTSTE_VAKFOUT, len(klein))
    return any(klein[:lang] in vakwoorden() for lang in lengtes)


@cache
def _met_fouten() -> frozenset[str]:
    """Return every word of the profession with one or two letters left out."""
    fouten: set[str] = set()
    for woord in vakwoorden():
        if len(woord) >= _KORTSTE_VAKFOUT:
            een = _zonder_een(woord)
            fouten |= {woord, *een}
            if len(woord) >= _TWEE_FOUTEN:
                fouten.update(*(_zonder_een(korter) for korter in een))
    return frozenset(fouten)


def _zonder_een(woord: str) -> set[str]:
    return {woord[:plek] + woord[plek + 1 :] for plek in range(len(woord))}


@cache
def _langste_vakwoord() -> int:
    return max(map(len, vakwoorden()))


def lijkt_op_vakwoord(woord: str) -> bool:
    """Tell whether it is a word of the profession, perhaps misspelt; a long one with two errors."""
    klein = plat(woord)
    if not _KORTSTE_VAKFOUT <= len(klein) <= _langste_vakwoord() + 2:
        return False
    bekend = _met_fouten()
    een = _zonder_een(klein)
    if klein in bekend or not een.isdisjoint(bekend):
        return True
    return len(klein) >= _TWEE_FOUTEN and any(
        not _zonder_een(korter).isdisjoint(bekend) for korter in een
    )


@cache
def _korte_woorden() -> frozenset[str]:
    soorten = ("gewoon", "werkwoord", "tussenvoegsel", "voor_ding", "voor_mens")
    return frozenset(w for soort in soorten for w in aanwijzing(soort) if len(w) > 1)


@cache
def _korte_fouten() -> frozenset[str]:
    return frozenset(fout for woord in _korte_woorden() for fout in _kleiner(woord) if fout)


def lijkt_op_kort_woord(woord: str) -> bool:
    """Tell whether it is a small word of every day, badly typed: 'Mga', 'Dti', 'Wattt'."""
    klein = plat(woord)
    if not 2 < len(klein) <= _KORTSTE_VAKFOUT:
        return False
    fout = klein in _korte_fouten() or not _zonder_een(klein).isdisjoint(_korte_woorden())
    return fout or zijn_twee_korte_woorden(klein)


def zijn_twee_korte_woorden(klein: str) -> bool:
    """Tell whether a blank is missing between small words: 'watis', 'inde'."""
    kort = _korte_woorden()
    return any(klein[:knip] in kort and klein[knip:] in kort for knip in range(2, len(klein) - 1))


def is_werkwoord(woord: str) -> bool:
    """Tell whether it looks like what somebody does or did: 'verblijft', 'tekende'."""
    if woord in aanwijzing("werkwoord"):
        return True
    for eind in ("t", "de", "te"):
        stam = woord.removesuffix(eind)
        if stam != woord and len(stam) >= _KORTSTE_DEEL - 1 and _is_stam(stam):
            return True
    return False


def _is_stam(stam: str) -> bool:
    """Tell whether it is a verb without its ending: 'verblijf', 'loop', 'bel'."""
    if stam not in _woordenboek():
        return False
    zacht = {"f": "v", "s": "z"}.get(stam[-1], stam[-1])
    kort = stam[:-2] + zacht if stam[-3:-2] == stam[-2:-1] else stam[:-1] + zacht
    heel = (f"{kort}en", f"{stam}en", f"{stam}{stam[-1]}en")
    return any(vorm in _woordenboek() for vorm in heel)


def plakt_aan(woord: str) -> bool:
    """Tell whether a blank is missing behind a small word: 'deleerling', 'opstage'."""
    klein = plat(woord)
    return any(
        klein[:lang] in aanwijzing("plakt")
        and len(klein) - lang >= _KORTSTE_DEEL
        and is_woord(klein[lang:])
        for lang in range(2, 5)
    )


def lijkt_op_een_woord(woord: str) -> bool:
    """Tell whether it is a known word with a typing error.

    A letter doubled, swapped, too many, or a missing one that is easily dropped.
    """
    if lijkt_op_vakwoord(woord) or plakt_aan(woord):
        return True
    klein = plat(woord)
    if not _KORTSTE_FOUT <= len(klein) <= _LANGSTE_WOORD:
        return False
    makkelijk = (
        (plek, teken) for plek in range(1, len(klein)) for teken in {klein[plek - 1], *"aeiou"}
    )
    erbij = {klein[:plek] + teken + klein[plek:] for plek, teken in makkelijk}
    return _woordenboek().heeft_een(_kleiner(klein) | erbij)


def lijkt_vaag_op_een_woord(woord: str) -> bool:
    """Tell whether any one letter makes it a known word: half of all short names come that near."""
    klein = plat(woord)
    if not _KORTSTE_VAGE_FOUT <= len(klein) <= _LANGSTE_WOORD:
        return False
    anders = {
        klein[:plek] + teken + klein[plek + weg :]
        for plek in range(len(klein) + 1)
        for weg in (0, 1)
        for teken in ascii_lowercase
    }
    return _woordenboek().heeft_een(_kleiner(klein) | anders)


def _kleiner(klein: str) -> set[str]:
    """Return a word with one letter left out, and with two letters swapped."""
    return _zonder_een(klein) | {
        klein[:plek] + klein[plek + 1] + klein[plek] + klein[plek + 2 :]
        for plek in range(len(klein) - 1)
    }
