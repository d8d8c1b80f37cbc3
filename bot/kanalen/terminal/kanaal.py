"""Het gesprek in de terminal."""

from __future__ import annotations

import asyncio
import getpass
import io
import os
import sys
from typing import Final, TextIO

from bot.gesprekken import Gesprekken
from bot.kanalen.terminal.invoer import lezer
from bot.kanalen.terminal.scherm import Scherm, is_gewist
from bot.reactie import Reactie
from bot.uitvoer import laat_los
from bot.wie import Wie
from dialogs.procedure.plek import plek
from dialogs.teksten import tekst

KANAAL: Final = "terminal"
GESPREK: Final = "terminal"
"""One conversation for each user of the machine: starting again goes on where we were."""


async def chat(gesprekken: Gesprekken, wie: Wie, invoer: TextIO, uitvoer: TextIO) -> None:
    """Lead one conversation until it ends, the input ends, or the user leaves.

    Args:
        gesprekken: handles the turns.
        wie: who sits at the keyboard.
        invoer: where messages come from; a terminal gets a prompt, anything else is read by line.
        uitvoer: where replies go.
    """
    scherm = Scherm.voor(uitvoer)
    async with gesprekken.begroet(wie, GESPREK) as reactie:
        scherm.toon(reactie)
    bewaard = _bewaard_als(reactie)
    # After the greeting: loading the prompt takes time, and someone is waiting.
    bron = lezer(invoer, uitvoer)
    gezien: str | None = None
    try:
        while not reactie.einde:
            # In another window the conversation may have gone on meanwhile.
            gezien = gezien if reactie.dossier is None else plek(reactie.dossier)
            gezegd = await bron.lees()
            if gezegd is None:
                break
            async with gesprekken.beurt(
                wie, GESPREK, gezegd, bij=gezien or "", getypt=True
            ) as reactie:
                if uitvoer.isatty():
                    scherm.zeg("")  # air between what was typed and the answer
                scherm.toon(reactie)
                eerder, bewaard = bewaard, _bewaard_als(reactie)
                if bewaard and bewaard != eerder and uitvoer.isatty():
                    scherm.zeg(tekst("bot.document_maken", kenmerk=bewaard))
                if is_gewist(reactie):
                    bron.vergeet()
    except (KeyboardInterrupt, asyncio.CancelledError):
        scherm.zeg("")
    if not reactie.einde and uitvoer.isatty():
        scherm.zeg(tekst("bot.tot_ziens"))


def _bewaard_als(reactie: Reactie) -> str | None:
    return None if reactie.dossier is None else reactie.dossier.stand.bewaard_als


def gebruiker() -> Wie:
    """Return who runs this process."""
    if sys.platform == "win32":  # by a name that the environment may change: that proves nothing
        return Wie(KANAAL, getpass.getuser())
    # Not the name: that comes from the environment, and sudo or cron may change it.
    return Wie(KANAAL, str(os.getuid()), bewezen=True)


def spreek_utf8() -> None:
    """Read and write UTF-8 here, whatever the environment says."""
    for stroom in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(encoding="utf-8", errors="replace")


async def praat(gesprekken: Gesprekken) -> None:
    """Lead the conversation of who runs this process, where it was started."""
    try:
        await chat(gesprekken, gebruiker(), sys.stdin, sys.stdout)
    except BrokenPipeError:
        laat_los(sys.stdout)  # whoever read along has left
