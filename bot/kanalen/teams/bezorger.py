"""Antwoorden bezorgen bij het adres dat een kanaal opgaf, met geduld maar niet eindeloos."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Final
from urllib.parse import quote

from aiohttp import ClientError, ClientSession, ClientTimeout
from yarl import URL

from bot.fouten import BotFout

log: Final = logging.getLogger(__name__)

POGINGEN: Final = 3
TIJD: Final = 10.0
"""Seconds for one message, all tries together: Teams resends ours after 15."""
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


class Bezorger:
    """Posts messages, and tries again when that makes sense."""

    def __init__(self, sessie: ClientSession, *, tijd: float = TIJD) -> None:
        self._sessie = sessie
        self._tijd = tijd

    async def bezorg(self, naar: URL, bericht: dict[str, Any]) -> str:
        """Deliver one message; return the id it got there.

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
                        return await _id(antwoord.content_type, await antwoord.read())
                    log.warning("bezorgen: status %d", antwoord.status)
                    if antwoord.status not in _OPNIEUW:
                        raise NietBezorgd
                    wacht = _gevraagd(antwoord.headers.get("Retry-After"), wacht)
            except (ClientError, OSError) as fout:
                log.warning("bezorgen: %s", type(fout).__name__)
            if poging < POGINGEN - 1:
                await asyncio.sleep(wacht)
        raise NietBezorgd


def _gevraagd(wacht: str | None, anders: float) -> float:
    """Read Retry-After in seconds; a date is rare enough to wait our own time."""
    return float(wacht) if wacht is not None and wacht.isascii() and wacht.isdigit() else anders


async def _id(soort: str, inhoud: bytes) -> str:
    if soort != "application/json":
        return ""
    import json

    try:
        gelezen = json.loads(inhoud)
    except ValueError:
        return ""
    gevonden = gelezen.get("id") if isinstance(gelezen, dict) else None
    return gevonden if isinstance(gevonden, str) else ""
