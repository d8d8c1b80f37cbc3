"""What a screen shows of looking up: what was found, and a casus to begin with."""

from __future__ import annotations

import pytest

from dialogs.beeld.scherm import meldingen
from dialogs.dossier.wacht import BevestigCasus
from dialogs.teksten import tekst
from dialogs.verstaan.opdrachten import herken
from knowledge.onderwerpen import onderwerpen
from tests.dialogs import spreken
from tests.dialogs.test_schermbeeld import NU, beantwoord, beeld, beelden, begin, zeg
from tests.transcripten import transcripten


@pytest.mark.parametrize(
    ("zin", "soorten"),
    [
        ("casus 3.3.1", ["onderwerp"]),
        ("casussen", []),
        ("zoek uitkering", ["onderwerp"]),
        ("begin een weging met casus 3.3.1", []),
    ],
)
def test_wat_er_bij_opzoeken_gezegd_wordt(zin: str, soorten: list[str]) -> None:
    beurt = spreken.beantwoord(zeg(begin(), "overslaan"), zin, NU)
    assert [melding.soort for melding in meldingen(spreken.beeld_van(beurt))] == soorten


def test_een_opgezocht_onderwerp_is_verder_te_lezen_en_noemt_zijn_keuzes_bij_naam() -> None:
    beurt = spreken.beantwoord(begin(), "wat is een overgangsdocument?", NU)
    [melding] = meldingen(spreken.beeld_van(beurt))
    assert melding.onderwerp == "begrip-overgangsdocument"
    namen = {tekst("opzoeken.opdracht", onderwerp=o.naam): o.naam for o in onderwerpen().values()}
    *verder, hielp_niet = melding.keuzes
    assert verder
    assert all(keuze.label == namen[keuze.waarde] for keuze in verder)
    assert herken(hielp_niet.waarde) is not None


@pytest.mark.parametrize("gezocht", ["casussen", "zoek uitkering", "zoek recept met gemeente"])
def test_wat_gevonden_is_staat_als_vraag_op_het_scherm(gezocht: str) -> None:
    dossier = zeg(begin(), "overslaan", "geven", "mbo", gezocht)
    vraag = beeld(dossier).vraag
    assert vraag.soort == "lijst"
    *onderwerpen_, verder = vraag.opties
    assert onderwerpen_
    for optie in onderwerpen_:
        assert zeg(dossier, optie.waarde).antwoorden == dossier.antwoorden
        assert beeld(zeg(dossier, optie.waarde)).vraag.sleutel == "naar"
    assert beeld(zeg(dossier, verder.waarde)).vraag.sleutel == "naar"


def test_ook_na_afloop_kan_men_weg_uit_een_lijst() -> None:
    [transcript] = [t for t in transcripten() if t.naam == "gevaar"]
    *_, (dossier, _) = beelden(transcript)
    lijst = zeg(dossier, "casussen")
    assert beeld(zeg(lijst, beeld(lijst).vraag.opties[-1].waarde)).vraag.soort == "slot"


def test_beginnen_met_een_casus_laat_eerst_de_feiten_zien() -> None:
    dossier = zeg(begin(), "overslaan", "geven")
    voorstel = zeg(dossier, "begin een weging met casus 3.1.2")
    vraag = beeld(voorstel).vraag
    assert vraag.soort == "bevestig"
    assert onderwerpen()["casus-3.1.2"].naam in vraag.vraag
    assert tekst("opzoeken.verliest") in vraag.vraag
    assert vraag.plek != beeld(dossier).vraag.plek

    ja, nee = (optie.waarde for optie in vraag.opties)
    assert "opleiding" in beantwoord(beeld(zeg(voorstel, ja)))
    assert beeld(zeg(voorstel, nee)) == beeld(dossier)


def test_een_casus_die_er_niet_meer_is_houdt_niemand_tegen() -> None:
    dossier = zeg(begin(), "overslaan")
    weg = BevestigCasus(casus="casus-9.9.9", terug=dossier.stand.gesteld)
    vraag = beeld(dossier.wachtend(weg)).vraag
    assert vraag.sleutel == "gebruiker"
