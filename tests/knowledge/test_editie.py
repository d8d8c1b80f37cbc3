"""An edition holds all knowledge; read back, it weighs as it did."""

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from knowledge import editie
from knowledge.casussen import casussen
from knowledge.feit import feit
from knowledge.feiten import Situatie
from knowledge.fouten import KennisOnjuist
from knowledge.kennis import Kennis, huidige
from knowledge.regels.basis import Regel
from knowledge.weging import weeg
from tests.situaties import situaties


def teruggelezen(kennis: Kennis) -> Kennis:
    """Write an edition to text and read it again, as years later."""
    return editie.lees(json.loads(json.dumps(editie.uitgave(kennis))))


@pytest.fixture(scope="module")
def oude_kennis() -> Kennis:
    """The knowledge of today, as it comes out of its own edition file."""
    return teruggelezen(huidige())


def zonder(kennis: Kennis, id_: str) -> Kennis:
    """Return knowledge in which one rule never applies."""

    def uit(regel: Regel) -> Regel:
        return replace(regel, als=feit("mandaat").ja() & feit("mandaat").nee())

    regels = tuple(uit(r) if r.id == id_ else r for r in kennis.regels)
    return replace(kennis, regels=regels)


def test_een_teruggelezen_editie_is_dezelfde_editie(oude_kennis: Kennis) -> None:
    assert oude_kennis is not huidige()
    assert editie.uitgave(oude_kennis) == editie.uitgave()
    assert editie.naam(oude_kennis) == editie.naam()


def test_elke_casus_krijgt_met_de_editie_precies_dezelfde_uitkomst(oude_kennis: Kennis) -> None:
    for casus in casussen():
        for geval in casus.situaties:
            situatie = geval.situatie()
            nu = [uitkomst.als_json() for uitkomst in weeg(situatie)]
            toen = [uitkomst.als_json() for uitkomst in weeg(situatie, oude_kennis)]
            assert toen == nu, geval.id


@settings(max_examples=60)
@given(situatie=situaties())
def test_ook_met_onbekende_feiten_weegt_de_editie_gelijk(
    oude_kennis: Kennis, situatie: Situatie
) -> None:
    nu = [uitkomst.als_json() for uitkomst in weeg(situatie)]
    assert [uitkomst.als_json() for uitkomst in weeg(situatie, oude_kennis)] == nu


def test_een_andere_regel_geeft_een_andere_afdruk_en_een_ander_oordeel() -> None:
    anders = teruggelezen(zonder(huidige(), "B-TOESTEMMING"))

    assert editie.naam(anders) != editie.naam()
    assert "B-TOESTEMMING" not in {
        id_
        for casus in casussen()
        for geval in casus.situaties
        for uitkomst in weeg(geval.situatie(), anders)
        if uitkomst.oordeel == "mag_niet"
        for id_ in uitkomst.regels
    }


def test_een_editie_met_een_andere_grens_tussen_oud_en_nieuw_rekent_daarmee() -> None:
    later = replace(huidige(), nieuw_vanaf=dt.date(2027, 1, 1))

    assert teruggelezen(later).nieuw_vanaf == dt.date(2027, 1, 1)


def bedorven(**anders: Any) -> dict[str, Any]:
    return {**json.loads(json.dumps(editie.uitgave())), **anders}


@pytest.mark.parametrize(
    "inhoud",
    [
        None,
        [],
        {},
        {"afdruk": "x"},
        bedorven(vorm=99),
        bedorven(versie="2019.1"),
        bedorven(regels=[]),
    ],
    ids=["niets", "lijst", "leeg", "kaal", "andere_vorm", "andere_versie", "regels_weg"],
)
def test_wat_geen_ongeschonden_editie_is_wordt_geweigerd(inhoud: object) -> None:
    with pytest.raises(KennisOnjuist):
        editie.lees(inhoud)


def test_een_editie_met_een_onbekend_feit_wordt_geweigerd() -> None:
    inhoud = bedorven()
    inhoud["botsingen"][0]["als"] = {"feit": "schoenmaat", "een_van": [True]}

    with pytest.raises(KennisOnjuist) as fout:
        editie.lees(_met_goede_afdruk(inhoud))
    # What stands in a file may be anything, so it is not repeated.
    assert "schoenmaat" not in str(fout.value)


def _met_goede_afdruk(inhoud: dict[str, Any]) -> dict[str, Any]:
    zonder_afdruk = {sleutel: deel for sleutel, deel in inhoud.items() if sleutel != "afdruk"}
    return {**zonder_afdruk, "afdruk": editie.afdruk(zonder_afdruk)}


def test_elke_regel_staat_er_met_voorwaarde_periode_en_bron() -> None:
    for regel in editie.uitgave()["regels"]:
        assert regel["als"]
        assert regel["geldig"]
        assert regel["bronnen"]
