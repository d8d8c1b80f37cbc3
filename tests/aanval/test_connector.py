"""De andere kant kan kwaad willen: wat een connector terugstuurt, kost weinig en breekt niets."""

from __future__ import annotations

import asyncio
import gzip
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest
from aiohttp import ClientSession

from bot.bezorgen import pauze
from bot.kanalen.teams.bezorger import gevraagd
from tests.aanval.maat import LANG, Cijfers, keer
from tests.aanval.proces import Server, activiteit, draaiend, gezond, stuur
from tests.bot.nep import NU

Antwoord = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

KOP: Final = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
STUK: Final = b"8000\r\n" + b"[" * 0x8000 + b"\r\n"


def _vast(inhoud: bytes) -> Antwoord:
    async def antwoord(_: asyncio.StreamReader, uit: asyncio.StreamWriter) -> None:
        uit.write(inhoud)
        await uit.drain()

    return antwoord


def _steeds(begin: bytes, stuk: bytes, *, pauze: float = 0.0) -> Antwoord:
    async def antwoord(_: asyncio.StreamReader, uit: asyncio.StreamWriter) -> None:
        uit.write(begin)
        while True:
            uit.write(stuk)
            await uit.drain()
            await asyncio.sleep(pauze)

    return antwoord


async def _zwijgt(uit_: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    await asyncio.sleep(60)


def _json(inhoud: bytes, *koppen: bytes) -> Antwoord:
    lengte = b"Content-Length: %d\r\n" % len(inhoud)
    return _vast(KOP + lengte + b"".join(k + b"\r\n" for k in koppen) + b"\r\n" + inhoud)


CHUNKED: Final = KOP + b"Transfer-Encoding: chunked\r\n\r\n"
BOM: Final = gzip.compress(b"[" * (64 * 1024 * 1024))

SNEL: Final[dict[str, Antwoord]] = {
    "eindeloos": _steeds(CHUNKED, STUK),
    "lang beloofd": _steeds(KOP + b"Content-Length: 99999999999\r\n\r\n", b"a" * 65536),
    "diep": _json(b"[" * 60_000),
    "diep object": _json(b'{"id":' * 10_000),
    "gzipbom": _json(BOM, b"Content-Encoding: gzip"),
    "kapotte gzip": _json(b"\x1f\x8b" + b"x" * 100, b"Content-Encoding: gzip"),
    "geen utf-8": _json(b"\xff\xfe\x00"),
    "id is een lijst": _json(b'{"id": [1]}'),
    "koekjes": _json(b"{}", *(b"Set-Cookie: c%d=%s" % (n, b"x" * 4000) for n in range(60))),
    "te veel koppen": _json(b"{}", *(b"X-%d: 1" % n for n in range(5000))),
    "te lange kop": _json(b"{}", b"X: " + b"x" * 100_000),
    "half": _vast(KOP + b"Content-Length: 100\r\n\r\n{"),
    "kapotte chunk": _vast(CHUNKED + b"zz\r\nx"),
    "doorsturen": _vast(
        b"HTTP/1.1 307 X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
    ),
    "geen http": _vast(b"\x16\x03\x01" * 100),
    "niets": _vast(b""),
    "status 999": _vast(b"HTTP/1.1 999 X\r\nContent-Length: 0\r\n\r\n"),
    "upgrade": _vast(b"HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n"),
}
TRAAG: Final[dict[str, Antwoord]] = {
    "druppelt": _steeds(CHUNKED, b"1\r\n \r\n", pauze=0.2),
    "zwijgt": _zwijgt,
    "eindeloos bezig": _steeds(b"", b"HTTP/1.1 102 Processing\r\n\r\n" * 100),
    "eindeloze koppen": _steeds(KOP, b"X: 1\r\n" * 10, pauze=0.01),
    "lang wachten": _vast(
        b"HTTP/1.1 429 X\r\nRetry-After: " + b"9" * 4000 + b"\r\nContent-Length: 0\r\n\r\n"
    ),
    "straks": _vast(b"HTTP/1.1 503 X\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n"),
}


def _willekeurig(dobbel: random.Random) -> Antwoord:
    goed = KOP + b'Content-Length: 13\r\n\r\n{"id": "abcd"}'
    stukken = bytearray(goed)
    for _ in range(dobbel.randint(1, 12)):
        plek = dobbel.randrange(len(stukken))
        match dobbel.randrange(3):
            case 0:
                stukken[plek] = dobbel.randrange(256)
            case 1:
                del stukken[plek : plek + dobbel.randrange(20)]
                stukken += b" "
            case _:
                stukken[plek:plek] = dobbel.randbytes(dobbel.randrange(50))
    return _vast(bytes(stukken))


class Vijand:
    """A connector that answers as it is told, on every connection."""

    def __init__(self) -> None:
        self.antwoord: Antwoord = _zwijgt
        self.url = ""
        self._open: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    async def __aenter__(self) -> Vijand:
        self._server = await asyncio.start_server(self._verbind, "127.0.0.1", 0)
        poort = self._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{poort}/"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        # Whoever is still answering never stops by itself; a socket left open is found by others.
        for taak, uit in self._open.items():
            taak.cancel()
            uit.transport.abort()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _verbind(self, in_: asyncio.StreamReader, uit: asyncio.StreamWriter) -> None:
        taak = asyncio.current_task()
        assert taak is not None
        self._open[taak] = uit
        with suppress(OSError, asyncio.IncompleteReadError):
            await in_.readuntil(b"\r\n\r\n")
            await self.antwoord(in_, uit)
        with suppress(OSError):
            uit.close()


async def _bezorg(
    server: Server, sessie: ClientSession, naam: str, antwoord: Antwoord, cijfers: Cijfers
) -> None:
    """Say something of which the reply goes to this connector."""
    async with Vijand() as vijand:
        vijand.antwoord = antwoord
        begin = time.monotonic()
        # Somebody else every time: a greeting of two messages, and no lock to wait for.
        inhoud = activiteit(vijand.url, "hallo", 1, wie=naam)
        assert await stuur(sessie, server, inhoud) == 200
        duur = time.monotonic() - begin
    assert duur < 13, (naam, duur)
    cijfers.hoogste("langste bezorging s", duur)


async def test_een_vijandige_connector(tmp_path: Path, cijfers: Cijfers) -> None:
    dobbel = random.Random(1)
    antwoorden = {
        **SNEL,
        **{f"willekeurig {n}": _willekeurig(dobbel) for n in range(keer(15, 1500))},
        **(TRAAG if LANG else {"druppelt": TRAAG["druppelt"]}),
    }
    # Short: all at once, so that the waits between two tries are shared.
    tegelijk = keer(len(antwoorden), 1)
    async with draaiend(tmp_path / "data") as server, ClientSession() as sessie:
        await _bezorg(server, sessie, "warm", _json(b"{}"), cijfers)
        begin_mb = server.mb()
        namen = list(antwoorden)
        while nu := namen[:tegelijk]:
            del namen[:tegelijk]
            wat = nu[0].rstrip("0123456789 ") if len(nu) == 1 else "alles"
            async with gezond(server, cijfers, wat):
                await asyncio.gather(
                    *(_bezorg(server, sessie, n, antwoorden[n], cijfers) for n in nu)
                )
        cijfers["connectors"] = len(antwoorden)
        cijfers.hoogste("MB erbij", server.mb() - begin_mb)
        assert server.mb() - begin_mb < 80
        fouten = [regel for regel in server.regels() if "ERROR" in regel or "Traceback" in regel]
        assert fouten == []
        await _bezorg(server, sessie, "welwillend", _json(b'{"id": "goed"}'), cijfers)
        assert await asyncio.to_thread(server.stop) < 8


@pytest.mark.parametrize(
    "wacht",
    [
        *("9" * 5000, "999999", "\u0663", "-1", "1e9", "inf", "3600", "", ", , ,"),
        *("Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 -2359", "Sun, 1 Jan 99999"),
    ],
)
async def test_hoe_lang_een_connector_ons_laat_wachten(wacht: str) -> None:
    assert 0 < pauze(1, gevraagd(wacht, NU), 0.5) <= 3601
