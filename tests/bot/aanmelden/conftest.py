"""Een server waar men zich aanmeldt, een aanbieder, en browsers."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from aiohttp.test_utils import TestServer

from bot.instellingen import Instellingen, lees
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in, webserver
from bot.samenhang import mensen
from tests.bot.aanmelden.aanbieder import CLIENT, GEHEIM, OID, TENANT, Namaak, aanbieder
from tests.bot.aanmelden.browser import ADRES, Browser, sessie
from tests.bot.nep import NU, Teller

Nieuw = Callable[[], Browser]


@dataclass
class Uur:
    """A clock that stands still until somebody moves it."""

    nu: dt.datetime = NU

    def __call__(self) -> dt.datetime:
        return self.nu

    def later(self, **hoelang: float) -> None:
        self.nu += dt.timedelta(**hoelang)


@pytest.fixture
def uur() -> Uur:
    return Uur()


@pytest.fixture
async def namaak(uur: Uur) -> AsyncIterator[Namaak]:
    async with aanbieder() as draaiend:
        draaiend.klok = uur
        yield draaiend


@pytest.fixture
async def entra() -> AsyncIterator[Namaak]:
    """Provide as Entra does: of one tenant, with object ids."""
    async with aanbieder(f"/{TENANT}/v2.0") as draaiend:
        draaiend.persoon = {"tid": TENANT, "oid": OID.format(1)}
        yield draaiend


def ingesteld(namaak: Namaak, **anders: str) -> Instellingen:
    return lees(
        {
            "WEEGWIJZER_URL": ADRES,
            "WEEGWIJZER_OIDC_ISSUER": namaak.issuer,
            "WEEGWIJZER_OIDC_CLIENT_ID": CLIENT,
            "WEEGWIJZER_OIDC_CLIENT_SECRET": GEHEIM,
            **anders,
        }
    )


@asynccontextmanager
async def browsers(
    sqlite: SqliteOpslag, uur: Uur, instellingen: Instellingen
) -> AsyncIterator[Nieuw]:
    """Run a server with these settings, and give browsers to visit it with."""
    kern = richt_in(sqlite, uur, Teller(), mensen=mensen(instellingen))
    server = TestServer(webserver(kern, instellingen), host="127.0.0.1")
    async with server, sessie() as open_:
        yield lambda: Browser(open_, server.make_url("/"))


@pytest.fixture
async def nieuw(sqlite: SqliteOpslag, uur: Uur, namaak: Namaak) -> AsyncIterator[Nieuw]:
    async with browsers(sqlite, uur, ingesteld(namaak)) as nieuw:
        yield nieuw


@pytest.fixture
async def browser(nieuw: Nieuw) -> Browser:
    return nieuw()
