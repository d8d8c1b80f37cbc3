"""De open pagina's van één gesprek: allemaal zien zij hetzelfde."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Final

from aiohttp import WSCloseCode, web
from pydantic import BaseModel

WACHTRIJ: Final = 32
"""Frames a page may be behind. Further behind it is cut off: it comes back to a fresh beeld."""


class Pagina:
    """One open page. Sending never waits for it: a page that hangs must not hold up the others."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self.socket: Final = socket
        self._uit: asyncio.Queue[str] = asyncio.Queue(WACHTRIJ)

    def stuur(self, frame: str) -> None:
        """Put a frame in the queue; cut the page off when that is full."""
        try:
            self._uit.put_nowait(frame)
        except asyncio.QueueFull:
            transport = self.socket.get_extra_info("transport")
            if transport is not None:
                transport.abort()

    @asynccontextmanager
    async def schrijvend(self) -> AsyncIterator[None]:
        """Send what is in the queue, for as long as the block runs."""
        taak = asyncio.create_task(self._schrijf())
        try:
            yield
        finally:
            taak.cancel()
            with suppress(asyncio.CancelledError):
                await taak

    async def _schrijf(self) -> None:
        with suppress(ConnectionError):  # gone: the reading side notices as well
            while True:
                await self.socket.send_str(await self._uit.get())


class Paginas:
    """Which pages are open, by conversation."""

    def __init__(self) -> None:
        self._paginas: dict[str, set[Pagina]] = {}

    @contextmanager
    def erbij(self, sleutel: str, pagina: Pagina) -> Iterator[None]:
        """Count the page in, for as long as the block runs."""
        self._paginas.setdefault(sleutel, set()).add(pagina)
        try:
            yield
        finally:
            open_ = self._paginas[sleutel]
            open_.discard(pagina)
            if not open_:
                del self._paginas[sleutel]

    def stuur(self, sleutel: str, frame: BaseModel) -> None:
        """Send a frame to every page of a conversation."""
        if open_ := self._paginas.get(sleutel):
            als_tekst = frame.model_dump_json()
            for pagina in open_:
                pagina.stuur(als_tekst)

    async def sluit(self) -> None:
        """Tell every page that the server stops."""
        alle = [pagina for open_ in self._paginas.values() for pagina in open_]
        await asyncio.gather(
            *(pagina.socket.close(code=WSCloseCode.GOING_AWAY) for pagina in alle),
            return_exceptions=True,
        )
