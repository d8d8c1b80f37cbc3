"""De uitkomst van een weging: oordeel, grondslag, regels, bronnen, gegevens en wat erbij hoort."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from knowledge.beslissing import Oordeel
from knowledge.bronnen import Bron
from knowledge.feiten import Alternatief, Doel
from knowledge.regels.basis import Grondslag

Regime = Literal["oud", "nieuw"]


@dataclass(frozen=True, slots=True)
class GegevenUitkomst:
    """What happens to one data item, and why."""

    naam: str
    delen: bool | None
    reden: str
    oordeel: Oordeel
    """The verdict for this item alone."""
    grondslag: Grondslag | None = None
    """The ground on which this item is shared; None when it is not, or told by the young person."""
    regels: tuple[str, ...] = ()
    """The rules that carry it, or those that explain why it is not shared."""
    sleutel: str = ""
    """The key of the sentence in `reden`: for who goes on with it; not in the JSON."""

    def als_json(self) -> dict[str, Any]:
        """Return the item as the `weeg` contract writes it."""
        return {
            "naam": self.naam,
            "delen": self.delen,
            "reden": self.reden,
            "oordeel": self.oordeel.value,
            "grondslag": _waarde(self.grondslag),
            "regels": list(self.regels),
        }


@dataclass(frozen=True, slots=True)
class RegelSpoor:
    """A rule that carried the outcome, and the facts that made it apply, in words."""

    regel: str
    feiten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kantelpunt:
    """A smallest change of facts that gives another verdict."""

    feiten: dict[str, Any]
    oordeel: Oordeel


@dataclass(frozen=True, slots=True)
class Afloop:
    """A verdict that is still possible, and the fewest missing facts that lead there."""

    oordeel: Oordeel
    feiten: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AndereRegeling:
    """The verdict the same situation gets under the other law."""

    regime: Regime
    oordeel: Oordeel

    def als_json(self) -> dict[str, Any]:
        """Return it as the `weeg` contract writes it."""
        return {"regime": self.regime, "oordeel": self.oordeel.value}


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """The verdict for one purpose, with all that accounts for it."""

    doel: Doel | None
    oordeel: Oordeel
    grondslag: Grondslag | None
    regels: tuple[str, ...]
    bronnen: tuple[Bron, ...]
    gegevens: tuple[GegevenUitkomst, ...]
    voorwaarden: tuple[str, ...]
    acties: tuple[str, ...]
    let_op: tuple[str, ...]
    alternatief: Alternatief | None
    ontbrekend: tuple[str, ...]
    spoor: tuple[RegelSpoor, ...] = ()
    """Why each main rule applies: the facts it rests on."""
    kantelpunten: tuple[Kantelpunt, ...] = ()
    andere_regeling: AndereRegeling | None = None
    mogelijk: tuple[Afloop, ...] = ()
    """With `onvolledig`: every verdict that is still possible."""
    voorwaarden_bij: tuple[frozenset[int], ...] = ()
    """For which data items each of `voorwaarden` is, by their places in `gegevens`."""
    in_elk_geval: str | None = None
    """With `onvolledig`: what holds whatever the missing facts turn out to be."""

    def als_json(self) -> dict[str, Any]:
        """Return the outcome as the `weeg` contract writes it."""
        return {
            "doel": _waarde(self.doel),
            "oordeel": self.oordeel.value,
            "grondslag": _waarde(self.grondslag),
            "regels": list(self.regels),
            "gegevens": [gegeven.als_json() for gegeven in self.gegevens],
            "voorwaarden": list(self.voorwaarden),
            "acties": list(self.acties),
            "let_op": list(self.let_op),
            "alternatief": _waarde(self.alternatief),
            "ontbrekend": list(self.ontbrekend),
            "mogelijk": [{"oordeel": a.oordeel.value, "feiten": a.feiten} for a in self.mogelijk],
            "in_elk_geval": self.in_elk_geval,
            "spoor": [{"regel": s.regel, "feiten": list(s.feiten)} for s in self.spoor],
            "kantelpunten": [
                {"feiten": p.feiten, "oordeel": p.oordeel.value} for p in self.kantelpunten
            ],
            "andere_regeling": self.andere_regeling and self.andere_regeling.als_json(),
            "bronnen": [bron.als_json() for bron in self.bronnen],
        }


def _waarde(keuze: StrEnum | None) -> str | None:
    return None if keuze is None else keuze.value
