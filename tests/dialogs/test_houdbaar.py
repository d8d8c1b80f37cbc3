"""Wat er sinds het bewaren anders kan zijn."""

from __future__ import annotations

import datetime as dt

import pytest

from dialogs import gesprek
from dialogs.gesprek import Gezegd
from dialogs.samenvatting import Aanvulregel, Samenvatting, Vervangt
from dialogs.samenvatting.houdbaar import let_op
from dialogs.samenvatting.maken import maak
from dialogs.teksten import tekst
from dialogs.weergave import dag
from tests.dialogs.gespreksvoerder import nu_op
from tests.transcripten import transcripten

DAG = dt.date(2026, 3, 2)


@pytest.fixture(scope="module")
def record() -> Samenvatting:
    gesprek_331 = next(t for t in transcripten() if t.naam == "3_3_1-nieuw").gesprek
    dossier = gesprek.begroet(gesprek.nieuw("proef", DAG), nu_op(DAG)).dossier
    for _, zin in gesprek_331:
        dossier = gesprek.beantwoord(dossier, Gezegd(zin), nu_op(DAG)).dossier
    return maak(dossier, DAG)


def met(record: Samenvatting, **feiten: object) -> Samenvatting:
    doelen = tuple(
        d.model_copy(update={"feiten": (d.feiten or {}) | feiten}) for d in record.doelen
    )
    return record.model_copy(update={"doelen": doelen, "datum_weging": DAG})


def op(record: Samenvatting, dag_: dt.date) -> tuple[str, ...]:
    return let_op(record.model_dump(mode="json"), dag_)


@pytest.mark.parametrize(
    ("leeftijd", "grens", "eerste"),
    [(17, 18, dt.date(2026, 3, 3)), (16, 18, dt.date(2027, 3, 3)), (24, 27, dt.date(2028, 3, 3))],
)
def test_de_eerste_dag_waarop_iemand_ouder_kan_zijn(
    record: Samenvatting, leeftijd: int, grens: int, eerste: dt.date
) -> None:
    zin = tekst("houdbaar.leeftijd", dag=dag(eerste), jaren=str(grens))
    zo_oud = met(record, leeftijd=leeftijd)
    assert zin not in op(zo_oud, eerste - dt.timedelta(days=1))
    assert zin in op(zo_oud, eerste)


def test_een_leeftijd_van_een_eerdere_versie_telt_vanaf_toen(record: Samenvatting) -> None:
    toen = Vervangt(
        kenmerk="WW-2025-0001", sha256=None, reden="x", gezegd_op={"leeftijd": dt.date(2025, 3, 2)}
    )
    weer = met(record, leeftijd=16).model_copy(update={"vervangt": toen})
    assert op(weer, dt.date(2026, 3, 2)) == ()
    assert len(op(weer, dt.date(2026, 3, 3))) == 1


@pytest.mark.parametrize(
    ("opleiding", "maanden", "eerste"),
    [("mbo2_bol", 11, dt.date(2026, 3, 3)), ("pro", 20, dt.date(2026, 6, 3))],
)
def test_de_termijn_van_de_alb(
    record: Samenvatting, opleiding: str, maanden: int, eerste: dt.date
) -> None:
    weging = met(record, opleiding=opleiding, maanden_sinds_uitstroom=maanden)
    zin = tekst("houdbaar.alb", dag=dag(eerste))
    assert zin not in op(weging, eerste - dt.timedelta(days=1))
    assert zin in op(weging, eerste)


def test_toestemming_voor_een_ander_doel(record: Samenvatting) -> None:
    assert tekst("houdbaar.ander_doel") in op(met(record, toestemming_specifiek=False), DAG)


def test_de_dag_van_herziening(record: Samenvatting) -> None:
    regel = Aanvulregel(
        sleutel="herziening", groep="besluit", naam="x", waarde="2026-09-01", antwoord="x"
    )
    weging = record.model_copy(update={"aanvulling": (regel,)})
    zin = tekst("houdbaar.herziening", dag=dag(dt.date(2026, 9, 1)))
    assert zin not in op(weging, dt.date(2026, 8, 31))
    assert zin in op(weging, dt.date(2026, 9, 1))


def test_een_andere_kennis(record: Samenvatting) -> None:
    zelfde = record.model_copy(update={"kennis": "2020.1-x"})
    assert op(zelfde, DAG) == ()
    anders = tuple(d.model_copy(update={"oordeel": "mag"}) for d in zelfde.doelen)
    assert op(zelfde.model_copy(update={"doelen": anders}), DAG) == (
        tekst("houdbaar.oordeel_anders"),
    )
    andere_bron = tuple(d.model_copy(update={"bronnen": ()}) for d in zelfde.doelen)
    assert op(zelfde.model_copy(update={"doelen": andere_bron}), DAG) == (
        tekst("houdbaar.regel_anders"),
    )


def test_de_laatste_dag_van_een_maand(record: Samenvatting) -> None:
    schrikkel = met(record, leeftijd=16).model_copy(update={"datum_weging": dt.date(2028, 2, 29)})
    assert op(schrikkel, dt.date(2029, 2, 28)) == ()
    assert len(op(schrikkel, dt.date(2029, 3, 1))) == 1


def test_wat_geen_weging_is_zegt_niets() -> None:
    assert let_op({}, DAG) == ()
