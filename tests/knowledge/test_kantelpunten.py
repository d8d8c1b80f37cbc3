"""Turning points really turn, and are the smallest."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from knowledge.beslissing import VOORRANG, Oordeel
from knowledge.casussen import CasusSituatie, casussen
from knowledge.feiten import Gegeven, Situatie
from knowledge.weging import weeg
from tests.situaties import situaties


def na(situatie: Situatie, feiten: dict[str, object]) -> Oordeel:
    gewijzigd = {**situatie.model_dump(mode="json", exclude_none=True), **feiten}
    [uitkomst] = weeg(Situatie.model_validate(gewijzigd))
    return uitkomst.oordeel


def test_casus_331_kantelt_op_toestemming_of_mandaat() -> None:
    casus = next(s for c in casussen() for s in c.situaties if s.id == "3.3.1-nieuw")
    [uitkomst] = weeg(casus.situatie())

    mag = [punt.feiten for punt in uitkomst.kantelpunten if punt.oordeel is Oordeel.MAG]
    assert {"mandaat": True} in mag
    assert any(feiten.get("toestemming") == "gegeven" for feiten in mag)


SITUATIES = [situatie for casus in casussen() for situatie in casus.situaties]


@pytest.mark.parametrize("casus", SITUATIES, ids=lambda c: c.id)
def test_elk_kantelpunt_van_een_casus_kantelt_echt(casus: CasusSituatie) -> None:
    situatie = casus.situatie()
    [uitkomst] = weeg(situatie)

    for punt in uitkomst.kantelpunten:
        assert punt.oordeel is not uitkomst.oordeel
        assert na(situatie, json.loads(json.dumps(punt.feiten))) is punt.oordeel


def test_een_gegeven_dat_in_het_document_komt_kantelt() -> None:
    casus = next(s for s in SITUATIES if s.id == "mbo4-een-gegeven-buiten-document")
    buiten = [{**gegeven, "in_overgangsdocument": False} for gegeven in casus.feiten["gegevens"]]
    [uitkomst] = weeg(Situatie.model_validate({**casus.feiten, "gegevens": buiten}))

    binnen = [{**gegeven, "in_overgangsdocument": True} for gegeven in buiten]
    mag = [punt.feiten for punt in uitkomst.kantelpunten if punt.oordeel is Oordeel.MAG]
    assert uitkomst.oordeel is Oordeel.MAG_MET_TOESTEMMING
    assert {"in_overgangsdocument", "gegevens"} in [feiten.keys() for feiten in mag]
    for feiten in mag:
        if "gegevens" in feiten:
            assert [Gegeven.model_validate(g) for g in feiten["gegevens"]] == [
                Gegeven.model_validate(g) for g in binnen
            ]


def test_een_gegeven_weglaten_kan_kantelen() -> None:
    casus = next(s for s in SITUATIES if s.id == "vsv-gemengd")
    [uitkomst] = weeg(casus.situatie())

    gewoon, reden_van_uitval = casus.feiten["gegevens"]
    zonder = {
        tuple(g["naam"] for g in punt.feiten["gegevens"]): punt.oordeel
        for punt in uitkomst.kantelpunten
        if "gegevens" in punt.feiten
    }
    assert zonder == {(reden_van_uitval["naam"],): Oordeel.MAG_MET_TOESTEMMING}
    assert gewoon["soort"] == "gewoon"


@settings(max_examples=60)
@given(situaties())
def test_een_kantelpunt_kantelt_echt(situatie: Situatie) -> None:
    [uitkomst] = weeg(situatie)

    for punt in uitkomst.kantelpunten:
        assert punt.oordeel is not uitkomst.oordeel
        assert na(situatie, punt.feiten) is punt.oordeel


@settings(max_examples=60)
@given(situaties())
def test_het_gunstigste_kantelpunt_staat_voorop(situatie: Situatie) -> None:
    [uitkomst] = weeg(situatie)

    rangen = [VOORRANG.index(punt.oordeel) for punt in uitkomst.kantelpunten]
    assert rangen == sorted(rangen)


# --- wat kan, en wat niet -------------------------------------------------------------------------

GELDIG: dict[str, object] = {
    "toestemming_vrij": True,
    "toestemming_duidelijk": True,
    "toestemming_geinformeerd": True,
    "toestemming_specifiek": True,
}
# Casus 3.1.3 as a conversation leaves it: refused, and so nobody asked for the rest.
GEWEIGERD: dict[str, Any] = {
    "datum": "2026-03-02",
    "van": "mbo",
    "naar": "werkgever",
    "doel": "begeleiding_naar_werk",
    "leeftijd": 22,
    "levensgevaar": False,
    "toestemming": "geweigerd",
}


def kantelt(id_: str, **anders: Any) -> list[tuple[dict[str, Any], Oordeel]]:
    casus = next(s for s in SITUATIES if s.id == id_)
    [uitkomst] = weeg(Situatie.model_validate({**casus.feiten, **anders}))
    return [(punt.feiten, punt.oordeel) for punt in uitkomst.kantelpunten]


@pytest.mark.parametrize(
    ("casus", "maanden", "grens"),
    [
        ("entree-11-maanden", 5, 13),
        ("entree-13-maanden", 20, 12),
        ("pro-18-maanden", 18, 25),
        ("pro-25-maanden", 40, 24),
    ],
)
def test_de_maanden_kantelen_op_de_eigen_termijn(casus: str, maanden: int, grens: int) -> None:
    naam = "maanden_sinds_uitstroom"
    gevonden = [f[naam] for f, _ in kantelt(casus, **{naam: maanden}) if naam in f]

    assert set(gevonden) == {grens}


def test_wie_geen_termijn_heeft_kantelt_niet_op_maanden() -> None:
    for id_ in ("gestopt-uwv", "hbo-gemeente", "vso-overig-gestopt"):
        assert not [f for f, _ in kantelt(id_) if "maanden_sinds_uitstroom" in f]


@pytest.mark.parametrize("weg", [(), ("leeftijd",), ("datum",), ("datum", "leeftijd")])
def test_een_weigering_kantelt_op_toestemming_ook_als_er_verder_niets_gevraagd_is(
    weg: tuple[str, ...],
) -> None:
    feiten = {naam: waarde for naam, waarde in GEWEIGERD.items() if naam not in weg}
    situatie = Situatie.model_validate({**feiten, "overeenkomst_nodig": False})
    [uitkomst] = weeg(situatie)

    assert uitkomst.oordeel is Oordeel.MAG_NIET
    (punt,) = uitkomst.kantelpunten
    assert punt.oordeel is Oordeel.MAG
    assert punt.feiten["toestemming"] == "gegeven"
    # While nobody knows whose consent counts, it is everybody's.
    assert ("toestemming_vertegenwoordiger" in punt.feiten) is ("leeftijd" in weg)
    assert na(situatie, punt.feiten) is Oordeel.MAG


def test_onder_de_zestien_telt_de_toestemming_van_wie_beslist() -> None:
    punten = kantelt("toestemming-15-niet-gevraagd", toestemming="niet_gevraagd")

    assert ({"toestemming_vertegenwoordiger": "gegeven", **GELDIG}, Oordeel.MAG) in punten
    assert ({"toestemming_vertegenwoordiger": "geweigerd"}, Oordeel.MAG_NIET) in punten
    assert ({"toestemming": "gegeven", **GELDIG}, Oordeel.MAG) not in punten


def test_vanaf_zestien_telt_de_vertegenwoordiger_niet() -> None:
    assert not [f for f, _ in kantelt("3.1.2-nieuw") if "toestemming_vertegenwoordiger" in f]


@pytest.mark.parametrize(
    ("casus", "feit"),
    [
        ("veilig-thuis-vermoeden", "vermoeden_geweld"),
        ("leerplicht-ziek", "gevraagd_door_leerplicht"),
    ],
)
def test_een_vermoeden_en_een_vraag_van_leerplicht_kantelen(casus: str, feit: str) -> None:
    assert [f for f, _ in kantelt(casus) if feit in f]


def test_een_feit_zonder_betekenis_voor_de_route_kantelt_niet() -> None:
    casussen_elders = ("3.1.3-nieuw", "3.1.2-nieuw", "3.3.1-nieuw")
    for id_ in casussen_elders:
        for feiten, _ in kantelt(id_):
            assert not {"vermoeden_geweld", "gevraagd_door_leerplicht"} & feiten.keys()


def test_wat_elkaar_tegenspreekt_is_geen_kantelpunt() -> None:
    # Agreeing with the document without wanting the guidance, or against one's own refusal.
    for id_ in ("3.1.2-nieuw", "overdracht-geen-alb", "entree-14-maanden-geweigerd"):
        if any(s.id == id_ for s in SITUATIES):
            assert {"overgangsdocument_akkoord": True} not in [f for f, _ in kantelt(id_)]


def test_weigeren_kan_wel_en_maakt_er_overleg_van() -> None:
    assert ({"toestemming": "geweigerd"}, Oordeel.OVERLEG) in kantelt("3.1.1-nieuw")


def test_wie_de_begeleiding_niet_wil_heeft_ook_geen_document() -> None:
    samen = {"alb_gebruik": False, "overgangsdocument_akkoord": False}

    assert (samen, Oordeel.MAG_MET_TOESTEMMING) in kantelt("entree-11-maanden")
    assert {"alb_gebruik": False} not in [f for f, _ in kantelt("entree-11-maanden")]


@settings(max_examples=60)
@given(situaties(compleet=False))
def test_een_kantelpunt_kantelt_echt_met_iets_onbekends(situatie: Situatie) -> None:
    [uitkomst] = weeg(situatie)

    for punt in uitkomst.kantelpunten:
        assert punt.oordeel is not uitkomst.oordeel
        assert na(situatie, punt.feiten) is punt.oordeel
