"""Mensen die doorpraten terwijl de server sterft, en wat er van elk bewaard moet zijn."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import ClientSession

from bot.klok import nu
from bot.opslag.geheugen import GeheugenOpslag
from bot.opstarten import richt_in
from bot.post import Post
from bot.wie import Wie
from dialogs.beeld import Beeld
from dialogs.beeld.als_tekst import berichten
from dialogs.teksten import tekst
from tests.aanval.bewaarplaats import Bewaarplaats
from tests.aanval.proces import activiteit
from tests.aanval.vork import Vork
from tests.bot.connector import Connector
from tests.bot.nep import Teller, na
from tests.bot.tab import GEEN_GROND

ZINNEN: Final = (
    *("hallo", "overslaan", "geven", "jeugdzorg", "gemeente", "uitkering", "diagnose"),
    *("gezondheid", "19", "nee", "weet ik niet", "nee", "1", "nee", "weet ik niet", "terug"),
    *("nee", "weet ik niet", "wijzig leeftijd", "20", "ja", "nee", "weet ik niet", "ja"),
)
"""What one person says; what is stored and answered is worked out beforehand."""
BEWAART: Final = ("hallo", *GEEN_GROND, "bewaar")
"""What somebody says who keeps a weighing."""
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
    return (await verhaal(ZINNEN)).staten


@dataclass(frozen=True, slots=True)
class Verhaal:
    """What somebody says, and what must come of it."""

    zinnen: tuple[str, ...]
    staten: list[tuple[Any, ...]]
    """What must be stored after so many messages."""
    aantallen: list[int]
    """In how many messages each is answered."""


async def verhaal(zinnen: tuple[str, ...]) -> Verhaal:
    """Work out what must come of it, where nobody dies."""
    opslag = GeheugenOpslag()
    kern = richt_in(opslag, nu, Teller())
    wie = Wie("teams", "29:x", via="msteams")
    opgeslagen: list[tuple[Any, ...]] = []
    aantallen: list[int] = []

    def tel(beeld: Beeld) -> tuple[()]:
        aantallen.append(len(berichten(beeld)))
        return ()

    for nummer, zin in enumerate(zinnen):
        document = await opslag.laad(wie.gesprek("a:x"))
        if document is not None:  # as if the reply arrived
            opslag._getoond[wie.gesprek("a:x")] = _plek(document.inhoud)
        beurt = kern.gesprekken.beurt(wie, "a:x", zin, f"in-{nummer}", getypt=True, post=Post(tel))
        await na(beurt)
        document = await opslag.laad(wie.gesprek("a:x"))
        assert document is not None
        opgeslagen.append(antwoorden(document.inhoud))
    return Verhaal(zinnen, opgeslagen, aantallen)


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

    def __init__(self, naam: str, postvak: Postvak, verhaal: Verhaal) -> None:
        self.naam = naam
        self.verhaal = verhaal
        self.geteld = 0
        """So many messages are acknowledged, and nobody said that they did not count."""
        self.geweigerd = 0
        self._postvak = postvak
        self._ids: list[int] = []
        """Under which id each was acknowledged."""
        self._volgende = 0

    async def zegt(self, sessie: ClientSession, server: Vork, namaak: Connector) -> None:
        """Say the next thing, under the id it would have when sent again."""
        await self.leest()
        inhoud = activiteit(
            namaak.url, self.verhaal.zinnen[self.geteld], self._volgende, wie=self.naam
        )
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
            elif len(gehoord) == self.verhaal.aantallen[self.geteld - 1]:
                return
            else:
                await asyncio.sleep(0.005)

    def gehoord(self) -> list[int]:
        """Return in how many messages each that counted was answered."""
        return [len(self._postvak.bij(self.naam, nummer)) for nummer in self._ids]

    async def weigering_onderweg(self, waar: Bewaarplaats) -> bool:
        """Tell whether what was acknowledged last is answered by that it does not count."""
        if self._postvak.bij(self.naam, self._ids[-1])[:1] == [_KWIJT]:
            return True
        rijen = await waar.vraag(
            "SELECT inhoud FROM uitgaand WHERE sleutel = $1 AND bericht_id = $2",
            self._sleutel,
            f"in-{self._ids[-1]}",
        )
        return any(json.loads(inhoud)["text"] == _KWIJT for (inhoud,) in rijen)

    @property
    def _sleutel(self) -> str:
        return self._wie.gesprek(f"a:{self.naam}")

    @property
    def _wie(self) -> Wie:
        return Wie("teams", f"29:{self.naam}", via="msteams")

    @property
    def klaar(self) -> bool:
        return self.geteld == len(self.verhaal.zinnen)

    async def opgeslagen(self, waar: Bewaarplaats) -> tuple[Any, ...] | None:
        rijen = await waar.vraag("SELECT inhoud FROM document WHERE sleutel = $1", self._sleutel)
        return next((antwoorden(json.loads(inhoud)) for (inhoud,) in rijen if inhoud), None)

    async def wegingen(self, waar: Bewaarplaats) -> int:
        """Return how many weighings are kept of this person, each of which is whole."""
        rijen = await waar.vraag(
            "SELECT kenmerk, markdown, gegevens FROM weging WHERE eigenaar = $1",
            self._wie.eigenaar(),
        )
        edities = {naam for (naam,) in await waar.vraag("SELECT naam FROM editie")}
        for kenmerk, tekst_, gegevens in rijen:
            gelezen = json.loads(gegevens)
            assert gelezen["kenmerk"] == kenmerk
            assert kenmerk in tekst_
            assert gelezen["kennis"] in edities
        return len(rijen)
