"""De casussen uit de twee documenten: de situatie, en het oordeel dat het document geeft."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath
from typing import Any, Literal

from pydantic import ValidationError

from knowledge.beslissing import Oordeel
from knowledge.data import MAP, lees_toml
from knowledge.feiten import Situatie, Streng
from knowledge.fouten import KennisOnjuist
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


class Casus(Streng):
    """One worked casus, under both laws."""

    id: str
    titel: str
    situaties: tuple[CasusSituatie, ...]


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
        except ValidationError as fout:
            waar = ".".join(str(deel) for deel in fout.errors()[0]["loc"])
            raise KennisOnjuist(f"knowledge/casussen/{pad.name}: {waar}") from fout
        gevonden.append(casus)
    return tuple(gevonden)
