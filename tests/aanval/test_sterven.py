"""De server sterft midden in een beurt: er gaat niets verloren, en niets telt dubbel."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession

from tests import postgres
from tests.aanval.bewaarplaats import Bewaarplaats
from tests.aanval.maat import Cijfers, keer
from tests.aanval.praters import BEWAART, ZINNEN, Gesprek, Postvak, verhaal
from tests.aanval.vork import Vork
from tests.bot.connector import Connector, connector
from tests.conftest import map_van_de_ronde


async def _tot_de_dood(
    server: Vork,
    sessie: ClientSession,
    namaak: Connector,
    wie: list[Gesprek],
    dobbel: random.Random,
) -> float:
    """Let them talk and end the server meanwhile; return how long it took to go."""

    async def praat(gesprek: Gesprek) -> None:
        with suppress(ClientError, OSError):
            while not gesprek.klaar:
                await gesprek.zegt(sessie, server, namaak)

    praten = [asyncio.create_task(praat(gesprek)) for gesprek in wie]
    await asyncio.sleep(dobbel.uniform(0.02, 0.5))
    duur = 0.0
    if dobbel.random() < 0.2:
        duur = await asyncio.to_thread(server.stop)
    else:
        await asyncio.to_thread(server.dood)
    for taak in praten:  # some wait for a reply that comes after the next start
        taak.cancel()
    await asyncio.gather(*praten, return_exceptions=True)
    return duur


@pytest.fixture(params=["sqlite", "postgres"])
def waar(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bewaarplaats]:
    if request.param == "sqlite":
        yield Bewaarplaats(tmp_path / "data")
        return
    server = postgres.vind(map_van_de_ronde(request.config))
    if server is None:
        pytest.skip("hier is geen PostgreSQL, en er is er geen te starten")
    with postgres.database(server) as adres:
        yield Bewaarplaats(tmp_path / "data", adres)


async def test_midden_in_een_beurt(waar: Bewaarplaats, cijfers: Cijfers) -> None:
    dobbel = random.Random(1)
    verhalen = itertools.cycle([await verhaal(BEWAART), await verhaal(ZINNEN)])
    server = Vork(waar)
    keren, verder, kenmerken = keer(10, 200), 0, 0
    async with connector() as namaak, ClientSession() as sessie:
        postvak = Postvak(namaak)
        wie = [Gesprek(f"wie{n}", postvak, next(verhalen)) for n in range(keer(2, 6))]
        af: list[Gesprek] = []
        for _ in range(keren):
            await asyncio.to_thread(server.start)
            duur = await _tot_de_dood(server, sessie, namaak, wie, dobbel)
            cijfers.hoogste("langste stop s", duur)
            for plek, gesprek in enumerate(wie):
                staat = await gesprek.opgeslagen(waar)
                staten = [None, *gesprek.verhaal.staten]
                # What was not acknowledged may have been stored; sent again it counts once.
                mag = staten[gesprek.geteld : gesprek.geteld + 2]
                if staat not in mag:  # then somebody still has to hear that it did not count
                    assert staat == staten[gesprek.geteld - 1]
                    assert await gesprek.weigering_onderweg(waar), gesprek.naam
                verder += staat == mag[-1]
                if gesprek.klaar:
                    af.append(gesprek)
                    wie[plek] = Gesprek(f"wie{len(wie) + len(af)}", postvak, next(verhalen))
        # In the end everybody has said everything, and read everything.
        await asyncio.to_thread(server.start)
        async with asyncio.timeout(120):
            for gesprek in wie:
                while not gesprek.klaar:
                    await gesprek.zegt(sessie, server, namaak)
            for gesprek in (*af, *wie):
                await gesprek.leest()
                erna = gesprek.verhaal
                assert await gesprek.opgeslagen(waar) == erna.staten[-1], gesprek.naam
                assert gesprek.gehoord() == erna.aantallen, gesprek.naam
                bewaard = await gesprek.wegingen(waar)
                assert bewaard == erna.zinnen.count("bewaar"), gesprek.naam
                kenmerken += bewaard
        await asyncio.to_thread(server.stop)
    assert not [regel for regel in server.regels() if "ERROR" in regel or "Traceback" in regel]
    cijfers |= {
        "keer geëindigd": keren,
        "gesprekken": len(af) + len(wie),
        "opgeslagen en niet bevestigd": verder,
        "bewaard": kenmerken,
        "reacties": len(namaak.ontvangen),
        # What is lost or counts double has failed above: then there is no table.
        "antwoorden kwijt": 0,
        "antwoorden dubbel": 0,
        "reacties twee keer": postvak.dubbel,
        "niet geteld, en dat gezegd": sum(gesprek.geweigerd for gesprek in (*af, *wie)),
    }
