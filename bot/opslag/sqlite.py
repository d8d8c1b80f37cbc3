"""Opslag in één SQLite-bestand."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import sqlite3
import time
from collections.abc import AsyncIterator, Collection
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from bot.opslag.bestand import FUNCTIES, OVERGANGEN, VERSIE, Plek, is_bezet, maak_bestand, vertaald
from bot.opslag.herschrijven import PER_KEER, UITGAAND, WEGING, Rij, Tabel, ZetOm
from bot.opslag.poort import (
    BewaardeWeging,
    Document,
    DocumentOnleesbaar,
    Maak,
    OpslagBeschadigd,
    OpslagConflict,
    OpslagNieuwer,
    Terugmelding,
    Terugmeldregel,
    Wegingregel,
    kenmerk,
    lees_dag,
    lees_document,
    lees_object,
    terugmeldregel,
)
from bot.opslag.sqlite_uitgaand import SqliteUitgaand
from dialogs.samenvatting.versies import basis, volgende

if TYPE_CHECKING:
    import aiosqlite

WACHTTIJD: Final = 2.0
"""Seconds to wait for another process: longer, and someone thinks we hang."""
_POGING: Final = 0.05
"""Seconds between two tries."""


class SqliteOpslag(SqliteUitgaand):
    """One connection, one transaction at a time. Made with `open`.

    A write is on disk when it returns (`synchronous = FULL`): the reply may go out.
    """

    def __init__(
        self, verbinding: aiosqlite.Connection, plek: Plek, wachttijd: float = WACHTTIJD
    ) -> None:
        self._verbinding = verbinding
        self._plek = plek
        self._wachttijd = wachttijd
        self._slot = asyncio.Lock()
        self._gezien: int | None = None

    @classmethod
    async def open(cls, pad: Path, *, wachttijd: float = WACHTTIJD) -> Self:
        """Open the file, and make it when it is not there.

        Raises:
            OpslagFout: it cannot be used; its kind says why, and the file is as it was.
        """
        import aiosqlite

        maak_bestand(pad)
        with vertaald():
            # No implicit transactions: we say ourselves where one begins.
            verbinding = await aiosqlite.connect(pad, timeout=wachttijd, isolation_level=None)
            opslag = cls(verbinding, Plek(pad), wachttijd)
            try:
                await opslag._richt_in()
            except BaseException:
                await verbinding.close()
                raise
        return opslag

    async def _richt_in(self) -> None:
        # Look before touching: a file of another program must stay as it is.
        if await self._te_doen():
            for naam, (aantal, functie) in FUNCTIES.items():
                await self._verbinding.create_function(naam, aantal, functie)
            async with self._transactie():
                # Again, because another process may have been first.
                for opdracht in await self._te_doen():
                    await self._vraag(opdracht)
        await self._vraag("PRAGMA synchronous = FULL")
        # What is deleted is overwritten, not just let go of.
        await self._vraag("PRAGMA secure_delete = ON")
        try:
            await self._vraag("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as fout:
            # SQLite does not wait for this one. Without it all is as safe, and the next start,
            # or whoever was in our way, does it.
            if not is_bezet(fout):
                raise
        # From here on SQLite waits for nobody: whoever comes next would have to wait for that too.
        await self._vraag("PRAGMA busy_timeout = 0")

    async def _te_doen(self) -> tuple[str, ...]:
        """Return what makes this file one of our version."""
        # In one question: between two, another process could make the tables.
        [(versie, namen)] = await self._vraag(
            "SELECT user_version, (SELECT group_concat(name) FROM sqlite_master)"
            " FROM pragma_user_version"
        )
        tabellen = set((namen or "").split(",")) - {""}
        if versie > VERSIE:
            raise OpslagNieuwer
        van_ons = {"document", "teller", "weging"} <= tabellen if versie else not tabellen
        if not van_ons:
            raise OpslagBeschadigd
        return tuple(opdracht for stap in OVERGANGEN[versie:] for opdracht in stap)

    async def _vraag(self, opdracht: str, *waarden: Any) -> list[Any]:
        met_naam = len(waarden) == 1 and isinstance(waarden[0], dict)
        return list(
            await self._verbinding.execute_fetchall(opdracht, waarden[0] if met_naam else waarden)
        )

    @asynccontextmanager
    async def _transactie(self) -> AsyncIterator[None]:
        # IMMEDIATE: take the write lock now, so that what we read is still so when we write.
        with vertaald():
            async with self._zodra_het_kan("BEGIN IMMEDIATE"):
                try:
                    yield
                    await self._leg_vast()
                    # After it: what was written in a file that is gone, was not kept.
                    self._plek.controleer()
                except BaseException:  # also when cancelled half-way
                    await self._verbinding.rollback()
                    raise

    async def _leg_vast(self) -> None:
        # Without a WAL whoever reads holds this up for a moment.
        uiterlijk = time.monotonic() + self._wachttijd
        while True:
            try:
                await self._vraag("COMMIT")
            except sqlite3.OperationalError as fout:
                if not is_bezet(fout) or time.monotonic() >= uiterlijk:
                    raise
                await asyncio.sleep(_POGING)
            else:
                return

    @asynccontextmanager
    async def _zodra_het_kan(self, opdracht: str, *waarden: Any) -> AsyncIterator[list[Any]]:
        """Ask something, and hold the connection for as long as the block runs.

        While another process holds the database it is tried again, and in between everybody else
        has a try: so all wait at the same time, and nobody for the waiting of another.
        """
        uiterlijk = time.monotonic() + self._wachttijd
        while True:
            async with self._slot:
                try:
                    antwoord = await self._vraag(opdracht, *waarden)
                except BaseException as fout:  # also when cancelled half-way
                    await self._verbinding.rollback()
                    bezet = isinstance(fout, sqlite3.OperationalError) and is_bezet(fout)
                    if not bezet or time.monotonic() >= uiterlijk:
                        raise
                else:
                    yield antwoord
                    return
            await asyncio.sleep(_POGING)

    async def _lees(self, opdracht: str, *waarden: Any) -> list[Any]:
        # The connection is shared: reading within someone's transaction shows what is not saved.
        with vertaald():
            async with self._zodra_het_kan(opdracht, *waarden) as rijen:
                self._plek.controleer()
                return rijen

    def alleen(self, sleutel: str) -> AbstractAsyncContextManager[None]:  # noqa: ARG002 - the port
        """See `Opslag.alleen`."""
        # One row cannot be held, only all of them: here the version is the belt.
        return nullcontext()

    async def anders_geschreven(self) -> bool:
        """Tell whether another process wrote since this was last asked.

        Raises:
            OpslagFout: storage cannot be used now.
        """
        [(nu,)] = await self._lees("PRAGMA data_version")
        was, self._gezien = self._gezien, nu
        return was not in (None, nu)

    async def versies(self, sleutels: Collection[str]) -> dict[str, int]:
        """See `Opslag.versies`."""
        rijen = await self._lees(
            "SELECT sleutel, versie FROM document"
            " WHERE sleutel IN (SELECT value FROM json_each(?))",
            json.dumps(list(sleutels)),
        )
        return {sleutel: versie for sleutel, versie in rijen if isinstance(versie, int)}

    async def laad(self, sleutel: str) -> Document | None:
        """See `Opslag.laad`."""
        # As bytes: what is no UTF-8 would be taken for a failure of the whole database.
        rijen = await self._lees(
            "SELECT CAST(inhoud AS BLOB), versie, getoond FROM document WHERE sleutel = ?", sleutel
        )
        if not rijen:
            return None
        [(tekst, versie, getoond)] = rijen
        if not isinstance(versie, int):
            raise DocumentOnleesbaar
        return Document(lees_document(tekst), versie, getoond)

    async def bewaar(self, sleutel: str, inhoud: dict[str, Any], versie: int | None) -> int:
        """See `Opslag.bewaar`."""
        tekst = json.dumps(inhoud, ensure_ascii=False)
        async with self._transactie():
            return await self._schrijf(sleutel, tekst, versie)

    async def hernoem(self, sleutel: str, naar: str) -> None:
        """See `Opslag.hernoem`."""
        async with self._transactie():
            if await self._vraag("SELECT 1 FROM document WHERE sleutel = ?", naar):
                raise OpslagConflict
            await self._vraag("UPDATE document SET sleutel = ? WHERE sleutel = ?", naar, sleutel)

    async def verplaats(self, sleutel: str, naar: str) -> None:
        """See `Opslag.verplaats`."""
        async with self._transactie():
            if await self._vraag("SELECT 1 FROM document WHERE sleutel = ?", naar):
                raise OpslagConflict
            for tabel in ("document", "uitgaand", "inkomend"):
                opdracht = f"UPDATE OR IGNORE {tabel} SET sleutel = ? WHERE sleutel = ?"  # noqa: S608 - ours
                await self._vraag(opdracht, naar, sleutel)
            # What came in under both keys is known under the new one.
            await self._vraag("DELETE FROM inkomend WHERE sleutel = ?", sleutel)

    async def met_woord(self, woord: str) -> tuple[str, ...]:
        """See `Opslag.met_woord`."""
        rijen = await self._lees(
            "SELECT sleutel FROM document WHERE instr(inhoud, ?) > 0"
            " UNION SELECT sleutel FROM uitgaand WHERE instr(inhoud, ?) > 0 ORDER BY sleutel",
            woord,
            woord,
        )
        return tuple(sleutel for (sleutel,) in rijen)

    async def ruw(self, deel: str) -> tuple[tuple[str, str], ...]:
        """See `Opslag.ruw`."""
        rijen = await self._lees(
            "SELECT sleutel, CAST(inhoud AS BLOB) FROM document WHERE instr(sleutel, ?) > 0"
            " ORDER BY sleutel",
            deel,
        )
        return tuple((sleutel, inhoud.decode(errors="replace")) for sleutel, inhoud in rijen)

    async def verwijder(self, sleutel: str) -> None:
        """See `Opslag.verwijder`."""
        async with self._transactie():
            for tabel in ("document", "uitgaand", "inkomend"):
                await self._vraag(f"DELETE FROM {tabel} WHERE sleutel = ?", sleutel)  # noqa: S608 - ours

    async def bewaar_weging(
        self, eigenaar: str, jaar: int, afdruk: str, maak: Maak, na: str | None = None
    ) -> str:
        """See `Opslag.bewaar_weging`."""
        async with self._transactie():
            bekend = await self._vraag(
                "SELECT kenmerk FROM weging WHERE eigenaar = ? AND afdruk = ?", eigenaar, afdruk
            )
            if bekend:
                return str(bekend[0][0])
            nieuw = await self._volgend_kenmerk(jaar, na)
            inhoud = maak(nieuw)
            await self._vraag(
                "INSERT INTO weging"
                " (kenmerk, eigenaar, afdruk, datum, titel, markdown, gegevens, oordelen)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                nieuw,
                eigenaar,
                afdruk,
                inhoud.datum.isoformat(),
                inhoud.titel,
                inhoud.markdown,
                json.dumps(inhoud.gegevens, ensure_ascii=False),
                " ".join(inhoud.oordelen),
            )
        return nieuw

    async def _volgend_kenmerk(self, jaar: int, na: str | None) -> str:
        """Return the reference that is next, within a transaction."""
        if na is not None:
            nieuw = volgende(na)
            er_zijn = await self._vraag(
                "SELECT kenmerk FROM weging WHERE kenmerk IN (?, ?)", na, nieuw
            )
            if [kenmerk_ for (kenmerk_,) in er_zijn] != [na]:
                raise OpslagConflict
            return nieuw
        laatste = await self._vraag("SELECT laatste FROM teller WHERE jaar = ?", jaar)
        nummer = (laatste[0][0] if laatste else 0) + 1
        await self._vraag(
            "INSERT OR REPLACE INTO teller (jaar, laatste) VALUES (?, ?)", jaar, nummer
        )
        return kenmerk(jaar, nummer)

    async def wegingen(self, eigenaar: str) -> tuple[Wegingregel, ...]:
        """See `Opslag.wegingen`."""
        rijen = await self._lees(
            "SELECT kenmerk, CAST(datum AS BLOB), CAST(titel AS BLOB), CAST(oordelen AS BLOB),"
            " CAST(eigen AS BLOB) FROM weging WHERE eigenaar = ? ORDER BY nummer DESC",
            eigenaar,
        )
        return tuple(
            Wegingregel(
                k, lees_dag(_tekst(d)), _tekst(t), tuple(_tekst(oordelen).split()), _tekst(eigen)
            )
            for k, d, t, oordelen, eigen in rijen
        )

    async def weging(self, eigenaar: str, kenmerk: str) -> BewaardeWeging | None:
        """See `Opslag.weging`."""
        rijen = await self._lees(
            "SELECT CAST(datum AS BLOB), CAST(titel AS BLOB), CAST(markdown AS BLOB),"
            " CAST(gegevens AS BLOB), CAST(eigen AS BLOB) FROM weging"
            " WHERE eigenaar = ? AND kenmerk = ?",
            eigenaar,
            kenmerk,
        )
        if not rijen:
            return None
        [(datum, titel, markdown, gegevens, eigen)] = rijen
        return BewaardeWeging(
            kenmerk,
            lees_dag(_tekst(datum)),
            _tekst(titel),
            _tekst(markdown),
            lees_object(gegevens) or {},
            _tekst(eigen),
        )

    async def wegingen_voor(self, dag: dt.date) -> tuple[tuple[str, str], ...]:
        """See `Opslag.wegingen_voor`."""
        rijen = await self._lees(
            "SELECT eigenaar, kenmerk, CAST(datum AS BLOB) FROM weging WHERE datum < ?"
            " ORDER BY nummer",
            dag.isoformat(),
        )
        return tuple(
            (wie, kenmerk) for wie, kenmerk, datum in rijen if lees_dag(_tekst(datum)) is not None
        )

    async def geef_wegingen(self, van: str, aan: str) -> bool:
        """See `Opslag.geef_wegingen`."""
        # Mostly there is nothing; looking takes no lock.
        if not await self._lees("SELECT 1 FROM weging WHERE eigenaar = ? LIMIT 1", van):
            return False
        async with self._transactie():
            await self._vraag(
                "UPDATE weging SET afdruk = afdruk || ' ' || kenmerk WHERE eigenaar = ?"
                " AND afdruk IN (SELECT afdruk FROM weging WHERE eigenaar = ?)",
                van,
                aan,
            )
            await self._vraag("UPDATE weging SET eigenaar = ? WHERE eigenaar = ?", aan, van)
        return True

    async def noem_weging(self, eigenaar: str, kenmerk: str, eigen: str) -> bool:
        """See `Opslag.noem_weging`."""
        async with self._transactie():
            genoemd = await self._vraag(
                "UPDATE weging SET eigen = ? WHERE eigenaar = ? AND kenmerk = ? RETURNING kenmerk",
                eigen,
                eigenaar,
                kenmerk,
            )
        return bool(genoemd)

    async def bewaar_editie(self, naam: str, uitgave: dict[str, Any]) -> None:
        """See `Opslag.bewaar_editie`."""
        if await self._lees("SELECT 1 FROM editie WHERE naam = ?", naam):
            return
        tekst = json.dumps(uitgave, ensure_ascii=False)
        async with self._transactie():
            await self._vraag(
                "INSERT OR IGNORE INTO editie (naam, inhoud) VALUES (?, ?)", naam, tekst
            )

    async def editie(self, naam: str) -> dict[str, Any] | None:
        """See `Opslag.editie`."""
        rijen = await self._lees("SELECT CAST(inhoud AS BLOB) FROM editie WHERE naam = ?", naam)
        return lees_object(rijen[0][0]) if rijen else None

    async def tel_terugmelding(self, melding: Terugmelding, dag: dt.date) -> None:
        """See `Opslag.tel_terugmelding`."""
        async with self._transactie():
            await self._vraag(
                "INSERT INTO terugmelding (over, ids, reden, kennis, aantal, laatst)"
                " VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT (over, ids, reden, kennis)"
                " DO UPDATE SET aantal = aantal + 1, laatst = excluded.laatst",
                melding.over,
                " ".join(melding.ids),
                melding.reden,
                melding.kennis,
                dag.isoformat(),
            )

    async def terugmeldingen(self) -> tuple[Terugmeldregel, ...]:
        """See `Opslag.terugmeldingen`."""
        rijen = await self._lees(
            "SELECT over, ids, reden, kennis, aantal, laatst FROM terugmelding"
            " ORDER BY aantal DESC, over, ids, reden, kennis"
        )
        return tuple(terugmeldregel(*rij) for rij in rijen)

    async def verwijder_weging(self, eigenaar: str, kenmerk: str) -> bool:
        """See `Opslag.verwijder_weging`."""
        async with self._transactie():
            weg = await self._vraag(
                "DELETE FROM weging WHERE eigenaar = ?1"
                " AND (kenmerk = ?2 OR kenmerk GLOB ?2 || '-v*') RETURNING kenmerk",
                eigenaar,
                basis(kenmerk),
            )
        await self.maak_schoon()
        return bool(weg)

    async def herschrijf(self, zet_om: ZetOm) -> int:
        """See `Herschrijfbaar.herschrijf`."""
        documenten = Tabel("document", "rowid", ("sleutel",), ("inhoud", "getoond"))
        return sum([await self._herschrijf(t, zet_om) for t in (documenten, WEGING, UITGAAND)])

    async def _herschrijf(self, tabel: Tabel, zet_om: ZetOm) -> int:
        # As bytes: what is no UTF-8 would be taken for a failure of the whole database.
        velden = ", ".join(f"CAST({veld} AS BLOB)" for veld in tabel.velden)
        kop = f"SELECT {tabel.volgorde}, {', '.join(tabel.plek)}, {velden} FROM {tabel.naam}"  # noqa: S608 - ours
        laatste, gedaan = 0, 0
        while True:
            async with self._transactie():
                waar = f"{kop} WHERE {tabel.volgorde} > ? ORDER BY {tabel.volgorde} LIMIT ?"
                rijen = await self._vraag(waar, laatste, PER_KEER)
                for nummer, *rest in rijen:
                    laatste, aantal = nummer, len(tabel.plek)
                    teksten = [w if w is None else _tekst(w) for w in rest[aantal:]]
                    staat = dict(zip(tabel.velden, teksten, strict=True))
                    nieuw = zet_om(Rij(tabel.naam, tuple(rest[:aantal]), staat))
                    if nieuw:
                        kolommen = ", ".join(f"{veld} = ?" for veld in nieuw)
                        wijzig = f"UPDATE {tabel.naam} SET {kolommen} WHERE {tabel.volgorde} = ?"  # noqa: S608 - ours
                        await self._vraag(wijzig, *nieuw.values(), nummer)
                        gedaan += 1
            if not rijen:
                return gedaan

    async def maak_schoon(self) -> bool:
        """See `Opslag.maak_schoon`."""
        # The journal still holds what was written before; another process may be reading it,
        # then the next one that has it to itself empties it.
        [(bezet, *_)] = await self._lees("PRAGMA wal_checkpoint(TRUNCATE)")
        return not bezet

    async def sluit(self) -> None:
        """See `Opslag.sluit`."""
        await self._verbinding.close()


# What somebody or something made of a row must not keep the others from being read. So the
# columns come in as bytes: what is no UTF-8 would be taken for a failure of the whole database.


def _tekst(waarde: bytes) -> str:
    return waarde.decode(errors="replace")
