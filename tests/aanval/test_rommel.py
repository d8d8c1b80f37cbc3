"""Rommel aan elke deur: activiteiten, frames en `weeg`. Nooit een 500, een spoor of een ERROR."""

from __future__ import annotations

import copy
import json
import logging
import random
from collections.abc import AsyncIterator
from typing import Any, Final

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.kanalen.teams.activiteit import PLEK
from bot.kanalen.teams.ingang import PAD
from bot.kanalen.web.frames import GROOTST
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in, webserver
from knowledge.casussen import casussen
from knowledge.fouten import InvoerOnjuist
from knowledge.invoer import antwoord, lees
from tests.aanval.maat import Cijfers, keer
from tests.bot.connector import Connector, connector
from tests.bot.nep import Teller, klok
from tests.bot.tab import Tab, ingevuld

GEHEIM: Final = "GEHEIMWOORD"
GEK: Final[tuple[Any, ...]] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        2**63,
        10**400,
        1.5,
        -0.0,
        "",
        " ",
        "\x00",
        "\ud800",
        "\udfff\ud800",
    ),
    *(GEHEIM, "a" * 3000, "\u202e\u200b", "<at>x</at>", "<blockquote" * 50, "2026-99-99", "NaN"),
    *([], [[]], [None], {}, {"id": None}, {"id": "x"}, [{"id": 1}], {"a": {"b": {"c": []}}}),
    *("message", "invoke", "conversationUpdate", "messageUpdate", "personal", "msteams", PLEK),
)


def verminkt(inhoud: Any, dobbel: random.Random, keren: int = 3) -> Any:
    """Return JSON with a few things in it that nobody expects."""
    uit = copy.deepcopy(inhoud)
    deel: Any
    sleutel: Any
    for _ in range(dobbel.randint(1, keren)):
        deel, diepte, sleutel = uit, 0, None
        while isinstance(deel, (dict, list)) and deel:
            sleutel = (
                dobbel.choice(list(deel)) if isinstance(deel, dict) else dobbel.randrange(len(deel))
            )
            if diepte and dobbel.random() < 0.5:
                break
            if not isinstance(deel[sleutel], (dict, list)) or not deel[sleutel]:
                break
            deel, diepte = deel[sleutel], diepte + 1
        if not isinstance(deel, (dict, list)) or not deel:
            continue
        match dobbel.randrange(4):
            case 0:
                del deel[sleutel]
            case 1 if isinstance(deel, dict):
                deel[dobbel.choice(("x", "id", "text", "value", "\ud800", GEHEIM))] = deel[sleutel]
            case _:
                deel[sleutel] = copy.deepcopy(dobbel.choice(GEK))
    return uit


def als_bytes(inhoud: Any, dobbel: random.Random) -> bytes:
    """Write it as JSON, and sometimes as something that no longer is."""
    ruw = json.dumps(inhoud, ensure_ascii=dobbel.random() < 0.5).encode(errors="surrogatepass")
    if dobbel.random() < 0.15:
        plek = dobbel.randrange(len(ruw) or 1)
        rommel = dobbel.choice((b"\xff", b"", b"[" * 3000, b'{"a":' * 3000, b"\x00", b"1e999"))
        return ruw[:plek] + rommel + ruw[plek + dobbel.randrange(4) :]
    return ruw


class Schoon:
    """What was logged as an error, and what was typed that stands in any line."""

    def __init__(self, caplog: pytest.LogCaptureFixture) -> None:
        self._caplog = caplog
        caplog.set_level(logging.INFO)

    def controleer(self, bij: object) -> None:
        mis = [r.getMessage() for r in self._caplog.records if r.levelno >= logging.ERROR]
        assert not mis, (bij, mis)
        assert GEHEIM not in self._caplog.text, bij
        self._caplog.clear()


@pytest.fixture
def schoon(caplog: pytest.LogCaptureFixture) -> Schoon:
    return Schoon(caplog)


@pytest.fixture
async def deur(sqlite: SqliteOpslag) -> AsyncIterator[tuple[Any, Connector]]:
    app = webserver(richt_in(sqlite, klok, Teller()))
    async with connector() as namaak, TestClient(TestServer(app, host="127.0.0.1")) as klant:
        yield klant, namaak


def _activiteiten(namaak: Connector) -> tuple[dict[str, Any], ...]:
    zoekt = {"parameters": [{"name": "q", "value": "mandaat"}], "queryOptions": {"skip": 0}}
    bijlage = {"contentType": "text/html", "content": "<p>x</p>"}
    return (
        namaak.activiteit("hallo"),
        namaak.activiteit("1", value={PLEK: "x"}, channelData={"tenant": {"id": "t"}}),
        namaak.activiteit("overslaan", attachments=[bijlage, {"contentType": "image/png"}]),
        namaak.activiteit(None, type="conversationUpdate", membersAdded=[{"id": "29:anne"}]),
        namaak.activiteit("anders", type="messageUpdate"),
        namaak.activiteit(None, type="invoke", name="composeExtension/query", value=zoekt),
        namaak.activiteit("x", type="typing"),
    )


@pytest.mark.parametrize("zaad", range(keer(1, 40)))
async def test_activiteiten(
    deur: tuple[Any, Connector], schoon: Schoon, zaad: int, cijfers: Cijfers
) -> None:
    klant, namaak = deur
    dobbel = random.Random(zaad)
    statussen: list[int] = []
    for nummer in range(keer(150, 500)):
        inhoud = als_bytes(verminkt(dobbel.choice(_activiteiten(namaak)), dobbel), dobbel)
        koppen = {"Content-Type": "application/json"}
        async with klant.post(PAD, data=inhoud, headers=koppen) as kreeg:
            gezegd = await kreeg.text()
        assert kreeg.status < 500 or kreeg.status == 501, (zaad, nummer, inhoud)
        if kreeg.status != 200:
            assert list(json.loads(gezegd)) == ["fout"], (zaad, nummer)
            assert GEHEIM not in gezegd, (zaad, nummer, inhoud)
        schoon.controleer((zaad, nummer, inhoud))
        statussen.append(kreeg.status)
    cijfers |= {"activiteiten": len(statussen), "aangenomen": statussen.count(200)}
    assert 200 in statussen
    assert 400 in statussen


async def _antwoord(tab: Tab) -> dict[str, Any]:
    """Return what the page hears of a frame, once it was handled."""
    while True:
        frame: dict[str, Any] = await tab.socket.receive_json(timeout=60)
        if frame["soort"] == "beeld":
            tab.beeld = frame["beeld"]
        if frame["soort"] in ("beeld", "fout"):
            return frame


@pytest.mark.parametrize("zaad", range(keer(1, 40)))
async def test_frames(tab: Tab, schoon: Schoon, zaad: int, cijfers: Cijfers) -> None:
    dobbel = random.Random(zaad)
    verwerkt = 0
    aantal = keer(120, 500)
    for nummer in range(aantal):
        vraag = tab.beeld["vraag"]
        plek = vraag["plek"]
        bericht = {"soort": "bericht", "id": f"b{nummer}", "tekst": "ja", "bij": plek}
        waarden = ingevuld(vraag) if vraag["soort"] not in ("slot", "bevestig", "lijst") else {}
        formulier = {"soort": "ingevuld", "id": f"f{nummer}", "waarden": waarden, "bij": plek}
        heel = dobbel.choice((bericht, formulier, {"soort": "begin"}))
        # Some whole ones: else it never gets anywhere.
        frame = heel if dobbel.random() < 0.25 else verminkt(heel, dobbel)
        ruw = als_bytes(frame, dobbel).decode(errors="replace")
        if dobbel.random() < 0.02:
            ruw += " " * GROOTST
        await tab.socket.send_str(ruw)
        kreeg = await _antwoord(tab)
        assert kreeg["soort"] in ("beeld", "fout"), (zaad, nummer, ruw[:500])
        verwerkt += bool(kreeg.get("verwerkt"))
        schoon.controleer((zaad, nummer, ruw[:500]))
    cijfers |= {"frames": aantal, "verwerkt": verwerkt}
    assert verwerkt


@pytest.mark.parametrize("zaad", range(keer(1, 40)))
def test_situaties(zaad: int, cijfers: Cijfers) -> None:
    dobbel = random.Random(zaad)
    heel = [
        g.situatie().model_dump(mode="json", exclude_none=True)
        for casus in casussen()
        for g in casus.situaties
    ]
    gewogen = geweigerd = 0
    for nummer in range(keer(60, 300)):
        anders = verminkt(dobbel.choice((dobbel.choice(heel), heel[:2])), dobbel)
        ruw = als_bytes(anders, dobbel).decode(errors="replace")
        try:
            situaties, _ = lees(ruw)
        except InvoerOnjuist as fout:
            geweigerd += 1
            regel = str(fout)
            nette_regel = len(regel.splitlines()) == 1 and len(regel) < 400
            assert nette_regel, (zaad, nummer, regel)
            continue
        for situatie in situaties[:2]:
            json.dumps(antwoord(situatie), ensure_ascii=False)
            gewogen += 1
    cijfers |= {"situaties": keer(60, 300), "gewogen": gewogen}
    assert gewogen
    assert geweigerd
