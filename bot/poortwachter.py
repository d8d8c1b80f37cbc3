"""De poortwachter: wat er van een verzoek moet kloppen voordat iemand ernaar kijkt."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

from bot.logboek import zonder_woorden
from dialogs.teksten import tekst

log: Final = logging.getLogger(__name__)

GROOTSTE: Final = 256 * 1024

_EIGEN_HOST: Final = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?", re.IGNORECASE)
_DOORGESTUURD: Final = ("forwarded", "x-real-ip", "via")
_VOORVOEGSEL: Final = "x-forwarded-"


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
