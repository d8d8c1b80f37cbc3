"""Wat de webchat aan bestanden geeft: de pagina, haar woorden, de naslag en downloads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from aiohttp import web
from pydantic import BaseModel

from bot.aanmelden.ontvangst import Ontvangst
from bot.grenzen import Grenzen
from bot.opslag.poort import BewaardeWeging
from bot.poortwachter import Geweigerd
from bot.terzijde import naslaand
from dialogs.beeld import naslag
from dialogs.beeld.verslag import verslag
from dialogs.fouten import DialoogFout
from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.papieren import passend
from dialogs.teksten import tekst, zinnen
from knowledge.fouten import KennisFout
from knowledge.teksten import teksten
from knowledge.zoeken import LANGSTE_VRAAG

MAP: Final = Path(__file__).with_name("pagina")

_PROFIEL_ONBEKEND: Final = 400
_TABELLEN: Final = ("web.", "stuk.")
_KENNISTABELLEN: Final = ("onderwerp.", "onderwerpsoort.", "zoeken.")
_BESTANDEN: Final = frozenset(pad.name for pad in MAP.iterdir())


def routes(grenzen: Grenzen, ontvangst: Ontvangst) -> list[web.AbstractRouteDef]:
    """Return the files of the page, and what it looks up for who is in."""

    async def _pagina(verzoek: web.Request) -> web.StreamResponse:
        try:
            await ontvangst.binnen(verzoek)
        except Geweigerd as nee:
            if (aanmelden := ontvangst.aanmeldadres()) is not None:
                return web.Response(status=303, headers={"Location": aanmelden})
            if nee.status != _PROFIEL_ONBEKEND:  # then the page takes one that does exist
                raise
        return web.FileResponse(MAP / "index.html")

    async def _naslag(verzoek: web.Request) -> web.Response:
        binnen = await ontvangst.binnen(verzoek)
        if not grenzen.zoeken.neem(binnen.wie.eigenaar()):
            raise Geweigerd(429, tekst("bot.te_snel"))
        return await _zoek(verzoek)

    async def _een(verzoek: web.Request) -> web.Response:
        await ontvangst.binnen(verzoek)
        return await _toon(verzoek)

    return [
        web.get("/", _pagina),
        web.get("/web/{naam}", _bestand),
        web.get("/teksten", _teksten),
        web.get("/naslag", _naslag),
        web.get("/naslag/{id}", _een),
    ]


def toon_weging(weging: BewaardeWeging) -> web.Response:
    """Return a kept weighing to show, with the papers that it has a use for.

    Raises:
        Geweigerd: what was kept cannot be read (any more); the files are still there.
    """
    try:
        samenvatting = Samenvatting.model_validate(weging.gegevens)
        getoond = verslag(samenvatting, weging.eigen).model_dump_json()
        papieren = passend(samenvatting)
    except (ValueError, DialoogFout, KennisFout) as fout:
        # Its form, or a verdict, ground or law that this version has no words for.
        zin = tekst("bot.weging_onleesbaar", kenmerk=weging.kenmerk)
        raise Geweigerd(422, zin) from fout
    rest = {"eigen": weging.eigen, "papieren": papieren}
    return web.json_response({**json.loads(getoond), **rest})


async def _bestand(verzoek: web.Request) -> web.FileResponse:
    naam = verzoek.match_info["naam"]
    if naam not in _BESTANDEN:
        raise web.HTTPNotFound
    return web.FileResponse(MAP / naam)


def woorden() -> dict[str, str]:
    """Return every sentence the page needs, by key."""
    zelf = {s: zin for s, zin in zinnen().items() if s.startswith(_TABELLEN)}
    return zelf | {s: zin for s, zin in teksten().items() if s.startswith(_KENNISTABELLEN)}


async def _teksten(_: web.Request) -> web.Response:
    return web.json_response(woorden())


# Searching and working casussen out take a while; the conversations must not wait for it.


async def _zoek(verzoek: web.Request) -> web.Response:
    vraag = verzoek.query.get("vraag", "")
    if len(vraag) > LANGSTE_VRAAG:
        raise Geweigerd(400, tekst("bot.naslag_te_lang", max=str(LANGSTE_VRAAG)))
    if vraag.strip():
        return _json(await naslaand(lambda: naslag.zoek(vraag)))
    return _json(await naslaand(naslag.alles))


async def _toon(verzoek: web.Request) -> web.Response:
    id_ = verzoek.match_info["id"]
    gevonden = await naslaand(lambda: naslag.toon(id_))
    if gevonden is None:
        raise Geweigerd(404, tekst("bot.naslag_onbekend"))
    return _json(gevonden)


def _json(inhoud: BaseModel) -> web.Response:
    return web.json_response(text=inhoud.model_dump_json())
