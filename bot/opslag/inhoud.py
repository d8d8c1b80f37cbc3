"""Alles wat er in een SQLite-bestand staat, tabel voor tabel: om ergens anders neer te zetten."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.opslag.bestand import vertaald


@dataclass(frozen=True, slots=True)
class Inhoud:
    """A file that is ours alone, and of this version. Text comes out as its bytes."""

    _verbinding: sqlite3.Connection

    def tabellen(self) -> dict[str, tuple[str, ...]]:
        """Return the tables, each with its columns."""
        with vertaald():
            namen = self._verbinding.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                " ORDER BY rowid"
            ).fetchall()
            return {
                naam.decode(): tuple(
                    kolom.decode()
                    for (kolom,) in self._verbinding.execute(
                        "SELECT name FROM pragma_table_info(?)", (naam.decode(),)
                    )
                )
                for (naam,) in namen
            }

    def rijen(
        self, tabel: str, kolommen: tuple[str, ...]
    ) -> Generator[tuple[Any, ...], None, None]:
        """Return every row of a table; the names are those of `tabellen`."""
        with vertaald():
            yield from self._verbinding.execute(
                f"SELECT {', '.join(kolommen)} FROM {tabel}"  # noqa: S608 - names of ours
            )


@contextmanager
def open_inhoud(pad: Path) -> Iterator[Inhoud]:
    """Open a file to read all of it; nobody else has it meanwhile, and it stays as it is.

    Raises:
        OpslagBezet: another process has it open: what that writes would be left behind.
    """
    with vertaald():
        verbinding = sqlite3.connect(pad, timeout=0, isolation_level=None)
    try:
        verbinding.text_factory = bytes  # what is no UTF-8 may not keep the rest from being read
        with vertaald():
            # Also against who only has it open, and would write later.
            verbinding.execute("PRAGMA locking_mode = EXCLUSIVE")
            verbinding.execute("BEGIN EXCLUSIVE")
        yield Inhoud(verbinding)
    finally:
        verbinding.close()
