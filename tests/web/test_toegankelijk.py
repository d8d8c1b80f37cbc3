"""Voor iedereen bruikbaar: WCAG 2.2 AA, smalle schermen, rustig beeld, op papier."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.web.conftest import Bezoek
from tests.web.huis import Huis

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_niets_loopt_buiten_een_smal_scherm(bezoek: Bezoek, huis: Huis) -> None:
    """320 px is 1280 px at a zoom of 400 %: everything must flow in one column."""
    breedte = 320
    bezoeker = await bezoek(viewport={"width": breedte, "height": 640}, has_touch=True)
    page = bezoeker.page

    async def past(naam: str) -> None:
        await bezoeker.schiet(f"{naam}-{breedte}")
        assert await page.evaluate("document.documentElement.scrollWidth") <= breedte, naam

    for vraag in (
        "omschrijving",
        "gebruiker",
        "gegevens",
        "begrepen",
        "levensgevaar",
        "startkwalificatie",
        "informeren",
        None,
    ):
        await huis.weeg(vraag)
        await bezoeker.begin()
        await past(vraag or "slot")
    await bezoeker.typ("casus 3.3.1")
    await page.locator(".melding.onderwerp").wait_for()
    await past("onderwerp")
    for hekje in ("#samenvatting", "#naslag", "#naslag/casus-3.3.1", "#wegingen"):
        await bezoeker.begin(hekje)
        await expect(page).not_to_have_title("Weegwijzer")
        await past(hekje.strip("#").replace("/", "-"))


@pytest.mark.parametrize("breedte", [360, 1280])
async def test_niets_hangt_voor_wat_de_focus_heeft(
    bezoek: Bezoek, huis: Huis, breedte: int
) -> None:
    await huis.weeg("startkwalificatie")
    bezoeker = await bezoek(viewport={"width": breedte, "height": 700})
    await bezoeker.page.locator("#nu button").first.focus()
    for _ in range(20):
        await bezoeker.page.keyboard.press("Shift+Tab")
        assert await bezoeker.bedekt() is None


async def test_knoppen_zijn_groot_genoeg_voor_een_vinger(bezoek: Bezoek) -> None:
    bezoeker = await bezoek(viewport={"width": 360, "height": 740})
    await bezoeker.weeg(1)
    te_klein = await bezoeker.page.evaluate(
        """() => [...document.querySelectorAll("button, .menu a, select, input, summary, .vink")]
            .filter((el) => el.checkVisibility() && !el.closest(".vink > *"))
            .map((el) => [el.outerHTML.slice(0, 80), el.getBoundingClientRect()])
            .filter(([, vak]) => vak.height < 24 || vak.width < 24)
            .map(([html]) => html)"""
    )
    assert te_klein == []


@pytest.mark.parametrize(("wens", "beweging"), [("reduce", "none"), ("no-preference", "komt")])
async def test_wie_rust_wil_ziet_niets_bewegen(bezoek: Bezoek, wens: str, beweging: str) -> None:
    bezoeker = await bezoek(reduced_motion=wens)
    await bezoeker.weeg(1)
    naam = "getComputedStyle(document.querySelector('.nieuw')).animationName"
    assert await bezoeker.page.evaluate(naam) == beweging


async def test_wie_luistert_hoort_wat_er_bij_kwam(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("toestemming")
    bezoeker = await bezoek()
    await bezoeker.antwoord("Nog niet gevraagd")
    melding = bezoeker.page.locator("#melding")
    await expect(melding).to_have_attribute("aria-live", "polite")
    # The interim conclusion, and not again what was said before.
    await expect(melding.locator("p")).to_have_count(1)
    await expect(melding).to_contain_text("toestemming")


async def test_op_papier_staat_alleen_de_samenvatting(bezoek: Bezoek, huis: Huis) -> None:
    await huis.bewaar_een_weging()
    bezoeker = await bezoek()
    await bezoeker.page.get_by_role("link", name="Samenvatting", exact=True).click()
    await bezoeker.page.emulate_media(media="print")
    await bezoeker.schiet("afdruk", heel=True)
    await expect(bezoeker.page.locator(".document")).to_be_visible()
    for weg in (".kop", ".acties", ".spoor"):
        await expect(bezoeker.page.locator(weg).first).to_be_hidden()
