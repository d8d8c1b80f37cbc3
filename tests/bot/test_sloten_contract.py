"""Wat elk slot belooft."""

from __future__ import annotations

import asyncio

import pytest

from bot.sloten.geheugen import GeheugenSloten
from bot.sloten.poort import Sloten


@pytest.fixture(params=[GeheugenSloten])
def sloten(request: pytest.FixtureRequest) -> Sloten:
    """Every implementation of the port."""
    gemaakt: Sloten = request.param()
    return gemaakt


async def test_wie_eerst_komt_gaat_eerst_en_alleen(sloten: Sloten) -> None:
    gebeurd: list[str] = []

    async def werk(naam: str) -> None:
        async with sloten.op("gesprek"):
            gebeurd.append(f"{naam} begint")
            await asyncio.sleep(0.001)
            gebeurd.append(f"{naam} klaar")

    await asyncio.gather(*(werk(naam) for naam in "abcde"))
    assert gebeurd == [f"{naam} {wat}" for naam in "abcde" for wat in ("begint", "klaar")]


async def test_een_ander_gesprek_wacht_niet(sloten: Sloten) -> None:
    async with sloten.op("het ene"), asyncio.timeout(5), sloten.op("het andere"):
        pass


async def test_na_een_fout_is_het_slot_open(sloten: Sloten) -> None:
    with pytest.raises(ValueError, match="mislukt"):
        async with sloten.op("gesprek"):
            raise ValueError("mislukt")
    async with asyncio.timeout(5), sloten.op("gesprek"):
        pass


async def test_wie_het_wachten_opgeeft_houdt_niemand_op(sloten: Sloten) -> None:
    async with sloten.op("gesprek"):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01), sloten.op("gesprek"):
                pytest.fail("het slot was dicht")
    async with asyncio.timeout(5), sloten.op("gesprek"):
        pass


async def test_een_slot_blijft_niet_liggen() -> None:
    sloten = GeheugenSloten()
    async with sloten.op("een"), sloten.op("twee"):
        assert len(sloten) == 2
    assert len(sloten) == 0
