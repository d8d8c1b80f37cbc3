"""Een lijst gegevens in stukken: 'stageverslag, adres, en dat hij ADHD heeft'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dialogs.lezen.woorden import plat
from dialogs.teksten import tabel

_LANGSTE: Final = 120
"""A longer clause is no name of an item."""
_PUNT: Final = re.compile(r"\s*[-*\u2022]\s")
_KOMMA: Final = re.compile(r"[,;\n\r\u2022]+")
_EN: Final = re.compile(r"\s+en\s+")
_VOORAAN: Final = re.compile(r"^(?:(?:en|ook|de|het|een|'t|'n) (?=\S))+", re.IGNORECASE)


def namen(tekst: str) -> Iterator[str]:
    """Return the names in a list, one by one; some may be empty."""
    return map(naam_uit, _delen(tekst))


def naam_uit(deel: str) -> str:
    """Return the name in one part of a list, without what only leads up to it."""
    return _VOORAAN.sub("", " ".join(deel.split()).strip(" .-*:@?"))


def _delen(tekst: str) -> list[str]:
    """Return the parts of a list; a line with a bullet is one part, whatever stands in it."""
    regels = [regel for regel in tekst.splitlines() if regel.strip()]
    if regels and all(_PUNT.match(regel) for regel in regels):
        return regels
    return [deel for stuk in _KOMMA.split(tekst) for deel in _bij_en(stuk)]


def _bij_en(stuk: str) -> list[str]:
    """Split at 'en', but not within 'dat hij ADHD en autisme heeft'."""
    delen: list[str] = []
    for deel in _EN.split(stuk.strip()):
        if delen and _bijzin_is_open(delen[-1]):
            delen[-1] = f"{delen[-1]} en {deel}"
        else:
            delen.append(deel)
    return delen


def _bijzin_is_open(deel: str) -> bool:
    if len(deel) > _LANGSTE:
        return False
    woorden = plat(deel).removeprefix("en ").split()
    lijst = tabel("bijzin")
    begint = len(woorden) > 1 and woorden[0] in lijst["begint_met"]
    return begint and not any(woord in lijst["werkwoord"] for woord in woorden[2:])
