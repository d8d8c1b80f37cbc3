"""De open pagina's van één gesprek: allemaal zien zij hetzelfde."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Final

from aiohttp import WSCloseCode, web
from pydantic import BaseModel

from bot.aanmelden.ontvangst import Binnen
from bot.zolang import zolang

WACHTRIJ: Final = 32
"""Frames a page may be behind. Further behind it is cut off: it comes back to a fresh beeld."""


AFGEMELD: Final = 4401
"""Close code for a page of who is not in any more; a page that hears it shows nothing further."""
AFSCHEID: Final = 1.0
"""Seconds a page gets to answer that we close."""


class Pagina:
    """One open page. Sending never waits for it: a page that hangs must not hold up the others."""

    def __init__(self, socket: web.WebSocketResponse, binnen: Binnen) -> None:
        self.socket: Final = socket
        self.binnen: Final = binnen
        self.wie: Final = binnen.wie
        self.versie: int | None = None
        """The version of the conversation that it was last told of."""
        self._uit: asyncio.Queue[str] = asyncio.Queue(WACHTRIJ)

    def stuur(self, frame: str) -> None:
        """Put a frame in the queue; cut the page off when that is full."""
        try:
            self._uit.put_nowait(frame)
        except asyncio.QueueFull:
            self.verbreek()

    def verbreek(self) -> None:
        """Cut the page off, without waiting for it."""
        transport = self.socket.get_extra_info("transport")
        if transport is not None:
            transport.abort()

    def toon(self, beeld: str, versie: int | None) -> None:
        """Put the frame in the queue that shows this version, or says why it cannot be shown."""
        self.stuur(beeld)
        if versie is not None:
            self.versie = versie

    @asynccontextmanager
    async def schrijvend(self) -> AsyncIterator[None]:
        """Send what is in the queue, for as long as the block runs."""
        async with zolang(self._schrijf()):
            yield

    async def _schrijf(self) -> None:
        with suppress(ConnectionError):  # gone: the reading side notices as well
            while True:
                await self.socket.send_str(await self._uit.get())


class Paginas:
    """Which pages are open, by the keys of what they show: a conversation, somebody's list."""

    def __init__(self) -> None:
        self._paginas: dict[str, set[Pagina]] = {}

    @contextmanager
    def erbij(self, pagina: Pagina, *sleutels: str) -> Iterator[None]:
        """Count the page in, for as long as the block runs."""
        for sleutel in sleutels:
            self._paginas.setdefault(sleutel, set()).add(pagina)
        try:
            yield
        finally:
            for sleutel in sleutels:
                open_ = self._paginas[sleutel]
                open_.discard(pagina)
                if not open_:
                    del self._paginas[sleutel]

    def stuur(self, sleutel: str, frame: BaseModel) -> None:
        """Send a frame to every page that shows this."""
        if open_ := self._paginas.get(sleutel):
            als_tekst = frame.model_dump_json()
            for pagina in open_:
                pagina.stuur(als_tekst)

    def toon(self, sleutel: str, beeld: str, versie: int | None) -> None:
        """Show every page of a conversation this version of it."""
        for pagina in self._paginas.get(sleutel, ()):
            pagina.toon(beeld, versie)

    def achter(self, sleutel: str, versie: int) -> tuple[Pagina, ...]:
        """Return the pages of a conversation that were last told of another version."""
        return tuple(p for p in self._paginas.get(sleutel, ()) if p.versie != versie)

    def alle(self) -> frozenset[Pagina]:
        """Return every open page."""
        return frozenset(pagina for open_ in self._paginas.values() for pagina in open_)

    async def meld_af(self, sleutel: str) -> None:
        """Close the pages that show this: who opened them is not in any more."""
        await _sluit(frozenset(self._paginas.get(sleutel, ())), AFGEMELD)

    async def sluit(self) -> None:
        """Tell every page that the server stops."""
        await _sluit(self.alle(), WSCloseCode.GOING_AWAY)


async def _sluit(paginas: frozenset[Pagina], code: int) -> None:
    # One that reads nothing would keep us waiting for room to say it.
    with suppress(TimeoutError):
        async with asyncio.timeout(AFSCHEID):
            await asyncio.gather(
                *(pagina.socket.close(code=code) for pagina in paginas), return_exceptions=True
            )
    for pagina in paginas:
        pagina.verbreek()
