"""Tekst in woorden, met wat de bewaker van hun vorm wil weten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from bot.bewaker.personen.woordenlijst import plat
from bot.bewaker.vouwen import ONZICHTBAAR

Vorm = Literal["groot", "hoofdletters", "klein", "gemengd"]

_LETTERS: Final = rf"[^\W\d_](?:[^\W\d_]|{ONZICHTBAAR})*"
# A word may stand between '_' for stress, but 'xx_yusuf_xx' is one name on a network.
_WOORD: Final = re.compile(
    rf"(?:(?<!\w)|(?<=_)(?<!\w_))(?<!\w@)(?:'[tns]|{_LETTERS}(?:['-]{_LETTERS})*)(?![\d@]|_\w)"
)
_ZINSEINDE: Final = re.compile(r"[.!?…\n:;•|>]|(?:^|\s)[-*\"'(]+$")
_VOORVOEGSEL: Final = re.compile(
    r"(?:al|el|ad|ar|as|at|an|ash|az|et|ech|es|ez|ben|abd|abu|ibn|bin|bint|ould|ait|le|la|st"
    r"|d|l|t|m|n|o|dell|dall)['-](?=[^\W\d_])"
)
"""Before a surname, in small letters and joined to it: 'al-Hamwi', "d'Hondt"."""
_LETTERREEKS: Final = re.compile(r"[^\W\d_]{2,}|(?<=['])[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Woord:
    """A word of a text: where it stands, how it is written, and what stands before it."""

    begin: int
    einde: int
    tekst: str
    laag: str
    """Without capitals and accents."""
    vorm: Vorm
    ervoor: str
    """What stands between the word before and this one."""
    zinsbegin: bool


def zonder_voorvoegsel(woord: str) -> str:
    """Return a surname without the 'al-' or "d'" that is joined to it."""
    return _VOORVOEGSEL.sub("", woord, count=1)


def _vorm(woord: str) -> Vorm:
    if _VOORVOEGSEL.match(woord):
        return _vorm(zonder_voorvoegsel(woord))
    if woord.islower():
        return "klein"
    if woord.isupper() and len(woord) > 1:
        return "hoofdletters"
    delen = re.split(r"['-]|(?<=^Mc)|(?<=^De)|(?<=^Van)", woord)
    if woord[0].isupper() and all(
        not deel or deel[1:].islower() or len(deel) == 1 for deel in delen
    ):
        return "groot"
    return "gemengd"


_WEINIG_LETTERS: Final = 10
_SCHREEUWEN: Final = 0.6


def zonder_schreeuwen(glad: str) -> str:
    """Return a text in capitals in small letters, of the same length; any other as it is.

    In capitals a capital says nothing: words are known by the lists and by what stands around them.
    """
    letters = [teken for teken in glad if teken.isalpha()]
    groot = sum(teken.isupper() for teken in letters)
    if len(letters) <= _WEINIG_LETTERS or groot <= _SCHREEUWEN * len(letters):
        return glad
    return _LETTERREEKS.sub(
        lambda reeks: "".join(map(_klein, reeks[0])) if reeks[0].isupper() else reeks[0], glad
    )


def _klein(teken: str) -> str:
    klein = teken.lower()
    return klein if len(klein) == 1 else teken


def ontleed(glad: str) -> list[Woord]:
    """Return the words of a folded text, in order."""
    woorden: list[Woord] = []
    vorige = 0
    for gevonden in _WOORD.finditer(glad):
        begin, einde = gevonden.span()
        woord = gevonden[0].replace(ONZICHTBAAR, "")
        ervoor = glad[vorige:begin]
        zinsbegin = not woorden or _ZINSEINDE.search(ervoor) is not None
        woorden.append(Woord(begin, einde, woord, plat(woord), _vorm(woord), ervoor, zinsbegin))
        vorige = einde
    return woorden
