"""Wie in het gesprek zit, ziet wat hij moet zien, en kan typen en terugvinden."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.web.conftest import Bezoek
from tests.web.huis import Huis

pytestmark = pytest.mark.asyncio(loop_scope="session")

IN_BEELD = """el => {
    const { top, bottom } = el.getBoundingClientRect();
    const hangt = document.querySelector("#in-zicht").getBoundingClientRect().bottom;
    return top >= hangt - 1 && bottom <= innerHeight;
}"""
BREDER = [{"width": 1280, "height": 720}, {"width": 360, "height": 640}]


@pytest.mark.parametrize("maat", BREDER, ids=["breed", "smal"])
async def test_dat_de_verbinding_weg_is_ziet_men_waar_men_ook_is(
    bezoek: Bezoek, huis: Huis, maat: dict[str, int]
) -> None:
    await huis.weeg("informeren")
    bezoeker = await bezoek(viewport=maat)
    page = bezoeker.page
    await huis.sluit()
    await expect(page.locator("#lijn")).to_contain_text("staat uit")
    for plaats in ("0", "document.body.scrollHeight"):
        await page.evaluate(f"scrollTo(0, {plaats})")
        vak = await page.locator("#lijn").bounding_box()
        assert vak is not None
        assert 0 <= vak["y"] <= maat["height"] - vak["height"]
    await bezoeker.schiet(f"verbinding-weg-{maat['width']}")
    await huis.open()


@pytest.mark.parametrize("maat", BREDER, ids=["breed", "smal"])
@pytest.mark.parametrize("bij", ["gebruiker", "doel_verenigbaar@onderzoek_leerbaarheid"])
async def test_dat_er_iets_is_weggehaald_staat_in_beeld(
    bezoek: Bezoek, huis: Huis, maat: dict[str, int], bij: str
) -> None:
    await huis.weeg(bij)
    bezoeker = await bezoek(viewport=maat)
    await bezoeker.typ("mail naar jan.jansen@voorbeeld.nl")
    melding = bezoeker.page.locator(".melding.waarschuwing")
    await expect(melding).to_contain_text("e-mailadres")
    await bezoeker.schiet(f"weggehaald-{maat['width']}-{bij[:5]}")
    assert await melding.evaluate(IN_BEELD)


async def test_bewaard_staat_er_in_elk_blad_over_de_weging(bezoek: Bezoek, huis: Huis) -> None:
    await huis.bewaar_een_weging()
    bezoeker = await bezoek()
    page = bezoeker.page
    for waar in (".slot", "#zij"):
        await expect(page.locator(waar)).to_contain_text("WW-2026-0001")
    await bezoeker.begin("#samenvatting")
    await expect(page.locator("#blad-samenvatting .gelukt")).to_contain_text("WW-2026-0001")
    await huis.zeg("wijzig functie", "mentor")
    await expect(page.locator("#blad-samenvatting .gelukt")).to_have_count(0)


async def test_op_1100_px_staat_de_samenvatting_ernaast(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("informeren")
    bezoeker = await bezoek(viewport={"width": 1100, "height": 800})
    await expect(bezoeker.page.locator("#zij")).to_be_visible()
    await bezoeker.schiet("zij-1100")
    assert await bezoeker.page.evaluate("document.documentElement.scrollWidth") <= 1100
    assert await bezoeker.page.evaluate("document.querySelector('main').offsetWidth") >= 440


async def test_een_twijfel_toont_haar_vraag(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", "Meisje van 17 op het mbo. Mag ik de gemeente bellen? Ze is 19.")
    bezoeker = await bezoek()
    await expect(bezoeker.page.locator("#nu .toelichting")).to_contain_text("Hoe oud")
    await expect(bezoeker.page.locator("#vraagzin")).to_contain_text("Welke klopt?")


@pytest.mark.parametrize("teken", ["2", "b"])
async def test_een_nummer_of_letter_kiest(bezoek: Bezoek, huis: Huis, teken: str) -> None:
    bezoeker = await bezoek()
    await bezoeker.los(1)
    tweede = await bezoeker.page.locator(".keuzes .keus").nth(1).inner_text()
    await bezoeker.page.keyboard.press(teken)
    await expect(bezoeker.page.locator("#typ")).to_have_value(teken)
    await bezoeker.page.keyboard.press("Enter")
    await expect(bezoeker.page.locator(".antwoorden").last).to_contain_text(tweede)


async def test_waar_men_ook_is_een_letter_komt_in_de_regel(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("startkwalificatie")
    bezoeker = await bezoek()
    page = bezoeker.page
    await page.evaluate("document.activeElement.blur()")
    await page.keyboard.type("hallo daar")
    await expect(page.locator("#typ")).to_have_value("hallo daar")
    # A field of its own keeps what is typed there, and so does another sheet.
    getal = page.locator("#nu .getal").first
    await getal.focus()
    await page.keyboard.type("17")
    await expect(getal).to_have_value("17")
    await expect(page.locator("#typ")).to_have_value("hallo daar")
    await bezoeker.begin("#naslag")
    await page.locator("#naslag-zoek").wait_for()
    await page.keyboard.type("x")
    assert await page.evaluate("document.activeElement.id") != "typ"


async def test_wat_is_opgezocht_staat_er_na_een_reload_nog(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("gegevens")
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.typ("zoek toestemming")
    gelezen = page.locator(".melding.onderwerp")
    await expect(gelezen).to_have_count(1)
    await bezoeker.typ("waarom")
    uitleg = page.locator(".melding.redenen")
    await expect(uitleg).to_be_visible()
    await bezoeker.begin()
    await expect(uitleg).to_be_visible()
    await expect(gelezen).to_have_count(1)
    ander = await bezoek()
    await expect(ander.page.locator(".melding.redenen")).to_be_visible()
    # The explanation is past with the next question; the topic with the weighing.
    await huis.zeg("adres")
    await bezoeker.begin()
    await expect(uitleg).to_have_count(0)
    await expect(gelezen).to_have_count(1)
    await huis.zeg("opnieuw", "ja")
    await bezoeker.begin()
    await expect(gelezen).to_have_count(0)


async def test_een_voorbeeld_vult_de_regel_en_verstuurt_niets(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    voorbeelden = page.locator(".voorbeelden button")
    await expect(voorbeelden).to_have_count(4)
    for nummer in range(4):
        await voorbeelden.nth(nummer).click()
        await expect(page.locator("#typ")).to_have_value(await voorbeelden.nth(nummer).inner_text())
    await expect(page.locator(".antwoorden > li")).to_have_count(0)
    await bezoeker.schiet("voorbeelden")
    await page.press("#typ", "Enter")
    await expect(page.locator("#nu .begrepen li").first).to_be_visible()
    await expect(page.locator(".voorbeelden")).to_have_count(0)
    await expect(page.locator(".melding.waarschuwing")).to_have_count(0)


async def test_een_begrip_in_de_vraag_is_kort_uitgelegd(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("startkwalificatie")
    bezoeker = await bezoek()
    page = bezoeker.page
    begrip = page.locator("#nu .begrip")
    await expect(begrip).to_have_count(1)
    await begrip.locator("summary").click()
    await bezoeker.schiet("begrip")
    await expect(begrip).to_contain_text("mbo")
    await begrip.get_by_role("link").click()
    await expect(page.locator("#blad-naslag h1")).to_have_text("Startkwalificatie")


async def test_wie_iets_naleest_komt_terug_waar_hij_was(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("informeren")
    bezoeker = await bezoek(vers=True, viewport={"width": 1280, "height": 700})
    page = bezoeker.page

    async def naar(blad: str) -> None:
        # Not Playwright's click: that scrolls first, also to what hangs in sight.
        await page.locator(".menu").get_by_role("link", name=blad).evaluate("el => el.click()")

    await page.evaluate("scrollTo(0, 300)")
    await page.wait_for_function("() => scrollY === 300")
    await naar("Naslag")
    await page.locator("#naslag-zoek").wait_for()
    await naar("Gesprek")
    await page.wait_for_function("() => scrollY === 300")
    # When the conversation went on meanwhile, the question is what one comes for.
    await naar("Naslag")
    eerder = await page.locator("#vraagzin").text_content() or ""
    await huis.zeg("Ik vertel het morgen.")
    await expect(page.locator("#vraagzin")).not_to_have_text(eerder)
    await naar("Gesprek")
    await expect(page.locator("#nu")).to_be_in_viewport()
