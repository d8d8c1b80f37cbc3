"""Berichten die een bewaker lang bezig houden: steeds hetzelfde stuk."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from bot.bewaker import bewaak

STUKKEN: Final = (
    *("a.", "v.d. ", "A. ", "a b ", "a'", "'t ", "Aa-", "Aa ", "AA ", "Xx ", "Jansen, "),
    *("<", "<at>", " ", "\n", "\u200b", "(", "[naam] ", "(a", "a@", "x.y@", " at ", " punt "),
    *("0 ", "1 ", "1.1.", "06 ", "O6 ", "nul ", "nul zes ", "12:", "1-1-", "1 jan ", "NL91 "),
    *("1234 ab ", "Plein 1", "straat ", "woont op ", "aan de Aa ", "postbus ", "Kade nr "),
    *("van ", "Van der ", "leerling ", "Tjon A ", "ROC Van ", "Hfjdkq ", "hfjdkq wil "),
    *("roblox ", "snap: ", "is ", "paspoort ", "paspoort nr ", "zaak ", "zaaknummer: "),
    *("nul6 ", "nul", "0a", "GROEN, S. ", "GROEN S.\n", "naam: ", "naam: Jan ", "Jan, Jo\n"),
    *("in Utrecht nr 4 ", "steamnaam "),
    *("kenmerk ", "ab-", "abcd:", "52.1234", "52.1234, ", "Ab Cd-school ", "het Aa ", "B\u00e9"),
)
LANG: Final = 40_000


def bericht(stuk: str, lengte: int) -> str:
    """Return a message of this length, in characters, that repeats a piece."""
    return (stuk * (lengte // len(stuk) + 1))[:lengte]


def groei(stuk: str) -> Iterator[float]:
    """Yield the CPU time in seconds for a quarter of a long message, for half, and for all of it.

    The best of three, as others use the machine as well.
    """
    for deel in (4, 2, 1):
        gezegd = bericht(stuk, LANG // deel)
        yield min(_cpu(gezegd) for _ in range(3))


def _cpu(gezegd: str) -> float:
    begin = time.process_time()
    bewaak(gezegd)
    return time.process_time() - begin
