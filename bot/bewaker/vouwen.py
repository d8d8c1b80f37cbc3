"""Tekst gladstrijken voor de detectoren, teken voor teken, zodat plaatsen blijven kloppen."""

from __future__ import annotations

import unicodedata
from typing import Final

ONZICHTBAAR: Final = "\u200b"
"""What every invisible character becomes."""

_TEKENS: Final = {
    # dashes and minus signs
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    # dots, at signs, slashes, plus signs and brackets of full width
    **dict.fromkeys("\uff0e\u2024\u00b7\u2022", "."),
    **dict.fromkeys("\uff20\ufe6b", "@"),
    **dict.fromkeys("\uff0f\u2044\u2215", "/"),
    **dict.fromkeys("\uff0b\ufe62", "+"),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
    "\uff08": "(",
    "\uff09": ")",
    # control characters that separate
    "\n": "\n",
    **dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\t\x1c\x1d\x1e\x1f", " "),
}


def _teken(teken: str) -> str:
    if teken in _TEKENS:
        return _TEKENS[teken]
    soort = unicodedata.category(teken)
    if soort == "Nd":
        return str(unicodedata.decimal(teken))
    if soort in {"Zs", "Zl", "Zp"}:
        return " "
    if soort in {"Cf", "Cc", "Mn", "Cs"}:
        return ONZICHTBAAR
    # Full-width letters, and letters in a mathematical or circled dress.
    plat = unicodedata.normalize("NFKC", teken)
    return plat if len(plat) == 1 and plat.isascii() and plat.isalnum() else teken


def vouw(gezegd: str) -> str:
    """Return text of the same length in which look-alikes are the plain character."""
    anders = {teken for teken in set(gezegd) if not (teken.isascii() and teken.isprintable())}
    if not anders:
        return gezegd
    return gezegd.translate({ord(teken): _teken(teken) for teken in anders})
