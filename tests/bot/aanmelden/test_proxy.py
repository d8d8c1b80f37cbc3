"""Een proxy die zegt wie er is: alleen hij, en maar één keer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import pytest
from aiohttp import WSServerHandshakeError
from multidict import CIMultiDict

from bot.instellingen import Instellingen, lees
from bot.opslag.sqlite import SqliteOpslag
from bot.wie import Wie
from dialogs.teksten import tekst
from tests.bot.aanmelden.browser import ADRES, Browser
from tests.bot.aanmelden.conftest import Uur, browsers
from tests.bot.tab import GEEN_GROND

KOP: Final = "X-Remote-User"
GEHEIM: Final = "een lang geheim van de proxy"


def ingesteld(**anders: str) -> Instellingen:
    return lees(
        {
            "WEEGWIJZER_URL": ADRES,
            "WEEGWIJZER_PROXY_KOP": KOP,
            "WEEGWIJZER_PROXY_ADRESSEN": "127.0.0.1, 10.1.0.0/16",
            "WEEGWIJZER_PROXY_GEHEIM": GEHEIM,
            "WEEGWIJZER_PROXY_AFMELDEN": "/oauth2/sign_out",
            **anders,
        }
    )


class Achter(Browser):
    """A browser of somebody whom the proxy knows."""

    koppen: CIMultiDict[str] = CIMultiDict()

    def als(self, *namen: str, geheim: tuple[str, ...] = (GEHEIM,)) -> Achter:
        paren = [(KOP, naam) for naam in namen] + [("X-Weegwijzer-Geheim", g) for g in geheim]
        self.koppen = CIMultiDict(paren)
        return self

    def _koppen(self, anders: dict[str, str] | None = None) -> CIMultiDict[str]:  # type: ignore[override]
        samen = CIMultiDict(super()._koppen(anders))
        samen.extend(self.koppen)
        return samen


@asynccontextmanager
async def _achter(
    sqlite: SqliteOpslag, uur: Uur, instellingen: Instellingen
) -> AsyncIterator[Achter]:
    async with browsers(sqlite, uur, instellingen) as nieuw:
        gewoon = nieuw()
        yield Achter(gewoon._sessie, gewoon._server)


@pytest.fixture
async def browser(sqlite: SqliteOpslag, uur: Uur) -> AsyncIterator[Achter]:
    async with _achter(sqlite, uur, ingesteld()) as gemaakt:
        yield gemaakt


async def test_wie_de_proxy_noemt_is_binnen(browser: Achter, sqlite: SqliteOpslag) -> None:
    browser.als("anne@school.example")
    wie = await browser.wie()
    assert (wie["naam"], wie["afmelden"]) == ("anne@school.example", "/oauth2/sign_out")
    await (await browser.tab()).zeg(*GEEN_GROND, "bewaar")
    assert await browser.wegingen() == ["WW-2026-0001"]
    anne = Wie("web", "anne@school.example", bewezen=True)
    assert len(await sqlite.wegingen(anne.eigenaar())) == 1
    browser.als("bas")
    assert await browser.wegingen() == []
    assert (await browser.haal("/wegingen/WW-2026-0001")).status == 404


@pytest.mark.parametrize(
    ("namen", "geheim", "status"),
    [
        ((), (GEHEIM,), 401),
        (("",), (GEHEIM,), 401),
        (("anne", "bas"), (GEHEIM,), 400),
        (("anne", "anne"), (GEHEIM,), 400),
        (("anne,bas",), (GEHEIM,), 400),
        (("anne, bas",), (GEHEIM,), 400),
        (("x" * 201,), (GEHEIM,), 400),
        (("a\u202eb",), (GEHEIM,), 400),
        (("anne",), (), 403),
        (("anne",), ("",), 403),
        (("anne",), (GEHEIM[:-1],), 403),
        (("anne",), (GEHEIM, GEHEIM), 403),
        (("anne",), ("fout", GEHEIM), 403),
    ],
    ids=str,
)
async def test_een_kop_die_niet_klopt(
    browser: Achter, namen: tuple[str, ...], geheim: tuple[str, ...], status: int
) -> None:
    browser.als(*namen, geheim=geheim)
    assert (await browser.haal("/")).status == (200 if status == 400 else status)
    for pad in ("/wie", "/wegingen", "/naslag"):
        assert (await browser.haal(pad)).status == status
    with pytest.raises(WSServerHandshakeError) as geweigerd:
        await browser.tab("x")
    assert geweigerd.value.status == status


@pytest.mark.parametrize("doorgestuurd", ["X-Forwarded-For", "X-Real-IP", "Forwarded"])
async def test_van_een_ander_adres_telt_de_kop_niet(
    sqlite: SqliteOpslag, uur: Uur, doorgestuurd: str
) -> None:
    """Where somebody comes from is what the connection says, not what a header says."""
    elders = ingesteld(WEEGWIJZER_PROXY_ADRESSEN="10.1.0.0/16")
    async with _achter(sqlite, uur, elders) as browser:
        browser.als("anne")
        antwoord = await browser.haal("/wie", **{doorgestuurd: "10.1.2.3"})
        assert antwoord.status == 403
        assert await antwoord.json() == {"fout": tekst("bot.geweigerd_proxy")}


@pytest.mark.parametrize(
    "herkomst", ["https://elders.example", "http://weegwijzer.example", "null"]
)
async def test_een_andere_website_komt_er_niet_in(browser: Achter, herkomst: str) -> None:
    browser.als("anne")
    merk = (await browser.wie())["merk"]
    with pytest.raises(WSServerHandshakeError) as geweigerd:
        await browser.tab(merk, herkomst)
    assert geweigerd.value.status == 403
    assert (await browser.vraag("DELETE", "/gesprek", {"Origin": herkomst})).status == 403
    assert (await browser.vraag("DELETE", "/gesprek")).status == 403


async def test_een_rol_komt_uit_de_instellingen(sqlite: SqliteOpslag, uur: Uur) -> None:
    async with _achter(sqlite, uur, ingesteld(WEEGWIJZER_BEHEERDERS="web::anne")) as browser:
        assert (await browser.als("anne").wie())["rollen"] == ["beheerder"]
        assert (await browser.als("Anne").wie())["rollen"] == []
