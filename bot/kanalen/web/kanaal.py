"""De webchat op deze computer: de pagina, en het gesprek over een WebSocket.

What goes over it, and why, is in `docs/webchat.md`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import partial
from typing import Final

from aiohttp import WSMessage, WSMsgType, web

from bot.aanmelden.ontvangst import Ontvangst, wie_vraagt
from bot.fouten import BotFout
from bot.gesprekken import Gesprekken
from bot.grenzen import Grenzen
from bot.kanalen.web import bestanden
from bot.kanalen.web.frames import (
    Begin,
    Bezig,
    Foutframe,
    Gezegd,
    Ingevuld,
    LijstVeranderd,
    antwoord,
    lees,
)
from bot.kanalen.web.gezegden import Gezegden
from bot.kanalen.web.paginas import AFSCHEID, Pagina, Paginas
from bot.kanalen.web.profielen import GESPREK, PROFIELEN
from bot.kanalen.web.wegingen import Wegingen
from bot.klok import Klok
from bot.mensen import Mensen
from bot.poortwachter import eis_herkomst
from bot.reactie import Reactie
from bot.terzijde import terzijde
from bot.veranderingen.poort import (
    Gemist,
    GesprekVeranderd,
    Verandering,
    Veranderingen,
    WegingenVeranderd,
)
from bot.wie import Wie
from dialogs.bedoeling import Ingevuld as Formulier

log: Final = logging.getLogger(__name__)

_GROOTST_FRAME: Final = 1024 * 1024
"""Bytes; above this the connection is closed instead of answered."""
NAKIJKEN: Final = 20.0
"""Seconds between looking whether sessions still count."""
_WEG: Final = 0
"""No version: the conversation is there no longer."""
_PING: Final = 20.0
"""Seconds between signs of life."""


class Webchat:
    """Carries conversations to the pages that show them."""

    def __init__(
        self,
        gesprekken: Gesprekken,
        veranderingen: Veranderingen,
        klok: Klok,
        grenzen: Grenzen,
        ontvangst: Ontvangst,
        mensen: Mensen,
    ) -> None:
        self._gesprekken = gesprekken
        self._veranderingen = veranderingen
        self._klok = klok
        self._grenzen = grenzen
        self._ontvangst = ontvangst
        self._mensen = mensen
        self._paginas = Paginas()
        self._gezegden = Gezegden()
        self._bij_te_werken: asyncio.Queue[GesprekVeranderd | Gemist] = asyncio.Queue()

    def koppel(self, app: web.Application) -> None:
        """Serve this channel in an application."""
        ontvangst = self._ontvangst
        app.router.add_get("/ws", self._verbind)
        app.router.add_get("/wie", self._zeg_wie)
        app.add_routes(Wegingen(self._gesprekken, ontvangst).routes())
        app.add_routes(bestanden.routes(self._grenzen, ontvangst))
        app.add_routes(ontvangst.routes(self._paginas.meld_af))
        app.cleanup_ctx.append(ontvangst.verbonden)
        app.cleanup_ctx.append(self._luister)
        app.on_shutdown.append(self._sluit)

    async def _sluit(self, _: web.Application) -> None:
        """Let the open pages know that we stop."""
        await self._paginas.sluit()

    # --- het gesprek ---

    async def _verbind(self, verzoek: web.Request) -> web.WebSocketResponse:
        eis_herkomst(verzoek)
        binnen = await wie_vraagt(self._ontvangst, verzoek)
        wie = self._mensen.herken(binnen.wie)
        # No compression: it costs time, and on this machine the wire costs none.
        socket = web.WebSocketResponse(
            max_msg_size=_GROOTST_FRAME, heartbeat=_PING, compress=False, timeout=AFSCHEID
        )
        await socket.prepare(verzoek)
        pagina = Pagina(socket, binnen)
        toont = [wie.gesprek(GESPREK), *wie.eigenaren(), *filter(None, [binnen.sessie])]
        async with pagina.schrijvend():
            with self._paginas.erbij(pagina, *toont):
                await self._toon(pagina)
                async for bericht in socket:
                    await self._frame(pagina, bericht)
        return socket

    async def _frame(self, pagina: Pagina, bericht: WSMessage) -> None:
        ruw = bericht.data if bericht.type is WSMsgType.TEXT else None
        gelezen = lees(ruw)
        # Looking again is not doing something: a page does that by itself.
        if not await self._nog_binnen(pagina, bezig=not isinstance(gelezen, Begin)):
            return
        match gelezen:
            case Gezegd() | Ingevuld() as frame:
                await self._beurt(pagina.wie, frame)
            case Begin():
                await self._toon(pagina)
            case Foutframe() as fout:
                pagina.stuur(fout.model_dump_json())

    async def _toon(self, *paginas: Pagina) -> None:
        """Show these pages, of one conversation, what it is now."""
        async with self._gesprekken.bekijk(paginas[0].wie, GESPREK) as reactie:
            sleutel = paginas[0].wie.gesprek(GESPREK)
            beeld = await self._antwoord(reactie, sleutel, None)
            for pagina in paginas:
                pagina.toon(beeld, reactie.versie)

    async def _beurt(self, wie: Wie, frame: Gezegd | Ingevuld) -> None:
        sleutel = wie.gesprek(GESPREK)
        self._paginas.stuur(sleutel, Bezig(op=frame.id))
        uiting = frame.tekst if isinstance(frame, Gezegd) else Formulier(frame.waarden)
        # The block ends when the beeld is in every queue: pages must not go back in time.
        async with self._gesprekken.beurt(
            wie, GESPREK, uiting, frame.id, frame.bij or ""
        ) as reactie:
            beeld = await self._antwoord(reactie, sleutel, frame.id)
            self._paginas.toon(sleutel, beeld, reactie.versie)

    async def _antwoord(self, reactie: Reactie, sleutel: str, op: str | None) -> str:
        staat = partial(self._gezegden.na, sleutel)
        return await terzijde(lambda: antwoord(reactie, self._klok, op, staat))

    # --- wie er is, en of dat nog zo is ---

    async def _zeg_wie(self, verzoek: web.Request) -> web.Response:
        """Tell a page whom it is for."""
        binnen = await self._ontvangst.binnen(verzoek)
        wie = self._mensen.herken(binnen.wie)
        return web.json_response(
            {
                "merk": binnen.merk,
                "naam": binnen.naam,
                "rollen": sorted(wie.rollen),
                "proberen": list(PROFIELEN) if binnen.profiel else [],
                "afmelden": self._ontvangst.afmeldadres(),
            }
        )

    async def _nog_binnen(self, pagina: Pagina, *, bezig: bool) -> bool:
        """Tell whether who opened a page is still in; close it when not."""
        try:
            if await self._ontvangst.nog_binnen(pagina.binnen, bezig=bezig):
                return True
        except BotFout as fout:  # storage says so itself, to who asks something
            log.warning("sessie niet nagekeken: %s", type(fout).__name__)
            return True
        await self._paginas.meld_af(pagina.binnen.sessie)
        return False

    async def _let_op(self) -> None:
        """Look now and then whether who sees something is still in; also who does nothing."""
        while True:
            await asyncio.sleep(NAKIJKEN)
            for pagina in self._paginas.alle():
                await self._nog_binnen(pagina, bezig=False)

    # --- wat buiten de pagina's om veranderde ---

    async def _luister(self, _: web.Application) -> AsyncIterator[None]:
        with self._veranderingen.luister(self._hoor):
            taken = [asyncio.create_task(taak) for taak in (self._werk_bij(), self._let_op())]
            yield
            for taak in taken:
                taak.cancel()
                with suppress(asyncio.CancelledError):
                    await taak

    def _hoor(self, verandering: Verandering) -> None:
        match verandering:
            case WegingenVeranderd(eigenaar=eigenaar, weg=weg):
                if weg is not None:
                    self._gezegden.vergeet(weg)
                self._paginas.stuur(eigenaar, LijstVeranderd(weg=weg))
            case GesprekVeranderd() as gesprek:
                if self._paginas.achter(gesprek.sleutel, gesprek.versie):
                    self._bij_te_werken.put_nowait(gesprek)
            case Gemist() as gemist:
                self._bij_te_werken.put_nowait(gemist)

    async def _werk_bij(self) -> None:
        """Show a conversation again to the pages that were not told of this version."""
        while True:
            match await self._bij_te_werken.get():
                case GesprekVeranderd(sleutel=sleutel, versie=versie):
                    await self._haal_in(sleutel, versie)
                case Gemist(lijsten=lijsten):
                    # Told again as soon as storage can be used again.
                    with suppress(BotFout):
                        await self._kijk_alles_na(lijsten=lijsten)

    async def _kijk_alles_na(self, *, lijsten: bool) -> None:
        """Show again whatever another process changed; which that is, the versions tell."""
        wie = {pagina.wie for pagina in self._paginas.alle()}
        sleutels = {een.gesprek(GESPREK) for een in wie}
        versies = await self._gesprekken.versies(sleutels)
        for sleutel in sleutels:
            await self._haal_in(sleutel, versies.get(sleutel, _WEG))
        for eigenaar in {een.eigenaar() for een in wie} if lijsten else ():
            self._paginas.stuur(eigenaar, LijstVeranderd())

    async def _haal_in(self, sleutel: str, versie: int) -> None:
        if achter := self._paginas.achter(sleutel, versie):
            await self._toon(*achter)
