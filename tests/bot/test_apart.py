"""Wat apart gelegd is, kan een mens teruglezen en weghalen: `python app.py apart`."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot import apart
from bot.gesprekken import Gesprekken
from bot.opslag.poort import Opslag
from bot.opslag.sqlite import SqliteOpslag
from dialogs.beeld.als_tekst import berichten
from dialogs.teksten import tekst
from tests.bot.nep import ANNE, ONBRUIKBAAR, na


async def _regels(
    opslag: Opslag, capsys: pytest.CaptureFixture[str], *argumenten: str
) -> list[str]:
    assert await apart.doe(opslag, list(argumenten))
    return capsys.readouterr().out.splitlines()


async def test_apart_leggen_lezen_en_wissen(
    gesprekken: Gesprekken,
    sqlite: SqliteOpslag,
    databestand: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert await _regels(sqlite, capsys) == [tekst("bot.niets_apart")]
    await na(gesprekken.beurt(ANNE, "g", ONBRUIKBAAR))
    # A turn that the program cannot take says so, with the way out of it.
    vast = await na(gesprekken.beurt(ANNE, "g", "19"))
    assert berichten(vast.beeld)[0].tekst == tekst("bot.gesprek_onleesbaar")
    await na(gesprekken.beurt(ANNE, "g", "opnieuw"))

    assert await _regels(sqlite, capsys) == ["1. 2026-03-02 10:30:00 teams"]
    assert ONBRUIKBAAR in "\n".join(await _regels(sqlite, capsys, "1"))
    assert await _regels(sqlite, capsys, "wis", "1") == [tekst("bot.apart_gewist")]
    assert await _regels(sqlite, capsys) == [tekst("bot.niets_apart")]
    for bestand in databestand.parent.iterdir():
        assert ONBRUIKBAAR.encode() not in bestand.read_bytes()


@pytest.mark.parametrize("argumenten", [["2"], ["0"], ["x"], ["wis"], ["wis", "9"], ["1", "2"]])
async def test_wat_er_niet_ligt(opslag: Opslag, argumenten: list[str]) -> None:
    await opslag.bewaar('["web","","web","x"]#2026-03-02 10:30:00 a', {}, None)
    assert not await apart.doe(opslag, argumenten)


@pytest.mark.parametrize("inhoud", [b"\xff\xfe", b"{", b"", b"[" * 5000], ids=str)
async def test_ook_wat_geen_json_is(
    gesprekken: Gesprekken,
    sqlite: SqliteOpslag,
    databestand: Path,
    capsys: pytest.CaptureFixture[str],
    inhoud: bytes,
) -> None:
    await na(gesprekken.beurt(ANNE, "g", "19"))
    database = sqlite3.connect(databestand)
    database.execute("UPDATE document SET inhoud = CAST(? AS TEXT)", (inhoud,))
    database.commit()
    database.close()

    begin = await na(gesprekken.beurt(ANNE, "g", "opnieuw"))

    assert begin.dossier is not None
    assert await _regels(sqlite, capsys, "1") == (
        inhoud.decode(errors="replace").splitlines() or [""]
    )
