"""Verwijderen: wat we zeggen is wat er gebeurt, tot in het bestand."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

import pytest

from bot.gesprekken import Gesprekken
from bot.opslag.sqlite import SqliteOpslag
from bot.opslag.uitgaand import Uitgaand
from bot.opstarten import richt_in
from bot.post import Post
from bot.reactie import Reactie
from bot.wie import Wie
from dialogs.beeld import Beeld
from dialogs.beeld.als_tekst import berichten
from dialogs.beeld.gezegd import Zin
from tests.bot.nep import Teller, klok, na
from tests.bot.tab import GEEN_GROND

ANNE: Final = Wie("teams", "29:anne", tenant="school")
BAS: Final = Wie("teams", "29:bas", tenant="school")
EIGEN: Final = "onmiskenbaar eigen verhaal over boosheid in de kantine"
WEGING: Final = (EIGEN, "nee", *GEEN_GROND[1:-1], "kantinemedewerker met sleutelbos")
WOORDEN: Final = (b"onmiskenbaar eigen", b"kantinemedewerker", b"sleutelbos", b"WW-2026-0001")


@pytest.fixture
def gesprekken(sqlite: SqliteOpslag) -> Gesprekken:
    return richt_in(sqlite, klok, Teller()).gesprekken


async def zeg(gesprekken: Gesprekken, *zinnen: str, waar: str = "g", wie: Wie = ANNE) -> Reactie:
    reactie = Reactie()
    for zin in zinnen:
        reactie = await na(gesprekken.beurt(wie, waar, zin))
    return reactie


async def bewaar(gesprekken: Gesprekken, waar: str = "g") -> str:
    await na(gesprekken.begroet(ANNE, waar))
    reactie = await zeg(gesprekken, *WEGING, "bewaar", waar=waar)
    assert reactie.dossier is not None
    assert reactie.dossier.stand.bewaard_als is not None
    return reactie.dossier.stand.bewaard_als


def gezegd(reactie: Reactie) -> set[str]:
    return {deel.sleutel for deel in reactie.beeld.gezegd if isinstance(deel, Zin)}


def gevonden(databestand: Path) -> dict[str, list[bytes]]:
    """Return which words stand in which files, whatever file it is."""
    return {
        pad.name: woorden
        for pad in databestand.parent.iterdir()
        if (woorden := [woord for woord in WOORDEN if woord in pad.read_bytes()])
    }


async def test_de_woorden_staan_er_eerst_wel(gesprekken: Gesprekken, databestand: Path) -> None:
    await bewaar(gesprekken)
    samen = {woord for woorden in gevonden(databestand).values() for woord in woorden}
    assert samen == set(WOORDEN)


@pytest.mark.parametrize("waar", ["g", "elders"])
async def test_na_verwijderen_staan_de_woorden_in_geen_bestand(
    gesprekken: Gesprekken, databestand: Path, waar: str
) -> None:
    kenmerk = await bewaar(gesprekken)
    await na(gesprekken.begroet(ANNE, waar))
    reactie = await zeg(gesprekken, f"verwijder {kenmerk}", "ja", waar=waar)
    assert "verwijderd.gesprek_gewist" in gezegd(reactie)
    assert "verwijderd.resten" not in gezegd(reactie)
    assert await gesprekken.wegingen(ANNE) == ()
    # The reference counts on, so that nobody gets it twice; nothing else is left.
    assert gevonden(databestand) == {}


async def test_na_verwijderen_via_de_lijst_ook(gesprekken: Gesprekken, databestand: Path) -> None:
    kenmerk = await bewaar(gesprekken)
    opgeruimd = await gesprekken.verwijder_weging(ANNE, "elders", kenmerk)
    assert opgeruimd.weg
    assert gevonden(databestand) == {}


async def test_lang_en_vaak_veranderd_laat_ook_niets_achter(
    gesprekken: Gesprekken, databestand: Path
) -> None:
    """Pages of the database are moved and split by much that is written around it."""
    kenmerken = []
    for ronde in range(6):
        verhaal = f"{EIGEN} {'en nog een zin over hoe het ging ' * (ronde * 15)}"
        await na(gesprekken.begroet(ANNE, f"g{ronde}"))
        reactie = await zeg(gesprekken, verhaal, "nee", *WEGING[2:], "bewaar", waar=f"g{ronde}")
        assert reactie.dossier is not None
        kenmerken.append(str(reactie.dossier.stand.bewaard_als))
        functie = f"conciërge met sleutelbos {ronde}"
        await zeg(gesprekken, "wijzig functie", functie, "bewaar", "4", waar=f"g{ronde}")
    alle = [regel.kenmerk for regel in await gesprekken.wegingen(ANNE)]
    assert set(kenmerken) < set(alle)
    assert len(alle) == 2 * len(kenmerken)
    for kenmerk in alle[::2]:
        assert (await gesprekken.verwijder_weging(ANNE, "ander", kenmerk)).weg
    over = {woord for woorden in gevonden(databestand).values() for woord in woorden}
    assert not over & set(WOORDEN[:3])


async def test_wie_nee_zegt_houdt_alles(gesprekken: Gesprekken) -> None:
    kenmerk = await bewaar(gesprekken)
    reactie = await zeg(gesprekken, f"verwijder {kenmerk}", "nee")
    assert reactie.dossier is not None
    assert reactie.dossier.stand.bewaard_als == kenmerk
    assert [regel.kenmerk for regel in await gesprekken.wegingen(ANNE)] == [kenmerk]


async def test_een_ander_verwijdert_niets(gesprekken: Gesprekken) -> None:
    kenmerk = await bewaar(gesprekken)
    await na(gesprekken.begroet(BAS, "g"))
    reactie = await zeg(gesprekken, f"verwijder {kenmerk}", "ja", wie=BAS)
    assert "gesprek.niet_gevonden" in gezegd(reactie)
    assert [regel.kenmerk for regel in await gesprekken.wegingen(ANNE)] == [kenmerk]


async def test_wie_verder_ging_hoort_dat_de_antwoorden_er_nog_staan(
    gesprekken: Gesprekken, databestand: Path
) -> None:
    kenmerk = await bewaar(gesprekken)
    reactie = await zeg(gesprekken, "wijzig functie", "conciërge", f"verwijder {kenmerk}", "ja")
    assert "verwijderd.gesprek_verder" in gezegd(reactie)
    assert reactie.dossier is not None
    assert reactie.dossier.antwoorden["omschrijving"].waarde == EIGEN
    assert not reactie.dossier.noemt(kenmerk)
    await zeg(gesprekken, "opnieuw", "ja")
    assert gevonden(databestand) == {}


async def test_wat_apart_ligt_wordt_genoemd(gesprekken: Gesprekken, sqlite: SqliteOpslag) -> None:
    kenmerk = await bewaar(gesprekken)
    sleutel = ANNE.gesprek("g")
    await sqlite.hernoem(sleutel, f"{sleutel}#2026-03-02 10:00:00 id-9")
    stuk = {"vorm": "stuk", "dossier": kenmerk}
    await sqlite.bewaar(ANNE.gesprek("stuk"), stuk, None)
    opgeruimd = await gesprekken.verwijder_weging(ANNE, "g", kenmerk)
    assert "verwijderd.apart" in {zin.sleutel for zin in opgeruimd.zinnen}


async def test_wat_een_ander_over_een_kenmerk_schrijft_blijft(
    gesprekken: Gesprekken, sqlite: SqliteOpslag
) -> None:
    kenmerk = await bewaar(gesprekken)
    await na(gesprekken.begroet(BAS, "g"))
    await zeg(gesprekken, f"Het lijkt op {kenmerk}, maar dan anders.", wie=BAS)
    voor = await sqlite.laad(BAS.gesprek("g"))
    await zeg(gesprekken, f"verwijder {kenmerk}", "ja")
    assert await sqlite.laad(BAS.gesprek("g")) == voor


async def test_resten_worden_genoemd_zolang_een_ander_leest(
    gesprekken: Gesprekken, databestand: Path
) -> None:
    kenmerk = await bewaar(gesprekken)
    lezer = sqlite3.connect(databestand)
    lezer.execute("BEGIN")
    lezer.execute("SELECT count(*) FROM weging").fetchone()
    opgeruimd = await gesprekken.verwijder_weging(ANNE, "g", kenmerk)
    assert "verwijderd.resten" in {zin.sleutel for zin in opgeruimd.zinnen}
    lezer.close()


async def test_elk_kanaal_zegt_wat_het_zelf_nog_heeft(gesprekken: Gesprekken) -> None:
    kenmerk = await bewaar(gesprekken)
    reactie = await zeg(gesprekken, f"verwijder {kenmerk}", "ja")
    assert "verwijderd.buiten_teams" in gezegd(reactie)
    assert any(kenmerk in bericht.tekst for bericht in berichten(reactie.beeld))


# --- wat er nog uit moest


def _hardop(beeld: Beeld) -> tuple[Uitgaand, ...]:
    return tuple(Uitgaand("teams", {"text": bericht.tekst}) for bericht in berichten(beeld))


async def test_wat_niet_bezorgd_is_verdwijnt_met_de_weging(
    gesprekken: Gesprekken, sqlite: SqliteOpslag, databestand: Path
) -> None:
    post = Post(_hardop)
    for nummer, zin in enumerate(("hallo", *WEGING, "bewaar", "mijn wegingen")):
        await na(gesprekken.beurt(ANNE, "g", zin, f"in-{nummer}", post=post))
    await na(gesprekken.beurt(BAS, "g", "hallo", "in-0", post=post))
    assert gevonden(databestand)
    voor = await sqlite.uitgaand()
    assert len(voor) > len(WEGING)

    await na(gesprekken.beurt(ANNE, "g", "verwijder WW-2026-0001", "in-90", post=post))
    reactie = await na(gesprekken.beurt(ANNE, "g", "ja", "in-91", post=post))

    assert "verwijderd.klaar" in gezegd(reactie)
    over = [regel.nummer for regel in await sqlite.uitgaand()]
    van_bas = [regel.nummer for regel in voor if regel.sleutel == BAS.gesprek("g")]
    assert set(over) & {regel.nummer for regel in voor} == set(van_bas)
    assert set(over) > set(van_bas), "wat er van het verwijderen gezegd is, gaat uit"
    # Only its reference, in what is said of it.
    assert {woord for woorden in gevonden(databestand).values() for woord in woorden} <= {
        b"WW-2026-0001"
    }
