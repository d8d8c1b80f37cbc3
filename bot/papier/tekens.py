"""Tekens die een papier aankan: geen stuurtekens, en in een PDF alleen letters die er zijn."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, Final

_WEG: Final = frozenset(("Cc", "Cs", "Cn"))
"""Control characters, halves of a character, and what is none. XML refuses these as well."""
_RICHTING: Final = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Turn the direction of what follows: one could show other words than are there."""
_BLIJFT: Final = "\n\t"
ZONDER_LETTER: Final = "\u25a1"
"""An empty box, for a character that the letters of a PDF do not have."""
LANGSTE_WOORD: Final = 20
_LANG: Final = re.compile(rf"\S{{{LANGSTE_WOORD + 1},}}")
_BREEKPUNT: Final = "\u200b"


def zuiver(woorden: str) -> str:
    """Return words without signs that show nothing or turn what is shown."""
    return "".join(
        teken
        for teken in woorden.replace("\r\n", "\n").replace("\r", "\n")
        if teken in _BLIJFT or (unicodedata.category(teken) not in _WEG and teken not in _RICHTING)
    )


def in_letters(woorden: str) -> str:
    """Return words in letters that a PDF has, with places to break a very long one."""
    kan = _letters()
    zichtbaar = "".join(
        teken if teken in kan else ZONDER_LETTER
        for teken in unicodedata.normalize("NFC", zuiver(woorden)).replace("\t", " ")
    )
    return _LANG.sub(_breekbaar, zichtbaar)


def overal(doe: Any, deel: Any) -> Any:
    """Return the same lists and mappings with something done to every text in them."""
    if isinstance(deel, str):
        return doe(deel)
    if isinstance(deel, dict):
        return {naam: overal(doe, waarde) for naam, waarde in deel.items()}
    if isinstance(deel, list | tuple):
        return [overal(doe, waarde) for waarde in deel]
    return deel


def _breekbaar(treffer: re.Match[str]) -> str:
    woord = treffer[0]
    stukjes = (woord[i : i + LANGSTE_WOORD] for i in range(0, len(woord), LANGSTE_WOORD))
    return _BREEKPUNT.join(stukjes)


@cache
def _letters() -> frozenset[str]:
    """Load the characters that are in the letters of `typst`: a code or a range a line, in hex."""
    uit = {"\n"}
    for regel in Path(__file__).with_name("letters.txt").read_text("ascii").split():
        van, _, tot = regel.partition("-")
        uit.update(map(chr, range(int(van, 16), int(tot or van, 16) + 1)))
    return frozenset(uit)
