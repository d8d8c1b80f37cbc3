"""What the rules cannot tell apart shares one answer, and it is the answer of each of them."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from knowledge import motor
from knowledge.beslissing import Oordeel
from knowledge.feiten import FEITEN
from knowledge.gedeeld import gedeeld, kern
from knowledge.kennis import huidige
from knowledge.motor import Stand
from tests.benchmarks.situaties import json_situatie

SOORTEN = FEITEN["soort"].waarden
FEITEN_VAN_DE_ROUTE = {"datum": dt.date(2026, 3, 2), "van": "mbo", "naar": "gemeente"}


def _stand(zaad: int) -> Stand:
    toeval = random.Random(zaad)
    feiten = json_situatie(toeval)
    gegevens = tuple(
        {
            "soort": frozenset(toeval.sample(SOORTEN, toeval.randint(1, 3))),
            **({} if toeval.random() < 0.3 else {"nodig": toeval.random() < 0.6}),
        }
        for _ in range(25)
    )
    over = {
        naam: waarde
        for naam, waarde in feiten.items()
        if naam not in ("datum", "doel", "gegevens") and toeval.random() < 0.7
    }
    vast = {"datum": dt.date(2026, 3, 2), "doel": toeval.choice(FEITEN["doel"].waarden)}
    return Stand({**over, **vast}, motor.gelijk_is_een(gegevens), huidige())


@pytest.mark.parametrize("zaad", range(60))
def test_de_kern_krijgt_hetzelfde_oordeel(zaad: int) -> None:
    stand = _stand(zaad)
    korter = kern(stand)
    assert len(korter.verschillend) <= len(stand.verschillend)
    assert motor.mogelijk(korter) == motor.mogelijk(stand)
    assert motor.open_feiten(korter) == motor.open_feiten(stand)
    assert [g.mogelijk() for g in korter.per_gegeven] == [g.mogelijk() for g in stand.per_gegeven]


@pytest.mark.parametrize("zaad", range(60))
def test_wat_een_oordeel_wordt_is_het_enige_mogelijke(zaad: int) -> None:
    stand = _stand(zaad)
    kan = motor.mogelijk(stand)
    for oordeel in set(Oordeel) - {Oordeel.ONVOLLEDIG}:
        assert motor.wordt(stand, oordeel) is (kan == {oordeel})


def test_doelen_die_gelijk_zijn_delen_een_antwoord() -> None:
    gevraagd: list[Stand] = []

    @gedeeld
    def mogelijk(stand: Stand) -> frozenset[Oordeel]:
        gevraagd.append(stand)
        return motor.mogelijk(stand)

    standen = [
        Stand({**FEITEN_VAN_DE_ROUTE, "doel": doel}, None, huidige())
        for doel in FEITEN["doel"].waarden
    ]
    assert [mogelijk(stand) for stand in standen] == [motor.mogelijk(stand) for stand in standen]
    assert 1 < len(gevraagd) < len(standen)


def test_een_andere_dag_of_een_ander_feit_is_een_ander_antwoord() -> None:
    gevraagd: list[Stand] = []

    @gedeeld
    def mogelijk(stand: Stand) -> int:
        gevraagd.append(stand)
        return len(gevraagd)

    stand = Stand({**FEITEN_VAN_DE_ROUTE, "doel": "voorkomen_vsv"}, None, huidige())
    anders = (stand, stand.met("levensgevaar", False), stand.met("datum", dt.date(2025, 3, 3)))
    assert [mogelijk(elk) for elk in (*anders, stand)] == [1, 2, 3, 1]
