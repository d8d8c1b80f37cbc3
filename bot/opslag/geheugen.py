"""Opslag in het geheugen: voor tests, en om uit te leggen wat de poort belooft."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import replace
from typing import Any

from bot.opslag.geheugen_uitgaand import GeheugenUitgaand
from bot.opslag.poort import (
    BewaardeWeging,
    Document,
    Maak,
    OpslagConflict,
    Terugmelding,
    Terugmeldregel,
    Wegingregel,
    kenmerk,
    lees_document,
    volgorde,
)
from bot.opslag.uitgaand import Vastlegging
from dialogs.samenvatting.versies import basis, volgende


class GeheugenOpslag(GeheugenUitgaand):
    """Keeps everything until the process ends."""

    def __init__(self) -> None:
        super().__init__()
        # As text: a caller that changes its dict must not change what is stored.
        self._documenten: dict[str, tuple[str, int]] = {}
        self._wegingen: dict[tuple[str, str], BewaardeWeging] = {}
        self._nummers: dict[int, int] = {}
        self._oordelen: dict[str, tuple[str, ...]] = {}
        self._edities: dict[str, str] = {}
        self._terugmeldingen: dict[Terugmelding, tuple[int, dt.date]] = {}

    def alleen(self, sleutel: str) -> AbstractAsyncContextManager[None]:  # noqa: ARG002 - the port
        """See `Opslag.alleen`."""
        return nullcontext()

    async def versies(self, sleutels: Collection[str]) -> dict[str, int]:
        """See `Opslag.versies`."""
        return {s: self._documenten[s][1] for s in sleutels if s in self._documenten}

    async def laad(self, sleutel: str) -> Document | None:
        """See `Opslag.laad`."""
        if sleutel not in self._documenten:
            return None
        inhoud, versie = self._documenten[sleutel]
        return Document(lees_document(inhoud), versie, self._getoond.get(sleutel))

    async def leg_vast(self, wat: Vastlegging) -> int | None:
        """See `UitgaandOpslag.leg_vast`."""
        teksten = self._keur(wat)
        if wat.inhoud is not None:
            self._schrijf(wat.sleutel, wat.inhoud, wat.versie)
        self._voeg_toe(wat, teksten)
        return wat.versie if wat.inhoud is None else (wat.versie or 0) + 1

    async def bewaar(self, sleutel: str, inhoud: dict[str, Any], versie: int | None) -> int:
        """See `Opslag.bewaar`."""
        return self._schrijf(sleutel, inhoud, versie)

    def _schrijf(self, sleutel: str, inhoud: dict[str, Any], versie: int | None) -> int:
        huidig = self._documenten[sleutel][1] if sleutel in self._documenten else None
        if huidig != versie:
            raise OpslagConflict
        nieuw = (versie or 0) + 1
        self._documenten[sleutel] = (json.dumps(inhoud), nieuw)
        return nieuw

    async def hernoem(self, sleutel: str, naar: str) -> None:
        """See `Opslag.hernoem`."""
        if naar in self._documenten:
            raise OpslagConflict
        if sleutel in self._documenten:
            self._documenten[naar] = self._documenten.pop(sleutel)
            if (getoond := self._getoond.pop(sleutel, None)) is not None:
                self._getoond[naar] = getoond

    async def verplaats(self, sleutel: str, naar: str) -> None:
        """See `Opslag.verplaats`."""
        await self.hernoem(sleutel, naar)
        self._verplaats(sleutel, naar)

    async def met_woord(self, woord: str) -> tuple[str, ...]:
        """See `Opslag.met_woord`."""
        hier = {s for s, (inhoud, _) in self._documenten.items() if woord in inhoud}
        return tuple(sorted(hier | self._uit_met_woord(woord)))

    async def ruw(self, deel: str) -> tuple[tuple[str, str], ...]:
        """See `Opslag.ruw`."""
        return tuple((s, d[0]) for s, d in sorted(self._documenten.items()) if deel in s)

    async def verwijder(self, sleutel: str) -> None:
        """See `Opslag.verwijder`."""
        self._documenten.pop(sleutel, None)
        self._vergeet(sleutel)

    async def bewaar_weging(
        self, eigenaar: str, jaar: int, afdruk: str, maak: Maak, na: str | None = None
    ) -> str:
        """See `Opslag.bewaar_weging`."""
        if bekend := self._wegingen.get((eigenaar, afdruk)):
            return bekend.kenmerk
        nummer = self._nummers.get(jaar, 0) + 1
        nieuw = kenmerk(jaar, nummer) if na is None else volgende(na)
        alle = {weging.kenmerk for weging in self._wegingen.values()}
        if na is not None and (na not in alle or nieuw in alle):
            raise OpslagConflict
        inhoud = maak(nieuw)
        if na is None:
            self._nummers[jaar] = nummer
        self._oordelen[nieuw] = inhoud.oordelen
        self._wegingen[eigenaar, afdruk] = BewaardeWeging(
            nieuw,
            inhoud.datum,
            inhoud.titel,
            inhoud.markdown,
            json.loads(json.dumps(inhoud.gegevens)),
        )
        return nieuw

    async def wegingen(self, eigenaar: str) -> tuple[Wegingregel, ...]:
        """See `Opslag.wegingen`."""
        eigen = [w for (wie, _), w in self._wegingen.items() if wie == eigenaar]
        return tuple(
            Wegingregel(w.kenmerk, w.datum, w.titel, self._oordelen[w.kenmerk], w.eigen)
            for w in reversed(eigen)
        )

    async def weging(self, eigenaar: str, kenmerk: str) -> BewaardeWeging | None:
        """See `Opslag.weging`."""
        for (wie, _), bewaard in self._wegingen.items():
            if wie == eigenaar and bewaard.kenmerk == kenmerk:
                return bewaard
        return None

    async def wegingen_voor(self, dag: dt.date) -> tuple[tuple[str, str], ...]:
        """See `Opslag.wegingen_voor`."""
        alle = [(w.datum, wie, w.kenmerk) for (wie, _), w in self._wegingen.items()]
        oud = [rij for rij in alle if rij[0] is not None and rij[0] < dag]
        return tuple((wie, kenmerk) for _, wie, kenmerk in oud)

    async def geef_wegingen(self, van: str, aan: str) -> bool:
        """See `Opslag.geef_wegingen`."""
        eigen = [(wie, afdruk) for wie, afdruk in self._wegingen if wie == van]
        for _, afdruk in eigen:
            weging = self._wegingen.pop((van, afdruk))
            dubbel = (aan, afdruk) in self._wegingen
            self._wegingen[aan, f"{afdruk} {weging.kenmerk}" if dubbel else afdruk] = weging
        # Newest last, as they were kept.
        self._wegingen = dict(sorted(self._wegingen.items(), key=lambda w: volgorde(w[1].kenmerk)))
        return bool(eigen)

    async def noem_weging(self, eigenaar: str, kenmerk: str, eigen: str) -> bool:
        """See `Opslag.noem_weging`."""
        for sleutel, bewaard in self._wegingen.items():
            if sleutel[0] == eigenaar and bewaard.kenmerk == kenmerk:
                self._wegingen[sleutel] = replace(bewaard, eigen=eigen)
                return True
        return False

    async def bewaar_editie(self, naam: str, uitgave: dict[str, Any]) -> None:
        """See `Opslag.bewaar_editie`."""
        self._edities.setdefault(naam, json.dumps(uitgave))

    async def editie(self, naam: str) -> dict[str, Any] | None:
        """See `Opslag.editie`."""
        tekst = self._edities.get(naam)
        return None if tekst is None else dict(json.loads(tekst))

    async def tel_terugmelding(self, melding: Terugmelding, dag: dt.date) -> None:
        """See `Opslag.tel_terugmelding`."""
        aantal, _ = self._terugmeldingen.get(melding, (0, dag))
        self._terugmeldingen[melding] = (aantal + 1, dag)

    async def terugmeldingen(self) -> tuple[Terugmeldregel, ...]:
        """See `Opslag.terugmeldingen`."""
        alle = self._terugmeldingen.items()
        regels = (Terugmeldregel(melding, aantal, dag) for melding, (aantal, dag) in alle)

        def volgorde(regel: Terugmeldregel) -> tuple[object, ...]:
            m = regel.melding
            return (-regel.aantal, m.over, " ".join(m.ids), m.reden, m.kennis)

        return tuple(sorted(regels, key=volgorde))

    async def verwijder_weging(self, eigenaar: str, kenmerk: str) -> bool:
        """See `Opslag.verwijder_weging`."""
        weg = [
            sleutel
            for sleutel, bewaard in self._wegingen.items()
            if sleutel[0] == eigenaar and basis(bewaard.kenmerk) == basis(kenmerk)
        ]
        for sleutel in weg:
            del self._wegingen[sleutel]
        return bool(weg)

    async def maak_schoon(self) -> bool:
        """See `Opslag.maak_schoon`."""
        return True

    async def sluit(self) -> None:
        """See `Opslag.sluit`."""
