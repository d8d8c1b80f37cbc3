"""Het gesprek in de terminal."""

from __future__ import annotations

import asyncio
import contextlib
import getpass
import io
import os
import sys
from typing import Final, TextIO

from bot import logboek
from bot.fouten import BotFout
from bot.gesprekken import Gesprekken
from bot.instellingen import Instellingen
from bot.kanalen.terminal.invoer import lezer
from bot.kanalen.terminal.scherm import Scherm
from bot.klok import nieuwe_id, nu
from bot.opslag.sqlite import SqliteOpslag
from bot.wie import Wie
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
    reactie = await gesprekken.begroet(wie, GESPREK)
    scherm.toon(reactie)
    # After the greeting: loading the prompt takes time, and someone is waiting.
    bron = lezer(invoer, uitvoer)
    try:
        while not reactie.einde:
            gezegd = await bron.lees()
            if gezegd is None:
                break
            reactie = await gesprekken.beurt(wie, GESPREK, gezegd)
            if uitvoer.isatty():
                scherm.zeg("")  # air between what was typed and the answer
            scherm.toon(reactie)
    except (KeyboardInterrupt, asyncio.CancelledError):
        scherm.zeg("")
    if not reactie.einde and uitvoer.isatty():
        scherm.zeg(tekst("bot.tot_ziens"))


def gebruiker() -> Wie:
    """Return who runs this process."""
    if sys.platform == "win32":
        return Wie(KANAAL, getpass.getuser())
    # Not the name: that comes from the environment, and sudo or cron may change it.
    return Wie(KANAAL, str(os.getuid()))


async def _draai(instellingen: Instellingen) -> None:
    opslag = await SqliteOpslag.open(instellingen.databestand)
    logboek.richt_in(instellingen.logbestand)
    try:
        await chat(
            Gesprekken(opslag, nu, nieuwe_id),
            gebruiker(),
            _of_niets(sys.stdin),
            _of_niets(sys.stdout),
        )
    finally:
        await opslag.sluit()


def _of_niets(stroom: TextIO | None) -> TextIO:
    # A closed stream is None in Python; then there is nothing to read, or nobody to tell.
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8") if stroom is None else stroom


def start(instellingen: Instellingen) -> int:
    """Run the terminal until the user leaves.

    Returns:
        The exit code: 0, or 2 when it cannot start (one line on stderr says why).
    """
    for stroom in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(encoding="utf-8", errors="replace")
    try:
        asyncio.run(_draai(instellingen))
    except BotFout as fout:
        reden = fout.in_woorden()
        zin = tekst("bot.niet_gestart", pad=str(instellingen.databestand), reden=reden)
        sys.stderr.write(f"{zin}\n")
        return 2
    except KeyboardInterrupt:
        pass
    except BrokenPipeError:
        # Whoever read along has left; keep Python from complaining when it flushes at exit.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
