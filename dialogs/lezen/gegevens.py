"""Gegevens die genoemd worden, en hun soort: elk ding één keer.

The name of an item is what stands there, with what belongs to it: 'psychische klachten', 'ziekte
van Crohn'. An adjective alone, and the place where somebody is ('op stage'), are no items.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import Final

from dialogs.lezen.bijzinnen import zoek_bijzinnen
from dialogs.lezen.lexicon import tabel
from dialogs.lezen.partijen import Partij
from dialogs.lezen.register import Register, Treffer
from dialogs.lezen.sjabloon import maak
from dialogs.lezen.woorden import SCHEIDING, Rij

_NABIJ: Final = 2
"""Words between a denial and what it denies: 'niet over zijn adres'."""
_MEERVOUD: Final = 2
"""So many letters more at its end, and a word is the plural of the other."""


@dataclass(frozen=True, slots=True)
class Gegeven:
    """A data item where it is mentioned, by word numbers."""

    soort: str
    van: int
    tot: int
    ontkend: bool = False
    """'Zonder zijn adres', 'niet zijn diagnose': it is not about this one."""


@dataclass(frozen=True, slots=True)
class _Wat:
    soort: str
    bijvoeglijk: bool = False


@cache
def _register() -> Register[_Wat]:
    klassen = tabel("taal")["klassen"]
    return Register(
        [
            (maak(zin, klassen), _Wat(regel["soort"], regel.get("bijvoeglijk", False)))
            for regel in tabel("gegevens")["regel"]
            for zin in regel["zinnen"]
        ]
    )


@cache
def _zelfde() -> Register[int]:
    klassen = tabel("taal")["klassen"]
    return Register(
        [
            (maak(zin, klassen), nummer)
            for nummer, groep in enumerate(tabel("gegevens")["zelfde"])
            for zin in groep["zinnen"]
        ]
    )


@cache
def _lijst(naam: str) -> frozenset[str]:
    return frozenset(tabel("gegevens")[naam])


def zoek_gegevens(rij: Rij, partijen: Sequence[Partij]) -> list[Gegeven]:
    """Return every mention of a data item; of what overlaps the longest.

    The name of an organisation ('Werk en Inkomen') is no data item.
    """
    bezet = {nummer for partij in partijen for nummer in range(partij.van, partij.tot)}
    gevonden = [_uitgebreid(treffer, rij) for treffer in _register().vind(rij)]
    gevonden += _samengesteld(rij)
    uit: list[Gegeven] = []
    for een in sorted(gevonden, key=lambda g: (g.van - g.tot, g.van)):
        plaatsen = range(een.van, een.tot)
        if bezet.isdisjoint(plaatsen):
            bezet.update(plaatsen)
            if een.soort:
                uit.append(replace(een, ontkend=_is_ontkend(rij, een.van)))
    uit += _zonder_naam(rij, uit)
    return sorted(uit, key=lambda g: g.van)


def _zonder_naam(rij: Rij, genoemd: Sequence[Gegeven]) -> Iterator[Gegeven]:
    """Return what is asked in a clause, unless that clause names the item: 'of hij ADHD heeft'.

    Where something sensitive is named, 'waarom hij zo doet' asks for that rather than for more.
    """
    if any(een.soort != "gewoon" and not een.ontkend for een in genoemd):
        return
    for van, tot in zoek_bijzinnen(rij):
        if all(een.tot <= van or tot <= een.van for een in genoemd):
            yield Gegeven("gewoon", van, tot)


def elk_een_keer(rij: Rij, genoemd: Sequence[Gegeven]) -> list[Gegeven]:
    """Return the mentions without those of something that was named already."""
    groepen = list(_zelfde().vind(rij))
    uit: list[Gegeven] = []
    for nummer, een in enumerate(genoemd):
        volgt = genoemd[nummer + 1] if nummer + 1 < len(genoemd) else None
        if volgt is not None and _hoort_bij(rij, een, volgt):
            continue
        if not any(_is_dezelfde(rij, groepen, een, ander) for ander in uit):
            uit.append(een)
    return uit


def _uitgebreid(treffer: Treffer[_Wat], rij: Rij) -> Gegeven:
    """Return the item with the word that belongs to it; an adjective without one is nothing."""
    soort, van, tot = treffer.wat.soort, treffer.van, treffer.tot
    volgt = [woord.vorm for woord in rij.woorden[tot : tot + 2]]
    if treffer.wat.bijvoeglijk:
        kan = bool(volgt) and _is_naamwoord(volgt[0])
        return Gegeven(soort if kan else "", van, tot + kan)
    if rij.woorden[tot - 1].vorm in _lijst("van_wie") and volgt[:1] == ["van"]:
        # 'De ziekte van Crohn': whatever it is called, but not 'van zijn moeder'.
        tot += 2 if len(volgt) > 1 and _is_naamwoord(volgt[1]) else 0
    return Gegeven(soort, van, tot)


def _samengesteld(rij: Rij) -> Iterator[Gegeven]:
    """Return the words that no list knows and yet end like one: 'loongegevens'."""
    staarten = tuple(tabel("gegevens")["staarten"])
    for nummer, woord in enumerate(rij.woorden):
        if woord.vorm.endswith(staarten) and woord.vorm not in staarten:
            yield Gegeven("gewoon", nummer, nummer + 1)


def _is_naamwoord(vorm: str) -> bool:
    return vorm[0].isalpha() and vorm not in _lijst("geen_naamwoord")


def _is_ontkend(rij: Rij, van: int) -> bool:
    voor = [woord.vorm for woord in rij.woorden[max(0, van - _NABIJ - 2) : van]]
    if _lijst("zonder") & set(voor[-_NABIJ:]) and not _lijst("na_zonder") & set(voor[-1:]):
        # 'Zonder diagnose kan het niet': then it is needed.
        return "niet" not in _rest(rij, van)
    # 'Het verslag, maar niet zijn diagnose'; in 'dat mag niet' something else is denied.
    for plek, vorm in enumerate(voor[:-1]):
        tussen = voor[plek + 1 :]
        begint = plek > 0 and (voor[plek - 1] in SCHEIDING or voor[plek - 1] in _lijst("en"))
        if vorm == "niet" and begint and set(tussen) <= _lijst("voor_gegeven"):
            return True
    return False


def _rest(rij: Rij, van: int) -> list[str]:
    """Return the words up to the end of the clause."""
    vormen = [woord.vorm for woord in rij.woorden[van:]]
    return list(takewhile(lambda vorm: vorm not in SCHEIDING, vormen))


def _hoort_bij(rij: Rij, een: Gegeven, volgt: Gegeven) -> bool:
    """Tell whether the first only says what kind of thing the next is: 'de diagnose ADHD'."""
    algemeen = een.tot - een.van == 1 and rij.woorden[een.van].vorm in _lijst("algemeen")
    tussen = {woord.vorm for woord in rij.woorden[een.tot : volgt.van]}
    return algemeen and een.soort == volgt.soort and tussen <= _lijst("bij_algemeen")


def _is_dezelfde(rij: Rij, groepen: Sequence[Treffer[int]], een: Gegeven, ander: Gegeven) -> bool:
    if een.soort != ander.soort:
        return False
    beide = (_groepen(groepen, een), _groepen(groepen, ander))
    return bool(beide[0] & beide[1]) or _zelfde_woorden(_vormen(rij, een), _vormen(rij, ander))


def _groepen(groepen: Sequence[Treffer[int]], een: Gegeven) -> set[int]:
    return {t.wat for t in groepen if een.van <= t.van and t.tot <= een.tot}


def _vormen(rij: Rij, een: Gegeven) -> list[str]:
    return [woord.vorm for woord in rij.woorden[een.van : een.tot]]


def _zelfde_woorden(een: list[str], ander: list[str]) -> bool:
    if een[:-1] != ander[:-1]:
        return False
    kort, lang = sorted((een[-1], ander[-1]), key=len)
    return lang.startswith(kort) and len(lang) - len(kort) <= _MEERVOUD
