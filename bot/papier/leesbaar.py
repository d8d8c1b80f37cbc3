"""Of een papier te lezen is: lange zinnen, woorden die weinig mensen kennen, en wie erin staat.

The same measure as that of our own texts, and lighter: nothing is refused, one is told. What was
read is kept nowhere.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from bot.bewaker import Soort, bewaak
from bot.papier.tekens import zuiver
from dialogs.teksten import tekst
from knowledge.zoeken.woorden import stam

LANGSTE_ZIN: Final = 20
_LIJST: Final = Path(__file__).with_name("gewone_woorden.txt.gz")
_EINDE: Final = re.compile(r"(?<=[.?!:])\s+|\n+")
_GETELD: Final = re.compile(r"\w+(?:['\u2019./-]\w+)*")
_WOORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_HOOGSTENS: Final = 8
"""More remarks of one kind than these nobody reads."""
_BEGIN: Final = 60
_STUK: Final = 2000


class Leesbaarheid(NamedTuple):
    """What there is to say of a text."""

    lang: tuple[str, ...]
    """How each sentence begins that has too many words."""
    zeldzaam: tuple[str, ...]
    """Words that few people know."""
    personen: tuple[str, ...]
    """Kinds of data about people that it seems to hold: a name, a number, an address."""

    def zinnen(self) -> tuple[str, ...]:
        """Return what to say of it; one sentence when there is nothing to remark."""
        uit = [tekst("papier.nakijken.lang", zin=zin) for zin in self.lang]
        if self.zeldzaam:
            uit.append(tekst("papier.nakijken.zeldzaam", woorden=", ".join(self.zeldzaam)))
        if self.personen:
            uit.append(tekst("papier.nakijken.personen", wat=", ".join(self.personen)))
        return tuple(uit) or (tekst("papier.nakijken.goed"),)


def lees_na(woorden: str, vertrouwd: str = "") -> Leesbaarheid:
    """Look at the text of a paper.

    Args:
        woorden: the text, as somebody edited it.
        vertrouwd: the text it was made from: its words are ours, or are of the weighing itself.
    """
    woorden = zuiver(woorden)
    bekend = {woord.casefold() for woord in _WOORD.findall(vertrouwd)}
    zinnen = [zin.strip("#-*|_ ") for zin in _EINDE.split(woorden)]
    lang = (zin for zin in zinnen if len(_GETELD.findall(zin)) > LANGSTE_ZIN)
    zeldzaam = (
        woord
        for woord in _WOORD.findall(woorden)
        if len(woord) > 1 and woord.casefold() not in bekend and not _gewoon(woord.casefold())
    )
    return Leesbaarheid(
        tuple(_begin(zin) for zin in lang)[:_HOOGSTENS],
        tuple(dict.fromkeys(zeldzaam))[:_HOOGSTENS],
        tuple(tekst(f"bot.soort_{soort}") for soort in dict.fromkeys(_personen(woorden))),
    )


def _personen(woorden: str) -> Iterator[Soort]:
    """Yield what the guard finds, line by line: it reads no more at once than a message."""
    for regel in woorden.split("\n"):
        for begin in range(0, len(regel), _STUK):
            yield from bewaak(regel[begin : begin + _STUK]).soorten


def _begin(zin: str) -> str:
    return zin if len(zin) <= _BEGIN else f"{zin[:_BEGIN].rstrip()} ..."


def _gewoon(woord: str) -> bool:
    return woord in _gewone_woorden() or stam(woord) in _gewone_stammen()


@cache
def _gewone_woorden() -> frozenset[str]:
    return frozenset(gzip.decompress(_LIJST.read_bytes()).decode().split("\n"))


@cache
def _gewone_stammen() -> frozenset[str]:
    return frozenset(map(stam, _gewone_woorden()))
