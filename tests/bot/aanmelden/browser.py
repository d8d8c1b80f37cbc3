"""Een browser voor de tests: onthoudt koekjes zoals een echte, en volgt niets vanzelf."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import ClientResponse, ClientSession, DummyCookieJar
from yarl import URL

from tests.bot.tab import Tab

ADRES: Final = "https://weegwijzer.example"


class Browser:
    """Somebody's browser, behind the proxy that does TLS."""

    def __init__(self, sessie: ClientSession, server: URL) -> None:
        self._sessie = sessie
        self._server = server
        self.koekjes: dict[str, str] = {}
        self.gezet: dict[str, str] = {}
        """How each cookie was set: with which attributes."""

    def _koppen(self, anders: dict[str, str] | None = None) -> dict[str, str]:
        koppen = {"Host": "weegwijzer.example", "X-Forwarded-For": "10.0.0.9"}
        if self.koekjes:
            koppen["Cookie"] = "; ".join(f"{n}={w}" for n, w in self.koekjes.items())
        return koppen | (anders or {})

    async def vraag(
        self, hoe: str, waar: str, koppen: dict[str, str] | None = None
    ) -> ClientResponse:
        """Ask our server something; `waar` may be the whole public address."""
        naar = self._server.join(URL(waar.removeprefix(ADRES), encoded=True))
        antwoord = await self._sessie.request(
            hoe, naar, headers=self._koppen(koppen), allow_redirects=False
        )
        await antwoord.read()
        self._onthoud(antwoord)
        return antwoord

    async def haal(self, waar: str, **koppen: str) -> ClientResponse:
        return await self.vraag("GET", waar, koppen)

    def _onthoud(self, antwoord: ClientResponse) -> None:
        for regel in antwoord.headers.getall("Set-Cookie", []):
            naam, _, rest = regel.partition("=")
            waarde, _, hoe = rest.partition(";")
            self.gezet[naam] = hoe
            self.koekjes[naam] = waarde.strip('"')
            if "Max-Age=0" in hoe:
                del self.koekjes[naam]

    async def begin(self) -> str:
        """Begin to sign in, and let the provider send us back; return where to."""
        naar = (await self.haal("/aanmelden")).headers["Location"]
        elders = await self._sessie.get(URL(naar, encoded=True), allow_redirects=False)
        return elders.headers["Location"]

    async def meld_aan(self) -> ClientResponse:
        return await self.haal(await self.begin())

    async def meld_af(self) -> ClientResponse:
        return await self.vraag("POST", "/afmelden", {"Origin": ADRES})

    async def wie(self) -> dict[str, Any]:
        antwoord: dict[str, Any] = await (await self.haal("/wie")).json()
        return antwoord

    async def tab(self, voor: str | None = None, herkomst: str = ADRES) -> Tab:
        """Open a page, for this person or another."""
        merk = (await self.wie())["merk"] if voor is None else voor
        socket = await self._sessie.ws_connect(
            self._server.join(URL(f"/ws?profiel={merk}")),
            headers=self._koppen({"Origin": herkomst}),
        )
        tab = Tab(socket)
        await tab.na(None)
        return tab

    async def wegingen(self) -> list[str]:
        regels = (await (await self.haal("/wegingen")).json())["wegingen"]
        return [regel["kenmerk"] for regel in regels]


def sessie() -> ClientSession:
    return ClientSession(cookie_jar=DummyCookieJar())
