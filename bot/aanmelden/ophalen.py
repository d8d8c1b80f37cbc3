"""Ophalen bij de aanbieder: JSON, met een grens aan tijd en grootte."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from yarl import URL

from bot.fouten import BotFout

log: Final = logging.getLogger(__name__)

TIJD: Final = 8.0
GROOTST: Final = 512 * 1024
_VERBINDINGEN: Final = 20
_STUK: Final = 16 * 1024
_GOED: Final = 200


class AanbiederOnbereikbaar(BotFout):
    """Who people sign in with does not answer, or not as agreed."""

    sleutel = "aanmelden.onbereikbaar"


class AanbiederWeigert(BotFout):
    """Who people sign in with says no."""

    sleutel = "aanmelden.geweigerd"


@asynccontextmanager
async def ophaler() -> AsyncIterator[Ophaler]:
    """Open what fetches; nothing of the other side is remembered."""
    async with ClientSession(
        cookie_jar=DummyCookieJar(),
        auto_decompress=False,
        headers={"Accept": "application/json", "Accept-Encoding": "identity"},
        connector=TCPConnector(limit=_VERBINDINGEN),
        timeout=ClientTimeout(total=TIJD),
    ) as sessie:
        yield Ophaler(sessie)


class Ophaler:
    """Asks the other side for JSON. Follows no redirect: it could lead anywhere."""

    def __init__(self, sessie: ClientSession) -> None:
        self._sessie = sessie

    async def haal(self, adres: str) -> dict[str, Any]:
        """Return what stands at an address.

        Raises:
            AanbiederOnbereikbaar: nothing usable.
        """
        status, inhoud = await self._vraag("GET", adres, None, {})
        if status != _GOED or inhoud is None:
            raise AanbiederOnbereikbaar
        return inhoud

    async def breng(
        self, adres: str, velden: Mapping[str, str], koppen: Mapping[str, str]
    ) -> dict[str, Any]:
        """Post a form; return the answer.

        Raises:
            AanbiederWeigert: the other side refuses what we bring.
            AanbiederOnbereikbaar: nothing usable.
        """
        status, inhoud = await self._vraag("POST", adres, velden, koppen)
        if status in range(400, 500) and status != 429:
            raise AanbiederWeigert
        if status != _GOED or inhoud is None:
            raise AanbiederOnbereikbaar
        return inhoud

    async def _vraag(
        self,
        hoe: str,
        adres: str,
        velden: Mapping[str, str] | None,
        koppen: Mapping[str, str],
    ) -> tuple[int, dict[str, Any] | None]:
        try:
            async with (
                asyncio.timeout(TIJD),
                self._sessie.request(
                    hoe,
                    URL(adres, encoded=True),
                    data=None if velden is None else dict(velden),
                    headers=dict(koppen),
                    allow_redirects=False,
                ) as antwoord,
            ):
                gelezen = b""
                async for stuk in antwoord.content.iter_chunked(_STUK):
                    gelezen += stuk
                    if len(gelezen) > GROOTST:
                        antwoord.close()
                        return antwoord.status, None
                return antwoord.status, _als_object(gelezen)
        except (ClientError, OSError, ValueError, TimeoutError) as fout:
            log.warning("aanbieder: %s", type(fout).__name__)
            raise AanbiederOnbereikbaar from fout


def _als_object(inhoud: bytes) -> dict[str, Any] | None:
    try:
        gelezen = json.loads(inhoud)
    except (ValueError, RecursionError):
        return None
    return gelezen if isinstance(gelezen, dict) else None
