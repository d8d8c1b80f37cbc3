"""Een beschrijving gaat nooit verloren: niet met een vraagteken, als eerste, of na het slot."""

import datetime as dt
from functools import cache

import pytest

from dialogs import gesprek
from dialogs.beeld.gezegd import zin as eigen_zin
from dialogs.beurt import Beurt
from dialogs.dossier import Dossier
from dialogs.dossier.wacht import BevestigVerteld
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import met_feiten, nu_op, voer
from tests.dialogs.tot import van_casus

DAG = dt.date(2026, 3, 2)
NU = nu_op(DAG)
GEVAL = (
    "Ik ben mentor op het roc. Een jongen van 17 spijbelt al vier weken. Mag leerplicht dat weten"
)
KORT = "Mag ik het roc bellen over een leerling van 17?"


def leeg() -> Dossier:
    return gesprek.nieuw("proef", DAG)


def zeg(dossier: Dossier, *zinnen: str) -> Beurt:
    beurt = Beurt(dossier)
    for gezegd in zinnen:
        bewaard = Dossier.model_validate_json(dossier.model_dump_json())
        beurt = spreken.beantwoord(bewaard, gezegd, NU)
        dossier = beurt.dossier
    return beurt


def begroet() -> Dossier:
    return gesprek.begroet(leeg(), NU).dossier


@cache
def gedaan() -> Dossier:
    """Return a weighing of which nothing is left to ask."""
    return voer(met_feiten(van_casus("vsv-niets-nodig")), DAG)[0]


def klaar(bewaard_als: str | None) -> Dossier:
    return gedaan().bewaard(bewaard_als)


def gelezen(dossier: Dossier) -> dict[str, object]:
    return {v.sleutel: v.waarde for v in dossier.stand.voorgesteld}


@pytest.mark.parametrize("einde", [".", "?", ""])
@pytest.mark.parametrize("dossier", [leeg(), begroet()], ids=["eerste bericht", "na de groet"])
def test_een_beschrijving_wordt_begrepen_hoe_zij_ook_eindigt(dossier: Dossier, einde: str) -> None:
    beurt = zeg(dossier, GEVAL + einde)

    assert beurt.dossier.antwoorden["omschrijving"].waarde == GEVAL + einde
    assert gelezen(beurt.dossier)["leeftijd"] == 17


def test_wie_begint_met_vertellen_wordt_ook_begroet() -> None:
    beurt = zeg(leeg(), GEVAL)

    assert beurt.gezegd[0] == eigen_zin("groet_kort")


@pytest.mark.parametrize("gezegd", ["hoi", "test", "goedemorgen", "daar ben ik"])
def test_wie_niets_vertelt_wordt_begroet(gezegd: str) -> None:
    beurt = zeg(leeg(), gezegd)

    assert beurt.dossier.antwoorden == {}
    assert beurt.dossier.stand.vraag == "omschrijving"


@pytest.mark.parametrize("dossier", [leeg(), begroet()], ids=["eerste bericht", "na de groet"])
def test_een_vraag_over_iemand_wordt_beantwoord_en_te_wegen_aangeboden(dossier: Dossier) -> None:
    beurt = zeg(dossier, KORT)
    wacht = beurt.dossier.stand.wacht
    assert isinstance(wacht, BevestigVerteld)
    assert wacht.lezen or "onderwerp" in spreken.soorten(beurt)

    erna = zeg(beurt.dossier, "ja").dossier

    assert erna.antwoorden["omschrijving"].waarde == KORT
    assert gelezen(erna)["leeftijd"] == 17


def test_na_lezen_kan_het_nog_gewogen_worden() -> None:
    erna = zeg(begroet(), KORT, "zoek startkwalificatie", "weeg maar").dossier

    assert erna.antwoorden["omschrijving"].waarde == KORT


@pytest.mark.parametrize(
    "lezen", ["zoek gegevens delen", "zoek qqq", "lees verder", "casussen", "help"]
)
@pytest.mark.parametrize("vraag", [KORT, "Mag ik het cv van een leerling van 17 geven?"])
def test_wat_men_ook_leest_het_aanbod_om_te_wegen_blijft(vraag: str, lezen: str) -> None:
    erna = zeg(begroet(), vraag, lezen).dossier
    assert isinstance(erna.stand.wacht, BevestigVerteld)

    [vraag_] = [b for b in spreken.berichten(zeg(begroet(), vraag, lezen)) if "Zal ik" in b.tekst]
    keuzes = [keuze.waarde for keuze in vraag_.keuzes]
    assert set(erna.stand.wacht.lezen) <= set(keuzes)
    for keus in erna.stand.wacht.lezen:
        gekozen = zeg(erna, keus).dossier
        assert isinstance(gekozen.stand.wacht, BevestigVerteld), keus
    assert zeg(erna, "ja").dossier.antwoorden["omschrijving"].waarde == vraag


def test_wie_niet_wil_wegen_wordt_gevraagd_wat_er_speelt() -> None:
    erna = zeg(begroet(), KORT, "nee").dossier

    assert erna.antwoorden == {}
    assert erna.stand.vraag == "omschrijving"
    assert KORT not in erna.model_dump_json()


@pytest.mark.parametrize("zin", ["Wat is een grondslag?", "zoek autisme", "Mag ik dit noteren?"])
def test_een_algemene_vraag_wordt_alleen_opgezocht(zin: str) -> None:
    assert not isinstance(zeg(begroet(), zin).dossier.stand.wacht, BevestigVerteld)


@pytest.mark.parametrize("zin", [GEVAL, f"nieuwe casus: {GEVAL}"])
def test_na_een_bewaarde_weging_begint_wie_vertelt_een_nieuwe(zin: str) -> None:
    oud = klaar("WW-2026-0001")
    erna = zeg(oud, zin).dossier

    assert erna.id != oud.id
    assert erna.stand.bewaard_als is None
    assert erna.antwoorden["omschrijving"].waarde == GEVAL
    assert gelezen(erna)["leeftijd"] == 17


@pytest.mark.parametrize("zin", [GEVAL, f"nieuwe casus: {GEVAL}"])
def test_een_weging_die_niet_bewaard_is_gaat_niet_ongevraagd_weg(zin: str) -> None:
    oud = klaar(None)
    gevraagd = zeg(oud, zin).dossier
    assert gevraagd.antwoorden == oud.antwoorden
    assert isinstance(gevraagd.stand.wacht, BevestigVerteld)

    assert zeg(gevraagd, "nee").dossier.antwoorden == oud.antwoorden
    erna = zeg(gevraagd, "ja").dossier
    assert erna.id != oud.id
    assert erna.antwoorden["omschrijving"].waarde == GEVAL


def test_nieuwe_casus_midden_in_een_weging_vraagt_eerst() -> None:
    bezig = zeg(begroet(), GEVAL, "ja").dossier

    erna = zeg(bezig, "nieuw geval: een meisje van 16 op de entree wil stoppen").dossier

    assert erna.antwoorden == bezig.antwoorden
    assert isinstance(erna.stand.wacht, BevestigVerteld)
