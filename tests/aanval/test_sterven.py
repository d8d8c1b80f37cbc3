"""De server sterft midden in een beurt: niets wat bevestigd is, gaat verloren of telt dubbel."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pytest
from aiohttp import ClientError, ClientSession

from bot.opslag.geheugen import GeheugenOpslag
from bot.opstarten import richt_in
from bot.wie import Wie
from tests.aanval.maat import Cijfers, keer, zolang
from tests.aanval.proces import Server, activiteit, gezond, stuur
from tests.bot.connector import Connector, connector
from tests.bot.nep import Teller, klok, na

ZINNEN: Final = (
    *("hallo", "overslaan", "geven", "jeugdzorg", "gemeente", "uitkering", "diagnose"),
    *("gezondheid", "19", "nee", "weet ik niet", "nee", "1", "nee", "weet ik niet", "terug"),
    *("nee", "weet ik niet", "wijzig leeftijd", "20", "ja", "nee", "weet ik niet", "ja"),
)
"""What one person says; what is stored after each is worked out beforehand."""
NAAM: Final = "weegwijzer.sqlite3"


def antwoorden(inhoud: dict[str, Any]) -> tuple[Any, ...]:
    """Return what was answered, and in which order: what counts twice stands there twice."""
    dossier = inhoud["dossier"]
    geschiedenis = [stap["vraag"] for stap in dossier["geschiedenis"]]
    waarden = {sleutel: deel["waarde"] for sleutel, deel in dossier["antwoorden"].items()}
    return json.dumps(waarden, sort_keys=True), geschiedenis


async def vooraf() -> list[tuple[Any, ...]]:
    """Return what must be stored after so many messages."""
    opslag = GeheugenOpslag()
    gesprekken = richt_in(opslag, klok, Teller()).gesprekken
    wie = Wie("teams", "29:x", via="msteams")
    uit: list[tuple[Any, ...]] = []
    for nummer, zin in enumerate(ZINNEN):
        beurt = gesprekken.beurt(wie, "a:x", zin, f"in-{nummer}", getypt=True)
        await na(gesprekken.bezorgd(beurt))
        document = await opslag.laad(wie.gesprek("a:x"))
        assert document is not None
        uit.append(antwoorden(document.inhoud))
    return uit


class Gesprek:
    """One person who talks on, whatever happens to the server."""

    def __init__(self, naam: str) -> None:
        self.naam = naam
        self.bevestigd = 0

    async def zegt(self, sessie: ClientSession, server: Server, namaak: Connector) -> None:
        """Say the next thing, under the id it would have when sent again."""
        inhoud = activiteit(namaak.url, ZINNEN[self.bevestigd], self.bevestigd, wie=self.naam)
        if await stuur(sessie, server, inhoud) == 200:
            self.bevestigd += 1

    @property
    def klaar(self) -> bool:
        return self.bevestigd == len(ZINNEN)


def _opgeslagen(map_: Path, gesprek: Gesprek) -> tuple[Any, ...] | None:
    sleutel = Wie("teams", f"29:{gesprek.naam}", via="msteams").gesprek(f"a:{gesprek.naam}")
    database = sqlite3.connect(map_ / NAAM)
    try:
        rijen = database.execute("SELECT inhoud FROM document WHERE sleutel = ?", (sleutel,))
        return next((antwoorden(json.loads(inhoud)) for (inhoud,) in rijen), None)
    finally:
        database.close()


async def _tot_de_dood(
    server: Server,
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
    await asyncio.sleep(dobbel.uniform(0.02, 0.9))
    duur = 0.0
    if dobbel.random() < 0.3:
        duur = await asyncio.to_thread(server.stop)
    else:
        await asyncio.to_thread(server.dood)
    await asyncio.gather(*praten)
    return duur


@pytest.mark.parametrize("zaad", [1])
async def test_midden_in_een_beurt(tmp_path: Path, zaad: int, cijfers: Cijfers) -> None:
    dobbel = random.Random(zaad)
    verwacht = await vooraf()
    map_ = tmp_path / "data"
    server = Server(map_)
    keren = verder = nummer = 0
    async with connector() as namaak, ClientSession() as sessie:
        wie = [Gesprek(f"wie{n}") for n in range(keer(2, 4))]
        nummer = len(wie)
        for _ in zolang(kort=3, deel=0.3):
            await asyncio.to_thread(server.start)
            begin = server.mb()
            duur = await _tot_de_dood(server, sessie, namaak, wie, dobbel)
            cijfers.hoogste("langste stop s", duur)
            keren += 1
            cijfers.hoogste("MB na starten", begin)
            for plek, gesprek in enumerate(wie):
                staat = _opgeslagen(map_, gesprek)
                # What was not acknowledged may have been stored; sent again it counts once.
                mag = [None, *verwacht][gesprek.bevestigd : gesprek.bevestigd + 2]
                assert staat in mag, (zaad, keren, gesprek.naam, gesprek.bevestigd, staat)
                verder += staat != mag[0]
                if gesprek.klaar:
                    wie[plek] = Gesprek(f"wie{nummer}")
                    nummer += 1
        # In the end everybody gets everything said.
        await asyncio.to_thread(server.start)
        async with gezond(server, cijfers, "alles nog een keer"):
            for gesprek in wie:
                while not gesprek.klaar:
                    await gesprek.zegt(sessie, server, namaak)
                assert _opgeslagen(map_, gesprek) == verwacht[-1], (zaad, gesprek.naam)
        cijfers["MB aan het eind"] = round(server.mb(), 1)
        await asyncio.to_thread(server.dood)
    assert not [regel for regel in server.regels() if "ERROR" in regel or "Traceback" in regel]
    cijfers |= {
        "keer geëindigd": keren,
        "gesprekken": nummer,
        "opgeslagen en niet bevestigd": verder,
    }
