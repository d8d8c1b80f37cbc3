"""Bronnen: waar een regel op rust, en wanneer die bron geldt."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any, Literal

from pydantic import ValidationError, model_validator

from knowledge.data import lees_toml
from knowledge.feiten import Streng
from knowledge.fouten import KennisOnjuist


class Bron(Streng):
    """A place in one of the two documents, or an article of law.

    A document source has `document`, `paragraaf` and where the document makes the difference
    `stap` (1 to 4) and `deel` (oud, nieuw). A law source has `wet`, `artikel` and maybe `lid`.
    """

    id: str
    document: Literal["2021", "2026"] | None = None
    paragraaf: str | None = None
    stap: Literal[1, 2, 3, 4] | None = None
    deel: Literal["oud", "nieuw"] | None = None
    wet: str | None = None
    artikel: str | None = None
    lid: int | None = None
    geldig_van: dt.date | None = None
    geldig_tot_en_met: dt.date | None = None

    @model_validator(mode="after")
    def _document_of_wet(self) -> Bron:
        if (self.document is None) == (self.wet is None):
            raise ValueError("een bron is een document of een wet")
        if self.document and self.paragraaf is None:
            raise ValueError("paragraaf ontbreekt")
        if self.wet and self.artikel is None:
            raise ValueError("artikel ontbreekt")
        return self

    def geldt_op(self, datum: dt.date | None) -> bool:
        """Tell whether the source holds on a date; on an unknown date every source counts."""
        if datum is None:
            return True
        if self.geldig_van is not None and datum < self.geldig_van:
            return False
        return self.geldig_tot_en_met is None or datum <= self.geldig_tot_en_met

    def als_json(self) -> dict[str, Any]:
        """Return the citation as the `weeg` contract writes it."""
        velden = ("document", "paragraaf", "stap", "deel", "wet", "artikel", "lid")
        return {v: getattr(self, v) for v in velden if getattr(self, v) is not None}

    def __str__(self) -> str:
        if self.wet:
            artikel = self.artikel or ""
            los = artikel if artikel.startswith(("overweging", "nr.")) else f"artikel {artikel}"
            return f"{self.wet} {los}" + (f" lid {self.lid}" if self.lid else "")
        paragraaf = self.paragraaf or ""
        plaats = f"§{paragraaf}" if paragraaf[:1].isdigit() else paragraaf
        stap = f" stap {self.stap}" if self.stap else ""
        deel = f", {self.deel}" if self.deel else ""
        return f"{self.document} {plaats}{stap}{deel}"


@cache
def bronnen() -> dict[str, Bron]:
    """Load every source by id.

    Raises:
        KennisOnjuist: an entry is incomplete; the message names it.
    """
    gevonden = {}
    for id_, inhoud in lees_toml("recht/bronnen.toml")["bronnen"].items():
        try:
            gevonden[id_] = Bron(id=id_, **inhoud)
        except ValidationError as fout:
            raise KennisOnjuist(f"bron {id_}: {fout.errors()[0]['msg']}") from fout
    return gevonden
