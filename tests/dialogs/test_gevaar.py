"""Danger to life or health: help first, in any state of the conversation; look-alikes pass by."""

import pytest

from dialogs.beeld.hulp import Hulp, hulp_bij
from dialogs.beurt import Beurt
from dialogs.dossier.migratie import bijgewerkt
from dialogs.lezen import lees
from dialogs.teksten import tekst
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import met_feiten, voer
from tests.dialogs.tot import DAG, begin, tot, van_casus, zeg

GEVAAR = (
    "Hij dreigt van het dak te springen",
    "Ze wordt thuis geslagen",
    "Hij zegt dat hij er een eind aan wil maken",
    "Ze wil niet meer leven",
    "Ze heeft een overdosis genomen",
    "Hij zegt dat hij zijn vader gaat neersteken",
    "Ze heeft zelfmoordplannen",
    "Haar vader slaat haar",
    "Zijn stiefvader heeft hem gisteren mishandeld",
    "Er ligt een afscheidsbrief",
    "Ze eet al dagen niet",
    "Hij staat op het spoor",
    "Ze is bang dat haar broer haar vermoordt",
    "Hij snijdt zichzelf",
    "Ze heeft pillen geslikt",
    "Er is een ernstig ongeluk gebeurd op de stage",
    "Hij appte net dat hij dood wil",
    "Ik denk dat hij zichzelf iets aandoet",
    "Hij is bewusteloos gevonden",
    "Ze wordt misbruikt door haar oom",
    "Haar ex bedreigt haar met de dood",
    "Ze heeft haar polsen doorgesneden",
    "Hij heeft geen insuline meer",
    "Moeder heeft haar met een mes bedreigd",
    "Hij heeft een wapen bij zich",
    "Thuis krijgt hij klappen",
    "Als ze naar huis gaat, wordt ze in elkaar geslagen",
    "Ze hoort stemmen die zeggen dat ze moet springen",
    "Hij ziet het leven niet meer zitten",
    "Er is acuut gevaar",
    "Hij wil er niet meer zijn",
    "Ze ligt op het spoor",
    "Hij is niet meer wakker te krijgen",
    "Ze nam een hele strip paracetamol",
    "Zijn moeder sluit hem op in de kelder",
    "Ze doet zichzelf pijn",
    "Ik vrees voor zijn leven",
    "Hij is van plan zichzelf wat aan te doen",
    "Ze wordt volgende week uitgehuwelijkt",
    "Ze is gisteren verkracht",
)
GEEN_GEVAAR = (
    "Hij dreigt van school te gaan",
    "Ik schrik me dood",
    "De baan is levensgevaarlijk saai",
    "Vroeger werd hij geslagen",
    "Er is geen gevaar",
    "Hij dreigt zijn baan te verliezen",
    "Zijn plek is in gevaar",
    "Ze springt van de hak op de tak",
    "Hij springt voor iedereen in de bres",
    "Er is geen sprake van huiselijk geweld",
    "Ze gaat voor de trein van acht uur",
    "Ze wil een eind maken aan haar opleiding",
    "Hij wil niet meer leven van een uitkering",
    "De gemeente slaat de gegevens op",
    "Hij snijdt groente op zijn stage",
    "We zitten op een dood spoor",
    "Hij is geslaagd voor entree",
    "Hij is geslagen door het nieuws",
    "Als kind werd ze mishandeld",
    "Zijn ouders slaan alarm",
    "Hij wil er niet meer zijn best voor doen",
    "We vrezen voor zijn plaatsing",
    "Hij heeft zich gesneden bij het koken",
    "Ze neemt afscheid van de klas",
    "Hij is van plan te stoppen",
)


def na(*zinnen: str) -> Beurt:
    return zeg(begin(), *zinnen)


def bij_reden() -> Beurt:
    return tot("nodig_reden", van_casus("3.3.2-nieuw-gemeente"))


def wijst_de_weg(beurt: Beurt) -> bool:
    """112 and Veilig Thuis first, then the way of vitaal belang."""
    eerste, route = spreken.berichten(beurt)[0], spreken.berichten(beurt)[1]
    return (
        spreken.soorten(beurt)[0] == "gevaar"
        and eerste.tekst.startswith(tekst("hulp.nood"))
        and "2026 §2 stap 1" in route.tekst
    )


def voorgesteld(beurt: Beurt) -> set[str]:
    return {v.sleutel for v in beurt.dossier.stand.voorgesteld}


@pytest.mark.parametrize("zin", GEVAAR)
def test_gevaar_brengt_meteen_de_weg_naar_hulp(zin: str) -> None:
    beurt = na(zin)

    assert wijst_de_weg(beurt)
    assert "levensgevaar" in voorgesteld(beurt)


@pytest.mark.parametrize("zin", GEEN_GEVAAR)
def test_wat_er_alleen_op_lijkt_niet(zin: str) -> None:
    assert lees(zin, DAG).feiten.get("levensgevaar") is not True
    assert "gevaar" not in spreken.soorten(na(zin))


def test_ook_middenin_een_beschrijving() -> None:
    beurt = na(
        "Meisje van 17 op het mbo, ze wil stoppen. Ze zegt dat ze dood wil. "
        "Mag ik haar adres aan jeugdzorg geven?"
    )

    assert wijst_de_weg(beurt)
    assert {"levensgevaar", "leeftijd"} <= voorgesteld(beurt)


def test_in_een_reden_telt_de_reden_en_wordt_het_gevaar_gevraagd() -> None:
    ervoor = bij_reden()
    reden = ervoor.dossier.stand.vraag
    assert ervoor.dossier.antwoorden["levensgevaar"].waarde is False

    beurt = zeg(ervoor, "Zonder begeleiding is hij alleen, en hij dreigt van het dak te springen.")

    assert wijst_de_weg(beurt)
    assert reden in beurt.dossier.antwoorden
    assert beurt.dossier.stand.vraag == "begrepen"
    assert zeg(beurt, "ja").dossier.antwoorden["levensgevaar"].waarde is True


def test_na_een_nee_over_gevaar_gaat_de_weging_gewoon_door() -> None:
    gemeld = zeg(bij_reden(), "Anders is hij alleen. Hij zegt dat hij dood wil.")
    assert wijst_de_weg(gemeld)

    beurt = zeg(gemeld, "nee")

    assert beurt.dossier.antwoorden["levensgevaar"].waarde is False
    assert beurt.dossier.stand.vraag not in (None, "begrepen")


@pytest.mark.parametrize(
    "vooraf",
    [
        ("overslaan",),
        ("overslaan", "geven", "opnieuw"),
        ("overslaan", "geven", "wijzig"),
        ("overslaan", "geven", "wijzig gever"),
        ("overslaan", "geven", "mbo", "gemeente", "1"),
        ("Hij is 18 en doet entree.",),
    ],
)
def test_in_welke_toestand_het_gesprek_ook_is(vooraf: tuple[str, ...]) -> None:
    beurt = na(*vooraf, "Hij dreigt van het dak te springen!")

    assert wijst_de_weg(beurt)
    assert "levensgevaar" in voorgesteld(beurt)


def test_ook_als_de_weging_klaar_is() -> None:
    dossier, _ = voer(met_feiten(van_casus("3.3.1-nieuw")), DAG)

    beurt = zeg(Beurt(dossier), "Ze belt net: ze heeft pillen geslikt.")

    assert wijst_de_weg(beurt)
    assert beurt.dossier.stand.vraag == "begrepen"


def test_wie_iets_opzoekt_over_gevaar_krijgt_de_weg_maar_geen_feit() -> None:
    beurt = na("overslaan", "zoek wat te doen bij zelfmoord")

    assert wijst_de_weg(beurt)
    assert voorgesteld(beurt) == set()


# --- in beeld tot iemand zegt dat hij het gezien heeft ---

GEVAARLIJK = "Hij dreigt van het dak te springen"
ANDER_GEVAAR = "Ze wordt thuis geslagen"


def in_beeld(beurt: Beurt) -> bool:
    """Told in full in this turn, or in short above the last message: where one looks."""
    laatste = spreken.berichten(beurt)[-1].tekst
    return "gevaar" in spreken.soorten(beurt) or laatste.startswith("**Gevaar?")


def bij_de_reden_van_gevaar() -> Beurt:
    return tot("informeren", van_casus("3.3.2-nieuw-gemeente", levensgevaar=True))


@pytest.mark.parametrize(
    "zinnen",
    [
        ("help",),
        ("ja",),
        ("nee",),
        ("waar ben ik", "waarom", "zoek toestemming", "verder"),
        ("wijzig", "toch niet"),
        ("xyz qrs", "1990-01-01"),
        ("stop",),
        ("opnieuw", "nee"),
        ("ja", "opnieuw", "ja"),
    ],
)
def test_de_waarschuwing_blijft_in_elk_bericht(zinnen: tuple[str, ...]) -> None:
    beurt = na(GEVAARLIJK)
    for zin in zinnen:
        beurt = zeg(beurt, zin)
        assert in_beeld(beurt), zin
        assert tekst("hulp.nood") in hulp_van(beurt).zinnen


def hulp_van(beurt: Beurt) -> Hulp:
    gevonden = hulp_bij(beurt.dossier)
    assert gevonden is not None
    return gevonden


@pytest.mark.parametrize("vooraf", [(), ("ja",), ("opnieuw",), ("wijzig",), ("zoek vrijwillig",)])
def test_gezien_haalt_haar_weg_en_laat_de_vraag_staan(vooraf: tuple[str, ...]) -> None:
    ervoor = zeg(na(GEVAARLIJK), *vooraf)

    erna = zeg(ervoor, "Gezien")

    assert not in_beeld(erna)
    assert hulp_bij(erna.dossier) is None
    assert erna.dossier.stand.wacht == ervoor.dossier.stand.wacht
    assert erna.dossier.antwoorden == ervoor.dossier.antwoorden
    assert not in_beeld(zeg(erna, "help"))


def test_gezien_zonder_waarschuwing_verandert_niets() -> None:
    ervoor = na("overslaan", "geven")

    assert zeg(ervoor, "gezien").dossier == ervoor.dossier


@pytest.mark.parametrize("vooraf", [(), ("ja",), ("nee",)])
def test_nieuw_gevaar_brengt_haar_terug(vooraf: tuple[str, ...]) -> None:
    gezien = zeg(na(GEVAARLIJK), *vooraf, "gezien")

    assert wijst_de_weg(zeg(gezien, ANDER_GEVAAR))


def test_een_ja_op_de_vraag_naar_gevaar_ook() -> None:
    beurt = zeg(tot("levensgevaar", van_casus("3.3.2-nieuw-gemeente")), "ja")

    assert in_beeld(beurt)
    assert in_beeld(zeg(beurt, "waarom"))


def test_wie_bevestigt_wat_al_gezien_is_ziet_haar_niet_weer() -> None:
    beurt = zeg(na(GEVAARLIJK), "gezien", "ja")

    assert beurt.dossier.antwoorden["levensgevaar"].waarde is True
    assert not in_beeld(beurt)


def test_een_reden_over_het_gevaar_dat_gezien_is_brengt_haar_niet_terug() -> None:
    gezien = zeg(bij_de_reden_van_gevaar(), "gezien")
    assert hulp_bij(gezien.dossier) is None

    beurt = zeg(gezien, "Wie haar kent, weet dat ze thuis geslagen wordt.")

    assert "informeren" in beurt.dossier.antwoorden
    assert not in_beeld(beurt)
    assert in_beeld(zeg(gezien, "Ze heeft pillen geslikt en wil dood")), "113 hoort er nu bij"


def test_113_komt_erbij_als_het_om_zelfdoding_gaat() -> None:
    zonder = na(ANDER_GEVAAR)
    assert "tel:08000113" not in "".join(hulp_van(zonder).zinnen)

    met = zeg(zonder, "Ze zegt nu ook dat ze dood wil")

    assert "gevaar" in spreken.soorten(met), "niet alleen in het kort: het is nieuw"
    assert "tel:08000113" in "".join(hulp_van(met).zinnen)
    assert "tel:08000113" in hulp_van(zeg(met, "help")).kort


def test_wie_twee_keer_iets_opzoekt_ziet_haar_een_keer() -> None:
    gezien = zeg(na("overslaan", "zoek wat te doen bij zelfmoord"), "gezien")

    assert not in_beeld(zeg(gezien, "zoek zelfmoord"))


def test_in_een_nieuwe_weging_staat_alleen_wat_nog_niet_gezien_is() -> None:
    assert in_beeld(zeg(na(GEVAARLIJK), "ja", "opnieuw", "ja"))
    schoon = zeg(na(GEVAARLIJK), "ja", "gezien", "opnieuw", "ja")
    assert schoon.dossier.stand.gevaar is None


def test_wie_voor_deze_versie_gewaarschuwd_was_ziet_haar_nog() -> None:
    oud = {"versie": 2, "stand": {"wacht": {"soort": "niets"}, "gevaar_gemeld": True}}

    assert bijgewerkt(oud)["stand"] == {
        "wacht": {"soort": "niets"},
        "gevaar": {"zelfdoding": False, "gezien": False},
    }
    niet = {"versie": 2, "stand": {"wacht": {"soort": "niets"}, "gevaar_gemeld": False}}
    assert bijgewerkt(niet)["stand"] == {"wacht": {"soort": "niets"}}


@pytest.mark.parametrize(
    ("eerst", "reden", "weer"),
    [
        (GEVAARLIJK, "Zonder hulp is hij alleen, en zijn vader slaat hem.", True),
        (ANDER_GEVAAR, "Anders weet niemand dat ze uitgehuwelijkt wordt.", True),
        (ANDER_GEVAAR, "Haar broer heeft een mes bij zich.", True),
        (GEVAARLIJK, "Anders weet niemand dat hij van het dak wil springen.", False),
        (ANDER_GEVAAR, "Zonder dit weet niemand dat haar vader haar slaat.", False),
    ],
)
def test_ander_gevaar_in_een_reden_brengt_haar_terug(eerst: str, reden: str, *, weer: bool) -> None:
    gezien = zeg(bij_de_reden_van_gevaar(), eerst, "ja", "gezien")
    vraag = gezien.dossier.stand.vraag
    assert hulp_bij(gezien.dossier) is None

    beurt = zeg(gezien, reden)

    assert vraag in beurt.dossier.antwoorden, "de reden telt"
    assert in_beeld(beurt) is weer
    assert not in_beeld(zeg(beurt, "gezien")), "en daarna is ook dit gezien"
