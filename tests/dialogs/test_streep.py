"""Schuine streep: '/weegwijzer casus 3.1.2' is wat erachter staat."""

from __future__ import annotations

import datetime as dt

import pytest

from dialogs import gesprek
from dialogs.dossier import Dossier
from dialogs.teksten import tekst
from dialogs.verstaan.opdrachten import na_schuine_streep
from tests.dialogs import spreken

NU = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)


def begonnen() -> Dossier:
    nieuw = gesprek.begroet(gesprek.nieuw("1", NU.date()), NU).dossier
    return spreken.beantwoord(nieuw, "overslaan", NU).dossier


@pytest.mark.parametrize(
    ("met", "zonder"),
    [
        ("/weegwijzer casus 3.1.2", "casus 3.1.2"),
        ("/ww zoek stageverslag", "zoek stageverslag"),
        ("  /Weegwijzer   help ", "help"),
        ("/weegwijzer", "waar ben ik"),
        ("/ww /weegwijzer terug", "terug"),
        ("/terug", "terug"),
        ("/zoek stageverslag", "zoek stageverslag"),
        ("/weegwijzer\nwaarom", "waarom"),
    ],
)
def test_telt_als_wat_erachter_staat(met: str, zonder: str) -> None:
    dossier = begonnen()
    assert na_schuine_streep(met, bezig=True) == zonder
    assert spreken.beantwoord(dossier, met, NU) == spreken.beantwoord(dossier, zonder, NU)


def test_zonder_weging_komt_de_hulp() -> None:
    assert na_schuine_streep("/weegwijzer", bezig=False) == "help"


@pytest.mark.parametrize("onbekend", ["/gif kat", "/ww /gif", "/ww /ww /ww /ww help", "/x"])
def test_een_andere_opdracht_verandert_niets(onbekend: str) -> None:
    dossier = begonnen()
    beurt = spreken.beantwoord(dossier, onbekend, NU)
    gezegd = tekst("gesprek.onbekende_opdracht", opdracht="/weegwijzer")
    assert [bericht.tekst for bericht in spreken.berichten(beurt)] == [gezegd]
    assert beurt.dossier == dossier


def test_gevaar_gaat_ook_voor_een_onbekende_opdracht() -> None:
    beurt = spreken.beantwoord(begonnen(), "/jongere dreigt met zelfmoord", NU)
    assert spreken.soorten(beurt)[0] == "gevaar"


@pytest.mark.parametrize("gewoon", ["ja", "1/2", "/", "/ 3", "/2", "en/of", "mbo/vso", "//x"])
def test_een_streep_in_een_antwoord_is_geen_opdracht(gewoon: str) -> None:
    assert na_schuine_streep(gewoon, bezig=True) == gewoon


def test_een_antwoord_kan_er_ook_mee() -> None:
    dossier = spreken.beantwoord(begonnen(), "één voor één", NU).dossier
    vraag = dossier.stand.vraag
    erna = spreken.beantwoord(dossier, "/weegwijzer 1", NU).dossier
    assert vraag is not None
    assert erna == spreken.beantwoord(dossier, "1", NU).dossier
    assert erna.stand.vraag != vraag
