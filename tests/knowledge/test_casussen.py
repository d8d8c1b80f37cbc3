"""The casussen of both documents come out as the documents say."""

import pytest

from knowledge.bronnen import bronnen
from knowledge.casussen import CasusSituatie, casussen
from knowledge.weging import regime_van, weeg

SITUATIES = [situatie for casus in casussen() for situatie in casus.situaties]


@pytest.mark.parametrize("casus", SITUATIES, ids=lambda c: c.id)
def test_casus_krijgt_het_oordeel_van_het_document(casus: CasusSituatie) -> None:
    situatie = casus.situatie()
    (uitkomst,) = weeg(situatie)

    assert uitkomst.oordeel in casus.oordeel
    if casus.grondslag:
        assert uitkomst.grondslag in casus.grondslag
    assert uitkomst.ontbrekend == ()


@pytest.mark.parametrize("casus", SITUATIES, ids=lambda c: c.id)
def test_elke_conclusie_noemt_regel_en_bron_van_haar_tijd(casus: CasusSituatie) -> None:
    situatie = casus.situatie()
    (uitkomst,) = weeg(situatie)

    assert regime_van(situatie.datum) == casus.regime
    assert uitkomst.regels
    assert uitkomst.bronnen
    assert all(bron.geldt_op(situatie.datum) for bron in uitkomst.bronnen)
    assert all(bron.id in bronnen() for bron in uitkomst.bronnen)


def test_alle_acht_casussen_zijn_er_onder_beide_wetten() -> None:
    uit_documenten = [casus for casus in casussen() if casus.id.startswith("casus-3.")]
    assert len(uit_documenten) == 8
    for casus in uit_documenten:
        assert {s.regime for s in casus.situaties} == {"oud", "nieuw"}


def test_elke_situatie_heeft_een_eigen_naam() -> None:
    assert len({casus.id for casus in casussen()}) == len(casussen())
    assert len({situatie.id for situatie in SITUATIES}) == len(SITUATIES)
