"""De bewaarde wegingen op de bladzijde: de lijst, een download, en verwijderen."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from typing import Final

from aiohttp import web

from bot.aanmelden.ontvangst import Ontvangst, wie_vraagt
from bot.gesprekken import Gesprekken
from bot.kanalen.web.bestanden import toon_weging
from bot.kanalen.web.documenten import geef_bewerkt, geef_document, geef_tekst
from bot.kanalen.web.profielen import GESPREK
from bot.opslag.poort import BewaardeWeging
from bot.poortwachter import Geweigerd, eis_herkomst, lees_json
from bot.terzijde import naslaand, terzijde
from bot.wie import Wie
from dialogs.teksten import tekst

_KENMERK: Final = r"{kenmerk:WW-\d{4}-\d+(?:-v\d+)?}"
_PAPIER: Final = "{papier:[a-z]+}"
_LANGST: Final = 12_000
"""Characters in a paper: the longest of ours has a quarter of that."""
_VORM: Final = "{vorm:pdf|odt|docx|md|json}"


def _dag(datum: dt.date | None) -> str | None:
    return None if datum is None else datum.isoformat()


async def _bewerkt(verzoek: web.Request) -> str:
    """Return the edited text that a request brings.

    Raises:
        Geweigerd: it comes from elsewhere, does not come, is no text, is empty or is too long.
    """
    eis_herkomst(verzoek)
    bewerkt = (await lees_json(verzoek)).get("tekst")
    if not isinstance(bewerkt, str) or not bewerkt.strip():
        raise Geweigerd(400, tekst("bot.papier_leeg"))
    if len(bewerkt) > _LANGST:
        raise Geweigerd(413, tekst("bot.papier_te_lang", max=str(_LANGST)))
    return bewerkt


class Wegingen:
    """What a person kept, over plain HTTP."""

    def __init__(self, gesprekken: Gesprekken, ontvangst: Ontvangst) -> None:
        self._gesprekken = gesprekken
        self._ontvangst = ontvangst

    def routes(self) -> list[web.AbstractRouteDef]:
        """Return the list, one to read or download in each form, deleting, and wiping."""
        return [
            web.get("/wegingen", self._lijst),
            web.get(rf"/wegingen/{_KENMERK}.{_VORM}", self._document),
            web.get(rf"/wegingen/{_KENMERK}/{_PAPIER}.{_VORM}", self._document),
            web.get(rf"/wegingen/{_KENMERK}/{_PAPIER}/tekst", self._tekst),
            web.post(rf"/wegingen/{_KENMERK}/{_PAPIER}/nakijken", self._tekst),
            web.post(rf"/wegingen/{_KENMERK}/{_PAPIER}.{_VORM}", self._bewerkt),
            web.get(rf"/wegingen/{_KENMERK}", self._weging),
            web.delete(rf"/wegingen/{_KENMERK}", self._verwijder),
            web.delete("/gesprek", self._vergeet),
        ]

    async def _wie(self, verzoek: web.Request) -> Wie:
        return (await wie_vraagt(self._ontvangst, verzoek)).wie

    async def _lijst(self, verzoek: web.Request) -> web.Response:
        wie = await self._wie(verzoek)
        regels = await self._gesprekken.wegingen(wie)
        let_op = await self._gesprekken.let_op(wie, regels)
        rijen = [
            {**asdict(r), "datum": _dag(r.datum), "let_op": let_op.get(r.kenmerk, ())}
            for r in regels
        ]
        return web.json_response({"wegingen": rijen})

    async def _weging(self, verzoek: web.Request) -> web.Response:
        weging = await self._bewaarde(verzoek)
        return await terzijde(lambda: toon_weging(weging))

    async def _document(self, verzoek: web.Request) -> web.Response:
        weging = await self._bewaarde(verzoek)
        papier, vorm = verzoek.match_info.get("papier", "weging"), verzoek.match_info["vorm"]
        # Beside the turns: making a document takes longer than most of those.
        return await naslaand(lambda: geef_document(weging, papier, vorm))

    async def _tekst(self, verzoek: web.Request) -> web.Response:
        weging, papier = await self._bewaarde(verzoek), verzoek.match_info["papier"]
        bewerkt = await _bewerkt(verzoek) if verzoek.method == "POST" else None
        return await naslaand(lambda: geef_tekst(weging, papier, bewerkt))

    async def _bewerkt(self, verzoek: web.Request) -> web.Response:
        weging = await self._bewaarde(verzoek)
        papier, vorm = verzoek.match_info["papier"], verzoek.match_info["vorm"]
        bewerkt = await _bewerkt(verzoek)
        return await naslaand(lambda: geef_bewerkt(weging, papier, vorm, bewerkt))

    async def _bewaarde(self, verzoek: web.Request) -> BewaardeWeging:
        kenmerk = verzoek.match_info["kenmerk"]
        weging = await self._gesprekken.weging(await self._wie(verzoek), kenmerk)
        if weging is None:
            raise Geweigerd(404, tekst("bot.weging_onbekend", kenmerk=kenmerk))
        return weging

    async def _verwijder(self, verzoek: web.Request) -> web.Response:
        eis_herkomst(verzoek)
        wie, kenmerk = await self._wie(verzoek), verzoek.match_info["kenmerk"]
        opgeruimd = await self._gesprekken.verwijder_weging(wie, GESPREK, kenmerk)
        if not opgeruimd.weg:
            raise Geweigerd(404, tekst("bot.weging_onbekend", kenmerk=kenmerk))
        return web.json_response({"gezegd": " ".join(map(str, opgeruimd.zinnen))})

    async def _vergeet(self, verzoek: web.Request) -> web.Response:
        eis_herkomst(verzoek)
        await self._gesprekken.vergeet(await self._wie(verzoek), GESPREK)
        return web.Response(status=204)
