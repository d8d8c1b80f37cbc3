"""Teams: van activiteit naar beurt, en van bericht naar activiteit."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer

from bot.bezorgen import NietBezorgd
from bot.dialoog import Dialoog
from bot.kanalen.teams.bezorger import Bezorger
from bot.kanalen.teams.ingang import PAD
from bot.opslag.poort import Opslag
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import Kern, richt_in, webserver
from bot.wie import Wie
from dialogs import gesprek
from dialogs.bedoeling import Gezegd, Uiting
from dialogs.beurt import Beurt
from dialogs.dossier import Dossier
from dialogs.dossier.wacht import OpLijst
from dialogs.teksten import tekst
from tests.bot.connector import Connector, connector
from tests.bot.nep import VRAAG, NepDialoog, Teller, Tijd, klok, vraagtekst, zegt


class Teams:
    """Somebody at Teams, who talks to our server."""

    def __init__(self, client: Any, namaak: Connector, kern: Kern, tijd: Tijd) -> None:
        self.client = client
        self.connector = namaak
        self.kern = kern
        self.tijd = tijd

    async def stuur(self, tekst_: str | None = "hallo", **anders: Any) -> int:
        antwoord = await self.client.post(PAD, json=self.connector.activiteit(tekst_, **anders))
        return int(antwoord.status)

    async def zegt(self, tekst_: str | None, **anders: Any) -> list[str]:
        """Send a message; return what came back for it."""
        voor = len(self.connector.ontvangen)
        assert await self.stuur(tekst_, **anders) == 200
        await self.kern.bezorging.rust()
        return self.connector.teksten()[voor:]

    async def wacht(self, seconden: float) -> list[str]:
        """Let time pass; return what came meanwhile."""
        voor = len(self.connector.ontvangen)
        self.tijd.verder(seconden)
        self.kern.bezorging.wek()
        await self.kern.bezorging.rust()
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


@asynccontextmanager
async def in_teams(opslag: Opslag, dialoog: Dialoog = gesprek) -> AsyncIterator[Teams]:
    """Have somebody at Teams talk to a server on this storage."""
    tijd = Tijd()
    kern = richt_in(opslag, tijd, Teller(), dialoog)
    server = TestServer(webserver(kern), host="127.0.0.1")
    async with connector() as namaak, TestClient(server) as client:
        yield Teams(client, namaak, kern, tijd)


@pytest.fixture
async def teams(sqlite: SqliteOpslag) -> AsyncIterator[Teams]:
    async with in_teams(sqlite, Keuzerijk()) as open_:
        yield open_


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
    await teams.kern.bezorging.rust()
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


@pytest.mark.parametrize("status", [408, 412, 429, 500, 502, 503, 504, 599])
async def test_bezorgen_proberen_we_nog_eens(teams: Teams, status: int) -> None:
    teams.connector.statussen = [status]
    assert await teams.zegt("achttien") == []
    assert len(await teams.wacht(0.5)) == 2
    assert len(teams.connector.paden) == 3


@pytest.mark.parametrize("wacht", ["20", "Mon, 02 Mar 2026 10:30:20 GMT"])
async def test_hoe_lang_de_ander_vraagt_wachten_we(teams: Teams, wacht: str) -> None:
    teams.connector.statussen = [429]
    teams.connector.koppen = {"Retry-After": wacht}
    assert await teams.zegt("achttien") == []
    assert await teams.wacht(19.9) == []
    assert len(await teams.wacht(0.7)) == 2


@pytest.mark.parametrize("status", [302, 400, 403, 404, 413])
async def test_wat_geweigerd_is_blijft_liggen(teams: Teams, status: int) -> None:
    teams.connector.statussen = [status]
    teams.connector.koppen = {"Location": teams.connector.url}
    assert await teams.zegt("achttien") == []
    assert await teams.wacht(100_000) == []
    assert len(teams.connector.paden) == 1, "ook het tweede bericht proberen we niet"
    regels = await teams.kern.opslag.uitgaand()
    assert [(r.reden, r.dood is not None) for r in regels] == [(f"status {status}", True)] * 2


async def test_een_antwoord_telt_pas_als_de_vraag_aankwam(teams: Teams) -> None:
    teams.connector.statussen = [404]
    assert await teams.zegt("achttien") == []
    kwijt, vraag = await teams.zegt("negentien")
    assert kwijt == tekst("bot.antwoord_kwijt")
    assert vraagtekst(2) in vraag
    assert vraagtekst(3) in (await teams.zegt("negentien"))[-1]


async def test_de_andere_kant_is_een_minuut_weg(teams: Teams) -> None:
    await teams.zegt("achttien")
    teams.connector.statussen = [503] * 1000
    assert await teams.zegt("negentien") == []
    for _ in range(60):
        assert await teams.wacht(1) == []
    # Who types on meanwhile answers no question: it did not arrive.
    assert await teams.zegt("twintig") == []
    teams.connector.statussen = []
    noteert, vraag, kwijt, nog_eens = await teams.wacht(64)
    assert (noteert, kwijt) == ("Genoteerd: negentien", tekst("bot.antwoord_kwijt"))
    assert vraagtekst(3) in vraag
    assert vraagtekst(3) in nog_eens
    assert (await teams.zegt("twintig"))[0] == "Genoteerd: twintig"
    assert await teams.kern.opslag.uitgaand() == ()


async def test_wat_opnieuw_gestuurd_wordt_krijgt_alsnog_antwoord(teams: Teams) -> None:
    teams.connector.statussen = [503, 403]
    assert await teams.zegt("achttien", id="zelfde") == []
    # While it waits for another try; when that was in vain; and when all arrived.
    assert await teams.zegt("achttien", id="zelfde") == []
    noteert, vraag = await teams.zegt("achttien", id="zelfde")
    assert noteert == "Genoteerd: achttien"
    assert vraagtekst(2) in vraag
    assert await teams.zegt("achttien", id="zelfde") == []
    assert vraagtekst(3) in (await teams.zegt("negentien"))[-1], "het telde een keer"


async def test_wat_weg_is_en_nooit_aankwam_wordt_opnieuw_gevraagd(teams: Teams) -> None:
    teams.connector.statussen = [403]
    await teams.zegt("achttien", id="zelfde")
    for regel in await teams.kern.opslag.uitgaand():
        await teams.kern.opslag.wis_uitgaand(regel.nummer)
    kwijt, vraag = await teams.zegt("achttien", id="zelfde")
    assert kwijt == tekst("bot.antwoord_kwijt")
    assert vraagtekst(2) in vraag


@pytest.mark.parametrize("soort", ["conversationUpdate", "bestand"])
async def test_ook_wat_geen_antwoord_is_komt_een_keer(teams: Teams, soort: str) -> None:
    anders: dict[str, Any] = {"attachments": [{"contentType": "application/pdf"}]}
    if soort != "bestand":
        anders = {"type": soort, "membersAdded": [{"id": "29:anne"}]}
    assert await teams.zegt(None, id="zelfde", **anders) != []
    assert await teams.zegt(None, id="zelfde", **anders) == []


async def test_een_andere_start_bezorgt_wat_er_lag(teams: Teams, sqlite: SqliteOpslag) -> None:
    teams.connector.statussen = [503]
    assert await teams.zegt("achttien") == []
    await teams.client.close()
    teams.tijd.verder(1)
    ander = richt_in(sqlite, teams.tijd, Teller(), Keuzerijk())
    async with TestClient(TestServer(webserver(ander), host="127.0.0.1")):
        await ander.bezorging.rust()
    assert teams.connector.teksten()[0] == "Genoteerd: achttien"
    assert len(teams.connector.ontvangen) == 2


async def test_niemand_thuis(teams: Teams) -> None:
    assert await teams.zegt("achttien", serviceUrl="http://127.0.0.1:1/") == []
    [regel, _] = await teams.kern.opslag.uitgaand()
    assert (regel.reden, regel.dood) == ("ClientConnectorError", None)


async def test_langer_dan_de_tijd_wachten_we_niet() -> None:
    async with connector() as namaak, ClientSession() as sessie:

        async def zwijg() -> None:
            await asyncio.sleep(5)

        namaak.bij_ontvangst = zwijg
        weg = {"serviceUrl": namaak.url, "conversation": {"id": "g"}, "text": "hallo"}
        with pytest.raises(NietBezorgd, match="tijd"):
            await Bezorger(sessie, klok, tijd=0.05).bezorg(weg)
        assert namaak.paden == ["/teams/v3/conversations/g/activities"]


@pytest.mark.parametrize(
    "weg",
    [
        {},
        {"serviceUrl": "http://127.0.0.1:1/"},
        {"serviceUrl": "http://example.com/", "conversation": {"id": "g"}},
        {"serviceUrl": 3, "conversation": []},
    ],
)
async def test_naar_een_ander_adres_gaat_niets(weg: dict[str, Any]) -> None:
    async with ClientSession() as sessie:
        with pytest.raises(NietBezorgd) as fout:
            await Bezorger(sessie, klok).bezorg(weg)
    assert (fout.value.reden, fout.value.zinloos) == ("adres", True)
