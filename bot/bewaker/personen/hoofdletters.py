"""Namen in hoofdletters in een gewone zin: 'belde met SEM GROEN', 'KOK, TIM'.

Words of every day stand in capitals for stress. So two that stand together count, a first name and
what can be a surname; the less they can only be a name, the more the place must say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.bewaker.personen.lezing import (
    KORTST,
    Lezing,
    heeft_klinker,
    is_gewoon,
    is_mens,
    is_nederlands,
    is_vak,
    is_vreemd,
)
from bot.bewaker.personen.ontleden import Woord
from bot.bewaker.personen.organisaties import sluit_aan
from bot.bewaker.personen.woordenlijst import aanwijzing, is_woord, namen, zeldzame_namen
from bot.bewaker.vondst import Vondst

_TUSSENVOEGSELS: Final = 4
_GEEN_ACHTERNAAM: Final = ("werkwoord", "mens", "titel", "toestand", "klein_gewoon")


def namen_in_hoofdletters(lezing: Lezing) -> Iterator[Vondst]:
    """Find them (`persoon`)."""
    plek = 0
    while plek < len(lezing.woorden):
        laatste = _laatste(lezing, plek)
        if laatste is None:
            plek += 1
            continue
        yield Vondst("persoon", lezing.woorden[plek].begin, lezing.woorden[laatste].einde)
        plek = laatste + 1


def _laatste(lezing: Lezing, plek: int) -> int | None:
    """Return the last word of the name in capitals that starts here."""
    if not _in_hoofdletters(lezing, plek) or plek in lezing.geen_mensen:
        return None
    achter = _over_tussenvoegsels(lezing, plek)
    voornaam = None if achter is None else _voornaam_na_komma(lezing, achter)
    if voornaam is not None:
        return voornaam
    if not _kan_voornaam(lezing.woorden[plek]):
        return None
    achter = _over_tussenvoegsels(lezing, plek + 1)
    if achter is None or achter in lezing.geen_mensen or not sluit_aan(lezing.woorden[plek + 1]):
        return None
    return achter if _zijn_samen(lezing, plek, achter) else None


def _in_hoofdletters(lezing: Lezing, plek: int) -> bool:
    return plek < len(lezing.woorden) and lezing.woorden[plek].vorm == "hoofdletters"


def _over_tussenvoegsels(lezing: Lezing, plek: int) -> int | None:
    """Return the first word in capitals from here on that is no 'VAN' or 'DE'."""
    verst = min(plek + _TUSSENVOEGSELS, len(lezing.woorden))
    for verder in range(plek, verst):
        if not _in_hoofdletters(lezing, verder):
            return None
        if verder > plek and not sluit_aan(lezing.woorden[verder]):
            return None
        if lezing.woorden[verder].laag not in aanwijzing("tussenvoegsel"):
            return verder
    return None


def _voornaam_na_komma(lezing: Lezing, achter: int) -> int | None:
    """Return the first name of 'DE GROOT, ISA', or of 'GROEN SEM' with no other capitals."""
    if lezing.woorden[achter].laag not in namen("achternamen"):
        return None
    if not _in_hoofdletters(lezing, achter + 1):
        return None
    voornaam = lezing.woorden[achter + 1]
    if not _is_zeker_voornaam(voornaam):
        return None
    if voornaam.ervoor in {", ", ","}:
        return achter + 1
    los = sluit_aan(voornaam) and _staan_alleen(lezing, achter, achter + 1)
    gewoon = is_gewoon(lezing.woorden[achter]) or is_vak(lezing.woorden[achter])
    return achter + 1 if los and not gewoon else None


def _kan_voornaam(woord: Woord) -> bool:
    bekend = woord.laag in namen("voornamen") or woord.laag in zeldzame_namen()
    return bekend and woord.laag not in aanwijzing("gewoon") and not is_vak(woord)


def _is_zeker_voornaam(woord: Woord) -> bool:
    return _kan_voornaam(woord) and not (is_nederlands(woord) or is_vreemd(woord))


def _staan_alleen(lezing: Lezing, plek: int, achter: int) -> bool:
    """Tell whether no other words in capitals stand beside these."""
    voor = plek > 0 and _in_hoofdletters(lezing, plek - 1)
    na = _in_hoofdletters(lezing, achter + 1) and sluit_aan(lezing.woorden[achter + 1])
    return not (voor or na)


def _zijn_samen(lezing: Lezing, plek: int, achter: int) -> bool:
    """Tell whether these are a first name and a surname, and no words of every day."""
    eerste, laatste = lezing.woorden[plek], lezing.woorden[achter]
    zeker = _is_zeker_voornaam(eerste)
    achternaam = laatste.laag in namen("achternamen")
    alleen = _staan_alleen(lezing, plek, achter)
    if laatste.laag in aanwijzing("gewoon"):
        return zeker and achternaam and alleen
    if is_vak(laatste) or any(laatste.laag in aanwijzing(soort) for soort in _GEEN_ACHTERNAAM):
        return False
    if not is_woord(laatste.tekst):
        onbekend = len(laatste.laag) >= KORTST and heeft_klinker(laatste)
        return achternaam or (onbekend and zeker)
    if zeker:
        return achternaam or alleen or achter > plek + 1
    return alleen and _staat_als_mens(lezing, plek, achter)


def _staat_als_mens(lezing: Lezing, plek: int, achter: int) -> bool:
    ervoor = lezing.ervoor(plek) if sluit_aan(lezing.woorden[plek]) else ""
    if ervoor in aanwijzing("voor_mens") or is_mens(ervoor):
        return True
    erna = lezing.woorden[achter + 1 : achter + 2]
    doet = bool(erna) and sluit_aan(erna[0]) and erna[0].laag in aanwijzing("werkwoord")
    return doet and (lezing.woorden[plek].zinsbegin or not ervoor)
