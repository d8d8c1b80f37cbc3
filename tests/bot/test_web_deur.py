"""De webchat: welke bestanden er zijn, en wie erbij mag."""

from __future__ import annotations

import asyncio
import logging
import threading
from typing import Final, get_args

import pytest
from aiohttp import WSServerHandshakeError

from dialogs.teksten import tekst
from knowledge.onderwerpen.model import Soort
from knowledge.zoeken import LANGSTE_VRAAG
from tests.bot.tab import Client, Start, Tab, eigen, wegingen

# --- de bestanden


async def test_de_woorden_van_de_pagina(client: Client) -> None:
    woorden = await (await client.get("/teksten")).json()
    assert woorden["stuk.delen_mag"] == tekst("stuk.delen_mag")
    assert {sleutel.partition(".")[0] for sleutel in woorden} >= {"web", "stuk", "onderwerp"}


async def test_de_naslag_geeft_elk_onderwerp(client: Client) -> None:
    lijst = (await (await client.get("/naslag")).json())["lijst"]
    assert {regel["soort"] for regel in lijst} == set(get_args(Soort))
    for regel in lijst:
        onderwerp = await (await client.get(f"/naslag/{regel['id']}")).json()
        titel = onderwerp["stukken"][0]["tekst"]
        assert (onderwerp["soort"], titel) == (regel["soort"], regel["naam"])
        assert regel["bronnen"]


async def test_zoeken_in_de_naslag(client: Client) -> None:
    async def zoek(vraag: str) -> tuple[list[str], list[str]]:
        uitslag = await (await client.get("/naslag", params={"vraag": vraag})).json()
        gevonden, buurt = uitslag["gevonden"], uitslag["buurt"]
        return [regel["id"] for regel in gevonden], [regel["id"] for regel in buurt]

    assert (await zoek("wat is een mandaat?"))[0][0] == "begrip-mandaat"
    gevonden, buurt = await zoek("recept voor appeltaart met gemeente")
    assert gevonden == []
    assert buurt
    assert await zoek("zzzz") == ([], [])
    assert (await zoek("\x00 <i>%00</i> \U0001f600"))[0] == []


async def test_zonder_vraag_geeft_de_naslag_de_lijst(client: Client) -> None:
    alles = await (await client.get("/naslag")).json()
    assert await (await client.get("/naslag", params={"vraag": "  "})).json() == alles


async def test_wat_de_naslag_niet_kan(client: Client) -> None:
    for pad in ("niets", "..%2f..%2fapp.py", "casus"):
        antwoord = await client.get(f"/naslag/{pad}")
        assert antwoord.status == 404
        assert (await antwoord.json())["fout"] == tekst("bot.naslag_onbekend")
    lang = await client.get("/naslag", params={"vraag": "x" * (LANGSTE_VRAAG + 1)})
    assert lang.status == 400
    assert (await lang.json())["fout"] == tekst("bot.naslag_te_lang", max=str(LANGSTE_VRAAG))


async def test_wat_iemand_zoekt_komt_niet_in_het_logboek(
    client: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kapot(vraag: str) -> None:
        raise ValueError(vraag)

    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr("bot.kanalen.web.bestanden.naslag.zoek", kapot)
    assert (await client.get("/naslag", params={"vraag": "geheimpje"})).status == 500
    assert "ValueError" in caplog.text
    assert "geheimpje" not in caplog.text


async def test_de_index_wordt_gemaakt_zonder_dat_iemand_zoekt(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemaakt = threading.Event()
    monkeypatch.setattr("bot.server.zoekindex", gemaakt.set)
    await start()
    assert await asyncio.to_thread(gemaakt.wait, 30)


async def test_de_pagina_en_haar_bestanden(client: Client) -> None:
    pagina = await client.get("/")
    assert pagina.content_type == "text/html"
    for pad in ("/web/index.html", "/web/begin.js"):
        assert (await client.get(pad)).status == 200
    for pad in ("/web/", "/web/../server.py", "/web/%2e%2e%2fserver.py", "/web/niets.js"):
        antwoord = await client.get(pad)
        assert antwoord.status == 404
        assert (await antwoord.json())["fout"] == tekst("bot.geweigerd_pad")


# --- wie erin mag

WEGEN: Final = (
    ("GET", "/"),
    ("GET", "/web/index.html"),
    ("GET", "/teksten"),
    ("GET", "/naslag"),
    ("GET", "/naslag?vraag=mandaat"),
    ("GET", "/naslag/begrip-mandaat"),
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


@pytest.mark.parametrize(
    "lichaam",
    [b"", b"[]", b"[" * 100_000, b'{"a":' * 50_000, b"\xff", b'{"tekst": 1}', b'{"tekst": " "}'],
)
async def test_een_bewerkt_papier_dat_geen_tekst_is(
    bewaard: Tab, client: Client, lichaam: bytes
) -> None:
    koppen = {"Origin": eigen(client), "Content-Type": "application/json; charset=onzin"}
    for pad in ("jongere/nakijken", "jongere.pdf"):
        waar = f"/wegingen/WW-2026-0001/{pad}"
        async with client.post(waar, data=lichaam, headers=koppen) as antwoord:
            assert antwoord.status == 400


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
