"""`python app.py backup` en `herstel`: een kopie maken terwijl het draait, en haar terugzetten."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from bot.fouten import BotFout
from dialogs.teksten import tekst


class NietsTeKopieren(BotFout):
    """There is no file to copy."""

    sleutel = "bot.niets_te_kopieren"


class HerstelBezet(BotFout):
    """A program has the file open."""

    sleutel = "bot.herstel_bezet"


def naam(nu: dt.datetime) -> str:
    """Return what a copy is called that nobody gave a name."""
    return f"weegwijzer-{nu:%Y%m%d-%H%M%S}.sqlite3"


def vertel(sleutel: str, pad: Path) -> None:
    """Say on standard output where it is."""
    sys.stdout.write(tekst(f"bot.{sleutel}", pad=str(pad)) + "\n")
