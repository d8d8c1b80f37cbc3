"""De onderwerpen die je kunt opzoeken: één TOML-bestand per onderwerp, in een map per soort."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath
from typing import get_args

from pydantic import ValidationError

from knowledge.data import MAP, lees_toml
from knowledge.fouten import KennisOnjuist
from knowledge.onderwerpen.controle import gebreken
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp, Soort


@cache
def onderwerpen() -> dict[str, Onderwerp]:
    """Load every topic by id: casussen first, then grondslagen, begrippen and wetswijzigingen.

    Raises:
        KennisOnjuist: a file does not fit the model, or names what is not there; the message
            says which.
    """
    gevonden: dict[str, Onderwerp] = {}
    for soort in get_args(Soort):
        for pad in sorted((MAP / "onderwerpen" / soort).glob("*.toml")):
            onderwerp = _lees(soort, pad.name)
            gevonden[onderwerp.id] = onderwerp
    for gebrek in gebreken(gevonden):
        raise KennisOnjuist(gebrek.zin())
    return gevonden


def _lees(soort: Soort, naam: str) -> Onderwerp:
    pad = PurePosixPath("onderwerpen", soort, naam)
    model = CasusOnderwerp if soort == "casus" else Onderwerp
    try:
        onderwerp = model.model_validate({"soort": soort, **lees_toml(str(pad))})
    except ValidationError as fout:
        eerste = fout.errors()[0]
        waar = ".".join(str(deel) for deel in eerste["loc"])
        raise KennisOnjuist(f"knowledge/{pad}: {waar}: {eerste['msg']}") from fout
    if f"{onderwerp.id}.toml" != naam or onderwerp.soort != soort:
        raise KennisOnjuist(f"knowledge/{pad}: bestand, map en id passen niet bij elkaar")
    return onderwerp
