"""Een kopie maken terwijl het draait, en haar ergens anders terugzetten."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

import app
from bot.opslag.kopie import kopieer, nieuw_bestand
from bot.opslag.postgres.opslag import PostgresOpslag
from bot.opslag.sqlite import SqliteOpslag
from bot.opslag.versleuteld import ontsluit
from dialogs.teksten import tekst
from tests.bot.nep import NIEUW, SLEUTEL
from tests.bot.test_opslag_contract import INHOUD
from tests.bot.test_verhuizen import ALLES, vul


@pytest.fixture
def elders(tmp_path: Path) -> Path:
    return tmp_path / "elders"


def _zet(monkeypatch: pytest.MonkeyPatch, map_: Path, **ander: str) -> None:
    monkeypatch.setenv("WEEGWIJZER_DATA", str(map_))
    for naam in ("WEEGWIJZER_DATABASE_URL", "WEEGWIJZER_SLEUTEL"):
        monkeypatch.setenv(naam, ander.get(naam, ""))


async def _alles(opslag: SqliteOpslag | PostgresOpslag) -> list[object]:
    return [await wat(opslag) for wat in ALLES]


def _lees(bestand: Path) -> list[object]:
    async def lees() -> list[object]:
        opslag = await SqliteOpslag.open(bestand)
        try:
            return await _alles(opslag)
        finally:
            await opslag.sluit()

    return asyncio.run(lees())


def _vul(bestand: Path) -> list[object]:
    async def vol() -> list[object]:
        opslag = await SqliteOpslag.open(bestand)
        await vul(opslag)
        toen = await _alles(opslag)
        await opslag.sluit()
        return toen

    return asyncio.run(vol())


def test_elders_staat_hetzelfde(
    databestand: Path, elders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toen = _vul(databestand)
    kopie = tmp_path / "kopie.sqlite3"
    _zet(monkeypatch, databestand.parent)
    assert app.main(["backup", str(kopie)]) == 0
    assert kopie.stat().st_mode & 0o077 == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["gegevens", "kopie.sqlite3"]
    _zet(monkeypatch, elders)
    assert app.main(["herstel", str(kopie)]) == 0
    assert _lees(elders / databestand.name) == toen


def test_zonder_naam_staat_de_kopie_hier(
    databestand: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _vul(databestand)
    _zet(monkeypatch, databestand.parent)
    monkeypatch.chdir(tmp_path)
    assert app.main(["backup"]) == 0
    assert len(list(tmp_path.glob("weegwijzer-*.sqlite3"))) == 1


async def test_een_kopie_onder_het_werk_is_van_een_moment(
    sqlite: SqliteOpslag, databestand: Path, tmp_path: Path
) -> None:
    """Two documents are always written in this order: a copy never has the second one further."""
    klaar = threading.Event()

    async def schrijf() -> int:
        nummer = 0
        while not klaar.is_set():
            nummer += 1
            for sleutel in ("een", "twee"):
                await sqlite.bewaar(sleutel, {"n": nummer}, nummer - 1 or None)
        return nummer

    taak = asyncio.create_task(schrijf())
    kopieen = []
    for nummer in range(10):
        await asyncio.sleep(0.02)
        with nieuw_bestand(tmp_path / f"{nummer}.sqlite3") as kopie:
            await asyncio.to_thread(kopieer, databestand, kopie)
        kopieen.append(kopie)
    klaar.set()
    assert await taak > 10
    for kopie in kopieen:
        opslag = await SqliteOpslag.open(kopie)
        versies = await opslag.versies(["een", "twee"])
        await opslag.sluit()
        assert versies["een"] - versies["twee"] in (0, 1)


async def test_uit_postgresql_en_weer_terug(
    pgopslag: PostgresOpslag,
    pgadres: str,
    databestand: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    await vul(pgopslag)
    toen = await _alles(pgopslag)
    kopie = tmp_path / "kopie.sqlite3"
    _zet(monkeypatch, databestand.parent, WEEGWIJZER_DATABASE_URL=pgadres)
    assert await asyncio.to_thread(app.main, ["backup", str(kopie)]) == 0
    await pgopslag.bewaar("nieuw", INHOUD, None)
    capsys.readouterr()
    assert await asyncio.to_thread(app.main, ["herstel", str(kopie)]) == 2
    assert capsys.readouterr().err == f"weegwijzer: {tekst('bot.herstel_gevuld')}\n"
    assert await pgopslag.laad("nieuw") is not None
    assert await asyncio.to_thread(app.main, ["herstel", str(kopie), "--vervang"]) == 0
    assert await pgopslag.laad("nieuw") is None
    assert await _alles(pgopslag) == toen
    # One form for both: it goes into a file as well.
    _zet(monkeypatch, databestand.parent)
    assert await asyncio.to_thread(app.main, ["herstel", str(kopie)]) == 0
    assert await asyncio.to_thread(_lees, databestand) == toen


def test_wat_er_staat_gaat_alleen_weg_als_het_mag(
    databestand: Path,
    elders: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    toen = _vul(databestand)
    kopie = tmp_path / "kopie.sqlite3"
    _zet(monkeypatch, databestand.parent)
    assert app.main(["backup", str(kopie)]) == 0
    capsys.readouterr()

    assert app.main(["backup", str(kopie)]) == 2
    assert tekst("bot.kopie_bestaat", pad=str(kopie)) in capsys.readouterr().err

    async def ander() -> None:
        opslag = await SqliteOpslag.open(elders / databestand.name)
        await opslag.bewaar("ander", INHOUD, None)
        await opslag.sluit()

    asyncio.run(ander())
    _zet(monkeypatch, elders)
    assert app.main(["herstel", str(kopie)]) == 2
    assert tekst("bot.herstel_gevuld") in capsys.readouterr().err
    assert _lees(elders / databestand.name) != toen
    assert app.main(["herstel", str(kopie), "--vervang"]) == 0
    assert _lees(elders / databestand.name) == toen


async def test_terwijl_het_draait_komt_niets_terug(
    sqlite: SqliteOpslag,
    databestand: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    await vul(sqlite)
    toen = await _alles(sqlite)
    kopie = tmp_path / "kopie.sqlite3"
    _zet(monkeypatch, databestand.parent)
    assert await asyncio.to_thread(app.main, ["backup", str(kopie)]) == 0
    capsys.readouterr()
    assert await asyncio.to_thread(app.main, ["herstel", str(kopie), "--vervang"]) == 2
    assert capsys.readouterr().err == f"weegwijzer: {tekst('bot.herstel_bezet')}\n"
    assert await _alles(sqlite) == toen


@pytest.mark.parametrize("soort", ["leeg", "rommel", "half", "ander", "geen"])
def test_wat_geen_hele_kopie_is_verandert_niets(
    soort: str,
    databestand: Path,
    elders: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _vul(databestand)
    kopie = tmp_path / "kopie.sqlite3"
    _zet(monkeypatch, databestand.parent)
    assert app.main(["backup", str(kopie)]) == 0
    match soort:
        case "leeg":
            os.truncate(kopie, 0)
        case "rommel":
            kopie.write_bytes(b"rommel" * 1000)
        case "half":
            os.truncate(kopie, kopie.stat().st_size // 2)
        case "ander":
            kopie.unlink()
            with closing(sqlite3.connect(kopie)) as ander, ander:
                ander.execute("CREATE TABLE iets (n)")
        case _:
            kopie.unlink()
    _zet(monkeypatch, elders)
    capsys.readouterr()
    assert app.main(["herstel", str(kopie)]) == 2
    assert capsys.readouterr().err == (
        f"weegwijzer: {tekst('bot.kopie_onleesbaar', pad=str(kopie))}\n"
    )
    assert not elders.exists()


@pytest.mark.parametrize(
    "opdracht",
    [["backup", "a", "b"], ["backup", "--x"], ["herstel"], ["herstel", "a", "b"], ["herstel", "-"]],
)
def test_wat_geen_opdracht_is(opdracht: list[str]) -> None:
    assert app.main(opdracht) == 2


def test_een_kopie_vraagt_de_sleutel_van_toen(
    databestand: Path, elders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def vol() -> None:
        onder = await SqliteOpslag.open(databestand)
        await (await ontsluit(onder, SLEUTEL)).bewaar("g", INHOUD, None)
        await onder.sluit()

    asyncio.run(vol())
    kopie = tmp_path / "kopie.sqlite3"
    _zet(monkeypatch, databestand.parent, WEEGWIJZER_SLEUTEL=SLEUTEL)
    assert app.main(["backup", str(kopie)]) == 0
    for sleutel, code in (("", 2), (NIEUW, 2), (SLEUTEL, 0)):
        _zet(monkeypatch, elders, WEEGWIJZER_SLEUTEL=sleutel)
        assert app.main(["herstel", str(kopie)]) == code


def test_waar_geen_kopie_kan_staan(
    databestand: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _zet(monkeypatch, databestand.parent)
    assert app.main(["backup", str(tmp_path / "kopie")]) == 2
    _vul(databestand)
    assert app.main(["backup", str(tmp_path / "geen map" / "kopie")]) == 2
    assert [p.name for p in tmp_path.iterdir()] == ["gegevens"]
