"""Een map met gegevens van de versie hiervoor: alles is er nog, en elk gesprek gaat verder.

`oud/weegwijzer-vorm1.sqlite3.gz` was made by that version itself: one conversation in every state
it could be in.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.gesprekken import Gesprekken
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in
from bot.wie import Wie
from dialogs.beeld.als_tekst import berichten
from dialogs.dossier import VERSIE
from dialogs.dossier.wacht import OpBundel
from tests.bot.nep import Teller, na

OUD = Path(__file__).parent / "oud" / "weegwijzer-vorm1.sqlite3.gz"
NU = dt.datetime(2026, 3, 3, 10, tzinfo=dt.UTC)

WACHT = {
    "leeg": "vraag",
    "begin": "vraag",
    "vraag": "bundel",  # what it asked is now asked with what belongs to it
    "bundel": "bundel",
    "begrepen": "begrepen",
    "twijfel": "twijfel",
    "lijst_zoeken": "lijst",
    "lijst_wijzig": "lijst",
    "wijzigt": "vraag",
    "opnieuw_zeker": "opnieuw",
    "begin_casus": "casus",
    "misverstaan": "bundel",  # what it asked is now asked with what is weighed beside it
    "slot": "niets",
    "bewaard": "niets",
    "bewaard_wijzigt": "vraag",
    "oud": "niets",
    "gevaar": "begrepen",
    "wijzig_begrepen": "lijst",
}
"""What each conversation waits for once somebody looks at it."""

GESPREK = pytest.mark.parametrize("naam", WACHT)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "weegwijzer.sqlite3").write_bytes(gzip.decompress(OUD.read_bytes()))
    return tmp_path


@pytest.fixture
async def opslag(map_: Path) -> AsyncIterator[SqliteOpslag]:
    opslag = await SqliteOpslag.open(map_ / "weegwijzer.sqlite3")
    yield opslag
    await opslag.sluit()


@pytest.fixture
def gesprekken(opslag: SqliteOpslag) -> Gesprekken:
    return richt_in(opslag, lambda: NU, Teller()).gesprekken


def bewaard(map_: Path, wie: Wie) -> dict[str, Any]:
    database = sqlite3.connect(map_ / "weegwijzer.sqlite3")
    [(inhoud,)] = database.execute(
        "SELECT inhoud FROM document WHERE sleutel = ?", (wie.gesprek("g"),)
    )
    database.close()
    gelezen: dict[str, Any] = json.loads(inhoud)["dossier"]
    return gelezen


def test_elke_toestand_van_toen_zit_erin(map_: Path) -> None:
    database = sqlite3.connect(map_ / "weegwijzer.sqlite3")
    sleutels = {json.loads(s)[-1] for (s,) in database.execute("SELECT sleutel FROM document")}
    standen = [
        json.loads(i)["dossier"]["stand"]
        for (i,) in database.execute("SELECT inhoud FROM document")
    ]
    database.close()
    assert sleutels == set(WACHT)
    gebruikt = {veld for stand in standen for veld, waarde in stand.items() if waarde}
    assert gebruikt == {
        *("vraag", "misverstaan", "wijzigt", "bevestigt_opnieuw", "lijst", "bewaard_als"),
        *("casus", "begint_met", "voorgesteld", "los", "twijfel"),
    }


@GESPREK
async def test_bekijken_houdt_alles(gesprekken: Gesprekken, map_: Path, naam: str) -> None:
    wie = Wie("terminal", naam)
    toen = bewaard(map_, wie)

    reactie = await na(gesprekken.bekijk(wie, "g"))

    assert reactie.dossier is not None
    assert reactie.dossier.versie == VERSIE
    assert reactie.dossier.stand.wacht.soort == WACHT[naam]
    assert {s: a.waarde for s, a in reactie.dossier.antwoorden.items()} == {
        s: a["waarde"] for s, a in toen["antwoorden"].items()
    }
    assert len(reactie.dossier.geschiedenis) == len(toen["geschiedenis"])
    assert reactie.dossier.stand.bewaard_als == toen["stand"]["bewaard_als"]


@GESPREK
@pytest.mark.parametrize("zin", ["waar ben ik", "terug", "ja", "weet ik niet", "1", "opnieuw"])
async def test_het_gesprek_gaat_verder(gesprekken: Gesprekken, naam: str, zin: str) -> None:
    wie = Wie("terminal", naam)

    reactie = await na(gesprekken.beurt(wie, "g", zin))

    assert reactie.verwerkt
    assert berichten(reactie.beeld)
    assert reactie.dossier is not None
    # What did not change is not written again, and reads as well the next time.
    opnieuw = await na(gesprekken.bekijk(wie, "g"))
    assert opnieuw.dossier is not None
    assert opnieuw.dossier.stand == reactie.dossier.stand


async def test_een_nummer_kiest_nog_uit_de_lijst(gesprekken: Gesprekken) -> None:
    reactie = await na(gesprekken.beurt(Wie("terminal", "lijst_wijzig"), "g", "2"))
    assert reactie.dossier is not None
    assert reactie.dossier.stand.vraag == "gebruiker"


async def test_een_bundel_van_toen_is_in_een_keer_te_beantwoorden(gesprekken: Gesprekken) -> None:
    zin = "ik werk op het mbo en wil gegevens geven aan de gemeente, voor begeleiding naar werk"
    reactie = await na(gesprekken.beurt(Wie("terminal", "bundel"), "g", zin))
    assert reactie.dossier is not None
    assert {"gebruiker", "van", "naar", "doel"} <= set(reactie.dossier.antwoorden)


async def test_een_bundel_onder_een_lijst_van_toen_blijft_een_bundel(
    gesprekken: Gesprekken,
) -> None:
    reactie = await na(gesprekken.beurt(Wie("terminal", "lijst_zoeken"), "g", "stop"))
    assert reactie.dossier is not None
    wacht = reactie.dossier.stand.wacht
    assert isinstance(wacht, OpBundel), "een 'nee' telt voor wat er dan te zien is"
    assert wacht.vragen == ("levensgevaar", "jongere_aanwezig")


async def test_bewaarde_wegingen_zijn_te_openen_en_na_te_rekenen(gesprekken: Gesprekken) -> None:
    wie = Wie("terminal", "bewaard")
    [regel] = await gesprekken.wegingen(wie)
    for opdracht in ("open", "nareken"):
        reactie = await na(gesprekken.beurt(wie, "g", f"{opdracht} {regel.kenmerk}"))
        assert any(regel.kenmerk in bericht.tekst for bericht in berichten(reactie.beeld))
