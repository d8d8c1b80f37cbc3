"""Nakijken en ongedaan maken op de bladzijde: één tik, en dan verder waar men was."""

import pytest
from playwright.async_api import expect

from dialogs.teksten import tekst
from tests.web.conftest import Bezoek

pytestmark = pytest.mark.asyncio(loop_scope="session")
VERTELD = (
    "Ik ben klantmanager bij de gemeente. Een jongen van 19 stopte in juni met mbo 2. Ik wil van "
    "het roc zijn stageverslag en of hij adhd heeft, om hem naar werk te begeleiden."
)


async def test_een_lange_lijst_is_kort_en_gaat_open(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.antwoord(VERTELD)
    zeker = page.locator("summary#zeker")

    await expect(zeker).to_contain_text("leeftijd: 19")
    await expect(page.get_by_role("switch")).to_have_count(6)
    await zeker.click()
    await expect(bezoeker.regel("Leeftijd")).to_be_visible()
    await bezoeker.typ("hij is 20")
    await expect(bezoeker.regel("Leeftijd")).to_contain_text(tekst("web.begrepen.aangepast"))
    await expect(bezoeker.regel("Leeftijd")).to_be_visible()


async def test_nakijken_wijzigen_en_weer_ongedaan(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.antwoord(VERTELD)
    await bezoeker.verstuur()
    await expect(page.locator("#vraagzin")).not_to_contain_text("begrepen")
    waar = await bezoeker.vraag()

    await page.get_by_role("button", name=tekst("knoppen.nakijken")).click()
    await page.get_by_role("button", name="leeftijd: 19").click()
    await expect(page.locator("#nu .wijzigt")).to_contain_text("19")
    await page.locator("#nu input").first.fill("20")
    await bezoeker.verstuur()
    await expect(page.locator("#vraagzin")).to_have_text(waar)

    await page.get_by_role("button", name=tekst("knoppen.ongedaan")).click()
    await expect(page.locator("#nu .wijzigt")).to_contain_text("19")
