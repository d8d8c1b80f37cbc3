"""Meer ontvangers: elk krijgt wat hij alleen ook krijgt, en samen volgt daaruit."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge import motor
from knowledge.beslissing import Oordeel
from knowledge.bevinding import Bevinding
from knowledge.casussen import CasusOverleg, casussen
from knowledge.casussen.keuring import overleggen_anders
from knowledge.feiten import FEITEN, Organisatie, Situatie
from knowledge.fouten import InvoerOnjuist
from knowledge.invoer import antwoord, lees
from knowledge.ontvangers import Overleg, PerOntvanger
from knowledge.samen import Eerst, samen
from knowledge.teksten import teksten
from knowledge.weging import weeg, weeg_overleg
from tests.situaties import rond_casussen, situaties

OVERLEGGEN = [geval for casus in casussen() for geval in casus.overleggen]
_FEITEN = tuple(naam for naam in PerOntvanger.model_fields if naam != "nodig")
MDO: dict[str, Any] = {
    "datum": "2026-03-02",
    "van": "mbo",
    "doel": "hulp_of_zorg",
    "leeftijd": 17,
    "toestemming": "niet_gevraagd",
    "gegevens": [
        {"naam": "strafblad", "soort": "strafrechtelijk", "nodig": True},
        {"naam": "uren", "soort": "gewoon", "nodig": True},
    ],
}


def _waarde(naam: str) -> st.SearchStrategy[Any]:
    return st.sampled_from(FEITEN[naam].waarden or (True, False))


@st.composite
def overleggen(draw: st.DrawFn) -> Overleg:
    """Draw two to four receivers, of whom some differ in up to three facts."""
    situatie = draw(st.one_of(situaties(compleet=False), rond_casussen()))
    anderen = [o for o in Organisatie if o is not situatie.van]
    naar = draw(st.lists(st.sampled_from(anderen), min_size=2, max_size=4, unique=True))
    per_ontvanger: dict[str, Any] = {}
    for ontvanger in naar:
        namen = draw(st.lists(st.sampled_from(_FEITEN), max_size=3, unique=True))
        eigen: dict[str, Any] = {naam: draw(_waarde(naam)) for naam in namen}
        if situatie.gegevens and draw(st.booleans()):
            eigen["nodig"] = {situatie.gegevens[0].naam: draw(st.booleans())}
        per_ontvanger[ontvanger.value] = eigen
    feiten = situatie.model_dump(mode="json", exclude_none=True)
    return Overleg.lees({**feiten, "naar": naar, "per_ontvanger": per_ontvanger})


def vraag(**anders: Any) -> Any:
    [gelezen], _ = lees(json.dumps({**MDO, **anders}))
    return gelezen


# --- niemand hoort meer doordat er een ander bij is ------------------------------------------


@settings(max_examples=60, deadline=None)
@given(overleggen())
def test_wie_erbij_zit_verandert_niets_voor_een_ander(overleg: Overleg) -> None:
    samen_ = weeg_overleg(overleg, volledig=False)

    for ontvanger in overleg.ontvangers:
        alleen = weeg_overleg(overleg.alleen((ontvanger,)), volledig=False)
        assert alleen == {ontvanger: samen_[ontvanger]}


@settings(max_examples=40, deadline=None)
@given(overleggen(), st.data())
def test_de_volgorde_van_ontvangers_doet_er_niet_toe(overleg: Overleg, data: st.DataObject) -> None:
    volgorde = tuple(data.draw(st.permutations(overleg.ontvangers)))
    hier = weeg_overleg(overleg, volledig=False)
    daar = weeg_overleg(overleg.alleen(volgorde), volledig=False)

    assert hier == daar
    assert tuple(daar) == volgorde
    for een, ander in zip(samen(hier).gegevens, samen(daar).gegevens, strict=True):
        assert een.cellen == ander.cellen


@settings(max_examples=25, deadline=None)
@given(rond_casussen())
def test_een_ontvanger_in_een_lijst_krijgt_wat_hij_alleen_krijgt(situatie: Situatie) -> None:
    assume(situatie.van is not situatie.naar)
    feiten = situatie.model_dump(mode="json", exclude_none=True)
    [alleen] = antwoord(situatie)["uitkomsten"]
    lijst = antwoord(Overleg.lees({**feiten, "naar": [feiten["naar"]]}))

    assert lijst["uitkomsten"] == [{**alleen, "naar": feiten["naar"]}]


@settings(max_examples=60, deadline=None)
@given(overleggen())
def test_samen_volgt_uit_de_uitkomsten(overleg: Overleg) -> None:
    uitkomsten = weeg_overleg(overleg, volledig=False)
    samen_ = samen(uitkomsten)

    for plaats, gegeven in enumerate(samen_.gegevens):
        hoort = [
            ontvanger
            for ontvanger, eigen in uitkomsten.items()
            if any(uitkomst.gegevens[plaats].delen for uitkomst in eigen)
        ]
        assert list(gegeven.mag_horen) == hoort
        assert {*gegeven.mag_horen, *gegeven.mag_niet_horen} == set(overleg.ontvangers)
        for ontvanger in gegeven.mag_niet_horen:
            oordelen = {uit.gegevens[plaats].oordeel for uit in uitkomsten[ontvanger]}
            assert (ontvanger in gegeven.nooit) is (oordelen == {Oordeel.MAG_NIET})
    # At the table lies only what every one who is there may hear.
    assert [g.naam for g in samen_.nu] == [
        g.naam for g in samen_.gegevens if set(g.mag_horen) == set(overleg.ontvangers)
    ]
    groepen = (*samen_.nu, *samen_.straks, *samen_.nooit)
    assert sorted(g.naam for g in groepen) == sorted(g.naam for g in samen_.gegevens)


@settings(max_examples=15, deadline=None)
@given(overleggen())
def test_een_kantelpunt_laat_die_ontvanger_echt_meer_horen(overleg: Overleg) -> None:
    for punt in antwoord(overleg)["samen"]["kantelpunten"]:
        eigen = overleg.voor(Organisatie(punt["naar"]))
        feiten = eigen.model_dump(mode="json", exclude_none=True)
        for doel in punt["doelen"]:
            anders = Situatie.model_validate({**feiten, **punt["feiten"], "doel": doel})
            assume(not motor.botsingen(motor.Stand.van(anders, anders.doelen()[0])))
            [uitkomst] = weeg(anders)
            hoort = {g.naam for g in uitkomst.gegevens if g.delen}
            assert punt["gegevens"]
            assert set(punt["gegevens"]) <= hoort


# --- de casussen -----------------------------------------------------------------------------


@pytest.mark.parametrize("geval", OVERLEGGEN, ids=lambda geval: geval.id)
def test_een_overleg_komt_uit_zoals_verwacht(geval: CasusOverleg) -> None:
    [casus] = [casus for casus in casussen() if geval in casus.overleggen]
    alleen_dit = casus.model_copy(update={"overleggen": (geval,)})

    assert list(overleggen_anders([alleen_dit])) == []
    for eigen in weeg_overleg(geval.overleg(), volledig=False).values():
        assert all(uitkomst.ontbrekend == () for uitkomst in eigen)


@pytest.mark.parametrize(
    ("anders", "soort"),
    [
        ({"feiten": {"toestemming": "geweigerd"}}, "overleg_oordeel"),
        ({"gesprek": {"nooit": ["stageverslag"]}}, "overleg_gesprek"),
        ({"regime": "oud"}, "overleg_regime"),
        ({"feiten": {"naar": ["gemeente"]}}, "overleg_ontvangers"),
    ],
)
def test_de_keuring_ziet_een_overleg_dat_anders_uitkomt(anders: dict[str, Any], soort: str) -> None:
    [casus] = [casus for casus in casussen() if casus.id == "casus-samen-uwv"]
    ruw = casus.overleggen[0].model_dump(mode="json")
    feiten = {**ruw["feiten"], **anders.get("feiten", {})}
    kapot = CasusOverleg.model_validate({**ruw, **anders, "feiten": feiten})

    gevonden = overleggen_anders([casus.model_copy(update={"overleggen": (kapot,)})])
    assert soort in {bevinding.soort for bevinding in gevonden}
    assert str(Bevinding(soort, kapot.id))


def test_elk_overleg_heeft_een_eigen_naam() -> None:
    namen = [geval.id for geval in OVERLEGGEN]
    namen += [geval.id for casus in casussen() for geval in casus.situaties]
    assert len(set(namen)) == len(namen)


# --- wat eruit komt --------------------------------------------------------------------------


def test_uitkomsten_staan_per_doel_in_de_gevraagde_volgorde() -> None:
    uit = antwoord(vraag(naar=["wijkteam", "jeugdzorg"], doel=["voorkomen_vsv", "hulp_of_zorg"]))

    assert [(u["doel"], u["naar"]) for u in uit["uitkomsten"]] == [
        ("voorkomen_vsv", "wijkteam"),
        ("voorkomen_vsv", "jeugdzorg"),
        ("hulp_of_zorg", "wijkteam"),
        ("hulp_of_zorg", "jeugdzorg"),
    ]


def test_wat_per_ontvanger_verschilt_geldt_alleen_voor_die_ontvanger() -> None:
    overleg = vraag(
        naar=["wijkteam", "jeugdzorg"],
        per_ontvanger={"wijkteam": {"toestemming": "geweigerd", "nodig": {"uren": False}}},
    )

    assert overleg.voor(Organisatie.WIJKTEAM).toestemming == "geweigerd"
    assert [g.nodig for g in overleg.voor(Organisatie.WIJKTEAM).gegevens] == [True, False]
    assert overleg.voor(Organisatie.JEUGDZORG).toestemming == "niet_gevraagd"
    assert [g.nodig for g in overleg.voor(Organisatie.JEUGDZORG).gegevens] == [True, True]


def test_wat_eerst_moet_hangt_af_van_het_gegeven_en_van_wie_beslist() -> None:
    gegevens: list[dict[str, Any]] = [
        {"naam": "uren", "soort": "gewoon", "nodig": True},
        {"naam": "diagnose", "soort": "gezondheid", "nodig": True},
        {"naam": "strafblad", "soort": "strafrechtelijk", "nodig": True},
        {"naam": "hobby", "soort": "gewoon", "nodig": False},
        {"naam": "sfeer", "soort": "gewoon"},
    ]

    def eerst(**anders: Any) -> dict[str, list[Eerst]]:
        overleg = vraag(naar=["wijkteam"], gegevens=gegevens, **anders)
        samen_ = samen(weeg_overleg(overleg, volledig=False))
        return {
            g.naam: [nodig.wat for nodig in g.cellen[Organisatie.WIJKTEAM].nodig]
            for g in samen_.gegevens
        }

    bekend = {
        "levensgevaar": False,
        "overeenkomst_nodig": False,
        "jongere_aanwezig": False,
        "alternatief": "geen",
        "doel_verenigbaar": True,
        "startkwalificatie": False,
    }
    assert eerst(**bekend) == {
        "uren": [Eerst.TOESTEMMING],
        "diagnose": [Eerst.UITDRUKKELIJK],
        "strafblad": [Eerst.OVERLEG],
        "hobby": [],
        "sfeer": [Eerst.UITZOEKEN],
    }
    jong = eerst(**bekend, leeftijd=15)
    assert jong["uren"] == [Eerst.VERTEGENWOORDIGER]
    assert jong["diagnose"] == [Eerst.UITDRUKKELIJK_VERTEGENWOORDIGER]
    milder = eerst(**{**bekend, "alternatief": "anoniem"})
    assert milder["uren"] == [Eerst.MILDER]


def test_zonder_gegevens_zegt_de_conclusie_het_van_elke_ontvanger() -> None:
    leeg: tuple[list[Any] | None, ...] = ([], None)
    for gegevens in leeg:
        uit = antwoord(vraag(naar=["wijkteam", "ouders"], gegevens=gegevens))["samen"]
        assert uit["gegevens"] == []
        assert "wijkteam" in uit["conclusie"]
        assert "ouders" in uit["conclusie"]


def test_voor_alles_wat_eerst_moet_en_elk_oordeel_is_er_een_zin() -> None:
    assert {f"eerst.{eerst}" for eerst in Eerst} <= teksten().keys()
    assert {f"samen.zonder_{oordeel}" for oordeel in Oordeel} <= teksten().keys()


def test_wat_de_jongere_zelf_vertelt_staat_er_apart_bij() -> None:
    [geval] = [geval for geval in OVERLEGGEN if geval.id == "stageverslag-uwv-aanwezig"]
    cellen = samen(weeg_overleg(geval.overleg(), volledig=False)).gegevens[0].cellen

    assert {o.value: cel.zelf for o, cel in cellen.items()} == {"gemeente": False, "uwv": True}


def test_wat_voor_een_doel_mag_noemt_dat_doel() -> None:
    [geval] = [geval for geval in OVERLEGGEN if geval.id == "verzuim-samen"]
    uren, *_ = antwoord(geval.overleg())["samen"]["gegevens"]

    assert uren["mag_horen"] == ["leerplicht"]
    assert uren["alleen_voor"] == {"leerplicht": ["melden_verzuim"]}
    assert set(uren["eerst"]) == {"jeugdzorg", "wijkteam"}


def test_een_ontvanger_met_naam_blijft_wat_het_was() -> None:
    gewoon = vraag(naar="wijkteam")
    assert isinstance(gewoon, Situatie)
    assert isinstance(vraag(naar="wijkteam", per_ontvanger=None), Situatie)
    uit = antwoord(gewoon)
    assert set(uit) == {"id", "regime", "uitkomsten"}
    assert "naar" not in uit["uitkomsten"][0]


# --- wat er niet in kan ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"naar": []}, "naar"),
        ({"naar": ["bakker"]}, "naar[0]"),
        ({"naar": ["uwv", 3]}, "naar[1]"),
        ({"naar": ["uwv", None]}, "naar[1]"),
        ({"naar": ["uwv", "gemeente", "uwv"]}, "naar[2]"),
        ({"naar": ["uwv", "mbo"]}, "naar[1]"),
        ({"naar": {"uwv": True}}, "naar"),
        ({"per_ontvanger": {"uwv": {}}}, "naar"),
        ({"naar": ["uwv"], "per_ontvanger": []}, "per_ontvanger"),
        ({"naar": "uwv", "per_ontvanger": "uwv"}, "per_ontvanger"),
        ({"naar": ["uwv"], "per_ontvanger": {"uwv": 1}}, "per_ontvanger.uwv"),
        ({"naar": ["uwv"], "per_ontvanger": {"bakker": {}}}, "per_ontvanger.bakker"),
        ({"naar": ["uwv"], "per_ontvanger": {"gemeente": {}}}, "per_ontvanger.gemeente"),
        ({"naar": ["uwv"], "per_ontvanger": {"gemeente": None}}, "per_ontvanger.gemeente"),
        ({"naar": ["uwv"], "per_ontvanger": {"uwv": {"leeftijd": 3}}}, "uwv.leeftijd"),
        ({"naar": ["uwv"], "per_ontvanger": {"uwv": {"straat": 3}}}, "uwv.straat"),
        ({"naar": ["uwv"], "per_ontvanger": {"uwv": {"toestemming": "ja"}}}, "uwv.toestemming"),
        ({"naar": ["uwv"], "per_ontvanger": {"uwv": {"mandaat": 1}}}, "uwv.mandaat"),
        ({"naar": ["uwv"], "per_ontvanger": {"uwv": {"nodig": True}}}, "uwv.nodig"),
        ({"naar": ["uwv"], "per_ontvanger": {"uwv": {"nodig": {"bsn": True}}}}, "uwv.nodig.bsn"),
        (
            {"naar": ["uwv"], "per_ontvanger": {"uwv": {"nodig": {"strafblad": 1}}}},
            "uwv.nodig.strafblad",
        ),
        (
            {"naar": ["uwv"], "per_ontvanger": {"uwv": {"nodig": {"uren": True}}}, "gegevens": []},
            "uwv.nodig.uren",
        ),
    ],
)
def test_onbruikbare_ontvangers_noemen_het_veld(anders: dict[str, Any], veld: str) -> None:
    for bron, waar in ((MDO | anders, ""), ([MDO | {"naar": "uwv"}, MDO | anders], "[1].")):
        with pytest.raises(InvoerOnjuist) as fout:
            lees(json.dumps(bron))
        melding = str(fout.value)
        assert melding.startswith(waar)
        assert veld in melding.partition(":")[0]
        assert len(melding.splitlines()) == 1
