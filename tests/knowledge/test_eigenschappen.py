"""What holds for every situation, whatever the rules say about it."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge import motor
from knowledge.beslissing import AFGELEID, VOORRANG, Oordeel
from knowledge.bronnen import bronnen
from knowledge.casussen import casussen
from knowledge.feiten import Alternatief, Doel, Gegeven, Situatie, Soort
from knowledge.kennis import huidige
from knowledge.motor import Stand
from knowledge.regels import ALLE_REGELS
from knowledge.regels.basis import Grondslag
from knowledge.stem import elke_stem
from knowledge.uitkomst import Uitkomst
from knowledge.weging import weeg, weeg_doel
from tests.situaties import rond_casussen, situaties

EISEN = (
    "toestemming_vrij",
    "toestemming_duidelijk",
    "toestemming_geinformeerd",
    "toestemming_specifiek",
)
# Of the young person, and of whoever decides for them.
GELDIG: dict[str, object] = {
    "toestemming": "gegeven",
    "toestemming_vertegenwoordiger": "gegeven",
    **dict.fromkeys(EISEN, True),
}
NIET_GEVRAAGD = dict.fromkeys(("toestemming", "toestemming_vertegenwoordiger"), "niet_gevraagd")
GEWEIGERD: dict[str, object] = {"toestemming": "geweigerd"}
OUD, NIEUW = dt.date(2025, 12, 31), dt.date(2026, 1, 1)
NOOIT_EEN_KANTELPUNT = {"datum", "leeftijd", "van", "naar"}
IEDER = st.one_of(situaties(), rond_casussen())


def licht(situatie: Situatie) -> Uitkomst:
    assert situatie.doel is None or isinstance(situatie.doel, Doel)
    return weeg_doel(situatie, situatie.doel, volledig=False)


def met(situatie: Situatie, **anders: object) -> Situatie:
    ruw = situatie.model_dump(mode="json", exclude_none=True)
    return Situatie.model_validate({**ruw, **anders})


def met_gegevens(situatie: Situatie, gegevens: tuple[Gegeven, ...]) -> Situatie:
    return situatie.model_copy(update={"gegevens": gegevens})


def rang(oordeel: Oordeel) -> int:
    """0 is the most favourable verdict."""
    return VOORRANG.index(oordeel)


# --- volgorde en samenstelling ---------------------------------------------------------------


@settings(max_examples=60)
@given(IEDER, st.permutations(list(Doel)), st.permutations(list(Doel)))
def test_de_volgorde_van_doelen_doet_er_niet_toe(
    situatie: Situatie, een: list[Doel], ander: list[Doel]
) -> None:
    def per_doel(doelen: list[Doel]) -> dict[Doel | None, Uitkomst]:
        samen = situatie.model_copy(update={"doel": tuple(doelen)})
        return {doel: weeg_doel(samen, doel, volledig=False) for doel in samen.doelen()}

    assert per_doel(een) == per_doel(ander)
    apart = situatie.model_copy(update={"doel": een[0]})
    assert per_doel(ander)[een[0]] == licht(apart)


@settings(max_examples=20)
@given(rond_casussen(), st.lists(st.sampled_from(Doel), min_size=2, max_size=3, unique=True))
def test_elk_doel_krijgt_zijn_eigen_uitkomst_in_de_gevraagde_volgorde(
    situatie: Situatie, doelen: list[Doel]
) -> None:
    uitkomsten = weeg(situatie.model_copy(update={"doel": tuple(doelen)}))

    assert [u.doel for u in uitkomsten] == doelen
    apart = [weeg(situatie.model_copy(update={"doel": doel}))[0] for doel in doelen]
    assert [u.oordeel for u in uitkomsten] == [u.oordeel for u in apart]


@settings(max_examples=100)
@given(IEDER, st.data())
def test_de_volgorde_van_gegevens_doet_er_niet_toe(situatie: Situatie, data: st.DataObject) -> None:
    gegevens = situatie.gegevens or ()
    andersom = met_gegevens(situatie, tuple(data.draw(st.permutations(gegevens))))
    hier, daar = licht(situatie), licht(andersom)

    assert hier.oordeel is daar.oordeel
    assert {g.naam: g.oordeel for g in hier.gegevens} == {g.naam: g.oordeel for g in daar.gegevens}


@settings(max_examples=100)
@given(IEDER)
def test_een_lijst_krijgt_het_beste_oordeel_van_haar_gegevens(situatie: Situatie) -> None:
    gegevens = situatie.gegevens or ()
    assume(gegevens)
    geheel = licht(situatie)
    apart = [licht(met_gegevens(situatie, (gegeven,))) for gegeven in gegevens]
    zelf = [uit.oordeel is Oordeel.MAG and not uit.gegevens[0].delen for uit in apart]

    # What the young person tells decides only where nothing else is left.
    tellend = [uit.oordeel for uit, vertelt in zip(apart, zelf, strict=True) if not vertelt]
    over = [oordeel for oordeel in tellend if oordeel is not Oordeel.MAG_NIET or not any(zelf)]
    assert geheel.oordeel is min(over, key=rang, default=Oordeel.MAG)
    assert [g.oordeel for g in geheel.gegevens] == [uit.oordeel for uit in apart]
    assert [g.delen for g in geheel.gegevens] == [uit.gegevens[0].delen for uit in apart]


@settings(max_examples=100)
@given(IEDER, st.frozensets(st.sampled_from(Soort), min_size=1))
def test_een_gegeven_dat_niet_nodig_is_verandert_niets(
    situatie: Situatie, soort: frozenset[Soort]
) -> None:
    extra = Gegeven(naam="te veel", soort=soort, nodig=False)
    met_extra = licht(met_gegevens(situatie, (*(situatie.gegevens or ()), extra)))
    zonder = licht(situatie)

    assert met_extra.oordeel is zonder.oordeel
    assert met_extra.grondslag is zonder.grondslag
    assert met_extra.gegevens[-1].delen is False


@given(IEDER)
def test_wie_niets_kiest_deelt_niets(situatie: Situatie) -> None:
    uitkomst = licht(met_gegevens(situatie, ()))

    assert uitkomst.oordeel is Oordeel.MAG_NIET
    assert uitkomst.grondslag is None


# --- verantwoording --------------------------------------------------------------------------


@settings(max_examples=300)
@given(IEDER)
def test_elk_mag_heeft_een_grond_een_bron_en_iets_nodigs(situatie: Situatie) -> None:
    uitkomst = licht(situatie)

    assert uitkomst.regels
    assert uitkomst.bronnen
    assert uitkomst.acties
    if uitkomst.oordeel is not Oordeel.MAG:
        assert not any(g.delen for g in uitkomst.gegevens)
        return
    assert (uitkomst.grondslag is None) == (uitkomst.regels[0] == "B-AANWEZIG")
    gedeeld = [
        gegeven
        for gegeven, uit in zip(situatie.gegevens or (), uitkomst.gegevens, strict=True)
        if uit.delen
    ]
    # What the young person tells alone is shared by nobody, and may be told.
    assert gedeeld or uitkomst.regels[0] == "B-AANWEZIG"
    assert all(gegeven.nodig for gegeven in gedeeld)
    for gegeven in gedeeld:
        if Soort.STRAFRECHTELIJK in (gegeven.soort or ()):
            # Danger, or a report of violence: both go through what protects these data.
            assert uitkomst.regels[0] in {"B-VITAAL", "B-MELDRECHT"}
    if situatie.toestemming == "geweigerd":
        assert uitkomst.grondslag not in {Grondslag.TOESTEMMING, None}


SPANNINGEN = {
    regel.id: regel
    for regel in ALLE_REGELS
    if regel.id.startswith("SPANNING-") or regel.id == "B-WERKGEVER-ZORG"
}


def toont_beide_bronnen(situatie: Situatie) -> set[str]:
    """Hold every tension in the outcome to its sources; return which there were."""
    uitkomst = licht(situatie)
    gezien = SPANNINGEN.keys() & set(uitkomst.regels)
    for id_ in gezien:
        regel = SPANNINGEN[id_]
        van_toen = [
            str(bronnen()[bron])
            for bron in regel.bronnen
            if bronnen()[bron].geldt_op(situatie.datum)
        ]
        assert len(van_toen) >= 2
        for sleutel in regel.let_op:
            # Said to who asks, and for which items.
            stemmen = elke_stem(huidige(), f"let_op.{sleutel}")
            (zin,) = [z for z in uitkomst.let_op if any(stem[1:] in z for stem in stemmen)]
            assert all(bron in zin for bron in van_toen)
    return gezien


@settings(max_examples=150)
@given(rond_casussen())
def test_een_spanning_toont_beide_bronnen(situatie: Situatie) -> None:
    toont_beide_bronnen(situatie)


def test_de_casussen_laten_elke_spanning_zien() -> None:
    gezien: set[str] = set()
    for casus in casussen():
        for situatie in casus.situaties:
            gezien |= toont_beide_bronnen(situatie.situatie())

    assert gezien >= SPANNINGEN.keys() - {"SPANNING-6"}


# --- toestemming -----------------------------------------------------------------------------


@settings(max_examples=100)
@given(IEDER, st.sets(st.sampled_from(EISEN), min_size=1))
def test_toestemming_die_een_eis_mist_is_geen_toestemming(
    situatie: Situatie, gemist: set[str]
) -> None:
    gemankeerd = licht(met(situatie, **{**GELDIG, **dict.fromkeys(gemist, False)}))
    nergens = licht(met(situatie, **{**GELDIG, **dict.fromkeys(EISEN, False)}))
    # Who is there and was not asked may tell it; who said a yes that does not count may not.
    niet_gevraagd = licht(met(situatie, **NIET_GEVRAAGD, jongere_aanwezig=False))

    assert gemankeerd.regels == nergens.regels
    assert gemankeerd.oordeel is nergens.oordeel
    assert gemankeerd.grondslag is nergens.grondslag
    assert gemankeerd.oordeel is niet_gevraagd.oordeel
    assert gemankeerd.grondslag is niet_gevraagd.grondslag
    assert gemankeerd.oordeel is not Oordeel.MAG or gemankeerd.grondslag != Grondslag.TOESTEMMING


@settings(max_examples=200)
@given(IEDER)
def test_geldige_toestemming_is_nooit_slechter_dan_een_weigering(situatie: Situatie) -> None:
    gegeven = licht(met(situatie, **GELDIG)).oordeel
    gevraagd = licht(met(situatie, toestemming="niet_gevraagd")).oordeel
    geweigerd = licht(met(situatie, **GEWEIGERD)).oordeel

    assert rang(gegeven) <= rang(gevraagd) <= rang(geweigerd)


@settings(max_examples=100)
@given(IEDER, st.sampled_from(tuple(Alternatief)))
def test_een_milder_middel_verzacht_geen_weigering(
    situatie: Situatie, alternatief: Alternatief
) -> None:
    geweigerd = met(situatie, **GEWEIGERD, alternatief="geen", levensgevaar=False)
    zonder = licht(geweigerd)
    daarmee = licht(met(situatie, **GEWEIGERD, alternatief=alternatief, levensgevaar=False))

    # 'Geen grond': kinds of data that a ground does not carry are step 5, after the alternative.
    stand = Stand.van(
        met(situatie, **GEWEIGERD, alternatief="geen", levensgevaar=False), zonder.doel
    )
    gronden = {AFGELEID["is_er_een_grond"].waarheid(g.feiten) for g in motor.per_gegeven(stand)}
    if zonder.oordeel is Oordeel.MAG_NIET and gronden == {False}:
        assert daarmee.oordeel is Oordeel.MAG_NIET


# --- volledige feiten en onbekende feiten ------------------------------------------------------


@settings(max_examples=60)
@given(IEDER)
def test_wie_alles_weet_krijgt_onder_beide_wetten_een_oordeel(situatie: Situatie) -> None:
    [uitkomst] = weeg(situatie)
    assert uitkomst.oordeel is not Oordeel.ONVOLLEDIG
    assert uitkomst.ontbrekend == ()

    oud = situatie.datum is not None and situatie.datum < NIEUW
    daar = licht(met(situatie, datum=str(NIEUW if oud else OUD))).oordeel
    assert daar is not Oordeel.ONVOLLEDIG
    if daar is uitkomst.oordeel:
        assert uitkomst.andere_regeling is None
    else:
        assert uitkomst.andere_regeling is not None
        assert uitkomst.andere_regeling.oordeel is daar
        assert uitkomst.andere_regeling.regime == ("nieuw" if oud else "oud")

    for punt in uitkomst.kantelpunten:
        assert punt.feiten
        assert not punt.feiten.keys() & NOOIT_EEN_KANTELPUNT
        assert punt.oordeel not in {uitkomst.oordeel, Oordeel.ONVOLLEDIG}


@settings(max_examples=100)
@given(situaties(compleet=False))
def test_er_ontbreekt_alleen_iets_als_het_oordeel_openstaat(situatie: Situatie) -> None:
    uitkomst = licht(situatie)

    assert bool(uitkomst.ontbrekend) == (uitkomst.oordeel is Oordeel.ONVOLLEDIG)
    assert len(set(uitkomst.ontbrekend)) == len(uitkomst.ontbrekend)
    if uitkomst.oordeel is Oordeel.ONVOLLEDIG:
        assert uitkomst.grondslag is None
        assert uitkomst.kantelpunten == ()


# --- rond de grenzen van leeftijd en termijn ---------------------------------------------------

# What a casus leaves out, so that every verdict is definite.
AANVULLING: dict[str, Any] = {
    "startkwalificatie": False,
    "opleiding": "mbo3",
    "schoolstatus": "gestopt",
    "maanden_sinds_uitstroom": 3,
    "verzuim_ongeoorloofd": False,
    "verzuim_weken": 0,
    "verzuim_kortere_termijn": False,
    "alb_aangeboden": True,
    "alb_gebruik": False,
    "overgangsdocument_akkoord": False,
    "in_overgangsdocument": False,
    "regionale_taak": False,
    "mandaat": False,
    "begeleiding_akkoord": True,
    "gevraagd_door_leerplicht": False,
    "vermoeden_geweld": False,
    **dict.fromkeys(EISEN, True),
}


def werelden() -> Iterator[Stand]:
    """Every casus under both laws, with every answer on consent, and without danger."""
    for casus in casussen():
        for situatie in casus.situaties:
            s = situatie.situatie()
            assert isinstance(s.doel, Doel)
            stand = Stand.van(s, s.doel)
            aangevuld = {**AANVULLING, **stand.feiten, "levensgevaar": False}
            if aangevuld["schoolstatus"] == "ingeschreven":
                del aangevuld["maanden_sinds_uitstroom"]
            for dag, toestemming in itertools.product((OUD, NIEUW), (GELDIG, GEWEIGERD, {})):
                yield Stand({**aangevuld, "datum": dag, **toestemming}, stand.gegevens)


def overgangen(naam: str, onder: int, boven: int) -> list[tuple[dict[str, Any], Oordeel, Oordeel]]:
    """Where the verdict differs on both sides of a boundary: the facts and both verdicts."""
    uit = []
    for stand in werelden():
        if naam not in stand.feiten:
            continue
        hier, daar = stand.met(naam, onder), stand.met(naam, boven)
        if motor.botsingen(hier) or motor.botsingen(daar):
            continue
        ([onderaan], [bovenaan]) = motor.mogelijk(hier), motor.mogelijk(daar)
        if onderaan is not bovenaan:
            uit.append((dict(stand.feiten), onderaan, bovenaan))
    return uit


def nieuw(feiten: dict[str, Any]) -> bool:
    return bool(feiten["datum"] == NIEUW)


def geweigerd(feiten: dict[str, Any]) -> bool:
    return bool(feiten["toestemming"] == "geweigerd")


def dsp_en_gemeente(feiten: dict[str, Any]) -> bool:
    return {feiten["van"], feiten["naar"]} == {"doorstroompunt", "gemeente"}


def school_en_gemeente(feiten: dict[str, Any]) -> bool:
    scholen = {"vo", "pro", "vso", "mbo"}
    return (feiten["van"] in scholen and feiten["naar"] == "gemeente") or (
        feiten["van"] == "gemeente" and feiten["naar"] in scholen
    )


def test_onder_de_zestien_beslist_de_vertegenwoordiger() -> None:
    gevonden = overgangen("leeftijd", 15, 16)

    assert gevonden
    for feiten, op_15, op_16 in gevonden:
        if feiten["naar"] == "leerplicht" and feiten["startkwalificatie"]:
            # Leerplichtig, with or without it.
            assert rang(op_16) > rang(op_15)
        elif feiten["naar"] == "ouders":
            # Who decide for who is younger, hear what the pupil does not want told as well.
            assert op_15 is Oordeel.MAG
            assert rang(op_16) > rang(op_15)
        else:
            assert feiten["toestemming"] != feiten["toestemming_vertegenwoordiger"]


def test_vanaf_zeventien_mag_leerplicht_het_doorstroompunt_inlichten() -> None:
    gevonden = overgangen("leeftijd", 16, 17)

    assert gevonden
    for feiten, op_16, op_17 in gevonden:
        assert nieuw(feiten)
        assert (feiten["van"], feiten["naar"]) == ("leerplicht", "doorstroompunt")
        assert feiten["startkwalificatie"] is False
        assert rang(op_17) < rang(op_16)


def test_op_achttien_eindigt_de_leerplicht_en_begint_de_taak_van_het_doorstroompunt() -> None:
    gevonden = overgangen("leeftijd", 17, 18)
    tot_18 = {"leerplicht", "duo", "ouders"}

    assert {feiten["naar"] for feiten, _, _ in gevonden} > tot_18
    for feiten, op_17, op_18 in gevonden:
        if feiten["naar"] in tot_18:
            # Of what leerplicht asks the cause was for the privacy officer already, and to parents
            # what the pupil does not want told.
            assert op_17 in {Oordeel.MAG, Oordeel.OVERLEG, Oordeel.ANDERS}
            assert op_17 is not Oordeel.OVERLEG or feiten["naar"] != "duo"
            assert op_18 is not Oordeel.MAG
        else:
            assert rang(op_18) < rang(op_17)
            assert feiten["startkwalificatie"] is False
            assert nieuw(feiten) or feiten["doel"] == "melden_verzuim"


def test_op_drieentwintig_eindigt_de_oude_meldplicht_en_die_van_het_vso() -> None:
    gevonden = overgangen("leeftijd", 22, 23)

    assert {nieuw(feiten) for feiten, _, _ in gevonden} == {True, False}
    for feiten, op_22, op_23 in gevonden:
        assert rang(op_23) > rang(op_22)
        if nieuw(feiten):
            assert (feiten["van"], feiten["doel"]) == ("vso", "melden_verzuim")
        elif dsp_en_gemeente(feiten):
            # Outside the target group consent is all there is, and no agreement goes round it.
            assert feiten["overeenkomst_nodig"] is True
        else:
            assert feiten["doel"] == "melden_verzuim"


def test_op_zevenentwintig_eindigt_de_taak_van_de_nieuwe_wet() -> None:
    gevonden = overgangen("leeftijd", 26, 27)

    assert gevonden
    for feiten, op_26, op_27 in gevonden:
        assert nieuw(feiten)
        assert feiten["startkwalificatie"] is False
        assert rang(op_27) > rang(op_26)


@pytest.mark.parametrize(
    ("onder", "boven", "opleidingen"),
    [
        (12, 13, {"entree", "mbo2_bol", "mbo2_bbl", "mbo3", "mbo4"}),
        (24, 25, {"pro", "vso_arbeid"}),
    ],
)
def test_na_de_termijn_eindigt_de_overdracht(onder: int, boven: int, opleidingen: set[str]) -> None:
    gevonden = overgangen("maanden_sinds_uitstroom", onder, boven)

    assert gevonden
    for feiten, binnen, erna in gevonden:
        assert nieuw(feiten)
        assert feiten["alb_gebruik"] is True
        assert feiten["opleiding"] in opleidingen
        if feiten["schoolstatus"] == "gestopt" and feiten["opleiding"] not in ("pro", "vso_arbeid"):
            # Who can no longer be guided by the school comes into reach of the Doorstroompunt.
            assert rang(erna) < rang(binnen)
        elif school_en_gemeente(feiten):
            # Agreed and refused was not to be weighed; past the term it is a plain refusal.
            assert binnen is (Oordeel.OVERLEG if geweigerd(feiten) else Oordeel.MAG)
            assert rang(erna) > rang(binnen)


@pytest.mark.parametrize(
    ("naam", "onder", "boven"),
    [
        *(("leeftijd", n, n + 1) for n in (13, 14, 18, 20, 23, 24, 25, 27, 30)),
        *(("maanden_sinds_uitstroom", n, n + 1) for n in (0, 5, 10, 11, 13, 22, 23, 25, 40)),
    ],
)
def test_buiten_de_grenzen_verandert_er_niets(naam: str, onder: int, boven: int) -> None:
    assert overgangen(naam, onder, boven) == []


@pytest.mark.parametrize(
    "anders",
    [
        lambda f: {**f, "gebruiker": "ontvanger"},
        lambda f: {**f, "toestemming_schriftelijk": False},
        lambda f: {**f, "toestemming_aantoonbaar": False},
    ],
    ids=["gebruiker", "schriftelijk", "aantoonbaar"],
)
def test_wat_nooit_beslist_beslist_nooit(
    anders: Callable[[dict[str, Any]], dict[str, Any]],
) -> None:
    for stand in werelden():
        ander = Stand(anders(dict(stand.feiten)), stand.gegevens)
        assert motor.mogelijk(ander) == motor.mogelijk(stand)
