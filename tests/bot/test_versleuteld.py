"""Versleuteld bewaren: wat er in de bestanden staat, en wie het kan lezen."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

import app
from bot.opslag.omzetten import versleutel_alles
from bot.opslag.poort import DocumentOnleesbaar, Maak, Opslag, TeBewaren
from bot.opslag.postgres.opslag import PostgresOpslag
from bot.opslag.sleutels import SleutelOntbreekt, Sleutels, verzegeld
from bot.opslag.sqlite import SqliteOpslag
from bot.opslag.uitgaand import Uitgaand, Vastlegging
from bot.opslag.versleuteld import SleutelNodig, SleutelOnjuist, ontsluit
from dialogs.teksten import tekst
from tests.bot.nep import NIEUW, NU, SLEUTEL, afdruk

GEPLANT = ("kruidnagel", "palissander", "zeeduivel", "oker", "marsepein", "tuimelaar", "mag_niet")
KENMERK = "WW-2026-0001"


Database = SqliteOpslag | PostgresOpslag


@pytest.fixture(params=["sqlite", "pgopslag"])
def onder(request: pytest.FixtureRequest) -> Database:
    """What is below: a file or a server."""
    gevraagd: Database = request.getfixturevalue(request.param)
    return gevraagd


def _weging() -> Maak:
    return lambda kenmerk: TeBewaren(
        dt.date(2026, 3, 2), "palissander", "# zeeduivel", {"x": "oker"}, ("mag_niet", "mag")
    )


async def _vul(opslag: Opslag) -> None:
    """Plant a word wherever something of a person is kept."""
    inhoud = {"dossier": f"kruidnagel {KENMERK}"}
    uit = (Uitgaand("teams", {"tekst": f"marsepein {KENMERK}"}, "tuimelaar"),) * 2
    await opslag.leg_vast(Vastlegging("g", NU, inhoud, None, uit, "in-1"))
    await opslag.bewaar("h", {"dossier": "kruidnagel"}, None)
    await opslag.hernoem("h", "h]#apart")
    await opslag.bewaar_weging("anne", 2026, afdruk("a"), _weging())
    await opslag.noem_weging("anne", KENMERK, "palissander")
    [een] = await opslag.neem(("teams",), NU, NU, 1)
    await opslag.bezorgd(een, NU, NU)


async def _staat(opslag: Opslag) -> None:
    """Check that all of it reads as it was planted."""
    document = await opslag.laad("g")
    assert document is not None
    assert (document.inhoud["dossier"], document.getoond) == (
        f"kruidnagel {KENMERK}",
        "tuimelaar",
    )
    assert await opslag.ruw("]#") == (("h]#apart", '{"dossier": "kruidnagel"}'),)
    weging = await opslag.weging("anne", KENMERK)
    assert weging is not None
    assert (weging.titel, weging.markdown, weging.gegevens, weging.eigen) == (
        "palissander",
        "# zeeduivel",
        {"x": "oker"},
        "palissander",
    )
    [regel] = await opslag.wegingen("anne")
    assert (regel.titel, regel.oordelen, regel.eigen) == (
        "palissander",
        ("mag_niet", "mag"),
        "palissander",
    )
    assert await opslag.met_woord(KENMERK) == ("g",)
    [zending] = await opslag.neem(("teams",), NU, NU, 1)
    assert zending.inhoud == {"tekst": f"marsepein {KENMERK}"}


def _woorden_in(map_: Path) -> set[str]:
    """Return which planted words stand in any file, byte for byte."""
    ruw = b"".join(pad.read_bytes() for pad in sorted(map_.iterdir()))
    return {woord for woord in GEPLANT if woord.encode() in ruw}


async def test_in_de_bestanden_staat_geen_woord(sqlite: SqliteOpslag, databestand: Path) -> None:
    """Also not in the journal, while it is open."""
    opslag = await ontsluit(sqlite, SLEUTEL)
    await _vul(opslag)
    await _staat(opslag)
    assert _woorden_in(databestand.parent) == set()


async def test_zonder_sleutel_staan_ze_er_wel(sqlite: SqliteOpslag, databestand: Path) -> None:
    """So that looking for them finds what is there."""
    await _vul(sqlite)
    assert _woorden_in(databestand.parent) == set(GEPLANT)


async def test_in_postgresql_ook_niet(pgopslag: PostgresOpslag, pgadres: str) -> None:
    opslag = await ontsluit(pgopslag, SLEUTEL)
    await _vul(opslag)
    await _staat(opslag)
    verbinding = await asyncpg.connect(pgadres)
    alles = ""
    for tabel in ("document", "getoond", "weging", "uitgaand", "inkomend"):
        alles += str(await verbinding.fetch(f"SELECT * FROM {tabel}"))  # noqa: S608 - ours
    await verbinding.close()
    assert KENMERK in alles
    assert {woord for woord in GEPLANT if woord in alles} == set()


async def test_wat_open_stond_wordt_versleuteld(onder: Database) -> None:
    await _vul(onder)
    open_ = await ontsluit(onder, SLEUTEL)
    assert (await open_.laad("g")) == await onder.laad("g")
    gedaan = await versleutel_alles(onder, SLEUTEL)
    assert gedaan.onleesbaar == 0
    assert gedaan.rijen >= 4
    assert (await versleutel_alles(onder, SLEUTEL)).rijen == 0
    await _staat(await ontsluit(onder, SLEUTEL))
    document = await onder.laad("g")
    assert document is not None
    assert "kruidnagel" not in str(document)


async def test_versleutelen_laat_geen_resten(sqlite: SqliteOpslag, databestand: Path) -> None:
    await _vul(sqlite)
    assert (await versleutel_alles(sqlite, SLEUTEL)).schoon
    assert _woorden_in(databestand.parent) == set()


async def test_van_sleutel_wisselen(onder: Database) -> None:
    await _vul(await ontsluit(onder, SLEUTEL))
    samen = f"{NIEUW},{SLEUTEL}"
    beide = await ontsluit(onder, samen)
    assert await beide.met_woord(KENMERK) == ("g",)
    for te_weinig in (SLEUTEL, NIEUW):
        with pytest.raises(SleutelOnjuist):
            await ontsluit(onder, te_weinig)
    assert (await versleutel_alles(onder, samen)).onleesbaar == 0
    await _staat(await ontsluit(onder, NIEUW))
    with pytest.raises(SleutelOnjuist):
        await ontsluit(onder, SLEUTEL)


async def test_zonder_sleutel_gaat_niets_open(sqlite: SqliteOpslag) -> None:
    await ontsluit(sqlite, SLEUTEL)
    with pytest.raises(SleutelNodig):
        await ontsluit(sqlite, None)


@pytest.mark.parametrize("sleutel", ["", NIEUW])
def test_starten_met_een_verkeerde_sleutel(
    sleutel: str,
    databestand: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("WEEGWIJZER_DATA", str(databestand.parent))
    monkeypatch.setenv("WEEGWIJZER_SLEUTEL", SLEUTEL)
    assert app.main(["versleutel"]) == 0
    monkeypatch.setenv("WEEGWIJZER_SLEUTEL", sleutel)
    capsys.readouterr()
    assert app.main(["apart"]) == 2
    regel = tekst("bot.sleutel_onjuist" if sleutel else "bot.sleutel_nodig")
    uit, fout = capsys.readouterr()
    assert (uit, fout) == ("", f"weegwijzer: {regel}\n")


def test_wat_geen_sleutel_is_wordt_niet_herhaald(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEEGWIJZER_SLEUTEL", "geheimpje")
    assert app.main(["versleutel"]) == 2
    fout = capsys.readouterr().err
    assert "WEEGWIJZER_SLEUTEL" in fout
    assert "geheimpje" not in fout


async def test_verwisselde_gesprekken_gaan_niet_open(
    sqlite: SqliteOpslag, databestand: Path
) -> None:
    opslag = await ontsluit(sqlite, SLEUTEL)
    await opslag.bewaar("anne", {"n": 1}, None)
    await opslag.bewaar("bas", {"n": 2}, None)
    with closing(sqlite3.connect(databestand)) as ander, ander:
        ander.execute(
            "UPDATE document SET inhoud = (SELECT inhoud FROM document WHERE sleutel = 'anne')"
            " WHERE sleutel = 'bas'"
        )
    with pytest.raises(DocumentOnleesbaar):
        await opslag.laad("bas")


async def test_een_weging_van_een_ander_gaat_niet_open(
    sqlite: SqliteOpslag, databestand: Path
) -> None:
    opslag = await ontsluit(sqlite, SLEUTEL)
    await opslag.bewaar_weging("anne", 2026, afdruk("a"), _weging())
    with closing(sqlite3.connect(databestand)) as ander, ander:
        ander.execute("UPDATE weging SET eigenaar = 'bas'")
    weging = await opslag.weging("bas", KENMERK)
    assert weging is not None
    assert (weging.titel, weging.markdown, weging.gegevens) == ("", "", {})


async def test_een_verwisseld_bericht_gaat_niet_uit(
    sqlite: SqliteOpslag, databestand: Path
) -> None:
    opslag = await ontsluit(sqlite, SLEUTEL)
    uit = (Uitgaand("teams", {"tekst": "geheim"}),)
    await opslag.leg_vast(Vastlegging("anne", NU, uit=uit))
    with closing(sqlite3.connect(databestand)) as ander, ander:
        ander.execute("UPDATE uitgaand SET sleutel = 'bas'")
    assert await opslag.neem(("teams",), NU, NU, 1) == ()
    [regel] = await opslag.uitgaand()
    assert regel.dood is not None


async def test_wat_verhuist_blijft_leesbaar(sqlite: SqliteOpslag) -> None:
    """Twice over, and with what goes out and what was kept."""
    opslag = await ontsluit(sqlite, SLEUTEL)
    uit = (Uitgaand("teams", {"tekst": "een"}),)
    await opslag.leg_vast(Vastlegging("oud", NU, {"n": 1}, None, uit))
    await opslag.bewaar_weging("oud", 2026, afdruk("a"), _weging())
    for van, naar in (("oud", "nieuw"), ("nieuw", "nieuwer")):
        await opslag.verplaats(van, naar)
        assert await opslag.geef_wegingen(van, naar)
    document = await opslag.laad("nieuwer")
    assert document is not None
    assert document.inhoud == {"n": 1}
    [zending] = await opslag.neem(("teams",), NU, NU, 1)
    assert zending.inhoud == {"tekst": "een"}
    assert [regel.titel for regel in await opslag.wegingen("nieuwer")] == ["palissander"]
    assert (await versleutel_alles(sqlite, f"{NIEUW},{SLEUTEL}")).onleesbaar == 0
    weer = await ontsluit(sqlite, NIEUW)
    assert await weer.laad("nieuwer") is not None
    assert [regel.titel for regel in await weer.wegingen("nieuwer")] == ["palissander"]


async def test_wie_de_nieuwe_sleutel_nog_niet_heeft_legt_niets_apart(sqlite: SqliteOpslag) -> None:
    """A process that was started before the key was changed."""
    eerder = await ontsluit(sqlite, SLEUTEL)
    later = await ontsluit(sqlite, f"{NIEUW},{SLEUTEL}")
    await later.bewaar("g", {"n": 1}, None)
    with pytest.raises(SleutelOntbreekt):
        await eerder.laad("g")


async def test_wat_beschadigd_is_houdt_de_oude_sleutel(
    sqlite: SqliteOpslag, databestand: Path
) -> None:
    opslag = await ontsluit(sqlite, SLEUTEL)
    await opslag.bewaar("anne", {"n": 1}, None)
    with closing(sqlite3.connect(databestand)) as ander, ander:
        ander.execute("UPDATE document SET sleutel = 'bas' WHERE sleutel = 'anne'")
    assert (await versleutel_alles(sqlite, f"{NIEUW},{SLEUTEL}")).onleesbaar == 1
    with pytest.raises(SleutelOnjuist):
        await ontsluit(sqlite, NIEUW)


def test_een_zegel_hoort_bij_zijn_plek() -> None:
    sleutels = Sleutels(SLEUTEL)
    zegel = sleutels.sluit("é", "document", "g")
    assert sleutels.open(zegel, "document", "g") == "é"
    assert zegel != sleutels.sluit("é", "document", "g")
    assert verzegeld(zegel) == sleutels.eerste
    assert verzegeld("ww1.00000000.te kort") is None
    for plek in (("document", "h"), ("uitgaand", "g"), ("documentg",)):
        with pytest.raises(DocumentOnleesbaar):
            sleutels.open(zegel, *plek)
    assert json.dumps(zegel) == f'"{zegel}"'
