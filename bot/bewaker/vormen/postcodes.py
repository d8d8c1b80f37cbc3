"""Postcodes, met of zonder huisnummer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.vondst import Vondst

_POSTCODE: Final = re.compile(
    r"(?<![\w.,€-])(?P<cijfers>[1-9]\d{3})(?P<tussen>[ \u200b.-]{0,2})"
    r"(?P<letters>[A-Za-z]{2})(?![^\W_])"
)
# A postcode never has these: they stood for something else in the war.
_NOOIT: Final = {"SA", "SD", "SS"}
# '2026 is', '1500 km': a number and a word of two letters.
_WOORDEN: Final = frozenset(
    """
    af al an ad bv ce cm de dm do du eg ek en er eu ex gb ha he hr ie ik in is ja je jr kb kg km la
    le mb mg ml mm mo na nl nr nu of oh om op ov pk po ps re se st ta te tl to tv uh ur uu uw va vo
    vs wa we wo wr xl za ze zn zo
    """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
)
_HUISNUMMER_ERNA: Final = re.compile(
    r"[ ,]{0,2}(?:(?:huis)?(?:nummer|nr\.?)[ ]?|-[ ]?)?\d{1,5}(?:[ -]?[A-Za-z])?(?![\w])"
    r"(?![ ]?(?:jaar|jr|jarig|maand|week|weken|dag|euro|uur|procent|%)|[.,/-]\d)",
    re.IGNORECASE,
)
_HUISNUMMER_ERVOOR: Final = re.compile(
    r"(?<![\d.,/-])\d{1,5}(?:-\d{1,4})?(?:[ -]?[A-Za-z]{1,2})?,?[ \n]{1,2}$", re.IGNORECASE
)
_WOORD_ERVOOR: Final = re.compile(r"(?<!\[)postcode[^\w\[\]]{1,3}(?:is )?$", re.IGNORECASE)
_WOORD_ERNA: Final = re.compile(
    r" (?:is|was) (?:de |zijn |haar |hun |mijn )?postcode", re.IGNORECASE
)
_BEGIN_LOS: Final = re.compile(r"(?:^|[\n;:(]|, )\s*$")
_EINDE_LOS: Final = re.compile(r"\s*(?:$|[\n;,.)])")


def vind_postcode(gezegd: str) -> Iterator[Vondst]:
    """Find postcodes (`postcode`), with a house number behind them (`adres`)."""
    for gevonden in _POSTCODE.finditer(gezegd):
        begin, einde = gevonden.span()
        letters = gevonden["letters"]
        ervoor = _HUISNUMMER_ERVOOR.search(gezegd, max(0, begin - 70), begin)
        erna = _HUISNUMMER_ERNA.match(gezegd, einde)
        aangekondigd = bool(
            _WOORD_ERVOOR.search(gezegd, max(0, begin - 20), begin)
            or _WOORD_ERNA.match(gezegd, einde)
        )
        los = _BEGIN_LOS.search(gezegd, max(0, begin - 3), begin) and _EINDE_LOS.match(
            gezegd, einde
        )
        if letters.upper() in _NOOIT:
            continue
        if letters.lower() in _WOORDEN and not aangekondigd and gevonden["tussen"]:
            continue
        # Small letters after a space are mostly a word that follows a number.
        if (
            not letters.isupper()
            and gevonden["tussen"]
            and not (ervoor or erna or aangekondigd or los)
        ):
            continue
        yield Vondst("adres", begin, erna.end()) if erna else Vondst("postcode", begin, einde)
