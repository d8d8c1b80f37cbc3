"""Antwoorden bezorgen bij het adres dat een kanaal opgaf, met geduld maar niet eindeloos."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any, Final
from urllib.parse import quote

from aiohttp import (
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    TCPConnector,
)
from yarl import URL

from bot.fouten import BotFout

log: Final = logging.getLogger(__name__)

POGINGEN: Final = 3
TIJD: Final = 10.0
"""Seconds for a message with all its tries, and for all messages of a turn: Teams resends its own
after 15."""
GROOTST: Final = 64 * 1024
"""Bytes of an answer that are read; an id is a few dozen."""
_LEESTIJD: Final = 2.0
_STUK: Final = 8 * 1024
_CIJFERS: Final = 6
_VERBINDINGEN: Final = 100
_PAUZES: Final = (0.2, 1.0)
_OPNIEUW: Final = frozenset({429, 500, 502, 503, 504})
_GOED: Final = range(200, 300)
_LOKAAL: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class NietBezorgd(BotFout):
    """The other side did not take the message."""


def is_lokaal(adres: str) -> bool:
    """Tell whether this serviceUrl is on this machine: the only place we answer without app id.

    Read with the library that will also make the call, so that there is one reading of it.
    """
    if not adres.isprintable() or any(teken in adres for teken in " \\"):
        return False
    try:
        url = URL(adres)
        poort = url.port
    except ValueError:
        return False
    return (
        url.scheme in {"http", "https"}
        and url.host in _LOKAAL
        and bool(poort)
        and url.user is None
        and url.password is None
        and not url.query_string
        and not url.fragment
    )


def adres(service_url: str, gesprek_id: str, antwoord_op: str | None) -> URL:
    """Return where a message in this conversation goes."""
    pad = f"{service_url.rstrip('/')}/v3/conversations/{quote(gesprek_id, safe='')}/activities"
    if antwoord_op:
        pad += f"/{quote(antwoord_op, safe='')}"
    return URL(pad, encoded=True)


@asynccontextmanager
async def sessie() -> AsyncIterator[ClientSession]:
    """Open what a `Bezorger` posts with: nothing of the other side is unpacked or remembered."""
    async with ClientSession(
        auto_decompress=False,
        cookie_jar=DummyCookieJar(),
        headers={"Accept-Encoding": "identity"},
        connector=TCPConnector(limit=_VERBINDINGEN),
    ) as open_:
        yield open_


class Bezorger:
    """Posts messages, and tries again when that makes sense.

    The other side may be anyone on this machine: it gets so much time, and so much of what it
    answers is read.
    """

    def __init__(self, sessie: ClientSession, *, tijd: float = TIJD) -> None:
        self._sessie = sessie
        self._tijd = tijd

    async def bezorg(self, naar: URL, bericht: dict[str, Any]) -> str:
        """Deliver one message; return the id it got there, empty when it does not say.

        Raises:
            NietBezorgd: after three tries, when time is up, or when it is refused.
        """
        try:
            async with asyncio.timeout(self._tijd):
                return await self._probeer(naar, bericht)
        except TimeoutError as fout:
            raise NietBezorgd from fout

    async def _probeer(self, naar: URL, bericht: dict[str, Any]) -> str:
        for poging in range(POGINGEN):
            wacht = _PAUZES[min(poging, len(_PAUZES) - 1)]
            try:
                # No redirects: they could lead to where serviceUrl itself may not.
                async with self._sessie.post(
                    naar,
                    json=bericht,
                    allow_redirects=False,
                    timeout=ClientTimeout(total=self._tijd),
                ) as antwoord:
                    if antwoord.status in _GOED:
                        return _id(await _inhoud(antwoord))
                    # What it says of a refusal is not read: this lets go of the connection.
                    antwoord.close()
                    log.warning("bezorgen: status %d", antwoord.status)
                    if antwoord.status not in _OPNIEUW:
                        raise NietBezorgd
                    wacht = _gevraagd(antwoord.headers.get("Retry-After"), wacht)
            except (ClientError, OSError, ValueError) as fout:
                log.warning("bezorgen: %s", type(fout).__name__)
            if poging < POGINGEN - 1:
                await asyncio.sleep(wacht)
        raise NietBezorgd


def _gevraagd(wacht: str | None, anders: float) -> float:
    """Read Retry-After in seconds; a date is rare enough to wait our own time."""
    kort = wacht is not None and len(wacht) <= _CIJFERS and wacht.isascii() and wacht.isdigit()
    return float(wacht) if wacht is not None and kort else anders


async def _inhoud(antwoord: ClientResponse) -> bytes:
    """Return what came with a message that was taken; nothing when it is too long or too slow.

    Taken it is, whatever comes after the status: posting it again would show it twice.
    """
    gelezen = b""
    with suppress(ClientError, OSError, ValueError, TimeoutError):
        async with asyncio.timeout(_LEESTIJD):
            async for stuk in antwoord.content.iter_chunked(_STUK):
                gelezen += stuk
                if len(gelezen) > GROOTST:
                    break
            else:
                return gelezen
    antwoord.close()
    return b""


def _id(inhoud: bytes) -> str:
    try:
        gelezen = json.loads(inhoud)
    except (ValueError, RecursionError):
        return ""
    gevonden = gelezen.get("id") if isinstance(gelezen, dict) else None
    return gevonden if isinstance(gevonden, str) else ""
