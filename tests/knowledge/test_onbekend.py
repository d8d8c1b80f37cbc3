"""What is missing: sound always, exact with six or fewer facts unknown."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge import motor
from knowledge.beslissing import Oordeel
from knowledge.casussen import casussen
from knowledge.feiten import FEITEN, Doel, Organisatie, Situatie, Toestemming
from knowledge.motor import Stand, botsingen
from knowledge.onbekend import ontbrekend
from knowledge.waarden import klassen
from knowledge.weging import oordeel_van, weeg
from tests.situaties import situaties

CASUSSEN = [s for casus in casussen() for s in casus.situaties]
_SITUATIEFEITEN = [n for n, f in FEITEN.items() if not f.van_gegeven]


def stand_van(situatie: Situatie) -> Stand:
    doel = situatie.doel
    assert doel is None or isinstance(doel, Doel)
    return Stand.van(situatie, doel)


def zonder(stand: Stand, weg: set[str]) -> Stand:
    return Stand({n: w for n, w in stand.feiten.items() if n not in weg}, stand.gegevens)


def werelden(stand: Stand, onbekend: list[str]) -> list[tuple[dict[str, Any], Oordeel]]:
    """Every way the unknown facts could turn out, with its verdict; impossible ones left out."""
    uit = []
    for waarden in itertools.product(*(klassen(naam) for naam in onbekend)):
        feiten = dict(zip(onbekend, waarden, strict=True))
        wereld = Stand({**stand.feiten, **feiten}, stand.gegevens)
        if not botsingen(wereld.feiten):
            [oordeel] = motor.mogelijk(wereld)
            uit.append((feiten, oordeel))
    return uit


def beslissend(stand: Stand, onbekend: list[str]) -> set[str]:
    """The facts that matter, by brute force: two worlds that differ in just that fact."""
    alle = werelden(stand, onbekend)
    uit = set()
    for naam in onbekend:
        per_rest: dict[tuple[Any, ...], set[Oordeel]] = {}
        for feiten, oordeel in alle:
            rest = tuple(str(w) for n, w in feiten.items() if n != naam)
            per_rest.setdefault(rest, set()).add(oordeel)
        if any(len(oordelen) > 1 for oordelen in per_rest.values()):
            uit.add(naam)
    return uit


@settings(max_examples=60)
@given(situaties(), st.data())
def test_precies_wat_ertoe_doet_bij_hooguit_vijf_onbekende_feiten(
    situatie: Situatie, data: st.DataObject
) -> None:
    stand = stand_van(situatie)
    weg = data.draw(st.sets(st.sampled_from(_SITUATIEFEITEN), min_size=1, max_size=5))
    # Brute force over every pair of organisations and purposes would take minutes.
    assume(len(weg & {"van", "naar", "doel", "opleiding"}) <= 1)
    deels = zonder(stand, weg)
    onbekend = sorted(weg & set(stand.feiten))

    assert set(ontbrekend(deels)) == beslissend(deels, onbekend)


@settings(max_examples=150)
@given(situaties(compleet=False), situaties())
def test_wat_niet_ontbreekt_kan_het_oordeel_niet_veranderen(
    deels: Situatie, geheel: Situatie
) -> None:
    stand, vol = stand_van(deels), stand_van(geheel)
    mist = set(ontbrekend(stand))
    oordeel = oordeel_van(stand)
    # Fill in from the other situation only what is said not to matter.
    nieuw = {n: w for n, w in vol.feiten.items() if n not in stand.feiten and n not in mist}
    if stand.feiten.get("schoolstatus") == "ingeschreven":
        nieuw.pop("maanden_sinds_uitstroom", None)
    aangevulde = Stand({**stand.feiten, **nieuw}, stand.gegevens)
    assume(not botsingen(aangevulde.feiten))

    assert oordeel_van(aangevulde) in (
        {oordeel} if oordeel is not Oordeel.ONVOLLEDIG else set(motor.mogelijk(stand)) | {oordeel}
    )
    if oordeel is not Oordeel.ONVOLLEDIG:
        assert mist == set()


@settings(max_examples=150)
@given(situaties())
def test_wie_alles_weet_krijgt_altijd_een_oordeel(situatie: Situatie) -> None:
    stand = stand_van(situatie)

    for dag in (dt.date(2025, 6, 1), dt.date(2026, 6, 1)):
        assert len(motor.mogelijk(stand.met("datum", dag))) == 1


@settings(max_examples=200)
@given(situaties(), st.data())
def test_een_feit_leren_verandert_een_vast_oordeel_niet(
    situatie: Situatie, data: st.DataObject
) -> None:
    stand = stand_van(situatie)
    weg = data.draw(st.sets(st.sampled_from(_SITUATIEFEITEN), min_size=1, max_size=8))
    deels = zonder(stand, weg)
    mogelijk = motor.mogelijk(deels)

    if len(mogelijk) == 1:
        assert motor.mogelijk(stand) == mogelijk


def test_zonder_gevaar_en_met_een_weigering_doet_de_leeftijd_er_niet_toe() -> None:
    (uitkomst,) = weeg(
        Situatie(
            van=Organisatie.MBO,
            naar=Organisatie.WERKGEVER,
            toestemming=Toestemming.GEWEIGERD,
            levensgevaar=False,
        )
    )

    assert "leeftijd" not in uitkomst.ontbrekend


@pytest.mark.parametrize("casus", CASUSSEN, ids=lambda c: c.id)
def test_zonder_datum_staat_de_datum_voorop_waar_de_wet_verschil_maakt(casus: Any) -> None:
    stand = zonder(stand_van(casus.situatie()), {"datum"})
    oordelen = {
        oordeel_van(stand.met("datum", dag)) for dag in (dt.date(2025, 6, 1), dt.date(2026, 6, 1))
    }

    mist = ontbrekend(stand)

    if len(oordelen - {Oordeel.ONVOLLEDIG}) > 1:
        assert mist[0] == "datum"
