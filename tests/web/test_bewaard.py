"""Na het bewaren op de bladzijde: kopiëren, een eigen kenmerk, zoeken, als basis; en wissen."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.web.conftest import Bezoek
from tests.web.huis import Huis

pytestmark = pytest.mark.asyncio(loop_scope="session")

KENMERK = "WW-2026-0001"


async def zichtbaar(page: Page) -> str:
    return await page.locator("body").inner_text()


async def test_na_bewaren_kopieren_noemen_en_zoeken(bezoek: Bezoek, huis: Huis) -> None:
    await huis.bewaar_een_weging()
    bezoeker = await bezoek()
    page = bezoeker.page
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    slot = page.locator(".slot")
    await slot.get_by_role("button", name="Kopieer").click()
    await expect(slot.get_by_role("button", name="gekopieerd")).to_be_visible()
    assert KENMERK in await page.evaluate("navigator.clipboard.readText()")

    await slot.get_by_label("Eigen kenmerk").fill("Blauwe map 12")
    await slot.get_by_role("button", name="Onthoud").click()
    await expect(page.locator("#verloop .melding")).to_contain_text("Blauwe map 12")
    await bezoeker.schiet("bewaard-slot", heel=True)

    await page.get_by_role("link", name="Bewaard", exact=True).click()
    regels = page.locator("#blad-wegingen .lijst > li")
    await expect(regels).to_contain_text("Blauwe map 12")
    await expect(regels.locator(".merkje")).to_have_count(1)
    await bezoeker.schiet("bewaard-lijst")
    await page.get_by_label("Zoek in deze lijst").fill("geel")
    await expect(regels).to_be_hidden()
    await page.get_by_label("Zoek in deze lijst").fill("map blauwe")
    await expect(regels).to_be_visible()

    await regels.get_by_role("link").click()
    await expect(page.locator("#blad-wegingen").get_by_label("Eigen kenmerk")).to_have_value(
        "Blauwe map 12"
    )
    await bezoeker.schiet("bewaard-weging")
    await page.get_by_role("button", name="Gebruik als basis").click()
    await expect(page.locator("#verloop .melding")).to_contain_text(KENMERK)
    await expect(page.locator("#verloop .blok")).to_have_count(0)
    await expect(page.locator("#nu")).to_contain_text("Doorstroompunt")
    await bezoeker.schiet("bewaard-basis", heel=True)


async def test_verwijderen_haalt_ook_weg_wat_er_in_het_gesprek_over_stond(
    bezoek: Bezoek, huis: Huis
) -> None:
    await huis.bewaar_een_weging()
    page = (await bezoek()).page
    await page.locator("#typ").fill(f"open {KENMERK}")
    await page.locator("#typ").press("Enter")
    await expect(page.locator("#verloop .melding")).to_contain_text(KENMERK)
    await page.get_by_role("link", name="Bewaard", exact=True).click()
    await page.locator("#blad-wegingen").get_by_role("link", name=KENMERK).click()
    await page.get_by_role("button", name="Verwijder", exact=True).click()
    await page.get_by_role("button", name="Ja, verwijder").click()
    gelukt = page.locator("#blad-wegingen .gelukt")
    await expect(gelukt).to_contain_text("gesprek")
    await expect(page.locator("#verloop .blok")).to_have_count(0)
    assert KENMERK not in await page.locator("#verloop").inner_text()
    # Something else is kept meanwhile, so the list is drawn anew: what was said of it stays.
    await huis.weeg_opnieuw()
    await expect(page.locator("#blad-wegingen .lijst > li")).to_have_count(1)
    await expect(gelukt).to_contain_text("gesprek")


async def test_het_scherm_is_in_een_keer_leeg(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg()
    bezoeker = await bezoek()
    page = bezoeker.page
    tweede = await page.context.new_page()
    await tweede.goto(f"{huis.adres}#samenvatting")
    await expect(tweede.locator("#blad-samenvatting")).to_contain_text("testuitslag")
    await page.goto(f"{huis.adres}#wegingen")
    await page.goto(f"{huis.adres}#gesprek")
    await expect(page.locator("#verloop")).to_contain_text("testuitslag")

    await page.get_by_role("button", name="Wis scherm").click()
    for leeg in (page, tweede):
        await expect(leeg.locator(".gewist h1")).to_be_visible()
        assert "testuitslag" not in await leeg.content()
    await bezoeker.schiet("gewist")
    # Neither loading it anew nor going back shows anything.
    await page.reload()
    await expect(page.locator(".gewist h1")).to_be_visible()
    await page.go_back()
    await expect(page.locator(".gewist h1")).to_be_visible()
    assert "testuitslag" not in await page.content()

    await page.get_by_role("button", name="Ga verder").click()
    await expect(page.locator("#verloop")).to_contain_text("testuitslag")
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    await expect(page.locator(".gewist h1")).to_be_visible()

    await page.get_by_role("button", name="Wis ook de antwoorden").click()
    await page.get_by_role("button", name="Ja, wis").click()
    await page.get_by_role("button", name="Begin een nieuwe weging").click()
    await page.locator("#vraagzin").wait_for()
    await expect(page.locator("#verloop .blok")).to_have_count(0)


async def test_wie_het_typt_wist_ook(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg()
    page = (await bezoek()).page
    await page.locator("#typ").fill("wis scherm")
    await page.locator("#typ").press("Enter")
    await expect(page.locator(".gewist h1")).to_be_visible()
