"""What is worth asking: also what is weighed by default, where the default could matter."""

from typing import Any

import pytest

from knowledge import belang
from knowledge.feiten import Situatie
from knowledge.motor import Stand

GEWOON = {"naam": "stageverslag", "soort": "gewoon", "nodig": True}
NAAR_WERKGEVER = {"van": "mbo", "naar": "werkgever", "doel": "behoud_van_werk"}
VERZUIM = {"van": "vo", "naar": "leerplicht", "doel": "melden_verzuim"}


def telt_nog(**feiten: Any) -> frozenset[str]:
    bekend = {"datum": "2026-03-02", "levensgevaar": False, "gegevens": [GEWOON], **feiten}
    situatie = Situatie.model_validate(bekend)
    return belang.telt_nog(Stand.van(situatie, situatie.doelen()[0]))


def test_wie_jong_is_heeft_een_vertegenwoordiger_wiens_ja_nog_kan_tellen() -> None:
    assert "toestemming_vertegenwoordiger" in telt_nog(**NAAR_WERKGEVER, leeftijd=15)


def test_wat_over_de_vertegenwoordiger_gezegd_is_telt_niet_nog() -> None:
    gezegd = {"toestemming_vertegenwoordiger": "geweigerd"}

    assert "toestemming_vertegenwoordiger" not in telt_nog(**NAAR_WERKGEVER, leeftijd=15, **gezegd)


def test_een_curator_kan_tellen_ook_als_niemand_die_noemde() -> None:
    assert "vertegenwoordigd" in telt_nog(**NAAR_WERKGEVER, leeftijd=20, toestemming="gegeven")


@pytest.mark.parametrize(("route", "telt"), [(VERZUIM, True), (NAAR_WERKGEVER, False)])
def test_wat_in_een_melding_hoort_telt_waar_gemeld_wordt(
    route: dict[str, str], *, telt: bool
) -> None:
    assert ("in_melding" in telt_nog(**route, leeftijd=15, verzuim_ongeoorloofd=True)) is telt


def test_wie_ongeoorloofd_verzuim_meldt_vraagt_de_ouders_niets() -> None:
    verzuim = {**VERZUIM, "leeftijd": 15, "verzuim_ongeoorloofd": True}
    erbuiten = {**GEWOON, "in_melding": False}

    assert "toestemming_vertegenwoordiger" not in telt_nog(**verzuim)
    assert "toestemming_vertegenwoordiger" in telt_nog(**verzuim, gegevens=[erbuiten])


def test_naar_veilig_thuis_met_een_vermoeden_telt_geen_toestemming_meer() -> None:
    route = {"van": "vo", "naar": "veilig_thuis", "doel": "veiligheid_van_jongere"}

    over = telt_nog(**route, leeftijd=14, vermoeden_geweld=True)

    assert not over & {"toestemming", "toestemming_vertegenwoordiger", "vertegenwoordigd"}


def test_waar_niets_gedeeld_wordt_vraagt_geen_bijregel_naar_de_leeftijd() -> None:
    geweigerd = {**NAAR_WERKGEVER, "toestemming": "geweigerd", "jongere_aanwezig": False}

    assert "leeftijd" not in telt_nog(**geweigerd)


def test_in_nood_telt_niets_meer() -> None:
    assert not telt_nog(**(NAAR_WERKGEVER | {"levensgevaar": True}))
