"""Een reservekopie: een SQLite-bestand met alles erin, uit welke database het ook komt."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from bot.fouten import BotFout
from bot.opslag.bestand import VERSIE, vertaald
from bot.opslag.poort import OpslagFout, OpslagNieuwer

_VAN_IEMAND: Final = ("document", "weging", "uitgaand", "terugmelding")
"""Where something stands, nothing else is put unasked."""


class KopieBestaat(BotFout):
    """There is a file of that name; it stays as it is."""

    sleutel = "bot.kopie_bestaat"


class KopieOnschrijfbaar(BotFout):
    """The file cannot be made there."""

    sleutel = "bot.kopie_onschrijfbaar"


class KopieOnleesbaar(BotFout):
    """It is no copy of ours, or it is damaged or not whole."""

    sleutel = "bot.kopie_onleesbaar"


class HerstelGevuld(BotFout):
    """Something is kept here already, and nobody said that it may go."""

    sleutel = "bot.herstel_gevuld"


@contextmanager
def nieuw_bestand(naar: Path) -> Iterator[Path]:
    """Make a file only we may read, to be filled in the block; when that fails it is gone.

    Raises:
        KopieBestaat: it is there already.
        KopieOnschrijfbaar: it cannot be made.
    """
    try:
        os.close(os.open(naar, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as fout:
        raise KopieBestaat(pad=str(naar)) from fout
    except (OSError, ValueError) as fout:
        raise KopieOnschrijfbaar(pad=str(naar)) from fout
    try:
        yield naar
    except BaseException:
        for achtervoegsel in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                naar.with_name(naar.name + achtervoegsel).unlink()
        raise


def kopieer(van: Path, naar: Path) -> None:
    """Copy a file as it is at one moment, while others write in it; the copy is one file.

    Raises:
        OpslagFout: it cannot be read, or there is no room.
    """
    with (
        vertaald(),
        closing(sqlite3.connect(f"{van.absolute().as_uri()}?mode=ro", uri=True, timeout=2)) as bron,
        closing(sqlite3.connect(naar)) as kopie,
    ):
        bron.backup(kopie)
        kopie.execute("PRAGMA journal_mode = DELETE")


def keur(kopie: Path) -> None:
    """Check that a copy is whole and ours.

    Raises:
        KopieOnleesbaar: it is not.
        OpslagNieuwer: a newer version of the program made it.
    """
    try:
        with vertaald(), closing(sqlite3.connect(kopie)) as verbinding:
            [(versie,)] = verbinding.execute("PRAGMA user_version").fetchall()
            uitslag = verbinding.execute("PRAGMA integrity_check").fetchall()
    except OpslagFout as fout:
        raise KopieOnleesbaar(pad=str(kopie)) from fout
    if versie > VERSIE:
        raise OpslagNieuwer
    if not versie or uitslag != [("ok",)]:
        raise KopieOnleesbaar(pad=str(kopie))


def zet_terug(kopie: Path, naar: Path, *, vervang: bool) -> None:
    """Put a copy of this version in the place of a file of this version, whole or not at all.

    Raises:
        HerstelGevuld: something is kept there, and it may not be replaced.
        OpslagBezet: another process has the file open.
        OpslagFout: it cannot be written; it is as it was.
    """
    with (
        vertaald(),
        closing(sqlite3.connect(kopie)) as bron,
        closing(sqlite3.connect(naar, timeout=0, isolation_level=None)) as doel,
    ):
        # Also against who only has it open, and would write later.
        doel.execute("PRAGMA locking_mode = EXCLUSIVE")
        doel.execute("BEGIN EXCLUSIVE")
        # What says nothing of anybody (how often a chore was done) is nothing to lose.
        gevuld = any(
            doel.execute(f"SELECT 1 FROM {tabel} LIMIT 1").fetchall()  # noqa: S608 - ours
            for tabel in _VAN_IEMAND
        )
        if gevuld and not vervang:
            raise HerstelGevuld
        doel.execute("COMMIT")
        # One transaction of SQLite's own: whoever is killed half-way finds what was there.
        bron.backup(doel)
        doel.execute("PRAGMA wal_checkpoint(TRUNCATE)")
