"""Een tekst zoals de bewaker hem leest: de woorden, en wat elk woord kan zijn."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from bot.bewaker.personen.ontleden import Woord, ontleed, zonder_schreeuwen
from bot.bewaker.personen.organisaties import geen_mensen, is_groot
from bot.bewaker.personen.verschrijvingen import (
    begint_als_vakwoord,
    lijkt_op_een_woord,
    lijkt_op_vakwoord,
    lijkt_vaag_op_een_woord,
    zijn_twee_korte_woorden,
)
from bot.bewaker.personen.woordenlijst import (
    aanwijzing,
    engels,
    is_eigennaam,
    is_woord,
    namen,
    zeldzame_namen,
)

KORTST: Final = 3
"""A shorter word in small letters is never a name by itself."""
_GEWOON: Final = ("gewoon", "vak", "titel", "kop", "groet")
_KLINKER: Final = re.compile(r"[aeiouy]")
_KORT_ZELDZAAM: Final = 4
_TWIJFELS: Final = 20
_VERSCHRIJVINGEN: Final = 20
_VEEL_WOORDEN: Final = 400


class Lezing:
    """One text, read for names."""

    def __init__(self, gezegd: str) -> None:
        self.gezegd = zonder_schreeuwen(gezegd)
        self.woorden = ontleed(self.gezegd)
        self._twijfels = 0
        self._onbekend: dict[str, bool] = {}

    def ervoor(self, plek: int, stap: int = 1) -> str:
        """Return the word before, in small letters; empty when there is none."""
        return self.woorden[plek - stap].laag if plek >= stap else ""

    def na(self, plek: int) -> str:
        """Return what stands right behind a word, for as far as it takes to recognise it."""
        einde = self.woorden[plek].einde
        return self.gezegd[einde : einde + KORTST]

    def genoeg_getwijfeld(self) -> bool:
        """Tell whether many words were doubted before: then be quick, and mask."""
        self._twijfels += 1
        return self._twijfels > _TWIJFELS

    def mag_twijfelen(self) -> bool:
        """Tell whether the text is short enough to look at every unknown word in it."""
        return len(self.woorden) <= _VEEL_WOORDEN

    def lijkt_achternaam(self, woord: Woord) -> bool:
        """Tell whether a small word is a surname by itself: no Dutch word, nor one misspelt.

        What was looked at is kept; after many of them an unknown word is one without looking.
        """
        kan = _kan_achternaam(woord)
        if kan is not None:
            return kan
        return self._geen_verschrijving(woord.tekst)

    def is_zeldzame_naam(self, woord: Woord) -> bool:
        """Tell whether a small word is a rare first name, and looks like no word at all."""
        kan = len(woord.laag) > _KORT_ZELDZAAM and is_zeldzaam(woord)
        if not kan or is_woord(woord.tekst) or is_vreemd(woord) or is_gewoon(woord):
            return False
        return self._geen_verschrijving(woord.tekst)

    def _geen_verschrijving(self, woord: str) -> bool:
        if woord not in self._onbekend:
            genoeg = len(self._onbekend) >= _VERSCHRIJVINGEN
            self._onbekend[woord] = genoeg or not _is_verschreven(woord)
        return self._onbekend[woord]

    @cached_property
    def geen_mensen(self) -> frozenset[int]:
        """The places of words that belong to an organisation, a company, a law or a town."""
        return geen_mensen(self.woorden)


def heeft_klinker(woord: Woord) -> bool:
    """Tell whether one can say it; an abbreviation is no name."""
    return _KLINKER.search(woord.laag) is not None


def is_gewoon(woord: Woord) -> bool:
    """Tell whether it is no name by itself: a word of every day, of the profession, a title."""
    return any(woord.laag in aanwijzing(soort) for soort in _GEWOON)


def is_vreemd(woord: Woord) -> bool:
    """Tell whether it is a word of English, of the street or of a dialect."""
    return woord.laag in engels() or woord.laag in aanwijzing("streektaal")


def is_van_afkorting(woord: Woord) -> bool:
    """Tell whether it is who belongs to an abbreviation: "bbl'er", "vsv'ers"."""
    return woord.laag.endswith(("'er", "'ers"))


def is_zeldzaam(woord: Woord) -> bool:
    """Tell whether it is a first name that is rare here, perhaps one of two or in the genitive."""
    kaal = woord.laag.removesuffix("'s")
    if kaal in zeldzame_namen():
        return True
    return "-" in kaal and _uit_namen(kaal)


def _uit_namen(laag: str) -> bool:
    """Tell whether each of the words that hyphens join is a first name."""
    return all(deel in namen("voornamen") or deel in zeldzame_namen() for deel in laag.split("-"))


def is_vak(woord: Woord) -> bool:
    """Tell whether it is a word of the profession, perhaps misspelt."""
    return woord.laag in aanwijzing("vak") or (
        woord.laag not in namen("achternamen") and lijkt_op_vakwoord(woord.tekst)
    )


def is_nederlands(woord: Woord) -> bool:
    """Tell whether it is a plain Dutch word, and not one that everybody knows as a name."""
    if "-" in woord.laag and _uit_namen(woord.laag):
        return False
    return is_woord(woord.tekst) and woord.laag not in aanwijzing("toch_een_naam")


def is_voornaam(woord: Woord) -> bool:
    """Tell whether it is a known first name, perhaps one of two, perhaps in the genitive."""
    voornamen = namen("voornamen")
    laag = woord.laag
    if laag in voornamen or laag.removesuffix("'s") in voornamen:
        return True
    if laag.endswith("s") and is_groot(woord):
        eigen = laag[:-1] in voornamen and not is_woord(woord.tekst)
        return eigen and not zijn_twee_korte_woorden(laag)
    return "-" in laag and _deels_naam(laag.split("-"))


def _deels_naam(delen: list[str]) -> bool:
    """Tell whether one part is a name to all, and none is a plain word: not 'Roma-afkomst'."""
    voornamen, toch = namen("voornamen"), aanwijzing("toch_een_naam")
    zeker = any(deel in voornamen and (deel in toch or not is_woord(deel)) for deel in delen)
    return zeker and all(deel in voornamen or not is_woord(deel) for deel in delen)


def kan_naam(woord: Woord) -> bool:
    """Tell whether it is a first name, or written as a name and unknown to Dutch."""
    if is_voornaam(woord):
        return True
    if not is_groot(woord) or is_woord(woord.tekst) or lijkt_op_een_woord(woord.tekst):
        return False
    return not (woord.laag.endswith("se") and is_eigennaam(woord.tekst))  # 'Turkse'


def is_mens(laag: str) -> bool:
    """Tell whether a word says that somebody is named next: 'leerling', 'stagebegeleider'."""
    return laag in aanwijzing("mens") or laag.endswith(tuple(aanwijzing("mens_staart")))


def is_achternaam(woord: Woord) -> bool:
    """Tell whether it is a known surname, or two of them joined: 'wiersma-hoekstra'."""
    achternamen = namen("achternamen")
    if woord.laag in achternamen:
        return True
    delen = woord.laag.split("-")
    if len(delen) == 1:
        return False
    vreemd = any(deel in achternamen and not is_woord(deel) for deel in delen)
    return vreemd or all(deel in achternamen for deel in delen)


def _kan_achternaam(woord: Woord) -> bool | None:
    """Tell whether a small word is a surname by itself; None when only its spelling can tell."""
    if woord.vorm != "klein" or len(woord.laag) <= KORTST or not heeft_klinker(woord):
        return False
    if woord.laag in aanwijzing("klein_gewoon") or woord.laag in namen("plaatsen"):
        return False
    if "-" in woord.laag and is_achternaam(woord):
        return True
    if is_woord(woord.tekst) or is_gewoon(woord):
        return False
    if woord.laag in namen("achternamen"):
        return True
    if is_mens(woord.laag) or is_vreemd(woord) or is_van_afkorting(woord):
        return False
    return True if is_zeldzaam(woord) and len(woord.laag) > _KORT_ZELDZAAM else None


def _is_verschreven(woord: str) -> bool:
    """Tell whether a word could be a slip of the pen; this takes long."""
    proeven = (begint_als_vakwoord, lijkt_op_een_woord, lijkt_vaag_op_een_woord)
    return any(proef(woord) for proef in proeven)


def onbekend_klein(woord: Woord) -> bool:
    """Tell whether a small word is one that Dutch does not have, or has but everybody calls."""
    if woord.vorm == "gemengd" or len(woord.laag) < KORTST or not heeft_klinker(woord):
        return False
    if is_voornaam(woord) and woord.laag in aanwijzing("toch_een_naam"):
        return True
    return not is_woord(woord.tekst) and not lijkt_op_een_woord(woord.tekst)
