"""De deur van de server: wie erin mag, en wat iemand hoort die er niet in mag."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.kanalen.teams.bezorger import is_lokaal
from bot.kanalen.teams.ingang import PAD
from bot.opstarten import Kern, webserver
from dialogs.teksten import tekst
from tests.bot.connector import Connector, connector

ROOT: Final = Path(__file__).parents[2]
START: Final = (
    "import os, sys\n"
    "from bot.instellingen import lees\n"
    "from bot.opstarten import start_server\n"
    "try:\n"
    "    instellingen = lees(os.environ)\n"
    "except Exception as fout:\n"
    "    sys.exit(repr(fout))\n"
    "sys.exit(start_server(instellingen))\n"
)


@pytest.fixture
async def namaak() -> AsyncIterator[Connector]:
    async with connector() as draaiend:
        yield draaiend


@pytest.fixture
async def client(kern: Kern) -> AsyncIterator[Any]:
    async with TestClient(TestServer(webserver(kern), host="127.0.0.1")) as klant:
        yield klant


async def test_gezond(client: Any) -> None:
    antwoord = await client.get("/gezond")
    assert (antwoord.status, await antwoord.text()) == (200, "ok")


@pytest.mark.parametrize(
    ("koppen", "status"),
    [
        ({"Host": "localhost:3978"}, 200),
        ({"Host": "LocalHost"}, 200),
        ({"Host": "[::1]:3978"}, 200),
        ({"Host": "127.0.0.1"}, 200),
        ({"Host": "127.0.0.1", "Origin": "http://127.0.0.1"}, 200),
        ({"Host": "weegwijzer.example"}, 403),
        ({"Host": "127.0.0.1.example:3978"}, 403),
        ({"Host": "localhost@example"}, 403),
        ({"Host": "127.0.0.2"}, 403),
        ({"Host": ""}, 403),
        ({"Origin": "http://example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "127.0.0.1", "Origin": "https://127.0.0.1"}, 403),
        ({"Host": "127.0.0.1:3978", "Origin": "http://127.0.0.1:9999"}, 403),
        ({"Forwarded": "for=1.2.3.4"}, 403),
        ({"X-Forwarded-For": "127.0.0.1"}, 403),
        ({"x-forwarded-anything": "1"}, 403),
        ({"X-Real-IP": "127.0.0.1"}, 403),
        ({"Via": "1.1 proxy"}, 403),
    ],
    ids=str,
)
async def test_alleen_wie_hier_is(client: Any, koppen: dict[str, str], status: int) -> None:
    for verzoek in (client.get("/gezond", headers=koppen), client.get("/niets", headers=koppen)):
        antwoord = await verzoek
        assert antwoord.status in {status, 404 if status == 200 else status}
        if antwoord.status != 200:
            assert list(await antwoord.json()) == ["fout"]


async def test_een_goed_bericht(client: Any, namaak: Connector, kern: Kern) -> None:
    antwoord = await client.post(PAD, json=namaak.activiteit("achttien"))
    assert antwoord.status == 200
    await kern.bezorging.rust()
    assert namaak.teksten()[0] == "Genoteerd: achttien"


@pytest.mark.parametrize(
    "soort", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
async def test_alleen_json(client: Any, namaak: Connector, soort: str) -> None:
    antwoord = await client.post(
        PAD,
        data=json.dumps(namaak.activiteit()).encode(),
        headers={"Content-Type": soort},
    )
    assert antwoord.status == 415
    assert namaak.ontvangen == []


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"12",
        b"\xff\xfe",
        b"{" * 1000,
        b"[" * 100_000,
        b'{"a": NaN}',
        b'{"type": ' + b"1" * 5000 + b"}",
    ],
    ids=lambda waarde: str(waarde[:10]),
)
async def test_geen_json_is_400(client: Any, inhoud: bytes) -> None:
    antwoord = await client.post(PAD, data=inhoud, headers={"Content-Type": "application/json"})
    assert antwoord.status == 400
    assert len((await antwoord.json())["fout"].splitlines()) == 1


WEG: Final = "<weg>"


@pytest.mark.parametrize(
    ("veld", "waarde", "genoemd"),
    [
        ("type", WEG, "type"),
        ("type", 1, "type"),
        ("type", None, "type"),
        ("type", "", "type"),
        ("from", WEG, "from"),
        ("from", {}, "from.id"),
        ("from", {"id": 1}, "from.id"),
        ("from", {"id": "x" * 2000}, "from.id"),
        ("from", "29:anne", "from"),
        ("conversation", WEG, "conversation"),
        ("conversation", {"id": None}, "conversation.id"),
        ("recipient", WEG, "recipient"),
        ("recipient", {"naam": "bot"}, "recipient.id"),
        ("serviceUrl", WEG, "serviceUrl"),
        ("serviceUrl", 12, "serviceUrl"),
        ("timestamp", "gisteren", "timestamp"),
        ("timestamp", {}, "timestamp"),
        ("text", 12, "text"),
        ("text", ["a"], "text"),
        ("id", 12, "id"),
        ("attachments", "bestand", "attachments"),
        ("attachments", [None], "attachments.0"),
        ("membersAdded", [{}], "membersAdded.0.id"),
    ],
    ids=str,
)
async def test_een_veld_dat_niet_klopt(
    client: Any, namaak: Connector, veld: str, waarde: object, genoemd: str
) -> None:
    activiteit = namaak.activiteit("geheim")
    if waarde is WEG:
        del activiteit[veld]
    else:
        activiteit[veld] = waarde
    antwoord = await client.post(PAD, json=activiteit)
    assert antwoord.status == 400
    assert (await antwoord.json())["fout"] == tekst("bot.geweigerd_veld", veld=genoemd)
    assert namaak.ontvangen == []


async def test_velden_met_onze_eigen_namen_tellen_niet(client: Any, namaak: Connector) -> None:
    activiteit = namaak.activiteit()
    activiteit["van"] = activiteit.pop("from")
    assert (await client.post(PAD, json=activiteit)).status == 400


async def test_onbekende_velden_storen_niet(client: Any, namaak: Connector) -> None:
    activiteit = namaak.activiteit(entities=[{"type": 12}], localTimezone=3, value={"a": [1]})
    assert (await client.post(PAD, json=activiteit)).status == 200


async def test_te_groot(client: Any, namaak: Connector) -> None:
    antwoord = await client.post(PAD, json=namaak.activiteit("a" * 300_000))
    assert antwoord.status == 413
    assert (await antwoord.json())["fout"] == tekst("bot.geweigerd_grootte", max="256")


async def test_50_000_tekens_krijgt_een_vriendelijk_antwoord(
    client: Any, namaak: Connector, kern: Kern
) -> None:
    assert (await client.post(PAD, json=namaak.activiteit("a" * 50_000))).status == 200
    await kern.bezorging.rust()
    assert namaak.teksten() == [tekst("bot.te_lang", max="4000")]


async def test_een_half_teken_breekt_niets(client: Any, namaak: Connector) -> None:
    inhoud = json.dumps(namaak.activiteit("acht\ud800tien", id="\ud800")).encode()
    antwoord = await client.post(PAD, data=inhoud, headers={"Content-Type": "application/json"})
    assert antwoord.status in {200, 400}


async def test_verkeerde_weg(client: Any) -> None:
    assert (await client.get(PAD)).status == 405
    assert (await client.post("/gezond")).status == 405
    assert (await client.get("/../etc/passwd")).status == 404


# --- waarheen we antwoorden


@pytest.mark.parametrize(
    "adres",
    ["http://127.0.0.1:56150/", "https://localhost/x", "http://[::1]:1", "http://localhost:80"],
)
def test_lokaal(adres: str) -> None:
    assert is_lokaal(adres)


@pytest.mark.parametrize(
    "adres",
    [
        "http://example/",
        "https://smba.trafficmanager.net/emea/",
        "http://127.0.0.1@example/",
        "http://example#@127.0.0.1/",
        "http://example\\@127.0.0.1/",
        "http://127.0.0.1.example/",
        "http://169.254.169.254/latest",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://127.1/",
        "http://localhost.example/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1/?a=b",
        "http://gebruiker@127.0.0.1/",
        "http://127.0.0.1\n/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "//127.0.0.1/",
        "127.0.0.1",
        "",
        "http://",
        "http://[",
    ],
)
def test_niet_lokaal(adres: str) -> None:
    assert not is_lokaal(adres)


async def test_naar_elders_sturen_we_niets(client: Any, namaak: Connector) -> None:
    antwoord = await client.post(PAD, json=namaak.activiteit(serviceUrl="http://example/"))
    assert antwoord.status == 403
    assert (await antwoord.json())["fout"] == tekst("bot.geweigerd_adres")


# --- als echt proces


def _proces(map_: Path, **omgeving: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", START],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "WEEGWIJZER_DATA": str(map_), "WEEGWIJZER_PORT": "0", **omgeving},
    )


@pytest.mark.parametrize("sein", [signal.SIGINT, signal.SIGTERM], ids=lambda s: str(s.name))
def test_de_server_start_en_stopt_netjes(tmp_path: Path, sein: signal.Signals) -> None:
    with _proces(tmp_path) as proces:
        assert proces.stdout is not None
        assert b"http://127.0.0.1:" in proces.stdout.readline()
        proces.send_signal(sein)
        _, fouten = proces.communicate(timeout=60)
    assert proces.returncode == 0
    assert fouten == b""


def _mislukt(map_: Path, **omgeving: str) -> str:
    with _proces(map_, **omgeving) as proces:
        uit, fouten = proces.communicate(timeout=60)
    assert proces.returncode == 2
    assert uit == b""
    [regel] = fouten.decode().splitlines()
    return regel


@pytest.mark.parametrize("naam", ["MicrosoftAppId", "WEEGWIJZER_APP_ID"])
def test_met_een_app_id_starten_we_niet(tmp_path: Path, naam: str) -> None:
    assert _mislukt(tmp_path, **{naam: "x"}) == tekst("bot.aanmelden_ontbreekt")


def test_zonder_aanmelden_kan_niemand_anders_erbij(tmp_path: Path) -> None:
    overal = "0.0.0.0"  # noqa: S104 - that is what is tried
    gezegd = _mislukt(tmp_path, WEEGWIJZER_ADRES=overal)
    assert gezegd == tekst("aanmelden.nodig", adres=overal)


def test_een_poort_die_bezet_is(tmp_path: Path) -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = str(bezet.getsockname()[1])
        assert _mislukt(tmp_path, WEEGWIJZER_PORT=poort) == tekst("bot.poort_bezet", poort=poort)


def test_een_beschadigde_database(tmp_path: Path) -> None:
    (tmp_path / "weegwijzer.sqlite3").write_bytes(b"geen database " * 400)
    assert tekst("bot.opslag_beschadigd") in _mislukt(tmp_path)
