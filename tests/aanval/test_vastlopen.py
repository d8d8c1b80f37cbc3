"""Eén houdt niet allen op: wat iemand ook stuurt, een beurt kost begrensd, en de lus loopt door."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse

from bot import deur
from bot.kanalen.teams.activiteit import Activiteit
from bot.opslag.geheugen import GeheugenOpslag
from bot.opslag.sqlite import WACHTTIJD, SqliteOpslag
from bot.opstarten import richt_in
from bot.reactie import Reactie
from bot.wie import Wie
from dialogs.beeld.als_tekst import berichten
from dialogs.beeld.scherm import schermbeeld
from dialogs.beeld.vraag import Beeldvraag, beeldvraag
from dialogs.dossier import Dossier
from dialogs.dossier.vragen import MAX_GEGEVENS, MAX_TEKST, VRAGEN
from dialogs.teksten import tekst
from knowledge import motor
from tests.aanval.maat import LANG, Cijfers, keer
from tests.aanval.proces import Server, activiteit, draaiend, gezond, stuur
from tests.aanval.test_connector import KOP, Vijand
from tests.bot.nep import NU, NepDialoog, Teller, klok, na

VEEL: Final = ("; ", "a.", "1, ", "ja\n", "?", "1,5 ", ":", "!!", "nee. ", "\n\n")
WIE: Final = Wie("web", "professional")


# --- de deur: eerst tellen, dan lezen


def _gezegd(reactie: Reactie) -> str:
    return berichten(reactie.beeld)[0].tekst


@pytest.mark.parametrize("stukje", VEEL)
async def test_veel_losse_stukjes_worden_niet_gelezen(
    stukje: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leest(*_: object, **__: object) -> None:
        raise AssertionError("dit hoort niemand te lezen")

    gesprekken = richt_in(GeheugenOpslag(), klok, Teller()).gesprekken
    await na(gesprekken.begroet(WIE, "web"))
    monkeypatch.setattr(deur, "bewaak", leest)
    monkeypatch.setattr(deur, "schoon", leest)
    vol = (stukje * MAX_TEKST)[:MAX_TEKST]
    assert _gezegd(await na(gesprekken.beurt(WIE, "web", vol))) == tekst("bot.te_veel_stukjes")


def test_een_gewoon_verhaal_heeft_ruimte() -> None:
    verhaal = "Ze is 17, zit op het mbo: niveau 2. Gaat het goed? Nee!\n" * 80
    assert deur.past(verhaal[:MAX_TEKST])


@pytest.mark.parametrize(
    "waarden",
    [
        {f"veld{n}": "a" * MAX_TEKST for n in range(16)},
        {"gegevens": ["a" * MAX_TEKST] * 16},
        {"omschrijving": "; " * 1000},
        {"omschrijving": "a" * (MAX_TEKST + 1)},
    ],
    ids=["veel velden", "een lange lijst", "veel stukjes", "te lang"],
)
def test_van_een_formulier_telt_alles_samen(waarden: dict[str, Any]) -> None:
    _, binnen = deur.ontvang_formulier(waarden)
    assert binnen.tekst is None


@pytest.mark.parametrize(
    "begin", ["<blockquote", "<blockquote>x", "</blockquote>", "<at>", "<at", "&nbsp;", "<"]
)
def test_een_groot_bericht_van_teams_wordt_een_keer_doorlopen(begin: str) -> None:
    vol = (begin * 256_000)[:256_000]
    ruw = json.loads(activiteit("http://127.0.0.1:1/", vol, 1))
    gelezen = Activiteit.model_validate(ruw, by_alias=True, by_name=False)
    voor = time.process_time()
    gelezen.gezegd()
    # Milliseconds; going through it once for every quote took four seconds.
    assert time.process_time() - voor < 1


@pytest.mark.parametrize(
    ("getypt", "eigen"),
    [
        ("<blockquote>a</blockquote>ja", "ja"),
        ("<BLOCKQUOTE x='1'>a\nb</BLOCKQUOTE> ja", "ja"),
        ("een <blockquote>a</blockquote> twee <blockquote>b</blockquote>", "een   twee"),
        ("geen einde <blockquote> hier", "geen einde <blockquote> hier"),
    ],
)
def test_wat_iemand_aanhaalt_is_niet_gezegd(getypt: str, eigen: str) -> None:
    ruw = json.loads(activiteit("http://127.0.0.1:1/", getypt, 1))
    assert Activiteit.model_validate(ruw, by_alias=True, by_name=False).gezegd() == eigen


# --- negen doelen, vijfentwintig gegevens

ALLE_DOELEN: Final = ", ".join(str(n + 1) for n in range(len(VRAGEN["doel"].keuzes)))
GEGEVENS: Final = ", ".join(f"rapport{chr(97 + n)}" for n in range(MAX_GEGEVENS))


@pytest.fixture
def nagelopen(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One for every time that the decision is walked for a data item."""
    gelopen: list[None] = []
    loop = motor._loop

    def geteld(*argumenten: Any) -> motor.GegevenStand:
        gelopen.append(None)
        return loop(*argumenten)

    monkeypatch.setattr(motor, "_loop", geteld)
    return gelopen


def _weet_niet(vraag: Beeldvraag) -> str:
    if vraag.sleutel == "gegevens":
        return GEGEVENS
    if vraag.sleutel == "doel":
        return ALLE_DOELEN
    if vraag.weet_niet is not None:
        return vraag.weet_niet.waarde
    if vraag.overslaan is not None:
        return vraag.overslaan.waarde
    return vraag.opties[0].waarde if vraag.opties else "mijn reden"


def _antwoord(vraag: Beeldvraag) -> str:
    if not vraag.velden:
        return _weet_niet(vraag)
    return "\n".join(f"{veld.onderwerp}: {_weet_niet(veld)}" for veld in vraag.velden)


async def test_negen_doelen_met_vijfentwintig_gegevens(
    nagelopen: list[None], cijfers: Cijfers
) -> None:
    gesprekken = richt_in(GeheugenOpslag(), klok, Teller()).gesprekken
    dossier: Dossier | None = (await na(gesprekken.begroet(WIE, "web"))).dossier
    assert dossier is not None
    hoogste = 0
    for beurt in range(keer(5, 200)):
        vraag = beeldvraag(dossier)
        if vraag.soort == "slot":
            break
        nagelopen.clear()
        voor = time.process_time()
        reactie = await na(gesprekken.beurt(WIE, "web", _antwoord(vraag), None, vraag.plek))
        assert reactie.dossier is not None
        dossier = reactie.dossier
        schermbeeld(dossier, NU.date())
        cijfers.hoogste(
            f"{'eerste' if beurt < 1 else 'langste'} beurt s cpu", time.process_time() - voor
        )
        hoogste = max(hoogste, len(nagelopen))
    cijfers["vaakst nagelopen"] = hoogste
    assert "gegevens" in dossier.antwoorden
    # Walked apart for every item, and for every change of every item, it was 60,000.
    assert 0 < hoogste < 6000


async def test_een_bladzijde_opnieuw_openen_rekent_niets_na(nagelopen: list[None]) -> None:
    gesprekken = richt_in(GeheugenOpslag(), klok, Teller()).gesprekken
    await na(gesprekken.begroet(WIE, "web"))
    reactie = await na(gesprekken.beurt(WIE, "web", "overslaan"))
    assert reactie.dossier is not None
    schermbeeld(reactie.dossier, NU.date())
    nagelopen.clear()
    weer = await na(gesprekken.bekijk(WIE, "web"))
    assert weer.dossier is not None
    schermbeeld(weer.dossier, NU.date())
    assert not nagelopen


# --- de lus loopt door


async def test_terwijl_iemand_rekent_komt_een_ander_aan_de_beurt() -> None:
    class Denker(NepDialoog):
        def hervat(self, dossier: Dossier, nu: Any) -> Dossier:
            time.sleep(0.2)  # in a thread, or the loop would stand still
            return super().hervat(dossier, nu)

    gesprekken = richt_in(GeheugenOpslag(), klok, Teller(), Denker()).gesprekken
    bekeken = asyncio.create_task(na(gesprekken.bekijk(WIE, "web")))
    getikt = 0
    while not bekeken.done():
        getikt += 1
        await asyncio.sleep(0.001)
    assert getikt > 5


# --- een database die een ander vasthoudt

GESPREKKEN: Final = 20


async def test_wie_op_de_database_wacht_wacht_samen(tmp_path: Path, cijfers: Cijfers) -> None:
    bestand = tmp_path / "gesprekken.db"
    wachttijd = WACHTTIJD if LANG else 0.5
    opslag = await SqliteOpslag.open(bestand, wachttijd=wachttijd)
    gesprekken = richt_in(opslag, klok, Teller(), NepDialoog()).gesprekken
    wie = [Wie("web", f"wie{n}") for n in range(GESPREKKEN)]
    try:
        await asyncio.gather(*(na(gesprekken.begroet(een, "web")) for een in wie))
        with closing(sqlite3.connect(bestand, isolation_level=None)) as ander:
            ander.execute("BEGIN IMMEDIATE")
            begin = time.monotonic()
            reacties = await asyncio.gather(
                *(na(gesprekken.beurt(een, "web", "ja")) for een in wie)
            )
            duur = time.monotonic() - begin
            ander.execute("ROLLBACK")
        assert [_gezegd(r) for r in reacties] == [tekst("bot.opslag_bezet")] * GESPREKKEN
        # One after the other it would be twenty times as long.
        assert duur < wachttijd + (1 if LANG else 4.5)
        cijfers["laatste na s"] = round(duur, 2)
        over = await na(gesprekken.beurt(wie[0], "web", "ja"))
        assert over.verwerkt
    finally:
        await opslag.sluit()


async def test_wie_leest_wacht_niet_op_wie_schrijft(tmp_path: Path) -> None:
    bestand = tmp_path / "gesprekken.db"
    opslag = await SqliteOpslag.open(bestand, wachttijd=30)
    try:
        await opslag.bewaar("a", {}, None)
        with closing(sqlite3.connect(bestand, isolation_level=None)) as ander:
            ander.execute("BEGIN IMMEDIATE")
            schrijft = asyncio.create_task(opslag.bewaar("b", {}, None))
            await asyncio.sleep(0.1)
            assert await opslag.laad("a") is not None
            assert not schrijft.done()
            ander.execute("ROLLBACK")
            assert await schrijft == 1
    finally:
        await opslag.sluit()


# --- stoppen midden in een bezorging


def _gezien(map_: Path) -> set[str]:
    [bestand] = [pad for pad in map_.rglob("*") if pad.suffix in {".db", ".sqlite", ".sqlite3"}]
    with closing(sqlite3.connect(bestand)) as database:
        return {id_ for (id_,) in database.execute("SELECT bericht_id FROM inkomend")}


async def test_stoppen_terwijl_een_antwoord_onderweg_is(tmp_path: Path, cijfers: Cijfers) -> None:
    bevestigd: list[str] = []
    onderweg = asyncio.Event()

    async def snel(_: asyncio.StreamReader, uit: asyncio.StreamWriter) -> None:
        uit.write(KOP + b'Content-Length: 14\r\n\r\n{"id": "goed"}')
        await uit.drain()

    async def traag(_: asyncio.StreamReader, uit: asyncio.StreamWriter) -> None:
        onderweg.set()
        uit.write(KOP + b"Transfer-Encoding: chunked\r\n\r\n")
        with suppress(OSError):
            while True:
                uit.write(b"1\r\n \r\n")
                await uit.drain()
                await asyncio.sleep(0.2)

    async with draaiend(tmp_path / "data") as server, ClientSession() as sessie, Vijand() as ander:
        ander.antwoord = snel
        for nummer in range(3):
            inhoud = activiteit(ander.url, "hallo", nummer)
            assert await stuur(sessie, server, inhoud) == 200
            bevestigd.append(f"in-{nummer}")
        ander.antwoord = traag
        hangt = asyncio.create_task(stuur(sessie, server, activiteit(ander.url, "hallo", 9)))
        await asyncio.wait_for(onderweg.wait(), 30)
        duur = await asyncio.to_thread(server.stop)
        with suppress(Exception):
            if await hangt == 200:
                bevestigd.append("in-9")
        assert server.proces.returncode == 0
        assert duur < 8
        cijfers["stoppen s"] = round(duur, 2)
        assert set(bevestigd) <= _gezien(server.map)
        await asyncio.to_thread(server.start)  # and it opens again


# --- hoe lang een ander wacht

Aanval = Callable[[Server, ClientSession], Awaitable[None]]
TEKSTEN: Final = (
    *("; " * 2000, "a." * 2000, "ja " * 1300, "en " * 1300, "1 " * 2000, "(" * 4000, "a" * 4000),
    *("\U0001f600" * 4000, "\u200b" * 4000, "e\u0301" * 2000, "\ufdfa" * 4000, "wat als " * 500),
    *("zoek " * 800, "heeft geen toestemming " * 170, "18 of 19 " * 440, "&#38;" * 800),
    *("<b>" * 1300, "**" * 2000, "[a](b" * 800, "nee " * 1000, "gisteren " * 440),
)


async def _ws(server: Server, sessie: ClientSession) -> ClientWebSocketResponse:
    return await sessie.ws_connect(f"{server.url}/ws", headers={"Origin": server.url})


async def _frames(server: Server, sessie: ClientSession) -> None:
    async with await _ws(server, sessie) as ws:
        beeld = json.loads((await ws.receive()).data)["beeld"]
        for nummer, zin in enumerate(TEKSTEN):
            frame = {"soort": "bericht", "id": f"a{nummer}", "tekst": zin}
            await ws.send_json({**frame, "bij": beeld["vraag"]["plek"]})
            while (bericht := json.loads((await ws.receive()).data))["soort"] == "bezig":
                pass
            beeld = bericht.get("beeld", beeld)
        for ruw in ("[" * 60_000, '{"a":' * 10_000, "x" * 900_000, '{"soort":"begin"}' * 3):
            await ws.send_str(ruw)
            await ws.receive()


async def _weging(server: Server, sessie: ClientSession) -> None:
    """Nine doelen with 25 items, and not a thing known: then open it again."""
    async with await _ws(server, sessie) as ws:
        beeld = json.loads((await ws.receive()).data)["beeld"]
        await ws.send_json({"soort": "bericht", "id": "o", "tekst": "opnieuw", "bij": ""})
        for nummer in range(200):
            bericht = json.loads((await ws.receive()).data)
            if bericht["soort"] != "beeld":
                continue
            vraag = Beeldvraag.model_validate(beeld["vraag"])
            if vraag.soort == "slot":
                break
            beeld = bericht["beeld"]
            vraag = Beeldvraag.model_validate(beeld["vraag"])
            zin = "ja" if vraag.soort == "bevestig" else _antwoord(vraag)
            frame = {"soort": "bericht", "id": f"w{nummer}", "tekst": zin}
            await ws.send_json({**frame, "bij": vraag.plek})
    for _ in range(5):
        async with await _ws(server, sessie) as ws:
            await ws.receive()


async def _teams(server: Server, sessie: ClientSession) -> None:
    async with Vijand() as ander:
        ander.antwoord = _goed
        groot = ("<blockquote" * 22_000)[:250_000]
        for nummer, zin in enumerate((*TEKSTEN, groot, "&nbsp;" * 40_000)):
            await stuur(sessie, server, activiteit(ander.url, zin, nummer, wie="bas"))


async def _goed(_: asyncio.StreamReader, uit: asyncio.StreamWriter) -> None:
    uit.write(KOP + b'Content-Length: 14\r\n\r\n{"id": "goed"}')
    await uit.drain()


async def _naslag(server: Server, sessie: ClientSession) -> None:
    for zin in TEKSTEN:
        async with sessie.get(f"{server.url}/naslag", params={"vraag": zin[:500]}) as antwoord:
            await antwoord.read()


AANVALLEN: Final[dict[str, Aanval]] = {
    "frames": _frames,
    "9 x 25": _weging,
    "teams": _teams,
    "naslag": _naslag,
}


@pytest.mark.parametrize("naam", list(AANVALLEN) if LANG else ["frames"])
async def test_gezond_tijdens_een_aanval(naam: str, tmp_path: Path, cijfers: Cijfers) -> None:
    async with draaiend(tmp_path / "data") as server, ClientSession() as sessie:
        async with gezond(server, cijfers, naam):
            await AANVALLEN[naam](server, sessie)
        assert not any("ERROR" in regel for regel in server.regels())
        if LANG:  # on a machine that does other things as well a short run says nothing
            assert cijfers.gezond[naam].p99 < cijfers.gezond[naam].rust + 100
