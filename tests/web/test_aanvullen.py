"""Het formulier na het oordeel op de bladzijde: dicht, in te vullen, en daarna in het verslag."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.web.conftest import Bezoek
from tests.web.huis import Huis

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_aanvullen_en_terugzien(bezoek: Bezoek, huis: Huis) -> None:
    await huis.bewaar_een_weging()
    bezoeker = await bezoek()
    page = bezoeker.page
    formulier = page.locator("#nu .aanvulling")
    await expect(formulier.get_by_label("Bewaartermijn")).to_be_hidden()
    await formulier.locator("summary").click()
    await bezoeker.schiet("aanvulling", heel=True)
    await formulier.get_by_label("Organisatie").fill("roc")
    await formulier.get_by_label("Bewaartermijn").fill("1 jaar")
    await formulier.get_by_label("Opnieuw bekijken op").fill("2027-05-03")
    await formulier.get_by_label("Besluit", exact=True).select_option("anders")
    await formulier.get_by_role("button").click()
    await expect(page.locator("#verloop .melding").first).to_contain_text("bewaartermijn")
    await expect(formulier.get_by_label("Bewaartermijn")).to_have_value("1 jaar")
    await expect(formulier.locator(".fout").first).not_to_be_empty()
    await bezoeker.schiet("aanvulling-gevuld", heel=True)
    await formulier.get_by_role("button").click()
    await expect(formulier.get_by_role("alert")).not_to_be_empty()


async def test_een_papier_aanpassen(bezoek: Bezoek, huis: Huis) -> None:
    await huis.bewaar_een_weging()
    bezoeker = await bezoek()
    page = bezoeker.page
    await page.get_by_role("link", name="Bewaard", exact=True).click()
    blad = page.locator("#blad-wegingen")
    await blad.get_by_role("link", name="WW-2026-0001").click()
    await blad.locator(".papieren > summary").click()
    papier = blad.locator(".bewerken").first
    await papier.locator("summary").click()
    vlak = papier.get_by_role("textbox")
    await expect(vlak).not_to_have_value("")
    await vlak.fill("# Bericht\n\nBel Sanne de Vries.")
    await papier.get_by_role("button", name="Kijk na").click()
    await expect(papier.locator(".nagekeken li")).to_have_count(1)
    await bezoeker.schiet("papier-bewerken")
    async with page.expect_download() as download:
        await papier.get_by_role("button", name="PDF").click()
    assert (await download.value).suggested_filename.endswith(".pdf")
