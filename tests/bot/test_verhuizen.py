"""Verhuizen van SQLite naar PostgreSQL: alles, of niets."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import app
from bot.opslag.inhoud import open_inhoud
from bot.opslag.poort import OpslagGevuld, Terugmelding
from bot.opslag.postgres.opslag import PostgresOpslag
from bot.opslag.postgres.overnemen import NietOverTeNemen, neem_over
from bot.opslag.postgres.tabellen import TABELLEN
from bot.opslag.sqlite import SqliteOpslag
from bot.opslag.uitgaand import Uitgaand, Vastlegging
from dialogs.teksten import tekst
from tests.bot.nep import NU, afdruk
from tests.bot.test_opslag_contract import INHOUD, weging
from tests.bot.test_oude_versie import OUD

Zet = Callable[[str], None]


async def vul(opslag: SqliteOpslag | PostgresOpslag) -> None:
    """Keep something in every table."""
    await opslag.bewaar("g", INHOUD, None)
    await opslag.bewaar("g", INHOUD | {"n": "nul \0 teken"}, 1)
    weg = await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging("Weg"))
    kenmerk = await opslag.bewaar_weging("anne", 2026, afdruk("b"), weging("Zorg é 😀"))
    await opslag.bewaar_weging("bas", 2026, afdruk("b"), weging())
    await opslag.noem_weging("anne", kenmerk, "mijn zaak")
    await opslag.verwijder_weging("anne", weg)
    await opslag.bewaar_editie("2026.1", {"vorm": 2})
    uit = (Uitgaand("teams", {"tekst": "een"}, "p"), Uitgaand("teams", {"tekst": "twee"}))
    await opslag.leg_vast(Vastlegging("g", NU, uit=uit, bericht_id="in-1"))
    [een] = await opslag.neem(("teams",), NU, NU, 1)
    await opslag.bezorgd(een, NU, NU)
    await opslag.neem_klus("ruim op", NU, NU)
    await opslag.tel_terugmelding(Terugmelding("oordeel", ("N",), "past", "2026.1"), NU.date())


async def _neem_over(sqlite: SqliteOpslag, bestand: Path, naar: PostgresOpslag) -> dict[str, int]:
    await sqlite.sluit()
    with open_inhoud(bestand) as inhoud:
        return (await neem_over(naar, inhoud)).aantallen


async def test_alles_gaat_mee(
    sqlite: SqliteOpslag, databestand: Path, pgopslag: PostgresOpslag
) -> None:
    await vul(sqlite)
    toen = [await wat(sqlite) for wat in ALLES]
    aantallen = await _neem_over(sqlite, databestand, pgopslag)
    assert [await wat(pgopslag) for wat in ALLES] == toen
    assert aantallen == {
        "document": 1,
        "teller": 1,
        "weging": 2,
        "editie": 1,
        "terugmelding": 1,
        "uitgaand": 1,
        "inkomend": 1,
        "klus": 1,
    }
    assert set(aantallen) == set(TABELLEN)


ALLES: tuple[Any, ...] = (
    lambda opslag: opslag.laad("g"),
    lambda opslag: opslag.wegingen("anne"),
    lambda opslag: opslag.wegingen("bas"),
    lambda opslag: opslag.weging("anne", "WW-2026-0002"),
    lambda opslag: opslag.editie("2026.1"),
    lambda opslag: opslag.terugmeldingen(),
    lambda opslag: opslag.uitgaand(),
    lambda opslag: opslag.is_gezien("g", "in-1"),
)


async def test_daarna_telt_het_door(
    sqlite: SqliteOpslag, databestand: Path, pgopslag: PostgresOpslag
) -> None:
    """No reference is given twice, the list keeps its order, what is known stays known."""
    await vul(sqlite)
    await _neem_over(sqlite, databestand, pgopslag)
    assert await pgopslag.bewaar_weging("anne", 2026, afdruk("b"), weging()) == "WW-2026-0002"
    assert await pgopslag.bewaar_weging("anne", 2026, afdruk("c"), weging()) == "WW-2026-0004"
    kenmerken = [regel.kenmerk for regel in await pgopslag.wegingen("anne")]
    assert kenmerken == ["WW-2026-0004", "WW-2026-0002"]
    assert await pgopslag.bewaar("g", {"n": 3}, 2) == 3


async def test_naar_een_gevulde_database_verhuist_niets(
    sqlite: SqliteOpslag, databestand: Path, pgopslag: PostgresOpslag
) -> None:
    await vul(sqlite)
    await pgopslag.bewaar_editie("2026.1", {"vorm": 2})
    with pytest.raises(OpslagGevuld):
        await _neem_over(sqlite, databestand, pgopslag)
    assert await pgopslag.laad("g") is None


async def test_wat_halverwege_niet_past_laat_niets_achter(
    sqlite: SqliteOpslag, databestand: Path, pgopslag: PostgresOpslag
) -> None:
    """The table of work comes last."""
    await vul(sqlite)
    await sqlite._lees("UPDATE klus SET na = 'straks'")
    with pytest.raises(NietOverTeNemen):
        await _neem_over(sqlite, databestand, pgopslag)
    assert await pgopslag.laad("g") is None
    assert await pgopslag.wegingen("anne") == ()
    # And then it can be tried again.
    beter = sqlite3.connect(databestand)
    beter.execute("UPDATE klus SET na = 1")
    beter.commit()
    beter.close()
    with open_inhoud(databestand) as inhoud:
        assert (await neem_over(pgopslag, inhoud)).aantallen["klus"] == 1


async def test_wat_al_onleesbaar_was_houdt_de_rest_niet_tegen(
    sqlite: SqliteOpslag, databestand: Path, pgopslag: PostgresOpslag
) -> None:
    await vul(sqlite)
    await sqlite._lees("UPDATE weging SET titel = CAST(x'41ff42' AS TEXT) WHERE eigenaar = 'bas'")
    await sqlite.sluit()
    with open_inhoud(databestand) as inhoud:
        assert (await neem_over(pgopslag, inhoud)).beschadigd == 1
    assert [regel.titel for regel in await pgopslag.wegingen("bas")] == [
        "A\N{REPLACEMENT CHARACTER}B"
    ]


@pytest.fixture
def zet(tmp_path: Path, pgdatabase: str, monkeypatch: pytest.MonkeyPatch) -> Zet:
    """Set where to move from and to."""
    monkeypatch.setenv("WEEGWIJZER_DATA", str(tmp_path))

    def doe(adres: str) -> None:
        monkeypatch.setenv("WEEGWIJZER_DATABASE_URL", adres)

    return doe


def test_de_opdracht_zegt_wat_er_verhuisd_is(
    zet: Zet, pgadres: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also from a file of an earlier version; a second time the database is filled."""
    zet(pgadres)
    (tmp_path / "weegwijzer.sqlite3").write_bytes(gzip.decompress(OUD.read_bytes()))
    assert app.main(["verhuis"]) == 0
    gezegd = capsys.readouterr().out
    assert tekst("bot.verhuisd") in gezegd
    assert f"18 {tekst('bot.verhuisd_document')}" in gezegd
    assert app.main(["verhuis"]) == 2
    assert tekst("bot.opslag_gevuld") in capsys.readouterr().err


def test_zonder_bestand_of_adres_verhuist_niets(
    zet: Zet, pgadres: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = tmp_path / "weegwijzer.sqlite3"
    zet("")
    assert app.main(["verhuis"]) == 2
    assert tekst("bot.waarheen_ontbreekt") in capsys.readouterr().err
    zet(pgadres)
    assert app.main(["verhuis"]) == 2
    assert tekst("bot.niets_te_verhuizen", pad=str(bestand)) in capsys.readouterr().err
    assert not bestand.exists()
    assert app.main(["verhuis", "alles"]) == 2


def test_zolang_een_programma_het_bestand_open_heeft_verhuist_niets(
    zet: Zet, pgadres: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What that would write later would be left behind."""
    zet(pgadres)
    bestand = tmp_path / "weegwijzer.sqlite3"
    bestand.write_bytes(gzip.decompress(OUD.read_bytes()))
    ander = sqlite3.connect(bestand)
    ander.execute("PRAGMA journal_mode = WAL")
    ander.execute("SELECT count(*) FROM document").fetchall()
    assert app.main(["verhuis"]) == 2
    assert tekst("bot.eerst_stoppen") in capsys.readouterr().err
    ander.close()
    assert app.main(["verhuis"]) == 0
