"""Where a rule is about the route but does not hold, the outcome says which condition failed."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.casussen import casussen
from knowledge.feiten import Situatie
from knowledge.kennis import huidige
from knowledge.motor import Stand
from knowledge.regels.basis import Rol
from knowledge.route import niet_voldaan, over_route
from knowledge.teksten import tekst
from knowledge.uitkomst import Uitkomst
from knowledge.verantwoording import Verantwoording
from knowledge.weging import weeg, weeg_doel

SITUATIES = [situatie for casus in casussen() for situatie in casus.situaties]
NIETS_BIJZONDERS: dict[str, Any] = {
    "datum": "2026-03-02",
    "levensgevaar": False,
    "toestemming": "niet_gevraagd",
    "jongere_aanwezig": False,
    "overeenkomst_nodig": False,
    "doel_verenigbaar": True,
    "alternatief": "geen",
    "gegevens": [{"naam": "verslag", "soort": "gewoon", "nodig": True}],
}
LEERPLICHT: dict[str, Any] = {
    "van": "leerplicht",
    "naar": "doorstroompunt",
    "doel": "voorkomen_vsv",
    "leeftijd": 20,
    "startkwalificatie": False,
}


def uitkomst(feiten: dict[str, Any], **anders: Any) -> Uitkomst:
    alle = {**NIETS_BIJZONDERS, **feiten, **anders}
    bekend = {naam: waarde for naam, waarde in alle.items() if waarde is not None}
    [uit] = weeg(Situatie.model_validate(bekend))
    return uit


def zegt_van(uit: Uitkomst) -> list[str]:
    """The rules of which it says that they do not hold here."""
    kern = tekst("uitkomst.niet_voldaan").partition("}")[2].partition("{")[0]
    delen = (zin.partition(kern)[2] for zin in uit.let_op if kern in zin)
    return [deel.partition(")")[0] for deel in delen]


@pytest.mark.parametrize(
    ("anders", "regels"),
    [
        ({"leeftijd": 15}, ["N-LP-DSP"]),
        ({"startkwalificatie": True}, ["N-LP-DSP"]),
        ({"startkwalificatie": True, "datum": None}, ["N-LP-DSP"]),
        # Both laws know it; at most two are named.
        (
            {"van": "mbo", "doel": "melden_verzuim", "leeftijd": 30, "datum": None},
            ["N-VERZUIM", "O-VERZUIM"],
        ),
    ],
)
def test_welke_regel_niet_geldt_en_waardoor(anders: dict[str, Any], regels: list[str]) -> None:
    verzuim = {"verzuim_ongeoorloofd": True, "verzuim_weken": 5}
    uit = uitkomst({**LEERPLICHT, **verzuim}, **anders)

    assert "B-ROUTE" in uit.regels
    assert "B-REST" not in uit.regels
    assert zegt_van(uit) == regels
    # What it says of a rule, it says with the sources of that rule.
    assert {id_ for r in huidige().regels if r.id in regels for id_ in r.bronnen} <= {
        bron.id for bron in uit.bronnen
    }


def test_een_regel_die_meer_vraagt_dan_er_is_zegt_wat_er_ontbreekt() -> None:
    gestopt = {
        "van": "mbo",
        "naar": "gemeente",
        "doel": "begeleiding_naar_werk",
        "leeftijd": 20,
        "startkwalificatie": False,
        "opleiding": "mbo3",
        "schoolstatus": "gestopt",
        "alb_gebruik": False,
        "begeleiding_akkoord": False,
    }

    assert zegt_van(uitkomst(gestopt)) == ["N-VSV"]


def test_een_regel_die_zelf_zegt_dat_alleen_toestemming_blijft_is_genoeg() -> None:
    for id_ in ("3.1.2-nieuw", "3.3.1-nieuw", "mbo4-buiten-document"):
        situatie = next(s for s in SITUATIES if s.id == id_).situatie()
        assert zegt_van(weeg_doel(situatie, *situatie.doelen(), volledig=False)) == []


def test_zonder_regel_over_de_route_zeggen_de_documenten_niets() -> None:
    uit = uitkomst({"van": "gemeente", "naar": "wijkteam", "doel": "hulp_of_zorg", "leeftijd": 20})

    assert "B-REST" in uit.regels
    assert any(tekst("let_op.route_niet_in_documenten") in zin for zin in uit.let_op)


def test_waar_geen_wet_over_de_route_gaat_noemen_de_bronnen_alleen_toestemming() -> None:
    # Under the old law the documents speak of consent of an entree student only.
    feiten = {"van": "vso", "naar": "doorstroompunt", "doel": "voorkomen_vsv", "leeftijd": 20}
    uit = uitkomst(feiten, datum="2025-03-03", opleiding="vso_arbeid")

    assert "B-ROUTE" in uit.regels
    assert zegt_van(uit) == []
    assert any(tekst("uitkomst.alleen_toestemming") in zin for zin in uit.let_op)


def test_in_gevaar_gaat_het_niet_over_de_route() -> None:
    uit = uitkomst({**LEERPLICHT, "leeftijd": 15}, levensgevaar=True)

    assert zegt_van(uit) == []


def test_een_feit_staat_er_een_keer_en_wie_geeft_en_krijgt_niet() -> None:
    feiten = {**LEERPLICHT, "van": "mbo", "naar": "leerplicht", "doel": "melden_verzuim"}
    stand = Stand.van(Situatie.model_validate({**NIETS_BIJZONDERS, **feiten}), None)
    [deel, *_] = niet_voldaan((stand.met("doel", "melden_verzuim").feiten,), stand.kennis)

    # 20 is above the age of leerplicht and of kwalificatieplicht: only the last is said.
    assert len(deel.feiten) == 1


@pytest.mark.parametrize("casus", SITUATIES, ids=lambda c: c.id)
def test_niet_behandeld_is_alleen_waar_geen_regel_over_de_route_gaat(casus: Any) -> None:
    situatie = casus.situatie()
    uit = weeg_doel(situatie, *situatie.doelen(), volledig=False)
    (stand,) = (Stand.van(situatie, doel) for doel in situatie.doelen())

    if "B-REST" in uit.regels:
        assert over_route(stand.kennis, stand.feiten) == ()
        assert "B-ROUTE" not in uit.regels
    for id_ in zegt_van(uit):
        regel = next(r for r in stand.kennis.regels if r.id == id_)
        assert regel.rol is Rol.GROND


def test_de_feiten_die_ontbraken_staan_in_het_spoor() -> None:
    uit = uitkomst(LEERPLICHT, leeftijd=15)

    (spoor,) = (s.feiten for s in uit.spoor if s.regel == "B-ROUTE")
    assert spoor
    assert all(any(feit in zin for zin in uit.let_op) for feit in spoor)


def test_een_verantwoording_kent_haar_route() -> None:
    stand = Stand.van(Situatie.model_validate({**NIETS_BIJZONDERS, **LEERPLICHT}), None)
    stand = stand.met("doel", "voorkomen_vsv").met("leeftijd", 15)
    (gegeven,) = stand.per_gegeven
    deel = Verantwoording((gegeven,), (gegeven.zeker,), stand.kennis)

    assert [niet.regel.id for niet in deel.niet_voldaan] == ["N-LP-DSP"]
    assert not deel.alleen_toestemming
