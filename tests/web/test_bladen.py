"""Het blad met wat bewaard is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.web.conftest import Bezoek
from tests.web.huis import Huis

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_openen_downloaden_en_verwijderen(bezoek: Bezoek, huis: Huis, tmp_path: Path) -> None:
    await huis.bewaar_een_weging()
    page = (await bezoek()).page
    await page.get_by_role("link", name="Bewaard", exact=True).click()
    await expect(page.locator("#blad-wegingen h1")).to_be_focused()
    await page.locator("#blad-wegingen").get_by_role("link", name="WW-2026-0001").click()
    await expect(page.locator("article h1")).to_contain_text("WW-2026-0001")

    await page.locator("#blad-wegingen .downloads summary").click()
    async with page.expect_download() as wacht:
        await page.get_by_role("link", name="Markdown").click()
    download = await wacht.value
    assert download.suggested_filename == "WW-2026-0001.md"
    await download.save_as(tmp_path / "weging.md")
    assert "WW-2026-0001" in (tmp_path / "weging.md").read_text(encoding="utf-8")
    async with page.expect_download() as wacht:
        await page.get_by_role("link", name="JSON").click()
    download = await wacht.value
    await download.save_as(tmp_path / "weging.json")
    gelezen = json.loads((tmp_path / "weging.json").read_text(encoding="utf-8"))
    assert gelezen["kenmerk"] == "WW-2026-0001"

    # First thought better of: nothing happens, and the focus is back where it was.
    verwijder = page.get_by_role("button", name="Verwijder", exact=True)
    await verwijder.click()
    await expect(page.get_by_role("button", name="Nee, laat staan")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(verwijder).to_be_focused()
    await verwijder.click()
    await page.get_by_role("button", name="Ja, verwijder").click()
    await expect(page.locator("#blad-wegingen .leeg")).to_be_visible()
    await expect(page.locator("#melding")).to_contain_text("WW-2026-0001")


async def test_een_ander_profiel_ziet_je_wegingen_niet(bezoek: Bezoek, huis: Huis) -> None:
    await huis.bewaar_een_weging()
    page = (await bezoek()).page
    await page.get_by_role("link", name="Bewaard", exact=True).click()
    await page.locator("#blad-wegingen").get_by_role("link", name="WW-2026-0001").click()
    await page.locator("article").wait_for()
    await page.get_by_label("Uitproberen als").select_option("privacy_officer")
    await expect(page.locator("#blad-wegingen .fout")).to_be_visible()
    await expect(page.locator("article")).to_have_count(0)


async def test_zonder_weging_is_de_lijst_leeg(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.begin("#wegingen")
    await expect(bezoeker.page.locator("#blad-wegingen .leeg")).to_be_visible()
    await bezoeker.begin("#wegingen/WW-2026-0099")
    await expect(bezoeker.page.locator("#blad-wegingen .fout")).to_be_visible()
