"""A server to visit: it can stop and start again with the same database and port."""

from __future__ import annotations

import datetime as dt
import socket
from collections.abc import Callable
from pathlib import Path

from aiohttp import web

from bot.instellingen import Instellingen
from bot.kanalen.web.profielen import GESPREK, KANAAL, PROFIELEN
from bot.klok import Klok, nieuwe_id
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in, webserver
from bot.samenhang import mensen
from bot.wie import Wie
from tests.transcripten import transcripten

Ingesteld = Callable[[str], Instellingen]

NU = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)

GESPREK_331 = next(t for t in transcripten() if t.naam == "3_3_1-nieuw").gesprek


def klok() -> dt.datetime:
    return NU


class Huis:
    """The server with its storage."""

    def __init__(self, bestand: Path, klok: Klok = klok, poort: int = 0) -> None:
        self._bestand = bestand
        self._klok = klok
        self._ingesteld: Ingesteld | None = None
        self.poort = poort
        self._gezegd = 0

    async def open(self, ingesteld: Ingesteld | None = None) -> None:
        """Begin to serve; `ingesteld` gives the settings, when there are any, of an address."""
        self._ingesteld = ingesteld or self._ingesteld
        self.opslag = await SqliteOpslag.open(self._bestand)
        # Before there are settings the port has to be known.
        with socket.create_server(("127.0.0.1", self.poort)) as vrij:
            self.poort = vrij.getsockname()[1]
        instellingen = self._ingesteld(self.adres) if self._ingesteld else Instellingen()
        kern = richt_in(self.opslag, self._klok, nieuwe_id, mensen=mensen(instellingen))
        self._gesprekken = kern.gesprekken
        app = webserver(kern, instellingen)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.poort).start()

    async def sluit(self) -> None:
        await self._runner.cleanup()
        await self.opslag.sluit()

    async def herstart(self) -> None:
        await self.sluit()
        await self.open()

    async def zeg(self, *zinnen: str) -> None:
        """Say something without a browser; open pages see it."""
        for zin in zinnen:
            async with self._gesprekken.beurt(Wie(KANAAL, PROFIELEN[0]), GESPREK, zin):
                pass

    async def weeg(self, tot: str | None = None) -> None:
        """Answer casus 3.3.1 on from where it was, up to a question or to the end."""
        if not self._gezegd:
            await self.zeg("hallo")
        for vraag, zin in GESPREK_331[self._gezegd :]:
            if vraag == tot:
                return
            await self.zeg(zin)
            self._gezegd += 1
        assert tot is None, f"wordt niet gevraagd: {tot}"

    async def bewaar_een_weging(self) -> None:
        """Hold a whole conversation and keep the summary."""
        await self.weeg()
        await self.zeg("bewaar")

    async def weeg_opnieuw(self) -> None:
        """Hold the same conversation once more in a new weighing, and keep that."""
        self._gezegd = 0
        await self.zeg("nieuwe weging")
        await self.bewaar_een_weging()

    async def maak_onleesbaar(self) -> None:
        """Store something that is no conversation."""
        sleutel = Wie(KANAAL, PROFIELEN[0]).gesprek(GESPREK)
        await self.opslag.bewaar(sleutel, {"versie": "geen"}, None)

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self.poort}/"
