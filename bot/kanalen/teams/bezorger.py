"""Een antwoord bezorgen bij het adres dat een kanaal opgaf: één poging, en wat ervan kwam."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from email.utils import parsedate_to_datetime
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

from bot.bezorgen import NietBezorgd
from bot.klok import Klok

TIJD: Final = 10.0
"""Seconds for one try."""
GROOTST: Final = 64 * 1024
"""Bytes of an answer that are read."""
_LEESTIJD: Final = 1.0
_STUK: Final = 8 * 1024
_CIJFERS: Final = 6
_VERBINDINGEN: Final = 100
_OPNIEUW: Final = frozenset({408, 412, 429})
"""Besides what is wrong at the other side (5xx)."""
_FOUT_DAAR: Final = range(500, 600)
_GOED: Final = range(200, 300)
_LOKAAL: Final = frozenset({"127.0.0.1", "localhost", "::1"})


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
    """Posts an activity to where it says it goes.

    The other side may be anyone on this machine: it gets so much time, and so much of what it
    answers is read.
    """

    def __init__(self, sessie: ClientSession, klok: Klok, *, tijd: float = TIJD) -> None:
        self._sessie = sessie
        self._klok = klok
        self._tijd = tijd

    async def bezorg(self, activiteit: dict[str, Any]) -> None:
        """Deliver one activity, in one try.

        Raises:
            NietBezorgd: it was not taken, or there is nowhere to go.
        """
        try:
            async with asyncio.timeout(self._tijd):
                await self._post(_naar(activiteit), activiteit)
        except TimeoutError as fout:
            raise NietBezorgd("tijd") from fout
        except (ClientError, OSError, ValueError) as fout:
            raise NietBezorgd(type(fout).__name__) from fout

    async def _post(self, naar: URL, activiteit: dict[str, Any]) -> None:
        # No redirects: they could lead to where serviceUrl itself may not.
        async with self._sessie.post(
            naar,
            json=activiteit,
            allow_redirects=False,
            timeout=ClientTimeout(total=self._tijd),
        ) as antwoord:
            if antwoord.status in _GOED:
                await _lees_uit(antwoord)
                return
            # What it says of a refusal is not read: this lets go of the connection.
            antwoord.close()
            zinvol = antwoord.status in _OPNIEUW or antwoord.status in _FOUT_DAAR
            raise NietBezorgd(
                f"status {antwoord.status}",
                wacht=gevraagd(antwoord.headers.get("Retry-After"), self._klok()),
                zinloos=not zinvol,
            )


def _naar(activiteit: dict[str, Any]) -> URL:
    """Return where an activity goes, as it was checked when it was made.

    Raises:
        NietBezorgd: it does not say, or says what we do not go to.
    """
    try:
        waar = activiteit["serviceUrl"]
        naar = adres(waar, activiteit["conversation"]["id"], activiteit.get("replyToId"))
    except (KeyError, TypeError, AttributeError) as fout:
        raise NietBezorgd("adres", zinloos=True) from fout
    if not is_lokaal(waar):
        raise NietBezorgd("adres", zinloos=True)
    return naar


def gevraagd(wacht: str | None, nu: dt.datetime) -> float | None:
    """Read Retry-After, a number or a date, as seconds from now; None when it says nothing."""
    if wacht is None or not wacht.isascii():
        return None
    if wacht.isdigit():
        return float(wacht) if len(wacht) <= _CIJFERS else None
    try:
        return max(0.0, (parsedate_to_datetime(wacht) - nu).total_seconds())
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


async def _lees_uit(antwoord: ClientResponse) -> None:
    """Read what came with a message that was taken, so that the connection can be used again.

    Taken it is, whatever comes after the status: posting it again would show it twice.
    """
    gelezen = 0
    with suppress(ClientError, OSError, ValueError, TimeoutError):
        async with asyncio.timeout(_LEESTIJD):
            async for stuk in antwoord.content.iter_chunked(_STUK):
                gelezen += len(stuk)
                if gelezen > GROOTST:
                    break
            else:
                return
    antwoord.close()
