"""Na het bewaren: een eigen kenmerk, zoeken in de lijst, een weging als basis, en melden."""

from __future__ import annotations

import asyncio
import io
import json
import re
import sqlite3
from pathlib import Path
from typing import Final

import pytest

import app
from bot.gesprekken import Gesprekken
from bot.kanalen.tekst.opmaak import Opmaak
from bot.kanalen.terminal.scherm import Scherm
from bot.opslag.bestand import OVERGANGEN
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in
from bot.reactie import Reactie
from bot.wie import Wie
from dialogs import gesprek
from dialogs.beeld.als_tekst import berichten
from dialogs.beeld.gezegd import Bewaarde, Waarschuwing, Wegingen, Wegingregel, Zin
from dialogs.beurt.bewaarde import lijst
from dialogs.dossier import Dossier
from dialogs.dossier.vragen import VRAGEN, Vraagsoort, keer_van
from dialogs.dossier.wacht import BevestigWeging, OpBegrepen, OpLijst, OpSlot
from knowledge.onderwerpen import onderwerpen
from tests.bot.nep import ANNE, BAS, NU, Teller, klok, meegelezen, na
from tests.bot.tab import GEEN_GROND
from tests.transcripten import transcripten

GESPREK_331: Final = next(t for t in transcripten() if t.naam == "3_3_1-nieuw").gesprek
EIGEN_WOORDEN: Final = {
    zin
    for vraag, zin in GESPREK_331
    if vraag.partition("@")[0]
    in {vraag.id for vraag in VRAGEN.values() if vraag.soort is Vraagsoort.TEKST}
}


@pytest.fixture
def gesprekken(sqlite: SqliteOpslag) -> Gesprekken:
    return richt_in(sqlite, klok, Teller()).gesprekken


async def zeg(gesprekken: Gesprekken, *zinnen: str, wie: Wie = ANNE, waar: str = "g") -> Reactie:
    reactie = Reactie()
    for zin in zinnen:
        reactie = await na(gesprekken.beurt(wie, waar, zin))
    return reactie


async def bewaar(gesprekken: Gesprekken, wie: Wie = ANNE) -> Reactie:
    """Hold casus 3.3.1 to its end and keep it."""
    await na(gesprekken.begroet(wie, "g"))
    return await zeg(gesprekken, *(zin for _, zin in GESPREK_331), "bewaar", wie=wie)


def gezegd(reactie: Reactie) -> set[str]:
    zinnen = [deel for deel in reactie.beeld.gezegd if isinstance(deel, Zin)]
    zinnen += [zin for d in reactie.beeld.gezegd if isinstance(d, Waarschuwing) for zin in d.zinnen]
    return {zin.sleutel for zin in zinnen}


def dossier(reactie: Reactie) -> Dossier:
    assert reactie.dossier is not None
    return reactie.dossier


def getoond(reactie: Reactie) -> list[str]:
    return [
        regel.kenmerk
        for deel in reactie.beeld.gezegd
        if isinstance(deel, Wegingen)
        for regel in deel.regels
    ]


# --- wat je na het bewaren kunt


async def test_na_bewaren_staat_wat_je_kunt(gesprekken: Gesprekken) -> None:
    vraag = (await bewaar(gesprekken)).beeld.vraag
    assert vraag is not None
    waarden = [optie.waarde for optie in vraag.opties]
    assert waarden[0] == "open WW-2026-0001"
    assert "gebruik WW-2026-0001 als basis" in waarden
    open_ = await zeg(gesprekken, "1")
    assert any(isinstance(deel, Bewaarde) for deel in open_.beeld.gezegd)
    assert dossier(await zeg(gesprekken, "2")).antwoorden == {}


# --- een eigen kenmerk


@pytest.mark.parametrize(
    ("zin", "eigen"),
    [
        ("kenmerk ZK-2026/12", "ZK-2026/12"),
        ("Eigen kenmerk: dossier 4711", "dossier 4711"),
        ("kenmerk WW-2026-0001 Zaak 8", "Zaak 8"),
        ("kenmerk ww-2026-1: zaak 8", "zaak 8"),
    ],
)
async def test_een_eigen_kenmerk(gesprekken: Gesprekken, zin: str, eigen: str) -> None:
    await bewaar(gesprekken)
    assert "bewaard.eigen_onthouden" in gezegd(await zeg(gesprekken, zin))
    [regel] = await gesprekken.wegingen(ANNE)
    assert regel.eigen == eigen
    assert regel.oordelen == ("mag_met_toestemming",)
    assert "bewaard.eigen_weg" in gezegd(await zeg(gesprekken, "kenmerk geen"))
    assert [r.eigen for r in await gesprekken.wegingen(ANNE)] == [""]


@pytest.mark.parametrize(
    "eigen",
    [
        "Jan Jansen",
        "Jan Jansen 2008",
        "geboren 12-03-2008",
        "JdV 12-03-2008",
        "J.d.V. 12032008",
        "0612345678",
        "jan.jansen@example.org",
        "[naam]",
        "een heel lang verhaal dat echt geen kenmerk meer is",
        "<b>zaak</b>",
        "---",
    ],
)
async def test_wie_of_wat_het_is_hoort_niet_in_een_kenmerk(
    gesprekken: Gesprekken, eigen: str
) -> None:
    await bewaar(gesprekken)
    reactie = await zeg(gesprekken, f"kenmerk WW-2026-0001 {eigen}")
    assert "bewaard.eigen_onthouden" not in gezegd(reactie)
    assert [regel.eigen for regel in await gesprekken.wegingen(ANNE)] == [""]


async def test_een_kenmerk_bij_niets(gesprekken: Gesprekken) -> None:
    await na(gesprekken.begroet(ANNE, "g"))
    assert "bewaard.eerst_bewaren" in gezegd(await zeg(gesprekken, "kenmerk ZK-1"))


async def test_een_kenmerk_bij_de_weging_van_een_ander(gesprekken: Gesprekken) -> None:
    await bewaar(gesprekken)
    reactie = await zeg(gesprekken, "hallo", "kenmerk WW-2026-0001 van mij", wie=BAS)
    assert "gesprek.niet_gevonden" in gezegd(reactie)
    assert [regel.eigen for regel in await gesprekken.wegingen(ANNE)] == [""]


async def test_waar_anderen_meelezen_staat_het_kenmerk_niet(gesprekken: Gesprekken) -> None:
    await bewaar(gesprekken)
    beurt = gesprekken.beurt(ANNE, "g", "kenmerk ZK-geheim-7", post=meegelezen())
    reactie = await na(beurt)
    assert "ZK-geheim-7" not in reactie.beeld.model_dump_json()
    assert [regel.eigen for regel in await gesprekken.wegingen(ANNE)] == ["ZK-geheim-7"]


# --- het scherm wissen


class Venster(io.StringIO):
    """A terminal that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("uitvoer", "wist"), [(Venster(), True), (io.StringIO(), False)])
async def test_de_terminal_wist_ook_wat_omhoog_te_lezen_is(
    gesprekken: Gesprekken, uitvoer: io.StringIO, *, wist: bool
) -> None:
    await bewaar(gesprekken)
    reactie = await zeg(gesprekken, "wis scherm")
    assert reactie.beeld.vraag is None
    assert dossier(reactie).antwoorden
    Scherm(uitvoer, Opmaak.voor(uitvoer, {})).toon(reactie)
    assert uitvoer.getvalue().startswith("\x1b[3J") is wist
    assert "testuitslag" not in uitvoer.getvalue()


# --- zoeken in de lijst


async def test_zoeken_in_de_lijst(gesprekken: Gesprekken) -> None:
    await bewaar(gesprekken)
    await zeg(gesprekken, "kenmerk Blauwe map", "opnieuw", *GEEN_GROND, "bewaar")
    alle = await zeg(gesprekken, "mijn wegingen")
    assert getoond(alle) == ["WW-2026-0002", "WW-2026-0001"]
    for woorden, verwacht in {
        "blauwe": ["WW-2026-0001"],
        "map blauwe": ["WW-2026-0001"],
        "jeugdzorg": ["WW-2026-0002"],
        "delen mag niet": ["WW-2026-0002"],
        "0001": ["WW-2026-0001"],
        "maart": [],
        "2-3-2026": ["WW-2026-0002", "WW-2026-0001"],
        "iets anders": [],
    }.items():
        assert getoond(await zeg(gesprekken, f"mijn wegingen {woorden}")) == verwacht, woorden


def test_een_lange_lijst_wordt_afgekapt() -> None:
    regels = [
        Wegingregel(kenmerk=f"WW-2026-{n:04d}", datum=NU.date(), titel="t")
        for n in range(45, 0, -1)
    ]
    [deel] = lijst(regels)
    assert isinstance(deel, Wegingen)
    assert (len(deel.regels), deel.meer) == (20, 25)


# --- als basis


async def test_een_weging_als_basis(gesprekken: Gesprekken) -> None:
    oud = dossier(await bewaar(gesprekken))
    reactie = await zeg(gesprekken, "gebruik WW-2026-0001 als basis")
    nieuw = dossier(reactie)
    assert nieuw.id != oud.id
    assert nieuw.antwoorden == {}, "niets telt voor iemand ja zegt"
    assert isinstance(nieuw.stand.wacht, OpBegrepen)
    overgenomen = {v.sleutel: v.waarde for v in nieuw.stand.voorgesteld}
    assert overgenomen.items() >= {"van": "doorstroompunt", "naar": "gemeente"}.items()
    for sleutel, waarde in overgenomen.items():
        keer = keer_van(sleutel)
        assert keer is not None
        assert not keer.vraag.eenmalig, sleutel
        assert not keer.vraag.open_norm, sleutel
        assert keer.vraag.soort is not Vraagsoort.TEKST
        # 'Nothing sensitive' follows from the kinds, when those were told.
        assert sleutel == "gevoelig" or oud.antwoorden[sleutel].waarde == waarde
    assert "leeftijd" in oud.antwoorden
    assert "toestemming" in oud.antwoorden
    assert not any(woord in nieuw.model_dump_json() for woord in EIGEN_WOORDEN)
    assert reactie.beeld.vraag is not None
    regels = reactie.beeld.vraag.begrepen
    assert len(regels) >= len(overgenomen)
    assert not any(regel.zeker for regel in regels), "elke regel is te zien"
    assert "je schreef" not in " ".join(bericht.tekst for bericht in berichten(reactie.beeld))


async def test_wat_bevestigd_is_wordt_niet_meer_gevraagd(gesprekken: Gesprekken) -> None:
    await bewaar(gesprekken)
    await zeg(gesprekken, "gebruik WW-2026-0001 als basis", "klopt behalve 2", "overslaan")
    nieuw = dossier(await na(gesprekken.bekijk(ANNE, "g")))
    assert nieuw.stand.vraag == "van", "alleen wat niet klopte"
    nieuw = dossier(await zeg(gesprekken, "doorstroompunt"))
    assert nieuw.stand.vraag is not None
    assert nieuw.stand.vraag not in nieuw.antwoorden
    assert nieuw.antwoorden["naar"].waarde == "gemeente"
    assert [regel.kenmerk for regel in await gesprekken.wegingen(ANNE)] == ["WW-2026-0001"]


async def test_wat_niet_bewaard_is_gaat_niet_ongevraagd_weg(gesprekken: Gesprekken) -> None:
    await bewaar(gesprekken)
    bezig = dossier(await zeg(gesprekken, "opnieuw", "overslaan", "geven"))
    gevraagd = dossier(await zeg(gesprekken, "gebruik WW-2026-0001 als basis"))
    assert isinstance(gevraagd.stand.wacht, BevestigWeging)
    assert dossier(await zeg(gesprekken, "nee")).antwoorden == bezig.antwoorden
    begonnen = dossier(await zeg(gesprekken, "gebruik WW-2026-0001 als basis", "ja"))
    assert begonnen.antwoorden == {}
    assert isinstance(begonnen.stand.wacht, OpBegrepen)


@pytest.mark.parametrize("wie", [ANNE, BAS])
async def test_een_basis_die_er_niet_is(gesprekken: Gesprekken, wie: Wie) -> None:
    if wie == BAS:
        await bewaar(gesprekken)
    reactie = await zeg(gesprekken, "hallo", "gebruik WW-2026-0001 als basis", wie=wie)
    assert "gesprek.niet_gevonden" in gezegd(reactie)


async def test_een_oude_weging_zonder_feiten_is_geen_basis(
    gesprekken: Gesprekken, sqlite: SqliteOpslag
) -> None:
    await bewaar(gesprekken)
    bewaard = await sqlite.weging(ANNE.eigenaar(), "WW-2026-0001")
    assert bewaard is not None
    for doel in bewaard.gegevens["doelen"]:
        doel["feiten"] = None
    reactie = await zeg(gesprekken, "wijzig functie", "ander")
    beurt = gesprek.als_basis(dossier(reactie), "WW-2026-0001", bewaard.gegevens, klok())
    assert beurt.dossier.antwoorden == dossier(reactie).antwoorden


# --- melden


async def test_een_oordeel_dat_niet_klopt(gesprekken: Gesprekken, sqlite: SqliteOpslag) -> None:
    await bewaar(gesprekken)
    lijst = dossier(await zeg(gesprekken, "klopt niet"))
    assert isinstance(lijst.stand.wacht, OpLijst)
    klaar = dossier(await zeg(gesprekken, "3"))
    assert isinstance(klaar.stand.wacht, OpSlot)
    await zeg(gesprekken, "dit oordeel klopt niet", "3", "dit oordeel klopt niet", "1")
    regels = await sqlite.terugmeldingen()
    assert [(r.melding.over, r.melding.reden, r.aantal) for r in regels] == [
        ("oordeel", "vraag_ontbrak", 2),
        ("oordeel", "andere_regel", 1),
    ]
    assert all(re.fullmatch(r"[A-Z]-[A-Z0-9-]+", id_) for id_ in regels[0].melding.ids)


async def test_een_onderwerp_dat_niet_hielp(gesprekken: Gesprekken, sqlite: SqliteOpslag) -> None:
    await na(gesprekken.begroet(ANNE, "g"))
    await zeg(gesprekken, "overslaan", "zoek toestemming")
    verder = dossier(await zeg(gesprekken, "hielp niet", "Er ontbreekt iets"))
    assert verder.stand.vraag == "gebruiker"
    [regel] = await sqlite.terugmeldingen()
    assert (regel.melding.over, regel.melding.reden) == ("onderwerp", "niet_compleet")
    assert set(regel.melding.ids) <= set(onderwerpen())


async def test_een_oordeel_dat_er_nog_niet_is(gesprekken: Gesprekken, sqlite: SqliteOpslag) -> None:
    await na(gesprekken.begroet(ANNE, "g"))
    reactie = await zeg(gesprekken, "overslaan", "dit oordeel klopt niet")
    assert "melden.waarover" in gezegd(reactie)
    assert await sqlite.terugmeldingen() == ()


async def test_een_melding_houdt_niets_van_de_weging(
    gesprekken: Gesprekken, databestand: Path, sqlite: SqliteOpslag
) -> None:
    await bewaar(gesprekken)
    await zeg(gesprekken, "klopt niet", "1", "verwijder WW-2026-0001", "ja")
    assert len(await sqlite.terugmeldingen()) == 1
    inhoud = b"".join(pad.read_bytes() for pad in databestand.parent.iterdir())
    assert not any(woorden.encode() in inhoud for woorden in EIGEN_WOORDEN if len(woorden) > 8)
    assert b"testuitslag" not in inhoud


async def test_wie_de_kennis_beheert_leest_de_terugmeldingen(
    gesprekken: Gesprekken,
    sqlite: SqliteOpslag,
    databestand: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("WEEGWIJZER_DATA", str(databestand.parent))
    await bewaar(gesprekken)
    await zeg(gesprekken, "klopt niet", "1")
    # As from another terminal, while the server runs.
    assert await asyncio.to_thread(app.main, ["kennis", "terugmeldingen", "--json"]) == 0
    [melding] = json.loads(capsys.readouterr().out)
    assert melding["reden"] == "andere_regel"
    assert set(melding) == {"over", "ids", "reden", "kennis", "aantal", "laatst"}
    assert await asyncio.to_thread(app.main, ["kennis", "terugmeldingen"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert await asyncio.to_thread(app.main, ["kennis", "terugmeldingen", "alles"]) == 2


# --- wat een eerdere versie bewaarde


async def test_de_lijst_toont_ook_het_oordeel_van_wat_al_bewaard_was(
    gesprekken: Gesprekken, sqlite: SqliteOpslag, databestand: Path
) -> None:
    wie = Wie("terminal", "1")
    await bewaar(gesprekken, wie)
    oud = databestand.with_name("oud.sqlite3")
    with sqlite3.connect(oud) as database:
        for opdracht in (o for stap in OVERGANGEN[:2] for o in stap):
            database.execute(opdracht)
        database.execute("ATTACH ? AS nu", (str(databestand),))
        database.execute(
            "INSERT INTO weging (kenmerk, eigenaar, afdruk, datum, titel, markdown, gegevens)"
            " SELECT kenmerk, eigenaar, afdruk, datum, titel, markdown, gegevens FROM nu.weging"
            " UNION ALL"
            " SELECT 'WW-2026-0002', eigenaar, 'stuk', datum, titel, markdown, 'geen json'"
            " FROM nu.weging"
        )
    database.close()
    opnieuw = await SqliteOpslag.open(oud)
    regels = await opnieuw.wegingen(wie.eigenaar())
    await opnieuw.sluit()
    assert [r.oordelen for r in regels] == [(), ("mag_met_toestemming",)]


async def test_functie_en_organisatie_worden_onthouden_met_wat_bewaard_is(
    gesprekken: Gesprekken,
) -> None:
    await na(gesprekken.begroet(ANNE, "g"))
    vul_aan = "functie: mentor\norganisatie: vo-school\nbewaartermijn: 1 jaar"
    await zeg(gesprekken, *(zin for _, zin in GESPREK_331), vul_aan, "bewaar")
    begin = await na(gesprekken.begroet(ANNE, "een ander gesprek"))
    assert begin.dossier is not None
    assert begin.dossier.aanvulling == {}, "nog niets: dat kan nog verwijderd worden"
    zinnen = [zin for _, zin in GESPREK_331]
    elders = await zeg(gesprekken, *zinnen, waar="een ander gesprek")
    assert elders.dossier is not None
    assert elders.dossier.aanvulling == {"functie": "mentor", "organisatie": "vo-school"}
    await na(gesprekken.begroet(BAS, "gesprek van bas"))
    van_bas = await zeg(gesprekken, *zinnen, waar="gesprek van bas", wie=BAS)
    assert van_bas.dossier is not None
    assert van_bas.dossier.aanvulling == {}


async def test_een_naam_in_de_aanvulling_wordt_afgeschermd(gesprekken: Gesprekken) -> None:
    await na(gesprekken.begroet(ANNE, "g"))
    zinnen = (*(zin for _, zin in GESPREK_331), "functie: mentor van Sanne de Vries")
    reactie = await zeg(gesprekken, *zinnen)
    assert reactie.dossier is not None
    assert "Vries" not in reactie.dossier.aanvulling["functie"]
