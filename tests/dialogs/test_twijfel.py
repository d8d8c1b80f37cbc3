"""A text that says two things: the readings are named, and the user chooses."""

from __future__ import annotations

import pytest

from dialogs.beeld.scherm import schermbeeld
from dialogs.beurt import Beurt
from dialogs.teksten import tekst
from dialogs.verstaan.plaatsen import nummer
from tests.dialogs import spreken
from tests.dialogs.tot import NU, begin, teksten, tot, van_casus, waarden, zeg

DOEL = "begeleiding_naar_werk"
TWEE_LEEFTIJDEN = "Hij is 18 jaar en gestopt met entree. Volgens school is hij 19."


def na(*zinnen: str) -> Beurt:
    return zeg(begin(), *zinnen)


def test_beide_lezingen_worden_genoemd_met_hun_woorden() -> None:
    beurt = na(TWEE_LEEFTIJDEN)

    vraag = spreken.berichten(beurt)[-1]
    assert beurt.dossier.stand.vraag == "begrepen"
    assert "is hij 19" in vraag.tekst
    assert vraag.tekst.count("**") == 2
    assert "18 ('" in vraag.tekst
    assert "19 ('" in vraag.tekst
    labels = [keuze.label for keuze in vraag.keuzes]
    assert labels[:3] == ["18", "19", tekst("twijfel.geen_van_beide")]
    assert "leeftijd" not in waarden(beurt)
    assert all(v.sleutel != "leeftijd" for v in beurt.dossier.stand.voorgesteld)


@pytest.mark.parametrize(
    ("zin", "leeftijd"),
    [
        ("1", 18),
        ("2", 19),
        ("b", 19),
        ("de eerste", 18),
        ("die laatste", 19),
        ("doe maar de tweede", 19),
        ("18", 18),
        ("19 jaar", 19),
        ("hij is 19", 19),
        ("is hij 19", 19),
        ("20", 20),
        ("hij is twintig", 20),
    ],
)
def test_kiezen_met_nummer_plaats_of_waarde(zin: str, leeftijd: int) -> None:
    beurt = na(TWEE_LEEFTIJDEN, zin)

    assert waarden(beurt)["leeftijd"] == leeftijd
    # What was read besides still waits for its own yes.
    assert beurt.dossier.stand.vraag == "begrepen"
    assert {v.sleutel for v in beurt.dossier.stand.voorgesteld} >= {"opleiding", "schoolstatus"}
    assert "opleiding" not in waarden(beurt)


@pytest.mark.parametrize("zin", ["geen van beide", "3", "nee", "allebei niet", "weet ik niet"])
def test_geen_van_beide_laat_het_feit_open(zin: str) -> None:
    beurt = na(TWEE_LEEFTIJDEN, zin)

    assert "leeftijd" not in waarden(beurt)
    assert beurt.dossier.stand.twijfel == ()
    assert tekst("twijfel.geen") in teksten(beurt)


def test_wat_geen_keuze_is_kiest_niets() -> None:
    beurt = na(TWEE_LEEFTIJDEN, "appeltaart")

    assert tekst("misverstaan.twijfel") in teksten(beurt)
    assert beurt.dossier.stand.twijfel
    assert "leeftijd" not in waarden(beurt)


@pytest.mark.parametrize(
    ("verhaal", "keuze", "sleutel", "waarde"),
    [
        ("Hij geeft toestemming. Hij weigert.", "de laatste", "toestemming", "geweigerd"),
        ("Er is een mandaat, er is geen mandaat.", "nee", "mandaat", False),
        ("Er is een mandaat, er is geen mandaat.", "ja", "mandaat", True),
        ("Ze zit op entree. Ze doet mbo-4.", "mbo-4", "opleiding", "mbo4"),
        ("Jongen, hij is 17 of 18.", "17", "leeftijd", 17),
        ("Jongen, hij is 17 of 18.", "2", "leeftijd", 18),
    ],
)
def test_voor_elk_soort_feit(verhaal: str, keuze: str, sleutel: str, waarde: object) -> None:
    ervoor = na(verhaal)
    assert ervoor.dossier.stand.twijfel
    assert sleutel not in waarden(ervoor)

    assert waarden(zeg(ervoor, keuze))[sleutel] == waarde


def test_op_het_scherm_is_het_een_keuze() -> None:
    ervoor = na(TWEE_LEEFTIJDEN)
    vraag = schermbeeld(ervoor.dossier, NU.date()).vraag

    assert vraag.soort == "keuze"
    assert [optie.waarde for optie in vraag.opties][:2] == ["18", "19"]
    erna = zeg(ervoor, vraag.opties[1].waarde)
    assert waarden(erna)["leeftijd"] == 19
    # A late click on the choice does not land on the list that comes after it.
    assert schermbeeld(erna.dossier, NU.date()).vraag.plek != vraag.plek


def test_een_uitstapje_laat_de_twijfel_staan() -> None:
    beurt = na(TWEE_LEEFTIJDEN, "help")

    assert beurt.dossier.stand.twijfel == na(TWEE_LEEFTIJDEN).dossier.stand.twijfel


@pytest.mark.parametrize(
    ("vraag", "zin", "lezingen"),
    [
        ("maanden_sinds_uitstroom", "6 of 8", ["'6'", "'8'"]),
        ("opleiding", "ze zit op entree. Ze doet mbo-4.", ["mbo-4", "ntree"]),
    ],
)
def test_een_dubbelzinnig_antwoord_krijgt_een_vraag_die_de_lezingen_noemt(
    vraag: str, zin: str, lezingen: list[str]
) -> None:
    beurt = zeg(tot(vraag, van_casus("3.1.2-nieuw")), zin)

    assert vraag not in waarden(beurt)
    assert beurt.dossier.stand.vraag == vraag
    assert all(lezing in spreken.berichten(beurt)[0].tekst for lezing in lezingen)


def test_een_naam_die_op_twee_gegevens_past_noemt_ze() -> None:
    gegevens = [
        {"naam": naam, "soort": "gewoon", "nodig": True, "in_overgangsdocument": True}
        for naam in ("stageverslag", "gespreksverslag", "adres")
    ]
    beurt = zeg(tot("nodig", van_casus("3.3.3-nieuw", gegevens=gegevens)), "verslag")

    gezegd = spreken.berichten(beurt)[0].tekst
    assert "stageverslag" in gezegd
    assert "gespreksverslag" in gezegd
    assert "adres" not in gezegd
    assert zeg(beurt, "gesprek").dossier.antwoorden[f"nodig@{DOEL}"].waarde == ["gespreksverslag"]


@pytest.mark.parametrize(
    ("zin", "waarde"),
    [
        ("de eerste", "verstrekker"),
        ("die laatste", "ontvanger"),
        ("optie 2", "ontvanger"),
        ("b", "ontvanger"),
        ("2", "ontvanger"),
        ("doe maar de tweede", "ontvanger"),
    ],
)
def test_een_keuze_bij_haar_plaats(zin: str, waarde: str) -> None:
    assert waarden(na("overslaan", "één voor één", zin))["gebruiker"] == waarde


def test_tussen_twee_keuzes_wordt_niet_gekozen() -> None:
    beurt = zeg(tot("opleiding", van_casus("3.1.2-nieuw")), "entree of mbo 3")

    assert "opleiding" not in waarden(beurt)
    assert tekst("keuzes.opleiding.mbo3") in spreken.berichten(beurt)[0].tekst


def test_tussen_twee_keuzes_wordt_er_ook_geen_voorgesteld() -> None:
    beurt = zeg(tot("opleiding", van_casus("3.1.2-nieuw")), "mbo 2 of mbo 3")

    assert "opleiding" not in waarden(beurt)
    assert not beurt.dossier.stand.voorgesteld


def test_een_gegeven_dat_als_een_plaats_heet() -> None:
    gegevens = [
        {"naam": naam, "soort": "gewoon", "nodig": True, "in_overgangsdocument": True}
        for naam in ("optie 2", "adres")
    ]
    beurt = zeg(tot("nodig", van_casus("3.3.3-nieuw", gegevens=gegevens)), "optie 2")

    assert waarden(beurt)[f"nodig@{DOEL}"] == ["optie 2"]


def test_een_gegeven_dat_als_een_nummer_heet_laat_de_nummers_staan() -> None:
    gegevens = [
        {"naam": naam, "soort": "gewoon", "nodig": True, "in_overgangsdocument": True}
        for naam in ("verslag", "3")
    ]
    beurt = zeg(tot("nodig", van_casus("3.3.3-nieuw", gegevens=gegevens)), "3")

    # Below the two items stands 'Allemaal'.
    assert waarden(beurt)[f"nodig@{DOEL}"] == ["verslag", "3"]


def test_een_nee_bij_zijn_plaats() -> None:
    beurt = zeg(tot("mandaat", van_casus("3.3.1-nieuw")), "optie 2")

    assert waarden(beurt)["mandaat"] is False


def test_meer_keuzes_bij_hun_plaats() -> None:
    beurt = zeg(tot("doel", van_casus("3.1.2-nieuw")), "de eerste en de derde")

    assert waarden(beurt)["doel"] == ["begeleiding_naar_werk", "voorkomen_vsv"]


def test_meer_antwoorden_tegelijk_en_de_rest_ter_bevestiging() -> None:
    beurt = zeg(tot("leeftijd", van_casus("3.3.1-nieuw")), "24, entree en gestopt")

    assert waarden(beurt)["leeftijd"] == 24
    assert {v.sleutel for v in beurt.dossier.stand.voorgesteld} == {"opleiding", "schoolstatus"}


@pytest.mark.parametrize("zin", ["17 of 18", "ergens in de twintig", "bijna 18", "wordt 19"])
def test_een_halve_leeftijd_is_geen_antwoord(zin: str) -> None:
    beurt = zeg(tot("leeftijd", van_casus("3.3.3-nieuw", leeftijd=20)), zin)

    assert "leeftijd" not in waarden(beurt)
    assert beurt.dossier.stand.vraag == "leeftijd"


@pytest.mark.parametrize("zin", ["de elfde", "geen idee", "laatste loonstrook", ""])
def test_wat_geen_plaats_is_wijst_niets_aan(zin: str) -> None:
    assert nummer(zin, 3) is None
