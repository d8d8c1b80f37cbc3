"""Opslag in PostgreSQL: dezelfde poort, met zoveel processen als er nodig zijn."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator, Collection
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Final, Self

import asyncpg

from bot.opslag.herschrijven import PER_KEER, UITGAAND, WEGING, Rij, Tabel, ZetOm
from bot.opslag.poort import (
    Document,
    OpslagConflict,
    OpslagFout,
    Terugmelding,
    Terugmeldregel,
    lees_document,
    lees_object,
    terugmeldregel,
)
from bot.opslag.postgres.fouten import vertaald
from bot.opslag.postgres.greep import Grepen
from bot.opslag.postgres.omroep import Omroep
from bot.opslag.postgres.tabellen import GETOOND, richt_in
from bot.opslag.postgres.uitgaand import PostgresUitgaand
from bot.opslag.postgres.verbindingen import Verbinding, Verbindingen
from bot.opslag.postgres.wegingen import PostgresWegingen
from bot.seinen import Sein, Soort

# Whoever holds the row is writing it, so that is a conflict: waiting for one document while
# holding another could go on for ever.
_SCHRIJF: Final = """
    WITH deze AS (SELECT sleutel FROM document WHERE sleutel = $1 AND versie = $3
                  FOR UPDATE SKIP LOCKED)
    UPDATE document SET inhoud = $2, versie = $4 FROM deze
    WHERE document.sleutel = deze.sleutel RETURNING document.versie"""
_HERNOEM: Final = """
    UPDATE document SET sleutel = $2 WHERE sleutel = $1 AND versie > 0 RETURNING sleutel"""
_MET_DOCUMENT: Final = (
    "DELETE FROM getoond WHERE sleutel = $2 AND $1 <> $2",
    "UPDATE getoond SET sleutel = $2 WHERE sleutel = $1",
)
_MET_GESPREK: Final = (
    *_MET_DOCUMENT,
    "UPDATE uitgaand SET sleutel = $2 WHERE sleutel = $1",
    # What came in under both keys is known under the new one.
    """DELETE FROM inkomend WHERE sleutel = $1
        AND bericht_id IN (SELECT bericht_id FROM inkomend WHERE sleutel = $2)""",
    "UPDATE inkomend SET sleutel = $2 WHERE sleutel = $1",
)
"""What goes along when a document, or a conversation, gets another key."""
_MAAK: Final = """
    INSERT INTO document (sleutel, inhoud, versie) VALUES ($1, $2, 1) ON CONFLICT DO NOTHING
    RETURNING versie"""


class PostgresOpslag(PostgresWegingen, PostgresUitgaand):
    """A pool of connections; a write is on disk when it returns. Made with `open`."""

    def __init__(self, verbindingen: Verbindingen) -> None:
        self.verbindingen = verbindingen
        self._grepen = Grepen(verbindingen)
        self._omroep = Omroep(verbindingen)

    @classmethod
    async def open(cls, adres: str, **grenzen: Any) -> Self:
        """Connect, and make or renew the tables; `grenzen` as in `Verbindingen.open`.

        Raises:
            OpslagFout: it cannot be used; its kind says why, and nothing was changed.
        """
        verbindingen = await Verbindingen.open(adres, **grenzen)
        try:
            with vertaald():
                async with verbindingen.een() as verbinding:
                    await richt_in(verbinding)
        except BaseException:
            await verbindingen.sluit()
            raise
        return cls(verbindingen)

    def sein(
        self, soort: Soort, sleutel: str = "", versie: int | None = None, weg: str | None = None
    ) -> None:
        """Tell the other processes of what is stored now."""
        self._omroep.sein(Sein(self.verbindingen.ik, soort, sleutel, versie, weg))

    def alleen(self, sleutel: str) -> AbstractAsyncContextManager[None]:
        """See `Opslag.alleen`."""
        return self._grepen.neem(sleutel)

    @asynccontextmanager
    async def _schrijvend(self, sleutel: str) -> AsyncIterator[Verbinding]:
        """Write a document whole or not at all, where it is held if it is."""
        if greep := self._grepen.op(sleutel):
            async with greep.schrijvend() as verbinding:
                yield verbinding
        else:
            async with self.verbindingen.transactie() as verbinding:
                yield verbinding

    async def versies(self, sleutels: Collection[str]) -> dict[str, int]:
        """See `Opslag.versies`."""
        rijen = await self.verbindingen.vraag(
            "SELECT sleutel, versie FROM document WHERE sleutel = ANY($1)", list(sleutels)
        )
        return dict(map(tuple, rijen))

    async def laad(self, sleutel: str) -> Document | None:
        """See `Opslag.laad`."""
        if greep := self._grepen.op(sleutel):
            inhoud, versie = greep.rij
            return Document(lees_document(inhoud), versie, greep.getoond) if versie else None
        rijen = await self.verbindingen.vraag(
            "SELECT inhoud, versie, toont FROM document LEFT JOIN getoond USING (sleutel)"
            " WHERE sleutel = $1",
            sleutel,
        )
        if not rijen:
            return None
        [(inhoud, versie, toont)] = rijen
        return Document(lees_document(inhoud), versie, toont)

    async def bewaar(self, sleutel: str, inhoud: dict[str, Any], versie: int | None) -> int:
        """See `Opslag.bewaar`."""
        tekst = json.dumps(inhoud, ensure_ascii=False)
        async with self._schrijvend(sleutel) as verbinding:
            nieuw = await self._schrijf(verbinding, sleutel, tekst, versie)
        self.sein("gesprek", sleutel, nieuw)
        return nieuw

    async def _schrijf(
        self, verbinding: Verbinding, sleutel: str, tekst: str, versie: int | None
    ) -> int:
        """Write a document within a transaction; whoever calls tells of it afterwards."""
        nieuw = (versie or 0) + 1
        if versie is None and self._grepen.op(sleutel) is None:
            geschreven = await verbinding.fetchval(_MAAK, sleutel, tekst)
        elif versie == 0:
            geschreven = None
        else:
            geschreven = await verbinding.fetchval(_SCHRIJF, sleutel, tekst, versie or 0, nieuw)
        if geschreven is None:
            raise OpslagConflict
        return nieuw

    async def hernoem(self, sleutel: str, naar: str) -> None:
        """See `Opslag.hernoem`."""
        await self._hernoem(sleutel, naar, _MET_DOCUMENT)

    async def verplaats(self, sleutel: str, naar: str) -> None:
        """See `Opslag.verplaats`."""
        await self._hernoem(sleutel, naar, _MET_GESPREK)

    async def _hernoem(self, sleutel: str, naar: str, mee: Collection[str]) -> None:
        try:
            async with self._schrijvend(sleutel) as verbinding:
                if await verbinding.fetchval(_HERNOEM, sleutel, naar) is not None:
                    for opdracht in mee:
                        await verbinding.execute(opdracht, sleutel, naar)
        except OpslagFout as fout:
            if isinstance(fout.__cause__, asyncpg.UniqueViolationError):
                raise OpslagConflict from fout
            raise

    async def met_woord(self, woord: str) -> tuple[str, ...]:
        """See `Opslag.met_woord`."""
        rijen = await self.verbindingen.vraag(
            "SELECT sleutel FROM document WHERE strpos(inhoud, $1) > 0 UNION"
            " SELECT sleutel FROM uitgaand WHERE strpos(inhoud, $1) > 0 ORDER BY sleutel",
            woord,
        )
        return tuple(sleutel for (sleutel,) in rijen)

    async def ruw(self, deel: str) -> tuple[tuple[str, str], ...]:
        """See `Opslag.ruw`."""
        rijen = await self.verbindingen.vraag(
            "SELECT sleutel, inhoud FROM document WHERE strpos(sleutel, $1) > 0 ORDER BY sleutel",
            deel,
        )
        return tuple((sleutel, inhoud) for sleutel, inhoud in rijen)

    async def verwijder(self, sleutel: str) -> None:
        """See `Opslag.verwijder`."""
        async with self._schrijvend(sleutel) as verbinding:
            for tabel in ("document", "uitgaand", "inkomend", GETOOND):
                await verbinding.execute(f"DELETE FROM {tabel} WHERE sleutel = $1", sleutel)  # noqa: S608 - ours

    async def bewaar_editie(self, naam: str, uitgave: dict[str, Any]) -> None:
        """See `Opslag.bewaar_editie`."""
        if await self.verbindingen.vraag("SELECT 1 FROM editie WHERE naam = $1", naam):
            return
        tekst = json.dumps(uitgave, ensure_ascii=False)
        async with self.verbindingen.transactie() as verbinding:
            await verbinding.execute(
                "INSERT INTO editie (naam, inhoud) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                naam,
                tekst,
            )

    async def editie(self, naam: str) -> dict[str, Any] | None:
        """See `Opslag.editie`."""
        rijen = await self.verbindingen.vraag("SELECT inhoud FROM editie WHERE naam = $1", naam)
        return lees_object(rijen[0][0]) if rijen else None

    async def tel_terugmelding(self, melding: Terugmelding, dag: dt.date) -> None:
        """See `Opslag.tel_terugmelding`."""
        async with self.verbindingen.transactie() as verbinding:
            await verbinding.execute(
                "INSERT INTO terugmelding (over, ids, reden, kennis, aantal, laatst)"
                " VALUES ($1, $2, $3, $4, 1, $5) ON CONFLICT (over, ids, reden, kennis)"
                " DO UPDATE SET aantal = terugmelding.aantal + 1, laatst = excluded.laatst",
                melding.over,
                " ".join(melding.ids),
                melding.reden,
                melding.kennis,
                dag.isoformat(),
            )

    async def terugmeldingen(self) -> tuple[Terugmeldregel, ...]:
        """See `Opslag.terugmeldingen`."""
        rijen = await self.verbindingen.vraag(
            "SELECT over, ids, reden, kennis, aantal, laatst FROM terugmelding"
            " ORDER BY aantal DESC, over, ids, reden, kennis"
        )
        return tuple(terugmeldregel(*rij) for rij in rijen)

    async def herschrijf(self, zet_om: ZetOm) -> int:
        """See `Herschrijfbaar.herschrijf`."""
        documenten = Tabel("document", "sleutel", ("sleutel",), ("inhoud",))
        getoond = Tabel(GETOOND, "sleutel", ("sleutel",), ("toont",))
        tabellen = (documenten, getoond, WEGING, UITGAAND)
        return sum([await self._herschrijf(tabel, zet_om) for tabel in tabellen])

    async def _herschrijf(self, tabel: Tabel, zet_om: ZetOm) -> int:
        kolommen = (tabel.volgorde, *tabel.plek, *tabel.velden)
        kop = f"SELECT {', '.join(kolommen)} FROM {tabel.naam}"  # noqa: S608 - ours
        laatste: Any = "" if tabel.volgorde == "sleutel" else 0
        gedaan = 0
        while True:
            async with self.verbindingen.transactie() as verbinding:
                rijen = await verbinding.fetch(
                    f"{kop} WHERE {tabel.volgorde} > $1 ORDER BY {tabel.volgorde} LIMIT $2"
                    " FOR UPDATE",
                    laatste,
                    PER_KEER,
                )
                for volgorde, *rest in rijen:
                    laatste, aantal = volgorde, len(tabel.plek)
                    staat = dict(zip(tabel.velden, rest[aantal:], strict=True))
                    nieuw = zet_om(Rij(tabel.naam, tuple(rest[:aantal]), staat))
                    if nieuw:
                        zet = ", ".join(f"{veld} = ${n}" for n, veld in enumerate(nieuw, 2))
                        await verbinding.execute(
                            f"UPDATE {tabel.naam} SET {zet} WHERE {tabel.volgorde} = $1",  # noqa: S608 - ours
                            volgorde,
                            *nieuw.values(),
                        )
                        gedaan += 1
            if not rijen:
                return gedaan

    async def maak_schoon(self) -> bool:
        """See `Opslag.maak_schoon`."""
        return await self.verbindingen.maak_schoon()

    async def sluit(self) -> None:
        """See `Opslag.sluit`."""
        await self._omroep.sluit()
        await self.verbindingen.sluit()
