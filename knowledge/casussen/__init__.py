"""De casussen uit de twee documenten: de situatie, en het oordeel dat het document geeft."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath
from typing import Any, Literal

from pydantic import ValidationError

from knowledge.beslissing import Oordeel
from knowledge.data import MAP, lees_toml
from knowledge.feiten import Doel, Organisatie, Situatie, Streng
from knowledge.fouten import InvoerOnjuist, KennisOnjuist
from knowledge.ontvangers import Overleg
from knowledge.regels.basis import Grondslag


class CasusSituatie(Streng):
    """One situation of a casus under one law, with what the document finds acceptable."""

    id: str
    regime: Literal["oud", "nieuw"]
    waar: str
    """Where the document says so."""
    oordeel: tuple[Oordeel, ...]
    grondslag: tuple[Grondslag, ...] = ()
    """Empty: the document names no ground."""
    feiten: dict[str, Any]

    def situatie(self) -> Situatie:
        """Return the facts as `weeg` takes them."""
        return Situatie.model_validate({**self.feiten, "id": self.id})


class VerwachtOordeel(Streng):
    """What one receiver should get, and where that follows from."""

    naar: Organisatie
    doel: Doel | None = None
    """For which doel; None for each."""
    oordeel: tuple[Oordeel, ...]
    grondslag: tuple[Grondslag, ...] = ()
    """Empty: the source names no ground."""
    waar: str


class VerwachtGesprek(Streng):
    """By name: what may be said where all are present, now, after something else, or never."""

    nu: tuple[str, ...] = ()
    eerst: tuple[str, ...] = ()
    nooit: tuple[str, ...] = ()


class CasusOverleg(Streng):
    """A situation with several receivers, with what each may hear and what they may together."""

    id: str
    regime: Literal["oud", "nieuw"]
    waar: str
    verwacht: tuple[VerwachtOordeel, ...]
    gesprek: VerwachtGesprek
    feiten: dict[str, Any]

    def overleg(self) -> Overleg:
        """Return the facts as `weeg` takes them."""
        return Overleg.lees({**self.feiten, "id": self.id})


class Casus(Streng):
    """One worked casus, under both laws; or one of our own, with one or several receivers."""

    id: str
    titel: str
    situaties: tuple[CasusSituatie, ...] = ()
    overleggen: tuple[CasusOverleg, ...] = ()


@cache
def casussen() -> tuple[Casus, ...]:
    """Load every casus, in the order of the documents.

    Raises:
        KennisOnjuist: a file does not fit the model; the message names it.
    """
    gevonden = []
    for pad in sorted((MAP / "casussen").glob("*.toml")):
        try:
            casus = Casus.model_validate(lees_toml(str(PurePosixPath("casussen", pad.name))))
            for situatie in casus.situaties:
                situatie.situatie()
            for overleg in casus.overleggen:
                overleg.overleg()
        except ValidationError as fout:
            waar = ".".join(str(deel) for deel in fout.errors()[0]["loc"])
            raise KennisOnjuist(f"knowledge/casussen/{pad.name}: {waar}") from fout
        except InvoerOnjuist as fout:
            raise KennisOnjuist(f"knowledge/casussen/{pad.name}: {fout}") from fout
        gevonden.append(casus)
    return tuple(gevonden)
