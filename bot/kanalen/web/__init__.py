"""De webchat op deze computer: de pagina, en het gesprek over een WebSocket.

What goes over it, and why, is in `docs/webchat.md`.
"""

from __future__ import annotations

from typing import Final

from aiohttp import WSMessage, WSMsgType, web

from bot.gesprekken import Gesprekken
from bot.kanalen.web import bestanden as webbestanden
from bot.kanalen.web.frames import (
    Begin,
    Bezig,
    Foutframe,
    Gezegd,
    LijstVeranderd,
    antwoord,
    lees,
)
from bot.kanalen.web.paginas import Pagina, Paginas
from bot.klok import Klok
from bot.poortwachter import Geweigerd, eis_herkomst
from bot.sloten import Sloten
from bot.wie import Wie
from dialogs.teksten import tekst

KANAAL: Final = "web"
GESPREK: Final = "web"
"""One conversation for each profile, however many pages show it."""
PROFIELEN: Final = ("professional", "privacy_officer")
"""Roles to try, as long as nobody signs in."""

_GROOTST_FRAME: Final = 4 * 1024 * 1024
"""Bytes; above this the connection is closed instead of answered."""
_PING: Final = 20.0
"""Seconds between signs of life."""
_AFSCHEID: Final = 1.0
"""Seconds a page gets to answer that we stop."""


def wie_van(verzoek: web.Request) -> Wie:
    """Return who speaks: the profile in the address.

    Raises:
        Geweigerd: there is no such profile.
    """
    profiel = verzoek.query.get("profiel", PROFIELEN[0])
    if profiel not in PROFIELEN:
        raise Geweigerd(400, tekst("bot.geweigerd_profiel"))
    return Wie(KANAAL, profiel, rollen=frozenset({profiel}))


class Webchat:
    """Carries conversations to the pages that show them."""

    def __init__(self, gesprekken: Gesprekken, klok: Klok) -> None:
        self._gesprekken = gesprekken
        self._klok = klok
        self._paginas = Paginas()
        self._sloten = Sloten()

    def routes(self) -> list[web.AbstractRouteDef]:
        """Return what this channel serves."""
        return [
            web.get("/ws", self._verbind),
            web.get("/wegingen", self._wegingen),
            web.get(r"/wegingen/{kenmerk:WW-\d{4}-\d+}.{vorm:md|json}", self._weging),
            web.get(r"/wegingen/{kenmerk:WW-\d{4}-\d+}", self._weging),
            web.delete(r"/wegingen/{kenmerk:WW-\d{4}-\d+}", self._verwijder),
            *webbestanden.routes(),
        ]

    async def sluit(self, _: web.Application) -> None:
        """Let the open pages know that we stop."""
        await self._paginas.sluit()

    # --- het gesprek ---

    async def _verbind(self, verzoek: web.Request) -> web.WebSocketResponse:
        eis_herkomst(verzoek)
        wie = wie_van(verzoek)
        sleutel = wie.gesprek(GESPREK)
        # No compression: it costs time, and on this machine the wire costs none.
        socket = web.WebSocketResponse(max_msg_size=_GROOTST_FRAME, heartbeat=_PING, compress=False)
        await socket.prepare(verzoek)
        pagina = Pagina(socket)
        async with pagina.schrijvend():
            with self._paginas.erbij(sleutel, pagina):
                await self._toon(wie, pagina)
                async for bericht in socket:
                    await self._frame(wie, pagina, bericht)
        return socket

    async def _frame(self, wie: Wie, pagina: Pagina, bericht: WSMessage) -> None:
        ruw = bericht.data if bericht.type is WSMsgType.TEXT else None
        match lees(ruw):
            case Gezegd() as gezegd:
                await self._beurt(wie, gezegd)
            case Begin():
                await self._toon(wie, pagina)
            case Foutframe() as fout:
                pagina.stuur(fout.model_dump_json())

    async def _toon(self, wie: Wie, pagina: Pagina) -> None:
        async with self._sloten.op(wie.gesprek(GESPREK)):
            reactie = await self._gesprekken.bekijk(wie, GESPREK)
            pagina.stuur(antwoord(reactie, self._klok, None).model_dump_json())

    async def _beurt(self, wie: Wie, gezegd: Gezegd) -> None:
        sleutel = wie.gesprek(GESPREK)
        self._paginas.stuur(sleutel, Bezig(op=gezegd.id))
        # Held until the beeld is in every queue: what pages show must not go back in time.
        async with self._sloten.op(sleutel):
            reactie = await self._gesprekken.beurt(
                wie, GESPREK, gezegd.tekst, gezegd.id, gezegd.bij
            )
            self._paginas.stuur(sleutel, antwoord(reactie, self._klok, gezegd.id))
        if reactie.bewaard:
            self._paginas.stuur(sleutel, LijstVeranderd())

    # --- bewaarde wegingen ---

    async def _wegingen(self, verzoek: web.Request) -> web.Response:
        regels = await self._gesprekken.wegingen(wie_van(verzoek))
        return web.json_response(
            {
                "wegingen": [
                    {"kenmerk": r.kenmerk, "datum": r.datum.isoformat(), "titel": r.titel}
                    for r in regels
                ]
            }
        )

    async def _weging(self, verzoek: web.Request) -> web.Response:
        kenmerk = verzoek.match_info["kenmerk"]
        weging = await self._gesprekken.weging(wie_van(verzoek), kenmerk)
        if weging is None:
            raise Geweigerd(404, tekst("bot.weging_onbekend", kenmerk=kenmerk))
        return webbestanden.toon_weging(weging, verzoek.match_info.get("vorm"))

    async def _verwijder(self, verzoek: web.Request) -> web.Response:
        eis_herkomst(verzoek)
        wie, kenmerk = wie_van(verzoek), verzoek.match_info["kenmerk"]
        sleutel = wie.gesprek(GESPREK)
        async with self._sloten.op(sleutel):
            if not await self._gesprekken.verwijder_weging(wie, GESPREK, kenmerk):
                raise Geweigerd(404, tekst("bot.weging_onbekend", kenmerk=kenmerk))
            self._paginas.stuur(sleutel, LijstVeranderd())
            reactie = await self._gesprekken.bekijk(wie, GESPREK)
            self._paginas.stuur(sleutel, antwoord(reactie, self._klok, None))
        return web.Response(status=204)
