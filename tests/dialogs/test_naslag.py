"""Looking up: every casus under both laws, every begrip with its sources."""

from __future__ import annotations

import pytest

from dialogs import naslag
from knowledge.casussen import casussen

SITUATIES = {s.id: s for casus in casussen() for s in casus.situaties}


@pytest.mark.parametrize("casus", [c.id for c in casussen()])
def test_een_casus_geeft_onder_haar_eigen_wet_het_oordeel_van_het_document(casus: str) -> None:
    getoond = naslag.toon(casus)
    assert getoond is not None
    for situatie in getoond["situaties"]:
        bekend = SITUATIES[situatie["id"]]
        assert situatie[bekend.regime][0]["oordeel"] in bekend.oordeel
        assert len(situatie["oud"]) == len(situatie["nieuw"]) == len(bekend.situatie().doelen())
        assert situatie["feiten"]


def test_alles_in_de_lijst_is_te_lezen() -> None:
    lijst = naslag.lijst()
    assert {regel["soort"] for regel in lijst} == {"casus", "begrip"}
    assert len({regel["id"] for regel in lijst}) == len(lijst)
    for id_ in naslag.BEGRIPPEN:
        begrip = naslag.toon(id_)
        assert begrip is not None
        assert begrip["bronnen"]


def test_wat_er_niet_is() -> None:
    assert naslag.toon("bestaat niet") is None
