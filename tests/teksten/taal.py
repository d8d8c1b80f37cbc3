"""Een tekst in zinnen en woorden, zonder opmaak, invullingen, verwijzingen en opdrachten."""

from __future__ import annotations

import re
from typing import Final

from tests.teksten.corpus import Tekst

# Stands for a placeholder or a reference: one word that nobody has to spell.
_GAT: Final = "_"
_GEEN_TAAL: Final = tuple(
    re.compile(patroon)
    for patroon in (
        r"`[^`]*`",  # code
        r"\{[a-z_0-9]*\}",  # placeholders
        r"\]\([^)]*\)",  # the address of a link
        r"https?://\S+",
        r"\bpython app\.py[ a-z]*(?:\[?[A-Z]+\]?)?",  # commands, and the options of commands
        r"--[a-z]+\b",
        r"\b[A-Z]+(?:_[A-Z]+)+\b",  # settings
        r"\b[A-Za-z]*[a-z][A-Z]\w*\b",  # names of fields
        r"\b[a-z]+(?:\.[a-z]+)+\b",  # addresses
        r"\bWW-\d{4}-\d{4}\b",
        r"§\s?\d+(?:\.\d+)*",
        r"\b(?:[A-Z]{2,} )?(?:artikel(?:en)?|lid|stap|casus|paragraaf) \d+(?:[.:]\d+)*[a-z]?",
        r"\b\d{1,2}-\d{1,2}-\d{4}\b",  # dates
        r"\b\d+(?:[.,:]\d+)*\b",  # numbers
    )
)
_EINDE: Final = re.compile(r"(?<=[.?!:])[*_'\")]*\s+(?=[*_'\"(]*[A-ZÀ-Þ\d_])")
_OPMAAK: Final = re.compile(r"^\s*(?:#+|[-*]|\d+\.)\s+|\*\*")
_WOORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019/-][^\W\d_]+)*(?:-?\d)?")
_GETELD: Final = re.compile(r"\w+(?:['\u2019./-]\w+)*")


def zinnen(tekst: Tekst) -> list[str]:
    """Split a text; a line, a list item and a table cell each end a sentence."""
    kaal = _zonder(tekst.tekst)
    stukken = (stuk for regel in kaal.split("\n") for stuk in regel.split("|"))
    gesplitst = (zin for stuk in stukken for zin in _EINDE.split(_OPMAAK.sub("", stuk)))
    return [zin.strip() for zin in gesplitst if _GETELD.search(zin)]


def aantal_woorden(zin: str) -> int:
    """Count the words of a sentence; a placeholder, reference or number is one."""
    return len(_GETELD.findall(zin))


def woorden(tekst: Tekst) -> list[str]:
    """Return the words that have a spelling, as they are written."""
    return [woord for zin in zinnen(tekst) for woord in _WOORD.findall(zin)]


def is_zin(zin: str) -> bool:
    """Tell a whole sentence from a label, a heading or a button."""
    return zin.rstrip("*_'\")").endswith((".", "?", "!"))


def _zonder(tekst: str) -> str:
    for patroon in _GEEN_TAAL:
        tekst = patroon.sub(_GAT, tekst)
    return tekst
