"""Wat elke boodschapper van veranderingen belooft."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Final

import pytest

from bot.veranderingen.geheugen import GeheugenVeranderingen
from bot.veranderingen.poort import (
    GesprekVeranderd,
    Verandering,
    Veranderingen,
    WegingenVeranderd,
)
from bot.veranderingen.postgres import PostgresVeranderingen
from bot.veranderingen.sqlite import SqliteVeranderingen

ALLES: Final[list[Verandering]] = [
    GesprekVeranderd("g", 1),
    WegingenVeranderd("anne"),
    GesprekVeranderd("g", 2),
]


async def _nooit() -> bool:
    return False


@pytest.fixture(
    params=[
        GeheugenVeranderingen,
        lambda: SqliteVeranderingen(_nooit),
        lambda: PostgresVeranderingen(_nooit, "ik"),
    ],
    ids=["geheugen", "sqlite", "postgres"],
)
def veranderingen(request: pytest.FixtureRequest) -> Veranderingen:
    """Every implementation of the port."""
    gemaakt: Veranderingen = request.param()
    return gemaakt


async def test_elke_luisteraar_hoort_alles_op_volgorde(veranderingen: Veranderingen) -> None:
    een: list[Verandering] = []
    ander: list[Verandering] = []
    with veranderingen.luister(een.append), veranderingen.luister(ander.append):
        for verandering in ALLES:
            await veranderingen.meld(verandering)
    assert een == ander == ALLES


async def test_wie_niet_meer_luistert_hoort_niets(veranderingen: Veranderingen) -> None:
    gehoord: list[Verandering] = []
    with veranderingen.luister(gehoord.append):
        await veranderingen.meld(ALLES[0])
    await veranderingen.meld(ALLES[1])
    assert gehoord == ALLES[:1]


async def test_zonder_luisteraars_kan_er_gemeld_worden(veranderingen: Veranderingen) -> None:
    await veranderingen.meld(ALLES[0])


async def test_wie_ophoudt_terwijl_er_gemeld_wordt_stoort_niet(
    veranderingen: Veranderingen,
) -> None:
    gehoord: list[Verandering] = []

    def hoor(_: Verandering) -> None:
        eerste.close()

    with ExitStack() as eerste, veranderingen.luister(gehoord.append):
        eerste.enter_context(veranderingen.luister(hoor))
        await veranderingen.meld(ALLES[0])
        await veranderingen.meld(ALLES[1])
    assert gehoord == ALLES[:2]
