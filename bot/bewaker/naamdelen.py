"""Hoe ver een naam loopt: initialen ervoor, 'van der' en achternamen erachter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.instellingen import is_groot, sluit_aan
from bot.bewaker.lezing import Lezing, is_gewoon, is_vak, is_voornaam, onbekend_klein
from bot.bewaker.vondst import Vondst
from bot.bewaker.woordenlijst import aanwijzing, namen

_INITIALEN_ERVOOR: Final = re.compile(r"(?<![\w.])(?:[A-Z]\.[ -]?|[A-Z][ ](?=[A-Z]\.)){1,5}[ ]?$")
_INITIALEN_ERNA: Final = re.compile(r",[ ]?((?:[A-Z]\.[ ]?){0,4}[A-Z]\.)")
_LOSSE_INITIALEN: Final = re.compile(r"(?:[A-Z]\.[ ]?){0,4}[A-Z]\.(?![\w])")
_ANONIEM: Final = frozenset("ABNXYZ")
_TUSSENVOEGSELS: Final = 4
_INITIALEN: Final = 20


def begin_van(lezing: Lezing, plek: int) -> int:
    """Return where the name that starts with this word begins in the text, initials included."""
    initialen = _initialen(lezing, plek)
    return lezing.woorden[plek].begin if initialen is None else initialen


def einde_van(lezing: Lezing, plek: int) -> int:
    """Return where the name that ends with this word ends in the text."""
    einde = lezing.woorden[plek].einde
    erna = _INITIALEN_ERNA.match(lezing.tekst, einde)
    return erna.end() if erna else einde


def laatste_van(lezing: Lezing, plek: int) -> int:
    """Return the last word of the name that this word is part of."""
    while True:
        verder = volgende_deel(lezing, plek)
        if verder is None:
            return plek
        plek = verder


def volgende_deel(lezing: Lezing, plek: int) -> int | None:
    """Return the place of the next word of this name, over 'van der'; None at its end."""
    woorden = lezing.woorden
    verder = plek + 1
    while (
        verder < len(woorden)
        and verder - plek <= _TUSSENVOEGSELS
        and _hoort_erbij(lezing, verder)
        and woorden[verder].laag in aanwijzing("tussenvoegsel")
    ):
        verder += 1
    if verder >= len(woorden) or not _hoort_erbij(lezing, verder):
        return _voornaam_na_komma(lezing, plek)
    woord = woorden[verder]
    achter_tussen = verder > plek + 1 and woord.vorm == "groot"
    if achter_tussen and woord.laag in namen("achternamen") and verder not in lezing.geen_mensen:
        return verder  # 'Cas van der Meer', although 'meer' is a word
    if is_gewoon(woord) or verder in lezing.geen_mensen:
        return None
    if is_groot(woord) and woord.vorm != "gemengd":
        return None if is_vak(woord) else verder
    if is_groot(woorden[plek]) or woord.laag in aanwijzing("werkwoord"):
        return None
    met_tussen = verder > plek + 1 or woorden[plek].laag in aanwijzing("tussenvoegsel")
    achternaam = woord.laag in namen("achternamen") or (met_tussen and onbekend_klein(woord))
    return verder if achternaam else None


def _hoort_erbij(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    # The points and slashes of 'v.d. Berg' and 'v/d Berg'.
    afgekort = woord.ervoor in {".", ". ", "/"} and len(lezing.woorden[plek - 1].laag) == 1
    return sluit_aan(woord) or afgekort


def _voornaam_na_komma(lezing: Lezing, plek: int) -> int | None:
    """Return the first name after 'Jansen, '; not after 'Sem, ': that is a list."""
    woorden = lezing.woorden
    if plek + 1 >= len(woorden) or is_voornaam(woorden[plek]) or not is_groot(woorden[plek]):
        return None
    volgende = woorden[plek + 1]
    omgekeerd = volgende.ervoor in {", ", ","} and volgende.vorm == "groot"
    return plek + 1 if omgekeerd and is_voornaam(volgende) else None


def tussenvoegsels_ervoor(lezing: Lezing, plek: int) -> int:
    """Return where the capitalised 'Van der' before this word starts, or the word itself."""
    woord = lezing.woorden[plek]
    if not is_groot(woord):
        return plek
    eerste = plek
    while (
        eerste > 0
        and plek - eerste < _TUSSENVOEGSELS
        and sluit_aan(lezing.woorden[eerste])
        and lezing.ervoor(eerste) in aanwijzing("tussenvoegsel")
    ):
        eerste -= 1
    begin = lezing.woorden[eerste]
    # 'Van Kevin hoorde ik': a preposition that opens the sentence.
    if begin.vorm != "groot" or (begin.zinsbegin and is_voornaam(woord)):
        return plek
    return eerste


def met_initialen(lezing: Lezing, plek: int) -> bool:
    """Tell whether initials stand before this word, or a comma and initials after it."""
    woord = lezing.woorden[plek]
    if woord.laag in namen("achternamen") and _INITIALEN_ERNA.match(lezing.tekst, woord.einde):
        return True
    return _initialen(lezing, plek) is not None


def _initialen(lezing: Lezing, plek: int) -> int | None:
    direct = _zoek_initialen(lezing, plek)
    if direct is not None:
        return direct
    eerste = plek
    while plek - eerste < _TUSSENVOEGSELS and lezing.ervoor(eerste) in aanwijzing("tussenvoegsel"):
        eerste -= 1  # 'J. de Vries': the initials stand before 'de'
    return _zoek_initialen(lezing, eerste) if eerste < plek else None


def _zoek_initialen(lezing: Lezing, plek: int) -> int | None:
    begin = lezing.woorden[plek].begin
    gevonden = _INITIALEN_ERVOOR.search(lezing.tekst, max(0, begin - _INITIALEN), begin)
    return gevonden.start() if gevonden else None


def losse_initialen(lezing: Lezing, plek: int) -> Iterator[Vondst]:
    """Find 'leerling K.' and 'mevrouw M. J.'; 'leerling A' and 'jongere X' are nobody."""
    woord = lezing.woorden[plek]
    if len(woord.tekst) != 1 or lezing.ervoor(plek) not in aanwijzing("mens"):
        return
    gevonden = _LOSSE_INITIALEN.match(lezing.tekst, woord.begin)
    if gevonden and (len(gevonden[0]) > len("K.") or woord.tekst not in _ANONIEM):
        yield Vondst("persoon", *gevonden.span())
