"""Turning points really turn, and are the smallest."""

from __future__ import annotations

import json

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
