"""Een papier dat iemand aanpaste: van stukken naar tekst om te bewerken, en terug.

Headings begin with '#', points with '-' and rows of a table with '|', as in Markdown. All else is
text and stays text, whatever stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from bot.papier.tekens import zuiver
from dialogs.stukken import Kop, Punten, Run, Stuk, Tabel, Tabelrij, alinea
from dialogs.stukken.markdown import markdown

_GECODEERD: Final = re.compile(r"\\([\\`*_~\[\]<>#|])")
_KOP: Final = re.compile(r"(#{1,4})\s+(\S.*)")
_PUNT: Final = re.compile(r"[-*\u2022]\s+(\S.*)")
_STREEP: Final = re.compile(r"-{3,}")
_ONDER_DE_KOP: Final = re.compile(r"[|\s:-]+")
_STERK: Final = re.compile(r"\*\*(.+?)\*\*")
_KLEINSTE_TABEL: Final = 2


def als_tekst(stukken: Iterable[Stuk]) -> str:
    """Return the parts as text for a field to edit."""
    return _GECODEERD.sub(r"\1", zuiver(markdown(stukken)))


def als_stukken(tekst: str) -> tuple[Stuk, ...]:
    """Return edited text as the parts of a document."""
    regels = [regel.strip() for regel in tekst.replace("\r", "").split("\n")]
    soorten = groupby(regels, key=_soort)
    return tuple(stuk for soort, bij in soorten for stuk in _stukken(soort, list(bij)))


def _soort(regel: str) -> str:
    if not regel or _STREEP.fullmatch(regel):
        return "niets"
    if _KOP.fullmatch(regel):
        return "kop"
    if _PUNT.fullmatch(regel):
        return "punten"
    return "tabel" if len(_cellen(regel)) >= _KLEINSTE_TABEL else "tekst"


def _stukken(soort: str, regels: list[str]) -> Iterator[Stuk]:
    match soort:
        case "kop":
            for regel in regels:
                if gevonden := _KOP.fullmatch(regel):
                    yield Kop(niveau=len(gevonden[1]), tekst=gevonden[2])
        case "punten":
            gevonden_ = (_PUNT.fullmatch(regel) for regel in regels)
            yield Punten(punten=tuple(_runs(punt[1]) for punt in gevonden_ if punt))
        case "tabel":
            yield from _tabel([_cellen(r) for r in regels if not _ONDER_DE_KOP.fullmatch(r)])
        case "tekst":
            yield from (alinea(regel) for regel in regels)
        case _:
            return


def _cellen(regel: str) -> list[str]:
    if not (regel.startswith("|") and regel.endswith("|")):
        return []
    return [cel.strip() for cel in regel[1:-1].split("|")]


def _tabel(rijen: list[list[str]]) -> Iterator[Stuk]:
    """Yield a table; each row gets as many cells as the first has, so that none is lost."""
    if not rijen:
        return
    breed = max(map(len, rijen))
    kop, *rest = [[*rij, *[""] * (breed - len(rij))] for rij in rijen]
    yield Tabel(
        rol="lijst",
        hoek=kop[0],
        kop=tuple(kop[1:]),
        rijen=tuple(
            Tabelrij(naam=naam, cellen=tuple((alinea(cel),) for cel in cellen))
            for naam, *cellen in rest
        ),
    )


def _runs(woorden: str) -> tuple[Run, ...]:
    delen = _STERK.split(woorden)
    return tuple(
        Run(tekst=deel, vorm="sterk" if nummer % 2 else "gewoon")
        for nummer, deel in enumerate(delen)
        if deel
    )
