"""While facts are missing: which verdicts can still come, what leads there, what holds anyway."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from knowledge import motor
from knowledge.afloop import in_elk_geval
from knowledge.beslissing import Oordeel
from knowledge.casussen import CasusSituatie, casussen
from knowledge.feiten import FEITEN, Doel, Situatie
from knowledge.kennis import huidige
from knowledge.motor import Stand, botsingen
from knowledge.onbekend import EXACT_TOT
from knowledge.uitkomst import Uitkomst
from knowledge.waarden import klassen
from knowledge.weging import oordeel_van, weeg
from tests.situaties import situaties

SITUATIES = [situatie for casus in casussen() for situatie in casus.situaties]
ROUTE = ("datum", "van", "naar", "doel")
OPEN: dict[str, Any] = {
    "datum": "2026-03-02",
    "van": "mbo",
    "naar": "werkgever",
    "doel": "begeleiding_naar_werk",
    "leeftijd": 20,
    "levensgevaar": False,
    "toestemming": "niet_gevraagd",
    "jongere_aanwezig": False,
    "overeenkomst_nodig": False,
    "alternatief": "geen",
    "gegevens": [{"naam": "verslag", "soort": "gewoon", "nodig": True}],
}


def uitkomst(feiten: dict[str, Any]) -> Uitkomst:
    [uit] = weeg(Situatie.model_validate(feiten))
    return uit


def ingevuld(feiten: dict[str, Any], erbij: dict[str, Any]) -> dict[str, Any]:
    """Lay found facts over a situation, those of single items where they belong."""
    gegevens = [dict(gegeven) for gegeven in feiten.get("gegevens") or ()]
    uit = {**feiten, "gegevens": gegevens} if gegevens else dict(feiten)
    for sleutel, waarde in erbij.items():
        plaats = motor.gegevensleutel(sleutel)
        if plaats is None:
            uit[sleutel] = waarde
        else:
            gegevens[plaats[0]][plaats[1]] = waarde
    return uit


def zin(sleutel: str) -> str:
    return huidige().tekst(sleutel)


def test_met_een_feit_onbekend_zegt_de_uitkomst_wat_elk_antwoord_geeft() -> None:
    uit = uitkomst(OPEN)

    assert uit.ontbrekend == ("doel_verenigbaar",)
    assert [(a.oordeel, a.feiten) for a in uit.mogelijk] == [
        (Oordeel.MAG_MET_TOESTEMMING, {"doel_verenigbaar": True}),
        (Oordeel.OVERLEG, {"doel_verenigbaar": False}),
    ]
    assert uit.in_elk_geval == zin("in_elk_geval.nog_niet_delen")


def test_wat_in_elk_geval_geldt_staat_erbij() -> None:
    uit = uitkomst({**OPEN, "van": "gemeente", "naar": "uwv"})

    # Of those verdicts one lets it be shared, on consent: then the gemeente needs it in writing.
    assert zin("voorwaarden.pw65_schriftelijk") in uit.voorwaarden
    assert any(zin("let_op.suwi_kan_grond_geven") in regel for regel in uit.let_op)
    assert {zin(f"acties.{s}") for s in ("vastleggen", "bij_twijfel")} <= set(uit.acties)
    # Asking consent, or the privacy officer, is for one of them only.
    assert zin("acties.toestemming_vragen") not in uit.acties
    assert zin("acties.privacy_officer") not in uit.acties


def test_zolang_gevaar_onbekend_is_gaat_112_voor() -> None:
    zonder = {naam: waarde for naam, waarde in OPEN.items() if naam != "levensgevaar"}

    assert uitkomst(zonder).acties[0] == zin("acties.bel_112")
    assert zin("acties.bel_112") not in uitkomst(OPEN).acties


@pytest.mark.parametrize(
    ("mogelijk", "sleutel"),
    [
        ({Oordeel.MAG, Oordeel.MAG_NIET}, None),
        ({Oordeel.MAG, Oordeel.MAG_MET_TOESTEMMING}, None),
        ({Oordeel.MAG_NIET, Oordeel.ANDERS}, "niet_delen"),
        ({Oordeel.MAG_NIET, Oordeel.OVERLEG}, "nog_niet_delen"),
        ({Oordeel.MAG_MET_TOESTEMMING, Oordeel.OVERLEG}, "nog_niet_delen"),
    ],
)
def test_in_elk_geval(mogelijk: set[Oordeel], sleutel: str | None) -> None:
    assert in_elk_geval(frozenset(mogelijk)) == sleutel


def test_een_vast_oordeel_heeft_geen_andere_aflopen() -> None:
    uit = uitkomst({**OPEN, "doel_verenigbaar": True})

    assert uit.mogelijk == ()
    assert uit.in_elk_geval is None


def test_als_gegevens_in_json() -> None:
    uit = uitkomst(OPEN).als_json()

    assert uit["mogelijk"][0] == {
        "oordeel": "mag_met_toestemming",
        "feiten": {"doel_verenigbaar": True},
    }
    assert uit["in_elk_geval"] == zin("in_elk_geval.nog_niet_delen")


@pytest.mark.parametrize("casus", SITUATIES[::5], ids=lambda c: c.id)
def test_met_alleen_de_route_leiden_de_feiten_er_ook_heen(casus: CasusSituatie) -> None:
    feiten = {naam: waarde for naam, waarde in casus.feiten.items() if naam in ROUTE}
    uit = uitkomst(feiten)

    assert uit.mogelijk or uit.oordeel is not Oordeel.ONVOLLEDIG
    for afloop in uit.mogelijk:
        assert uitkomst(ingevuld(feiten, afloop.feiten)).oordeel is afloop.oordeel


@settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
@given(situaties(compleet=False))
def test_de_feiten_leiden_tot_het_oordeel_dat_erbij_staat(situatie: Situatie) -> None:
    feiten = situatie.model_dump(mode="json", exclude_none=True)
    uit = uitkomst(feiten)
    assume(uit.oordeel is Oordeel.ONVOLLEDIG)

    assert [a.oordeel for a in uit.mogelijk] == sorted(
        (a.oordeel for a in uit.mogelijk), key=huidige().rang.__getitem__
    )
    for afloop in uit.mogelijk:
        daar = uitkomst(ingevuld(feiten, afloop.feiten))
        assert daar.oordeel is afloop.oordeel
        if uit.in_elk_geval:
            assert daar.oordeel is not Oordeel.MAG


@pytest.mark.parametrize("casus", SITUATIES[::9], ids=lambda c: c.id)
def test_met_weinig_onbekend_zijn_het_alle_oordelen_en_de_minste_feiten(
    casus: CasusSituatie,
) -> None:
    weg = ("levensgevaar", "toestemming", "doel_verenigbaar", "alternatief")
    feiten = {naam: waarde for naam, waarde in casus.feiten.items() if naam not in weg}
    situatie = Situatie.model_validate(feiten)
    assert isinstance(situatie.doel, Doel)
    stand = Stand.van(situatie, situatie.doel)
    uit = uitkomst(feiten)
    open_ = [naam for naam in uit.ontbrekend if naam in FEITEN]
    if uit.oordeel is not Oordeel.ONVOLLEDIG or len(uit.ontbrekend) > min(len(open_), EXACT_TOT):
        return
    kleinst: dict[Oordeel, int] = {}
    for aantal in range(len(open_) + 1):
        for namen in itertools.combinations(open_, aantal):
            for waarden in itertools.product(*(klassen(n, stand.kennis) for n in namen)):
                wereld = Stand(
                    {**stand.feiten, **dict(zip(namen, waarden, strict=True))}, stand.gegevens
                )
                oordeel = oordeel_van(wereld)
                if oordeel is not Oordeel.ONVOLLEDIG and not botsingen(wereld):
                    kleinst.setdefault(oordeel, aantal)

    assert {a.oordeel: min(len(a.feiten), 2) for a in uit.mogelijk} == {
        oordeel: min(aantal, 2) for oordeel, aantal in kleinst.items()
    }
