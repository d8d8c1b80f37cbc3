"""Gegevens met gelijke feiten worden één keer gewogen, en wegen mee als allemaal."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from knowledge import motor
from knowledge.feiten import Doel, Gegeven, Organisatie, Situatie, Soort
from knowledge.motor import Stand
from knowledge.uitkomst import Uitkomst
from knowledge.weging import weeg, weeg_doel

DAG = dt.date(2026, 3, 2)
VEEL = 25


class Teller:
    """Counts how often the decision is walked for a data item."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.aantal = 0
        loop = motor._loop

        def geteld(*argumenten: Any) -> motor.GegevenStand:
            self.aantal += 1
            return loop(*argumenten)

        monkeypatch.setattr(motor, "_loop", geteld)


@pytest.fixture
def teller(monkeypatch: pytest.MonkeyPatch) -> Teller:
    return Teller(monkeypatch)


def situatie(aantal: int, **anders: Any) -> Situatie:
    gegevens = tuple(Gegeven(naam=f"stuk {nummer}") for nummer in range(aantal))
    vast: dict[str, Any] = {"datum": DAG, "van": Organisatie.MBO, "naar": Organisatie.GEMEENTE}
    return Situatie(**{**vast, "gegevens": gegevens, **anders})


def zonder_namen(uit: Uitkomst) -> Any:
    return (uit.oordeel, uit.grondslag, uit.regels, uit.bronnen, uit.acties, uit.let_op)


def test_gelijke_gegevens_zijn_een_keer_nagelopen(teller: Teller) -> None:
    stand = Stand.van(situatie(VEEL), Doel.VOORKOMEN_VSV)
    assert len(stand.per_gegeven) == VEEL
    assert len(stand.verschillend) == teller.aantal == 1


def test_een_gegeven_dat_anders_is_wordt_apart_nagelopen(teller: Teller) -> None:
    stand = Stand.van(situatie(VEEL), Doel.VOORKOMEN_VSV).met("gegevens[3].nodig", waarde=True)
    assert len(stand.verschillend) == teller.aantal == 2
    assert stand.per_gegeven[3].feiten["nodig"] is True
    assert "nodig" not in stand.per_gegeven[4].feiten


@pytest.mark.parametrize("doel", Doel)
def test_meer_gelijke_gegevens_kosten_geen_lopen_meer(teller: Teller, doel: Doel) -> None:
    weeg_doel(situatie(5), doel)
    weinig = teller.aantal
    weeg_doel(situatie(VEEL), doel)
    # Every fact of every item is still named; what differs is looked at once.
    assert teller.aantal - weinig < 3 * weinig


@pytest.mark.parametrize("doel", Doel)
@pytest.mark.parametrize("nodig", [True, False, None])
def test_veel_gelijke_wegen_als_twee(doel: Doel, nodig: bool | None) -> None:  # noqa: FBT001
    feiten: dict[str, Any] = {"soort": frozenset((Soort.GEWOON,)), "nodig": nodig}

    def uit(aantal: int) -> Any:
        gegevens = tuple(Gegeven(naam=f"stuk {n}", **feiten) for n in range(aantal))
        [uitkomst] = weeg(situatie(0, doel=doel, gegevens=gegevens))
        return zonder_namen(uitkomst)

    assert uit(VEEL) == uit(2)
