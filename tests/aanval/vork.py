"""De server in een proces dat er al bijna is: zo sterft hij vaak, en kost een start haast niets."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import signal
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final
from unittest import mock

from bot import bezorgen, opstarten, server
from bot.instellingen import lees
from tests.aanval.bewaarplaats import Bewaarplaats

_VORKEN: Final = multiprocessing.get_context("forkserver")
_HUUR: Final = dt.timedelta(seconds=0.6)
"""What a process held that died is somebody else's after this; nobody waits thirty seconds here."""


_VOORAF: Final = ("tests.aanval.opgewarmd", "bot.kanalen.teams.ingang", "aiosqlite", "asyncpg")


class Vork:
    """Our server, forked from a process that has read everything."""

    def __init__(self, bewaarplaats: Bewaarplaats) -> None:
        self.bewaarplaats = bewaarplaats
        self.log = bewaarplaats.map.parent / "server.log"
        self.url = ""
        _VORKEN.set_forkserver_preload([__name__, *_VOORAF])

    def start(self) -> None:
        """Start it, and wait until it listens."""
        hoort, zegt = _VORKEN.Pipe(duplex=False)
        self._proces = _VORKEN.Process(
            target=_draai, args=(self.bewaarplaats.omgeving(), self.log, zegt), daemon=True
        )
        self._proces.start()
        zegt.close()
        regel = str(hoort.recv())
        self.url = "http://" + regel.split("http://")[1].split(maxsplit=1)[0].rstrip(".")

    def dood(self) -> None:
        """Kill it: no warning, no goodbye."""
        self._proces.kill()
        self._proces.join()

    def stop(self) -> float:
        """Ask it to stop; return the seconds that took."""
        begin = time.monotonic()
        assert self._proces.pid is not None
        os.kill(self._proces.pid, signal.SIGTERM)
        self._proces.join(60)
        assert self._proces.exitcode == 0
        return time.monotonic() - begin

    def regels(self) -> list[str]:
        """Return what it logged."""
        return self.log.read_text().splitlines()


def _draai(omgeving: dict[str, str], log: Path, zegt: Connection) -> None:
    with log.open("ab") as uit:
        os.dup2(uit.fileno(), 2)
    with (
        mock.patch.object(bezorgen, "HUUR", _HUUR),
        mock.patch.object(bezorgen, "KIJK", 0.1),
        mock.patch.object(server, "zeg", zegt.send),
    ):
        sys.exit(opstarten.start_server(lees(omgeving)))
