"""The whole grid: every giver, receiver, purpose, kind of data, consent and law."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pytest

from knowledge import motor
from knowledge.beslissing import Oordeel, Zelf
from knowledge.feiten import Doel, Organisatie, Situatie, Soort, Toestemming
from knowledge.motor import Stand
from knowledge.regels.basis import Grondslag
from knowledge.weging import weeg_doel
from tests.knowledge import nooit

DAGEN: Final = (dt.date(2025, 3, 3), dt.date(2026, 3, 2))
EISEN: Final = dict.fromkeys(
    (
        "toestemming_vrij",
        "toestemming_duidelijk",
        "toestemming_geinformeerd",
        "toestemming_specifiek",
    ),
    True,
)
# Someone for whom as many grounds as possible are within reach.
REST: Final[dict[str, Any]] = {
    "leeftijd": 20,
    "startkwalificatie": False,
    "schoolstatus": "gestopt",
    "maanden_sinds_uitstroom": 3,
    "verzuim_ongeoorloofd": True,
    "verzuim_weken": 5,
    "verzuim_kortere_termijn": False,
    "alb_aangeboden": True,
    "alb_gebruik": False,
    "overgangsdocument_akkoord": False,
    "in_overgangsdocument": True,
    "regionale_taak": True,
    "mandaat": True,
    "begeleiding_akkoord": True,
    "jongere_aanwezig": False,
    "levensgevaar": False,
    "vermoeden_geweld": False,
    "gevraagd_door_leerplicht": False,
    "vertegenwoordigd": False,
    "toestemming_vertegenwoordiger": "niet_gevraagd",
    "belang_zwaarder": True,
    "overeenkomst_nodig": False,
    "doel_verenigbaar": True,
    "alternatief": "geen",
    **EISEN,
}
# Others for whom the other branches open: what is different. As many as have no factor in common
# with the sizes of the axes, so that each of them comes by every value.
ANDEREN: Final[tuple[dict[str, Any], ...]] = (
    {
        "schoolstatus": "gediplomeerd",
        "alb_gebruik": True,
        "overgangsdocument_akkoord": True,
    },
    {"overgangsdocument_akkoord": True},
    {"startkwalificatie": True},
    {"leeftijd": 15, "schoolstatus": "ingeschreven", "verzuim_weken": 1},
    {"leeftijd": 15, "toestemming_vertegenwoordiger": "gegeven"},
    {"vertegenwoordigd": True, "toestemming_vertegenwoordiger": "geweigerd"},
    {"leeftijd": 17, "schoolstatus": "ingeschreven", "verzuim_ongeoorloofd": False},
    {
        "leeftijd": 17,
        "schoolstatus": "ingeschreven",
        "verzuim_ongeoorloofd": False,
        "gevraagd_door_leerplicht": True,
    },
    {"leeftijd": 17, "schoolstatus": "ingeschreven", "in_melding": False},
    {"in_melding": False},
    {"levensgevaar": True},
    {"vermoeden_geweld": True},
    {"jongere_aanwezig": True},
    {"jongere_aanwezig": True, "toestemming_vrij": False},
    {"overeenkomst_nodig": True},
    {"alternatief": "anoniem"},
    {"doel_verenigbaar": False},
)


def opleiding(van: Organisatie) -> str:
    return {"hbo_wo": "hbo_wo", "pro": "pro", "vso": "vso_arbeid"}.get(van.value, "entree")


def rooster(
    van: Organisatie, wie: Sequence[dict[str, Any]], stap: int = 1
) -> Iterator[tuple[dict[str, Any], str]]:
    """Every point for one giver, or every `stap`-th, about each young person in turn.

    The facts, and the kind of the one item.
    """
    punten = itertools.product(Organisatie, Doel, Soort, Toestemming, DAGEN)
    gekozen = itertools.islice(punten, None, None, stap)
    for (naar, doel, soort, toestemming, datum), anders in zip(
        gekozen, itertools.cycle(wie), strict=False
    ):
        feiten = {
            **REST,
            "opleiding": opleiding(van),
            **anders,
            "van": van.value,
            "naar": naar.value,
            "doel": doel.value,
            "toestemming": toestemming.value,
            "datum": datum,
        }
        if feiten["opleiding"] == "hbo_wo" and feiten["schoolstatus"] == "gediplomeerd":
            feiten["startkwalificatie"] = True
        if feiten["schoolstatus"] == "ingeschreven":
            del feiten["maanden_sinds_uitstroom"]
        yield feiten, soort.value


def gegeven_van(feiten: dict[str, Any], soort: str) -> dict[str, Any]:
    in_melding = {naam: feiten[naam] for naam in ("in_melding",) if naam in feiten}
    return {"soort": frozenset((soort,)), "nodig": True, **in_melding}


def bewaak(feiten: dict[str, Any], soort: str) -> Oordeel | Zelf:
    """Hold one point to what may never happen, and return its verdict."""
    los = {naam: waarde for naam, waarde in feiten.items() if naam != "in_melding"}
    stand = Stand(los, (gegeven_van(feiten, soort),))
    assert not motor.botsingen(stand), feiten
    (gegeven,) = motor.per_gegeven(stand)
    assert gegeven.mogelijk() == {gegeven.zeker.oordeel}, feiten
    oordeel = gegeven.zeker.oordeel
    if oordeel is Oordeel.MAG:
        regel = nooit.grond(gegeven)
        assert regel is not None, feiten
        nooit.bewaak(feiten, frozenset((soort,)), regel)
    return oordeel


def test_de_anderen_komen_overal_langs() -> None:
    assen = (Organisatie, Doel, Soort, Toestemming, DAGEN)

    assert all(math.gcd(len(as_), len(ANDEREN)) == 1 for as_ in assen)


@pytest.mark.parametrize("van", Organisatie)
def test_het_hele_rooster_kent_geen_fout_en_geen_tegenspraak(van: Organisatie) -> None:
    oordelen = {bewaak(feiten, soort) for feiten, soort in rooster(van, [{}])}

    assert oordelen >= {Oordeel.MAG, Oordeel.MAG_MET_TOESTEMMING, Oordeel.MAG_NIET, Oordeel.OVERLEG}
    # In the same test: what is left of the decision for a route is worked out once for both.
    for feiten, soort in rooster(van, ANDEREN):
        bewaak(feiten, soort)


@pytest.mark.parametrize("van", Organisatie)
def test_de_uitkomst_op_het_rooster_verantwoordt_zich(van: Organisatie) -> None:
    for feiten, soort in rooster(van, [{}, *ANDEREN], stap=31):
        gegeven = {**gegeven_van(feiten, soort), "naam": "gegeven", "soort": soort}
        los = {naam: waarde for naam, waarde in feiten.items() if naam != "in_melding"}
        situatie = Situatie.model_validate({**los, "gegevens": [gegeven]})
        uitkomst = weeg_doel(situatie, Doel(feiten["doel"]), volledig=False)

        verwacht = bewaak(feiten, soort)
        vertelt_zelf = verwacht is Zelf.VERTELT_ZELF
        assert uitkomst.oordeel is (Oordeel.MAG if vertelt_zelf else verwacht)
        assert uitkomst.regels
        assert uitkomst.bronnen
        assert uitkomst.acties
        assert uitkomst.ontbrekend == ()
        assert all(bron.geldt_op(feiten["datum"]) for bron in uitkomst.bronnen)
        assert [g.delen for g in uitkomst.gegevens] == [verwacht is Oordeel.MAG]
        if uitkomst.oordeel is Oordeel.MAG:
            assert (uitkomst.grondslag is None) == (uitkomst.regels[0] == "B-AANWEZIG")
        if uitkomst.oordeel is Oordeel.MAG_MET_TOESTEMMING:
            assert uitkomst.grondslag is Grondslag.TOESTEMMING
