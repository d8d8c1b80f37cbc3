"""Alles uit PostgreSQL in een SQLite-bestand zetten, zoals het op één moment was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from bot.opslag.bestand import vertaald
from bot.opslag.postgres.fouten import vertaald as postgres_vertaald
from bot.opslag.postgres.opslag import PostgresOpslag
from bot.opslag.postgres.tabellen import GETOOND, TABELLEN

_PER_KEER: Final = 500
_DUREN: Final = 3600.0
"""Seconds that reading one lot may take."""


async def lees_uit(opslag: PostgresOpslag, naar: Path) -> None:
    """Fill a file with empty tables of this version; the other way round from `neem_over`.

    Raises:
        OpslagFout: the database or the file cannot be used now.
    """
    with closing(sqlite3.connect(naar, isolation_level=None)) as bestand:
        with vertaald():
            bestand.execute("BEGIN")
        with postgres_vertaald():
            async with (
                opslag.verbindingen.een() as verbinding,
                verbinding.transaction(isolation="repeatable_read", readonly=True),
            ):
                for tabel in TABELLEN:
                    with vertaald():
                        info = bestand.execute("SELECT name FROM pragma_table_info(?)", (tabel,))
                        kolommen = [kolom for (kolom,) in info]
                    # A column there, a table here.
                    velden = ", ".join("toont" if k == GETOOND else k for k in kolommen)
                    bij = f" LEFT JOIN {GETOOND} USING (sleutel)" if GETOOND in kolommen else ""
                    vraagtekens = ", ".join("?" * len(kolommen))
                    zet = f"INSERT INTO {tabel} ({', '.join(kolommen)}) VALUES ({vraagtekens})"  # noqa: S608 - ours
                    wijzer = await verbinding.cursor(f"SELECT {velden} FROM {tabel}{bij}")  # noqa: S608 - ours
                    while rijen := await wijzer.fetch(_PER_KEER, timeout=_DUREN):
                        with vertaald():
                            bestand.executemany(zet, [tuple(rij) for rij in rijen])
        with vertaald():
            bestand.execute("COMMIT")
