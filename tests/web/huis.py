"""A server to visit: it can stop and start again with the same database and port."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from aiohttp import web

from bot.gesprekken import Gesprekken
from bot.klok import nieuwe_id
from bot.opslag.sqlite import SqliteOpslag
from bot.server import maak_app

NU = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)


def klok() -> dt.datetime:
    return NU


class Huis:
    """The server with its storage."""

    def __init__(self, bestand: Path) -> None:
        self._bestand = bestand
        self._poort = 0

    async def open(self) -> None:
        self.opslag = await SqliteOpslag.open(self._bestand)
        app = maak_app(Gesprekken(self.opslag, klok, nieuwe_id), klok)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._poort).start()
        self._poort = self._runner.addresses[0][1]

    async def sluit(self) -> None:
        await self._runner.cleanup()
        await self.opslag.sluit()

    async def herstart(self) -> None:
        await self.sluit()
        await self.open()

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self._poort}/"
