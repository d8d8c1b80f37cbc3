"""Teams: van activiteit naar beurt, en van bericht naar activiteit."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer

from bot.kanalen.teams import bezorger
from bot.kanalen.teams.bezorger import Bezorger, NietBezorgd, adres
from bot.kanalen.teams.ingang import PAD
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in, webserver
from bot.wie import Wie
from dialogs.bedoeling import Gezegd, Uiting
from dialogs.beurt import Beurt
from dialogs.dossier import Dossier
from dialogs.dossier.wacht import OpLijst
from dialogs.teksten import tekst
from tests.bot.connector import Connector, connector
from tests.bot.nep import VRAAG, NepDialoog, Teller, klok, vraagtekst, zegt


class Teams:
    """Somebody at Teams, who talks to our server."""

    def __init__(self, client: Any, namaak: Connector) -> None:
        self.client = client
        self.connector = namaak

    async def stuur(self, tekst_: str | None = "hallo", **anders: Any) -> int:
        antwoord = await self.client.post(PAD, json=self.connector.activiteit(tekst_, **anders))
        return int(antwoord.status)

    async def zegt(self, tekst_: str | None, **anders: Any) -> list[str]:
        """Send a message; return what came back for it."""
        voor = len(self.connector.ontvangen)
        assert await self.stuur(tekst_, **anders) == 200
        return self.connector.teksten()[voor:]


class Keuzerijk(NepDialoog):
    """Says something long, or asks with as many choices as the answer says."""

    def beantwoord(self, dossier: Dossier, uiting: Uiting, nu: dt.datetime) -> Beurt:
        assert isinstance(uiting, Gezegd)
        if uiting.tekst.startswith("lang"):
            return Beurt(dossier, (zegt("een regel\n" * 3000),), vraagt=False)
        if not uiting.tekst.isdigit():
            return super().beantwoord(dossier, uiting, nu)
        keuzes = tuple(f"w{n}" for n in range(int(uiting.tekst)))
        lijst = OpLijst(kop="casussen", keuzes=keuzes, terug=dossier.stand.gesteld)
        return Beurt(dossier.wachtend(lijst))


@pytest.fixture
async def teams(sqlite: SqliteOpslag, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Teams]:
    monkeypatch.setattr(bezorger, "_PAUZES", (0.0, 0.0))
    app = webserver(richt_in(sqlite, klok, Teller(), Keuzerijk()))
    async with connector() as namaak, TestClient(TestServer(app, host="127.0.0.1")) as client:
        yield Teams(client, namaak)


async def test_een_bericht_krijgt_antwoord_op_de_goede_plek(teams: Teams) -> None:
    assert (await teams.zegt("een leerling"))[0] == "Genoteerd: een leerling"
    antwoord = teams.connector.ontvangen[0]
    assert antwoord["type"] == "message"
    assert antwoord["textFormat"] == "markdown"
    assert antwoord["replyToId"] == "in-1"
    assert antwoord["recipient"]["id"] == "29:anne"
    assert antwoord["from"]["id"] == "28:bot"
    assert teams.connector.paden[0] == "/teams/v3/conversations/a%3Agesprek/activities/in-1"


async def test_een_vraag_draagt_haar_id_en_niets_meer(teams: Teams) -> None:
    await teams.zegt("een leerling")
    groet, vraag = teams.connector.ontvangen
    assert "channelData" not in groet
    assert vraag["channelData"] == {"weegwijzer": {"vraag": VRAAG[2]}}


async def test_een_vraag_heeft_knoppen_en_nummers(teams: Teams) -> None:
    await teams.zegt("een leerling")
    vraag = teams.connector.ontvangen[-1]
    assert vraag["text"].startswith("_")
    assert f"{vraagtekst(2)}\n\n1. Ja\n2. Nee\n" in vraag["text"]
    [kaart] = vraag["attachments"]
    assert kaart["contentType"] == "application/vnd.microsoft.card.hero"
    ja, nee, *_ = kaart["content"]["buttons"]
    for knop, label in ((ja, "Ja"), (nee, "Nee")):
        assert (knop["type"], knop["title"], knop["text"]) == ("messageBack", label, label)
    assert ja["value"] == nee["value"]


async def test_meer_keuzes_dan_knoppen(teams: Teams) -> None:
    await teams.zegt("9")
    vraag = teams.connector.ontvangen[-1]
    assert "9. w8" in vraag["text"]
    assert len(vraag["attachments"][0]["content"]["buttons"]) == 6


async def test_een_lang_bericht_komt_in_stukken(teams: Teams) -> None:
    stukken = await teams.zegt("lang")
    assert len(stukken) > 1
    assert all(len(stuk) <= 12_000 for stuk in stukken)
    assert "\n".join(stukken).count("een regel") == 3000


@pytest.mark.parametrize(
    ("ruw", "gelezen"),
    [
        ("<at>Weegwijzer</at>&nbsp;achttien", "achttien"),
        ('<at id="0">Weegwijzer</at> achttien\u00a0jaar', "achttien jaar"),
        ("achttien &nbsp;", "achttien"),
        ("a < b", "a < b"),
    ],
)
async def test_vermeldingen_gaan_eruit(teams: Teams, ruw: str, gelezen: str) -> None:
    assert (await teams.zegt(ruw))[0] == f"Genoteerd: {gelezen}"


async def test_wie_erbij_komt_krijgt_een_groet(teams: Teams, sqlite: SqliteOpslag) -> None:
    erbij = [{"id": "28:bot"}, {"id": "29:anne", "name": "Anne"}]
    gezegd = await teams.zegt(None, type="conversationUpdate", membersAdded=erbij)
    assert gezegd[0] == "Welkom."
    assert (
        await sqlite.laad(Wie("teams", "29:anne", via="msteams").gesprek("a:gesprek")) is not None
    )


@pytest.mark.parametrize("erbij", [None, [], [{"id": "28:bot"}]])
async def test_de_bot_groet_zichzelf_niet(teams: Teams, erbij: list[dict[str, str]] | None) -> None:
    assert await teams.zegt(None, type="conversationUpdate", membersAdded=erbij) == []


@pytest.mark.parametrize("soort", ["typing", "messageReaction", "endOfConversation", "x"])
async def test_wat_we_niet_kennen_laten_we_liggen(teams: Teams, soort: str) -> None:
    assert await teams.zegt("hallo", type=soort) == []


async def test_een_bestand_weigeren_we_vriendelijk(teams: Teams) -> None:
    bestand = {"contentType": "application/pdf", "contentUrl": "http://127.0.0.1/x"}
    html = {"contentType": "text/html", "content": "<p>hallo</p>"}
    geen_bestand = tekst("bot.geen_bestand")
    assert await teams.zegt(None, attachments=[bestand]) == [geen_bestand]
    gezegd = await teams.zegt("achttien", attachments=[bestand, html])
    assert gezegd[:2] == [geen_bestand, "Genoteerd: achttien"]
    assert geen_bestand not in await teams.zegt("negentien", attachments=[html])


async def test_wat_dubbel_komt_wordt_een_keer_beantwoord(teams: Teams) -> None:
    assert await teams.zegt("achttien", id="zelfde") != []
    assert await teams.zegt("achttien", id="zelfde") == []


async def test_twee_mensen_in_een_kanaal(teams: Teams) -> None:
    await teams.zegt("van Anne")
    gezegd = await teams.zegt("van Bas", **{"from": {"id": "29:bas"}})
    assert vraagtekst(2) in gezegd[-1], "Bas begint bij het begin"


async def test_antwoorden_op_twee_berichten_lopen_niet_door_elkaar(teams: Teams) -> None:
    await asyncio.gather(*(teams.stuur(f"antwoord {n}") for n in range(8)))
    gezegd = teams.connector.teksten()
    assert len(gezegd) == 16
    for nummer, (genoteerd, vraag) in enumerate(zip(gezegd[::2], gezegd[1::2], strict=True), 1):
        assert genoteerd.startswith("Genoteerd: antwoord")
        assert vraagtekst(nummer + 1) in vraag


async def test_eerst_bewaard_dan_pas_beantwoord(teams: Teams, sqlite: SqliteOpslag) -> None:
    bewaard: list[Any] = []

    async def kijk() -> None:
        document = await sqlite.laad(Wie("teams", "29:anne", via="msteams").gesprek("a:gesprek"))
        assert document is not None
        bewaard.append(document.inhoud["dossier"]["antwoorden"][VRAAG[1]]["waarde"])

    teams.connector.bij_ontvangst = kijk
    await teams.zegt("achttien")
    assert bewaard == ["achttien", "achttien"]


# --- bezorgen


@pytest.mark.parametrize("statussen", [[429], [500, 502], [503]])
async def test_bezorgen_proberen_we_nog_eens(teams: Teams, statussen: list[int]) -> None:
    teams.connector.statussen = statussen
    teams.connector.koppen = {"Retry-After": "0"}
    assert len(await teams.zegt("achttien")) == 2


@pytest.mark.parametrize("statussen", [[500] * 3, [404], [403], [302]])
async def test_niet_bezorgd_is_wel_bewaard(teams: Teams, statussen: list[int]) -> None:
    aantal = len(statussen)
    teams.connector.statussen = statussen
    teams.connector.koppen = {"Location": teams.connector.url}
    assert await teams.zegt("achttien") == []
    assert len(teams.connector.paden) == aantal, "het tweede bericht proberen we niet meer"
    kwijt, vraag = await teams.zegt("negentien")
    assert kwijt == tekst("bot.antwoord_kwijt")
    assert vraagtekst(2) in vraag
    assert vraagtekst(3) in (await teams.zegt("negentien"))[-1]


async def test_langer_dan_de_tijd_wachten_we_niet() -> None:
    async with connector() as namaak, ClientSession() as sessie:
        namaak.statussen = [429]
        namaak.koppen = {"Retry-After": "86400"}
        naar = adres(namaak.url, "g", None)
        with pytest.raises(NietBezorgd):
            await Bezorger(sessie, tijd=0.05).bezorg(naar, {"text": "hallo"})
        assert namaak.paden == ["/teams/v3/conversations/g/activities"]


async def test_niemand_thuis(teams: Teams) -> None:
    assert await teams.stuur("achttien", serviceUrl="http://127.0.0.1:1/") == 200
    assert vraagtekst(2) in (await teams.zegt("negentien"))[-1]
