"""Voor iedereen bruikbaar: WCAG 2.2 AA, smalle schermen, rustig beeld, op papier."""

from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from tests.web.bezoeker import CASUS, Bezoeker
from tests.web.conftest import Bezoek

pytestmark = pytest.mark.asyncio(loop_scope="session")

# Everything WCAG 2.2 AA asks that a machine can check, and what axe calls good practice. The dark
# colours change nothing but the contrast.
LICHT = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
DONKER = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


async def keur(bezoeker: Bezoeker, naam: str) -> list[str]:
    """Return what axe finds wrong with what is on the screen, in light and in dark colours."""
    uit = []
    for kleuren, regels in (("dark", DONKER), ("light", LICHT)):
        await bezoeker.page.emulate_media(color_scheme=kleuren)
        await bezoeker.schiet(f"{naam}-{kleuren}")
        gevonden = await Axe().run(bezoeker.page, options=regels)
        uit += [
            f"{naam}, {kleuren}: {fout['id']}: {knoop['html'][:120]}"
            for fout in gevonden.response["violations"]
            for knoop in fout["nodes"]
        ]
    return uit


async def test_axe_vindt_niets(bezoek: Bezoek) -> None:
    bezoeker = await bezoek(reduced_motion="reduce")
    page = bezoeker.page
    gevonden: list[str] = []

    async def hier(naam: str) -> None:
        gevonden.extend(await keur(bezoeker, naam))

    async def zeg(*woorden: str) -> None:
        for woord in woorden:
            voor = await bezoeker.plek()
            await bezoeker.typ(woord)
            await bezoeker.verder_dan(voor)

    await hier("start")
    await bezoeker.weeg(2)
    await hier("vraag-met-veel-antwoorden")
    await bezoeker.antwoord("Doorstroompunt (vroeger RMC)")
    await bezoeker.antwoord("Gemeente, Werk en Inkomen")
    await hier("meerkeuze")
    await bezoeker.antwoord(["Onderzoeken of de jongere nog kan leren"])
    await page.locator("#nu summary").click()
    await hier("gegevens")
    await bezoeker.typ("testuitslag en verslag")
    await bezoeker.typ("help")
    await hier("melding")
    await zeg("nee", "nee", "ja", "nee", "nog niet gevraagd", "nee", "nee")
    await hier("getal")
    await zeg("24", "ja", "allemaal", "Anders lukt het niet.", "nee", "Dat kan niet.")
    await zeg("Ik, morgen.", "Kort.", "Ik, vrijdag.", "begeleider in Zwolle")
    await hier("slot")
    await page.get_by_role("button", name="Bewaar", exact=True).click()
    await expect(page.locator("#vraagzin")).to_contain_text("WW-2026-0001")
    await page.locator(".slot a").first.click()
    await hier("samenvatting")
    await page.get_by_role("link", name="Bewaard", exact=True).click()
    await page.locator("#blad-wegingen .lijst a").wait_for()
    await hier("bewaard")
    await page.locator("#blad-wegingen .lijst a").click()
    await page.get_by_role("button", name="Verwijder").click()
    await hier("verwijderen")
    await page.keyboard.press("Escape")
    await page.get_by_role("link", name="Naslag").click()
    await page.locator("#naslag-zoek").wait_for()
    await hier("naslag")
    await page.locator("[href='#naslag/casus-3.3.1']").first.click()
    await page.locator(".wet").first.wait_for()
    await hier("naslag-casus")
    assert gevonden == []


@pytest.mark.parametrize("breedte", [360, 320])
async def test_niets_loopt_buiten_een_smal_scherm(bezoek: Bezoek, breedte: int) -> None:
    """320 px is 1280 px at a zoom of 400 %: everything must flow in one column."""
    bezoeker = await bezoek(viewport={"width": breedte, "height": 640}, has_touch=True)
    page = bezoeker.page

    async def past(naam: str) -> None:
        await bezoeker.schiet(f"{naam}-{breedte}")
        assert await page.evaluate("document.documentElement.scrollWidth") <= breedte, naam

    for nummer, wat in enumerate(CASUS[:17]):
        if nummer in {0, 1, 2, 4, 5, 7, 15}:
            await past(f"vraag-{nummer}")
        await bezoeker.antwoord(wat)
    for hekje in ("#samenvatting", "#naslag", "#naslag/casus-3.3.1", "#wegingen"):
        await bezoeker.begin(hekje)
        await expect(page).not_to_have_title("Weegwijzer")
        await past(hekje.strip("#").replace("/", "-"))


async def test_knoppen_zijn_groot_genoeg_voor_een_vinger(bezoek: Bezoek) -> None:
    bezoeker = await bezoek(viewport={"width": 360, "height": 740})
    await bezoeker.weeg(4)
    te_klein = await bezoeker.page.evaluate(
        """() => [...document.querySelectorAll("button, .menu a, select, input, summary, .vink")]
            .filter((el) => el.checkVisibility() && !el.closest(".vink > *"))
            .map((el) => [el.outerHTML.slice(0, 80), el.getBoundingClientRect()])
            .filter(([, vak]) => vak.height < 24 || vak.width < 24)
            .map(([html]) => html)"""
    )
    assert te_klein == []


async def test_wie_rust_wil_ziet_niets_bewegen(bezoek: Bezoek) -> None:
    bezoeker = await bezoek(reduced_motion="reduce")
    await bezoeker.weeg(2)
    duur = await bezoeker.page.evaluate(
        """() => document.getAnimations().map((beweging) => beweging.effect.getTiming().duration)"""
    )
    assert all(ms < 1 for ms in duur)


async def test_wie_luistert_hoort_wat_er_bij_kwam(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.weeg(16)
    melding = bezoeker.page.locator("#melding")
    await expect(melding).to_have_attribute("aria-live", "polite")
    # The interim conclusion, and not again what was said before.
    await expect(melding).to_contain_text("toestemming")
    await expect(melding.locator("p")).to_have_count(1)


async def test_op_papier_staat_alleen_de_samenvatting(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.weeg(6)
    await bezoeker.page.get_by_role("link", name="Samenvatting", exact=True).click()
    await bezoeker.page.emulate_media(media="print")
    await bezoeker.schiet("afdruk", heel=True)
    await expect(bezoeker.page.locator(".document")).to_be_visible()
    for weg in (".kop", ".acties", ".spoor"):
        await expect(bezoeker.page.locator(weg).first).to_be_hidden()
