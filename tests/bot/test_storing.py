"""PostgreSQL valt weg: een regel in het log, een zin voor wie typt, en daarna gaat het verder."""

from __future__ import annotations

import asyncio
import logging
import shutil
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from bot.gesprekken import Gesprekken
from bot.opslag.poort import OpslagOnbereikbaar, OpslagTeDruk
from bot.opslag.postgres.opslag import PostgresOpslag
from bot.opslag.postgres.verbindingen import Verbinding
from bot.opstarten import Kern, richt_in
from bot.reactie import Reactie
from bot.veranderingen.poort import Gemist, Verandering
from bot.veranderingen.postgres import PostgresVeranderingen
from bot.wie import Wie
from dialogs.beeld.als_tekst import berichten
from dialogs.teksten import tekst
from tests.bot.nep import ANNE, BAS, NepDialoog, Teller, klok, na
from tests.postgres import Wegwerp, leeg

GEDULD = 0.3


@pytest.fixture(scope="module")
def wegwerp() -> Iterator[Wegwerp]:
    """A server of our own, to stop and start."""
    server = Wegwerp.maak()
    if server is None:
        pytest.skip("hier is geen PostgreSQL te starten")
    _start(server)
    yield server
    server.stop(signal.SIGQUIT)
    shutil.rmtree(server.map, ignore_errors=True)


@pytest.fixture
async def server(wegwerp: Wegwerp) -> Wegwerp:
    """The same, empty: every test leaves it running."""
    await leeg(wegwerp.adres())
    return wegwerp


def _start(server: Wegwerp, **anders: str) -> None:
    """Start it as an administrator would: what was stored outlives a crash."""
    server.start(synchronous_commit="on", **anders)


@asynccontextmanager
async def _kern(
    server: Wegwerp, geduld: float = GEDULD
) -> AsyncIterator[tuple[Kern, PostgresOpslag]]:
    opslag = await PostgresOpslag.open(server.adres(), geduld=geduld, meeste=4)
    veranderingen = PostgresVeranderingen(opslag.verbindingen.los, opslag.verbindingen.ik)
    async with veranderingen.luisterend():
        yield richt_in(opslag, klok, Teller(), NepDialoog(), veranderingen=veranderingen), opslag
    await opslag.sluit()


def _zegt(reactie: Reactie) -> list[str]:
    return [bericht.tekst for bericht in berichten(reactie.beeld)]


def _antwoorden(reactie: Reactie) -> list[str]:
    assert reactie.dossier is not None
    return [str(antwoord.waarde) for antwoord in reactie.dossier.antwoorden.values()]


@pytest.mark.parametrize("sein", [signal.SIGINT, signal.SIGQUIT], ids=["gestopt", "gecrasht"])
async def test_weg_en_weer_terug(
    server: Wegwerp, sein: signal.Signals, caplog: pytest.LogCaptureFixture
) -> None:
    gehoord: asyncio.Queue[Verandering] = asyncio.Queue()
    async with _kern(server) as (kern, _), asyncio.timeout(30):
        gesprekken = kern.gesprekken
        assert (await na(gesprekken.beurt(ANNE, "g", "18"))).verwerkt
        await asyncio.to_thread(server.stop, sein)
        for wie in (ANNE, BAS, ANNE):
            reactie = await na(gesprekken.beurt(wie, "g", "19"))
            assert not reactie.verwerkt
            assert _zegt(reactie) == [tekst("bot.opslag_onbereikbaar")]
        with pytest.raises(OpslagOnbereikbaar):
            await gesprekken.wegingen(ANNE)
        with kern.veranderingen.luister(gehoord.put_nowait):
            await asyncio.to_thread(_start, server)
            reactie = await na(gesprekken.beurt(ANNE, "g", "20"))
            assert _antwoorden(reactie) == ["18", "20"]
            # Whoever shows something looks at all of it again.
            while await gehoord.get() != Gemist():
                pass
    regels = [regel for regel in caplog.records if regel.levelno >= logging.WARNING]
    assert [regel.getMessage() for regel in regels] == [
        "database onbereikbaar: niets wordt bewaard tot zij terug is",
        "database weer bereikbaar",
    ]


async def test_van_een_herstart_merkt_niemand_iets(server: Wegwerp) -> None:
    """Who begins a turn meanwhile waits a moment."""
    async with _kern(server, geduld=10) as (kern, _), asyncio.timeout(30):
        await na(kern.gesprekken.beurt(ANNE, "g", "18"))
        await asyncio.to_thread(server.stop)
        beurt = asyncio.create_task(_beurt(kern.gesprekken, ANNE, "19"))
        await asyncio.sleep(0.2)
        await asyncio.to_thread(_start, server)
        assert _antwoorden(await beurt) == ["18", "19"]


async def _beurt(gesprekken: Gesprekken, wie: Wie, zin: str) -> Reactie:
    return await na(gesprekken.beurt(wie, "g", zin, f"in-{zin}"))


async def test_midden_in_het_gebruik_gaat_niets_verloren_of_dubbel(server: Wegwerp) -> None:
    """Six people talk on while the server restarts, and once more as after a crash.

    Of what nobody could say whether it was stored, the same message comes again: it counts once.
    """
    klaar = asyncio.Event()

    async def praat(gesprekken: Gesprekken, wie: Wie) -> tuple[list[str], Reactie]:
        gezegd: list[str] = []
        reactie = Reactie()
        while not klaar.is_set() or not gezegd:
            zin = f"{wie.id}-{len(gezegd)}"
            reactie = await _beurt(gesprekken, wie, zin)
            # What was not stored is sent again, as a channel does.
            if reactie.verwerkt:
                gezegd.append(zin)
            await asyncio.sleep(0.01)
        return gezegd, reactie

    mensen = [Wie("teams", f"29:{naam}", tenant="school") for naam in "abcdef"]
    async with _kern(server) as (kern, _), asyncio.timeout(60):
        taken = [asyncio.create_task(praat(kern.gesprekken, wie)) for wie in mensen]
        for sein in (signal.SIGINT, signal.SIGQUIT):
            await asyncio.sleep(0.2)
            await asyncio.to_thread(server.stop, sein)
            await asyncio.sleep(0.4)
            await asyncio.to_thread(_start, server)
        klaar.set()
        for gezegd, reactie in await asyncio.gather(*taken):
            # One version for each message: none was lost, none counted twice.
            assert reactie.versie == len(gezegd)
            assert _antwoorden(reactie)[-1] == gezegd[-1]


async def _neem_alles(opslag: PostgresOpslag) -> list[Verbinding]:
    ander: list[Verbinding] = []
    for _ in range(10):
        try:
            verbinding = await opslag.verbindingen.los()
        except OpslagTeDruk:
            return ander
        ander.append(verbinding)
    raise AssertionError(ander)


async def test_een_server_zonder_plaats_zegt_dat_en_daarna_gaat_het_weer(server: Wegwerp) -> None:
    """So few connections that another program has them all."""
    await asyncio.to_thread(server.stop)
    weinig = {"max_connections": "5", "superuser_reserved_connections": "0", "max_wal_senders": "0"}
    await asyncio.to_thread(_start, server, **weinig)
    async with _kern(server) as (kern, opslag), asyncio.timeout(30):
        await na(kern.gesprekken.beurt(ANNE, "g", "18"))
        ander = await _neem_alles(opslag)
        async with opslag.verbindingen.een():
            reactie = await na(kern.gesprekken.beurt(ANNE, "g", "19"))
        assert _zegt(reactie) == [tekst("bot.opslag_te_druk")]
        for verbinding in ander:
            await verbinding.close()
        assert _antwoorden(await na(kern.gesprekken.beurt(ANNE, "g", "20"))) == ["18", "20"]
