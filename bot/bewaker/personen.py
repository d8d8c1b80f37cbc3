"""Namen van mensen: bekende namen, onbekende woorden met een hoofdletter, en wat is aangewezen.

First comes what is certainly no person (`instellingen`). A word that can be a name starts one; then
the name is made as long as it goes (`naamdelen`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.aanwijzingen import staat_apart, wijst_aan, wijst_klein_aan
from bot.bewaker.instellingen import is_groot, sluit_aan
from bot.bewaker.lezing import (
    KORTST,
    Lezing,
    heeft_klinker,
    is_gewoon,
    is_mens,
    is_nederlands,
    is_vak,
    is_voornaam,
    is_vreemd,
    is_zeldzaam,
)
from bot.bewaker.naamdelen import (
    begin_van,
    bezit_iets,
    doet_iets,
    einde_van,
    heeft_leeftijd,
    iemand_doet,
    is_contact,
    laatste_van,
    losse_initialen,
    met_initialen,
    met_van_der,
    naam_met_initialen,
    tussenvoegsels_ervoor,
)
from bot.bewaker.vondst import Vondst
from bot.bewaker.woordenlijst import (
    aanwijzing,
    is_eigennaam,
    is_werkwoord,
    is_woord,
    kan_samenstelling,
    lijkt_op_een_woord,
    lijkt_op_kort_woord,
    lijkt_vaag_op_een_woord,
    namen,
)

_LETTER: Final = r"[\u0386-\u1cff\u3040-\u9fff\uac00-\ud7af]"
_ANDER_SCHRIFT: Final = re.compile(rf"{_LETTER}(?:{_LETTER}|[\u200b ])*{_LETTER}")
_AFGEBROKEN: Final = re.compile(r"-\s+")
_AFGEKORT: Final = re.compile(r"\.[a-z]|-\s|\.?nr\b")
_EROMHEEN: Final = 4
_OVER_IETS: Final = frozenset({"van", "over", "voor", "volgens"})


def vind_personen(tekst: str) -> Iterator[Vondst]:
    """Find names of people (`persoon`)."""
    for gevonden in _ANDER_SCHRIFT.finditer(tekst):
        yield Vondst("persoon", *gevonden.span())
    lezing = Lezing(tekst)
    plek = 0
    while plek < len(lezing.woorden):
        achter = naam_met_initialen(lezing, plek)
        if achter is not None:
            yield Vondst("persoon", lezing.woorden[plek].begin, einde_van(lezing, achter))
            plek = achter + 1
            continue
        eerste = _begint_naam(lezing, plek)
        if eerste is None:
            yield from losse_initialen(lezing, plek)
            plek += 1
            continue
        laatste = laatste_van(lezing, plek)
        yield Vondst("persoon", begin_van(lezing, eerste), einde_van(lezing, laatste))
        plek = laatste + 1


def _begint_naam(lezing: Lezing, plek: int) -> int | None:
    """Return where the name starts that this word is the first sure sign of."""
    woord = lezing.woorden[plek]
    if wijst_aan(lezing, plek):
        return plek
    if wijst_klein_aan(lezing, plek):
        return plek
    if _opent_met_van(lezing, plek):
        return plek - 1
    if _is_naam(lezing, plek):
        return tussenvoegsels_ervoor(lezing, plek)
    erbuiten = plek in lezing.geen_mensen or is_gewoon(woord) or is_vak(woord)
    return plek if not erbuiten and met_initialen(lezing, plek) else None


def _is_naam(lezing: Lezing, plek: int) -> bool:
    """Tell whether a word is a name by itself, whatever stands around it."""
    woord = lezing.woorden[plek]
    if plek in lezing.geen_mensen or is_gewoon(woord):
        return _achter_tussenvoegsels(lezing, plek) or _toch_iemand(lezing, plek)
    if woord.vorm == "klein":
        return _is_naam_klein(lezing, plek)
    if woord.vorm == "hoofdletters":
        achternaam = woord.laag in namen("achternamen") and not is_woord(woord.laag)
        bekend = achternaam and woord.laag not in namen("plaatsen")
        return (bekend or _is_naam_klein(lezing, plek)) and len(woord.laag) > KORTST
    if woord.vorm == "gemengd" or len(woord.tekst) < 2:
        return False
    return _is_naam_groot(lezing, plek) or _achter_tussenvoegsels(lezing, plek)


def _toch_iemand(lezing: Lezing, plek: int) -> bool:
    """Tell whether a plain word with a capital is somebody: 'met Selam', 'Toon heeft getekend'."""
    woord = lezing.woorden[plek]
    if woord.vorm != "groot" or woord.laag not in aanwijzing("gewoon_of_naam"):
        return False
    if iemand_doet(lezing, plek):
        return not _doet_een_ander(lezing, plek)
    return sluit_aan(woord) and lezing.ervoor(plek) in aanwijzing("voor_mens")


def _is_naam_klein(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    # 'toestem- ming' and 'inge- wikkelde' in pasted text are halves of a word.
    afgebroken = plek > 0 and _AFGEBROKEN.fullmatch(woord.ervoor)
    afgebroken = afgebroken or _AFGEBROKEN.match(lezing.na(plek))
    lang_genoeg = len(woord.laag) >= KORTST
    if afgebroken:
        return False
    if not lang_genoeg or woord.laag in aanwijzing("klein_gewoon"):
        return _toch_een_naam(lezing, plek)
    if is_voornaam(woord):
        return not (is_nederlands(woord) or is_vreemd(woord)) or _toch_een_naam(lezing, plek)
    return bezit_iets(lezing, plek) and woord.laag[:-1] in namen("voornamen")


def _toch_een_naam(lezing: Lezing, plek: int) -> bool:
    """Tell whether a small word that is also a name is one here: 'met roos', 'heeft bo gebeld'."""
    woord = lezing.woorden[plek]
    ervoor = lezing.ervoor(plek) if sluit_aan(woord) else ""
    if is_voornaam(woord) and met_van_der(lezing, plek):
        return True
    if woord.laag not in aanwijzing("naam_of_woord") and not (
        is_voornaam(woord) and is_vreemd(woord)
    ):
        return False
    vooraan = woord.zinsbegin or ervoor in aanwijzing("begint_zin")
    vraagt = ervoor in aanwijzing("werkwoord") and lezing.woorden[plek - 1].zinsbegin
    return (
        (vooraan and doet_iets(lezing, plek))
        or vraagt
        or ervoor in aanwijzing("voor_mens")
        or heeft_leeftijd(lezing, plek)
        or is_contact(lezing, plek)
    )


def _is_naam_groot(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    if is_voornaam(woord):
        if woord.zinsbegin and is_vreemd(woord) and _doet_een_ander(lezing, plek):
            return False
        vraagt_meer = is_nederlands(woord) or woord.laag in aanwijzing("streektaal")
        if not (woord.zinsbegin and vraagt_meer) or _doet_wat(lezing, plek):
            return True
        return woord.laag in aanwijzing("naam_of_woord") and staat_apart(lezing, plek)
    if is_nederlands(woord) or woord.laag in namen("plaatsen"):
        return _is_achternaam(lezing, plek) or _woord_als_naam(lezing, plek)
    if woord.laag in namen("achternamen"):
        return True
    if len(woord.laag) < KORTST or not heeft_klinker(woord) or is_eigennaam(woord.tekst):
        return False
    if _na_lidwoord(lezing, plek):
        return False
    if is_vreemd(woord):
        return _woord_als_naam(lezing, plek)
    if is_zeldzaam(woord):
        return True
    # 'Geb.datum', 'Opl.niveau'
    if (
        is_mens(woord.laag)
        or lijkt_op_een_woord(woord.tekst)
        or _AFGEKORT.match(lezing.tekst, woord.einde)
    ):
        return False
    if not woord.zinsbegin:
        return True
    # At the start of a sentence a capital says little, unless somebody does something there.
    if lijkt_op_kort_woord(woord.tekst) or _doet_een_ander(lezing, plek):
        return False
    if doet_iets(lezing, plek) or lezing.genoeg_getwijfeld():
        return True
    if len(woord.laag) <= KORTST or kan_samenstelling(woord.tekst):
        return False
    return not lijkt_vaag_op_een_woord(woord.tekst)


def _doet_wat(lezing: Lezing, plek: int) -> bool:
    """Tell whether a known first name does or is anything: 'Bloem verblijft', 'Rune afwezig'."""
    erna = lezing.woorden[plek + 1 : plek + 2]
    doet = bool(erna) and sluit_aan(erna[0]) and erna[0].vorm == "klein"
    if doet and (erna[0].laag in aanwijzing("toestand") or is_werkwoord(erna[0].laag)):
        return True
    return doet_iets(lezing, plek)


def _woord_als_naam(lezing: Lezing, plek: int) -> bool:
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


def _doet_een_ander(lezing: Lezing, plek: int) -> bool:
    """Tell whether the verb behind it has its own somebody: 'Noe zit hij thuis'."""
    erna = lezing.woorden[plek + 1 : plek + 3]
    return (
        len(erna) > 1
        and erna[0].laag in aanwijzing("werkwoord")
        and erna[1].laag in aanwijzing("onderwerp")
        and sluit_aan(erna[0])
        and sluit_aan(erna[1])
    )


def _na_lidwoord(lezing: Lezing, plek: int) -> bool:
    """Tell whether an article stands before it ('de Berkenschutse'), or what takes a thing.

    Nobody is called so but by a surname that the lists know, or when a verb of saying follows.
    """
    woord = lezing.woorden[plek]
    if not sluit_aan(woord) or lezing.ervoor(plek) not in aanwijzing("voor_ding"):
        return False
    erna = lezing.woorden[plek + 1 : plek + 2]
    return not (erna and erna[0].laag in aanwijzing("zei"))


def _opent_met_van(lezing: Lezing, plek: int) -> bool:
    """Tell whether it is 'Van Rijswijk belde': a town behind 'Van', that does something."""
    woord = lezing.woorden[plek]
    ervoor = lezing.woorden[plek - 1] if plek else woord
    if ervoor.tekst != "Van" or not ervoor.zinsbegin or woord.vorm != "groot":
        return False
    erna = lezing.woorden[plek + 1 : plek + 2]
    spreekt = bool(erna) and erna[0].laag in aanwijzing("zegt") and sluit_aan(erna[0])
    return spreekt and sluit_aan(woord) and plek not in lezing.geen_mensen and not is_vak(woord)


def _is_achternaam(lezing: Lezing, plek: int) -> bool:
    """Tell whether a surname that is also a word stands where a person does: 'tegen Vos'."""
    woord = lezing.woorden[plek]
    if woord.vorm != "groot" or woord.laag not in namen("achternamen"):
        return False
    if woord.zinsbegin:
        erna = lezing.woorden[plek + 1 : plek + 2]
        return bool(erna) and erna[0].laag in aanwijzing("zei") and not is_vak(woord)
    om_te_leren = any(
        ander.laag in aanwijzing("leren")
        for ander in lezing.woorden[max(0, plek - _EROMHEEN) : plek + _EROMHEEN]
    )
    if lezing.ervoor(plek) == "van" and lezing.woorden[plek - 1].vorm == "groot":
        return False
    return (
        sluit_aan(woord)
        and not (is_vak(woord) or om_te_leren)
        and lezing.ervoor(plek) in aanwijzing("voor_mens")
        and woord.laag not in namen("plaatsen")
    )


def _na_groot_van(lezing: Lezing, plek: int) -> bool:
    """Tell whether 'Van' or 'Van der' with a capital stands before it, inside a sentence."""
    van = tussenvoegsels_ervoor(lezing, plek)
    if van == plek or lezing.woorden[van].zinsbegin:
        return False
    return lezing.woorden[van].laag in {"van", "ter", "ten", "von"}


def _achter_tussenvoegsels(lezing: Lezing, plek: int) -> bool:
    """Tell whether it is the last word of 'De Boer', or of 'van der Berg'; also a plain word."""
    woord = lezing.woorden[plek]
    if woord.vorm != "groot" or woord.zinsbegin or plek in lezing.geen_mensen or is_vak(woord):
        return False
    if (
        sluit_aan(woord)
        and lezing.ervoor(plek) in {"der", "den"}
        and lezing.ervoor(plek, 2) == "van"
    ):
        return True  # 'Van den Akker'; no other word stands there nowadays
    eigen = not is_woord(woord.laag) and woord.laag not in namen("plaatsen")
    if eigen and _na_groot_van(lezing, plek):
        return True
    if woord.laag not in namen("achternamen"):
        return False
    if tussenvoegsels_ervoor(lezing, plek) < plek:
        return True
    ervoor = lezing.ervoor(plek)
    if not sluit_aan(woord) or (ervoor == "van" and woord.laag in namen("plaatsen")):
        return False
    return ervoor in aanwijzing("voor_achternaam") or (
        ervoor == "de" and lezing.ervoor(plek, 2) in aanwijzing("voor_de")
    )
