"""Waar een server bewaart, van buitenaf bekeken: een bestand, of een database in PostgreSQL."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg

from bot.instellingen import BESTAND


@dataclass(frozen=True, slots=True)
class Bewaarplaats:
    """What outlives a server that is killed."""

    map: Path
    database: str | None = None
    """The address of a PostgreSQL; None is a file in the folder."""

    def omgeving(self) -> dict[str, str]:
        """Return the settings with which a server keeps what it keeps here."""
        database = {} if self.database is None else {"WEEGWIJZER_DATABASE_URL": self.database}
        return {
            "WEEGWIJZER_DATA": str(self.map),
            "WEEGWIJZER_PORT": "0",
            "WEEGWIJZER_BROWSER": "nee",
            **database,
        }

    async def vraag(self, opdracht: str, *waarden: str) -> list[tuple[Any, ...]]:
        """Ask for rows, with `$1` for the first value, on a connection that nobody else has."""
        if self.database is None:
            with closing(sqlite3.connect(self.map / BESTAND)) as bestand:
                genummerd = {str(n): waarde for n, waarde in enumerate(waarden, 1)}
                return bestand.execute(opdracht, genummerd).fetchall()
        verbinding = await asyncpg.connect(self.database)
        try:
            return [tuple(rij) for rij in await verbinding.fetch(opdracht, *waarden)]
        finally:
            await verbinding.close()
