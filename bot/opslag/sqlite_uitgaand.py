"""Wat er uit moet en wat er binnenkwam, in SQLite."""

from __future__ import annotations

import datetime as dt
import json
from abc import ABC, abstractmethod
from collections.abc import Collection
from contextlib import AbstractAsyncContextManager
from typing import Any, Final

from bot.opslag.poort import BerichtGezien, DocumentOnleesbaar, OpslagConflict, lees_document
from bot.opslag.uitgaand import ONLEESBAAR, Uitgaand, Uitgaandregel, Vastlegging, Zending

_VOOR: Final = """dood IS NULL AND vanaf <= :nu AND na <= :nu AND (tot IS NULL OR tot <= :nu)
    AND NOT EXISTS (SELECT 1 FROM uitgaand AS eerder WHERE eerder.sleutel = uitgaand.sleutel
        AND eerder.dood IS NULL AND eerder.vanaf <= :nu
        AND (eerder.vanaf, eerder.nummer) < (uitgaand.vanaf, uitgaand.nummer))"""
"""The oldest message of its conversation, when it may be taken."""
# As bytes: what is no UTF-8 would be taken for a failure of the whole database.
_NEEM: Final = f"""UPDATE uitgaand SET pogingen = pogingen + 1, tot = :tot WHERE nummer IN (
        SELECT nummer FROM uitgaand WHERE {_VOOR} AND {{welke}} ORDER BY na, nummer LIMIT :hoeveel)
    RETURNING nummer, sleutel, kanaal, CAST(inhoud AS BLOB), pogingen, na"""  # noqa: S608 - our own words
_VAN_KANALEN: Final = "kanaal IN (SELECT value FROM json_each(:kanalen))"
_NEEM_VAN: Final = _NEEM.format(welke=_VAN_KANALEN)
_NEEM_VOLGENDE: Final = _NEEM.format(welke="kanaal = :kanaal AND sleutel = :sleutel")
_IETS: Final = f"SELECT 1 FROM uitgaand WHERE {_VOOR} AND {_VAN_KANALEN} LIMIT 1"  # noqa: S608 - idem
# What was said at one time lives and dies together, under the number of the first of it: the one
# that comes now, as `AUTOINCREMENT` counts.
_VOEG_TOE: Final = """INSERT INTO uitgaand
    (sleutel, beurt, bericht_id, kanaal, inhoud, toont, vanaf, na)
    VALUES (?, coalesce(?,
        (SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'uitgaand')),
        ?, ?, ?, ?, ?, ?) RETURNING beurt"""
_STERF: Final = """UPDATE uitgaand SET dood = ?, tot = NULL, reden = ? WHERE dood IS NULL
    AND beurt = (SELECT beurt FROM uitgaand
        WHERE nummer = ? AND pogingen = ? AND dood IS NULL)"""


class SqliteUitgaand(ABC):
    """What goes out and what came in, as `UitgaandOpslag` has it: the half of `SqliteOpslag`.

    Time is stored in milliseconds since 1970.
    """

    @abstractmethod
    async def _vraag(self, opdracht: str, *waarden: Any) -> list[Any]:
        """Ask something within a transaction."""

    @abstractmethod
    async def _lees(self, opdracht: str, *waarden: Any) -> list[Any]:
        """Ask something by itself."""

    @abstractmethod
    def _transactie(self) -> AbstractAsyncContextManager[None]:
        """Hold the database for writing."""

    async def leg_vast(self, wat: Vastlegging) -> int | None:
        """See `UitgaandOpslag.leg_vast`."""
        document = None if wat.inhoud is None else json.dumps(wat.inhoud, ensure_ascii=False)
        teksten = [json.dumps(uit.inhoud, ensure_ascii=False) for uit in wat.uit]
        async with self._transactie():
            if wat.bericht_id is not None:
                await self._onthoud(wat.sleutel, wat.bericht_id, wat.nu)
            versie = wat.versie
            if document is not None:
                versie = await self._schrijf(wat.sleutel, document, wat.versie)
            beurten: dict[int, int] = {}
            for uit, tekst in zip(wat.uit, teksten, strict=True):
                await self._voeg_toe(wat, uit, tekst, beurten)
        return versie

    async def _onthoud(self, sleutel: str, bericht_id: str, nu: dt.datetime) -> None:
        nieuw = await self._vraag(
            "INSERT INTO inkomend (sleutel, bericht_id, wanneer) VALUES (?, ?, ?)"
            " ON CONFLICT DO NOTHING RETURNING 1",
            sleutel,
            bericht_id,
            _ms(nu),
        )
        if not nieuw:
            raise BerichtGezien

    async def _schrijf(self, sleutel: str, tekst: str, versie: int | None) -> int:
        """Write a document within a transaction; what it shows stays as it is."""
        rijen = await self._vraag("SELECT versie FROM document WHERE sleutel = ?", sleutel)
        if (rijen[0][0] if rijen else None) != versie:
            raise OpslagConflict
        nieuw = (versie or 0) + 1
        await self._vraag(
            "INSERT INTO document (sleutel, inhoud, versie) VALUES (?, ?, ?) ON CONFLICT (sleutel)"
            " DO UPDATE SET inhoud = excluded.inhoud, versie = excluded.versie",
            sleutel,
            tekst,
            nieuw,
        )
        return nieuw

    async def _voeg_toe(
        self, wat: Vastlegging, uit: Uitgaand, tekst: str, beurten: dict[int, int]
    ) -> None:
        """Add a message; `beurten` knows, for each time, with which first message it dies."""
        vanaf = _ms(uit.vanaf or wat.nu)
        [(beurt,)] = await self._vraag(
            _VOEG_TOE,
            wat.sleutel,
            beurten.get(vanaf),
            wat.bericht_id,
            uit.kanaal,
            tekst,
            uit.toont,
            vanaf,
            vanaf,
        )
        beurten.setdefault(vanaf, beurt)

    async def is_gezien(self, sleutel: str, bericht_id: str) -> bool:
        """See `UitgaandOpslag.is_gezien`."""
        vraag = "SELECT 1 FROM inkomend WHERE sleutel = ? AND bericht_id = ?"
        return bool(await self._lees(vraag, sleutel, bericht_id))

    async def zend_opnieuw(self, sleutel: str, bericht_id: str, nu: dt.datetime) -> bool:
        """See `UitgaandOpslag.zend_opnieuw`."""
        async with self._transactie():
            await self._vraag(
                "UPDATE uitgaand SET pogingen = 0, tot = NULL, dood = NULL"
                " WHERE sleutel = ? AND bericht_id = ? AND dood IS NOT NULL",
                sleutel,
                bericht_id,
            )
            await self._vraag(
                "UPDATE uitgaand SET na = max(vanaf, min(na, ?))"
                " WHERE sleutel = ? AND bericht_id = ? AND (tot IS NULL OR tot <= ?)",
                _ms(nu),
                sleutel,
                bericht_id,
                _ms(nu),
            )
            over = await self._vraag(
                "SELECT 1 FROM uitgaand WHERE sleutel = ? AND bericht_id = ? LIMIT 1",
                sleutel,
                bericht_id,
            )
        return bool(over)

    async def onderweg(self, sleutel: str, nu: dt.datetime) -> bool:
        """See `UitgaandOpslag.onderweg`."""
        rijen = await self._lees(
            "SELECT pogingen, tot FROM uitgaand WHERE sleutel = ? AND dood IS NULL AND vanaf <= ?"
            " ORDER BY vanaf, nummer LIMIT 1",
            sleutel,
            _ms(nu),
        )
        return any(not pogingen or tot is not None for pogingen, tot in rijen)

    async def neem(
        self, kanalen: Collection[str], nu: dt.datetime, tot: dt.datetime, hoeveel: int
    ) -> tuple[Zending, ...]:
        """See `UitgaandOpslag.neem`."""
        waarden = {
            "nu": _ms(nu),
            "tot": _ms(tot),
            "kanalen": json.dumps(sorted(kanalen)),
            "hoeveel": hoeveel,
        }
        # Looked at first: an idle process that asks now and then writes nothing.
        if not await self._lees(_IETS, waarden):
            return ()
        async with self._transactie():
            return await self._neem(_NEEM_VAN, waarden)

    async def _neem(self, opdracht: str, waarden: dict[str, Any]) -> tuple[Zending, ...]:
        """Take messages within a transaction; what nobody can read dies."""
        genomen = []
        rijen = await self._vraag(opdracht, waarden)
        for nummer, sleutel, kanaal, tekst, pogingen, _ in sorted(
            rijen, key=lambda r: (r[-1], r[0])
        ):
            try:
                inhoud = lees_document(tekst)
            except DocumentOnleesbaar:
                await self._vraag(_STERF, waarden["nu"], ONLEESBAAR, nummer, pogingen)
            else:
                genomen.append(Zending(nummer, sleutel, kanaal, inhoud, pogingen))
        return tuple(genomen)

    async def bezorgd(self, zending: Zending, nu: dt.datetime, tot: dt.datetime) -> Zending | None:
        """See `UitgaandOpslag.bezorgd`."""
        async with self._transactie():
            weg = await self._vraag(
                "DELETE FROM uitgaand WHERE nummer = ? RETURNING toont", zending.nummer
            )
            for (toont,) in weg:
                if toont is not None:
                    await self._vraag(
                        "UPDATE document SET getoond = ? WHERE sleutel = ?", toont, zending.sleutel
                    )
            volgende = await self._neem(
                _NEEM_VOLGENDE,
                {
                    "nu": _ms(nu),
                    "tot": _ms(tot),
                    "sleutel": zending.sleutel,
                    "kanaal": zending.kanaal,
                    "hoeveel": 1,
                },
            )
        return next(iter(volgende), None)

    async def stel_uit(self, zending: Zending, na: dt.datetime, reden: str) -> None:
        """See `UitgaandOpslag.stel_uit`."""
        async with self._transactie():
            await self._vraag(
                "UPDATE uitgaand SET na = ?, tot = NULL, reden = ?"
                " WHERE nummer = ? AND pogingen = ? AND dood IS NULL",
                _ms(na),
                reden,
                zending.nummer,
                zending.pogingen,
            )

    async def geef_op(self, zending: Zending, nu: dt.datetime, reden: str) -> None:
        """See `UitgaandOpslag.geef_op`."""
        async with self._transactie():
            await self._vraag(_STERF, _ms(nu), reden, zending.nummer, zending.pogingen)

    async def uitgaand(self) -> tuple[Uitgaandregel, ...]:
        """See `UitgaandOpslag.uitgaand`."""
        rijen = await self._lees(
            "SELECT nummer, sleutel, kanaal, pogingen, reden, na, dood FROM uitgaand"
            " ORDER BY nummer"
        )
        return tuple(
            Uitgaandregel(nummer, sleutel, kanaal, pogingen, reden, _tijd(na), dood and _tijd(dood))
            for nummer, sleutel, kanaal, pogingen, reden, na, dood in rijen
        )

    async def herleef(self, nummer: int, nu: dt.datetime) -> bool:
        """See `UitgaandOpslag.herleef`."""
        async with self._transactie():
            levend = await self._vraag(
                "UPDATE uitgaand SET pogingen = 0, na = ?, dood = NULL WHERE dood IS NOT NULL AND"
                " beurt = (SELECT beurt FROM uitgaand WHERE nummer = ? AND dood IS NOT NULL)"
                " RETURNING nummer",
                _ms(nu),
                nummer,
            )
        return bool(levend)

    async def wis_uitgaand(self, nummer: int) -> bool:
        """See `UitgaandOpslag.wis_uitgaand`."""
        return bool(await self._wis("nummer = ?", nummer))

    async def wis_met_woord(self, sleutel: str, woord: str) -> int:
        """See `UitgaandOpslag.wis_met_woord`."""
        return await self._wis("sleutel = ? AND instr(inhoud, ?) > 0", sleutel, woord)

    async def _wis(self, welke: str, *waarden: Any) -> int:
        async with self._transactie():
            weg = await self._vraag(
                f"DELETE FROM uitgaand WHERE {welke} RETURNING nummer",  # noqa: S608 - our own words
                *waarden,
            )
        return len(weg)

    async def ruim_inkomend(self, voor: dt.datetime) -> int:
        """See `UitgaandOpslag.ruim_inkomend`."""
        async with self._transactie():
            weg = await self._vraag("DELETE FROM inkomend WHERE wanneer < ? RETURNING 1", _ms(voor))
        return len(weg)

    async def ruim_dood(self, voor: dt.datetime) -> int:
        """See `UitgaandOpslag.ruim_dood`."""
        return await self._wis("dood < ?", _ms(voor))

    async def neem_klus(self, naam: str, nu: dt.datetime, tot: dt.datetime) -> bool:
        """See `UitgaandOpslag.neem_klus`."""
        async with self._transactie():
            mijn = await self._vraag(
                "INSERT INTO klus (naam, na, tot) VALUES (:naam, :nu, :tot) ON CONFLICT (naam)"
                " DO UPDATE SET tot = :tot WHERE na <= :nu AND (tot IS NULL OR tot <= :nu)"
                " RETURNING naam",
                {"naam": naam, "nu": _ms(nu), "tot": _ms(tot)},
            )
        return bool(mijn)

    async def klus_gedaan(self, naam: str, na: dt.datetime) -> None:
        """See `UitgaandOpslag.klus_gedaan`."""
        async with self._transactie():
            await self._vraag("UPDATE klus SET na = ?, tot = NULL WHERE naam = ?", _ms(na), naam)


def _ms(wanneer: dt.datetime) -> int:
    return round(wanneer.timestamp() * 1000)


def _tijd(ms: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(ms / 1000, dt.UTC)
