"""What-ifs: the other verdict and what makes the difference, while the dossier stays as it is."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from dialogs.bedoeling import Veronderstelling
from dialogs.beurt import Beurt
from dialogs.teksten import tabel, tekst
from dialogs.verstaan.opdrachten import WatAls, herken
from dialogs.verstaan.veronderstelling import lees_veronderstelling
from knowledge.feiten import FEITEN
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import met_feiten, voer
from tests.dialogs.tot import DAG, teksten, tot, van_casus, zeg


@cache
def onderweg() -> Beurt:
    return tot("toestemming", van_casus("3.1.2-nieuw", leeftijd=18))


@cache
def klaar(casus: str, **anders: object) -> Beurt:
    dossier, _ = voer(met_feiten(van_casus(casus, **anders)), DAG)
    return Beurt(dossier)


@pytest.mark.parametrize(
    "zin",
    [
        "en als hij wel toestemming geeft?",
        "en als hij wel toestemming geeft",
        "als hij wel toestemming geeft?",
        "wat als ze 28 is",
        "stel dat er een mandaat is",
        "stel hij zit erbij",
        "en zonder de stage-ervaringen?",
        "en alleen de stage-ervaringen?",
        "en als de stage-ervaringen niet nodig zijn?",
        "maakt het uit of hij erbij zit?",
        "en als hij erbij zit?",
        "en als hij nog op school zit?",
        "en als het naar het doorstroompunt gaat?",
        "wat als hij weigert?",
        "zou het anders zijn met toestemming?",
        "en met toestemming?",
        "en met een mandaat?",
        "en in 2025?",
        "wat als het vorig jaar was?",
        "en onder de oude wet?",
        "mag het wel als hij toestemming geeft?",
        "verandert er iets als ze 27 is?",
        "stel dat het een medisch gegeven is",
        "en als het anoniem kan?",
        "wat als de ouders het vertellen?",
    ],
)
def test_een_wat_als_laat_het_dossier_zoals_het_is(zin: str) -> None:
    beurt = zeg(onderweg(), zin)

    assert tekst("wat_als.ongewijzigd") in teksten(beurt)
    assert beurt.dossier == onderweg().dossier
    assert spreken.berichten(beurt)[-1].vraag == "toestemming"


@pytest.mark.parametrize(
    ("casus", "zin", "oordeel", "regel"),
    [
        ("3.3.1-nieuw", "en als er een mandaat is?", "mag", "N-MANDAAT"),
        ("3.3.1-nieuw", "en als ze toestemming geeft?", "mag", "B-TOESTEMMING"),
        ("3.3.1-nieuw", "wat als ze weigert?", "mag_niet", None),
        ("3.1.2-nieuw", "en als hij wel toestemming geeft?", "mag", "B-TOESTEMMING"),
        ("3.1.3-nieuw", "maakt het uit of er levensgevaar is?", "overleg", None),
    ],
)
def test_het_andere_oordeel_en_wat_het_verschil_maakt(
    casus: str, zin: str, oordeel: str, regel: str | None
) -> None:
    gezegd = teksten(zeg(klaar(casus), zin))

    assert f"**{tekst(f'oordelen_kort.{oordeel}')}**".lower() in gezegd.lower()
    assert regel is None or f"({regel})" in gezegd


def test_wat_er_niet_toe_doet_verandert_het_oordeel_niet() -> None:
    beurt = zeg(klaar("3.3.1-nieuw"), "en als ze 25 is?")

    assert tekst("oordelen_kort.mag_met_toestemming") in teksten(beurt)
    assert "**" + tekst("oordelen_kort.mag") + "**" not in teksten(beurt)


def test_onderweg_zegt_ze_wat_er_nog_kan_en_waar_ze_van_uitgaat() -> None:
    gezegd = teksten(zeg(onderweg(), "wat als hij weigert?"))

    assert f"**{tekst('oordelen_kort.mag_niet')}**" in gezegd
    assert tekst("wat_als.open_mits") in gezegd


def test_wat_al_zo_is_wordt_omgekeerd() -> None:
    beurt = zeg(
        klaar("3.3.1-nieuw-mandaat", toestemming="niet_gevraagd"),
        "maakt het uit of er een mandaat is?",
    )

    assert tekst("oordelen_kort.mag_met_toestemming").casefold() in teksten(beurt).casefold()


def test_een_feit_dat_niet_meer_past_doet_in_de_wat_als_niet_mee() -> None:
    # Months since leaving school would clash with being enrolled.
    gezegd = teksten(zeg(klaar("3.1.2-nieuw"), "en als ze nog op school zit?"))

    assert f"**{tekst('oordelen_kort.overleg')}**" not in gezegd


@pytest.mark.parametrize(
    "zin",
    [
        "Stel dat hij valt, dan moet de baas weten wat hij doet.",
        "Maar als hij uitvalt, is hij alles kwijt.",
    ],
)
def test_een_reden_mag_zo_beginnen(zin: str) -> None:
    ervoor = tot("nodig_reden", van_casus("3.3.2-nieuw-gemeente"))
    assert ervoor.dossier.stand.vraag is not None

    beurt = zeg(ervoor, zin)

    assert beurt.dossier.antwoorden[ervoor.dossier.stand.vraag].waarde == zin


@pytest.mark.parametrize(
    "zin", ["waarom mag dit niet?", "waarom niet", "Waarom?", "waar staat dat"]
)
def test_na_het_oordeel_zegt_ze_waarom_met_regel_bron_en_wat_het_anders_zou_maken(zin: str) -> None:
    beurt = zeg(klaar("3.3.1-nieuw"), zin)
    gezegd = teksten(beurt)

    assert beurt.dossier == klaar("3.3.1-nieuw").dossier
    assert "(N-DSP-STARTKWAL)" in gezegd
    assert "2026 §3.3.1 stap 1, nieuw" in gezegd
    assert tekst("kantelpunten.mandaat_ja") in gezegd


def test_zonder_oordeel_zegt_ze_dat_het_nog_komt_en_waarom_ze_dit_vraagt() -> None:
    beurt = zeg(onderweg(), "waarom mag dit niet?")

    assert tekst("gesprek.oordeel_komt_nog") in teksten(beurt)
    assert beurt.dossier == onderweg().dossier


@pytest.mark.parametrize(
    ("zin", "verondersteld"),
    [
        ("en als hij het toch goed vindt?", {"toestemming": "gegeven"}),
        ("wat als hij 18 was", {"leeftijd": 18}),
        ("en als de ouders ja zeggen", {"toestemming_vertegenwoordiger": "gegeven"}),
        ("en als zijn moeder het niet goed vindt?", {"toestemming_vertegenwoordiger": "geweigerd"}),
    ],
)
def test_wat_iemand_na_het_oordeel_veronderstelt(zin: str, verondersteld: dict[str, Any]) -> None:
    gelezen = herken(zin)
    assert isinstance(gelezen, WatAls)
    assert lees_veronderstelling(klaar("3.3.1-nieuw").dossier, gelezen.zin, DAG) == (
        Veronderstelling(verondersteld)
    )


def test_een_ander_gegeven_wordt_in_zijn_plaats_gewogen() -> None:
    zin = "kan ik dan alleen de aanwezigheid geven?"
    beurt = zeg(klaar("3.3.1-nieuw"), zin)
    gelezen = herken(zin)
    assert isinstance(gelezen, WatAls)
    anders = lees_veronderstelling(beurt.dossier, gelezen.zin, DAG)

    assert anders == Veronderstelling(anders=(("aanwezigheid", "gewoon"),))
    assert tekst("wat_als.anders_delen", gegevens="aanwezigheid") in teksten(beurt)
    assert beurt.dossier == klaar("3.3.1-nieuw").dossier


def test_ook_een_oordeel_dat_gelijk_blijft_noemt_zijn_regel_en_bron() -> None:
    gezegd = teksten(zeg(klaar("3.3.1-nieuw"), "wat als hij 25 was"))

    assert (
        tekst("wat_als.zelfde", doel="", nu=tekst("oordelen_kort.mag_met_toestemming"))[1:]
        in gezegd
    )
    assert "(N-DSP-STARTKWAL)" in gezegd
    assert "2026 §3.3.1 stap 1, nieuw" in gezegd


@pytest.mark.parametrize("sleutel", sorted(tabel("stel")))
def test_wat_iemand_veronderstelt_is_een_zin_over_een_feit_dat_er_is(sleutel: str) -> None:
    assert any(sleutel == feit or sleutel.startswith(f"{feit}_") for feit in FEITEN)


@pytest.mark.parametrize(
    "zin", ["en als de ouders ja zeggen?", "wat als zijn moeder het niet goed vindt?"]
)
@pytest.mark.parametrize(("leeftijd", "zelf"), [(15, False), (16, True), (18, True)])
def test_wie_zestien_is_beslist_zelf_wat_de_ouders_ook_zeggen(
    zin: str, leeftijd: int, *, zelf: bool
) -> None:
    gezegd = teksten(zeg(klaar("3.1.1-nieuw", leeftijd=leeftijd), zin))

    assert ("beslist de jongere zelf" in gezegd) is zelf
    if zelf:
        assert "UAVG artikel 5" in gezegd


@pytest.mark.parametrize(
    ("zin", "soort"),
    [
        ("en als de werkgever akkoord gaat?", "ander"),
        ("en als mijn leidinggevende het goed vindt?", "ander"),
        ("wat als de gemeente toestemming geeft?", "ander"),
        ("en als zijn vriendin nee zegt?", "ander"),
        ("en als de bewindvoerder ja zegt?", "bewindvoerder"),
        ("en als de mentor op school instemt?", "bewindvoerder"),
        ("en als de curator ja zegt?", None),
        ("en als hij het goed vindt dat de gemeente dit krijgt?", None),
        ("en als het naar de werkgever gaat?", None),
    ],
)
def test_wie_niet_beslist_verandert_niets(zin: str, soort: str | None) -> None:
    ervoor = klaar("3.1.1-nieuw")
    beurt = zeg(ervoor, zin)

    assert ("UAVG artikel 5)" in teksten(beurt)) is (soort is not None)
    assert ("Een bewindvoerder" in teksten(beurt)) is (soort == "bewindvoerder")
    assert beurt.dossier.antwoorden == ervoor.dossier.antwoorden
