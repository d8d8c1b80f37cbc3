"""Rekeningnummers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.vondst import Vondst

_IBAN: Final = re.compile(
    r"[A-Za-z]{2}[ \n.\-\u200b]?\d[ \n.\-\u200b]?\d(?:[ \n.\-\u200b]{0,2}[A-Za-z0-9]){11,30}"
)
_IBAN_BEGIN: Final = re.compile(r"(?=[A-Za-z]{2}[ \n.\-\u200b]?\d[ \n.\-\u200b]?\d)")
_IBAN_LENGTE: Final = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20,
    "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26,
    "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15,
    "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TR": 26,
}  # fmt: skip
"""The countries one can pay to in euros from here, and Turkey."""


_CIJFERS_ACHTERAAN: Final = 8
_IBAN_WOORD: Final = re.compile(
    r"(?<!\[)\b(?:iban|rekening(?:en|nr|nummer)?|rek\.?(?:nr)?|banknummer)\b[^\d\[\]]{0,30}$",
    re.IGNORECASE,
)


def vind_iban(gezegd: str) -> Iterator[Vondst]:
    """Find bank accounts: the length their country gives them, and mod 97.

    Right after the word the test does not count: one digit wrong still points at somebody.
    """
    for gevonden in _IBAN_BEGIN.finditer(gezegd):
        lengte = _IBAN_LENGTE.get(gezegd[gevonden.start() : gevonden.start() + 2].upper())
        if lengte is None:
            continue
        geheel = _IBAN.match(gezegd, gevonden.start())
        if geheel is None:
            continue
        plekken = [plek for plek in range(*geheel.span()) if gezegd[plek].isalnum()]
        if len(plekken) < lengte:
            continue
        einde = plekken[lengte - 1] + 1
        compact = "".join(gezegd[plek] for plek in plekken[:lengte]).upper()
        if gezegd[einde : einde + 1].isdigit():
            continue
        if _is_iban(compact) or _aangekondigd(gezegd, gevonden.start(), compact):
            yield Vondst("iban", gevonden.start(), einde)


def _aangekondigd(gezegd: str, begin: int, compact: str) -> bool:
    los = (
        not gezegd[max(0, begin - 1) : begin].isalnum() and compact[-_CIJFERS_ACHTERAAN:].isdigit()
    )
    return los and _IBAN_WOORD.search(gezegd, max(0, begin - 45), begin) is not None


def _is_iban(compact: str) -> bool:
    # The quick half first: stdnum looks up the country's structure.
    if int("".join(str(int(teken, 36)) for teken in compact[4:] + compact[:4])) % 97 != 1:
        return False
    from stdnum import iban

    return bool(iban.is_valid(compact))
