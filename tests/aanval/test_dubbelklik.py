"""Een antwoord komt alleen bij de vraag waarop het gegeven is, in elk kanaal.

A second click, a button of an old card, something typed after a reply that never arrived or in a
window that is behind: none of it may answer a question that nobody saw.
"""

from __future__ import annotations

import io
import os
import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import pytest

from bot.kanalen.teams.activiteit import PLEK
from bot.kanalen.terminal import kanaal
from bot.kanalen.terminal.kanaal import GESPREK, chat
from bot.opslag.geheugen import GeheugenOpslag
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in
from bot.wie import Wie
from dialogs.teksten import tekst
from tests.aanval.maat import Cijfers, keer
from tests.bot.nep import Teller, klok, na
from tests.bot.tab import Tab, ingevuld
from tests.bot.test_teams import Teams, in_teams
from tests.bot.test_terminal import KLAAR, lees_tot, start_aan_toetsenbord

GETYPT: Final = ("nee", "ja", "1", "2", "weet ik niet", "geweigerd", "18", "geen", "omdat het moet")
"""What answers one question or another."""


@pytest.fixture
async def teams(sqlite: SqliteOpslag) -> AsyncIterator[Teams]:
    async with in_teams(sqlite) as open_:
        yield open_


async def _dossier(sqlite: SqliteOpslag) -> dict[str, Any]:
    [(sleutel,)] = await sqlite._lees("SELECT sleutel FROM document")
    document = await sqlite.laad(sleutel)
    assert document is not None
    dossier: dict[str, Any] = document.inhoud["dossier"]
    return {**dossier, "stand": {**dossier["stand"], "wacht": _zonder_telling(dossier)}}


def _zonder_telling(dossier: dict[str, Any]) -> dict[str, Any]:
    """How often something was not understood is no answer."""
    return {k: w for k, w in dossier["stand"]["wacht"].items() if k != "misverstaan"}


def _knoppen(activiteit: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        knop
        for bijlage in activiteit.get("attachments") or ()
        for knop in bijlage["content"]["buttons"]
    ]


ANTWOORDEN: Final = ("diagnose, verslag", "18", "1", "2", "1, 2", "ja", "nee", "weet ik niet")
"""Typed by turns, where a card has no button that leads on."""


@pytest.mark.parametrize("zaad", range(keer(2, 25)))
async def test_in_teams(teams: Teams, sqlite: SqliteOpslag, zaad: int, cijfers: Cijfers) -> None:
    dobbel = random.Random(zaad)
    oud: list[dict[str, Any]] = []
    geprobeerd = 0
    await teams.zegt("hallo")
    for stap in range(keer(25, 60)):
        kaart = teams.connector.ontvangen[-1]
        knoppen = [k for k in _knoppen(kaart) if k["value"][PLEK]]
        if knoppen and dobbel.random() < 0.7:
            knop = dobbel.choice(knoppen)
            gestuurd = {"tekst_": knop["text"], "value": knop["value"]}
        else:
            gestuurd = {"tekst_": ANTWOORDEN[stap % len(ANTWOORDEN)]}
        voor = await _dossier(sqlite)
        await teams.zegt(**gestuurd)
        na_een = await _dossier(sqlite)
        if "value" in gestuurd and na_een != voor:
            # The same button once more, and buttons of cards that were answered before; not of one
            # that shows the very picture that is shown again now: its question is the one asked.
            getoond = {k["value"][PLEK] for k in _knoppen(teams.connector.ontvangen[-1])}
            ander = [knop for knop in oud if knop["value"][PLEK] not in getoond]
            for nogmaals in (gestuurd, *dobbel.sample(ander, min(3, len(ander)))):
                gezegd = await teams.zegt(**nogmaals)
                geprobeerd += 1
                assert await _dossier(sqlite) == na_een, (nogmaals["tekst_"], na_een["stand"])
                assert gezegd[0] == tekst("bot.verder_gegaan")
        if na_een != voor:
            oud += [{"tekst_": k["text"], "value": k["value"]} for k in knoppen]
    cijfers["knoppen"] = geprobeerd


@pytest.mark.parametrize("zaad", range(keer(2, 25)))
async def test_in_teams_na_een_antwoord_dat_niet_aankwam(
    teams: Teams, sqlite: SqliteOpslag, zaad: int, cijfers: Cijfers
) -> None:
    dobbel = random.Random(zaad)
    geprobeerd = 0
    await teams.zegt("hallo")
    for _ in range(keer(15, 60)):
        voor = await _dossier(sqlite)
        teams.connector.statussen = [404]
        assert await teams.zegt(dobbel.choice((*ANTWOORDEN, *GETYPT))) == []
        teams.connector.statussen = []
        verder = await _dossier(sqlite)
        gezegd = await teams.zegt(dobbel.choice(GETYPT))
        if verder != voor:
            geprobeerd += 1
            assert gezegd[0] == tekst("bot.antwoord_kwijt")
            assert await _dossier(sqlite) == verder
    assert geprobeerd
    cijfers["antwoorden"] = geprobeerd


async def test_in_teams_werkt_een_opdracht_altijd(teams: Teams) -> None:
    await teams.zegt("hallo")
    await teams.zegt("overslaan")
    teams.connector.statussen = [404]
    assert await teams.zegt("geven") == []
    assert tekst("bot.antwoord_kwijt") not in await teams.zegt("help")
    # With that the question was shown: now an answer counts.
    assert tekst("bot.antwoord_kwijt") not in await teams.zegt("jeugdzorg")


async def test_in_teams_komt_een_verloren_antwoord_bij_hetzelfde_bericht(teams: Teams) -> None:
    await teams.zegt("hallo")
    teams.connector.statussen = [404]
    assert await teams.zegt("overslaan", id="dubbel") == []
    alsnog = await teams.zegt("overslaan", id="dubbel")
    assert alsnog
    assert tekst("bot.antwoord_kwijt") not in alsnog
    assert await teams.zegt("overslaan", id="dubbel") == []


@pytest.mark.parametrize("waarde", [{}, {PLEK: ""}, {PLEK: 5}, "x", {"weegwijzer": 1}], ids=str)
async def test_een_knop_die_niet_zegt_waarbij_hij_hoort(
    teams: Teams, sqlite: SqliteOpslag, waarde: object
) -> None:
    await teams.zegt("hallo")
    voor = await _dossier(sqlite)
    await teams.zegt("overslaan", value=waarde)
    assert await _dossier(sqlite) == voor


# --- in de webchat


@pytest.mark.parametrize("zaad", range(keer(2, 25)))
async def test_in_de_webchat(tab: Tab, sqlite: SqliteOpslag, zaad: int, cijfers: Cijfers) -> None:
    dobbel = random.Random(zaad)
    plekken: list[str] = [""]
    geprobeerd = 0
    while tab.beeld["vraag"]["soort"] != "slot" and geprobeerd < keer(60, 300):
        vraag = tab.beeld["vraag"]
        assert (await tab.vul(ingevuld(vraag)))["verwerkt"]
        verder = await _dossier(sqlite)
        plekken.append(vraag["plek"])
        for plek in (vraag["plek"], *dobbel.sample(plekken, min(2, len(plekken)))):
            frame = await tab.na(await tab.stuur(dobbel.choice(GETYPT), bij=plek))
            formulier = await tab.vul(ingevuld(vraag), bij=plek)
            geprobeerd += 2
            assert not frame["verwerkt"]
            assert not formulier["verwerkt"]
            assert await _dossier(sqlite) == verder
    cijfers["frames"] = geprobeerd


# --- in de terminal


async def test_in_een_venster_dat_achterloopt(monkeypatch: pytest.MonkeyPatch) -> None:
    gesprekken = richt_in(GeheugenOpslag(), klok, Teller()).gesprekken
    wie = Wie("terminal", "anne")
    gezegd = iter(("nee", "geven"))

    class Lezer:
        async def lees(self) -> str | None:
            zin = next(gezegd, None)
            if zin == "nee":  # meanwhile, in another window
                await na(gesprekken.beurt(wie, GESPREK, "overslaan"))
            return zin

    monkeypatch.setattr(kanaal, "lezer", lambda *_: Lezer())
    uitvoer = io.StringIO()
    await chat(gesprekken, wie, io.StringIO(), uitvoer)
    erna = await na(gesprekken.bekijk(wie, GESPREK))
    assert erna.dossier is not None
    assert {s: a.waarde for s, a in erna.dossier.antwoorden.items()} == {
        "omschrijving": "",
        "gebruiker": "verstrekker",
    }
    assert tekst("bot.verder_gegaan") in uitvoer.getvalue()


def test_wat_vooruit_getypt_is_telt_niet(tmp_path: Path) -> None:
    """What was typed before the question stood there: a key that was hit twice."""
    pty = pytest.importorskip("pty")
    meester, slaaf = pty.openpty()
    with start_aan_toetsenbord(tmp_path, slaaf) as proces:
        lees_tot(meester, KLAAR)
        os.write(meester, b"geven\rgeven\r")
        gezien = lees_tot(meester, KLAAR)
        os.write(meester, b"waar ben ik\r")
        gezien += lees_tot(meester, KLAAR)
        os.write(meester, b"\x04")
        gezien += lees_tot(meester, None)
        assert proces.wait(timeout=30) == 0
    os.close(meester)
    assert tekst("gesprek.aantal_een") in gezien.decode()
