"""Opzoeken vanuit het tekstvak van Teams: een aanroep over HTTP, met het antwoord in het lijf."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.kanalen.teams.ingang import PAD
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in, webserver
from dialogs.dossier.vragen import MAX_TEKST
from dialogs.teksten import tekst
from knowledge.onderwerpen import onderwerpen
from tests.bot.connector import Connector, connector
from tests.bot.nep import NepDialoog, Teller, klok

DUIMNAGEL = "application/vnd.microsoft.card.thumbnail"


class Vak:
    """Somebody who types in the compose box of Teams."""

    def __init__(self, client: Any, namaak: Connector) -> None:
        self.client = client
        self.connector = namaak

    async def roept(
        self, waarde: Any, naam: str = "composeExtension/query"
    ) -> tuple[int, dict[str, Any]]:
        activiteit = self.connector.activiteit(None, type="invoke", name=naam, value=waarde)
        antwoord = await self.client.post(PAD, json=activiteit)
        return antwoord.status, await antwoord.json()

    async def zoekt(self, vraag: str, **anders: Any) -> dict[str, Any]:
        parameters = [{"name": "zoek", "value": vraag}]
        status, lijf = await self.roept({"commandId": "zoek", "parameters": parameters, **anders})
        assert status == 200
        uitbreiding: dict[str, Any] = lijf["composeExtension"]
        return uitbreiding


@pytest.fixture
async def vak(sqlite: SqliteOpslag) -> AsyncIterator[Vak]:
    app = webserver(richt_in(sqlite, klok, Teller(), NepDialoog()))
    async with connector() as namaak, TestClient(TestServer(app, host="127.0.0.1")) as client:
        yield Vak(client, namaak)


async def test_wat_gevonden_is_komt_als_kaarten(vak: Vak) -> None:
    gevonden = await vak.zoekt("casus 3.1.2")
    assert (gevonden["type"], gevonden["attachmentLayout"]) == ("result", "list")
    eerste = gevonden["attachments"][0]
    assert eerste["contentType"] == eerste["preview"]["contentType"] == DUIMNAGEL
    assert eerste["content"]["title"].startswith("Casus 3.1.2")
    assert "§3.1.2" in eerste["content"]["text"]
    assert eerste["preview"]["content"]["title"] == eerste["content"]["title"]
    assert vak.connector.ontvangen == []


async def test_wie_het_vak_opent_ziet_de_casussen(vak: Vak) -> None:
    aantal = sum(o.soort == "casus" for o in onderwerpen().values())
    leeg = await vak.zoekt("")
    open_ = await vak.roept({"parameters": [{"name": "initialRun", "value": "true"}]})
    zonder = await vak.roept({})
    assert len(leeg["attachments"]) == min(aantal, 25)
    assert open_[1]["composeExtension"] == zonder[1]["composeExtension"] == leeg


async def test_teams_vraagt_een_deel_van_de_lijst(vak: Vak) -> None:
    alle = (await vak.zoekt(""))["attachments"]
    deel = await vak.zoekt("", queryOptions={"skip": 2, "count": 3})
    assert deel["attachments"] == alle[2:5]


async def test_niets_gevonden_wordt_gezegd(vak: Vak) -> None:
    gevonden = await vak.zoekt("xqzxq")
    assert gevonden == {"type": "message", "text": tekst("bot.uitbreiding_niets")}


async def test_een_te_lange_vraag_wordt_geweigerd(vak: Vak) -> None:
    gevonden = await vak.zoekt("a" * (MAX_TEKST + 1))
    assert gevonden == {
        "type": "message",
        "text": tekst("bot.te_lang", max=str(MAX_TEKST)),
    }


async def test_een_naam_gaat_langs_de_bewaker(vak: Vak) -> None:
    alleen = await vak.zoekt("Fatoumata Diallo")
    assert alleen["type"] == "message"
    assert "[naam]" in alleen["text"]
    assert "Fatoumata" not in alleen["text"]
    erbij = await vak.zoekt("casus 3.1.2 Fatoumata Diallo")
    assert erbij["attachments"][0]["content"]["title"].startswith("Casus 3.1.2")


@pytest.mark.parametrize(
    ("waarde", "veld"),
    [
        (None, "value"),
        ("zoek", "value"),
        ([], "value"),
        ({"parameters": "x"}, "value.parameters"),
        ({"parameters": [{"name": "zoek", "value": {"x": 1}}]}, "value.parameters.0.value"),
        ({"parameters": [{"value": "x"}]}, "value.parameters.0.name"),
        ({"queryOptions": {"count": 0}}, "value.queryOptions.count"),
    ],
)
async def test_een_onbruikbare_vraag_krijgt_een_regel(vak: Vak, waarde: Any, veld: str) -> None:
    status, lijf = await vak.roept(waarde)
    assert status == 400
    [regel] = lijf.values()
    assert veld in regel
    assert "\n" not in regel


async def test_een_andere_aanroep_is_er_niet(vak: Vak) -> None:
    for naam in ("composeExtension/submitAction", "adaptiveCard/action", "", "x" * 5000):
        status, lijf = await vak.roept({"x": 1}, naam)
        assert (status, lijf) == (501, {"fout": tekst("bot.geweigerd_aanroep")})
