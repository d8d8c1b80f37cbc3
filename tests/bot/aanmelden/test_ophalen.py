"""De andere kant kan vijandig zijn: zo veel, zo lang, en niet verder."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.aanmelden.ophalen import GROOTST, AanbiederOnbereikbaar, AanbiederWeigert, ophaler
from bot.fouten import BotFout

Antwoord = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def _eindeloos(verzoek: web.Request) -> web.StreamResponse:
    antwoord = web.StreamResponse()
    await antwoord.prepare(verzoek)
    with suppress(ConnectionError):
        while True:
            await antwoord.write(b" " * 65536)
    return antwoord


async def _traag(verzoek: web.Request) -> web.StreamResponse:
    antwoord = web.StreamResponse()
    await antwoord.prepare(verzoek)
    await antwoord.write(b"{")
    await asyncio.sleep(30)
    return antwoord


def _zegt(inhoud: bytes, status: int = 200, **koppen: str) -> Antwoord:
    async def antwoord(_: web.Request) -> web.StreamResponse:
        return web.Response(body=inhoud, status=status, headers=koppen)

    return antwoord


@pytest.fixture
def vraag(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Antwoord], Awaitable[BotFout | dict[str, object]]]:
    monkeypatch.setattr("bot.aanmelden.ophalen.TIJD", 0.3)

    async def doe(antwoord: Antwoord) -> BotFout | dict[str, object]:
        app = web.Application()
        app.router.add_route("*", "/x", antwoord)
        async with TestServer(app, host="127.0.0.1") as server, ophaler() as open_:
            try:
                return await open_.breng(str(server.make_url("/x")), {"a": "b"}, {})
            except BotFout as fout:
                return fout

    return doe


@pytest.mark.parametrize(
    "antwoord",
    [
        _eindeloos,
        _traag,
        _zegt(b" " * (GROOTST + 1)),
        _zegt(b"[" * 100_000),
        _zegt(b'{"a":' * 100_000),
        _zegt(b"[]"),
        _zegt(b"geen json"),
        _zegt(b"\xff"),
        _zegt(b"{}", 302, Location="http://127.0.0.1:1/"),
        _zegt(b"{}", 500),
        _zegt(b"{}", 429),
    ],
    ids=[
        *("eindeloos", "traag", "groot", "diep", "diep object", "lijst", "geen json", "geen utf8"),
        *("elders", "kapot", "druk"),
    ],
)
async def test_wat_niet_te_gebruiken_is(
    vraag: Callable[[Antwoord], Awaitable[object]], antwoord: Antwoord
) -> None:
    assert isinstance(await vraag(antwoord), AanbiederOnbereikbaar)


async def test_wie_nee_zegt_wordt_geloofd(
    vraag: Callable[[Antwoord], Awaitable[object]],
) -> None:
    assert isinstance(await vraag(_zegt(b"{}", 400)), AanbiederWeigert)
    assert await vraag(_zegt(b'{"a": 1}')) == {"a": 1}
