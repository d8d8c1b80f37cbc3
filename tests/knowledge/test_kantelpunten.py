"""Turning points really turn, and are the smallest."""

from __future__ import annotations

from hypothesis import given, settings

from knowledge.beslissing import VOORRANG, Oordeel
from knowledge.casussen import casussen
from knowledge.feiten import Situatie
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
