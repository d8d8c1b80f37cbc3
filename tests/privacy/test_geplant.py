"""Wat iemand van een jongere typt, komt nergens terecht: door welke ingang het ook komt."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, Final

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.kanalen.teams.ingang import PAD
from bot.opstarten import Kern, webserver
from tests.bot.connector import Connector, connector
from tests.bot.tab import Client, Tab, eigen, ingevuld, open_tab
from tests.privacy.planten import (
    GEEN_NAAM,
    GEGEVENS,
    SCHUINE_STREPEN,
    ZIN,
    als_tekst,
    bestanden,
    gesprek,
    gevonden_in,
    onbruikbaar,
)

Gelogd = Callable[[], list[str]]
ROOT: Final = Path(__file__).parents[2]


def assert_bewaard_zonder(uit: list[str], overal: Path) -> None:
    """The weighing is kept, with labels in the places of what was planted."""
    geschreven = bestanden(overal)
    assert any("WW-" in tekst and "[kenteken]" in tekst for tekst in geschreven)
    assert gevonden_in([*uit, *geschreven]) == set()


def draai(overal: Path, *opdracht: str, invoer: str = "") -> subprocess.CompletedProcess[bytes]:
    omgeving = {
        **os.environ,
        "WEEGWIJZER_DATA": str(overal / "gegevens"),
        "TMPDIR": str(overal / "tijdelijk"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(  # noqa: S603 - our own program, with arguments of our own
        [sys.executable, "app.py", *opdracht],
        input=invoer.encode(),
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=omgeving,
        timeout=100,
    )


@pytest.mark.parametrize(
    "opdracht",
    [("zoek", ZIN), ("zoek", ZIN, "--json"), ("begrijp", ZIN), ("privacy", ZIN)],
    ids=["zoek", "zoek --json", "begrijp", "privacy"],
)
def test_wat_op_de_opdrachtregel_staat_blijft_nergens(
    overal: Path, opdracht: tuple[str, ...]
) -> None:
    klaar = draai(overal, *opdracht)
    assert klaar.returncode == 0
    assert gevonden_in([klaar.stderr.decode(), *bestanden(overal)]) == set()


def test_afgeschermde_tekst_op_de_opdrachtregel_houdt_niets_over(overal: Path) -> None:
    assert gevonden_in([draai(overal, "privacy", ZIN).stdout.decode()]) == set()


def test_in_de_terminal(overal: Path) -> None:
    # One message is one line here.
    regels = "".join("{}\n".format(regel.replace("\n", " ")) for regel in gesprek())
    klaar = draai(overal, "chat", invoer=regels)
    assert klaar.returncode == 0
    uit = [klaar.stdout.decode(), klaar.stderr.decode()]
    assert_bewaard_zonder(uit, overal)


@pytest.fixture
async def teams(kern: Kern) -> AsyncIterator[tuple[Client, Connector, Kern]]:
    app = webserver(kern)
    async with connector() as namaak, TestClient(TestServer(app, host="127.0.0.1")) as client:
        yield client, namaak, kern


async def test_in_teams(
    teams: tuple[Client, Connector, Kern], overal: Path, alles_loggen: Gelogd
) -> None:
    client, namaak, kern = teams
    for zin in gesprek():
        antwoord = await client.post(PAD, json=namaak.activiteit(zin))
        assert antwoord.status == 200
        await kern.bezorging.rust()

    assert_bewaard_zonder([als_tekst(namaak.ontvangen), *alles_loggen()], overal)


ANDERS: Final[dict[str, dict[str, Any]]] = {
    "bewerkt bericht": {"type": "messageUpdate"},
    "gewist bericht": {"type": "messageDelete"},
    "message extension": {
        "type": "invoke",
        "name": "composeExtension/query",
        "value": {"parameters": [{"name": "zoek", "value": ZIN}]},
    },
    "message extension, naam van het veld": {
        "type": "invoke",
        "name": "composeExtension/query",
        "value": {"commandId": ZIN, "parameters": [{"name": ZIN, "value": ZIN}], "state": ZIN},
    },
    "message extension, onbruikbaar": {
        "type": "invoke",
        "name": "composeExtension/query",
        "value": {"parameters": [{"name": "zoek", "value": {ZIN: ZIN}}], "queryOptions": ZIN},
    },
    "andere aanroep": {"type": "invoke", "name": ZIN, "value": ZIN},
    **{f"schuine streep {n}": {"text": streep} for n, streep in enumerate(SCHUINE_STREPEN, 1)},
    "bewerkt met schuine streep": {"type": "messageUpdate", "text": SCHUINE_STREPEN[0]},
    "geen naam": {"text": GEEN_NAAM[0]},
    "ingevulde kaart": {"text": None, "value": {"reden": ZIN, "vraag": "omschrijving"}},
    "reactie op een kaart": {"type": "invoke", "name": "adaptiveCard/action", "value": {"x": ZIN}},
    "gebeurtenis": {"type": "event", "name": ZIN, "value": ZIN},
    "citaat": {"text": f"<blockquote itemscope>{ZIN}</blockquote>ja"},
    "citaat als bijlage": {
        "text": "ja",
        "attachments": [{"contentType": "messageReference", "content": ZIN, "name": ZIN}],
    },
    "bestand": {
        "attachments": [{"contentType": "application/pdf", "name": f"{ZIN}.pdf", "contentUrl": ZIN}]
    },
    "plaatje": {"text": None, "attachments": [{"contentType": "image/png", "name": ZIN}]},
    "vermelding": {"text": f"<at>Weegwijzer</at> {ZIN}"},
    "naam van het gesprek": {
        "conversation": {"id": "k", "conversationType": "channel", "tenantId": "t", "name": ZIN}
    },
    "naam van wie erbij komt": {
        "type": "conversationUpdate",
        "membersAdded": [{"id": "29:anne", "name": ZIN}],
    },
    "onbekend soort": {"type": "iets"},
    "onbruikbaar": {"type": 7, "from": ZIN},
    "summary en suggesties": {"summary": ZIN, "speak": ZIN, "suggestedActions": {"to": [ZIN]}},
}


@pytest.mark.parametrize("anders", ANDERS.values(), ids=ANDERS)
async def test_door_elke_andere_ingang_van_teams(
    anders: dict[str, Any],
    teams: tuple[Client, Connector, Kern],
    overal: Path,
    alles_loggen: Gelogd,
) -> None:
    client, namaak, kern = teams
    activiteit = namaak.activiteit(ZIN) | anders
    antwoord = await client.post(PAD, json=activiteit)
    assert antwoord.status in {200, 400, 501}
    await kern.bezorging.rust()
    uit = [await antwoord.text(), als_tekst(namaak.ontvangen), *alles_loggen()]
    assert gevonden_in([*uit, *bestanden(overal)]) == set()


async def test_een_vals_alarm_bewaart_geen_naam(
    teams: tuple[Client, Connector, Kern], overal: Path, alles_loggen: Gelogd
) -> None:
    client, namaak, kern = teams
    for zin in ("hallo", ZIN, *GEEN_NAAM, ZIN, GEEN_NAAM[1], "Het gaat over leerling oleksandr."):
        antwoord = await client.post(PAD, json=namaak.activiteit(zin))
        assert antwoord.status == 200
        await kern.bezorging.rust()
    vrijgegeven = {"Fatoumata", "Diallo", "oleksandr"}
    gevonden = gevonden_in([als_tekst(namaak.ontvangen), *alles_loggen(), *bestanden(overal)])
    assert gevonden <= vrijgegeven, "what was said to be no name may stand in an answer"
    assert gevonden_in(alles_loggen()) == set()


async def test_in_de_webchat(kern: Kern, overal: Path, alles_loggen: Gelogd) -> None:
    uit: list[str] = []
    app = webserver(kern)
    async with TestClient(TestServer(app, host="127.0.0.1")) as client:
        tab = await open_tab(client)
        uit += [als_tekst(await tab.na(await tab.stuur(zin))) for zin in gesprek()]
        for onbruikbaar in (ZIN, f'{{"soort": "bericht", "id": "1", "tekst": "{ZIN}", "x": 1}}'):
            await tab.socket.send_str(onbruikbaar)
            uit.append(als_tekst(await tab.frame("fout")))
        paden = ("/wegingen", "/wegingen/WW-2026-0001.md", "/wegingen/WW-2026-0001.json")
        for pad in (*paden, f"/wegingen/{ZIN}", f"/{ZIN}", f"/zoek?vraag={ZIN}"):
            antwoord = await client.get(pad, headers={"Origin": eigen(client)})
            uit.append(await antwoord.text())

    assert_bewaard_zonder([*uit, *alles_loggen()], overal)


async def _in_formulieren(tab: Tab) -> list[str]:
    """Hold a whole weighing in forms, with the planted data wherever a form takes anything."""
    uit: list[str] = []
    while tab.beeld["vraag"]["soort"] != "slot":
        vraag = tab.beeld["vraag"]
        waarden = ingevuld(vraag)
        for fout in onbruikbaar(next(iter(waarden))):
            uit.append(als_tekst(await tab.vul(fout)))
            uit.append(als_tekst(await tab.vul(fout, bij="een ander beeld")))
        assert tab.beeld["vraag"]["sleutel"] == vraag["sleutel"]
        if vraag["soort"] == "gegevens":
            waarden = {vraag["sleutel"]: list(GEGEVENS)}
        elif vraag["soort"] == "tekst":
            waarden = {vraag["sleutel"]: ZIN}
        elif vraag["begrepen"]:
            waarden = {vraag["sleutel"]: [regel["nummer"] for regel in vraag["begrepen"]]}
        uit.append(als_tekst(await tab.vul(waarden)))
        assert tab.beeld["vraag"]["sleutel"] != vraag["sleutel"]
    return uit


async def test_in_formulieren_van_de_webchat(
    kern: Kern, overal: Path, alles_loggen: Gelogd
) -> None:
    app = webserver(kern)
    async with TestClient(TestServer(app, host="127.0.0.1")) as client:
        tab = await open_tab(client)
        uit = await _in_formulieren(tab)
        uit.append(als_tekst(await tab.zeg("bewaar")))
        await tab.socket.send_json({"soort": "ingevuld", "id": "x", "waarden": ZIN, "bij": ZIN})
        uit.append(als_tekst(await tab.frame("fout")))
        for vorm in ("", ".md", ".json"):
            antwoord = await client.get(f"/wegingen/WW-2026-0001{vorm}")
            assert antwoord.status == 200
            uit.append(await antwoord.text())

    labels = ("naam", "bsn", "telefoon", "e-mail", "adres", "postcode", "kenteken")
    assert all(f"[{label}]" in uit[-1] for label in labels)
    assert_bewaard_zonder([*uit, *alles_loggen()], overal)
