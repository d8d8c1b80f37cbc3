"""The trace: the facts a rule rests on, in words."""

import datetime as dt

from knowledge.casussen import casussen
from knowledge.feit import feit
from knowledge.kennis import huidige
from knowledge.spoor import spoor
from knowledge.termijnen import termijn
from knowledge.weging import weeg

NIEUW = dt.date(2026, 3, 2)


def test_een_leeftijd_staat_er_met_de_grens_van_die_dag() -> None:
    jong = feit("leeftijd") < termijn("vsv_tot")

    (nieuw,) = spoor(jong, {"leeftijd": 24, "datum": NIEUW}, huidige())
    (oud,) = spoor(jong, {"leeftijd": 24, "datum": dt.date(2025, 3, 3)}, huidige())

    assert "24" in nieuw
    assert "27" in nieuw
    assert "23" in oud
    assert nieuw != oud


def test_van_een_of_staat_er_alleen_wat_opging() -> None:
    een = feit("mandaat").ja() | feit("regionale_taak").ja()

    assert len(spoor(een, {"mandaat": False, "regionale_taak": True}, huidige())) == 1
    assert len(spoor(een, {"mandaat": False, "regionale_taak": False}, huidige())) == 2


def test_van_een_en_dat_niet_opgaat_staat_er_wat_ontbrak() -> None:
    alle = feit("mandaat").ja() & feit("regionale_taak").ja()

    assert len(spoor(alle, {"mandaat": False, "regionale_taak": True}, huidige())) == 1
    assert len(spoor(~alle, {"mandaat": True, "regionale_taak": True}, huidige())) == 2


def test_elke_hoofdregel_van_elke_casus_noemt_haar_feiten() -> None:
    for casus in casussen():
        for situatie in casus.situaties:
            for uitkomst in weeg(situatie.situatie()):
                assert all(deel.feiten for deel in uitkomst.spoor), situatie.id
                assert {deel.regel for deel in uitkomst.spoor} <= set(uitkomst.regels)
