"""Een namaak-Teams: stuurt activiteiten en ontvangt de antwoorden, over echt HTTP."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer


@dataclass
class Connector:
    """Keeps what it was sent; answers with the statuses it is told, then 200."""

    url: str = ""
    ontvangen: list[dict[str, Any]] = field(default_factory=list)
    paden: list[str] = field(default_factory=list)
    statussen: list[int] = field(default_factory=list)
    koppen: dict[str, str] = field(default_factory=dict)
    bij_ontvangst: Callable[[], Awaitable[None]] | None = None
    _nummers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    async def ontvang(self, verzoek: web.Request) -> web.Response:
        self.paden.append(verzoek.raw_path)
        status = self.statussen.pop(0) if self.statussen else 200
        if status != 200:
            return web.Response(status=status, headers=self.koppen)
        if self.bij_ontvangst is not None:
            await self.bij_ontvangst()
        self.ontvangen.append(await verzoek.json())
        return web.json_response({"id": f"uit-{next(self._nummers)}"})

    async def stil(self, seconden: float = 0.15) -> None:
        """Wait until something came, and then nothing more for so long."""
        aantal = -1
        while aantal != len(self.ontvangen) or not aantal:
            aantal = len(self.ontvangen)
            await asyncio.sleep(seconden)

    def teksten(self) -> list[str]:
        return [str(activiteit["text"]) for activiteit in self.ontvangen]

    def activiteit(self, tekst: str | None = "hallo", **anders: Any) -> dict[str, Any]:
        """Return a message activity as Teams sends it."""
        nummer = next(self._nummers)
        return {
            "type": "message",
            "id": f"in-{nummer}",
            "channelId": "msteams",
            "timestamp": "2026-03-02T10:30:00.000Z",
            "serviceUrl": self.url,
            "from": {"id": "29:anne", "name": "Anne", "aadObjectId": "a-b-c"},
            "conversation": {"id": "a:gesprek", "conversationType": "personal", "tenantId": "t"},
            "recipient": {"id": "28:bot", "name": "Weegwijzer"},
            "text": tekst,
            "textFormat": "plain",
            "locale": "nl-NL",
            "channelData": {"tenant": {"id": "t"}},
        } | anders


@asynccontextmanager
async def connector() -> AsyncIterator[Connector]:
    """Run a connector for as long as the block runs."""
    namaak = Connector()
    app = web.Application()
    app.router.add_post("/{pad:.*}", namaak.ontvang)
    server = TestServer(app, host="127.0.0.1")
    await server.start_server()
    namaak.url = f"http://127.0.0.1:{server.port}/teams/"
    try:
        yield namaak
    finally:
        await server.close()
