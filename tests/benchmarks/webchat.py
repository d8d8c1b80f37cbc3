"""Measuring the web chat: a server of its own, and pages that hold conversations with it."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Final

from aiohttp import ClientSession, ClientWebSocketResponse, TCPConnector
from yarl import URL

from bot.kanalen.web.profielen import PROFIELEN
from tests.benchmarks.processen import ROOT
from tests.transcripten import transcripten

WEB: Final = ROOT / "bot" / "kanalen" / "web" / "pagina"
PAGINAS: Final = 200
KEREN: Final = 5


def gewicht() -> float:
    """Return the bytes of all files of the page."""
    return float(sum(pad.stat().st_size for pad in WEB.rglob("*") if pad.is_file()))


def openen() -> tuple[float, ...]:
    """Time from asking for the page to the first beeld, with its files and words in between."""
    with _server() as adres:
        return asyncio.run(_openen(adres))


def beurten() -> tuple[float, ...]:
    """Time a whole casus, turn by turn, while 200 pages show it (half of them another profile)."""
    with _server() as adres:
        return asyncio.run(_beurten(adres))


@contextmanager
def _server() -> Iterator[URL]:
    with tempfile.TemporaryDirectory() as data:
        omgeving = {**os.environ, "WEEGWIJZER_DATA": data, "WEEGWIJZER_PORT": "0"}
        with subprocess.Popen(
            [sys.executable, "app.py"], stdout=subprocess.PIPE, cwd=ROOT, env=omgeving
        ) as proces:
            assert proces.stdout is not None
            regel = proces.stdout.readline().decode()
            yield URL(next(w for w in regel.split() if w.startswith("http")).rstrip("."))
            proces.terminate()


async def _openen(adres: URL) -> tuple[float, ...]:
    tijden = []
    for _ in range(KEREN):
        begin = time.perf_counter()
        async with ClientSession() as sessie:
            for pad in ["/", "/teksten", *map(_pad, WEB.rglob("*"))]:
                async with sessie.get(adres.with_path(pad)) as antwoord:
                    await antwoord.read()
            async with _pagina(sessie, adres, PROFIELEN[0]):
                tijden.append(time.perf_counter() - begin)
    return tuple(tijden)


def _pad(bestand: Path) -> str:
    return f"/web/{bestand.relative_to(WEB)}"


@asynccontextmanager
async def _pagina(
    sessie: ClientSession, adres: URL, profiel: str
) -> AsyncIterator[ClientWebSocketResponse]:
    ws = adres.with_path("/ws").with_query(profiel=profiel)
    async with sessie.ws_connect(ws, origin=str(adres.origin()), max_msg_size=0) as socket:
        await _beeld(socket, None)
        yield socket


async def _beeld(socket: ClientWebSocketResponse, op: str | None) -> None:
    while True:
        frame: dict[str, Any] = await socket.receive_json()
        if frame["soort"] == "beeld" and frame["op"] == op:
            return


async def _beurten(adres: URL) -> tuple[float, ...]:
    [casus] = [t for t in transcripten() if t.naam == "3_3_1-nieuw"]
    tijden = []
    async with AsyncExitStack() as open_:
        sessie = await open_.enter_async_context(ClientSession(connector=TCPConnector(limit=0)))
        alle = [
            await open_.enter_async_context(_pagina(sessie, adres, PROFIELEN[nummer % 2]))
            for nummer in range(PAGINAS)
        ]
        meekijkers = [asyncio.create_task(_kijk_mee(pagina)) for pagina in alle[1:]]
        for nummer in range(KEREN):
            for beurt, (_, zin) in enumerate(casus.gesprek):
                tijden.append(await _een_beurt(alle[0], f"{nummer}-{beurt}", zin))
            for zin in ("opnieuw", "ja"):
                await _een_beurt(alle[0], f"{nummer}-{zin}", zin)
        for meekijker in meekijkers:
            meekijker.cancel()
    return tuple(tijden)


async def _kijk_mee(pagina: ClientWebSocketResponse) -> None:
    async for _ in pagina:
        pass


async def _een_beurt(pagina: ClientWebSocketResponse, id_: str, zin: str) -> float:
    begin = time.perf_counter()
    await pagina.send_json({"soort": "bericht", "id": id_, "tekst": zin})
    await _beeld(pagina, id_)
    return time.perf_counter() - begin
