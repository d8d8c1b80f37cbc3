"""Wat geen weging van één jongere tussen twee organisaties is.

A list of young people, a standing exchange, and sharing within one organisation: who tells of one
of these has another question than the one that a weighing answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, Literal, get_args

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.partijen import SCHOOL, Partij
from dialogs.lezen.register import Register
from dialogs.lezen.sjabloon import maak
from dialogs.lezen.woorden import Rij

Buiten = Literal["groep", "uitwisseling", "eigen_organisatie"]
SOORTEN: Final[tuple[Buiten, ...]] = get_args(Buiten)

_EIGEN: Final = "eigen_organisatie"
_GROEP: Final = "groep"
_EEN_JONGERE: Final = frozenset(("hij", "hem", "jongen", "meisje", "hijzelf", "zijzelf"))


@cache
def _register() -> Register[tuple[str, bool]]:
    lijst = tabel("buiten")
    klassen = tabel("taal")["klassen"] | lijst["klassen"]
    return Register(
        [
            (maak(zin, klassen), (regel["soort"], regel.get("sterk", False)))
            for regel in lijst["regel"]
            for zin in regel["zinnen"]
        ]
    )


def zoek_buiten(rij: Rij, partijen: Sequence[Partij]) -> tuple[Buiten, ...]:
    """Return which of these a text tells of; `rij` is the row before its times are joined."""
    treffers = sorted(_register().vind(rij), key=lambda t: t.van - t.tot)
    niet = {n for t in treffers if not t.wat[0] for n in range(t.van, t.tot)}
    gevonden: dict[str, bool] = {}
    for treffer in treffers:
        soort, sterk = treffer.wat
        if soort and niet.isdisjoint(range(treffer.van, treffer.tot)):
            gevonden[soort] = gevonden.get(soort, False) or sterk
    anderen = any(not partij.niveau and partij.naam != SCHOOL for partij in partijen)
    een = any(woord.vorm in _EEN_JONGERE for woord in rij.woorden)
    return tuple(
        soort
        for soort in SOORTEN
        if soort in gevonden
        and (gevonden[soort] or not ((soort == _EIGEN and anderen) or (soort == _GROEP and een)))
    )
