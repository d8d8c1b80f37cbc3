"""Termijnen en leeftijden uit de wet, elk met de periode waarin zij gelden."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from knowledge.data import lees_toml
from knowledge.fouten import KennisOnjuist

Eenheid = Literal["maanden", "weken", "jaren"]


@dataclass(frozen=True, slots=True)
class Periode:
    """One value of a term and when it holds; `tot_en_met` None is open-ended."""

    waarde: int
    van: dt.date
    tot_en_met: dt.date | None
    bron: str


@dataclass(frozen=True, slots=True)
class Termijn:
    """A number the law fixes, in `eenheid` (maanden, weken or jaren), dated."""

    id: str
    eenheid: Eenheid
    perioden: tuple[Periode, ...]

    def op(self, datum: dt.date) -> int | None:
        """Return the value on a date, or None where the law had no such term."""
        for periode in self.perioden:
            if periode.van <= datum and (periode.tot_en_met is None or datum <= periode.tot_en_met):
                return periode.waarde
        return None

    def __str__(self) -> str:
        waarden = sorted({str(periode.waarde) for periode in self.perioden})
        return f"{'/'.join(waarden)} {self.eenheid}"


@cache
def termijnen() -> dict[str, Termijn]:
    """Load every term.

    Raises:
        KennisOnjuist: periods of one term overlap or run backwards.
    """
    gevonden: dict[str, Termijn] = {}
    for id_, inhoud in lees_toml("recht/termijnen.toml").items():
        perioden = tuple(
            Periode(p["waarde"], p["van"], p.get("tot_en_met"), p["bron"])
            for p in sorted(inhoud["perioden"], key=_begin)
        )
        for vroeger, later in pairwise(perioden):
            if vroeger.tot_en_met is None or vroeger.tot_en_met >= later.van:
                raise KennisOnjuist(f"termijn {id_}: perioden overlappen bij {later.van}")
        gevonden[id_] = Termijn(id_, inhoud["eenheid"], perioden)
    return gevonden


def termijn(id_: str) -> Termijn:
    """Return one term.

    Raises:
        KennisOnjuist: it is not in `recht/termijnen.toml`.
    """
    if id_ not in termijnen():
        raise KennisOnjuist(f"onbekende termijn in een regel: {id_}")
    return termijnen()[id_]


def _begin(periode: dict[str, dt.date]) -> dt.date:
    return periode["van"]
