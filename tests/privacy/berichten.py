"""De proefberichten: tekst met daarin, tussen accolades, wat de bewaker moet vinden."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_GOUD: Final = re.compile(r"\{(?P<soort>\w+):(?P<tekst>[^{}]+)\}")
_HIER: Final = Path(__file__).parent

OEFEN: Final = "oefen"
APART: Final = "apart"


@dataclass(frozen=True, slots=True)
class Stuk:
    soort: str
    begin: int
    einde: int


@dataclass(frozen=True, slots=True)
class Bericht:
    tekst: str
    gevoelig: tuple[Stuk, ...]


def lees(deel: str) -> list[Bericht]:
    r"""Read one part of the set; a line is a message, and `\n` in it a new line."""
    regels = (_HIER / f"{deel}.txt").read_text(encoding="utf-8").split("\n")
    return [ontleed(regel) for regel in regels if regel.strip() and not regel.startswith("#")]


def ontleed(regel: str) -> Bericht:
    regel = regel.replace("\\n", "\n")
    delen: list[str] = []
    gevoelig: list[Stuk] = []
    tot = lengte = 0
    for gevonden in _GOUD.finditer(regel):
        ervoor = regel[tot : gevonden.start()]
        begin = lengte + len(ervoor)
        lengte = begin + len(gevonden["tekst"])
        delen += [ervoor, gevonden["tekst"]]
        gevoelig.append(Stuk(gevonden["soort"], begin, lengte))
        tot = gevonden.end()
    return Bericht("".join([*delen, regel[tot:]]), tuple(gevoelig))
