"""Wat de webchat aan bestanden geeft: de pagina, haar woorden, de naslag en downloads."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Final

from aiohttp import web

from bot.opslag.poort import BewaardeWeging
from bot.poortwachter import Geweigerd
from dialogs import naslag
from dialogs.teksten import tekst, zinnen
from knowledge.teksten import teksten

MAP: Final = Path(__file__).parents[1] / "web"

_TABELLEN: Final = ("web.", "samenvatting.", "oordelen.", "oordelen_kort.", "grondslagen.")
_SOORT: Final = {"md": "text/markdown", "json": "application/json"}


def routes() -> list[web.AbstractRouteDef]:
    """Return the files of the page, and what it looks up."""
    return [
        web.get("/", _pagina),
        web.static("/web", MAP),
        web.get("/teksten", _teksten),
        web.get("/naslag", _lijst),
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


async def _teksten(_: web.Request) -> web.Response:
    woorden = {s: zin for s, zin in zinnen().items() if s.startswith(_TABELLEN)}
    regimes = {s: zin for s, zin in teksten().items() if s.startswith("regime.")}
    return web.json_response(woorden | regimes)


# Working casussen out takes a while; the conversations must not wait for it.


async def _lijst(_: web.Request) -> web.Response:
    return web.json_response({"lijst": await asyncio.to_thread(naslag.lijst)})


async def _toon(verzoek: web.Request) -> web.Response:
    gevonden = await asyncio.to_thread(naslag.toon, verzoek.match_info["id"])
    if gevonden is None:
        raise Geweigerd(404, tekst("bot.naslag_onbekend"))
    return web.json_response(gevonden)
