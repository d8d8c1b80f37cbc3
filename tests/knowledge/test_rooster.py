"""The whole grid: every giver, receiver, purpose, kind of data, consent and law."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Any, Final

import pytest

from knowledge import motor
from knowledge.beslissing import Oordeel
from knowledge.feiten import Doel, Organisatie, Situatie, Soort, Toestemming
from knowledge.kennis import Kennis
from knowledge.motor import GegevenStand, Stand
from knowledge.regels.basis import Grondslag, Regel
from knowledge.weging import weeg_doel

DAGEN: Final = (dt.date(2025, 3, 3), dt.date(2026, 3, 2))
# Written out here on purpose: the list of the documents, not the one of the rules.
OVERHEID: Final = {"gemeente", "uwv", "doorstroompunt", "leerplicht", "duo", "bidn", "werkcentrum"}
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
    "overgangsdocument_akkoord": True,
    "in_overgangsdocument": True,
    "regionale_taak": True,
    "mandaat": True,
    "begeleiding_akkoord": True,
    "jongere_aanwezig": False,
    "levensgevaar": False,
    "belang_zwaarder": True,
    "overeenkomst_nodig": False,
    "doel_verenigbaar": True,
    "alternatief": "geen",
    **EISEN,
}
# Others for whom the other branches open: (a name, what is different).
ANDEREN: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    ("alb", {"schoolstatus": "gediplomeerd", "alb_gebruik": True}),
    ("startkwalificatie", {"startkwalificatie": True}),
    ("minderjarig", {"leeftijd": 15, "schoolstatus": "ingeschreven", "verzuim_weken": 1}),
    ("gevaar", {"levensgevaar": True}),
    ("aanwezig", {"jongere_aanwezig": True}),
    ("overeenkomst", {"overeenkomst_nodig": True}),
    ("milder", {"alternatief": "anoniem"}),
    ("ander_doel", {"doel_verenigbaar": False}),
)


def opleiding(van: Organisatie) -> str:
    return {"hbo_wo": "hbo_wo", "pro": "pro", "vso": "vso_arbeid"}.get(van.value, "entree")


def rooster(
    van: Organisatie, anders: dict[str, Any], stap: int = 1
) -> Iterator[tuple[dict[str, Any], str]]:
    """Every point for one giver, or every `stap`-th: the facts, and the kind of the one item."""
    punten = itertools.product(Organisatie, Doel, Soort, Toestemming, DAGEN)
    for naar, doel, soort, toestemming, datum in itertools.islice(punten, None, None, stap):
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


def grond(gegeven: GegevenStand, kennis: Kennis) -> Regel | None:
    """The ground under a `mag`, worked out without the outcome."""
    if gegeven.zeker.reden == "bijzonder_mag":
        return kennis.toestemming
    return kennis.eerste_grond(gegeven.feiten)


def bewaak(feiten: dict[str, Any], soort: str) -> Oordeel:
    """Hold one point to what may never happen, and return its verdict."""
    stand = Stand(feiten, ({"soort": frozenset((soort,)), "nodig": True},))
    assert not motor.botsingen(stand), feiten
    (gegeven,) = motor.per_gegeven(stand)
    assert gegeven.mogelijk() == {gegeven.zeker.oordeel}, feiten
    oordeel = gegeven.zeker.oordeel
    if oordeel is not Oordeel.MAG:
        return oordeel

    regel = grond(gegeven, stand.kennis)
    assert regel is not None, feiten
    assert regel.bronnen, feiten
    assert (regel.grondslag is None) == (regel.id == "B-AANWEZIG"), feiten
    if soort == "strafrechtelijk":
        assert regel.grondslag is Grondslag.VITAAL_BELANG, feiten
    if feiten["van"] in OVERHEID:
        assert regel.grondslag is not Grondslag.GERECHTVAARDIGD_BELANG, feiten
    if feiten["toestemming"] != "gegeven" or feiten["leeftijd"] < 16:
        assert regel.grondslag is not Grondslag.TOESTEMMING, feiten
    if feiten["toestemming"] == "geweigerd":
        assert regel.id != "B-AANWEZIG", feiten
    if soort in {"gezondheid", "bijzonder"}:
        assert regel.grondslag in {Grondslag.TOESTEMMING, Grondslag.VITAAL_BELANG}, feiten
    return oordeel


@pytest.mark.parametrize("van", Organisatie)
def test_het_hele_rooster_kent_geen_fout_en_geen_tegenspraak(van: Organisatie) -> None:
    oordelen = {bewaak(feiten, soort) for feiten, soort in rooster(van, {})}

    assert oordelen >= {Oordeel.MAG, Oordeel.MAG_MET_TOESTEMMING, Oordeel.MAG_NIET, Oordeel.OVERLEG}


@pytest.mark.parametrize(("naam", "anders"), ANDEREN, ids=[naam for naam, _ in ANDEREN])
def test_het_rooster_houdt_ook_voor_een_andere_jongere(naam: str, anders: dict[str, Any]) -> None:
    # 5 has no factor in common with the sizes of the axes, so every value comes by.
    for van in Organisatie:
        for feiten, soort in rooster(van, anders, stap=5):
            bewaak(feiten, soort)


@pytest.mark.parametrize(
    "anders", [{}, *(anders for _, anders in ANDEREN)], ids=["gewoon", *(n for n, _ in ANDEREN)]
)
def test_de_uitkomst_op_het_rooster_verantwoordt_zich(anders: dict[str, Any]) -> None:
    for van in Organisatie:
        for feiten, soort in rooster(van, anders, stap=97):
            gegevens = [{"naam": "gegeven", "soort": soort, "nodig": True}]
            situatie = Situatie.model_validate({**feiten, "gegevens": gegevens})
            uitkomst = weeg_doel(situatie, Doel(feiten["doel"]), volledig=False)

            assert uitkomst.oordeel is bewaak(feiten, soort)
            assert uitkomst.regels
            assert uitkomst.bronnen
            assert uitkomst.acties
            assert uitkomst.ontbrekend == ()
            assert all(bron.geldt_op(feiten["datum"]) for bron in uitkomst.bronnen)
            if uitkomst.oordeel is Oordeel.MAG:
                assert (uitkomst.grondslag is None) == (uitkomst.regels[0] == "B-AANWEZIG")
                assert [g.delen for g in uitkomst.gegevens] == [True]
            else:
                assert [g.delen for g in uitkomst.gegevens] == [False]
            if uitkomst.oordeel is Oordeel.MAG_MET_TOESTEMMING:
                assert uitkomst.grondslag is Grondslag.TOESTEMMING
