"""Wat de webchat aan bestanden geeft: de pagina, haar woorden, de naslag en downloads."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Final

from aiohttp import web
from pydantic import BaseModel

from bot.opslag.poort import BewaardeWeging
from bot.poortwachter import Geweigerd
from dialogs.beeld import naslag
from dialogs.teksten import tekst, zinnen
from knowledge.teksten import teksten
from knowledge.zoeken import LANGSTE_VRAAG

MAP: Final = Path(__file__).with_name("pagina")

_TABELLEN: Final = ("web.", "samenvatting.", "oordelen.", "oordelen_kort.", "grondslagen.")
_KENNISTABELLEN: Final = ("regime.", "onderwerp.", "onderwerpsoort.", "zoeken.")
_BESTANDEN: Final = frozenset(pad.name for pad in MAP.iterdir())
_SOORT: Final = {"md": "text/markdown", "json": "application/json"}


def routes() -> list[web.AbstractRouteDef]:
    """Return the files of the page, and what it looks up."""
    return [
        web.get("/", _pagina),
        web.get("/web/{naam}", _bestand),
        web.get("/teksten", _teksten),
        web.get("/naslag", _naslag),
        web.get("/naslag/{id}", _toon),
    ]


def download(weging: BewaardeWeging, vorm: str) -> web.Response:
    """Return a kept weighing as a file: Markdown to read, JSON for a program."""
    if vorm == "md":
        inhoud = weging.markdown
    else:
        inhoud = json.dumps(weging.gegevens, ensure_ascii=False, indent=2)
    naam = f'attachment; filename="{weging.kenmerk}.{vorm}"'
    return web.Response(
        text=inhoud, content_type=_SOORT[vorm], headers={"Content-Disposition": naam}
    )


async def _pagina(_: web.Request) -> web.FileResponse:
    return web.FileResponse(MAP / "index.html")


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


async def _naslag(verzoek: web.Request) -> web.Response:
    vraag = verzoek.query.get("vraag", "")
    if len(vraag) > LANGSTE_VRAAG:
        raise Geweigerd(400, tekst("bot.naslag_te_lang", max=str(LANGSTE_VRAAG)))
    if vraag.strip():
        return _json(await asyncio.to_thread(naslag.zoek, vraag))
    return _json(await asyncio.to_thread(naslag.alles))


async def _toon(verzoek: web.Request) -> web.Response:
    gevonden = await asyncio.to_thread(naslag.toon, verzoek.match_info["id"])
    if gevonden is None:
        raise Geweigerd(404, tekst("bot.naslag_onbekend"))
    return _json(gevonden)


def _json(inhoud: BaseModel) -> web.Response:
    return web.json_response(text=inhoud.model_dump_json())
