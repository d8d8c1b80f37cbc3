"""Bronnen: waar een regel op rust, en wanneer die bron geldt."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from knowledge.data import lees_toml
from knowledge.fouten import KennisOnjuist
from knowledge.gelezen import laatst_gelezen

_DOCUMENTEN: Final = ("2021", "2026")
_STAPPEN: Final = (1, 2, 3, 4)
_DELEN: Final = ("oud", "nieuw")
_GEEN_ARTIKEL: Final = ("overweging", "nr.", "rapport")


@dataclass(frozen=True, slots=True)
class Bron:
    """A place in one of the two documents, or an article of law.

    A document source has `document`, `paragraaf` and where the document makes the difference
    `stap` (1 to 4) and `deel` (oud, nieuw). A law source has `wet`, `artikel` and maybe `lid` and
    `onder`.
    """

    id: str
    document: Literal["2021", "2026"] | None = None
    paragraaf: str | None = None
    stap: Literal[1, 2, 3, 4] | None = None
    deel: Literal["oud", "nieuw"] | None = None
    wet: str | None = None
    artikel: str | None = None
    lid: int | None = None
    onder: str | None = None
    geldig_van: dt.date | None = None
    geldig_tot_en_met: dt.date | None = None

    def __post_init__(self) -> None:
        if (self.document is None) == (self.wet is None):
            raise KennisOnjuist(f"bron {self.id}: een bron is een document of een wet")
        if self.document and (self.document not in _DOCUMENTEN or self.paragraaf is None):
            raise KennisOnjuist(f"bron {self.id}: onbekend document, of paragraaf ontbreekt")
        if self.wet and self.artikel is None:
            raise KennisOnjuist(f"bron {self.id}: artikel ontbreekt")
        if self.stap not in (None, *_STAPPEN) or self.deel not in (None, *_DELEN):
            raise KennisOnjuist(f"bron {self.id}: onbekende stap of onbekend deel")
        for dag in (self.geldig_van, self.geldig_tot_en_met):
            if dag is not None and type(dag) is not dt.date:
                raise KennisOnjuist(f"bron {self.id}: geen datum bij de geldigheid")

    def geldt_op(self, datum: dt.date | None) -> bool:
        """Tell whether the source holds on a date; on an unknown date every source counts."""
        if datum is None:
            return True
        if self.geldig_van is not None and datum < self.geldig_van:
            return False
        return self.geldig_tot_en_met is None or datum <= self.geldig_tot_en_met

    def als_json(self) -> dict[str, Any]:
        """Return the citation as the `weeg` contract writes it."""
        velden = ("document", "paragraaf", "stap", "deel", "wet", "artikel", "lid", "onder")
        return {v: getattr(self, v) for v in velden if getattr(self, v) is not None}

    @property
    def plaats(self) -> str:
        """Return what somebody reads as a whole: a document, or an article of law."""
        if self.document:
            return self.document
        artikel = self.artikel or ""
        los = artikel if artikel.startswith(_GEEN_ARTIKEL) else f"artikel {artikel}"
        return f"{self.wet} {los}"

    @property
    def nagekeken(self) -> dt.date | None:
        """Return the day on which somebody last read it; None is never."""
        if self.document:
            return _documenten().get(self.document)
        return laatst_gelezen(self.wet or "", self.artikel or "")

    def __str__(self) -> str:
        if self.wet:
            lid = f" lid {self.lid}" if self.lid else ""
            return self.plaats + lid + (f" onder {self.onder}" if self.onder else "")
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
        except TypeError as fout:
            raise KennisOnjuist(f"bron {id_}: onbekend veld") from fout
    return gevonden


def aangehaald_op(datum: dt.date) -> frozenset[tuple[str, str]]:
    """Return law and article of every article we cite for a day."""
    return frozenset(
        (bron.wet, bron.artikel)
        for bron in bronnen().values()
        if bron.wet and bron.artikel and bron.geldt_op(datum)
    )


_HOUDBAAR: Final = dt.timedelta(days=366)
"""For so long we trust that nobody needs to read a document or article again."""


def lang_geleden_nagekeken(vandaag: dt.date) -> dict[str, dt.date | None]:
    """Return the documents and articles nobody read for a year, with the day; None is never.

    Only a reason to warn: a source holds until its article changes, however long ago it was read.
    """
    gelezen = {bron.plaats: bron.nagekeken for bron in bronnen().values()}
    return {
        plaats: dag for plaats, dag in gelezen.items() if dag is None or vandaag - dag > _HOUDBAAR
    }


@cache
def titels() -> dict[str, str]:
    """Return the full title of every document and law, by the name in its citations."""
    inhoud = lees_toml("recht/bronnen.toml")
    alle = {**inhoud["documenten"], **inhoud["wetten"]}
    return {naam: " ".join(werk["titel"].split()) for naam, werk in alle.items()}


@cache
def _documenten() -> dict[str, dt.date | None]:
    """Load the day on which every document was last read."""
    documenten = lees_toml("recht/bronnen.toml")["documenten"]
    return {id_: inhoud.get("nagekeken") for id_, inhoud in documenten.items()}
