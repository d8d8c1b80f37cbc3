"""Ongedaan maken: na elke wijziging is alles weer zoals het was, zo vaak als men wil."""

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import gesprek
from dialogs.bedoeling import Ingevuld
from dialogs.beeld.gezegd import Zin
from dialogs.beeld.keuzes import keuzes
from dialogs.beeld.vraag import beeldvraag
from dialogs.beurt import Beurt
from dialogs.dossier import Dossier
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import nu_op

DAG = dt.date(2026, 3, 2)
NU = nu_op(DAG)
VERTELD = (
    "Ik ben klantmanager bij de gemeente. Een jongen van 19 stopte in juni met mbo 2. Ik wil van "
    "het roc zijn stageverslag en hoe het met zijn adhd gaat, om hem naar werk te begeleiden."
)


def begin() -> Dossier:
    return gesprek.begroet(gesprek.nieuw("proef", DAG), NU).dossier


def zeg(dossier: Dossier, *zinnen: str) -> Beurt:
    beurt = Beurt(dossier)
    for zin in zinnen:
        bewaard = Dossier.model_validate_json(dossier.model_dump_json())
        beurt = spreken.beantwoord(bewaard, zin, NU)
        dossier = beurt.dossier
    return beurt


def sleutels(beurt: Beurt) -> list[str]:
    return [deel.sleutel for deel in beurt.gezegd if isinstance(deel, Zin)]


def kern(dossier: Dossier) -> tuple[object, ...]:
    """Return all of a dossier that a change may touch, in its order."""
    stand = dossier.stand
    antwoorden = [(sleutel, a.waarde) for sleutel, a in dossier.antwoorden.items()]
    return antwoorden, stand.gesteld, stand.voorgesteld, stand.twijfel, stand.los


KEREN = ("ja", "nee", "weet ik niet", "1", "2", "3", "1 en 3", "geen", "17", "19, mbo 2, gestopt")
VRIJ = (
    "toestemming heeft hij gegeven",
    "nee, hij is 17",
    "Omdat hij anders niet kan beginnen met werken.",
    "ja, want hij kan anders niet beginnen",
    "de gemeente en het roc",
    "wijzig leeftijd",
    "wijzig doel",
    "wijzig gever",
    "terug",
    "een voor een",
    "4 klopt niet",
    "stageverslag",
)


def willekeurig(dossier: Dossier, kans: random.Random) -> Beurt:
    """Take one turn with a choice that is offered, or with something that one may say."""
    aangeboden = [optie.waarde for optie in keuzes(beeldvraag(dossier)).alle]
    weg = ("opnieuw", "nieuwe weging", "bewaar", "ongedaan maken")
    zinnen = [z for z in (*aangeboden, *KEREN, *VRIJ) if z.casefold() not in weg]
    return spreken.beantwoord(dossier, kans.choice(zinnen), NU)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_na_ongedaan_maken_is_alles_zoals_het_was(zaad: int) -> None:
    """Whatever happened: as often as something changed it is put back, step by step."""
    kans = random.Random(zaad)
    dossier = zeg(begin(), VERTELD).dossier
    standen = [kern(begin()), kern(dossier)]
    for _ in range(12):
        erna = willekeurig(dossier, kans).dossier
        if erna.id != dossier.id or len(erna.eerder) < len(dossier.eerder):
            break  # another weighing, or something was taken out: nothing before it comes back
        if len(erna.eerder) > len(dossier.eerder):
            standen[-1] = kern(dossier)
            standen.append(kern(erna))
        dossier = erna
    else:
        for was in reversed(standen[:-1]):
            dossier = zeg(dossier, "ongedaan maken").dossier
            assert kern(dossier) == was
        assert dossier.antwoorden == {}


def test_wat_een_wijziging_liet_vervallen_komt_terug() -> None:
    voor = zeg(begin(), VERTELD, "ja").dossier
    raakt = zeg(voor, "wijzig doel")
    assert "gesprek.raakt" in sleutels(raakt)
    beurt = zeg(raakt.dossier, "verzuim melden")
    erna = beurt.dossier
    assert erna.antwoorden["doel"].waarde == ["melden_verzuim"]
    assert "gesprek.vervallen" in sleutels(beurt)

    terug = zeg(erna, "ongedaan maken").dossier

    assert {s: a.waarde for s, a in terug.antwoorden.items()} == {
        s: a.waarde for s, a in voor.antwoorden.items()
    }


def test_er_is_niets_om_ongedaan_te_maken() -> None:
    beurt = zeg(begin(), "ongedaan maken")

    assert sleutels(beurt) == ["gesprek.ongedaan_niets"]
    assert beurt.dossier.stand.vraag == "omschrijving"


def test_wat_weggehaald_is_komt_niet_terug() -> None:
    erna = zeg(begin(), VERTELD, "ja", "haal stageverslag weg").dossier

    assert erna.eerder == ()
    assert "stageverslag" not in zeg(erna, "ongedaan maken").dossier.model_dump_json().casefold()


def test_na_bewaren_is_er_niets_meer_om_terug_te_zetten() -> None:
    dossier = zeg(begin(), VERTELD, "ja").dossier
    assert dossier.eerder

    assert gesprek.na_bewaren(dossier, "WW-2026-0001").dossier.eerder == ()


def test_een_formulier_is_ook_ongedaan_te_maken() -> None:
    voor = zeg(begin(), VERTELD).dossier
    erna = gesprek.beantwoord(voor, Ingevuld({"begrepen": []}), NU).dossier

    assert kern(zeg(erna, "undo").dossier) == kern(voor)


@pytest.mark.parametrize("zin", ["antwoorden nakijken", "mijn antwoorden"])
def test_alle_antwoorden_op_een_rij_en_dan_terug_naar_waar_men_was(zin: str) -> None:
    voor = zeg(begin(), VERTELD, "ja").dossier
    lijst = zeg(voor, zin)
    labels = [optie.label for optie in beeldvraag(lijst.dossier).opties]
    assert len(labels) >= len(voor.antwoorden)
    assert "leeftijd: 19" in labels

    erna = zeg(lijst.dossier, "wijzig leeftijd", "20").dossier

    assert erna.antwoorden["leeftijd"].waarde == 20
    assert erna.stand.vraag == voor.stand.vraag
    assert zeg(lijst.dossier, "toch niets wijzigen").dossier.stand.vraag == voor.stand.vraag


def test_wie_meeleest_ziet_geen_antwoorden() -> None:
    lijst = zeg(begin(), VERTELD, "ja", "antwoorden nakijken").dossier
    labels = [optie.label for optie in beeldvraag(lijst, meelezers=True).opties]

    assert not any("19" in label for label in labels)


def test_elke_vraag_kan_gevraagd_worden_wat_zij_raakt() -> None:
    dossier = zeg(begin(), VERTELD, "ja").dossier
    for naam in [optie.waarde for optie in beeldvraag(zeg(dossier, "wijzig").dossier).opties]:
        assert zeg(dossier, naam).dossier.antwoorden == dossier.antwoorden
