"""Corrections in the middle of a weighing: the answer changes, what still holds stays."""

from __future__ import annotations

from functools import cache

import pytest

from dialogs.beurt import Beurt
from dialogs.teksten import tekst
from tests.dialogs import spreken
from tests.dialogs.tot import begin, teksten, tot, van_casus, waarden, zeg


@cache
def onderweg() -> Beurt:
    """At the question about consent of casus 3.1.2, with an age told as well."""
    return tot("toestemming", van_casus("3.1.2-nieuw", leeftijd=18))


@cache
def met_leeftijd() -> Beurt:
    return zeg(begin(), "Hij is 18 en gestopt met entree.", "ja", "geven")


@pytest.mark.parametrize(
    "zin",
    [
        "nee, ze is 19",
        "oh wacht ze is 19",
        "wacht, ze is 19",
        "sorry ze is 19",
        "foutje, hij is 19",
        "ik heb me vergist, hij is 19",
        "correctie: hij is 19",
        "bij nader inzien is hij 19",
    ],
)
def test_een_verbeterd_feit_verandert_meteen(zin: str) -> None:
    ervoor = met_leeftijd()

    beurt = zeg(ervoor, zin)

    assert waarden(beurt) == {**waarden(ervoor), "leeftijd": 19}
    assert beurt.dossier.stand.vraag == ervoor.dossier.stand.vraag


@pytest.mark.parametrize(
    ("zin", "vraag"),
    [
        ("wijzig opleiding", "opleiding"),
        ("verander doel", "doel"),
        ("verander het doel", "doel"),
        ("het doel klopt niet", "doel"),
        ("de opleiding is fout", "opleiding"),
        ("pas de opleiding aan", "opleiding"),
        ("ik vergiste mij in de opleiding", "opleiding"),
        ("ik wil terug naar de vraag over de opleiding", "opleiding"),
        ("kan ik mijn antwoord over de opleiding nog veranderen", "opleiding"),
        ("ik wil de gever wijzigen", "van"),
    ],
)
def test_wie_een_onderwerp_noemt_krijgt_die_vraag_weer(zin: str, vraag: str) -> None:
    beurt = zeg(onderweg(), zin)

    assert beurt.dossier.stand.vraag == vraag
    assert spreken.wijzigt(beurt.dossier)
    assert waarden(beurt) == waarden(onderweg())


@pytest.mark.parametrize("zin", ["terug naar stap 1", "naar stap 1", "stap 1", "ga naar stap 1"])
def test_terug_naar_een_stap(zin: str) -> None:
    assert spreken.wijzigt(zeg(onderweg(), zin).dossier)


def test_de_vraag_die_openstaat_hoeft_niet_open() -> None:
    beurt = zeg(onderweg(), "wijzig toestemming")

    assert tekst("gesprek.wijzig_is_open") in teksten(beurt)
    assert beurt.dossier.stand.vraag == "toestemming"


def test_een_keuze_die_bij_een_antwoord_past_vervangt_dat() -> None:
    ervoor = onderweg()

    beurt = zeg(ervoor, "ik bedoelde mbo-4")

    assert waarden(beurt)["opleiding"] == "mbo4"


def test_wat_bij_twee_antwoorden_past_wordt_gevraagd_en_niet_gekozen() -> None:
    ervoor = onderweg()

    beurt = zeg(ervoor, "ik bedoelde het doorstroompunt")

    assert waarden(beurt) == waarden(ervoor)
    assert {keuze.label for keuze in spreken.berichten(beurt)[-1].keuzes} == {"gever", "ontvanger"}
    assert spreken.wijzigt(zeg(beurt, "1").dossier)


def test_wie_net_antwoordde_bedoelt_dat_antwoord() -> None:
    beurt = zeg(begin(), "overslaan", "geven", "roc", "ik bedoelde het doorstroompunt")

    assert waarden(beurt)["van"] == "doorstroompunt"
    assert beurt.dossier.stand.vraag == "naar"


def test_wie_niet_verstaan_werd_bedoelt_de_vraag_die_openstaat() -> None:
    beurt = zeg(begin(), "overslaan", "geven", "roc", "appeltaart", "ik bedoel de gemeente")

    assert waarden(beurt)["van"] == "mbo"
    assert waarden(beurt)["naar"] == "gemeente"


def test_een_getal_bij_een_vraag_naar_een_getal_verandert_geen_ander() -> None:
    ervoor = tot("maanden_sinds_uitstroom", van_casus("3.1.2-nieuw"))

    beurt = zeg(ervoor, "wacht, 14 maanden")

    assert waarden(beurt)["maanden_sinds_uitstroom"] == 14


def test_toch_wel_is_een_antwoord_op_wat_openstaat() -> None:
    assert waarden(zeg(onderweg(), "toch wel toestemming"))["toestemming"] == "gegeven"


def test_een_ander_feit_laat_los_wat_er_niet_meer_bij_past() -> None:
    beurt = zeg(onderweg(), "foutje, ze staat nog ingeschreven")

    assert waarden(beurt)["schoolstatus"] == "ingeschreven"
    assert "maanden_sinds_uitstroom" not in waarden(beurt)


@pytest.mark.parametrize(
    ("zin", "is_reden"),
    [
        ("nee, ze is 19", False),
        ("oh wacht, hij is 19", False),
        ("Nee, ze is 19 en kan het zelf niet aan de gemeente vertellen.", True),
        ("Eigenlijk weet alleen school hoe de stage liep.", True),
    ],
)
def test_bij_een_reden_telt_alleen_een_korte_verbetering(zin: str, *, is_reden: bool) -> None:
    feiten = van_casus("3.3.3-nieuw", leeftijd=20)
    ervoor = tot("nodig_reden", feiten)
    reden = ervoor.dossier.stand.vraag
    assert reden is not None

    beurt = zeg(ervoor, zin)

    assert (reden in waarden(beurt)) is is_reden
    assert (waarden(beurt)["leeftijd"] == 19) is not is_reden
