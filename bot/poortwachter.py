"""De poortwachter: wat er van een verzoek moet kloppen voordat iemand ernaar kijkt."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

from bot.fouten import BotFout
from bot.logboek import zonder_woorden
from dialogs.teksten import tekst

log: Final = logging.getLogger(__name__)

GROOTSTE: Final = 256 * 1024

_EIGEN_HOST: Final = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?", re.IGNORECASE)
_DOORGESTUURD: Final = ("forwarded", "x-real-ip", "via")
_VOORVOEGSEL: Final = "x-forwarded-"
_EIGEN_VLAK: Final = ("same-origin", "none")
"""What a browser says of a request from our own page, or typed in by hand."""

_CSP: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    # Not every browser reads 'self' as the WebSocket too.
    "connect-src": "'self' ws://{host}",
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


class Geweigerd(Exception):
    """A request we do not serve: its status, and one Dutch line that says why."""

    def __init__(self, status: int, reden: str) -> None:
        super().__init__(status)
        self.status = status
        self.reden = reden


def keur(verzoek: web.Request) -> None:
    """Check that the request comes from this machine, and not through a web page or a proxy.

    Without an app id nobody signs in, so being here is the only proof there is. A web page that
    has its own name resolve to 127.0.0.1 still sends that name as Host.

    Raises:
        Geweigerd: it does not.
    """
    hosts = verzoek.headers.getall("Host", [])
    if len(hosts) != 1 or not _EIGEN_HOST.fullmatch(hosts[0]):
        raise Geweigerd(403, tekst("bot.geweigerd_host"))
    for naam in verzoek.headers:
        if naam.lower() in _DOORGESTUURD or naam.lower().startswith(_VOORVOEGSEL):
            raise Geweigerd(403, tekst("bot.geweigerd_doorgestuurd"))
    eigen = f"http://{hosts[0]}".lower()
    if any(herkomst.lower() != eigen for herkomst in verzoek.headers.getall("Origin", [])):
        raise Geweigerd(403, tekst("bot.geweigerd_herkomst"))
    # A picture or a link on another page sends no Origin; a browser does say where it comes from.
    vlak = verzoek.headers.get("Sec-Fetch-Site", "none").lower()
    if vlak not in _EIGEN_VLAK and not _opent_de_pagina(verzoek):
        raise Geweigerd(403, tekst("bot.geweigerd_herkomst"))


def _opent_de_pagina(verzoek: web.Request) -> bool:
    """Tell whether someone follows a link to the page itself: there is no harm in showing it."""
    koppen = verzoek.headers
    return (
        verzoek.method == "GET"
        and verzoek.path == "/"
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


async def zet_koppen(verzoek: web.Request, antwoord: web.StreamResponse) -> None:
    """Give every answer our headers."""
    antwoord.headers.update(koppen(verzoek.headers.get("Host", ""), verzoek.path))


def koppen(host: str, pad: str) -> dict[str, str]:
    """Return the headers that tell the browser to be strict, and to keep nothing."""
    # Also a refused request gets the headers, and its Host may be anything.
    eigen = host if _EIGEN_HOST.fullmatch(host) else "127.0.0.1"
    regels = "; ".join(f"{wat} {waarvandaan}" for wat, waarvandaan in _CSP.items())
    # Files may be kept but are asked for again; what people said is not kept at all.
    bestand = pad.startswith("/web/")
    return {
        **_KOPPEN,
        "Content-Security-Policy": regels.format(host=eigen),
        "Cache-Control": "no-cache" if bestand else "no-store",
    }


def _nee(status: int, reden: str) -> web.Response:
    return web.json_response({"fout": reden}, status=status)


@web.middleware
async def poortwachter(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Let a request through, or answer why not; never with what was in it."""
    try:
        keur(request)
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
