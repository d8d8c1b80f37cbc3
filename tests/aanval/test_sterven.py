"""De server sterft midden in een beurt: er gaat niets verloren, en niets telt dubbel."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from aiohttp import ClientError, ClientSession

from bot.klok import nu
from bot.opslag.geheugen import GeheugenOpslag
from bot.opstarten import richt_in
from bot.post import Post
from bot.wie import Wie
from dialogs.beeld import Beeld
from dialogs.beeld.als_tekst import berichten
from dialogs.teksten import tekst
from tests.aanval.maat import Cijfers, keer
from tests.aanval.proces import activiteit
from tests.aanval.vork import Vork
from tests.bot.connector import Connector, connector
from tests.bot.nep import Teller, na

ZINNEN: Final = (
    *("hallo", "overslaan", "geven", "jeugdzorg", "gemeente", "uitkering", "diagnose"),
    *("gezondheid", "19", "nee", "weet ik niet", "nee", "1", "nee", "weet ik niet", "terug"),
    *("nee", "weet ik niet", "wijzig leeftijd", "20", "ja", "nee", "weet ik niet", "ja"),
)
"""What one person says; what is stored and answered is worked out beforehand."""
NAAM: Final = "weegwijzer.sqlite3"
PAD: Final = "/api/messages"
_KWIJT: Final = tekst("bot.antwoord_kwijt")


def antwoorden(inhoud: dict[str, Any]) -> tuple[Any, ...]:
    """Return what was answered, and in which order: what counts twice stands there twice."""
    dossier = inhoud["dossier"]
    geschiedenis = [stap["vraag"] for stap in dossier["geschiedenis"]]
    waarden = {sleutel: deel["waarde"] for sleutel, deel in dossier["antwoorden"].items()}
    return json.dumps(waarden, sort_keys=True), geschiedenis


async def vooraf() -> list[tuple[Any, ...]]:
    """Return what must be stored after so many messages."""
    return (await _vooraf())[0]


async def _vooraf() -> tuple[list[tuple[Any, ...]], list[int]]:
    """Return what must be stored after so many messages, and in how many each is answered."""
    opslag = GeheugenOpslag()
    kern = richt_in(opslag, nu, Teller())
    wie = Wie("teams", "29:x", via="msteams")
    opgeslagen: list[tuple[Any, ...]] = []
    aantallen: list[int] = []

    def tel(beeld: Beeld) -> tuple[()]:
        aantallen.append(len(berichten(beeld)))
        return ()

    for nummer, zin in enumerate(ZINNEN):
        document = await opslag.laad(wie.gesprek("a:x"))
        if document is not None:  # as if the reply arrived
            opslag._getoond[wie.gesprek("a:x")] = _plek(document.inhoud)
        beurt = kern.gesprekken.beurt(wie, "a:x", zin, f"in-{nummer}", getypt=True, post=Post(tel))
        await na(beurt)
        document = await opslag.laad(wie.gesprek("a:x"))
        assert document is not None
        opgeslagen.append(antwoorden(document.inhoud))
    return opgeslagen, aantallen


def _plek(inhoud: dict[str, Any]) -> str:
    from bot.gespreksdocument import Gespreksdocument  # noqa: PLC0415
    from dialogs.procedure.plek import plek  # noqa: PLC0415

    return plek(Gespreksdocument.lees(inhoud).dossier)


class Postvak:
    """What arrived, by person and by the message it answers."""

    def __init__(self, namaak: Connector) -> None:
        self._namaak = namaak
        self._tot = 0
        self._bij: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.dubbel = 0

    def bij(self, wie: str, nummer: int) -> list[str]:
        """Return the different messages that answer this one, in the order they came in."""
        for een in self._namaak.ontvangen[self._tot :]:
            bak = self._bij[een["recipient"]["id"], een["replyToId"]]
            if een["text"] in bak:
                self.dubbel += 1
            else:
                bak.append(een["text"])
        self._tot = len(self._namaak.ontvangen)
        return self._bij[f"29:{wie}", f"in-{nummer}"]


class Gesprek:
    """One person who talks on, whatever happens to the server, and reads before he answers."""

    def __init__(self, naam: str, postvak: Postvak, aantallen: list[int]) -> None:
        self.naam = naam
        self.geteld = 0
        """So many messages are acknowledged, and nobody said that they did not count."""
        self.geweigerd = 0
        self._postvak = postvak
        self._aantallen = aantallen
        self._ids: list[int] = []
        """Under which id each was acknowledged."""
        self._volgende = 0

    async def zegt(self, sessie: ClientSession, server: Vork, namaak: Connector) -> None:
        """Say the next thing, under the id it would have when sent again."""
        await self.leest()
        inhoud = activiteit(namaak.url, ZINNEN[self.geteld], self._volgende, wie=self.naam)
        koppen = {"Content-Type": "application/json"}
        async with sessie.post(f"{server.url}{PAD}", data=inhoud, headers=koppen) as antwoord:
            if antwoord.status == 200:
                self._ids.append(self._volgende)
                self._volgende += 1
                self.geteld += 1

    async def leest(self) -> None:
        """Wait until what was said last is answered; whoever hears that it does not count knows."""
        while self._ids:
            gehoord = self._postvak.bij(self.naam, self._ids[-1])
            if gehoord[:1] == [_KWIJT]:
                self._ids.pop()
                self.geteld -= 1
                self.geweigerd += 1
            elif len(gehoord) == self._aantallen[self.geteld - 1]:
                return
            else:
                await asyncio.sleep(0.005)

    def gehoord(self) -> list[int]:
        """Return in how many messages each that counted was answered."""
        return [len(self._postvak.bij(self.naam, nummer)) for nummer in self._ids]

    def weigering_onderweg(self, map_: Path) -> bool:
        """Tell whether what was acknowledged last is answered by that it does not count."""
        if self._postvak.bij(self.naam, self._ids[-1])[:1] == [_KWIJT]:
            return True
        database = sqlite3.connect(map_ / NAAM)
        try:
            rijen = database.execute(
                "SELECT inhoud FROM uitgaand WHERE sleutel = ? AND bericht_id = ?",
                (self._sleutel, f"in-{self._ids[-1]}"),
            )
            return any(json.loads(inhoud)["text"] == _KWIJT for (inhoud,) in rijen)
        finally:
            database.close()

    @property
    def _sleutel(self) -> str:
        return Wie("teams", f"29:{self.naam}", via="msteams").gesprek(f"a:{self.naam}")

    @property
    def klaar(self) -> bool:
        return self.geteld == len(ZINNEN)

    def opgeslagen(self, map_: Path) -> tuple[Any, ...] | None:
        database = sqlite3.connect(map_ / NAAM)
        try:
            rijen = database.execute(
                "SELECT inhoud FROM document WHERE sleutel = ?", (self._sleutel,)
            )
            return next((antwoorden(json.loads(inhoud)) for (inhoud,) in rijen), None)
        finally:
            database.close()


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


async def test_midden_in_een_beurt(tmp_path: Path, cijfers: Cijfers) -> None:
    dobbel = random.Random(1)
    verwacht, aantallen = await _vooraf()
    server = Vork(tmp_path / "data")
    keren, verder = keer(8, 200), 0
    async with connector() as namaak, ClientSession() as sessie:
        postvak = Postvak(namaak)
        wie = [Gesprek(f"wie{n}", postvak, aantallen) for n in range(keer(3, 6))]
        af: list[Gesprek] = []
        for _ in range(keren):
            await asyncio.to_thread(server.start)
            duur = await _tot_de_dood(server, sessie, namaak, wie, dobbel)
            cijfers.hoogste("langste stop s", duur)
            for plek, gesprek in enumerate(wie):
                staat = gesprek.opgeslagen(server.map)
                # What was not acknowledged may have been stored; sent again it counts once.
                mag = [None, *verwacht][gesprek.geteld : gesprek.geteld + 2]
                if staat not in mag:  # then somebody still has to hear that it did not count
                    assert staat == [None, *verwacht][gesprek.geteld - 1]
                    assert gesprek.weigering_onderweg(server.map), gesprek.naam
                verder += staat == mag[-1]
                if gesprek.klaar:
                    af.append(gesprek)
                    wie[plek] = Gesprek(f"wie{len(wie) + len(af)}", postvak, aantallen)
        # In the end everybody has said everything, and read everything.
        await asyncio.to_thread(server.start)
        async with asyncio.timeout(120):
            for gesprek in wie:
                while not gesprek.klaar:
                    await gesprek.zegt(sessie, server, namaak)
            for gesprek in (*af, *wie):
                await gesprek.leest()
                assert gesprek.opgeslagen(server.map) == verwacht[-1], gesprek.naam
                assert gesprek.gehoord() == aantallen, gesprek.naam
        await asyncio.to_thread(server.stop)
    assert not [regel for regel in server.regels() if "ERROR" in regel or "Traceback" in regel]
    cijfers |= {
        "keer geëindigd": keren,
        "gesprekken": len(af) + len(wie),
        "opgeslagen en niet bevestigd": verder,
        "reacties": len(namaak.ontvangen),
        # What is lost or counts double has failed above: then there is no table.
        "antwoorden kwijt": 0,
        "antwoorden dubbel": 0,
        "reacties twee keer": postvak.dubbel,
        "niet geteld, en dat gezegd": sum(gesprek.geweigerd for gesprek in (*af, *wie)),
    }
