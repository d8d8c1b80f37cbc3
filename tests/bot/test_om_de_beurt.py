"""Eén slot tot het antwoord weg is: in elk kanaal, en zonder een ander gesprek op te houden."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Any, Final

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.bezorgen import Bezorging
from bot.gesprekken import Gesprekken
from bot.kanalen.teams.ingang import PAD
from bot.kanalen.terminal.kanaal import chat
from bot.kanalen.web.profielen import GESPREK, KANAAL, PROFIELEN
from bot.om_de_beurt import OmDeBeurt
from bot.opslag.geheugen import GeheugenOpslag
from bot.opslag.poort import OpslagBezet
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import Kern, richt_in, webserver
from bot.veranderingen.geheugen import GeheugenVeranderingen
from bot.veranderingen.poort import GesprekVeranderd, Verandering, WegingenVeranderd
from bot.wie import Wie
from dialogs.beeld.als_tekst import berichten
from dialogs.teksten import tekst
from tests.bot.connector import Connector, connector
from tests.bot.nep import ANNE, BAS, VRAAG, NepDialoog, Teller, klok, na, vraagtekst
from tests.bot.tab import GEEN_GROND, Client, Tab, open_tab
from tests.bot.test_gesprekken import zinnen
from tests.bot.test_terminal import pijp

PROFESSIONAL: Final = Wie(KANAAL, PROFIELEN[0])


# --- een beurt is een blok


async def test_het_volgende_bericht_wacht_tot_het_antwoord_weg_is(gesprekken: Gesprekken) -> None:
    async with gesprekken.beurt(ANNE, "g", "een"):
        tweede = asyncio.create_task(na(gesprekken.beurt(ANNE, "g", "twee")))
        async with asyncio.timeout(5):
            assert "Genoteerd: drie" in zinnen(await na(gesprekken.beurt(BAS, "g", "drie")))
        await asyncio.sleep(0.05)
        assert not tweede.done()
    assert zinnen(await tweede)[0] == "Genoteerd: twee"


WACHTEN: Final[dict[str, Callable[[Gesprekken], Awaitable[object]]]] = {
    "begroet": lambda gesprekken: na(gesprekken.begroet(ANNE, "g")),
    "bekijk": lambda gesprekken: na(gesprekken.bekijk(ANNE, "g")),
    "bewerkt": lambda gesprekken: na(gesprekken.bewerkt(ANNE, "g", "anders")),
    "zeg": lambda gesprekken: na(gesprekken.zeg(ANNE, "g")),
    "verwijder": lambda gesprekken: gesprekken.verwijder_weging(ANNE, "g", "WW-2026-0001"),
}


@pytest.mark.parametrize("doe", WACHTEN.values(), ids=WACHTEN)
async def test_ook_wat_geen_bericht_is_wacht(
    gesprekken: Gesprekken, doe: Callable[[Gesprekken], Awaitable[object]]
) -> None:
    async with gesprekken.beurt(ANNE, "g", "een"):
        ander = asyncio.ensure_future(doe(gesprekken))
        await asyncio.sleep(0.05)
        assert not ander.done()
    async with asyncio.timeout(5):
        await ander


async def test_wat_niet_bezorgd_kan_worden_is_bewaard_en_gemeld(kern: Kern) -> None:
    gehoord: list[Verandering] = []

    async def bezorg_niet() -> None:
        async with kern.gesprekken.beurt(ANNE, "g", "een"):
            assert gehoord == [], "eerst het antwoord"
            raise ConnectionError

    with kern.veranderingen.luister(gehoord.append), pytest.raises(ConnectionError):
        await bezorg_niet()
    assert gehoord == [GesprekVeranderd(ANNE.gesprek("g"), 1)]
    async with asyncio.timeout(5):
        verder = await na(kern.gesprekken.beurt(ANNE, "g", "twee"))
    assert berichten(verder.beeld)[-1].vraag == VRAAG[3]


async def test_wat_niets_verandert_wordt_niet_gemeld(kern: Kern) -> None:
    await na(kern.gesprekken.beurt(ANNE, "g", "een", "b1"))
    gehoord: list[Verandering] = []
    with kern.veranderingen.luister(gehoord.append):
        dubbel = await na(kern.gesprekken.beurt(ANNE, "g", "een", "b1"))
        gezien = await na(kern.gesprekken.bekijk(ANNE, "g"))
        await na(kern.gesprekken.beurt(ANNE, "g", ""))
        await na(kern.gesprekken.bewerkt(ANNE, "g", "anders"))
    assert gehoord == []
    assert dubbel.versie == gezien.versie == 1


async def test_bewaren_en_verwijderen_worden_gemeld(sqlite: SqliteOpslag) -> None:
    kern = richt_in(sqlite, klok, Teller())
    for zin in ("hallo", *GEEN_GROND):
        await na(kern.gesprekken.beurt(ANNE, "g", zin))
    gehoord: list[Verandering] = []
    with kern.veranderingen.luister(gehoord.append):
        bewaard = await na(kern.gesprekken.beurt(ANNE, "g", "bewaar"))
        await kern.gesprekken.verwijder_weging(ANNE, "g", "WW-2026-0001")
        assert not (await kern.gesprekken.verwijder_weging(ANNE, "g", "WW-2026-0001")).weg
    lijst = WegingenVeranderd(ANNE.eigenaar())
    sleutel, versie = ANNE.gesprek("g"), bewaard.versie
    assert versie is not None
    assert gehoord == [
        GesprekVeranderd(sleutel, versie),
        lijst,
        WegingenVeranderd(ANNE.eigenaar(), "WW-2026-0001"),
        GesprekVeranderd(sleutel, versie + 1),
    ]


class GeenSlot:
    """Locks in a database that cannot be reached."""

    def op(self, sleutel: str) -> AbstractAsyncContextManager[None]:
        raise OpslagBezet


async def test_zonder_slot_wordt_er_niets_verwerkt(caplog: pytest.LogCaptureFixture) -> None:
    opslag = GeheugenOpslag()
    om_de_beurt = OmDeBeurt(GeenSlot(), GeheugenVeranderingen())
    bezorging = Bezorging(opslag, klok)
    gesprekken = Gesprekken(opslag, om_de_beurt, bezorging, klok, Teller(), dialoog=NepDialoog())
    reactie = await na(gesprekken.beurt(ANNE, "g", "een"))
    assert zinnen(reactie) == [tekst("bot.opslag_bezet")]
    assert not reactie.verwerkt
    assert await opslag.laad(ANNE.gesprek("g")) is None
    assert "OpslagBezet" in caplog.text


# --- in Teams


@asynccontextmanager
async def _in_teams(kern: Kern) -> AsyncIterator[tuple[Connector, Any]]:
    async with (
        connector() as namaak,
        TestClient(TestServer(webserver(kern), host="127.0.0.1")) as client,
    ):

        async def zeg(zin: str, wie: str = "anne", **anders: Any) -> None:
            van = {"from": {"id": f"29:{wie}"}}
            antwoord = await client.post(PAD, json=namaak.activiteit(zin, **van, **anders))
            assert antwoord.status == 200

        yield namaak, zeg


async def test_in_teams_lopen_antwoorden_niet_door_elkaar(kern: Kern) -> None:
    async with _in_teams(kern) as (namaak, zeg):

        async def traag() -> None:
            await asyncio.sleep(0.005)

        namaak.bij_ontvangst = traag
        bestand = [{"contentType": "application/pdf"}]
        await asyncio.gather(
            zeg("een"),
            zeg("anders", type="messageUpdate"),
            zeg("twee"),
            zeg("", attachments=bestand),
            zeg("drie", attachments=bestand),
        )
        await kern.bezorging.rust()
        groepen = [a["replyToId"] for a in namaak.ontvangen]
    # All that answers one message stands together.
    assert [g for g, vorige in zip(groepen, [None, *groepen], strict=False) if g != vorige] == [
        *dict.fromkeys(groepen)
    ]
    assert sorted(map(groepen.count, set(groepen))) == [1, 1, 2, 2, 3]


async def test_in_teams_houdt_een_trage_bezorging_een_ander_niet_op(kern: Kern) -> None:
    async with _in_teams(kern) as (namaak, zeg):
        hangt, verder, bas_hoort = asyncio.Event(), asyncio.Event(), asyncio.Event()

        async def meld() -> None:
            bas_hoort.set()

        async def hang() -> None:
            namaak.bij_ontvangst = meld
            hangt.set()
            await verder.wait()

        namaak.bij_ontvangst = hang
        await zeg("een")
        await hangt.wait()
        # What comes while the question is on its way waits until it is known to have arrived.
        nog_eens = asyncio.create_task(zeg("twee"))
        async with asyncio.timeout(5):
            await zeg("drie", "bas")
            await bas_hoort.wait()
        assert not nog_eens.done()
        verder.set()
        await nog_eens
        await kern.bezorging.rust()
        assert [zin for zin in namaak.teksten() if zin.startswith("Genoteerd")] == [
            "Genoteerd: drie",
            "Genoteerd: een",
            "Genoteerd: twee",
        ]


# --- in de terminal


async def test_in_de_terminal_lopen_antwoorden_niet_door_elkaar(gesprekken: Gesprekken) -> None:
    uitvoer = io.StringIO()

    async def ander_venster(nummer: int) -> None:
        """Say something in the same conversation, and take time to write the answer."""
        async with gesprekken.beurt(Wie("terminal", "anne"), "terminal", "dat is geen naam") as r:
            for bericht in berichten(r.beeld):
                uitvoer.write(f"ander {nummer}: {bericht.tekst}\n")
                await asyncio.sleep(0.005)

    with pijp(b"een\ntwee\ndrie\n") as invoer:
        await asyncio.gather(
            ander_venster(1),
            chat(gesprekken, Wie("terminal", "anne"), invoer, uitvoer),
            ander_venster(2),
            ander_venster(3),
        )
    regels = uitvoer.getvalue().splitlines()
    for nummer in (1, 2, 3):
        begin = regels.index(f"ander {nummer}: {tekst('bot.geen_naam_welke')}")
        assert regels[begin + 1].startswith(f"ander {nummer}: **")
    vragen = {vraagtekst(nummer).strip("*") for nummer, id_ in enumerate(VRAAG) if id_}
    for zin in ("een", "twee", "drie"):
        begin = regels.index(f"Genoteerd: {zin}")
        assert regels[begin + 1] == ""
        assert regels[begin + 3] in vragen, "de vraag volgt"


# --- in de webchat


@pytest.fixture
async def echt(sqlite: SqliteOpslag) -> AsyncIterator[tuple[Kern, Client]]:
    """The web chat with the real dialogue, and what it stands on."""
    kern = richt_in(sqlite, klok, Teller())
    async with AsyncExitStack() as open_:
        client: Client = TestClient(TestServer(webserver(kern), host="127.0.0.1"))
        yield kern, await open_.enter_async_context(client)


async def test_in_de_webchat_gaan_paginas_niet_terug_in_de_tijd(
    echt: tuple[Kern, Client],
) -> None:
    _, client = echt
    tabs = [await open_tab(client) for _ in range(3)]
    ids = [await tab.stuur("overslaan" if n == 0 else "help") for n, tab in enumerate(tabs)]
    gezien = [[(await tab.frame("beeld"))["op"] for _ in ids] for tab in tabs]
    assert sorted(gezien[0]) == sorted(ids)
    assert gezien[0] == gezien[1] == gezien[2], "elke pagina ziet dezelfde volgorde"
    assert tabs[0].beeld == tabs[1].beeld == tabs[2].beeld


async def test_in_de_webchat_wacht_een_ander_profiel_niet(echt: tuple[Kern, Client]) -> None:
    kern, client = echt
    tab, ander = await open_tab(client), await open_tab(client, PROFIELEN[1])
    async with kern.gesprekken.bekijk(PROFESSIONAL, GESPREK):
        op = await tab.stuur("overslaan")
        async with asyncio.timeout(10):
            assert (await ander.zeg("overslaan"))["verwerkt"]
        await tab.frame("bezig")
    assert (await tab.na(op))["verwerkt"]


async def test_een_pagina_ziet_wat_buiten_haar_om_verandert(echt: tuple[Kern, Client]) -> None:
    kern, client = echt
    tab, tweede = await open_tab(client), await open_tab(client)
    await na(kern.gesprekken.beurt(PROFESSIONAL, GESPREK, "overslaan"))
    for pagina in (tab, tweede):
        assert (await pagina.na(None))["beeld"]["vraag"]["sleutel"] == "gebruiker"


async def test_wie_het_al_ziet_krijgt_het_niet_nog_eens(echt: tuple[Kern, Client]) -> None:
    kern, client = echt
    tab, tweede = await open_tab(client), await open_tab(client)
    beelden = await _beelden_na(tab, "overslaan")
    assert [b["op"] for b in beelden] == [beelden[0]["op"], None]
    assert (await _beelden_na(tweede, "geven"))[0]["op"] is not None
    # Told once more of what every page shows: nothing to do.
    versie = (await na(kern.gesprekken.bekijk(PROFESSIONAL, GESPREK))).versie
    assert versie is not None
    await kern.veranderingen.meld(GesprekVeranderd(PROFESSIONAL.gesprek(GESPREK), versie))
    await kern.veranderingen.meld(WegingenVeranderd(PROFESSIONAL.eigenaar()))
    while (frame := await tab.socket.receive_json(timeout=5))["soort"] != "wegingen":
        assert (frame["soort"], frame.get("op")) != ("beeld", None)


async def _beelden_na(tab: Tab, zin: str) -> list[dict[str, Any]]:
    """Say something, look again, and return every beeld up to that look."""
    op = await tab.stuur(zin)
    beelden = [await tab.na(op)]
    await tab.socket.send_json({"soort": "begin"})
    while not beelden or beelden[-1]["op"] is not None:
        beelden.append(await tab.frame("beeld"))
    return beelden


async def test_alleen_de_eigenaar_hoort_van_zijn_lijst(echt: tuple[Kern, Client]) -> None:
    kern, client = echt
    tab, ander = await open_tab(client), await open_tab(client, PROFIELEN[1])
    await kern.veranderingen.meld(WegingenVeranderd(Wie(KANAAL, PROFIELEN[1]).eigenaar()))
    await ander.frame("wegingen")
    await tab.socket.send_json({"soort": "begin"})
    assert (await tab.socket.receive_json(timeout=5))["soort"] == "beeld"


async def test_wie_een_weging_elders_verwijdert_ziet_dat_op_elke_pagina(
    bewaard: Tab, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    tweede = await open_tab(client)
    oorsprong = {"Origin": str(client.make_url("/")).rstrip("/")}
    with caplog.at_level(logging.WARNING):
        assert (await client.delete("/wegingen/WW-2026-0001", headers=oorsprong)).status == 200
        for pagina in (bewaard, tweede):
            await pagina.frame("wegingen")
            assert (await pagina.na(None))["beeld"]["bewaard_als"] is None
    assert caplog.text == ""
