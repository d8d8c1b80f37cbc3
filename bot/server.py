"""De server: de webchat, `/api/messages` voor het Bot Framework, en `/gezond`."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any, Final

from aiohttp import ClientSession, web
from pydantic import ValidationError

from bot import logboek
from bot.browser import is_er_een_scherm, open_browser
from bot.fouten import BotFout, PoortBezet
from bot.gesprekken import Gesprekken
from bot.instellingen import Instellingen
from bot.kanalen.teams.activiteit import Activiteit
from bot.kanalen.teams.bezorger import Bezorger, is_lokaal
from bot.kanalen.teams.kanaal import Teams
from bot.kanalen.teams.uitbreiding import ZOEKEN, Zoekvraag
from bot.kanalen.web.kanaal import Webchat
from bot.klok import Klok, nieuwe_id, nu
from bot.opslag.poort import OpslagFout
from bot.opslag.sqlite import SqliteOpslag
from bot.poortwachter import GROOTSTE, Geweigerd, poortwachter, zet_koppen
from dialogs.teksten import tekst
from knowledge.zoeken import zoekindex

ADRES: Final = "127.0.0.1"
"""Nobody signs in yet, so nobody else may reach us."""
PAD: Final = "/api/messages"
_AANROEP: Final = "invoke"

_TEAMS: Final = web.AppKey("teams", Teams)
_GESPREKKEN: Final = web.AppKey("gesprekken", Gesprekken)


class AanmeldenOntbreekt(BotFout):
    """An app id asks for signing in, and that is not built yet."""

    sleutel = "bot.aanmelden_ontbreekt"


def maak_app(gesprekken: Gesprekken, klok: Klok = nu) -> web.Application:
    """Build the application around the conversations it serves."""
    app = web.Application(middlewares=[poortwachter], client_max_size=GROOTSTE)
    app[_GESPREKKEN] = gesprekken
    app.cleanup_ctx.extend((_kanalen, _index))
    app.on_response_prepare.append(zet_koppen)
    webchat = Webchat(gesprekken, klok)
    app.on_shutdown.append(webchat.sluit)
    app.add_routes(webchat.routes())
    app.router.add_post(PAD, _berichten)
    app.router.add_get("/gezond", _gezond)
    return app


async def _kanalen(app: web.Application) -> AsyncIterator[None]:
    async with ClientSession() as sessie:
        app[_TEAMS] = Teams(app[_GESPREKKEN], Bezorger(sessie))
        yield


async def _index(_: web.Application) -> AsyncIterator[None]:
    """Build the index of the naslag meanwhile, so that the first who looks up need not wait."""
    bouwt = asyncio.create_task(asyncio.to_thread(zoekindex))
    yield
    await asyncio.wait([bouwt])


async def _gezond(_: web.Request) -> web.Response:
    return web.Response(text="ok")


async def _berichten(verzoek: web.Request) -> web.Response:
    if verzoek.content_type != "application/json":
        raise Geweigerd(415, tekst("bot.geweigerd_soort"))
    activiteit = lees_activiteit(await verzoek.read())
    if not is_lokaal(activiteit.service_url):
        raise Geweigerd(403, tekst("bot.geweigerd_adres"))
    teams = verzoek.app[_TEAMS]
    if activiteit.type == _AANROEP:
        return web.json_response(teams.beantwoord(_zoekvraag(activiteit)))
    await teams.ontvang(activiteit)
    return web.Response()


def _zoekvraag(activiteit: Activiteit) -> Zoekvraag:
    """Read what an invoke looks up; another kind of invoke is not built, as the protocol says.

    Raises:
        Geweigerd: it is another kind, or its value is not as Teams sends it.
    """
    if activiteit.naam != ZOEKEN:
        raise Geweigerd(501, tekst("bot.geweigerd_aanroep"))
    try:
        return Zoekvraag.model_validate(activiteit.waarde, by_alias=True, by_name=False)
    except ValidationError as fout:
        veld = _veld(fout, "value")
    raise Geweigerd(400, tekst("bot.geweigerd_veld", veld=veld))


def _veld(fout: ValidationError, *voor: str) -> str:
    """Name the field that is wrong; its value may be what somebody typed."""
    plek = fout.errors(include_input=False)[0]["loc"]
    return ".".join(str(deel) for deel in (*voor, *plek))


def lees_activiteit(inhoud: bytes) -> Activiteit:
    """Read and check a request body.

    Raises:
        Geweigerd: it is not an activity we can use; the reason names the field.
    """
    try:
        gelezen: Any = json.loads(inhoud.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        gelezen = None
    if not isinstance(gelezen, dict):
        raise Geweigerd(400, tekst("bot.geweigerd_json"))
    try:
        return Activiteit.model_validate(gelezen, by_alias=True, by_name=False)
    except ValidationError as fout:
        veld = _veld(fout)
    raise Geweigerd(400, tekst("bot.geweigerd_veld", veld=veld))


async def _draai(instellingen: Instellingen, *, toon: bool) -> None:
    gestopt = _stopsein()  # first: whoever reads that we listen may already want us to stop
    opslag = await SqliteOpslag.open(instellingen.databestand)
    runner = web.AppRunner(
        maak_app(Gesprekken(opslag, nu, nieuwe_id)), access_log=None, shutdown_timeout=5
    )
    try:
        await runner.setup()
        try:
            await web.TCPSite(runner, ADRES, instellingen.poort).start()
        except OSError as fout:
            if fout.errno in {errno.EADDRINUSE, errno.EACCES}:
                raise PoortBezet(poort=str(instellingen.poort)) from fout
            raise
        adres = f"http://{ADRES}:{runner.addresses[0][1]}"
        _meld(tekst("bot.luistert", adres=adres))
        if toon and instellingen.browser == "ja" and is_er_een_scherm(os.environ, sys.stdout):
            open_browser(adres)
        await gestopt.wait()
    finally:
        await runner.cleanup()
        await opslag.sluit()


def _stopsein() -> asyncio.Event:
    gestopt = asyncio.Event()
    for sein in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: there Ctrl-C cancels the whole run
            asyncio.get_running_loop().add_signal_handler(sein, gestopt.set)
    return gestopt


def _meld(zin: str) -> None:
    sys.stdout.write(f"{zin}\n")
    sys.stdout.flush()


def start(instellingen: Instellingen, *, toon: bool = False) -> int:
    """Serve until told to stop.

    Args:
        instellingen: where the data are, and the port.
        toon: open the page in a browser, when there is a screen to see it on.

    Returns:
        The exit code: 0, or 2 when it cannot start (one line on stderr says why).
    """
    logboek.richt_in()
    try:
        if instellingen.app_id is not None:
            raise AanmeldenOntbreekt
        asyncio.run(_draai(instellingen, toon=toon))
    except OpslagFout as fout:
        reden = fout.in_woorden()
        pad = str(instellingen.databestand)
        sys.stderr.write(tekst("bot.niet_gestart", pad=pad, reden=reden) + "\n")
        return 2
    except BotFout as fout:
        sys.stderr.write(f"{fout.in_woorden()}\n")
        return 2
    except KeyboardInterrupt:
        pass
    return 0
