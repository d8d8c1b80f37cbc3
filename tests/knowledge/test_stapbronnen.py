"""The rules behind the interim conclusion of a stap."""

import pytest

from knowledge.casussen import casussen
from knowledge.feiten import Doel, Gegeven, Situatie, Soort
from knowledge.motor import Stand
from knowledge.stapbronnen import regels_van_stap
from knowledge.weging import weeg

GELDIG = {
    "toestemming": "gegeven",
    "toestemming_vrij": True,
    "toestemming_duidelijk": True,
    "toestemming_geinformeerd": True,
    "toestemming_specifiek": True,
}


@pytest.mark.parametrize("omgekeerd", [False, True])
def test_de_grond_hangt_niet_af_van_de_volgorde_van_de_gegevens(*, omgekeerd: bool) -> None:
    casus = next(s for c in casussen() for s in c.situaties if s.id == "3.3.2-nieuw-gemeente")
    gegevens = [
        Gegeven(naam="in het document", soort=frozenset((Soort.GEWOON,)), nodig=True),
        Gegeven(
            naam="erbuiten",
            soort=frozenset((Soort.GEWOON,)),
            nodig=True,
            in_overgangsdocument=False,
        ),
    ]
    situatie = Situatie.model_validate(
        {
            **casus.feiten,
            **GELDIG,
            "gegevens": [
                g.model_dump(mode="json") for g in (gegevens[::-1] if omgekeerd else gegevens)
            ],
        }
    )
    [uitkomst] = weeg(situatie)
    [regel] = regels_van_stap(Stand.van(situatie, Doel.BEGELEIDING_NAAR_WERK), 1)

    assert regel.id == "N-OVERDRACHT"
    assert uitkomst.regels[0] == regel.id
    assert uitkomst.grondslag == regel.grondslag
    # The item outside the document rests on consent, and its conditions come along.
    assert "B-AANTOONBAAR" in uitkomst.regels


def test_gezondheid_voor_een_uitkering_valt_al_in_stap_1_weg() -> None:
    casus = next(s for c in casussen() for s in c.situaties if s.id == "3.2.1-nieuw")
    stand = Stand.van(casus.situatie(), Doel.BEOORDELEN_UITKERING)

    assert [regel.id for regel in regels_van_stap(stand, 1)] == ["B-MEDISCH"]
