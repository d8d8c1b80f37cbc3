"""De samenstelling: welke opslag, sloten en kanalen bij elkaar horen, en ermee beginnen.

The only module that knows which storage, locks and changes there are. A channel's library is
loaded when that channel starts.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from bot import logboek
from bot.dialoog import Dialoog
from bot.fouten import BotFout
from bot.gesprekken import Gesprekken
from bot.grenzen import RUIM, Grenzen
from bot.instellingen import Instellingen
from bot.klok import Klok, NieuweId, nieuwe_id, nu
from bot.mensen import ONBEKENDEN, Mensen
from bot.ondertekening import ZONDER_SLEUTEL, Ondertekening
from bot.opslag.geheugen import GeheugenOpslag
from bot.opslag.poort import BewaardeWeging, Opslag, OpslagFout
from bot.opslag.sqlite import SqliteOpslag
from bot.sloten.geheugen import GeheugenSloten
from bot.veranderingen.geheugen import GeheugenVeranderingen
from bot.veranderingen.poort import Veranderingen
from dialogs import gesprek
from dialogs.teksten import tekst

if TYPE_CHECKING:
    from aiohttp import web


T = TypeVar("T")


class AanmeldenOntbreekt(BotFout):
    """An app id asks for signing in, and that is not built yet."""

    sleutel = "bot.aanmelden_ontbreekt"


@dataclass(frozen=True, slots=True)
class Kern:
    """What every channel stands on."""

    gesprekken: Gesprekken
    veranderingen: Veranderingen
    klok: Klok
    grenzen: Grenzen
    opslag: Opslag
    mensen: Mensen


def richt_in(
    opslag: Opslag,
    klok: Klok = nu,
    nieuwe_id: NieuweId = nieuwe_id,
    dialoog: Dialoog = gesprek,
    grenzen: Grenzen = RUIM,
    mensen: Mensen = ONBEKENDEN,
    ondertekening: Ondertekening = ZONDER_SLEUTEL,
) -> Kern:
    """Put the conversations on a storage; this process is the only one that shows them."""
    veranderingen = GeheugenVeranderingen()
    gesprekken = Gesprekken(
        opslag,
        GeheugenSloten(),
        veranderingen,
        klok,
        nieuwe_id,
        dialoog=dialoog,
        grenzen=grenzen,
        mensen=mensen,
        ondertekening=ondertekening,
    )
    return Kern(gesprekken, veranderingen, klok, grenzen, opslag, mensen)


def webserver(kern: Kern) -> web.Application:
    """Build the application with every channel over HTTP."""
    from bot.kanalen.teams.ingang import Ingang
    from bot.kanalen.web.kanaal import Webchat
    from bot.server import maak_app

    webchat = Webchat(kern.gesprekken, kern.veranderingen, kern.klok, kern.grenzen)
    return maak_app([webchat, Ingang(kern.gesprekken, kern.grenzen)])


@asynccontextmanager
async def _open(instellingen: Instellingen, grenzen: Grenzen = RUIM) -> AsyncIterator[Kern]:
    opslag = await SqliteOpslag.open(instellingen.databestand)
    try:
        ondertekening = Ondertekening.met(instellingen.ondertekensleutel)
        yield richt_in(opslag, grenzen=grenzen, ondertekening=ondertekening)
    finally:
        await opslag.sluit()


def start_server(instellingen: Instellingen, *, toon: bool = False) -> int:
    """Serve until told to stop; `toon` opens the page in a browser, where there is a screen.

    Returns:
        The exit code: 0, or 2 when it cannot start (one line on stderr says why).
    """
    from bot import server

    async def draai() -> None:
        if instellingen.app_id is not None:
            raise AanmeldenOntbreekt
        gestopt = server.stopsein()
        async with _open(instellingen, Grenzen()) as kern:
            zichtbaar = toon and instellingen.browser == "ja"
            await server.bedien(webserver(kern), instellingen.poort, gestopt, toon=zichtbaar)

    logboek.richt_in()
    return _draai(draai(), instellingen)


def start_terminal(instellingen: Instellingen) -> int:
    """Hold the conversation of this user in the terminal, until it ends.

    Returns:
        The exit code: 0, or 2 when it cannot start (one line on stderr says why).
    """
    from bot.kanalen.terminal import kanaal

    async def draai() -> None:
        async with _open(instellingen) as kern:
            logboek.richt_in(instellingen.logbestand)
            await kanaal.praat(kern.gesprekken)

    kanaal.spreek_utf8()
    return _draai(draai(), instellingen)


def lees_weging(instellingen: Instellingen, kenmerk: str) -> BewaardeWeging | None:
    """Return what the user of this terminal kept under this reference; None when nothing.

    Raises:
        OpslagFout: storage cannot be used now.
    """
    from bot.kanalen.terminal.kanaal import gebruiker

    async def lees() -> BewaardeWeging | None:
        async with _open(instellingen) as kern:
            return await kern.gesprekken.weging(gebruiker(), kenmerk)

    return asyncio.run(lees())


def toon_apart(instellingen: Instellingen, argumenten: list[str]) -> bool:
    """List, show or delete what was laid aside; tell whether that can be done.

    Raises:
        OpslagFout: storage cannot be used now.
    """
    from bot import apart

    return asyncio.run(_met_opslag(instellingen, lambda o: apart.doe(o, argumenten)))


def toon_terugmeldingen(instellingen: Instellingen, *, als_json: bool) -> None:
    """List what people reported about the knowledge.

    Raises:
        OpslagFout: storage cannot be used now.
    """
    from bot import terugmeldingen

    asyncio.run(_met_opslag(instellingen, lambda o: terugmeldingen.doe(o, als_json=als_json)))


async def _met_opslag(instellingen: Instellingen, doe: Callable[[Opslag], Awaitable[T]]) -> T:
    """Do something with what is kept; looking makes no file."""
    bestand = instellingen.databestand
    opslag: Opslag = await SqliteOpslag.open(bestand) if bestand.exists() else GeheugenOpslag()
    try:
        return await doe(opslag)
    finally:
        await opslag.sluit()


def _draai(werk: Coroutine[Any, Any, None], instellingen: Instellingen) -> int:
    try:
        asyncio.run(werk)
    except OpslagFout as fout:
        pad, reden = str(instellingen.databestand), fout.in_woorden()
        sys.stderr.write(tekst("bot.niet_gestart", pad=pad, reden=reden) + "\n")
        return 2
    except BotFout as fout:
        sys.stderr.write(f"{fout.in_woorden()}\n")
        return 2
    except KeyboardInterrupt:
        pass
    return 0
