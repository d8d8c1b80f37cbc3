"""De poortwachter: wat er van een verzoek moet kloppen voordat iemand ernaar kijkt."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web

from bot.fouten import BotFout
from bot.logboek import zonder_woorden
from dialogs.teksten import tekst

_Vervolg = Callable[[web.Request], Awaitable[web.StreamResponse]]

log: Final = logging.getLogger(__name__)

GROOTSTE: Final = 256 * 1024
_TIJD: Final = 8.0
"""Seconds for the body of a request."""

_EIGEN_HOST: Final = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?", re.IGNORECASE)
_DOORGESTUURD: Final = ("forwarded", "x-real-ip", "via")
_VOORVOEGSEL: Final = "x-forwarded-"
_EIGEN_VLAK: Final = ("same-origin", "none")
"""What a browser says of a request from our own page, or typed in by hand."""

_PAGINAS: Final = ("/", "/aanmelden", "/aanmelden/terug", "/afgemeld")
_CSP: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    # Not every browser reads 'self' as the WebSocket too.
    "connect-src": "'self' {ws}",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
_KOPPEN: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # Else the library names itself and its version.
    "Server": "Weegwijzer",
}
_ALTIJD_TLS: Final = {"Strict-Transport-Security": "max-age=31536000"}
_GEZOND: Final = "/gezond"
"""Tells nobody anything, and whoever watches us asks it by any name."""


class Geweigerd(Exception):
    """A request we do not serve: its status, and one Dutch line that says why."""

    def __init__(self, status: int, reden: str) -> None:
        super().__init__(status)
        self.status = status
        self.reden = reden


@dataclass(frozen=True, slots=True)
class Adres:
    """Where we are found: on this machine only, or where people sign in (`https://host`)."""

    openbaar: str | None = None

    def is_eigen(self, host: str) -> bool:
        """Tell whether a Host is ours."""
        if self.openbaar is None:
            return _EIGEN_HOST.fullmatch(host) is not None
        return self.herkomst(host) == self.openbaar

    def herkomst(self, host: str) -> str:
        """Return the origin of our own page, to who found us under this name."""
        schema, _, _ = (self.openbaar or "http").partition(":")
        return f"{schema}://{host}".lower()


HIER: Final = Adres()


def keur(verzoek: web.Request, adres: Adres = HIER) -> None:
    """Check that the request is meant for us, and does not come from another web page.

    Where nobody signs in, being on this machine is the only proof there is: then nothing that was
    passed on is taken either. A web page that has its own name resolve to 127.0.0.1 still sends
    that name as Host.

    Raises:
        Geweigerd: it does not.
    """
    hosts = verzoek.headers.getall("Host", [])
    if len(hosts) != 1 or not adres.is_eigen(hosts[0]):
        openbaar = adres.openbaar is not None
        raise Geweigerd(403, tekst("bot.geweigerd_naar" if openbaar else "bot.geweigerd_host"))
    for naam in verzoek.headers if adres.openbaar is None else ():
        if naam.lower() in _DOORGESTUURD or naam.lower().startswith(_VOORVOEGSEL):
            raise Geweigerd(403, tekst("bot.geweigerd_doorgestuurd"))
    eigen = adres.herkomst(hosts[0])
    if any(herkomst.lower() != eigen for herkomst in verzoek.headers.getall("Origin", [])):
        raise Geweigerd(403, tekst("bot.geweigerd_herkomst"))
    # A picture or a link on another page sends no Origin; a browser does say where it comes from.
    vlak = verzoek.headers.get("Sec-Fetch-Site", "none").lower()
    if vlak not in _EIGEN_VLAK and not _opent_de_pagina(verzoek):
        raise Geweigerd(403, tekst("bot.geweigerd_herkomst"))


def _opent_de_pagina(verzoek: web.Request) -> bool:
    """Tell whether someone follows a link to a page that does nothing: no harm in showing it."""
    koppen = verzoek.headers
    return (
        verzoek.method == "GET"
        and verzoek.path in _PAGINAS
        and koppen.get("Sec-Fetch-Mode") == "navigate"
        and koppen.get("Sec-Fetch-Dest") == "document"
    )


def eis_herkomst(verzoek: web.Request) -> None:
    """Check that a request names its origin, which `keur` found to be our own.

    For what a browser always sends one with, and what does more than read.

    Raises:
        Geweigerd: it does not.
    """
    if "Origin" not in verzoek.headers:
        raise Geweigerd(403, tekst("bot.geweigerd_herkomst"))


async def lees_json(verzoek: web.Request) -> dict[str, Any]:
    """Return the JSON object in the body of a request, which is read as UTF-8.

    Raises:
        Geweigerd: it does not come in time, or is none.
    """
    try:
        async with asyncio.timeout(_TIJD):
            inhoud = await verzoek.read()
    except TimeoutError as fout:
        raise Geweigerd(408, tekst("bot.geweigerd_half")) from fout
    try:
        gelezen = json.loads(inhoud.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        gelezen = None
    if not isinstance(gelezen, dict):
        raise Geweigerd(400, tekst("bot.geweigerd_json"))
    return gelezen


def koppen(host: str, pad: str, adres: Adres = HIER) -> dict[str, str]:
    """Return the headers that tell the browser to be strict, and to keep nothing."""
    # Also a refused request gets the headers, and its Host may be anything.
    eigen = host if adres.is_eigen(host) else (adres.openbaar or "127.0.0.1").split("//")[-1]
    ws = f"ws{adres.herkomst(eigen).removeprefix('http')}"
    regels = "; ".join(f"{wat} {waarvandaan}" for wat, waarvandaan in _CSP.items())
    # Files may be kept but are asked for again; what people said is not kept at all.
    bestand = pad.startswith("/web/")
    return {
        **_KOPPEN,
        "Content-Security-Policy": regels.format(ws=ws),
        "Cache-Control": "no-cache" if bestand else "no-store",
        **(_ALTIJD_TLS if (adres.openbaar or "").startswith("https:") else {}),
    }


def _nee(status: int, reden: str) -> web.Response:
    return web.json_response({"fout": reden}, status=status)


def bewaak(app: web.Application, adres: Adres) -> None:
    """Let only what is meant for us through to an application, and give answers our headers."""

    @web.middleware
    async def poortwachter(request: web.Request, handler: _Vervolg) -> web.StreamResponse:
        async def gekeurd(verzoek: web.Request) -> web.StreamResponse:
            if adres.openbaar is None or verzoek.path != _GEZOND:
                keur(verzoek, adres)
            return await handler(verzoek)

        return await _antwoord(request, gekeurd)

    async def zet_koppen(verzoek: web.Request, antwoord: web.StreamResponse) -> None:
        antwoord.headers.update(koppen(verzoek.headers.get("Host", ""), verzoek.path, adres))

    app.middlewares.append(poortwachter)
    app.on_response_prepare.append(zet_koppen)


async def _antwoord(request: web.Request, handler: _Vervolg) -> web.StreamResponse:
    """Answer a request, or say why not; never with what was in it."""
    try:
        return await handler(request)
    except Geweigerd as nee:
        return _nee(nee.status, nee.reden)
    except BotFout as fout:
        log.warning("verzoek niet uitgevoerd: %s", type(fout).__name__)
        return _nee(503, fout.in_woorden())
    except (ConnectionError, web.RequestPayloadError) as fout:
        # Broken off half-way, or packed in a way that cannot be unpacked.
        log.warning("verzoek niet compleet: %s", type(fout).__name__)
        return _nee(400, tekst("bot.geweigerd_half"))
    except web.HTTPRequestEntityTooLarge:
        return _nee(413, tekst("bot.geweigerd_grootte", max=str(GROOTSTE // 1024)))
    except web.HTTPException as fout:
        antwoord = _nee(fout.status, tekst("bot.geweigerd_pad"))
        if "Allow" in fout.headers:
            antwoord.headers["Allow"] = fout.headers["Allow"]
        return antwoord
    except Exception as fout:  # noqa: BLE001 - aiohttp would log what the exception quotes
        log.error("verzoek mislukt\n%s", zonder_woorden(fout))  # noqa: TRY400 - as above
        return _nee(500, tekst("bot.serverfout"))
