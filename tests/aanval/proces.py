"""De server als echt proces, en van buiten meten hoe het ermee gaat."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.kanalen.teams.ingang import PAD
from tests.aanval.maat import LANG, Cijfers, Gezond, Stand
from tests.bot.test_server import ROOT, START

_TIKKEN: Final = os.sysconf("SC_CLK_TCK")
_MB: Final = 1024 * 1024
_RUST: Final = 5.0 if LANG else 0.3
"""Seconds to ask a server that does nothing else."""


class Server:
    """Our server in a process of its own."""

    def __init__(self, map_: Path, *, voor: str = "", **omgeving: str) -> None:
        self.map = map_
        self.log = map_.parent / "server.log"
        self._voor = voor
        self._omgeving = omgeving
        self._proces: subprocess.Popen[bytes] | None = None
        self.url = ""

    @property
    def proces(self) -> subprocess.Popen[bytes]:
        assert self._proces is not None
        return self._proces

    def start(self) -> None:
        """Start it, and wait until it listens."""
        with self.log.open("ab") as log:
            self._proces = subprocess.Popen(  # noqa: S603 - ourselves
                [sys.executable, "-c", self._voor + START],
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=ROOT,
                env={
                    **os.environ,
                    "WEEGWIJZER_DATA": str(self.map),
                    "WEEGWIJZER_PORT": "0",
                    **self._omgeving,
                },
            )
        assert self.proces.stdout is not None
        regel = self.proces.stdout.readline().decode()
        assert "http://" in regel, self.log.read_text()
        self.url = "http://" + regel.split("http://")[1].split()[0].rstrip(".")

    def dood(self) -> None:
        """Kill it: no warning, no goodbye."""
        self.proces.kill()
        self.wacht()

    def stop(self, binnen: float = 60) -> float:
        """Ask it to stop; return the seconds that took."""
        begin = time.monotonic()
        self.proces.terminate()
        self.wacht(binnen)
        return time.monotonic() - begin

    def wacht(self, binnen: float = 60) -> int:
        """Wait for its end; return the exit code."""
        try:
            self.proces.wait(binnen)
        finally:
            if self.proces.stdout is not None:
                self.proces.stdout.close()
        return self.proces.returncode

    def mb(self) -> float:
        """Return how much memory it has."""
        pagina = int(Path(f"/proc/{self.proces.pid}/statm").read_text().split()[1])
        return pagina * os.sysconf("SC_PAGE_SIZE") / _MB

    def stand(self) -> Stand:
        """Return what it holds."""
        return Stand(self.mb(), len(list(Path(f"/proc/{self.proces.pid}/fd").iterdir())))

    def cpu(self) -> float:
        """Return the seconds of processor time it had."""
        return cpu(self.proces.pid)

    def regels(self) -> list[str]:
        """Return what it logged."""
        return self.log.read_text().splitlines()


def cpu(pid: int, *, met_kinderen: bool = False) -> float:
    """Return the seconds of processor time of a process, also of its children that ended."""
    delen = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(int(deel) for deel in delen[11 : 15 if met_kinderen else 13]) / _TIKKEN


@asynccontextmanager
async def draaiend(map_: Path, **anders: str) -> AsyncIterator[Server]:
    """Run a server for as long as the block runs."""
    server = Server(map_, **anders)
    await asyncio.to_thread(server.start)
    try:
        yield server
    finally:
        if server.proces.poll() is None:
            await asyncio.to_thread(server.dood)


@asynccontextmanager
async def gezond(server: Server, cijfers: Cijfers, naam: str) -> AsyncIterator[None]:
    """Ask `/gezond` all the time; keep how long that took beside how long it takes in rest."""
    if cijfers.rust is None:
        await _warm(server)
        async with _gevraagd(server) as rust:
            await asyncio.sleep(_RUST)
        cijfers.rust = _p99(rust)
        cijfers.standen.append(server.stand())
    async with _gevraagd(server) as duren:
        yield
    if server.proces.poll() is None:
        cijfers.standen.append(server.stand())
    if duren:
        cijfers.gezond[naam] = Gezond(cijfers.rust, _p99(duren), max(duren), len(duren))


async def _warm(server: Server) -> None:
    """Wait until the server does nothing any more: it reads its lists when it begins."""
    for _ in range(40 if LANG else 0):
        eerder = server.cpu()
        await asyncio.sleep(0.5)
        if server.cpu() - eerder < 0.02:
            return


def _p99(duren: list[float]) -> float:
    return sorted(duren)[int(len(duren) * 0.99)]


@asynccontextmanager
async def _gevraagd(server: Server) -> AsyncIterator[list[float]]:
    """Ask `/gezond` for as long as the block runs; the list fills with milliseconds."""
    duren: list[float] = []

    async def vraag() -> None:
        async with ClientSession(timeout=ClientTimeout(total=60)) as sessie:
            while True:
                begin = time.monotonic()
                with suppress(ClientError, OSError):
                    async with sessie.get(f"{server.url}/gezond") as antwoord:
                        await antwoord.read()
                duren.append((time.monotonic() - begin) * 1000)
                await asyncio.sleep(0.01)

    taak = asyncio.create_task(vraag())
    try:
        yield duren
    finally:
        taak.cancel()
        with suppress(asyncio.CancelledError):
            await taak


def activiteit(url: str, tekst: str, nummer: int, wie: str = "anne", **anders: Any) -> bytes:
    """Return a message as Teams sends it."""
    return json.dumps(
        {
            "type": "message",
            "id": f"in-{nummer}",
            "channelId": "msteams",
            "serviceUrl": url,
            "from": {"id": f"29:{wie}"},
            "conversation": {"id": f"a:{wie}", "conversationType": "personal"},
            "recipient": {"id": "28:bot"},
            "text": tekst,
        }
        | anders
    ).encode()


async def stuur(sessie: ClientSession, server: Server, inhoud: bytes) -> int:
    """Post an activity; return the status."""
    koppen = {"Content-Type": "application/json"}
    async with sessie.post(f"{server.url}{PAD}", data=inhoud, headers=koppen) as antwoord:
        await antwoord.read()
        return antwoord.status
