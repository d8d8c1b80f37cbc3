"""De server: de wegen van elk kanaal, `/gezond`, en luisteren tot iemand stopt."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Protocol, cast

from aiohttp import web

from bot.browser import is_er_een_scherm, open_browser
from bot.fouten import AdresOnbekend, PoortBezet
from bot.opwarmen import warm_op
from bot.poortwachter import GROOTSTE, HIER, Adres, bewaak
from bot.terzijde import naslaand, terzijde
from bot.uitvoer import zeg
from bot.verbindingen import RIJ, Verbindingen
from dialogs.teksten import tekst
from knowledge.zoeken import zoekindex

log: Final = logging.getLogger(__name__)

_GEDULD: Final = 1.5
"""Seconds that what is going on may take after we are told to stop; then it is broken off."""
_UITERLIJK: Final = 7.0
"""Seconds after which we are gone, whatever is going on."""


class Kanaal(Protocol):
    """A channel over HTTP."""

    def koppel(self, app: web.Application) -> None:
        """Add the routes of this channel, and what must run beside them."""


def maak_app(kanalen: Iterable[Kanaal], adres: Adres = HIER) -> web.Application:
    """Build the application that serves these channels, where people find us."""
    app = web.Application(client_max_size=GROOTSTE)
    bewaak(app, adres)
    app.cleanup_ctx.append(_warm)
    for kanaal in kanalen:
        kanaal.koppel(app)
    app.router.add_get("/gezond", _gezond)
    return app


async def _warm(_: web.Application) -> AsyncIterator[None]:
    """Read the lists and build the index meanwhile, so that who comes first need not wait."""
    taken = [
        asyncio.create_task(naslaand(zoekindex)),
        asyncio.create_task(terzijde(warm_op)),
    ]
    yield
    await asyncio.wait(taken)


async def _gezond(_: web.Request) -> web.Response:
    return web.Response(text="ok")


def stopsein() -> asyncio.Event:
    """Return what is set when somebody wants us to stop.

    Asked for before anything else: whoever reads that we listen may already want that.
    """
    gestopt = asyncio.Event()
    for sein in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: there Ctrl-C cancels the whole run
            asyncio.get_running_loop().add_signal_handler(sein, gestopt.set)
    return gestopt


@dataclass(frozen=True, slots=True)
class Plek:
    """Where to listen: an address, and a port (0 lets the system choose one)."""

    adres: str
    poort: int
    openbaar: str | None = None
    """Where people find us, when that is elsewhere."""


async def bedien(app: web.Application, plek: Plek, gestopt: asyncio.Event, *, toon: bool) -> None:
    """Serve until told to stop, and say where.

    Args:
        app: what is served.
        plek: where to listen.
        gestopt: set when it is time to stop.
        toon: open the page in a browser, when there is a screen to see it on.

    Raises:
        PoortBezet: another program listens there, or it is not ours to use.
        AdresOnbekend: the address is none of this machine.
    """
    runner = web.AppRunner(app, shutdown_timeout=_GEDULD)
    await runner.setup()
    luistert: asyncio.Server | None = None
    try:
        luistert = await _luister(runner, plek)
        host = f"[{plek.adres}]" if ":" in plek.adres else plek.adres
        hier = f"http://{host}:{luistert.sockets[0].getsockname()[1]}"
        adres = plek.openbaar or hier
        zeg(
            tekst(
                "bot.luistert_achter" if plek.openbaar else "bot.luistert", adres=adres, hier=hier
            )
        )
        if toon and is_er_een_scherm(os.environ, sys.stdout):
            open_browser(adres)
        await gestopt.wait()
        _uiterlijk()
    finally:
        if luistert is not None:
            luistert.close()
        await runner.cleanup()
        # What was broken off still lets go of its lock and its transaction.
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        if rest:
            await asyncio.wait(rest, timeout=_GEDULD)


async def _luister(runner: web.AppRunner, plek: Plek) -> asyncio.Server:
    verbindingen = Verbindingen(cast(web.Server, runner.server))  # there once it is set up
    try:
        loop = asyncio.get_running_loop()
        return await loop.create_server(verbindingen, plek.adres, plek.poort, backlog=RIJ)
    except OSError as fout:
        if fout.errno in {errno.EADDRINUSE, errno.EACCES}:
            raise PoortBezet(poort=str(plek.poort)) from fout
        if fout.errno == errno.EADDRNOTAVAIL:
            raise AdresOnbekend(adres=plek.adres) from fout
        raise


def _uiterlijk() -> None:
    """End the process when something holds us up: all that was acknowledged is on disk."""

    def nu() -> None:
        log.error("stoppen duurde te lang")
        os._exit(0)

    klok = threading.Timer(_UITERLIJK, nu)
    klok.daemon = True
    klok.start()
