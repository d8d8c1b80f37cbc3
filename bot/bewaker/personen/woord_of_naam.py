"""Woorden die ook een naam zijn: wat eromheen staat, zegt welke van de twee."""

from __future__ import annotations

from typing import Final

from bot.bewaker.personen.lezing import (
    Lezing,
    is_mens,
    is_nederlands,
    is_vak,
    is_voornaam,
    is_vreemd,
    is_zeldzaam,
)
from bot.bewaker.personen.naamdelen import doet_iets, heeft_leeftijd, iemand_doet, met_van_der
from bot.bewaker.personen.ontleden import Woord
from bot.bewaker.personen.organisaties import is_groot, sluit_aan
from bot.bewaker.personen.verschrijvingen import is_werkwoord
from bot.bewaker.personen.woordenlijst import aanwijzing, is_woord, namen

_EROMHEEN: Final = 4
_CONTACT: Final = 7
"""How far behind 'heb pip' may stand 'gezien'."""
_OVER_IETS: Final = frozenset({"van", "over", "voor", "volgens"})


def toch_een_naam(lezing: Lezing, plek: int) -> bool:
    """Tell whether a small word that is also a name is one here: 'met roos', 'heeft bo gebeld'."""
    woord = lezing.woorden[plek]
    ervoor = lezing.ervoor(plek) if sluit_aan(woord) else ""
    if is_voornaam(woord) and met_van_der(lezing, plek):
        return True
    if woord.laag not in aanwijzing("naam_of_woord") and not (
        is_voornaam(woord) and is_vreemd(woord) and not is_woord(woord.tekst)
    ):
        return False
    vooraan = woord.zinsbegin or ervoor in aanwijzing("begint_zin")
    vraagt = ervoor in aanwijzing("werkwoord") and lezing.woorden[plek - 1].zinsbegin
    return (
        (vooraan and doet_wat(lezing, plek))
        or (is_mens(ervoor) and iemand_doet(lezing, plek))
        or _naast_iemand(lezing, plek)
        or vraagt
        or ervoor in aanwijzing("voor_mens")
        or heeft_leeftijd(lezing, plek)
        or is_contact(lezing, plek)
    )


def _naast_iemand(lezing: Lezing, plek: int) -> bool:
    """Tell whether 'en' joins it to a first name that is no word: 'tijn en puck'."""
    voor, na = lezing.woorden[max(0, plek - 2) : plek], lezing.woorden[plek + 1 : plek + 3]
    return any(
        len(paar) == len(("en", "puck")) and paar[en].laag == "en" and _is_zeker(paar[1 - en])
        for paar, en in ((voor, 1), (na, 0))
    )


def _is_zeker(woord: Woord) -> bool:
    return is_voornaam(woord) and not (is_nederlands(woord) or is_vreemd(woord))


def toch_iemand(lezing: Lezing, plek: int) -> bool:
    """Tell whether a plain word with a capital is somebody: 'met Selam', 'Toon heeft getekend'."""
    woord = lezing.woorden[plek]
    if woord.vorm != "groot" or woord.laag not in aanwijzing("gewoon_of_naam"):
        return False
    if iemand_doet(lezing, plek):
        return not doet_een_ander(lezing, plek)
    return sluit_aan(woord) and lezing.ervoor(plek) in aanwijzing("voor_mens")


def doet_wat(lezing: Lezing, plek: int) -> bool:
    """Tell whether a known first name does or is anything: 'Bloem verblijft', 'Rune afwezig'."""
    erna = lezing.woorden[plek + 1 : plek + 2]
    doet = bool(erna) and sluit_aan(erna[0]) and erna[0].vorm == "klein"
    if doet and (erna[0].laag in aanwijzing("toestand") or is_werkwoord(erna[0].laag)):
        return True
    return doet_iets(lezing, plek)


def woord_als_naam(lezing: Lezing, plek: int) -> bool:
    """Tell whether a word with a capital that few are called stands where a person does.

    'Wie heeft Winter gezien', 'met Journey gebeld'.
    """
    woord = lezing.woorden[plek]
    if woord.zinsbegin or is_vak(woord) or not (is_voornaam(woord) or is_zeldzaam(woord)):
        return False
    erna = lezing.woorden[plek + 1 : plek + 2]
    if not sluit_aan(woord) or (erna and sluit_aan(erna[0]) and is_groot(erna[0])):
        return False
    ervoor = lezing.ervoor(plek)
    return (
        ervoor in aanwijzing("voor_mens") - _OVER_IETS
        or heeft_leeftijd(lezing, plek)
        or is_contact(lezing, plek)
    )


def doet_een_ander(lezing: Lezing, plek: int) -> bool:
    """Tell whether the verb behind it has its own somebody: 'Noe zit hij thuis'."""
    erna = lezing.woorden[plek + 1 : plek + 3]
    return (
        len(erna) > 1
        and erna[0].laag in aanwijzing("werkwoord")
        and erna[1].laag in aanwijzing("onderwerp")
        and sluit_aan(erna[0])
        and sluit_aan(erna[1])
    )


def woord_als_achternaam(lezing: Lezing, plek: int) -> bool:
    """Tell whether a surname that is also a word stands where a person does: 'tegen Vos'."""
    woord = lezing.woorden[plek]
    if woord.vorm != "groot" or woord.laag not in namen("achternamen"):
        return False
    if woord.zinsbegin:
        erna = lezing.woorden[plek + 1 : plek + _EROMHEEN * 2]
        verder = len(erna) if erna and erna[0].laag == "van" else 1  # 'Kuipers van het UWV belde'
        return not is_vak(woord) and any(w.laag in aanwijzing("zei") for w in erna[:verder])
    if lezing.ervoor(plek) == "van" and lezing.woorden[plek - 1].vorm == "groot":
        return False
    return (
        sluit_aan(woord)
        and not (is_vak(woord) or om_te_leren(lezing, plek))
        and lezing.ervoor(plek) in aanwijzing("voor_mens") | aanwijzing("van_familie")
        and woord.laag not in namen("plaatsen")
    )


def is_contact(lezing: Lezing, plek: int) -> bool:
    """Tell whether somebody saw or spoke this word: 'heb pip al niet gezien'."""
    if lezing.ervoor(plek) not in aanwijzing("voor_contact") or not sluit_aan(lezing.woorden[plek]):
        return False
    erna = lezing.woorden[plek + 1 : plek + _CONTACT]
    return any(woord.laag in aanwijzing("contact") for woord in erna)


def om_te_leren(lezing: Lezing, plek: int) -> bool:
    """Tell whether it is about learning and working: there 'Bakker' is a profession."""
    eromheen = lezing.woorden[max(0, plek - _EROMHEEN) : plek + _EROMHEEN]
    return any(woord.laag in aanwijzing("leren") for woord in eromheen)
