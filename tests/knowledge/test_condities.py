"""Three-valued conditions: they evaluate, print and tell what they wait for."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.condities import ALTIJD, NOOIT, Conditie, Waarheid, alle, een
from knowledge.feit import feit
from knowledge.fouten import KennisOnjuist
from knowledge.termijnen import Periode, Termijn, termijn

A = feit("mandaat").ja()
B = feit("regionale_taak").ja()
WAARDEN: tuple[Waarheid, ...] = (True, False, None)


def feiten(**waarden: Waarheid) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in waarden.items() if waarde is not None}


@pytest.mark.parametrize(("a", "b"), list(itertools.product(WAARDEN, WAARDEN)))
def test_kleene(a: Waarheid, b: Waarheid) -> None:
    f = feiten(mandaat=a, regionale_taak=b)
    rang = {False: 0, None: 1, True: 2}

    assert (A & B).waarheid(f) == min(a, b, key=rang.__getitem__)
    assert (A | B).waarheid(f) == max(a, b, key=rang.__getitem__)
    assert (~A).waarheid(f) == (None if a is None else not a)


def test_een_voorwaarde_drukt_zichzelf_af() -> None:
    jong = feit("leeftijd") < 27
    assert str(jong) == "leeftijd < 27"
    assert str(A) == "mandaat is ja"
    assert str(feit("van").is_("vo", "mbo")) == "van is mbo of vo"
    assert str(A & (B | ~A)) == "mandaat is ja en (regionale_taak is ja of niet (mandaat is ja))"
    assert str(ALTIJD) == "altijd"
    assert str(NOOIT) == "nooit"


def test_een_voorwaarde_kent_haar_feiten() -> None:
    assert (A & (feit("leeftijd") < termijn("vsv_tot"))).feiten() == {
        "mandaat",
        "leeftijd",
        "datum",
    }


def test_open_noemt_alleen_wat_nog_uitmaakt() -> None:
    voorwaarde = (A & B) | feit("levensgevaar").ja()

    assert voorwaarde.open({}) == {"mandaat", "regionale_taak", "levensgevaar"}
    assert voorwaarde.open({"mandaat": False}) == {"levensgevaar"}
    assert voorwaarde.open({"levensgevaar": True}) == frozenset()


def test_een_termijn_hoort_bij_een_datum() -> None:
    jong = feit("leeftijd") < termijn("vsv_tot")
    oud, nieuw = dt.date(2025, 12, 31), dt.date(2026, 1, 1)

    assert jong.waarheid({"leeftijd": 24, "datum": oud}) is False
    assert jong.waarheid({"leeftijd": 24, "datum": nieuw}) is True
    assert jong.waarheid({"leeftijd": 24}) is None, "de wet is nog onbekend"
    assert jong.waarheid({"leeftijd": 19}) is True, "onder beide wetten"


def test_buiten_elke_periode_bestaat_de_termijn_niet() -> None:
    proef = Termijn("proef", "jaren", (Periode(18, dt.date(2026, 1, 1), None, "bron"),))

    assert proef.op(dt.date(2025, 12, 31)) is None
    assert (feit("leeftijd") < proef).waarheid({"leeftijd": 17, "datum": dt.date(2025, 1, 1)}) is (
        False
    )


@pytest.mark.parametrize(
    "fout",
    [
        lambda: feit("schoenmaat"),
        lambda: feit("van").is_("bakker"),
        lambda: feit("van").ja(),
        lambda: feit("mandaat") < 3,
        lambda: termijn("bestaat_niet"),
    ],
    ids=["onbekend feit", "onbekende waarde", "geen ja of nee", "geen getal", "geen termijn"],
)
def test_een_verkeerde_voorwaarde_kan_niet_gemaakt_worden(fout: Any) -> None:
    with pytest.raises(KennisOnjuist):
        fout()


def test_and_en_or_van_python_zijn_een_fout() -> None:
    with pytest.raises(TypeError):
        _ = A and B


CONDITIES = st.recursive(
    st.sampled_from(
        [feit(n).ja() for n in ("mandaat", "regionale_taak", "levensgevaar")]
        + [feit("van").is_("mbo", "vo"), feit("leeftijd") < 18, feit("leeftijd") >= 27]
    ),
    lambda deel: (
        st.lists(deel, min_size=1, max_size=3).map(lambda d: alle(*d))
        | st.lists(deel, min_size=1, max_size=3).map(lambda d: een(*d))
        | deel.map(lambda d: ~d)
    ),
    max_leaves=8,
)
WERELDEN = [
    dict(zip(("mandaat", "regionale_taak", "levensgevaar", "van", "leeftijd"), w, strict=True))
    for w in itertools.product(
        (True, False), (True, False), (True, False), ("mbo", "uwv"), (17, 20, 27)
    )
]


@given(CONDITIES, st.sampled_from(WERELDEN), st.sets(st.sampled_from(sorted(WERELDEN[0]))))
def test_meer_weten_maakt_nooit_iets_anders_waar(
    conditie: Conditie, wereld: dict[str, Any], weg: set[str]
) -> None:
    deels = {naam: waarde for naam, waarde in wereld.items() if naam not in weg}
    waarheid, open_ = conditie.met_open(deels)

    assert conditie.waarheid(deels) is waarheid
    if waarheid is not None:
        assert conditie.waarheid(wereld) is waarheid
        assert open_ == frozenset()
    else:
        assert open_
        assert open_ <= weg
