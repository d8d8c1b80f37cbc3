"""Een open pagina van de webchat, zonder browser."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiohttp import ClientWebSocketResponse
from aiohttp.test_utils import TestClient

GEEN_GROND: Final = (
    *("overslaan", "geven", "jeugdzorg", "gemeente", "uitkering", "diagnose", "gezondheid"),
    "begeleider, jeugdzorg",
)
"""The shortest way to the end: health data for a benefit."""

Client = TestClient[Any, Any]
Start = Callable[[], Awaitable[Client]]


class Tab:
    """One open page."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self.nummer = 0
        self.beeld: dict[str, Any] = {}

    async def frame(self, soort: str) -> dict[str, Any]:
        """Return the next frame of a kind; what the page shows keeps up."""
        while True:
            frame: dict[str, Any] = await self.socket.receive_json(timeout=30)
            if frame["soort"] == "beeld":
                self.beeld = frame["beeld"]
            if frame["soort"] == soort:
                return frame

    async def na(self, op: str | None) -> dict[str, Any]:
        """Return the beeld that follows a message."""
        while (frame := await self.frame("beeld"))["op"] != op:
            pass
        return frame

    async def stuur(self, zin: str, id_: str | None = None, bij: str | None = None) -> str:
        """Say something to the question on the screen, or to the one told."""
        self.nummer += 1
        bij = self.beeld["vraag"]["plek"] if bij is None else bij
        id_ = id_ or f"{id(self)}-{self.nummer}"
        frame = {"soort": "bericht", "id": id_, "tekst": zin, "bij": bij}
        await self.socket.send_json(frame)
        return id_

    async def zeg(self, *zinnen: str) -> dict[str, Any]:
        """Say something to each question and return the last frame."""
        frame: dict[str, Any] = {}
        for zin in zinnen:
            op = await self.stuur(zin)
            frame = await self.na(op)
        return frame

    async def vul(
        self, waarden: dict[str, Any], id_: str | None = None, bij: str | None = None
    ) -> dict[str, Any]:
        """Send a form to the question on the screen and return the beeld after it."""
        self.nummer += 1
        id_ = id_ or f"{id(self)}-{self.nummer}"
        bij = self.beeld["vraag"]["plek"] if bij is None else bij
        frame = {"soort": "ingevuld", "id": id_, "waarden": waarden, "bij": bij}
        await self.socket.send_json(frame)
        return await self.na(id_)

    async def ververs(self) -> dict[str, Any]:
        await self.socket.send_json({"soort": "begin"})
        return await self.na(None)


def eigen(client: Client) -> str:
    """Return the origin of our own page."""
    return str(client.make_url("/")).rstrip("/")


async def open_tab(client: Client, profiel: str = "professional") -> Tab:
    tab = Tab(await client.ws_connect(f"/ws?profiel={profiel}", origin=eigen(client)))
    await tab.na(None)
    return tab


async def wegingen(client: Client, profiel: str = "professional") -> list[str]:
    antwoord = await client.get(f"/wegingen?profiel={profiel}")
    return [regel["kenmerk"] for regel in (await antwoord.json())["wegingen"]]


def ingevuld(vraag: dict[str, Any]) -> dict[str, Any]:
    """Return a form with the first thing one can pick or fill in, in every field of a question."""
    if vraag["begrepen"]:
        return {vraag["sleutel"]: []}
    uit: dict[str, Any] = {}
    for veld in vraag["velden"] or [vraag]:
        keuzes = [optie["in_formulier"] for optie in veld["opties"]]
        uit[veld["sleutel"]] = {
            "meerkeuze": keuzes[:1],
            "selectie": keuzes[:1],
            "getal": veld["min"],
            "datum": "2026-03-02",
            "gegevens": ["verslag", "advies"],
            "tekst": "omdat het helpt",
        }.get(veld["soort"], keuzes[0] if keuzes else None)
    return uit
