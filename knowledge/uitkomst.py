"""De uitkomst van een weging: oordeel, grondslag, regels, bronnen, gegevens en wat erbij hoort."""

from __future__ import annotations

from typing import Any, Literal

from knowledge.beslissing import Oordeel
from knowledge.bronnen import Bron
from knowledge.feiten import Alternatief, Doel, Streng
from knowledge.regels.basis import Grondslag

Regime = Literal["oud", "nieuw"]


class GegevenUitkomst(Streng):
    """What happens to one data item, and why."""

    naam: str
    delen: bool | None
    reden: str
    oordeel: Oordeel
    """The verdict for this item alone."""
    regels: tuple[str, ...] = ()


class RegelSpoor(Streng):
    """A rule that carried the outcome, and the facts that made it apply, in words."""

    regel: str
    feiten: tuple[str, ...]


class Kantelpunt(Streng):
    """A smallest change of facts that gives another verdict."""

    feiten: dict[str, Any]
    oordeel: Oordeel


class AndereRegeling(Streng):
    """The verdict the same situation gets under the other law."""

    regime: Regime
    oordeel: Oordeel


class Uitkomst(Streng):
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

    def als_json(self) -> dict[str, Any]:
        """Return the outcome as the `weeg` contract writes it."""
        uit = self.model_dump(mode="json", exclude={"bronnen"})
        uit["bronnen"] = [bron.als_json() for bron in self.bronnen]
        return uit
