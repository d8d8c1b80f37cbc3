"""Namen van mensen: bekende namen, onbekende woorden met een hoofdletter, en wat is aangewezen.

First comes what is certainly no person (`instellingen`). A word that can be a name starts one; then
the name is made as long as it goes (`naamdelen`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.aanwijzingen import wijst_aan
from bot.bewaker.instellingen import is_groot, sluit_aan
from bot.bewaker.lezing import (
    KORTST,
    Lezing,
    heeft_klinker,
    is_gewoon,
    is_nederlands,
    is_vak,
    is_voornaam,
)
from bot.bewaker.naamdelen import (
    begin_van,
    einde_van,
    laatste_van,
    losse_initialen,
    met_initialen,
    tussenvoegsels_ervoor,
    volgende_deel,
)
from bot.bewaker.vondst import Vondst
from bot.bewaker.woordenlijst import (
    aanwijzing,
    is_eigennaam,
    lijkt_op_een_woord,
    lijkt_vaag_op_een_woord,
    namen,
)

_LETTER: Final = r"[\u0386-\u1cff\u3040-\u9fff\uac00-\ud7af]"
_ANDER_SCHRIFT: Final = re.compile(rf"{_LETTER}(?:{_LETTER}|[\u200b ])*{_LETTER}")
_AFGEBROKEN: Final = re.compile(r"-\s+$")
_LEEFTIJD_OF_BEZIT: Final = re.compile(r" ?\(\d|'s")


def vind_personen(tekst: str) -> Iterator[Vondst]:
    """Find names of people (`persoon`)."""
    for gevonden in _ANDER_SCHRIFT.finditer(tekst):
        yield Vondst("persoon", *gevonden.span())
    lezing = Lezing(tekst)
    plek = 0
    while plek < len(lezing.woorden):
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
    if _is_naam(lezing, plek):
        return tussenvoegsels_ervoor(lezing, plek)
    erbuiten = plek in lezing.geen_mensen or is_vak(woord)
    return plek if is_groot(woord) and not erbuiten and met_initialen(lezing, plek) else None


def _is_naam(lezing: Lezing, plek: int) -> bool:
    """Tell whether a word is a name by itself, whatever stands around it."""
    woord = lezing.woorden[plek]
    if plek in lezing.geen_mensen or is_gewoon(woord):
        return _achter_tussenvoegsels(lezing, plek)
    if woord.vorm == "klein" or (woord.vorm == "hoofdletters" and lezing.schreeuwt):
        return _is_naam_klein(lezing, plek)
    if woord.vorm == "hoofdletters":
        return _is_naam_klein(lezing, plek) and len(woord.laag) > KORTST
    if woord.vorm == "gemengd" or len(woord.tekst) < 2:
        return False
    return _is_naam_groot(lezing, plek) or _achter_tussenvoegsels(lezing, plek)


def _is_naam_klein(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    # 'toestem- ming' and 'inge- wikkelde' in pasted text are halves of a word.
    afgebroken = _AFGEBROKEN.search(woord.ervoor) or lezing.na(plek)[:1] == "-"
    lang_genoeg = len(woord.laag) >= KORTST
    return lang_genoeg and not afgebroken and is_voornaam(woord) and not is_nederlands(woord)


def _is_naam_groot(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    if is_voornaam(woord):
        return not (woord.zinsbegin and is_nederlands(woord)) or _doet_iets(lezing, plek)
    if is_nederlands(woord) or woord.laag in namen("plaatsen"):
        return False
    if woord.laag in namen("achternamen"):
        return True
    if len(woord.laag) < KORTST or not heeft_klinker(woord) or is_eigennaam(woord.tekst):
        return False
    if lijkt_op_een_woord(woord.tekst):
        return False
    # At the start of a sentence a capital says little, unless somebody does something there.
    if not woord.zinsbegin or _doet_iets(lezing, plek) or lezing.genoeg_getwijfeld():
        return True
    return not lijkt_vaag_op_een_woord(woord.tekst)


def _doet_iets(lezing: Lezing, plek: int) -> bool:
    """Tell whether what follows is what people do: 'Roos gaat', 'Roos (18)', 'Roos en Sem'."""
    if _LEEFTIJD_OF_BEZIT.match(lezing.na(plek)):
        return True
    erna = lezing.woorden[plek + 1 : plek + 3]
    if erna and erna[0].laag in aanwijzing("werkwoord") and sluit_aan(erna[0]):
        return True
    nog_iemand = len(erna) == 2 and erna[0].laag == "en" and erna[1].vorm == "groot"
    return volgende_deel(lezing, plek) is not None or (nog_iemand and is_voornaam(erna[1]))


def _achter_tussenvoegsels(lezing: Lezing, plek: int) -> bool:
    """Tell whether it is the last word of 'De Boer', or of 'van der Berg'; also a plain word."""
    woord = lezing.woorden[plek]
    if woord.vorm != "groot" or woord.laag not in namen("achternamen") or woord.zinsbegin:
        return False
    if plek in lezing.geen_mensen or is_vak(woord):
        return False
    if tussenvoegsels_ervoor(lezing, plek) < plek:
        return True
    ervoor = lezing.ervoor(plek)
    if not sluit_aan(woord) or (ervoor == "van" and woord.laag in namen("plaatsen")):
        return False
    return ervoor in aanwijzing("voor_achternaam") or (
        ervoor == "de" and lezing.ervoor(plek, 2) in aanwijzing("voor_de")
    )
