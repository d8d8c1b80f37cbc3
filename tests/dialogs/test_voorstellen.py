"""What was read waits for a yes; corrections and what-ifs."""

import datetime as dt

import pytest

from dialogs import gesprek
from dialogs.beurt import Beurt
from dialogs.teksten import tekst
from tests.dialogs import spreken

DAG = dt.date(2026, 3, 2)
NU = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
VERHAAL = "Meisje van 18, gestopt met entree, geen startkwalificatie."


def zeg(*zinnen: str) -> Beurt:
    beurt = gesprek.begroet(gesprek.nieuw("proef", DAG), NU)
    for zin in zinnen:
        beurt = spreken.beantwoord(beurt.dossier, zin, NU)
    return beurt


def teksten(beurt: Beurt) -> str:
    return "\n".join(bericht.tekst for bericht in spreken.berichten(beurt))


def gelezen(beurt: Beurt) -> list[str]:
    """What was read, without what is assumed because nothing was said of it."""
    return [v.sleutel for v in beurt.dossier.stand.voorgesteld if v.woorden]


def antwoorden(beurt: Beurt) -> dict[str, object]:
    alle = {sleutel: a.waarde for sleutel, a in beurt.dossier.antwoorden.items()}
    return {sleutel: waarde for sleutel, waarde in alle.items() if sleutel != "omschrijving"}


def test_wat_gelezen_is_telt_niet_voor_het_bevestigd_is() -> None:
    beurt = zeg(VERHAAL)

    assert beurt.dossier.stand.vraag == "begrepen"
    assert antwoorden(beurt) == {}
    assert "gestopt met entree" in teksten(beurt)


def test_na_ja_zijn_het_gewone_antwoorden() -> None:
    beurt = zeg(VERHAAL, "ja")

    assert antwoorden(beurt) == {
        "leeftijd": 18,
        "schoolstatus": "gestopt",
        "opleiding": "entree",
        "startkwalificatie": False,
        "levensgevaar": False,
        "jongere_aanwezig": False,
    }
    assert beurt.dossier.stand.voorgesteld == ()
    assert beurt.dossier.stand.vraag == "gebruiker"


def test_na_nee_is_er_niets_overgenomen() -> None:
    beurt = zeg(VERHAAL, "nee")

    assert antwoorden(beurt) == {}
    assert beurt.dossier.stand.vraag == "gebruiker"


@pytest.mark.parametrize("zin", ["1", "1 klopt niet", "ja, behalve 1", "de leeftijd klopt niet"])
def test_wie_een_regel_aanwijst_houdt_de_rest(zin: str) -> None:
    beurt = zeg(VERHAAL, zin)

    assert "leeftijd" not in antwoorden(beurt)
    assert antwoorden(beurt)["opleiding"] == "entree"


def test_verbeteren_voor_het_bevestigen_laat_het_opnieuw_zien() -> None:
    beurt = zeg(VERHAAL, "nee, ze is 19")

    assert beurt.dossier.stand.vraag == "begrepen"
    assert antwoorden(zeg(VERHAAL, "nee, ze is 19", "ja"))["leeftijd"] == 19


def test_een_opdracht_tussendoor_laat_de_lijst_staan() -> None:
    beurt = zeg(VERHAAL, "help")

    assert beurt.dossier.stand.vraag == "begrepen"
    assert len(gelezen(beurt)) == 4


def test_wat_ze_er_niet_uit_begrijpt_vraagt_ze_nog_eens() -> None:
    beurt = zeg(VERHAAL, "appeltaart")

    assert tekst("misverstaan.begrepen") in teksten(beurt)
    assert beurt.dossier.stand.vraag == "begrepen"


def test_meer_antwoorden_tegelijk() -> None:
    beurt = zeg("overslaan", "geven", "mbo", "doorstroompunt", "2", "adres")
    beurt = spreken.beantwoord(beurt.dossier, "gewoon, en ze is 18 en doet entree", NU)

    assert beurt.dossier.stand.vraag == "begrepen"
    assert {v.sleutel for v in beurt.dossier.stand.voorgesteld} >= {"leeftijd", "opleiding"}


def test_een_verbetering_onderweg_verandert_het_antwoord_meteen() -> None:
    beurt = zeg(VERHAAL, "ja", "geven", "sorry, ze is 19")

    assert antwoorden(beurt)["leeftijd"] == 19
    assert antwoorden(beurt)["gebruiker"] == "verstrekker"
    assert beurt.dossier.stand.vraag == "van"


def test_nee_met_een_getal_verbetert_het_vorige_en_beantwoordt_niets() -> None:
    vooraf = ["overslaan", "krijgen", "gemeente", "mbo", "1", "adres", "gewoon", "nee"]
    beurt = zeg(*vooraf, "entree", "diploma gehaald", "half jaar", "nee, 14 maanden")

    assert antwoorden(beurt)["maanden_sinds_uitstroom"] == 14
    assert "alb_gebruik" not in antwoorden(beurt)


def test_gegevens_krijgen_hun_soort_na_bevestiging() -> None:
    vooraf = ["overslaan", "geven", "mbo", "gemeente", "1"]
    beurt = zeg(*vooraf, "stageverslag, adres, en dat hij ADHD heeft")

    assert "soort:adres" not in antwoorden(beurt)
    erna = antwoorden(spreken.beantwoord(beurt.dossier, "ja", NU))
    assert erna["soort:adres"] == ["gewoon"]
    assert erna["soort:dat hij ADHD heeft"] == ["gezondheid"]


def test_niets_gevoeligs_gaat_niet_over_wat_al_gezondheid_is() -> None:
    vooraf = ["overslaan", "geven", "mbo", "gemeente", "1"]
    beurt = zeg(*vooraf, "zijn ADHD, de hele map, de brief", "ja", "nee")

    assert antwoorden(beurt)["gevoelig"] is False
    assert antwoorden(beurt)["soort:zijn ADHD"] == ["gezondheid"]


@pytest.mark.parametrize("zin", ["Ze wordt thuis geslagen.", "Hij dreigt van het dak te springen."])
def test_gevaar_gaat_voor_en_wordt_een_keer_gemeld(zin: str) -> None:
    beurt = zeg(zin)

    assert spreken.soorten(beurt)[0] == "gevaar"
    assert beurt.dossier.stand.vraag == "begrepen"
    weer = spreken.beantwoord(beurt.dossier, zin, NU)
    assert "gevaar" not in spreken.soorten(weer)


def test_gevaar_ook_midden_in_een_andere_vraag() -> None:
    beurt = zeg("overslaan", "geven", "mbo, en ze zegt dat ze dood wil")

    assert spreken.soorten(beurt)[0] == "gevaar"


def test_wat_als_verandert_niets_en_laat_het_andere_oordeel_zien() -> None:
    vooraf = ["overslaan", "geven", "mbo", "werkgever", "1", "stageverslag", "gewoon", "nee"]
    ervoor = zeg(*vooraf, "geweigerd")
    beurt = spreken.beantwoord(ervoor.dossier, "en als hij wel toestemming geeft?", NU)

    assert beurt.dossier.antwoorden == ervoor.dossier.antwoorden
    assert tekst("wat_als.ongewijzigd") in teksten(beurt)
    assert beurt.dossier.stand.vraag == ervoor.dossier.stand.vraag


def test_wat_als_zonder_feit_zegt_hoe_het_wel_kan() -> None:
    assert tekst("wat_als.niets") in teksten(zeg("overslaan", "wat als het regent?"))


@pytest.mark.parametrize("zin", ["ik wil de leeftijd wijzigen", "leeftijd aanpassen"])
def test_wijzigen_in_een_zin(zin: str) -> None:
    assert zeg(VERHAAL, "ja", zin).dossier.stand.vraag == "leeftijd"


def test_terug_naar_een_stap() -> None:
    beurt = zeg(VERHAAL, "ja", "geven", "mbo", "gemeente", "1", "adres", "gewoon", "nee")

    beurt = spreken.beantwoord(beurt.dossier, "terug naar stap 1", NU)
    assert spreken.wijzigt(beurt.dossier)
    beurt = spreken.beantwoord(beurt.dossier, "terug naar stap 4", NU)
    assert tekst("gesprek.stap_onbekend", stap="4") in teksten(beurt)


@pytest.mark.parametrize("zin", ["pff", "hoe gaat het", "ben je een robot"])
def test_een_uitstapje_komt_terug_bij_de_vraag(zin: str) -> None:
    assert zeg("overslaan", zin).dossier.stand.vraag == "gebruiker"


def test_een_gegeven_dat_twee_keer_genoemd_wordt_is_er_een() -> None:
    beurt = zeg("overslaan", "één voor één", "verslag, Verslag en adres", "ja")

    assert antwoorden(beurt)["gegevens"] == ["verslag", "adres"]
    assert [s for s in antwoorden(beurt) if s.startswith("soort:")] == [
        "soort:verslag",
        "soort:adres",
    ]
