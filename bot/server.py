"""De server: de wegen van elk kanaal, `/gezond`, en luisteren tot iemand stopt."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from typing import Final, Protocol

from aiohttp import web

from bot.browser import is_er_een_scherm, open_browser
from bot.fouten import PoortBezet
from bot.poortwachter import GROOTSTE, poortwachter, zet_koppen
from dialogs.teksten import tekst
from knowledge.zoeken import zoekindex

ADRES: Final = "127.0.0.1"
"""Nobody signs in yet, so nobody else may reach us."""


class Kanaal(Protocol):
    """A channel over HTTP."""

    def koppel(self, app: web.Application) -> None:
        """Add the routes of this channel, and what must run beside them."""


def maak_app(kanalen: Iterable[Kanaal]) -> web.Application:
    """Build the application that serves these channels."""
    app = web.Application(middlewares=[poortwachter], client_max_size=GROOTSTE)
    app.cleanup_ctx.append(_index)
    app.on_response_prepare.append(zet_koppen)
    for kanaal in kanalen:
        kanaal.koppel(app)
    app.router.add_get("/gezond", _gezond)
    return app


async def _index(_: web.Application) -> AsyncIterator[None]:
    """Build the index of the naslag meanwhile, so that the first who looks up need not wait."""
    bouwt = asyncio.create_task(asyncio.to_thread(zoekindex))
    yield
    await asyncio.wait([bouwt])


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


async def bedien(app: web.Application, poort: int, gestopt: asyncio.Event, *, toon: bool) -> None:
    """Serve until told to stop, and say where.

    Args:
        app: what is served.
        poort: the port to listen on; 0 lets the system choose one.
        gestopt: set when it is time to stop.
        toon: open the page in a browser, when there is a screen to see it on.

    Raises:
        PoortBezet: another program listens there, or it is not ours to use.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
    try:
        await runner.setup()
        try:
            await web.TCPSite(runner, ADRES, poort).start()
        except OSError as fout:
            if fout.errno in {errno.EADDRINUSE, errno.EACCES}:
                raise PoortBezet(poort=str(poort)) from fout
            raise
        adres = f"http://{ADRES}:{runner.addresses[0][1]}"
        sys.stdout.write(tekst("bot.luistert", adres=adres) + "\n")
        sys.stdout.flush()
        if toon and is_er_een_scherm(os.environ, sys.stdout):
            open_browser(adres)
        await gestopt.wait()
    finally:
        await runner.cleanup()
