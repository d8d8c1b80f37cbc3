"""De webchat: hetzelfde gesprek op elke pagina, en niets voor een ander."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Final, cast

import pytest
from aiohttp import (
    ClientSession,
    ClientWebSocketResponse,
    TCPConnector,
    WSCloseCode,
    WSMsgType,
    WSServerHandshakeError,
)
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import WebSocketResponse

from bot.gesprekken import Gesprekken
from bot.kanalen.web import PROFIELEN
from bot.kanalen.webframes import LijstVeranderd
from bot.kanalen.webpaginas import WACHTRIJ, Pagina, Paginas
from bot.opslag.sqlite import SqliteOpslag
from bot.server import maak_app
from dialogs.teksten import tekst
from tests.bot.nep import Teller
from tests.bot.test_transcripten import klok_op
from tests.transcripten import Transcript, transcripten

TRANSCRIPT: Final = next(t for t in transcripten() if t.naam == "3_3_1-nieuw")
GEEN_GROND: Final = (
    *("overslaan", "geven", "jeugdzorg", "gemeente", "uitkering", "diagnose", "gezondheid"),
    "begeleider, jeugdzorg",
)
BSN: Final = "123456782"

Client = TestClient[Any, Any]
Start = Callable[[], Awaitable[Client]]


class Tab:
    """One open page."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self.nummer = 0
        self.beeld: dict[str, Any] = {}

    async def frame(self, soort: str) -> dict[str, Any]:
        """Return the next frame of a kind; what the page shows keeps up."""
        while True:
            frame: dict[str, Any] = await self.socket.receive_json(timeout=30)
            if frame["soort"] == "beeld":
                self.beeld = frame["beeld"]
            if frame["soort"] == soort:
                return frame

    async def na(self, op: str | None) -> dict[str, Any]:
        """Return the beeld that follows a message."""
        while (frame := await self.frame("beeld"))["op"] != op:
            pass
        return frame

    async def stuur(self, zin: str, id_: str | None = None, bij: str | None = None) -> str:
        self.nummer += 1
        id_ = id_ or f"{id(self)}-{self.nummer}"
        frame = {"soort": "bericht", "id": id_, "tekst": zin, "bij": bij}
        await self.socket.send_json(frame)
        return id_

    async def zeg(self, *zinnen: str) -> dict[str, Any]:
        """Say something to each question and return the last frame."""
        frame: dict[str, Any] = {}
        for zin in zinnen:
            op = await self.stuur(zin, bij=self.beeld["vraag"]["plek"])
            frame = await self.na(op)
        return frame

    async def ververs(self) -> dict[str, Any]:
        await self.socket.send_json({"soort": "begin"})
        return await self.na(None)


def eigen(client: Client) -> str:
    """Return the origin of our own page."""
    return str(client.make_url("/")).rstrip("/")


async def open_tab(client: Client, profiel: str = "professional") -> Tab:
    tab = Tab(await client.ws_connect(f"/ws?profiel={profiel}", origin=eigen(client)))
    await tab.na(None)
    return tab


@pytest.fixture
async def start(databestand: Path) -> AsyncIterator[Start]:
    """Start a server on the same database, again and again."""
    async with AsyncExitStack() as open_:

        async def begin() -> Client:
            opslag = await SqliteOpslag.open(databestand)
            open_.push_async_callback(opslag.sluit)
            klok = klok_op(TRANSCRIPT.vandaag)
            app = maak_app(Gesprekken(opslag, klok, Teller()), klok)
            client: Client = TestClient(TestServer(app, host="127.0.0.1"))
            return await open_.enter_async_context(client)

        yield begin


@pytest.fixture
async def client(start: Start) -> Client:
    return await start()


@pytest.fixture
async def tab(client: Client) -> Tab:
    return await open_tab(client)


# --- het gesprek


async def test_wie_de_pagina_opent_ziet_de_groet_en_een_vraag(tab: Tab) -> None:
    assert tab.beeld["groet"] == tekst("gesprek.groet")
    assert tab.beeld["vraag"]["sleutel"] == "omschrijving"
    assert tab.beeld["blokken"] == []


@pytest.mark.parametrize("transcript", transcripten(), ids=lambda t: t.naam)
async def test_een_hele_casus(transcript: Transcript, sqlite: SqliteOpslag) -> None:
    klok = klok_op(transcript.vandaag)
    app = maak_app(Gesprekken(sqlite, klok, Teller()), klok)
    async with TestClient(TestServer(app, host="127.0.0.1")) as client:
        tab = await open_tab(client)
        for vraag, zin in transcript.gesprek:
            # A list of what can be changed is a question of its own on the screen.
            assert tab.beeld["vraag"]["sleutel"] in (vraag, None), f"voor {zin!r}"
            await tab.zeg(zin)
            zoals_getoond = tab.beeld
            assert (await open_tab(client)).beeld == zoals_getoond
        assert tab.beeld["vraag"]["soort"] == "slot"
        gevonden = {d["doel"]: d["oordeel"] for d in tab.beeld["samenvatting"]["doelen"]}
        assert gevonden == {u.doel: u.oordeel for u in transcript.uitkomsten}
        await tab.zeg("bewaar")
        assert tab.beeld["bewaard_als"] == f"WW-{transcript.vandaag.year}-0001"


async def test_hetzelfde_bericht_telt_een_keer(tab: Tab, client: Client) -> None:
    await tab.zeg("overslaan")
    vraag = tab.beeld["vraag"]
    await tab.stuur("geven", "dubbel", vraag["plek"])
    await tab.stuur("geven", "dubbel", vraag["plek"])
    eerste, tweede = await tab.na("dubbel"), await tab.na("dubbel")
    assert eerste["beeld"] == tweede["beeld"]
    assert tweede["verwerkt"]
    assert tweede["meldingen"] == []

    na_verbreken = await open_tab(client)
    await na_verbreken.stuur("geven", "dubbel", vraag["plek"])
    assert (await na_verbreken.na("dubbel"))["beeld"] == eerste["beeld"]


async def test_twee_keer_klikken_beantwoordt_niet_ook_de_volgende_vraag(tab: Tab) -> None:
    await tab.zeg("overslaan")
    plek = tab.beeld["vraag"]["plek"]
    await tab.stuur("geven", "een", plek)
    await tab.stuur("geven", "twee", plek)
    assert (await tab.na("een"))["verwerkt"]
    tweede = await tab.na("twee")
    assert not tweede["verwerkt"]
    assert [m["tekst"] for m in tweede["meldingen"]] == [tekst("bot.verder_gegaan")]
    assert tab.beeld["vraag"]["sleutel"] == "van"


async def test_twee_paginas_zien_hetzelfde(tab: Tab, client: Client) -> None:
    andere = await open_tab(client)
    op = await tab.stuur("overslaan")
    assert await tab.na(op) == await andere.na(op)
    op = await andere.stuur("geven")
    assert await tab.na(op) == await andere.na(op)


async def test_een_tweede_pagina_stoort_een_wijziging_niet(tab: Tab, client: Client) -> None:
    await tab.zeg("overslaan", "geven", "wijzig jouw kant")
    assert (await open_tab(client)).beeld == tab.beeld


async def test_een_bericht_wordt_meteen_gemeld_als_bezig(tab: Tab) -> None:
    op = await tab.stuur("overslaan")
    assert (await tab.frame("bezig"))["op"] == op


async def test_na_een_herstart_staat_alles_er_weer(start: Start) -> None:
    tab = await open_tab(await start())
    await tab.zeg("overslaan", "geven", "mbo", "gemeente", "help")

    opnieuw = await open_tab(await start())

    assert opnieuw.beeld == tab.beeld
    await opnieuw.zeg("werk")
    assert opnieuw.beeld["vraag"]["sleutel"] == "gegevens"


async def test_een_server_die_stopt_zegt_dat(client: Client) -> None:
    tab = await open_tab(client)
    _, afscheid = await asyncio.gather(client.server.close(), tab.socket.receive())
    assert (afscheid.type, afscheid.data) == (WSMsgType.CLOSE, WSCloseCode.GOING_AWAY)


async def test_wat_iemand_typt_komt_afgeschermd_terug(tab: Tab) -> None:
    frame = await tab.zeg(f"Het gaat om {BSN}")
    assert [melding["soort"] for melding in frame["meldingen"]] == ["waarschuwing"]
    assert BSN not in json.dumps(frame)


@pytest.mark.parametrize("zin", ["", "   ", "x" * 5000], ids=["leeg", "spaties", "lang"])
async def test_wat_niet_te_verwerken_is_kan_terug_in_het_veld(tab: Tab, zin: str) -> None:
    frame = await tab.zeg(zin)
    assert not frame["verwerkt"]
    assert len(frame["meldingen"]) == 1
    assert tab.beeld["vraag"]["sleutel"] == "omschrijving"


async def test_een_gesprek_dat_niet_te_lezen_is(tab: Tab, sqlite: SqliteOpslag) -> None:
    await tab.zeg("overslaan")
    [sleutel] = [r[0] for r in await sqlite._lees("SELECT sleutel FROM document")]
    await sqlite._lees("UPDATE document SET inhoud = '{}' WHERE sleutel = ?", sleutel)
    await tab.stuur("geven", "x")
    fout = await tab.frame("fout")
    assert fout["tekst"] == tekst("bot.gesprek_onleesbaar")
    await tab.stuur(fout["keuzes"][0]["waarde"], "y")
    assert (await tab.na("y"))["beeld"]["vraag"]["sleutel"] == "omschrijving"


async def test_een_scherm_dat_niet_te_tekenen_is(
    tab: Tab, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def kapot(*_: object) -> None:
        raise ValueError("kan niets met Jan Jansen")

    with monkeypatch.context() as even:
        even.setattr("bot.kanalen.webframes.schermbeeld", kapot)
        await tab.stuur("overslaan", "x")
        assert (await tab.frame("fout"))["tekst"] == tekst("bot.serverfout")
    assert "ValueError" in caplog.text
    assert "Jansen" not in caplog.text
    assert (await tab.ververs())["beeld"]["vraag"]["sleutel"] == "gebruiker"


# --- frames die niet kloppen


@pytest.mark.parametrize(
    "ruw",
    [
        "",
        "hallo",
        "[]",
        "null",
        "{}",
        '{"soort": "bericht"}',
        '{"soort": "niets"}',
        '{"soort": ["bericht"]}',
        '{"soort": "bericht", "id": "", "tekst": "x"}',
        '{"soort": "bericht", "id": "\\ud800", "tekst": "x"}',
        '{"soort": "bericht", "id": 1, "tekst": "x"}',
        '{"soort": "bericht", "id": "a", "tekst": 1}',
        '{"soort": "bericht", "id": "a", "tekst": null}',
        '{"soort": "bericht", "id": "a", "tekst": "x", "extra": 1}',
        '{"soort": "bericht", "id": "a", "tekst": "x", "bij": "\\ud83d"}',
        '{"soort": "begin", "profiel": "x"}',
        "[" * 50_000,
        "x" * 1_000_000,
        b"\x00\x01",
    ],
    ids=lambda ruw: str(ruw[:60]),
)
async def test_een_frame_dat_niet_klopt(tab: Tab, ruw: str | bytes) -> None:
    if isinstance(ruw, bytes):
        await tab.socket.send_bytes(ruw)
    else:
        await tab.socket.send_str(ruw)
    fout = await tab.frame("fout")
    assert fout["op"] is None
    assert fout["tekst"] in (tekst("bot.frame_onleesbaar"), tekst("bot.frame_te_groot"))
    assert (await tab.zeg("overslaan"))["verwerkt"]


async def test_een_half_teken_breekt_niets(tab: Tab) -> None:
    await tab.socket.send_str('{"soort": "bericht", "id": "a", "tekst": "half \\ud83d teken"}')
    assert (await tab.na("a"))["verwerkt"]


# --- bewaarde wegingen


@pytest.fixture
async def bewaard(tab: Tab) -> Tab:
    """A page on which a weighing was just kept, as WW-2026-0001."""
    await tab.zeg(*GEEN_GROND, "bewaar")
    assert tab.beeld["bewaard_als"] == "WW-2026-0001"
    return tab


async def wegingen(client: Client, profiel: str = "professional") -> list[str]:
    antwoord = await client.get(f"/wegingen?profiel={profiel}")
    return [regel["kenmerk"] for regel in (await antwoord.json())["wegingen"]]


async def test_bewaren_meldt_dat_de_lijst_veranderde(tab: Tab, client: Client) -> None:
    await tab.zeg(*GEEN_GROND)
    await tab.stuur("bewaar")
    await tab.frame("wegingen")
    assert await wegingen(client) == ["WW-2026-0001"]


async def test_een_weging_is_te_downloaden(bewaard: Tab, client: Client) -> None:
    als_json = await client.get("/wegingen/WW-2026-0001.json")
    samenvatting = await als_json.json()
    getoond = bewaard.beeld["samenvatting"]
    assert samenvatting == {**getoond, "kenmerk": "WW-2026-0001"}

    als_md = await client.get("/wegingen/WW-2026-0001.md")
    assert als_md.content_type == "text/markdown"
    assert 'filename="WW-2026-0001.md"' in als_md.headers["Content-Disposition"]
    assert tekst("oordelen.mag_niet") in await als_md.text()


async def test_een_ander_profiel_ziet_niets_van_dit(bewaard: Tab, client: Client) -> None:
    ander = "privacy_officer"
    assert await wegingen(client, ander) == []
    for vorm in ("md", "json"):
        antwoord = await client.get(f"/wegingen/WW-2026-0001.{vorm}?profiel={ander}")
        assert antwoord.status == 404
    weg = await client.delete(
        f"/wegingen/WW-2026-0001?profiel={ander}", headers={"Origin": eigen(client)}
    )
    assert weg.status == 404
    assert await wegingen(client) == ["WW-2026-0001"]
    assert (await open_tab(client, ander)).beeld["blokken"] == []


async def test_verwijderen(bewaard: Tab, client: Client) -> None:
    koppen = {"Origin": eigen(client)}
    assert (await client.delete("/wegingen/WW-2026-0001", headers=koppen)).status == 204
    assert await wegingen(client) == []
    assert (await client.get("/wegingen/WW-2026-0001.md")).status == 404
    assert (await client.delete("/wegingen/WW-2026-0001", headers=koppen)).status == 404

    await bewaard.na(None)
    assert bewaard.beeld["bewaard_als"] is None
    await bewaard.zeg("bewaar")
    assert bewaard.beeld["bewaard_als"] == "WW-2026-0002"


# --- de bestanden


async def test_de_woorden_van_de_pagina(client: Client) -> None:
    woorden = await (await client.get("/teksten")).json()
    assert woorden["oordelen.mag"] == tekst("oordelen.mag")
    assert {sleutel.partition(".")[0] for sleutel in woorden} >= {"web", "samenvatting", "regime"}


async def test_naslag(client: Client) -> None:
    lijst = (await (await client.get("/naslag")).json())["lijst"]
    for soort in ("casus", "begrip"):
        id_ = next(regel["id"] for regel in lijst if regel["soort"] == soort)
        assert (await (await client.get(f"/naslag/{id_}")).json())["soort"] == soort
    assert (await client.get("/naslag/niets")).status == 404


async def test_de_pagina_en_haar_bestanden(client: Client) -> None:
    pagina = await client.get("/")
    assert pagina.content_type == "text/html"
    for pad in ("/web/index.html", "/web/begin.js"):
        assert (await client.get(pad)).status == 200
    for pad in ("/web/", "/web/../server.py", "/web/%2e%2e/server.py", "/web/niets.js"):
        assert (await client.get(pad)).status in {403, 404}


# --- wie erin mag

WEGEN: Final = (
    ("GET", "/"),
    ("GET", "/web/index.html"),
    ("GET", "/teksten"),
    ("GET", "/naslag"),
    ("GET", "/wegingen"),
    ("GET", "/wegingen/WW-2026-0001.md"),
    ("GET", "/wegingen/WW-2026-0001.json"),
    ("DELETE", "/wegingen/WW-2026-0001"),
    ("GET", "/ws"),
)
VREEMD: Final = (
    {"Host": "weegwijzer.example"},
    {"Host": "127.0.0.1.example"},
    {"Origin": "http://example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
    {"X-Forwarded-For": "127.0.0.1"},
    {"Forwarded": "for=127.0.0.1"},
    {"Via": "1.1 proxy"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
)


@pytest.mark.parametrize(("methode", "pad"), WEGEN, ids=str)
@pytest.mark.parametrize("koppen", VREEMD, ids=str)
async def test_een_ander_komt_er_niet_in(
    client: Client, methode: str, pad: str, koppen: dict[str, str]
) -> None:
    antwoord = await client.request(methode, pad, headers=koppen)
    assert antwoord.status == 403
    assert list(await antwoord.json()) == ["fout"]


@pytest.mark.parametrize("koppen", VREEMD, ids=str)
async def test_een_ander_krijgt_geen_websocket(client: Client, koppen: dict[str, str]) -> None:
    with pytest.raises(WSServerHandshakeError) as geweigerd:
        await client.ws_connect("/ws", headers={"Origin": eigen(client)} | koppen)
    assert geweigerd.value.status == 403


async def test_zonder_herkomst_geen_websocket_en_niets_verwijderen(
    bewaard: Tab, client: Client
) -> None:
    with pytest.raises(WSServerHandshakeError) as geweigerd:
        await client.ws_connect("/ws")
    assert geweigerd.value.status == 403
    assert (await client.delete("/wegingen/WW-2026-0001")).status == 403
    assert await wegingen(client) == ["WW-2026-0001"]


async def test_een_link_naar_de_pagina_mag_wel(client: Client) -> None:
    link = {
        "Sec-Fetch-Site": "cross-site",
        "Sec-Fetch-Mode": "navigate",
        "Sec-Fetch-Dest": "document",
    }
    assert (await client.get("/", headers=link)).status == 200
    assert (await client.get("/wegingen", headers=link)).status == 403
    ingelijst = link | {"Sec-Fetch-Dest": "iframe"}
    assert (await client.get("/", headers=ingelijst)).status == 403


@pytest.mark.parametrize("pad", ["/ws", "/wegingen", "/wegingen/WW-2026-0001.md"])
async def test_een_profiel_dat_er_niet_is(client: Client, pad: str) -> None:
    antwoord = await client.get(f"{pad}?profiel=beheerder", headers={"Origin": eigen(client)})
    assert antwoord.status == 400
    assert (await antwoord.json())["fout"] == tekst("bot.geweigerd_profiel")


@pytest.mark.parametrize("pad", ["/", "/web/begin.js", "/wegingen", "/niets"])
async def test_de_browser_moet_streng_zijn(client: Client, pad: str) -> None:
    koppen = (await client.get(pad)).headers
    regels = dict(r.strip().split(" ", 1) for r in koppen["Content-Security-Policy"].split(";"))
    assert regels["default-src"] == "'none'"
    assert regels["script-src"] == regels["style-src"] == "'self'"
    assert regels["frame-ancestors"] == "'none'"
    assert "unsafe" not in koppen["Content-Security-Policy"]
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["Cache-Control"] == ("no-cache" if pad.startswith("/web/") else "no-store")


# --- veel pagina's


async def test_tweehonderd_paginas(client: Client) -> None:
    # A session of its own: the usual one opens no more than a hundred connections.
    async with ClientSession(connector=TCPConnector(limit=0)) as sessie:

        async def open_pagina(nummer: int) -> Tab:
            adres = client.make_url(f"/ws?profiel={PROFIELEN[nummer % 2]}")
            tab = Tab(await sessie.ws_connect(adres, origin=eigen(client)))
            await tab.na(None)
            return tab

        tabs = await asyncio.gather(*map(open_pagina, range(200)))
        op = await tabs[0].stuur("overslaan")
        zelfde = [await tab.na(op) for tab in tabs[::2]]
        assert {json.dumps(frame) for frame in zelfde} == {json.dumps(zelfde[0])}
        assert (await tabs[1].ververs())["beeld"]["vraag"]["sleutel"] == "omschrijving"


class HangendeSocket:
    """A connection whose other side reads nothing."""

    def __init__(self) -> None:
        self.verbroken = False

    async def send_str(self, _: str) -> None:
        await asyncio.Event().wait()

    def get_extra_info(self, _: str) -> HangendeSocket:
        return self

    def abort(self) -> None:
        self.verbroken = True


async def test_een_pagina_die_niet_leest_houdt_de_anderen_niet_op() -> None:
    hangt, paginas = HangendeSocket(), Paginas()
    pagina = Pagina(cast("WebSocketResponse", hangt))
    async with pagina.schrijvend():
        with paginas.erbij("gesprek", pagina):
            for _ in range(WACHTRIJ):
                paginas.stuur("gesprek", LijstVeranderd())
            assert not hangt.verbroken
            paginas.stuur("gesprek", LijstVeranderd())
            assert hangt.verbroken
