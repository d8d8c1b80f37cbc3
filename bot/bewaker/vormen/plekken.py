"""Waar een apparaat of iemand is: ip-adressen en coördinaten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv6Address
from typing import Final

from bot.bewaker.vondst import Vondst
from bot.bewaker.vormen.onschuldig import Onschuldig

_IPV4: Final = re.compile(r"(?<![\w.,-])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|[.,]\d)")
_IPV6: Final = re.compile(
    r"(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])", re.IGNORECASE
)
_GROEPEN_V6: Final = 3
_IP_WOORD: Final = re.compile(
    r"\b(?:ip(?:v[46])?(?:-?adres(?:sen)?)?|inlog\w{0,4}|ingelogd|server|router|vanaf)\b"
    r"[^\d\n]{0,20}$",
    re.IGNORECASE,
)
_VERSIE: Final = re.compile(r"\b(?:versie|release|v|build|update)[ .]?$", re.IGNORECASE)
_GROOTSTE_BYTE: Final = 255
_TWEE_CIJFERS: Final = 10

_KOMMA: Final = r"(?:[ ]?[,;/][ ]?|[ ])"
_GRADEN: Final = re.compile(
    rf"(?<![\w.,])-?\d{{1,2}}\.\d{{4,10}}[ ]?°?[ ]?[NS]?{_KOMMA}-?\d{{1,3}}\.\d{{4,10}}"
    r"(?:[ ]?°?[ ]?[EWOL](?![\w]))?(?![\w]|[.,]\d)",
    re.IGNORECASE,
)
_MINUTEN: Final = (
    r"\d{1,3}[ ]?°[ ]?\d{1,2}[ ]?['\u2032][ ]?"
    r"(?:\d{1,2}(?:[.,]\d{1,4})?[ ]?(?:\"|''|\u2033))?[ ]?"
)
_MINUTEN_SECONDEN: Final = re.compile(
    rf"(?<![\w.,])(?:{_MINUTEN}[NZS]{_KOMMA}?{_MINUTEN}[EWOL]|{_MINUTEN}[NZS])(?![\w])",
    re.IGNORECASE,
)
_DRIE_WOORDEN: Final = re.compile(r"(?<!\S)///[^\W\d_]{2,30}(?:\.[^\W\d_]{2,30}){2}(?![\w.])")
"""What3words: '///tafel.lamp.stoel' is three metres on the map."""


def vind_ipadres(gezegd: str) -> Iterator[Vondst]:
    """Find addresses on the internet (`ipadres`); no version and no article."""
    onschuldig: Onschuldig | None = None
    for gevonden in _IPV4.finditer(gezegd):
        begin, einde = gevonden.span()
        bytes_ = [int(deel) for deel in gevonden[0].split(".")]
        if max(bytes_) > _GROOTSTE_BYTE or _VERSIE.search(gezegd, max(0, begin - 10), begin):
            continue
        groot = sum(byte >= _TWEE_CIJFERS for byte in bytes_)
        if groot < 2 and not _IP_WOORD.search(gezegd, max(0, begin - 40), begin):
            continue
        onschuldig = onschuldig or Onschuldig(gezegd)
        if not onschuldig.raakt(begin, einde):
            yield Vondst("ipadres", begin, einde)
    for gevonden in _IPV6.finditer(gezegd):
        if _is_ipv6(gevonden[0]):
            yield Vondst("ipadres", *gevonden.span())


def _is_ipv6(gezegd: str) -> bool:
    if sum(map(bool, gezegd.split(":"))) < _GROEPEN_V6:
        return False
    try:
        IPv6Address(gezegd)
    except AddressValueError:
        return False
    return True


def vind_coordinaten(gezegd: str) -> Iterator[Vondst]:
    """Find places on the map (`adres`)."""
    for patroon in (_GRADEN, _MINUTEN_SECONDEN, _DRIE_WOORDEN):
        for gevonden in patroon.finditer(gezegd):
            yield Vondst("adres", *gevonden.span())
