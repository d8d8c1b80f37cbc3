"""`python app.py verhuis`: wat in een SQLite-bestand bewaard is, gaat naar PostgreSQL."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from bot.fouten import BotFout
from dialogs.teksten import tekst


class NietsTeVerhuizen(BotFout):
    """There is no file to move from."""

    sleutel = "bot.niets_te_verhuizen"


class WaarheenOntbreekt(BotFout):
    """No PostgreSQL is set."""

    sleutel = "bot.waarheen_ontbreekt"


class VerhuizenBezet(BotFout):
    """A program has the file open; what that writes would be left behind."""

    sleutel = "bot.eerst_stoppen"


def vertel(aantallen: Mapping[str, int], beschadigd: int, bestand: Path) -> None:
    """Say on standard output what moved, and what to do with the file it came from."""
    regels = [tekst("bot.verhuisd")]
    regels += [
        tekst("bot.verhuisd_regel", wat=tekst(f"bot.verhuisd_{tabel}"), aantal=str(aantal))
        for tabel, aantal in aantallen.items()
    ]
    if beschadigd:
        regels.append(tekst("bot.verhuisd_beschadigd", aantal=str(beschadigd)))
    regels.append(tekst("bot.verhuisd_oud_bestand", pad=str(bestand)))
    sys.stdout.write("\n".join(regels) + "\n")
