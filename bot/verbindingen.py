"""De verbindingen van de server: hoeveel, hoe lang, en wat er gezegd wordt als het geen HTTP is."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from typing import Any, Final

from aiohttp import web

from bot.poortwachter import koppen
from dialogs.teksten import tekst

log: Final = logging.getLogger(__name__)

HOOGSTENS: Final = 400
_VRIJ: Final = 80
"""File descriptors we leave for files, the database and replies, and for one `RIJ` to refuse."""
RIJ: Final = 32
"""So many connections wait at most to be taken, and are taken before any of them is refused."""
_MINSTENS: Final = 16
STIL: Final = 20.0
"""Seconds for the head of a request, counted from the end of the one before."""
_NAKLINK: Final = 5.0
"""Seconds to read on after we answered, so that the other side hears the answer."""


def ruimte() -> int:
    """Return how many connections fit: the system gives a process so many file descriptors."""
    try:
        import resource
    except ImportError:  # Windows
        return HOOGSTENS
    zacht, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if zacht == resource.RLIM_INFINITY:
        return HOOGSTENS
    return max(_MINSTENS, min(HOOGSTENS, zacht - _VRIJ))


class Verbindingen:
    """Makes a connection for whoever comes; over the bound it is told so, and closed."""

    def __init__(
        self, server: web.Server, *, hoogstens: int | None = None, stil: float = STIL
    ) -> None:
        self._server = server
        self._hoogstens = ruimte() if hoogstens is None else hoogstens
        # One address may not take all: another can always get in.
        self._per_adres = self._hoogstens - self._hoogstens // 4
        self._stil = stil
        self._open: Counter[str] = Counter()

    def __call__(self) -> web.RequestHandler:
        """Return the protocol of a new connection."""
        loop = asyncio.get_running_loop()
        return _Verbinding(self, self._server, loop, self._stil)

    def erbij(self, adres: str) -> bool:
        """Count a connection in, if there is room."""
        if self._open.total() >= self._hoogstens or self._open[adres] >= self._per_adres:
            log.warning("te veel verbindingen: %d", self._open.total())
            return False
        self._open[adres] += 1
        return True

    def eraf(self, adres: str) -> None:
        """Count a connection out."""
        self._open[adres] -= 1
        if not self._open[adres]:
            del self._open[adres]


class _Verbinding(web.RequestHandler):
    __slots__ = ("_adres", "_verbindingen")

    def __init__(
        self,
        verbindingen: Verbindingen,
        server: web.Server,
        loop: asyncio.AbstractEventLoop,
        stil: float,
    ) -> None:
        super().__init__(
            server,
            loop=loop,
            access_log=None,  # type: ignore[arg-type] # what AppRunner hands over too
            keepalive_timeout=stil,
            lingering_time=_NAKLINK,
        )
        self._verbindingen = verbindingen
        self._adres: str | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        adres = str((transport.get_extra_info("peername") or ("",))[0])
        if self._verbindingen.erbij(adres):
            self._adres = adres
            super().connection_made(transport)
        elif isinstance(transport, asyncio.Transport):
            transport.write(_vol())
            transport.close()

    def connection_lost(self, exc: BaseException | None) -> None:
        if self._adres is None:
            return
        self._verbindingen.eraf(self._adres)
        self._adres = None
        super().connection_lost(exc)

    def log_exception(self, *args: Any, **kw: Any) -> None:  # noqa: ARG002 - they quote what came in
        """Say that a connection broke off; our own errors were logged where they happened."""
        log.warning("verbinding verbroken: %s", type(kw.get("exc_info")).__name__)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 - it quotes what came in
    ) -> web.StreamResponse:
        """Answer what is no HTTP in our own words; the library would quote it, and its version."""
        log.warning("verzoek onleesbaar: %s", type(exc).__name__)
        if request.writer.output_size > 0:
            raise ConnectionError
        antwoord = web.json_response(
            {"fout": tekst("bot.geweigerd_http")}, status=status, headers=koppen("", "")
        )
        antwoord.force_close()
        return antwoord


def _vol() -> bytes:
    """Return what somebody hears who comes when it is full."""
    inhoud = json.dumps({"fout": tekst("bot.vol")}).encode()
    regels: dict[str, Any] = {
        **koppen("", ""),
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": len(inhoud),
        "Retry-After": 5,
        "Connection": "close",
    }
    kop = "".join(f"{naam}: {waarde}\r\n" for naam, waarde in regels.items())
    return f"HTTP/1.1 503 Service Unavailable\r\n{kop}\r\n".encode() + inhoud
