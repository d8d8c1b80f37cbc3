"""Aanmelden in een echte browser: je ziet wie je bent, en je kunt weer weg."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, expect

from bot.instellingen import lees
from bot.klok import nu
from dialogs.teksten import tekst
from tests.bot.aanmelden.aanbieder import CLIENT, GEHEIM, Namaak, aanbieder
from tests.web.bezoeker import SCHERMEN, Bezoeker
from tests.web.huis import Huis

AFGEMELD: Final = tekst("aanmelden.afgemeld")
pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def namaak() -> AsyncIterator[Namaak]:
    async with aanbieder() as draaiend:
        draaiend.klok = nu
        yield draaiend


@pytest_asyncio.fixture(loop_scope="session")
async def huis(tmp_path: Path, namaak: Namaak) -> AsyncIterator[Huis]:
    """A server where one signs in, found under its own address on this machine."""
    huis = Huis(tmp_path / "weegwijzer.sqlite3", klok=nu)
    await huis.open(
        lambda adres: lees(
            {
                "WEEGWIJZER_URL": adres,
                "WEEGWIJZER_OIDC_ISSUER": namaak.issuer,
                "WEEGWIJZER_OIDC_CLIENT_ID": CLIENT,
                "WEEGWIJZER_OIDC_CLIENT_SECRET": GEHEIM,
                "WEEGWIJZER_PRIVACY_OFFICERS": "web:*:anne",
            }
        )
    )
    yield huis
    await huis.sluit()


@pytest_asyncio.fixture(loop_scope="session")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    context = await browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    yield context
    await context.close()


async def _open(context: BrowserContext, huis: Huis) -> Bezoeker:
    bezoeker = Bezoeker(await context.new_page(), huis.adres)
    await bezoeker.begin(klaar="#vraagzin")
    return bezoeker


async def test_je_ziet_wie_je_bent_en_kunt_weer_weg(
    context: BrowserContext, huis: Huis, namaak: Namaak
) -> None:
    een, twee = await _open(context, huis), await _open(context, huis)
    for bezoeker in (een, twee):
        await expect(bezoeker.page.locator("#ik-naam")).to_have_text("Anne de Vries")
        await expect(bezoeker.page.locator("#ik-rol")).to_have_text("Privacy officer")
        await expect(bezoeker.page.locator("#profiel")).to_be_hidden()
    await een.page.screenshot(path=SCHERMEN / "aanmelden-binnen.png")
    await een.page.set_viewport_size({"width": 360, "height": 740})
    await een.page.screenshot(path=SCHERMEN / "aanmelden-smal.png")
    await een.page.get_by_role("button", name=tekst("web.ik.afmelden")).click()
    await expect(een.page.get_by_role("heading", name=AFGEMELD)).to_be_visible()
    # The other tab shows nothing any more either.
    await expect(twee.page.get_by_role("heading", name=AFGEMELD)).to_be_visible()
    await twee.page.screenshot(path=SCHERMEN / "aanmelden-afgemeld.png")
    assert namaak.gevraagd.count("weg") == 1

    namaak.persoon = {"sub": "bas", "name": "Bas"}
    await twee.page.get_by_role("link", name=tekst("aanmelden.opnieuw")).click()
    await expect(twee.page.locator("#ik-naam")).to_have_text("Bas")
    await expect(twee.page.locator("#ik-rol")).to_be_hidden()
    assert een.fouten == twee.fouten == []


async def test_een_pagina_van_een_ander_laadt_opnieuw(
    context: BrowserContext, huis: Huis, namaak: Namaak
) -> None:
    anne = await _open(context, huis)
    namaak.persoon = {"sub": "bas", "name": "Bas"}
    ander = await context.new_page()
    await ander.goto(f"{huis.adres}aanmelden")
    await expect(ander.locator("#ik-naam")).to_have_text("Bas")
    await expect(anne.page.get_by_role("heading", name=AFGEMELD)).to_be_visible()
