"""Getallen die in een weging thuishoren en nooit een nummer van iemand zijn."""

from __future__ import annotations

import re
from typing import Final

_JAAR: Final = r"(?:19|20)\d\d"
_ONSCHULDIG: Final = re.compile(
    rf"""
      (?<![\d])[0-3]?\d(?P<s>[-/.])[01]?\d(?P=s){_JAAR}(?!\d)      # 1-1-2026
    | (?<![\d]){_JAAR}(?P<t>[-/.])[01]?\d(?P=t)[0-3]?\d(?!\d)      # 2026-03-02
    | (?<![\d]){_JAAR}[ ]?[-/][ ]?{_JAAR}(?!\d)                    # schooljaar 2025-2026
    | \bWW-{_JAAR}-\d{{4,7}}(?!\d)                                 # ons eigen kenmerk
    | (?:artikel|art\.?|casus|paragraaf|§|lid)[ ]?\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}(?![\d])
    | €[ ]?\d{{1,3}}(?:\.\d{{3}}){{0,3}}(?:,\d\d)?(?![\d])
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Onschuldig:
    """The innocent stretches of one text."""

    def __init__(self, gezegd: str) -> None:
        self._plekken = bytearray(len(gezegd))
        for gevonden in _ONSCHULDIG.finditer(gezegd):
            begin, einde = gevonden.span()
            self._plekken[begin:einde] = b"\x01" * (einde - begin)

    def raakt(self, begin: int, einde: int) -> bool:
        """Tell whether any of it is innocent."""
        return b"\x01" in self._plekken[begin:einde]
