"""Real servers to measure with: this version, or that of another checkout, on loopback."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aiohttp import ClientSession

from bot.kanalen.teams.ingang import PAD
from tests.bot.connector import Connector, connector

# Started as `app.py` is, but with a day we can choose: a transcript belongs to its day.
_START: Final = """
import datetime as dt, pathlib, sys
import bot.klok
dag = pathlib.Path(sys.argv.pop())
bot.klok.nu = lambda: dt.datetime.fromisoformat(dag.read_text())
import app
sys.exit(app.main([]))
"""


@dataclass(frozen=True, slots=True)
class Server:
    """One running server, and somebody who talks to it as Teams does."""

    naam: str
    adres: str
    pid: int
    teams: Connector
    sessie: ClientSession
    dag: Path

    def zet_dag(self, dag: dt.date) -> None:
        """Make it this day for the server."""
        self.dag.write_text(f"{dag}T10:00:00+00:00")

    def verbruikt(self) -> float:
        """Return the processor time the process used so far, user and system, in seconds."""
        # The clock of another process, as clock_getcpuclockid(3) makes it: Linux only, but in
        # nanoseconds, where /proc counts in hundredths of a second.
        return time.clock_gettime((~self.pid << 3) | 2)

    async def zeg(self, gesprek: str, zin: str) -> float:
        """Say something and wait for all replies; return the seconds of processor time it took."""
        kanaal = {"id": gesprek, "conversationType": "personal", "tenantId": "t"}
        activiteit = self.teams.activiteit(zin, conversation=kanaal)
        self.teams.ontvangen.clear()
        voor = self.verbruikt()
        async with self.sessie.post(self.adres + PAD, json=activiteit) as antwoord:
            await antwoord.read()
            antwoord.raise_for_status()
        await self.teams.stil(0.03)  # delivering comes after it, and belongs to it
        return self.verbruikt() - voor


@asynccontextmanager
async def server(checkout: Path) -> AsyncIterator[Server]:
    """Run the server of a checkout, with an empty data folder, for as long as the block runs."""
    async with connector() as teams, ClientSession() as sessie:
        with tempfile.TemporaryDirectory() as map_:
            dag = Path(map_) / "dag"
            dag.write_text("2026-03-02T10:00:00+00:00")
            omgeving = {**os.environ, "WEEGWIJZER_DATA": map_, "WEEGWIJZER_PORT": "0"}
            with subprocess.Popen(  # noqa: S603, ASYNC220 - ourselves; nothing runs beside it yet
                [sys.executable, "-c", _START, str(dag)],
                stdout=subprocess.PIPE,
                cwd=checkout,
                env=omgeving,
            ) as proces:
                assert proces.stdout is not None
                regel = proces.stdout.readline().decode()
                adres = next(w for w in regel.split() if w.startswith("http")).rstrip(".")
                try:
                    yield Server(checkout.name, adres, proces.pid, teams, sessie, dag)
                finally:
                    proces.terminate()
