"""Namen van mensen: bekende namen, onbekende woorden met een hoofdletter, en wat is aangewezen.

First comes what is certainly no person (`organisaties`). A word that can be a name starts one; then
the name is made as long as it goes (`naamdelen`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.personen.aanwijzingen import wijst_aan, wijst_klein_aan
from bot.bewaker.personen.hoofdletters import namen_in_hoofdletters
from bot.bewaker.personen.ingevuld import ingevulde_namen
from bot.bewaker.personen.lezing import Lezing, is_gewoon, is_vak
from bot.bewaker.personen.naamdelen import (
    begin_van,
    einde_van,
    heeft_a,
    laatste_van,
    losse_initialen,
    met_initialen,
    naam_met_initialen,
    tussenvoegsels_ervoor,
    voornaam_ervoor,
)
from bot.bewaker.personen.naamwoord import is_naam
from bot.bewaker.personen.organisaties import sluit_aan
from bot.bewaker.personen.vernoemd import heet_zo
from bot.bewaker.personen.woordenlijst import aanwijzing, is_woord
from bot.bewaker.vondst import Vondst

_LETTER: Final = r"[\u0386-\u1cff\u3040-\u9fff\uac00-\ud7af]"
_ANDER_SCHRIFT: Final = re.compile(rf"{_LETTER}(?:{_LETTER}|[\u200b ])*{_LETTER}")


def vind_personen(gezegd: str) -> Iterator[Vondst]:
    """Find names of people (`persoon`)."""
    for gevonden in _ANDER_SCHRIFT.finditer(gezegd):
        yield Vondst("persoon", *gevonden.span())
    yield from ingevulde_namen(gezegd)
    lezing = Lezing(gezegd)
    yield from namen_in_hoofdletters(lezing)
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
        eerste = voornaam_ervoor(lezing, eerste)
        yield Vondst("persoon", begin_van(lezing, eerste), einde_van(lezing, laatste))
        plek = laatste + 1


def _begint_naam(lezing: Lezing, plek: int) -> int | None:
    """Return where the name starts that this word is the first sure sign of."""
    woord = lezing.woorden[plek]
    ziekte = woord.laag in aanwijzing("ziektenaam")
    if wijst_aan(lezing, plek) or (ziekte and heet_zo(lezing.woorden, plek)):
        return plek
    if wijst_klein_aan(lezing, plek):
        return plek
    if _opent_met_van(lezing, plek):
        return plek - 1
    if is_naam(lezing, plek):
        return tussenvoegsels_ervoor(lezing, plek)
    if heeft_a(lezing, plek) and not is_woord(woord.tekst) and not is_gewoon(woord):
        return plek
    erbuiten = plek in lezing.geen_mensen or is_gewoon(woord) or is_vak(woord)
    return plek if not erbuiten and met_initialen(lezing, plek) else None


def _opent_met_van(lezing: Lezing, plek: int) -> bool:
    """Tell whether it is 'Van Rijswijk belde': a town behind 'Van', that does something."""
    woord = lezing.woorden[plek]
    ervoor = lezing.woorden[plek - 1] if plek else woord
    if ervoor.tekst != "Van" or not ervoor.zinsbegin or woord.vorm != "groot":
        return False
    erna = lezing.woorden[plek + 1 : plek + 2]
    spreekt = bool(erna) and erna[0].laag in aanwijzing("zegt") and sluit_aan(erna[0])
    return spreekt and sluit_aan(woord) and plek not in lezing.geen_mensen and not is_vak(woord)
