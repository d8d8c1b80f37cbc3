"""Het databestand: aanmaken, afschermen, inrichten, en zeggen wat eraan mankeert."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from bot.opslag.poort import (
    OpslagBeschadigd,
    OpslagBezet,
    OpslagFout,
    OpslagOntoegankelijk,
    OpslagVerdwenen,
)
from bot.wie import sleutel_van_nu

OVERGANGEN: Final = (
    (
        """CREATE TABLE document (
            sleutel TEXT PRIMARY KEY, inhoud TEXT NOT NULL, versie INTEGER NOT NULL)""",
        # Its own table: a reference is never given twice, also when a weighing is deleted.
        "CREATE TABLE teller (jaar INTEGER PRIMARY KEY, laatste INTEGER NOT NULL)",
        """CREATE TABLE weging (
            nummer INTEGER PRIMARY KEY, kenmerk TEXT NOT NULL UNIQUE, eigenaar TEXT NOT NULL,
            afdruk TEXT NOT NULL, datum TEXT NOT NULL, titel TEXT NOT NULL,
            markdown TEXT NOT NULL, gegevens TEXT NOT NULL, UNIQUE (eigenaar, afdruk))""",
        "PRAGMA user_version = 1",
    ),
    (
        "CREATE TABLE editie (naam TEXT PRIMARY KEY, inhoud TEXT NOT NULL)",
        "PRAGMA user_version = 2",
    ),
    (
        "ALTER TABLE weging ADD COLUMN eigen TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE weging ADD COLUMN oordelen TEXT NOT NULL DEFAULT ''",
        # What the list shows of a weighing that was kept before it showed verdicts.
        """UPDATE weging SET oordelen = coalesce((
            SELECT group_concat(oordeel, ' ') FROM (
                SELECT json_extract(gegevens, fullkey || '.oordeel') AS oordeel
                FROM json_each(gegevens, '$.doelen') ORDER BY key)), '')
            WHERE json_valid(gegevens)""",
        "PRAGMA user_version = 3",
    ),
    (
        "UPDATE OR IGNORE document SET sleutel = sleutel_van_nu(sleutel, 4)",
        # One person in one conversation under two claimed tenants: the other is laid aside.
        """UPDATE document SET sleutel = sleutel || '#'
            WHERE sleutel <> sleutel_van_nu(sleutel, 4)""",
        "UPDATE OR IGNORE weging SET eigenaar = sleutel_van_nu(eigenaar, 3)",
        "PRAGMA user_version = 4",
    ),
    (
        """CREATE TABLE terugmelding (
            over TEXT NOT NULL, ids TEXT NOT NULL, reden TEXT NOT NULL, kennis TEXT NOT NULL,
            aantal INTEGER NOT NULL, laatst TEXT NOT NULL,
            PRIMARY KEY (over, ids, reden, kennis))""",
        "PRAGMA user_version = 5",
    ),
    (
        # Never a number again: who still holds one that was delivered must not mean another.
        """CREATE TABLE uitgaand (
            nummer INTEGER PRIMARY KEY AUTOINCREMENT, sleutel TEXT NOT NULL,
            beurt INTEGER NOT NULL, bericht_id TEXT, kanaal TEXT NOT NULL, inhoud TEXT NOT NULL,
            toont TEXT, vanaf INTEGER NOT NULL, na INTEGER NOT NULL, tot INTEGER,
            pogingen INTEGER NOT NULL DEFAULT 0, reden TEXT NOT NULL DEFAULT '', dood INTEGER)""",
        "CREATE INDEX uitgaand_gesprek ON uitgaand (sleutel, vanaf, nummer)",
        "CREATE INDEX uitgaand_na ON uitgaand (na) WHERE dood IS NULL",
        """CREATE TABLE inkomend (
            sleutel TEXT NOT NULL, bericht_id TEXT NOT NULL, wanneer INTEGER NOT NULL,
            PRIMARY KEY (sleutel, bericht_id)) WITHOUT ROWID""",
        "CREATE INDEX inkomend_wanneer ON inkomend (wanneer)",
        "CREATE TABLE klus (naam TEXT PRIMARY KEY, na INTEGER NOT NULL, tot INTEGER)",
        "ALTER TABLE document ADD COLUMN getoond TEXT",
        # Both stood in the document, which was so written anew for what changes beside it.
        """UPDATE document SET getoond = json_extract(inhoud, '$.getoond')
            WHERE json_valid(inhoud) AND json_type(inhoud, '$.getoond') = 'text'""",
        """INSERT OR IGNORE INTO inkomend (sleutel, bericht_id, wanneer)
            SELECT sleutel, gezien.value, strftime('%s', 'now') * 1000 FROM document, json_each(
                CASE WHEN json_valid(inhoud) THEN inhoud ELSE '{}' END, '$.gezien') AS gezien
            WHERE gezien.type = 'text'""",
        "PRAGMA user_version = 6",
    ),
)
"""What turns a file of one version into the next; the first makes an empty file ours.

`FUNCTIES` are there when it is done.
"""

FUNCTIES: Final = {"sleutel_van_nu": (2, sleutel_van_nu)}
"""What SQL cannot do itself: the number of arguments, and the function."""

VERSIE: Final = len(OVERGANGEN)
"""Version of the tables, in SQLite's own `user_version`."""

_BEZET: Final = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_BESCHADIGD: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_ONTOEGANKELIJK: Final = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}


def maak_bestand(pad: Path) -> None:
    """Make sure the file is there and only its owner can read it (on POSIX).

    A folder that already exists keeps its rights: it may be somebody's own choice.

    Raises:
        OpslagOntoegankelijk: it cannot be made.
    """
    try:
        if not pad.parent.is_dir():
            pad.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
            pad.parent.chmod(0o700)
        # Made by us and not by SQLite: the umask decides what that one gets.
        os.close(os.open(pad, os.O_RDWR | os.O_CREAT, 0o600))
    except (OSError, ValueError) as fout:
        raise OpslagOntoegankelijk from fout
    with suppress(OSError):  # someone else's file that we may write
        pad.chmod(0o600)


class Plek:
    """The file as it was opened. A program goes on writing in one that was deleted or replaced."""

    def __init__(self, pad: Path) -> None:
        self._pad = pad
        self._journaal = pad.with_name(f"{pad.name}-wal")
        self._geopend = _kenmerk(pad)
        self._geschreven: tuple[int, int] | None = None

    def controleer(self) -> None:
        """Check that it is still there, and its journal, which holds what was written last.

        Raises:
            OpslagVerdwenen: it is not.
        """
        if self._geopend is None or _kenmerk(self._pad) != self._geopend:
            raise OpslagVerdwenen
        journaal = _kenmerk(self._journaal)
        if self._geschreven is not None and journaal != self._geschreven:
            raise OpslagVerdwenen
        self._geschreven = journaal


def _kenmerk(pad: Path) -> tuple[int, int] | None:
    try:
        gevonden = pad.stat()
    except OSError:
        return None
    return gevonden.st_dev, gevonden.st_ino


def _soort(fout: sqlite3.Error) -> int:
    # The low byte is the kind, the rest says where it happened.
    return int(getattr(fout, "sqlite_errorcode", 0)) & 0xFF


def is_bezet(fout: sqlite3.Error) -> bool:
    """Tell whether somebody else holds the database."""
    return _soort(fout) in _BEZET


def vertaling(fout: sqlite3.Error) -> OpslagFout:
    """Say in our own terms what SQLite reports."""
    if is_bezet(fout):
        return OpslagBezet()
    if _soort(fout) in _BESCHADIGD:
        return OpslagBeschadigd()
    if _soort(fout) in _ONTOEGANKELIJK:
        return OpslagOntoegankelijk()
    return OpslagFout()


@contextmanager
def vertaald() -> Iterator[None]:
    """Let nothing of SQLite's out of this room."""
    try:
        yield
    except sqlite3.Error as fout:
        raise vertaling(fout) from fout
