"""De bewaarde wegingen in PostgreSQL."""

from __future__ import annotations

import datetime as dt
import json
from abc import ABC, abstractmethod

from bot.opslag.poort import (
    BewaardeWeging,
    Maak,
    OpslagConflict,
    Wegingregel,
    kenmerk,
    lees_dag,
    lees_object,
)
from bot.opslag.postgres.verbindingen import Verbinding, Verbindingen
from bot.seinen import Soort
from dialogs.samenvatting.versies import basis, volgende


class PostgresWegingen(ABC):
    """What people kept, as `Opslag` has it: a part of `PostgresOpslag`."""

    verbindingen: Verbindingen

    @abstractmethod
    def sein(
        self, soort: Soort, sleutel: str = "", versie: int | None = None, weg: str | None = None
    ) -> None:
        """Tell the other processes of what is stored now."""

    async def bewaar_weging(
        self, eigenaar: str, jaar: int, afdruk: str, maak: Maak, na: str | None = None
    ) -> str:
        """See `Opslag.bewaar_weging`."""
        # Short, and not in the transaction of a turn: all of a year count in one row.
        async with self.verbindingen.transactie() as verbinding:
            laatste = await verbinding.fetchval(
                "INSERT INTO teller (jaar, laatste) VALUES ($1, 0) ON CONFLICT (jaar)"
                " DO UPDATE SET laatste = teller.laatste RETURNING laatste",
                jaar,
            )
            bekend = await verbinding.fetchval(
                "SELECT kenmerk FROM weging WHERE eigenaar = $1 AND afdruk = $2", eigenaar, afdruk
            )
            if bekend is not None:
                return str(bekend)
            if na is None:
                nieuw = kenmerk(jaar, laatste + 1)
                await verbinding.execute(
                    "UPDATE teller SET laatste = $2 WHERE jaar = $1", jaar, laatste + 1
                )
            else:
                nieuw = await _na(verbinding, na)
            inhoud = maak(nieuw)
            await verbinding.execute(
                "INSERT INTO weging"
                " (kenmerk, eigenaar, afdruk, datum, titel, markdown, gegevens, oordelen)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                nieuw,
                eigenaar,
                afdruk,
                inhoud.datum.isoformat(),
                inhoud.titel,
                inhoud.markdown,
                json.dumps(inhoud.gegevens, ensure_ascii=False),
                " ".join(inhoud.oordelen),
            )
        self.sein("wegingen", eigenaar)
        return nieuw

    async def wegingen(self, eigenaar: str) -> tuple[Wegingregel, ...]:
        """See `Opslag.wegingen`."""
        rijen = await self.verbindingen.vraag(
            "SELECT kenmerk, datum, titel, oordelen, eigen FROM weging WHERE eigenaar = $1"
            " ORDER BY nummer DESC",
            eigenaar,
        )
        return tuple(
            Wegingregel(k, lees_dag(datum), titel, tuple(oordelen.split()), eigen)
            for k, datum, titel, oordelen, eigen in rijen
        )

    async def weging(self, eigenaar: str, kenmerk: str) -> BewaardeWeging | None:
        """See `Opslag.weging`."""
        rijen = await self.verbindingen.vraag(
            "SELECT datum, titel, markdown, gegevens, eigen FROM weging"
            " WHERE eigenaar = $1 AND kenmerk = $2",
            eigenaar,
            kenmerk,
        )
        if not rijen:
            return None
        [(datum, titel, markdown, gegevens, eigen)] = rijen
        inhoud = lees_object(gegevens) or {}
        return BewaardeWeging(kenmerk, lees_dag(datum), titel, markdown, inhoud, eigen)

    async def noem_weging(self, eigenaar: str, kenmerk: str, eigen: str) -> bool:
        """See `Opslag.noem_weging`."""
        async with self.verbindingen.transactie() as verbinding:
            genoemd = await verbinding.fetchval(
                "UPDATE weging SET eigen = $3 WHERE eigenaar = $1 AND kenmerk = $2"
                " RETURNING kenmerk",
                eigenaar,
                kenmerk,
                eigen,
            )
        if genoemd is not None:
            self.sein("wegingen", eigenaar)
        return genoemd is not None

    async def verwijder_weging(self, eigenaar: str, kenmerk: str) -> bool:
        """See `Opslag.verwijder_weging`."""
        async with self.verbindingen.transactie() as verbinding:
            weg = await verbinding.fetchval(
                "WITH weg AS (DELETE FROM weging WHERE eigenaar = $1"
                " AND (kenmerk = $2 OR starts_with(kenmerk, $2 || '-v')) RETURNING kenmerk)"
                " SELECT min(kenmerk) FROM weg",
                eigenaar,
                basis(kenmerk),
            )
        if weg is not None:
            self.sein("wegingen", eigenaar, weg=kenmerk)
        await self.verbindingen.maak_schoon()
        return weg is not None

    async def wegingen_voor(self, dag: dt.date) -> tuple[tuple[str, str], ...]:
        """See `Opslag.wegingen_voor`."""
        rijen = await self.verbindingen.vraag(
            'SELECT eigenaar, kenmerk, datum FROM weging WHERE datum COLLATE "C" < $1'
            " ORDER BY nummer",
            dag.isoformat(),
        )
        return tuple((wie, kenmerk) for wie, kenmerk, datum in rijen if lees_dag(datum) is not None)

    async def geef_wegingen(self, van: str, aan: str) -> bool:
        """See `Opslag.geef_wegingen`."""
        # Mostly there is nothing; looking takes no transaction.
        if not await self.verbindingen.vraag(
            "SELECT 1 FROM weging WHERE eigenaar = $1 LIMIT 1", van
        ):
            return False
        async with self.verbindingen.transactie() as verbinding:
            await verbinding.execute(
                "UPDATE weging SET afdruk = afdruk || ' ' || kenmerk WHERE eigenaar = $1"
                " AND afdruk IN (SELECT afdruk FROM weging WHERE eigenaar = $2)",
                van,
                aan,
            )
            await verbinding.execute(
                "UPDATE weging SET eigenaar = $2 WHERE eigenaar = $1", van, aan
            )
        for eigenaar in (van, aan):
            self.sein("wegingen", eigenaar)
        return True


async def _na(verbinding: Verbinding, vorige: str) -> str:
    """Return the reference of the version after this one, of which the row is held.

    Raises:
        OpslagConflict: it is gone, or has a next one already.
    """
    er_is = await verbinding.fetchval(
        "SELECT kenmerk FROM weging WHERE kenmerk = $1 FOR UPDATE", vorige
    )
    nieuw = volgende(vorige)
    if er_is is None or await verbinding.fetchval("SELECT 1 FROM weging WHERE kenmerk = $1", nieuw):
        raise OpslagConflict
    return nieuw
