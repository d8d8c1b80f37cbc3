"""Het databestand zelf: rechten, drukte, schade, en een stekker die eruit gaat."""

# ruff: noqa: ASYNC221, ASYNC240 - nothing else waits while a test reads its own file

import asyncio
import datetime as dt
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.opslag.bestand import FUNCTIES, OVERGANGEN, VERSIE
from bot.opslag.poort import (
    DocumentOnleesbaar,
    OpslagBeschadigd,
    OpslagBezet,
    OpslagFout,
    OpslagNieuwer,
    OpslagOntoegankelijk,
    TeBewaren,
)
from bot.opslag.sqlite import SqliteOpslag
from bot.opslag.uitgaand import ONLEESBAAR, Uitgaand, Vastlegging
from tests.bot.nep import NU, afdruk

POSIX = os.name == "posix"


async def test_alleen_de_eigenaar_kan_erbij(sqlite: SqliteOpslag, databestand: Path) -> None:
    await sqlite.bewaar("gesprek", {}, None)
    if POSIX:
        assert stat.S_IMODE(databestand.parent.stat().st_mode) == 0o700
        bestanden = list(databestand.parent.iterdir())
        assert {stat.S_IMODE(pad.stat().st_mode) for pad in bestanden} == {0o600}


async def test_een_map_die_er_al_was_blijft_zoals_hij_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    opslag = await SqliteOpslag.open(tmp_path / "w.sqlite3")
    await opslag.sluit()
    if POSIX:
        assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


async def test_bewaren_overleeft_een_herstart(databestand: Path) -> None:
    eerste = await SqliteOpslag.open(databestand)
    await eerste.bewaar("gesprek", {"n": 1}, None)
    await eerste.sluit()
    tweede = await SqliteOpslag.open(databestand)
    terug = await tweede.laad("gesprek")
    await tweede.sluit()
    assert terug is not None
    assert terug.inhoud == {"n": 1}


async def test_wat_verwijderd_is_staat_in_geen_bestand_meer(
    sqlite: SqliteOpslag, databestand: Path
) -> None:
    def maak(kenmerk: str) -> TeBewaren:
        return TeBewaren(dt.date(2026, 3, 2), "t", "vertrouwelijk " * 1000, {})

    kenmerk = await sqlite.bewaar_weging("anne", 2026, afdruk("a"), maak)
    assert await sqlite.verwijder_weging("anne", kenmerk)
    for bestand in databestand.parent.iterdir():
        assert b"vertrouwelijk" not in bestand.read_bytes()


async def test_bewaren_overleeft_een_dood_proces(databestand: Path) -> None:
    opdracht = (
        "import asyncio, os, pathlib, sys\n"
        "from bot.opslag.sqlite import SqliteOpslag\n"
        "async def main():\n"
        "    opslag = await SqliteOpslag.open(pathlib.Path(sys.argv[1]))\n"
        "    await opslag.bewaar('gesprek', {'n': 1}, None)\n"
        "    os.kill(os.getpid(), 9)\n"
        "asyncio.run(main())\n"
    )
    subprocess.run([sys.executable, "-c", opdracht, databestand], check=False)  # noqa: S603
    opslag = await SqliteOpslag.open(databestand)
    terug = await opslag.laad("gesprek")
    await opslag.sluit()
    assert terug is not None
    assert terug.inhoud == {"n": 1}


async def test_een_ander_houdt_de_database_vast(sqlite: SqliteOpslag, databestand: Path) -> None:
    versie = await sqlite.bewaar("gesprek", {"n": 1}, None)
    ander = sqlite3.connect(databestand, isolation_level=None)
    ander.execute("BEGIN EXCLUSIVE")
    with pytest.raises(OpslagBezet):
        await sqlite.bewaar("gesprek", {"n": 2}, versie)
    ander.execute("ROLLBACK")
    ander.close()
    terug = await sqlite.laad("gesprek")
    assert terug is not None
    assert terug.inhoud == {"n": 1}
    await sqlite.bewaar("gesprek", {"n": 2}, versie)


async def test_openen_terwijl_een_ander_hem_vasthoudt(databestand: Path) -> None:
    databestand.parent.mkdir()
    ander = sqlite3.connect(databestand, isolation_level=None)
    ander.execute("BEGIN EXCLUSIVE")
    with pytest.raises(OpslagBezet):
        await SqliteOpslag.open(databestand, wachttijd=0.05)
    ander.close()


async def test_velen_openen_tegelijk_een_nieuw_bestand(databestand: Path) -> None:
    opslagen = await asyncio.gather(*(SqliteOpslag.open(databestand) for _ in range(8)))
    for nummer, opslag in enumerate(opslagen):
        await opslag.bewaar(f"gesprek {nummer}", {}, None)
        assert await opslagen[0].laad(f"gesprek {nummer}") is not None
    await asyncio.gather(*(opslag.sluit() for opslag in opslagen))


async def test_een_beschadigd_bestand_blijft_zoals_het_is(databestand: Path) -> None:
    databestand.parent.mkdir()
    databestand.write_bytes(b"dit is geen database " * 500)
    voor = databestand.read_bytes()
    with pytest.raises(OpslagBeschadigd):
        await SqliteOpslag.open(databestand)
    assert databestand.read_bytes() == voor


async def test_de_database_van_een_ander_programma_blijft_zoals_hij_is(databestand: Path) -> None:
    databestand.parent.mkdir()
    ander = sqlite3.connect(databestand)
    ander.execute("CREATE TABLE adressen (naam TEXT)")
    ander.commit()
    ander.close()
    voor = databestand.read_bytes()
    with pytest.raises(OpslagBeschadigd):
        await SqliteOpslag.open(databestand)
    assert databestand.read_bytes() == voor


async def test_een_nieuwere_database(sqlite: SqliteOpslag, databestand: Path) -> None:
    ander = sqlite3.connect(databestand)
    ander.execute("PRAGMA user_version = 999")
    ander.close()
    with pytest.raises(OpslagNieuwer):
        await SqliteOpslag.open(databestand)


@pytest.mark.parametrize("versie", range(1, VERSIE))
async def test_een_database_van_een_vorige_versie_gaat_mee(databestand: Path, versie: int) -> None:
    databestand.parent.mkdir()
    oud = sqlite3.connect(databestand)
    for naam, (aantal, functie) in FUNCTIES.items():
        oud.create_function(naam, aantal, functie)
    for opdracht in (o for stap in OVERGANGEN[:versie] for o in stap):
        oud.execute(opdracht)
    for sleutel, inhoud in (
        ("gesprek", '{"n": 1, "gezien": ["in-1", "in-2"], "getoond": "plek-1"}'),
        ("stil", '{"n": 2, "gezien": [], "getoond": null}'),
        ("kapot", '{"gezien": ["in-3"'),
    ):
        oud.execute(
            "INSERT INTO document (sleutel, inhoud, versie) VALUES (?, ?, 7)", (sleutel, inhoud)
        )
    oud.commit()
    oud.close()

    opslag = await SqliteOpslag.open(databestand)
    gesprek, stil = await opslag.laad("gesprek"), await opslag.laad("stil")
    gezien = [await opslag.is_gezien("gesprek", f"in-{n}") for n in (1, 2, 3)]
    await opslag.bewaar_editie("2026.11-abc", {"vorm": 2})
    await opslag.leg_vast(Vastlegging("gesprek", NU, uit=(Uitgaand("teams", {}),)))
    with pytest.raises(DocumentOnleesbaar):
        await opslag.laad("kapot")
    await opslag.sluit()

    assert gesprek is not None
    assert stil is not None
    assert (gesprek.inhoud["n"], gesprek.versie, gesprek.getoond) == (1, 7, "plek-1")
    assert (stil.inhoud["n"], stil.getoond) == (2, None)
    assert gezien == [True, True, False]


async def test_wat_bezorgd_is_staat_in_geen_bestand_meer(
    sqlite: SqliteOpslag, databestand: Path
) -> None:
    uit = Uitgaand("teams", {"tekst": "vertrouwelijk " * 1000})
    await sqlite.leg_vast(Vastlegging("gesprek", NU, uit=(uit,)))
    [zending] = await sqlite.neem(("teams",), NU, NU, 1)
    await sqlite.bezorgd(zending, NU, NU)
    assert await sqlite.maak_schoon()
    for bestand in databestand.parent.iterdir():
        assert b"vertrouwelijk" not in bestand.read_bytes()


async def test_een_bericht_dat_niet_te_lezen_is_houdt_niets_op(
    sqlite: SqliteOpslag, databestand: Path
) -> None:
    for woord in ("een", "twee"):
        uit = (Uitgaand("teams", {"tekst": woord}),)
        await sqlite.leg_vast(Vastlegging("gesprek", NU, uit=uit))
    ander = sqlite3.connect(databestand)
    ander.execute("UPDATE uitgaand SET inhoud = CAST(x'ff7b' AS TEXT) WHERE nummer = 1")
    ander.commit()
    ander.close()
    assert await sqlite.neem(("teams",), NU, NU, 1) == ()
    [zending] = await sqlite.neem(("teams",), NU, NU, 1)
    assert zending.inhoud == {"tekst": "twee"}
    assert [(r.reden, r.dood) for r in await sqlite.uitgaand()] == [(ONLEESBAAR, NU), ("", None)]


async def test_schade_terwijl_we_draaien(sqlite: SqliteOpslag, databestand: Path) -> None:
    await sqlite.bewaar("gesprek", {"n": 1}, None)
    await sqlite.sluit()
    inhoud = databestand.read_bytes()
    databestand.write_bytes(inhoud[:4096] + b"\xff" * (len(inhoud) - 4096))
    kapot = await SqliteOpslag.open(databestand)
    with pytest.raises(OpslagFout):
        await kapot.laad("gesprek")
    with pytest.raises(OpslagFout):
        await kapot.bewaar("gesprek", {"n": 2}, None)
    await kapot.sluit()


async def test_een_map_die_geen_map_is(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("hier staat al iets", encoding="utf-8")
    with pytest.raises(OpslagOntoegankelijk):
        await SqliteOpslag.open(tmp_path / "bestand" / "weegwijzer.sqlite3")
    with pytest.raises(OpslagOntoegankelijk):
        await SqliteOpslag.open(tmp_path)


@pytest.mark.parametrize("rommel", ["{", "[]", "null", "12", ""])
async def test_een_document_dat_niet_te_lezen_is(
    sqlite: SqliteOpslag, databestand: Path, rommel: str
) -> None:
    await sqlite.bewaar("gesprek", {}, None)
    ander = sqlite3.connect(databestand)
    ander.execute("UPDATE document SET inhoud = ?", (rommel,))
    ander.commit()
    ander.close()
    with pytest.raises(DocumentOnleesbaar):
        await sqlite.laad("gesprek")
    await sqlite.hernoem("gesprek", "gesprek#oud")
    assert await sqlite.laad("gesprek") is None


async def test_een_afgebroken_beurt_laat_niets_half_achter(sqlite: SqliteOpslag) -> None:
    for _ in range(20):
        taak = asyncio.create_task(sqlite.bewaar("gesprek", {"n": 1}, None))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        taak.cancel()
        with pytest.raises(asyncio.CancelledError):
            await taak
    await sqlite.bewaar("ander", {"n": 2}, None)
    assert await sqlite.laad("ander") is not None
