"""Processen naast elkaar: pagina's op twee servers tonen hetzelfde, en niets raakt weg."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path

import asyncpg
import pytest
from aiohttp.test_utils import TestClient, TestServer

import bot.veranderingen.postgres
from bot.instellingen import lees
from bot.opslag.poort import Opslag
from bot.opslag.postgres.omroep import Omroep
from bot.opslag.postgres.opslag import PostgresOpslag
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import Kern, op_opslag, richt_in, webserver
from bot.reactie import Reactie
from bot.seinen import KANAAL, Sein
from bot.veranderingen.poort import (
    Gemist,
    GesprekVeranderd,
    Verandering,
    Veranderingen,
    WegingenVeranderd,
)
from bot.veranderingen.postgres import PostgresVeranderingen
from bot.veranderingen.sqlite import SqliteVeranderingen
from bot.wie import Wie
from tests.bot.nep import ANNE, BAS, NepDialoog, Teller, afdruk, klok, na
from tests.bot.tab import GEEN_GROND, Client, Tab, open_tab
from tests.bot.test_opslag_contract import weging

Proces = Callable[[], AbstractAsyncContextManager[tuple[Opslag, Veranderingen]]]
"""Opens the shared storage as a process of its own would."""


@pytest.fixture(params=["sqlite", "postgres"])
def proces(request: pytest.FixtureRequest, databestand: Path) -> Proces:
    if request.param == "sqlite":
        return lambda: _op_sqlite(databestand)
    adres: str = request.getfixturevalue("pgadres")
    return lambda: op_opslag(lees({"WEEGWIJZER_DATABASE_URL": adres}))


@asynccontextmanager
async def _op_sqlite(pad: Path) -> AsyncIterator[tuple[Opslag, Veranderingen]]:
    opslag = await SqliteOpslag.open(pad)
    veranderingen = SqliteVeranderingen(opslag.anders_geschreven, 0.01)
    async with veranderingen.luisterend():
        yield opslag, veranderingen
    await opslag.sluit()


@pytest.fixture
async def twee(proces: Proces) -> AsyncIterator[tuple[Client, Client]]:
    """Two servers on one storage."""
    async with AsyncExitStack() as open_:

        async def begin() -> Client:
            opslag, veranderingen = await open_.enter_async_context(proces())
            app = webserver(richt_in(opslag, klok, Teller(), veranderingen=veranderingen))
            client: Client = TestClient(TestServer(app, host="127.0.0.1"))
            return await open_.enter_async_context(client)

        yield await begin(), await begin()


async def _tot(tab: Tab, gesprek: Tab) -> None:
    """Wait until a page shows what the other shows."""
    while tab.beeld != gesprek.beeld:
        await tab.frame("beeld")


async def test_twee_paginas_op_twee_servers_tonen_hetzelfde(twee: tuple[Client, Client]) -> None:
    een, ander = [await open_tab(client) for client in twee]
    async with asyncio.timeout(20):
        for wie, andere in ((een, ander), (ander, een), (een, ander)):
            await wie.zeg(GEEN_GROND[wie.nummer + andere.nummer])
            await _tot(andere, wie)


async def test_een_lijst_op_een_andere_server_hoort_van_een_bewaarde_weging(
    twee: tuple[Client, Client],
) -> None:
    een, ander = [await open_tab(client) for client in twee]
    async with asyncio.timeout(20):
        await een.zeg(*GEEN_GROND, "bewaar")
        await ander.frame("wegingen")
        await een.zeg("verwijder WW-2026-0001", "ja")
        while (await ander.frame("wegingen"))["weg"] not in ("WW-2026-0001", None):
            pass


async def test_wat_niemand_meer_kon_melden_staat_toch_op_de_pagina(
    pgadres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process stores, and is killed before it tells; nobody starts it again."""
    monkeypatch.setattr(bot.veranderingen.postgres, "_LEVEND", 0.02)
    monkeypatch.setattr(Omroep, "sein", lambda *_: None)
    async with AsyncExitStack() as open_:
        tabs = []
        for _ in range(2):
            bewaard, boodschapper = await open_.enter_async_context(
                op_opslag(lees({"WEEGWIJZER_DATABASE_URL": pgadres}))
            )
            app = webserver(richt_in(bewaard, klok, Teller(), veranderingen=boodschapper))
            client: Client = TestClient(TestServer(app, host="127.0.0.1"))
            tabs.append(await open_tab(await open_.enter_async_context(client)))
        een, ander = tabs
        async with asyncio.timeout(20):
            await een.zeg(GEEN_GROND[0])
            await _tot(ander, een)


async def test_een_dubbel_bericht_op_twee_servers_telt_een_keer(
    twee: tuple[Client, Client],
) -> None:
    """The load balancer gave up on one and asked the other; in a file one of them hears so."""
    een, ander = [await open_tab(client) for client in twee]
    async with asyncio.timeout(20):
        plek = een.beeld["vraag"]["plek"]
        for tab in (een, ander):
            await tab.stuur("overslaan", "hetzelfde", plek)
        await asyncio.gather(*(_gehoord(tab, "hetzelfde") for tab in (een, ander)))
        await een.ververs()
        await ander.ververs()
    assert een.beeld == ander.beeld
    assert een.beeld["vraag"]["sleutel"] == "gebruiker"


async def _gehoord(tab: Tab, op: str) -> None:
    while True:
        frame = await tab.socket.receive_json(timeout=30)
        if frame["soort"] == "beeld":
            tab.beeld = frame["beeld"]
        if frame["soort"] in ("beeld", "fout") and frame["op"] == op:
            return


@pytest.fixture
async def kernen(proces: Proces) -> AsyncIterator[list[Kern]]:
    """Two processes on one storage, with a dialog that only counts."""
    async with AsyncExitStack() as open_:
        uit = []
        for _ in range(2):
            opslag, veranderingen = await open_.enter_async_context(proces())
            uit.append(richt_in(opslag, klok, Teller(), NepDialoog(), veranderingen=veranderingen))
        yield uit


async def test_niets_raakt_weg_of_door_elkaar(kernen: list[Kern]) -> None:
    """Twelve people who talk over two processes at once, each answer over either."""

    async def praat(wie: Wie) -> list[str]:
        reactie = Reactie()
        for nummer in range(8):
            kern = kernen[(nummer + len(wie.id)) % 2]
            reactie = await na(
                kern.gesprekken.beurt(wie, "g", f"{wie.id}-{nummer}", f"in-{nummer}")
            )
            assert reactie.verwerkt
        assert reactie.dossier is not None
        return [str(antwoord.waarde) for antwoord in reactie.dossier.antwoorden.values()]

    mensen = [Wie("teams", f"29:{'x' * nummer}", tenant="school") for nummer in range(12)]
    gezegd = await asyncio.gather(*map(praat, mensen))
    assert gezegd == [[f"{wie.id}-{nummer}" for nummer in range(8)] for wie in mensen]


async def test_een_gesprek_op_twee_processen_tegelijk(pgadres: str) -> None:
    """Nobody hears that he was too late: one waits for the other."""
    async with (
        op_opslag(lees({"WEEGWIJZER_DATABASE_URL": pgadres})) as een,
        op_opslag(lees({"WEEGWIJZER_DATABASE_URL": pgadres})) as ander,
    ):
        kernen = [richt_in(opslag, klok, Teller(), NepDialoog()) for opslag, _ in (een, ander)]
        reacties = await asyncio.gather(
            *(
                na(kernen[nummer % 2].gesprekken.beurt(ANNE, "g", str(nummer), f"in-{nummer}"))
                for nummer in range(20)
            )
        )
        assert all(reactie.verwerkt for reactie in reacties)
        gezien = [await een[0].is_gezien(ANNE.gesprek("g"), f"in-{nummer}") for nummer in range(20)]
        assert all(gezien)


async def test_elkaars_gesprekken_wissen_houdt_niemand_eeuwig_op(pgadres: str) -> None:
    """Two turns that each hold a conversation and delete from the other's."""
    async with (
        op_opslag(lees({"WEEGWIJZER_DATABASE_URL": pgadres})) as een,
        op_opslag(lees({"WEEGWIJZER_DATABASE_URL": pgadres})) as ander,
    ):
        kernen = [richt_in(opslag, klok, Teller()) for opslag, _ in (een, ander)]
        for kern, gesprek in zip(kernen, "gh", strict=True):
            for zin in ("hallo", *GEEN_GROND, "bewaar"):
                await na(kern.gesprekken.beurt(BAS, gesprek, zin))
        async with asyncio.timeout(20):
            for zinnen in (("verwijder WW-2026-0002", "verwijder WW-2026-0001"), ("ja", "ja")):
                await asyncio.gather(
                    *(
                        na(kern.gesprekken.beurt(BAS, gesprek, zin))
                        for kern, gesprek, zin in zip(kernen, "gh", zinnen, strict=True)
                    )
                )
        assert await een[0].wegingen(BAS.eigenaar()) == ()


# --- de boodschapper


@asynccontextmanager
async def _luisterend(opslag: PostgresOpslag) -> AsyncIterator[asyncio.Queue[Verandering]]:
    """Hear what others do, through what a process has for that."""
    gehoord: asyncio.Queue[Verandering] = asyncio.Queue()
    veranderingen = PostgresVeranderingen(opslag.verbindingen.los, opslag.verbindingen.ik)
    async with veranderingen.luisterend():
        with veranderingen.luister(gehoord.put_nowait):
            yield gehoord


async def test_wat_een_ander_opslaat_hoor_je_en_wat_je_zelf_opslaat_niet(
    pgopslag: PostgresOpslag, pgadres: str
) -> None:
    ander = await PostgresOpslag.open(pgadres)
    async with _luisterend(pgopslag) as gehoord, asyncio.timeout(10):
        await pgopslag.bewaar("eigen", {}, None)
        await ander.bewaar("g", {}, None)
        await ander.bewaar_weging("anne", 2026, afdruk("a"), weging())
        assert await gehoord.get() == GesprekVeranderd("g", 1)
        assert await gehoord.get() == WegingenVeranderd("anne")
        # A key that is too long to tell.
        await ander.bewaar("lang" * 2000, {}, None)
        assert await gehoord.get() == Gemist()
        assert gehoord.empty()
    await ander.sluit()


async def test_wat_niet_opgeslagen_werd_hoort_niemand(
    pgopslag: PostgresOpslag, pgadres: str
) -> None:
    ander = await PostgresOpslag.open(pgadres)
    async with _luisterend(pgopslag) as gehoord, asyncio.timeout(10):
        with pytest.raises(ZeroDivisionError):
            await ander.bewaar_weging("anne", 2026, "a", lambda _: 1 / 0)  # type: ignore[arg-type, return-value]
        await ander.bewaar("g", {}, None)
        assert await gehoord.get() == GesprekVeranderd("g", 1)
    await ander.sluit()


async def test_wie_even_niets_hoorde_kijkt_alles_na(pgopslag: PostgresOpslag, pgadres: str) -> None:
    async with _luisterend(pgopslag) as gehoord, asyncio.timeout(10):
        beheer = await asyncpg.connect(pgadres)
        await beheer.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'weegwijzer' AND datname = current_database()"
        )
        assert await gehoord.get() == Gemist()
        await beheer.execute(f"SELECT pg_notify('{KANAAL}', 'onzin')")
        assert await gehoord.get() == Gemist()
        sein = Sein("ander", "gesprek", "g", 3)
        await beheer.execute(f"SELECT pg_notify('{KANAAL}', $1)", sein.als_tekst())
        assert await gehoord.get() == GesprekVeranderd("g", 3)
        await beheer.close()
