"""Van een tekst naar een rij woorden, elk met de plaats waar het vandaan komt.

A word is kept in one form: lower case, no accents, typing errors repaired. A number is `#18`,
however it was written; a calendar date is `@2025-07-12`. Every kind of sentence end is `.`,
except the question mark; whatever else separates is `,`.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from dialogs.lezen.getallen import getal
from dialogs.lezen.spelling import Spelling

_DELEN: Final = re.compile(
    r"""
      (?P<datum>\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b
               |\b\d{1,2}(?P<streep>[-/.])\d{1,2}(?P=streep)\d{2}\b)
    | (?<!\w)'(?P<jaar>\d\d)\b
    | (?P<getal>\d+)
    | (?P<afkorting>\b[^\W\d_](?:\.[^\W\d_])+\b\.?)
    | (?P<woord>[^\W\d_]+(?:[&'][^\W\d_]+)*)
    | (?P<vraag>\?)
    | (?P<pijl>-+>|=>|\u2192)
    | (?P<gelijk>=)
    | (?P<einde>[.!;\n\r\u2022]+)
    | (?P<komma>[,:()\u2013\u2014/+\[\]]|(?<=\s)-(?=\s))
    """,
    re.VERBOSE,
)
# 'ik = klantmanager', 'leerplicht -> gemeente'.
_TEKENS: Final = {"vraag": "?", "einde": ".", "pijl": "naar", "gelijk": "is"}
_LANGSTE_GETAL: Final = 6
_EEUW: Final = 2000
SCHEIDING: Final = frozenset(".,?")
_EINDE: Final = frozenset(".?")


class Woord(NamedTuple):
    """One word in its one form; `begin` and `einde` are code points in the text, end exclusive."""

    vorm: str
    begin: int
    einde: int


class Rij:
    """Words in a row, and the same as one string in which every word ends with a space."""

    def __init__(self, woorden: Sequence[Woord]) -> None:
        self.woorden: Final = tuple(woorden)
        self.tekst: Final = "".join(f"{woord.vorm} " for woord in self.woorden)
        self._aanwezig: dict[str, bool] = {}

    @cached_property
    def plaatsen(self) -> list[int]:
        """Where in `tekst` each word starts."""
        plaatsen, hier = [], 0
        for woord in self.woorden:
            plaatsen.append(hier)
            hier += len(woord.vorm) + 1
        return plaatsen

    @cached_property
    def vormen(self) -> frozenset[str]:
        """Every word, once."""
        return frozenset(woord.vorm for woord in self.woorden)

    @cached_property
    def deelzinnen(self) -> list[tuple[int, frozenset[str], list[str]]]:
        """Where each clause begins and its words; a mark of punctuation stands alone."""
        uit: list[tuple[int, frozenset[str], list[str]]] = []
        begin = 0
        hier: list[str] = []
        for nummer, woord in enumerate(self.woorden):
            if woord.vorm in SCHEIDING:
                uit += [(begin, frozenset(hier), hier)] if hier else []
                uit.append((nummer, frozenset((woord.vorm,)), [woord.vorm]))
                begin, hier = nummer + 1, []
            else:
                hier.append(woord.vorm)
        return [*uit, (begin, frozenset(hier), hier)] if hier else uit

    def nummer(self, plaats: int) -> int:
        """Return which word stands at a place in `tekst`."""
        return bisect_right(self.plaatsen, plaats) - 1

    @cached_property
    def _gesorteerd(self) -> list[str]:
        return sorted(self.vormen)

    def bevat(self, vorm: str) -> bool:
        """Tell whether a word occurs; `weiger*` stands for every word that starts so."""
        if vorm not in self._aanwezig:
            begin = vorm.rstrip("*")
            plek = bisect_left(self._gesorteerd, begin)
            gevonden = self._gesorteerd[plek] if plek < len(self._gesorteerd) else ""
            past = gevonden.startswith(begin) if vorm.endswith("*") else gevonden == vorm
            self._aanwezig[vorm] = past
        return self._aanwezig[vorm]


def plat(tekst: str) -> str:
    """Return a text in lower case without accents, with as many code points as it had."""
    if tekst.isascii():
        return tekst.lower().replace("`", "'")
    return tekst.translate(_PLAT)


class _Plat(dict[int, str]):
    """Every character in its plain form, worked out the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = _plat_teken(chr(code))
        return self[code]


def _plat_teken(teken: str) -> str:
    if teken in "\u2018\u2019\u02bc\u0060\u00b4":
        return "'"
    klein = unicodedata.normalize("NFKD", teken)[0].lower()
    return klein if len(klein) == 1 else teken


_PLAT: Final = _Plat()


def splits(tekst: str, spelling: Spelling) -> Rij:
    """Split a text into words."""
    gewoon = plat(unicodedata.normalize("NFC", tekst) if not tekst.isascii() else tekst)
    # Composing changes the places; only a text whose length survives may be composed.
    if len(gewoon) != len(tekst):
        gewoon = plat(tekst)
    # Every text begins and ends as a sentence does, so that templates can count on it.
    woorden = [Woord(".", 0, 0)]
    eerder: dict[str, tuple[str, ...]] = {}
    for deel in _DELEN.finditer(gewoon):
        soort = deel.lastgroup
        begin, einde = deel.span()
        if soort == "woord":
            if deel[0] not in eerder:
                eerder[deel[0]] = _vormen(deel[0], spelling)
            woorden += _woord(eerder[deel[0]], begin, einde)
        elif soort == "afkorting":
            _voeg_afkorting_toe(woorden, deel[0], begin, spelling)
        elif soort == "einde" and _hoort_bij_afkorting(woorden, deel[0], begin, spelling):
            continue
        else:
            vorm = _vorm(str(soort), deel[0])
            if not _overbodig(vorm, woorden[-1].vorm):
                woorden.append(Woord(vorm, begin, einde))
    einde = len(gewoon)
    if woorden[-1].vorm not in _EINDE:
        woorden.append(Woord(".", einde, einde))
    return Rij(woorden)


def _overbodig(vorm: str, vorige: str) -> bool:
    """Tell whether a separator adds nothing to the one before it."""
    return vorm in SCHEIDING and (vorm == vorige or (vorm == "," and vorige in SCHEIDING))


def _vorm(soort: str, deel: str) -> str:
    if soort == "getal":
        return f"#{int(deel)}" if len(deel) <= _LANGSTE_GETAL else "#0"
    if soort == "jaar":
        return f"#{_EEUW + int(deel[1:])}"
    if soort == "datum":
        return _datum(deel)
    return _TEKENS.get(soort, ",")


def _datum(deel: str) -> str:
    delen = [int(d) for d in re.split(r"\D", deel)]
    jaar, maand, dag = delen if delen[0] > 31 else reversed(delen)
    jaar += _EEUW if jaar < 100 else 0
    try:
        return f"@{dt.date(jaar, maand, dag).isoformat()}"
    except ValueError:
        return ","


def _vormen(woord: str, spelling: Spelling) -> tuple[str, ...]:
    """Return a word in its one form; 'achttienjarige' is two."""
    kaal = spelling.herstel(woord.strip("'"))
    for staart in ("", *spelling.leeftijdstaarten):
        if kaal.endswith(staart) and (waarde := getal(kaal.removesuffix(staart))) is not None:
            return (f"#{waarde}", staart) if staart else (f"#{waarde}",)
    return (kaal,)


def _woord(vormen: tuple[str, ...], begin: int, einde: int) -> list[Woord]:
    if len(vormen) == 1:
        return [Woord(vormen[0], begin, einde)]
    knip = einde - len(vormen[1])
    return [Woord(vormen[0], begin, knip), Woord(vormen[1], knip, einde)]


def _voeg_afkorting_toe(woorden: list[Woord], deel: str, begin: int, spelling: Spelling) -> None:
    """Add 'i.v.m.' or 'r.o.c.'; a full stop glued between two words is no abbreviation."""
    kaal = deel.replace(".", "")
    woorden.append(Woord(spelling.herstel(kaal), begin, begin + len(deel)))


def _hoort_bij_afkorting(woorden: list[Woord], deel: str, begin: int, spelling: Spelling) -> bool:
    """Tell whether a full stop belongs to the word before it ('dipl.', 'mnd.')."""
    return (
        deel == "."
        and bool(woorden)
        and woorden[-1].einde == begin
        and woorden[-1].vorm in spelling.afkortingen
    )
