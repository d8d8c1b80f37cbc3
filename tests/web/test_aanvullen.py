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
