"""Wie er spreekt: het kanaal zoals het protocol het noemt, en niets wat iemand alleen beweert."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.documenten import APART
from bot.kanalen.web.profielen import GESPREK, KANAAL, PROFIELEN
from bot.opslag.bestand import OVERGANGEN
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in
from bot.wie import Wie, sleutel_van_nu
from dialogs.teksten import tekst
from tests.bot.nep import Teller, klok, na
from tests.bot.test_teams import Teams, in_teams


@pytest.fixture
async def teams(sqlite: SqliteOpslag) -> AsyncIterator[Teams]:
    async with in_teams(sqlite) as open_:
        yield open_


async def _sleutels(sqlite: SqliteOpslag) -> set[str]:
    return {s for (s,) in await sqlite._lees("SELECT sleutel FROM document")}


async def test_dezelfde_persoon_via_twee_kanalen_is_er_twee(
    teams: Teams, sqlite: SqliteOpslag
) -> None:
    for kanaal in ("msteams", "emulator", "slack", None):
        await teams.stuur("hallo", channelId=kanaal)
    assert len(await _sleutels(sqlite)) == 4


async def test_een_tenant_die_niemand_bewees_telt_niet(teams: Teams, sqlite: SqliteOpslag) -> None:
    for tenant in ("t", "andere", None):
        gesprek = {"id": "a:gesprek", "conversationType": "personal", "tenantId": tenant}
        await teams.stuur("hallo", conversation=gesprek, channelData={"tenant": {"id": tenant}})
    assert await _sleutels(sqlite) == {Wie("teams", "29:anne", via="msteams").gesprek("a:gesprek")}


@pytest.mark.parametrize("kanaal", ["web", "terminal", "teams"])
async def test_een_activiteit_komt_niet_in_een_gesprek_van_een_ander_kanaal(
    teams: Teams, sqlite: SqliteOpslag, kanaal: str
) -> None:
    gesprekken = richt_in(sqlite, klok, Teller()).gesprekken
    slachtoffer = Wie(KANAAL, PROFIELEN[0])
    await na(gesprekken.beurt(slachtoffer, GESPREK, "overslaan"))
    voor = await sqlite.laad(slachtoffer.gesprek(GESPREK))
    gesprek = {"id": GESPREK, "conversationType": "personal"}
    van = {"id": PROFIELEN[0]}
    for zin in ("opnieuw", "ja", "mijn wegingen"):
        await teams.stuur(zin, channelId=kanaal, conversation=gesprek, **{"from": van})
    assert await sqlite.laad(slachtoffer.gesprek(GESPREK)) == voor


@pytest.mark.parametrize("soort", [None, "", "Personal", "iets"], ids=str)
async def test_wie_niet_zegt_dat_het_onder_vier_ogen_is_wordt_meegelezen(
    teams: Teams, soort: str | None
) -> None:
    gesprek = {"id": "g", "conversationType": soort}
    assert tekst("bot.anderen_lezen_mee") in await teams.zegt("hallo", conversation=gesprek)


# --- wat er al stond


TOEN: dict[str, Any] = {
    "gesprek": '["teams","t","a:gesprek","29:anne"]',
    "dubbel": '["teams","","a:gesprek","29:anne"]',
    "apart": '["teams","t","a:gesprek","29:anne"]#2026-03-02 10:30:00 id-1',
    "gek": '["teams","t","]#","29:\\u00eb"]',
    "terminal": '["terminal","","terminal","1000"]',
    "web": '["web","","web","professional"]',
}


async def test_oude_sleutels_worden_gevonden(databestand: Path) -> None:
    databestand.parent.mkdir(exist_ok=True)
    with sqlite3.connect(databestand) as database:
        for stap in OVERGANGEN[:3]:
            for opdracht in stap:
                database.execute(opdracht)
        for sleutel in TOEN.values():
            database.execute("INSERT INTO document VALUES (?, ?, 1)", (sleutel, '{"was": 1}'))
        for nummer, eigenaar in enumerate(('["teams","t","29:anne"]', '["web","","professional"]')):
            database.execute(
                "INSERT INTO weging (kenmerk, eigenaar, afdruk, datum, titel, markdown, gegevens)"
                " VALUES (?, ?, 'x', '2026-03-02', 't', 'm', '{}')",
                (f"WW-2026-000{nummer}", eigenaar),
            )
    database.close()
    opslag = await SqliteOpslag.open(databestand)
    anne = Wie("teams", "29:anne", via="msteams")
    assert await opslag.laad(anne.gesprek("a:gesprek")) is not None
    assert await opslag.laad(Wie("teams", "29:\u00eb", via="msteams").gesprek("]#")) is not None
    for gebleven in ("terminal", "web"):
        assert await opslag.laad(TOEN[gebleven]) is not None
    assert [w.kenmerk for w in await opslag.wegingen(anne.eigenaar())] == ["WW-2026-0000"]
    assert len(await opslag.wegingen(Wie("web", "professional").eigenaar())) == 1
    apart = [sleutel for sleutel, _ in await opslag.ruw(APART) if "a:gesprek" in sleutel]
    assert len(apart) == 2, "wat er apart lag, en het tweede van één persoon in één gesprek"
    assert len(await _sleutels(opslag)) == len(TOEN)
    await opslag.sluit()


@pytest.mark.parametrize("sleutel", ["", "x", "[]", "5", '["teams"]', '{"teams": 1}', "]#", "[]#x"])
def test_wat_geen_sleutel_is_blijft_wat_het_is(sleutel: str) -> None:
    assert sleutel_van_nu(sleutel, 4) == sleutel


def test_een_sleutel_van_nu_verandert_niet_meer() -> None:
    nu = sleutel_van_nu(TOEN["gesprek"], 4)
    assert json.loads(nu) == ["teams", "msteams", "", "a:gesprek", "29:anne"]
    assert sleutel_van_nu(nu, 4) == nu
