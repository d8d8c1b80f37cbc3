"""Wat er uit moet en wat er binnenkwam, in PostgreSQL."""

from __future__ import annotations

import datetime as dt
import json
from abc import ABC, abstractmethod
from collections.abc import Collection
from contextlib import AbstractAsyncContextManager
from typing import Final

from bot.opslag.poort import BerichtGezien, DocumentOnleesbaar, lees_document
from bot.opslag.postgres.verbindingen import Rij, Verbinding, Verbindingen
from bot.opslag.uitgaand import ONLEESBAAR, Uitgaandregel, Vastlegging, Zending
from bot.seinen import Soort

_VOOR: Final = """dood IS NULL AND vanaf <= $1 AND na <= $1 AND (tot IS NULL OR tot <= $1)
    AND NOT EXISTS (SELECT 1 FROM uitgaand AS eerder WHERE eerder.sleutel = uitgaand.sleutel
        AND eerder.dood IS NULL AND eerder.vanaf <= $1
        AND (eerder.vanaf, eerder.nummer) < (uitgaand.vanaf, uitgaand.nummer))"""
"""The oldest message of its conversation, when it may be taken."""
# What somebody else takes at this moment is passed over, and nobody waits.
_NEEM: Final = f"""
    WITH voor AS (SELECT nummer FROM uitgaand WHERE {_VOOR} AND {{welke}}
        ORDER BY na, nummer LIMIT $4 FOR UPDATE SKIP LOCKED)
    UPDATE uitgaand SET pogingen = pogingen + 1, tot = $2 FROM voor
    WHERE uitgaand.nummer = voor.nummer
    RETURNING uitgaand.nummer, sleutel, kanaal, inhoud, pogingen, na"""  # noqa: S608 - our own words
_NEEM_VAN: Final = _NEEM.format(welke="kanaal = ANY($3)")
_NEEM_VOLGENDE: Final = _NEEM.format(welke="kanaal = ANY($3) AND sleutel = $5")
_STERF: Final = """UPDATE uitgaand SET dood = $1, tot = NULL, reden = $2 WHERE dood IS NULL
    AND beurt = (SELECT beurt FROM uitgaand
        WHERE nummer = $3 AND pogingen = $4 AND dood IS NULL)"""
# What was said at one time lives and dies together, under the number of the first of it.
_VOEG_TOE: Final = """
    INSERT INTO uitgaand (nummer, sleutel, beurt, bericht_id, kanaal, inhoud, toont, vanaf, na)
    SELECT nummer, $1, min(nummer) OVER (PARTITION BY vanaf), $2, kanaal, inhoud, toont, vanaf,
        vanaf
    FROM (SELECT nextval(pg_get_serial_sequence('uitgaand', 'nummer')) AS nummer, wat.*
        FROM unnest($3::text[], $4::text[], $5::text[], $6::bigint[])
            AS wat (kanaal, inhoud, toont, vanaf)) AS genummerd"""
_ONTHOUD: Final = """INSERT INTO inkomend (sleutel, bericht_id, wanneer) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING RETURNING 1"""
_TOON: Final = """INSERT INTO getoond (sleutel, toont)
    SELECT sleutel, $2 FROM document WHERE sleutel = $1
    ON CONFLICT (sleutel) DO UPDATE SET toont = excluded.toont"""
_KLUS: Final = """INSERT INTO klus AS mijn (naam, na, tot) VALUES ($1, $2, $3)
    ON CONFLICT (naam) DO UPDATE SET tot = $3
    WHERE mijn.na <= $2 AND (mijn.tot IS NULL OR mijn.tot <= $2) RETURNING naam"""


class PostgresUitgaand(ABC):
    """What goes out and what came in, as `UitgaandOpslag` has it: a part of `PostgresOpslag`.

    Time is stored in milliseconds since 1970.
    """

    verbindingen: Verbindingen

    @abstractmethod
    def _schrijvend(self, sleutel: str) -> AbstractAsyncContextManager[Verbinding]:
        """Write a document whole or not at all, where it is held if it is."""

    @abstractmethod
    async def _schrijf(
        self, verbinding: Verbinding, sleutel: str, tekst: str, versie: int | None
    ) -> int:
        """Write a document within a transaction; whoever calls tells of it afterwards."""

    @abstractmethod
    def sein(
        self, soort: Soort, sleutel: str = "", versie: int | None = None, weg: str | None = None
    ) -> None:
        """Tell the other processes of what is stored now."""

    async def leg_vast(self, wat: Vastlegging) -> int | None:
        """See `UitgaandOpslag.leg_vast`."""
        document = None if wat.inhoud is None else json.dumps(wat.inhoud, ensure_ascii=False)
        teksten = [json.dumps(uit.inhoud, ensure_ascii=False) for uit in wat.uit]
        async with self._schrijvend(wat.sleutel) as verbinding:
            if wat.bericht_id is not None:
                nieuw = await verbinding.fetchval(
                    _ONTHOUD, wat.sleutel, wat.bericht_id, _ms(wat.nu)
                )
                if nieuw is None:
                    raise BerichtGezien
            versie = wat.versie
            if document is not None:
                versie = await self._schrijf(verbinding, wat.sleutel, document, wat.versie)
            if wat.uit:
                await verbinding.execute(
                    _VOEG_TOE,
                    wat.sleutel,
                    wat.bericht_id,
                    [uit.kanaal for uit in wat.uit],
                    teksten,
                    [uit.toont for uit in wat.uit],
                    [_ms(uit.vanaf or wat.nu) for uit in wat.uit],
                )
        if document is not None:
            self.sein("gesprek", wat.sleutel, versie)
        if wat.uit:
            self.sein("uit", wat.sleutel)
        return versie

    async def is_gezien(self, sleutel: str, bericht_id: str) -> bool:
        """See `UitgaandOpslag.is_gezien`."""
        vraag = "SELECT 1 FROM inkomend WHERE sleutel = $1 AND bericht_id = $2"
        return bool(await self.verbindingen.vraag(vraag, sleutel, bericht_id))

    async def zend_opnieuw(self, sleutel: str, bericht_id: str, nu: dt.datetime) -> bool:
        """See `UitgaandOpslag.zend_opnieuw`."""
        van = (sleutel, bericht_id, _ms(nu))
        async with self.verbindingen.transactie() as verbinding:
            await verbinding.execute(
                "UPDATE uitgaand SET pogingen = 0, tot = NULL, dood = NULL"
                " WHERE sleutel = $1 AND bericht_id = $2 AND dood IS NOT NULL",
                *van[:2],
            )
            await verbinding.execute(
                "UPDATE uitgaand SET na = greatest(vanaf, least(na, $3))"
                " WHERE sleutel = $1 AND bericht_id = $2 AND (tot IS NULL OR tot <= $3)",
                *van,
            )
            over = await verbinding.fetchval(
                "SELECT 1 FROM uitgaand WHERE sleutel = $1 AND bericht_id = $2 LIMIT 1", *van[:2]
            )
        return over is not None

    async def onderweg(self, sleutel: str, nu: dt.datetime) -> bool:
        """See `UitgaandOpslag.onderweg`."""
        rijen = await self.verbindingen.vraag(
            "SELECT pogingen, tot FROM uitgaand WHERE sleutel = $1 AND dood IS NULL"
            " AND vanaf <= $2 ORDER BY vanaf, nummer LIMIT 1",
            sleutel,
            _ms(nu),
        )
        return any(not pogingen or tot is not None for pogingen, tot in rijen)

    async def neem(
        self, kanalen: Collection[str], nu: dt.datetime, tot: dt.datetime, hoeveel: int
    ) -> tuple[Zending, ...]:
        """See `UitgaandOpslag.neem`."""
        rijen = await self.verbindingen.schrijf(
            _NEEM_VAN, _ms(nu), _ms(tot), list(kanalen), hoeveel
        )
        gelezen = [
            await self._lees(rij, nu) for rij in sorted(rijen, key=lambda r: (r["na"], r["nummer"]))
        ]
        return tuple(zending for zending in gelezen if zending is not None)

    async def _lees(self, rij: Rij, nu: dt.datetime) -> Zending | None:
        """Make something to deliver of a row that was taken; what nobody can read dies."""
        nummer, sleutel, kanaal, tekst, pogingen, _ = rij
        try:
            inhoud = lees_document(tekst)
        except DocumentOnleesbaar:
            await self.verbindingen.schrijf(_STERF, _ms(nu), ONLEESBAAR, nummer, pogingen)
            return None
        return Zending(nummer, sleutel, kanaal, inhoud, pogingen)

    async def bezorgd(self, zending: Zending, nu: dt.datetime, tot: dt.datetime) -> Zending | None:
        """See `UitgaandOpslag.bezorgd`."""
        async with self.verbindingen.transactie() as verbinding:
            toont = await verbinding.fetchval(
                "DELETE FROM uitgaand WHERE nummer = $1 RETURNING toont", zending.nummer
            )
            if toont is not None:
                await verbinding.execute(_TOON, zending.sleutel, toont)
            volgende = await verbinding.fetchrow(
                _NEEM_VOLGENDE, _ms(nu), _ms(tot), [zending.kanaal], 1, zending.sleutel
            )
        return None if volgende is None else await self._lees(volgende, nu)

    async def stel_uit(self, zending: Zending, na: dt.datetime, reden: str) -> None:
        """See `UitgaandOpslag.stel_uit`."""
        await self.verbindingen.schrijf(
            "UPDATE uitgaand SET na = $1, tot = NULL, reden = $2"
            " WHERE nummer = $3 AND pogingen = $4 AND dood IS NULL",
            _ms(na),
            reden,
            zending.nummer,
            zending.pogingen,
        )

    async def geef_op(self, zending: Zending, nu: dt.datetime, reden: str) -> None:
        """See `UitgaandOpslag.geef_op`."""
        await self.verbindingen.schrijf(_STERF, _ms(nu), reden, zending.nummer, zending.pogingen)

    async def uitgaand(self) -> tuple[Uitgaandregel, ...]:
        """See `UitgaandOpslag.uitgaand`."""
        rijen = await self.verbindingen.vraag(
            "SELECT nummer, sleutel, kanaal, pogingen, reden, na, dood FROM uitgaand"
            " ORDER BY nummer"
        )
        return tuple(
            Uitgaandregel(nummer, sleutel, kanaal, pogingen, reden, _tijd(na), dood and _tijd(dood))
            for nummer, sleutel, kanaal, pogingen, reden, na, dood in rijen
        )

    async def herleef(self, nummer: int, nu: dt.datetime) -> bool:
        """See `UitgaandOpslag.herleef`."""
        levend = await self.verbindingen.schrijf(
            "UPDATE uitgaand SET pogingen = 0, na = $1, dood = NULL WHERE dood IS NOT NULL AND"
            " beurt = (SELECT beurt FROM uitgaand WHERE nummer = $2 AND dood IS NOT NULL)"
            " RETURNING nummer",
            _ms(nu),
            nummer,
        )
        return bool(levend)

    async def wis_uitgaand(self, nummer: int) -> bool:
        """See `UitgaandOpslag.wis_uitgaand`."""
        weg = "DELETE FROM uitgaand WHERE nummer = $1 RETURNING nummer"
        return bool(await self.verbindingen.schrijf(weg, nummer))

    async def wis_met_woord(self, sleutel: str, woord: str) -> int:
        """See `UitgaandOpslag.wis_met_woord`."""
        weg = "DELETE FROM uitgaand WHERE sleutel = $1 AND strpos(inhoud, $2) > 0 RETURNING nummer"
        return len(await self.verbindingen.schrijf(weg, sleutel, woord))

    async def ruim_inkomend(self, voor: dt.datetime) -> int:
        """See `UitgaandOpslag.ruim_inkomend`."""
        weg = "DELETE FROM inkomend WHERE wanneer < $1 RETURNING 1"
        return len(await self.verbindingen.schrijf(weg, _ms(voor)))

    async def ruim_dood(self, voor: dt.datetime) -> int:
        """See `UitgaandOpslag.ruim_dood`."""
        weg = "DELETE FROM uitgaand WHERE dood < $1 RETURNING 1"
        return len(await self.verbindingen.schrijf(weg, _ms(voor)))

    async def neem_klus(self, naam: str, nu: dt.datetime, tot: dt.datetime) -> bool:
        """See `UitgaandOpslag.neem_klus`."""
        return bool(await self.verbindingen.schrijf(_KLUS, naam, _ms(nu), _ms(tot)))

    async def klus_gedaan(self, naam: str, na: dt.datetime) -> None:
        """See `UitgaandOpslag.klus_gedaan`."""
        await self.verbindingen.schrijf(
            "UPDATE klus SET na = $2, tot = NULL WHERE naam = $1", naam, _ms(na)
        )


def _ms(wanneer: dt.datetime) -> int:
    return round(wanneer.timestamp() * 1000)


def _tijd(ms: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(ms / 1000, dt.UTC)
