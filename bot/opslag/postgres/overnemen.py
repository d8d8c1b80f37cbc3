"""Overnemen wat in een SQLite-bestand staat: alles, of niets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final

from bot.opslag.inhoud import Inhoud
from bot.opslag.poort import OpslagFout, OpslagGevuld
from bot.opslag.postgres.opslag import PostgresOpslag
from bot.opslag.postgres.tabellen import GETOOND, TABELLEN
from bot.opslag.postgres.verbindingen import Verbinding

_TEKST: Final = "text"
_DUREN: Final = 3600.0
"""Seconds that moving one table may take."""


@dataclass(frozen=True, slots=True)
class Overgenomen:
    """What moved: rows of each table, and values that were damaged already."""

    aantallen: dict[str, int]
    beschadigd: int


class NietOverTeNemen(OpslagFout):
    """A table holds something that has no place there; nothing moved."""

    sleutel = "bot.opslag_niet_over_te_nemen"


async def neem_over(
    opslag: PostgresOpslag, inhoud: Inhoud, *, vervang: bool = False
) -> Overgenomen:
    """Put all of a file in a database that is empty, or is emptied first; in one transaction.

    Raises:
        OpslagGevuld: the database holds something.
        NietOverTeNemen: a table or value does not fit.
        OpslagFout: the file or the database cannot be used now.
    """
    tabellen = inhoud.tabellen()
    if set(tabellen) != set(TABELLEN):
        raise NietOverTeNemen
    aantallen: dict[str, int] = {}
    lezer = _Lezer()
    async with opslag.verbindingen.transactie() as verbinding:
        await verbinding.execute(f"LOCK TABLE {', '.join(TABELLEN)} IN EXCLUSIVE MODE")
        for tabel in (*TABELLEN, GETOOND) if vervang else ():
            await verbinding.execute(f"DELETE FROM {tabel}", timeout=_DUREN)  # noqa: S608 - ours
        for tabel in TABELLEN:
            if await verbinding.fetchval(f"SELECT EXISTS (SELECT FROM {tabel})"):  # noqa: S608 - ours
                raise OpslagGevuld
        for tabel in TABELLEN:
            kolommen = tuple(kolom for kolom in tabellen[tabel] if kolom != GETOOND)
            with closing(inhoud.rijen(tabel, kolommen)) as rijen:
                await _zet_neer(verbinding, tabel, kolommen, lezer, rijen)
            aantallen[tabel] = int(await verbinding.fetchval(f"SELECT count(*) FROM {tabel}"))  # noqa: S608 - ours
        # A column there, a table here.
        with closing(inhoud.rijen("document", ("sleutel", GETOOND))) as rijen:
            getoond = (rij for rij in rijen if rij[1] is not None)
            await _zet_neer(verbinding, GETOOND, ("sleutel", "toont"), lezer, getoond)
        # What comes next has a number after all that moved.
        for tabel in ("weging", "uitgaand"):
            await verbinding.execute(
                f"SELECT setval(pg_get_serial_sequence('{tabel}', 'nummer'),"  # noqa: S608 - ours
                f" (SELECT coalesce(max(nummer), 0) + 1 FROM {tabel}), false)"
            )
    return Overgenomen(aantallen, lezer.beschadigd)


async def _zet_neer(
    verbinding: Verbinding,
    tabel: str,
    kolommen: tuple[str, ...],
    lezer: _Lezer,
    rijen: Iterable[tuple[Any, ...]],
) -> None:
    soorten = await _soorten(verbinding, tabel, kolommen)
    try:
        await verbinding.copy_records_to_table(
            tabel, records=lezer.lees(rijen, soorten), columns=kolommen, timeout=_DUREN
        )
    except (ValueError, TypeError) as fout:  # as asyncpg says that a value does not fit
        raise NietOverTeNemen from fout


async def _soorten(
    verbinding: Verbinding, tabel: str, kolommen: tuple[str, ...]
) -> tuple[str, ...]:
    rijen = await verbinding.fetch(
        "SELECT column_name, data_type FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND table_name = $1",
        tabel,
    )
    soorten = {naam: soort for naam, soort in rijen}  # noqa: C416 - rows of two
    if set(soorten) != set(kolommen):
        raise NietOverTeNemen
    return tuple(soorten[kolom] for kolom in kolommen)


class _Lezer:
    """Makes rows fit, and counts what was damaged."""

    def __init__(self) -> None:
        self.beschadigd = 0

    def lees(
        self, rijen: Iterable[tuple[Any, ...]], soorten: tuple[str, ...]
    ) -> Iterator[tuple[Any, ...]]:
        for rij in rijen:
            yield tuple(
                self._tekst(waarde) if soort == _TEKST else waarde
                for waarde, soort in zip(rij, soorten, strict=True)
            )

    def _tekst(self, waarde: object) -> str | None:
        if waarde is None:
            return None
        ruw = waarde if isinstance(waarde, bytes) else str(waarde).encode()
        # PostgreSQL keeps no NUL in a text.
        tekst = ruw.decode(errors="replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
        self.beschadigd += tekst.encode() != ruw
        return tekst
