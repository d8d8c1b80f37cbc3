"""Wat verkeerd getypt kan zijn: dan is een onbekend woord nog geen naam."""

from __future__ import annotations

from functools import cache
from string import ascii_lowercase
from typing import Final

from bot.bewaker.personen.woordenlijst import (
    KORTSTE_DEEL,
    LANGSTE_WOORD,
    aanwijzing,
    is_woord,
    plat,
    woordenboek,
)

_KORTSTE_FOUT: Final = 8
_KORTSTE_VAGE_FOUT: Final = 5
_KORTSTE_VAKFOUT: Final = 6
_TWEE_FOUTEN: Final = 10


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
        if stam != woord and len(stam) >= KORTSTE_DEEL - 1 and _is_stam(stam):
            return True
    return False


def _is_stam(stam: str) -> bool:
    """Tell whether it is a verb without its ending: 'verblijf', 'loop', 'bel'."""
    if stam not in woordenboek():
        return False
    zacht = {"f": "v", "s": "z"}.get(stam[-1], stam[-1])
    kort = stam[:-2] + zacht if stam[-3:-2] == stam[-2:-1] else stam[:-1] + zacht
    heel = (f"{kort}en", f"{stam}en", f"{stam}{stam[-1]}en")
    return any(vorm in woordenboek() for vorm in heel)


def plakt_aan(woord: str) -> bool:
    """Tell whether a blank is missing behind a small word: 'deleerling', 'opstage'."""
    klein = plat(woord)
    return any(
        klein[:lang] in aanwijzing("plakt")
        and len(klein) - lang >= KORTSTE_DEEL
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
    if not _KORTSTE_FOUT <= len(klein) <= LANGSTE_WOORD:
        return False
    makkelijk = (
        (plek, teken) for plek in range(1, len(klein)) for teken in {klein[plek - 1], *"aeiou"}
    )
    erbij = {klein[:plek] + teken + klein[plek:] for plek, teken in makkelijk}
    return woordenboek().heeft_een(_kleiner(klein) | erbij)


def lijkt_vaag_op_een_woord(woord: str) -> bool:
    """Tell whether any one letter makes it a known word: half of all short names come that near."""
    klein = plat(woord)
    if not _KORTSTE_VAGE_FOUT <= len(klein) <= LANGSTE_WOORD:
        return False
    anders = {
        klein[:plek] + teken + klein[plek + weg :]
        for plek in range(len(klein) + 1)
        for weg in (0, 1)
        for teken in ascii_lowercase
    }
    return woordenboek().heeft_een(_kleiner(klein) | anders)


def _kleiner(klein: str) -> set[str]:
    """Return a word with one letter left out, and with two letters swapped."""
    return _zonder_een(klein) | {
        klein[:plek] + klein[plek + 1] + klein[plek] + klein[plek + 2 :]
        for plek in range(len(klein) - 1)
    }
