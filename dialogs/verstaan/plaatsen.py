"""Een keuze bij haar plaats: 'b', 'optie 2', 'de eerste', 'die laatste'."""

from __future__ import annotations

import re
from typing import Final

from dialogs.lezen.getallen import getal
from dialogs.lezen.woorden import plat
from dialogs.teksten import tabel

_NUMMER: Final = re.compile(r"(?:(?:optie|nummer|nr|keuze|antwoord|regel) )?(\d{1,2})(?:e|de|ste)?")
_LETTER: Final = re.compile(r"(?:(?:optie|keuze|antwoord) )?([a-z])")


def nummer(tekst: str, aantal: int, *, laatste: int | None = None) -> int | None:
    """Return which of so many choices is meant; None when it is not said by its place.

    `laatste` is what 'de laatste' means, when ways out come after the real choices.
    """
    kaal = " ".join(re.findall(r"[^\W_]+", plat(tekst)))
    woorden = tabel("rangwoorden")
    for begin in woorden["begin"]:
        kaal = kaal.removeprefix(f"{begin} ")
    for einde in woorden["einde"]:
        kaal = kaal.removesuffix(f" {einde}")
    if kaal in woorden["laatste"]:
        return laatste or aantal
    kaal = _in_cijfers(kaal)
    plaats = rang(kaal)
    if plaats is None and (cijfer := _NUMMER.fullmatch(kaal)):
        plaats = int(cijfer[1])
    if plaats is None and (letter := _LETTER.fullmatch(kaal)):
        plaats = ord(letter[1]) - ord("a") + 1
    return plaats if plaats is not None and 1 <= plaats <= aantal else None


def genoemd(tekst: str, aantal: int) -> int | None:
    """Return which of so many choices a text names by its place in so many words: 'nummer drie'.

    A mere number or letter is not one: it may be the answer itself.
    """
    woorden = plat(tekst).split()
    by = [w for w in woorden if rang(w) is not None or w.strip(".") in tabel("rangwoorden")["telt"]]
    return nummer(tekst, aantal) if by else None


def _in_cijfers(kaal: str) -> str:
    """Return 'nummer drie' as 'nummer 3'."""
    *voor, laatste = kaal.split() or [""]
    telt = voor[-1:] and voor[-1] in tabel("rangwoorden")["telt"]
    waarde = getal(laatste) if telt else None
    return kaal if waarde is None else " ".join((*voor, str(waarde)))


def rang(woord: str) -> int | None:
    """Return the place that a word names: 1 for 'eerste'."""
    woorden = tabel("rangwoorden")["rang"]
    return next((n for n, w in enumerate(woorden, 1) if woord in w.split("|")), None)
