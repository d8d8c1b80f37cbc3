"""Wie veel vraagt, veel open houdt of half werk levert, houdt een ander niet op."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import Final, cast

import pytest
from aiohttp import ClientSession, web

from bot.grenzen import RUIM, Emmer, Grenzen
from bot.kanalen.teams.ingang import PAD
from bot.opslag.geheugen import GeheugenOpslag
from bot.opstarten import richt_in, webserver
from bot.verbindingen import Verbindingen
from dialogs.beeld.als_tekst import berichten
from dialogs.teksten import tekst
from tests.aanval.maat import LANG, Cijfers, keer
from tests.aanval.proces import activiteit, draaiend, gezond
from tests.bot.nep import ANNE, BAS, NepDialoog, Teller, klok, na

# --- verbindingen

WEINIG: Final = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))\n"


async def test_meer_verbindingen_dan_er_zijn(tmp_path: Path, cijfers: Cijfers) -> None:
    async with draaiend(tmp_path / "data", voor=WEINIG) as server:
        poort = int(server.url.rpartition(":")[2])
        open_: list[asyncio.StreamWriter] = []
        lezers: list[asyncio.StreamReader] = []
        async with gezond(server, cijfers, "150 verbindingen"):
            for _ in range(keer(150, 3000)):
                lezer, schrijver = await asyncio.open_connection("127.0.0.1", poort)
                open_.append(schrijver)
                lezers.append(lezer)
            geweigerd = sum(await asyncio.gather(*map(_is_geweigerd, lezers)))
        for schrijver in open_:
            schrijver.close()
            with suppress(OSError):
                await schrijver.wait_closed()
        antwoorden = [await _vraag(poort, GEZOND)]
        while b" 200 " not in antwoorden[-1] and len(antwoorden) < 100:  # until it noticed as well
            await asyncio.sleep(0.05)
            antwoorden.append(await _vraag(poort, GEZOND))
        assert b" 200 " in antwoorden[-1]
        cijfers |= {"geweigerd": geweigerd, "regels": len(server.regels())}
        assert geweigerd > 50
        assert len(server.regels()) < 60
        assert not any("ERROR" in regel for regel in server.regels())


async def _is_geweigerd(lezer: asyncio.StreamReader) -> bool:
    with suppress(TimeoutError, OSError):
        return b" 503 " in await asyncio.wait_for(lezer.read(300), 3 if LANG else 1)
    return False


@asynccontextmanager
async def _luisterend(*, hoogstens: int = 20, stil: float = 0.3) -> AsyncIterator[int]:
    """Serve with bounds that a test need not wait for."""
    app = webserver(richt_in(GeheugenOpslag(), klok, Teller(), NepDialoog()))
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    verbindingen = Verbindingen(cast("web.Server", runner.server), hoogstens=hoogstens, stil=stil)
    luistert = await asyncio.get_running_loop().create_server(verbindingen, "127.0.0.1", 0)
    try:
        yield luistert.sockets[0].getsockname()[1]
    finally:
        luistert.close()
        await runner.cleanup()


@asynccontextmanager
async def _verbonden(
    poort: int, vanaf: str = "127.0.0.1"
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    lezer, schrijver = await asyncio.open_connection("127.0.0.1", poort, local_addr=(vanaf, 0))
    try:
        yield lezer, schrijver
    finally:
        schrijver.close()
        with suppress(OSError):
            await schrijver.wait_closed()


async def _vraag(poort: int, ruw: bytes, binnen: float = 5) -> bytes:
    """Send something and return all that comes back, until the other side closes."""
    async with _verbonden(poort) as (lezer, schrijver):
        schrijver.write(ruw)
        return await asyncio.wait_for(lezer.read(), binnen)


async def test_een_adres_neemt_niet_alles() -> None:
    async with _luisterend(hoogstens=8, stil=20) as poort:
        async with AsyncExitStack() as open_:
            for _ in range(6):
                await open_.enter_async_context(_verbonden(poort))
            await _vol_behalve_elders(poort)
        assert b" 200 " in await _vraag(poort, GEZOND)


GEZOND: Final = b"GET /gezond HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"


async def _vol_behalve_elders(poort: int) -> None:
    vol = await _vraag(poort, b"")
    assert vol.startswith(b"HTTP/1.1 503 ")
    assert json.loads(vol.rpartition(b"\r\n\r\n")[2]) == {"fout": tekst("bot.vol")}
    assert b"nosniff" in vol
    # From elsewhere there is room.
    async with _verbonden(poort, "127.0.0.2") as (lezer, schrijver):
        schrijver.write(GEZOND)
        assert b" 200 " in await lezer.readline()


# --- halve verzoeken

KOP: Final = (
    f"POST {PAD} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n".encode()
)
HALF: Final = {
    "niets": b"",
    "halve regel": b"GET /gez",
    "halve kop": b"GET /gezond HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ",
    "na een heel verzoek": b"GET /gezond HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /ge",
}


@pytest.mark.parametrize("ruw", HALF.values(), ids=HALF)
async def test_een_half_verzoek_wordt_gesloten(ruw: bytes) -> None:
    async with _luisterend() as poort:
        await _vraag(poort, ruw, binnen=3)


if LANG:  # no marker: where nothing may be skipped it is not there

    @pytest.mark.parametrize("ruw", [*HALF.values(), KOP + b"Content-Length: 9\r\n\r\n{"])
    async def test_binnen_een_halve_minuut(tmp_path: Path, ruw: bytes, cijfers: Cijfers) -> None:
        async with draaiend(tmp_path / "data") as server:
            begin = time.monotonic()
            await _vraag(int(server.url.rpartition(":")[2]), ruw, binnen=30)
            cijfers.hoogste("seconden", time.monotonic() - begin)


GEBROKEN: Final = {
    "halve inhoud": KOP + b'Content-Length: 100\r\n\r\n{"type": "mess',
    "halve chunk": KOP + b"Transfer-Encoding: chunked\r\n\r\n64\r\n{",
    "kapotte gzip": KOP + b"Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\n\x1f\x8bxxxxxxx",
    "kapotte deflate": KOP + b"Content-Encoding: deflate\r\nContent-Length: 3\r\n\r\nxxx",
    "kapotte chunk": KOP + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
}


@pytest.mark.parametrize("ruw", GEBROKEN.values(), ids=GEBROKEN)
async def test_wat_halverwege_afbreekt_is_geen_fout_van_ons(
    ruw: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async with _luisterend() as poort:
        async with _verbonden(poort) as (lezer, schrijver):
            schrijver.write(ruw)
            with suppress(TimeoutError):
                assert b" 400 " in await asyncio.wait_for(lezer.readline(), 0.2)
        await asyncio.sleep(0.1)
    assert not [r for r in caplog.records if r.levelname == "ERROR"]
    assert "Traceback" not in caplog.text


# --- wat geen HTTP is

GEEN_HTTP: Final = (
    b"GEHEIM / HTTP/9.9\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00GEHEIM\r\n\r\n",
    b"GET /GEHEIM HTTP/1.1\r\nGEHEIM\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nX-GEHEIM: \x00\r\n\r\n",
    b"GET /" + b"GEHEIM" * 5000 + b" HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"X: GEHEIM\r\n" * 500 + b"\r\n",
    b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: GEHEIM\r\n\r\n",
    b"POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nGEHEIM",
)


@pytest.mark.parametrize("ruw", GEEN_HTTP, ids=lambda ruw: str(ruw[:30]))
async def test_wat_geen_http_is(ruw: bytes, caplog: pytest.LogCaptureFixture) -> None:
    async with _luisterend() as poort:
        antwoord = await _vraag(poort, ruw)
    assert antwoord.startswith(b"HTTP/1.")
    assert b" 400 " in antwoord.splitlines()[0]
    kop, _, inhoud = antwoord.partition(b"\r\n\r\n")
    assert json.loads(inhoud) == {"fout": tekst("bot.geweigerd_http")}
    assert b"nosniff" in kop
    assert b"GEHEIM" not in antwoord
    assert "GEHEIM" not in caplog.text
    for naam in (b"aiohttp", b"Python"):
        assert naam not in antwoord
    assert not [r for r in caplog.records if r.levelname == "ERROR"]


async def test_geen_antwoord_noemt_een_versie() -> None:
    async with _luisterend() as poort, ClientSession() as sessie:
        for pad in ("gezond", "", "web/begin.js", "niets", "web/niets"):
            async with sessie.get(f"http://127.0.0.1:{poort}/{pad}") as antwoord:
                assert antwoord.headers["Server"] == "Weegwijzer"


# --- wat iemand vraagt


def test_een_emmer_loopt_leeg_en_weer_vol() -> None:
    nu = 0.0
    emmer = Emmer(3, 0.5, lambda: nu)
    assert [emmer.neem("a") for _ in range(4)] == [True, True, True, False]
    assert emmer.neem("b"), "een ander merkt er niets van"
    nu = 2.0
    assert [emmer.neem("a") for _ in range(2)] == [True, False]
    nu = 1000.0
    assert [emmer.neem("a") for _ in range(4)] == [True, True, True, False]


async def test_wie_te_veel_zegt_hoort_dat_een_keer() -> None:
    grenzen = Grenzen(beurten=Emmer(3, 0), zinnen=Emmer(1, 0))
    gesprekken = richt_in(
        GeheugenOpslag(), klok, Teller(), NepDialoog(), grenzen=grenzen
    ).gesprekken
    for n in range(3):
        assert (await na(gesprekken.beurt(ANNE, f"g{n}", "18"))).verwerkt
    te_veel = [await na(gesprekken.beurt(ANNE, f"g{n}", "nog een")) for n in range(3)]
    gezegd = [[b.tekst for b in berichten(r.beeld)] for r in te_veel]
    assert gezegd == [[tekst("bot.te_snel")], [], []]
    assert not any(reactie.verwerkt for reactie in te_veel)
    assert (await na(gesprekken.beurt(BAS, "g", "hallo"))).verwerkt


async def test_wie_gesprek_na_gesprek_begint() -> None:
    grenzen = Grenzen(gesprekken=Emmer(2, 0))
    opslag = GeheugenOpslag()
    gesprekken = richt_in(opslag, klok, Teller(), NepDialoog(), grenzen=grenzen).gesprekken
    reacties = [await na(gesprekken.begroet(ANNE, f"g{n}")) for n in range(5)]
    laatste = [bericht.tekst for bericht in berichten(reacties[-1].beeld)]
    assert laatste == [tekst("bot.te_veel_gesprekken")]
    assert len(opslag._documenten) == 2
    # What was begun goes on.
    assert (await na(gesprekken.beurt(ANNE, "g1", "18"))).verwerkt


async def test_wie_te_veel_opzoekt() -> None:
    grenzen = Grenzen(zoeken=Emmer(2, 0))
    app = webserver(richt_in(GeheugenOpslag(), klok, Teller(), grenzen=grenzen))
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with ClientSession() as sessie:
        statussen = []
        for _ in range(3):
            async with sessie.get(f"{url}/naslag", params={"vraag": "mandaat"}) as antwoord:
                statussen.append(antwoord.status)
        zoekt = activiteit(
            url, "", 1, type="invoke", name="composeExtension/query", value={"parameters": []}
        )
        for _ in range(3):
            koppen = {"Content-Type": "application/json"}
            async with sessie.post(f"{url}{PAD}", data=zoekt, headers=koppen) as antwoord:
                statussen.append(antwoord.status)
    await runner.cleanup()
    assert statussen == [200, 200, 429, 200, 200, 429]


async def test_zonder_grens_mag_alles() -> None:
    assert all(RUIM.beurten.neem("a") for _ in range(10_000))
