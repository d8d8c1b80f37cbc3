"""De weg naar hulp in elk kanaal van tekst: te zien tot iemand gezien zegt, ook na herstart."""

from __future__ import annotations

import io
from pathlib import Path

from aiohttp.test_utils import TestClient, TestServer

from bot.kanalen.teams.ingang import PAD
from bot.kanalen.terminal.kanaal import chat
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in, webserver
from bot.wie import Wie
from tests.bot.connector import connector
from tests.bot.nep import Teller, klok
from tests.bot.test_terminal import pijp

GEVAAR = "Ze zegt dat ze dood wil"
KORT = "Gevaar? Bel 112."


async def _typ(bestand: Path, *regels: str) -> str:
    """Hold a conversation in a terminal that is started for it."""
    opslag = await SqliteOpslag.open(bestand)
    uitvoer = io.StringIO()
    with pijp("".join(f"{regel}\n" for regel in regels).encode()) as invoer:
        gesprekken = richt_in(opslag, klok, Teller()).gesprekken
        await chat(gesprekken, Wie("terminal", "anne"), invoer, uitvoer)
    await opslag.sluit()
    return uitvoer.getvalue()


async def test_in_de_terminal_tot_gezien_ook_na_een_herstart(tmp_path: Path) -> None:
    bestand = tmp_path / "w.sqlite3"

    eerst = await _typ(bestand, GEVAAR)
    weer = await _typ(bestand, "help")
    gezien = await _typ(bestand, "gezien")
    daarna = await _typ(bestand, "help")

    assert "Bel 112." in eerst
    assert "0800-0113" in eerst
    assert weer.count(KORT) == 2, "bij de groet en bij het antwoord"
    assert gezien.count(KORT) == 1, "alleen bij de groet"
    assert KORT not in daarna


async def test_in_teams_met_een_knop_en_nummers_die_bellen(sqlite: SqliteOpslag) -> None:
    kern = richt_in(sqlite, klok, Teller())
    server = TestServer(webserver(kern), host="127.0.0.1")
    async with connector() as teams, TestClient(server) as client:

        async def zeg(zin: str, **anders: object) -> list[str]:
            voor = len(teams.ontvangen)
            antwoord = await client.post(PAD, json=teams.activiteit(zin, **anders))
            assert antwoord.status == 200
            await kern.bezorging.rust()
            return teams.teksten()[voor:]

        gezegd = await zeg(GEVAAR)
        for nummer in ("tel:112", "tel:08002000", "tel:113", "tel:08000113"):
            assert f"({nummer})" in gezegd[0]
        [knop] = teams.ontvangen[0]["attachments"][0]["content"]["buttons"]
        for zin in ("help", "ja"):
            assert "(tel:08000113)" in (await zeg(zin))[-1]

        na_knop = await zeg(knop["text"], value=knop["value"])
        assert not any("tel:" in zin for zin in na_knop)
        assert not any("tel:" in zin for zin in await zeg("help"))
