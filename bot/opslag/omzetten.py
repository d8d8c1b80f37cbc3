"""Alles wat open staat, of onder een oude sleutel, verzegelen met de eerste sleutel."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.opslag.herschrijven import Herschrijfbaar, Rij
from bot.opslag.poort import DocumentOnleesbaar, Opslag, OpslagFout, lees_document
from bot.opslag.sleutels import SleutelOntbreekt, Sleutels, verzegeld
from bot.opslag.versleuteld import DICHT, PROEF, VROEGER, in_envelop, ontsluit, proef, zegel_in


@dataclass(frozen=True, slots=True)
class Versleuteld:
    """What sealing all came to: rows written anew, rows that do not open, and traces in files."""

    rijen: int
    onleesbaar: int
    schoon: bool


class _Database(Herschrijfbaar, Opslag, Protocol):
    """A storage of which every row can be written anew."""


async def versleutel_alles(opslag: _Database, instelling: str) -> Versleuteld:
    """Seal with the first key all that is plain or sealed with another; others may go on meanwhile.

    Raises:
        SleutelOnjuist: another key is needed, or one more.
        OpslagFout: storage cannot be used now; done again it goes on.
    """
    await ontsluit(opslag, instelling)
    omzetter = _Omzetter(Sleutels(instelling), dict(await opslag.ruw(VROEGER)))
    rijen = await opslag.herschrijf(omzetter.zet_om)
    if not omzetter.onleesbaar:
        document = await opslag.laad(PROEF)
        versie = None if document is None else document.versie
        await opslag.bewaar(PROEF, proef(omzetter.sleutels), versie)
    return Versleuteld(rijen, omzetter.onleesbaar, await opslag.maak_schoon())


class _Omzetter:
    """Seals a row anew, for the place where it stands now."""

    def __init__(self, sleutels: Sleutels, vroeger: Mapping[str, str]) -> None:
        self.sleutels = sleutels
        self.onleesbaar = 0
        self._vroeger = {
            plek.removeprefix(VROEGER): self._van(plek, vroeger[plek]) for plek in vroeger
        }

    def _van(self, plek: str, tekst: str) -> list[str]:
        try:
            zegel = zegel_in(lees_document(tekst))
            if zegel is None:
                return []
            return list(lees_document(self.sleutels.open(zegel, "document", plek))["van"])
        except (OpslagFout, LookupError, TypeError):
            return []

    def zet_om(self, rij: Rij) -> dict[str, str]:
        """See `Herschrijfbaar.herschrijf`."""
        if rij.tabel == "document" and rij.plek == (PROEF,):
            return {}
        try:
            velden = {veld: self._anders(rij, veld, t) for veld, t in rij.velden.items() if t}
        except (DocumentOnleesbaar, SleutelOntbreekt):
            self.onleesbaar += 1
            return {}
        return {veld: nieuw for veld, nieuw in velden.items() if nieuw is not None}

    def _anders(self, rij: Rij, veld: str, tekst: str) -> str | None:
        """Return the text as it has to stand there; None when it does."""
        dicht = veld in ("inhoud", "gegevens")
        zegel = tekst
        if dicht:
            try:
                zegel = zegel_in(lees_document(tekst)) or tekst
            except DocumentOnleesbaar:
                return None  # damaged before, and nobody's to seal
        if verzegeld(zegel) == self.sleutels.eerste:
            return None
        plek, eigenaar = _plek(rij, veld)
        open_ = self._open(zegel, plek, eigenaar)
        if not dicht:
            return self.sleutels.sluit(open_, *plek, eigenaar)
        if veld == "gegevens":
            return json.dumps({DICHT: self.sleutels.sluit(open_, *plek, eigenaar)})
        return json.dumps(in_envelop(self.sleutels, open_, *plek, eigenaar))

    def _open(self, zegel: str, plek: tuple[str, ...], sleutel: str) -> str:
        for mogelijk in (sleutel, *self._vroeger.get(sleutel, ())):
            try:
                return self.sleutels.open(zegel, *plek, mogelijk)
            except DocumentOnleesbaar:
                continue
        raise DocumentOnleesbaar


def _plek(rij: Rij, veld: str) -> tuple[tuple[str, ...], str]:
    """Return what a text is sealed for: what it is, and whose key may have changed."""
    if rij.tabel == "weging":
        kenmerk, eigenaar = rij.plek
        return ("weging", veld, kenmerk), eigenaar
    soort = "getoond" if veld in ("toont", "getoond") else rij.tabel
    return (soort,), rij.plek[0]
