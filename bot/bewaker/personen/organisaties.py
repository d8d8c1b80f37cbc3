"""Woorden met een hoofdletter die geen mens zijn: scholen, bedrijven, wetten en plaatsen."""

from __future__ import annotations

import re
from typing import Final

from bot.bewaker.personen.ontleden import Woord
from bot.bewaker.personen.vernoemd import vernoemd
from bot.bewaker.personen.woordenlijst import aanwijzing, is_eigennaam, namen, organisaties

_ROMEINS: Final = re.compile(r"[IVX]+")
_GETAL: Final = re.compile(r" \d{1,4} ")
"""Between the words of a name: 'Koning Willem 1 College'."""
_SCHOOL: Final = re.compile(r".*(?:college|lyceum|gymnasium|academie|scholengroep|mavo|havo)")
_VERBINDING: Final = frozenset(
    {"van", "de", "der", "den", "het", "'t", "voor", "en", "op", "da", "la", "at"}
)
_OVER: Final = frozenset({"de", "den", "der", "da", "la", "le"})
_SOORT: Final = ("school", "college", "instelling", "stichting", "organisatie")
_KORTE_AFKORTING: Final = 3
_LANGSTE_AFKORTING: Final = 5
_LANGSTE_NAAM: Final = 10
"""Words in the name of an organisation; more are a text in capitals."""
_TERUGKIJKEN: Final = 4


def is_groot(woord: Woord) -> bool:
    """Tell whether it is written as a proper name may be."""
    return woord.vorm != "klein"


def sluit_aan(woord: Woord) -> bool:
    """Tell whether nothing but a blank or a hyphen stands before it."""
    return woord.ervoor in {" ", "-", "  "}


def geen_mensen(woorden: list[Woord]) -> frozenset[int]:
    """Return the places of words that belong to an organisation, a company, a law or a place."""
    gevonden: set[int] = set()
    for plek, woord in enumerate(woorden):
        if _opent(woorden, plek):
            gevonden |= _rechts(woorden, plek)
        if _is_staart(woord):
            gevonden |= _links(woorden, plek)
        if woord.laag == "bij" and _gaat_over_werk(woorden, plek):
            gevonden |= _rechts(woorden, plek)
        if woord.laag in aanwijzing("plaats"):
            gevonden |= _plaats(woorden, plek)
        gevonden |= _bekend(woorden, plek) | _ziekte(woorden, plek) | vernoemd(woorden, plek)
    return frozenset(gevonden)


def _bekend(woorden: list[Woord], plek: int) -> set[int]:
    """Return the places of an organisation the list has; not of 'mevrouw Van der Valk'."""
    ervoor = woorden[plek - 1] if plek and sluit_aan(woorden[plek]) else None
    if ervoor is not None and _hoort_bij_mens(ervoor):
        return set()
    for naam in organisaties().get(woorden[plek].laag, ()):
        stuk = woorden[plek : plek + len(naam)]
        if tuple(w.laag for w in stuk) == naam and all(sluit_aan(w) for w in stuk[1:]):
            return set(range(plek, plek + len(naam)))
    return set()


def _ziekte(woorden: list[Woord], plek: int) -> set[int]:
    """Return the place of who gave an illness its name: 'het syndroom van Down'."""
    if woorden[plek].laag not in aanwijzing("ziekte") or plek + 2 >= len(woorden):
        return set()
    return {plek + 2} if woorden[plek + 1].laag == "van" and sluit_aan(woorden[plek + 2]) else set()


def _hoort_bij_mens(woord: Woord) -> bool:
    voornaam = woord.vorm == "groot" and woord.laag in namen("voornamen")
    gewoon = woord.laag in aanwijzing("gewoon")
    return woord.laag in aanwijzing("titel") or (voornaam and not gewoon)


def _opent(woorden: list[Woord], plek: int) -> bool:
    """Tell whether its name follows: 'ROC van Twente', 'school De Ark', 'ISD Hart'."""
    woord = woorden[plek]
    if woord.laag in aanwijzing("organisatie_voorop") or woord.laag.endswith(_SOORT):
        return True
    if woord.laag.endswith(tuple(aanwijzing("bedrijf_staart"))):
        return not _wijst_naar_mens(woorden, plek) or woorden[plek].vorm == "groot"
    afkorting = woord.vorm == "hoofdletters" and len(woord.tekst) <= _LANGSTE_AFKORTING
    return (
        afkorting
        and plek + 1 < len(woorden)
        and woorden[plek + 1].vorm == "groot"
        and not (_wijst_naar_mens(woorden, plek) or woord.laag in namen("voornamen"))
    )


def _is_staart(woord: Woord) -> bool:
    if woord.vorm == "klein":
        return _SCHOOL.fullmatch(woord.laag) is not None
    if woord.laag in namen("achternamen"):  # Oosterhuis
        return False
    return woord.laag in aanwijzing("organisatie_achteraan") or any(
        woord.laag.endswith(staart) and len(woord.laag) > len(staart) + 2
        for staart in aanwijzing("organisatie_staart")
    )


def _rechts(woorden: list[Woord], plek: int) -> set[int]:
    """Return the run of capitalised words after a word that opens it ('ROC van Twente')."""
    gevonden = {plek}
    opener = woorden[plek]
    verder = plek + 1
    if verder < len(woorden) and woorden[verder].laag == "is":
        verder += 1
    einde = min(len(woorden), plek + _LANGSTE_NAAM)
    while verder < einde and sluit_aan(woorden[verder]):
        woord = woorden[verder]
        if is_groot(woord):
            gevonden.add(verder)
        elif woord.laag not in _VERBINDING or _van_iemand(woorden, verder, opener):
            break
        verder += 1
    return gevonden


def _van_iemand(woorden: list[Woord], plek: int, opener: Woord) -> bool:
    """Tell 'de werkgever van Dylan' from 'ROC van Amsterdam'."""
    if woorden[plek].laag != "van":
        return False
    return opener.vorm == "klein" or _wijst_naar_mens(woorden, plek)


def _wijst_naar_mens(woorden: list[Woord], plek: int) -> bool:
    return plek + 1 < len(woorden) and woorden[plek + 1].laag in namen("voornamen")


def _links(woorden: list[Woord], plek: int) -> set[int]:
    """Return the run of capitalised words that a word closes ('Johan de Witt College')."""
    gevonden = {plek}
    eerste = max(0, plek - _LANGSTE_NAAM)
    while plek > eerste and _hoort_bij_vorige(woorden, plek):
        plek -= 1
        woord = woorden[plek]
        if is_groot(woord) or _ROMEINS.fullmatch(woord.tekst):
            gevonden.add(plek)
        elif woord.laag not in _OVER or woorden[plek - 1].laag in {"van", "voor", "bij", "op"}:
            break
    return gevonden


def _hoort_bij_vorige(woorden: list[Woord], plek: int) -> bool:
    """Tell whether it is of one name with the word before: also 'Koning Willem 1', 'Jac. P.'."""
    woord, kort = woorden[plek], len(woorden[plek - 1].tekst) <= _KORTE_AFKORTING
    afgekort = kort and is_groot(woorden[plek - 1]) and woord.ervoor == ". "
    return sluit_aan(woord) or afgekort or _GETAL.fullmatch(woord.ervoor) is not None


def _gaat_over_werk(woorden: list[Woord], plek: int) -> bool:
    eromheen = woorden[max(0, plek - _TERUGKIJKEN) : plek + _TERUGKIJKEN + 1]
    return any(woord.laag in aanwijzing("werk") for woord in eromheen)


def _plaats(woorden: list[Woord], plek: int) -> set[int]:
    """Return the place after 'in' or 'gemeente', with what follows it ('Bergen op Zoom')."""
    if plek + 1 >= len(woorden) or not sluit_aan(woorden[plek + 1]):
        return set()
    volgende = woorden[plek + 1]
    bekend = volgende.laag in namen("plaatsen") or is_eigennaam(volgende.tekst)
    if not is_groot(volgende) or (volgende.laag in namen("voornamen") and not bekend):
        return set()
    if volgende.laag in namen("voornamen") and volgende.laag not in namen("plaatsen"):
        return set()
    return _rechts(woorden, plek) - {plek}
