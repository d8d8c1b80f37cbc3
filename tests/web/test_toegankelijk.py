"""Voor iedereen bruikbaar: WCAG 2.2 AA, smalle schermen, rustig beeld, op papier."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, Literal

import pytest
from playwright.async_api import expect

from tests.web.bezoeker import LOS, Bezoeker
from tests.web.conftest import Bezoek
from tests.web.huis import Huis

pytestmark = pytest.mark.asyncio(loop_scope="session")

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# Everything WCAG 2.2 AA asks that a machine can check, and what axe calls good practice. The dark
# colours change nothing but the contrast.
KLEUREN: tuple[tuple[Literal["dark", "light"], list[str] | dict[str, Any]], ...] = (
    ("dark", {"type": "rule", "values": ["color-contrast"]}),
    ("light", ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]),
)


async def keur(bezoeker: Bezoeker, naam: str) -> list[str]:
    """Return what axe finds wrong with what is on the screen, in light and in dark colours."""
    page = bezoeker.page
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE)
    uit = []
    for kleuren, regels in KLEUREN:
        await page.emulate_media(color_scheme=kleuren)
        await bezoeker.schiet(f"{naam}-{kleuren}")
        # What lies half under the header that hangs there would be found too small.
        await page.evaluate("scrollTo(0, 0)")
        gevonden = await page.evaluate(
            "regels => axe.run(document, { runOnly: regels, resultTypes: ['violations'] })", regels
        )
        uit += [
            f"{naam}, {kleuren}: {fout['id']}: {knoop['html'][:120]}"
            for fout in gevonden["violations"]
            for knoop in fout["nodes"]
        ]
    return uit


async def test_axe_vindt_niets_in_het_gesprek(bezoek: Bezoek, huis: Huis) -> None:
    bezoeker = await bezoek()
    gevonden = await keur(bezoeker, "start")
    for vraag, naam in (
        ("gebruiker", "route"),
        ("gegevens", "gegevens"),
        ("begrepen", "begrepen"),
        ("levensgevaar", "rijtje"),
        ("startkwalificatie", "jongere"),
        ("doel_verenigbaar@onderzoek_leerbaarheid", "samen"),
    ):
        await huis.weeg(vraag)
        await bezoeker.begin()
        await bezoeker.page.locator("#nu .waarom summary").click()
        # Also as it looks when something is filled in, and when nothing is.
        for vak in await bezoeker.page.locator("#nu :is([type=radio], [role=switch])").all():
            await vak.click()
        gevonden += await keur(bezoeker, naam)
    await bezoeker.typ("help")
    await bezoeker.page.locator(".melding").wait_for()
    gevonden += await keur(bezoeker, "melding")
    await bezoeker.typ("casus 3.3.1")
    await bezoeker.page.locator(".melding.onderwerp").wait_for()
    gevonden += await keur(bezoeker, "onderwerp")
    await bezoeker.typ("zoek uitkering")
    await bezoeker.page.locator("#nu .keuzes").wait_for()
    gevonden += await keur(bezoeker, "gevonden")
    await bezoeker.typ("wijzig datum")
    await bezoeker.page.locator("[type=date]").wait_for()
    gevonden += await keur(bezoeker, "datum")
    assert gevonden == []


async def test_axe_vindt_niets_in_losse_vragen(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("gebruiker")
    bezoeker = await bezoek()
    await bezoeker.verstuur()
    gevonden = await keur(bezoeker, "bundel-leeg")
    await bezoeker.antwoord("Eén voor één")
    for wat, naam in zip(LOS, ("veel-antwoorden", "ontvanger", "meerkeuze", None), strict=True):
        await bezoeker.antwoord(wat)
        if naam:
            gevonden += await keur(bezoeker, naam)
    assert gevonden == []


async def test_axe_vindt_niets_na_het_gesprek(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg()
    bezoeker = await bezoek()
    page = bezoeker.page
    gevonden = await keur(bezoeker, "slot")
    await page.get_by_role("button", name="Bewaar", exact=True).click()
    await page.get_by_role("link", name="Open WW-2026-0001").click()
    await page.locator("article").wait_for()
    gevonden += await keur(bezoeker, "weging")
    await page.get_by_role("button", name="Verwijder").click()
    gevonden += await keur(bezoeker, "verwijderen")
    await page.keyboard.press("Escape")
    for hekje, klaar in (
        ("#samenvatting", "#blad-samenvatting article"),
        ("#wegingen", "#blad-wegingen .lijst"),
        ("#naslag", "#naslag-zoek"),
        ("#naslag/casus-3.3.1", ".verschil"),
    ):
        await bezoeker.begin(hekje)
        await page.locator(klaar).first.wait_for()
        gevonden += await keur(bezoeker, hekje.strip("#").replace("/", "-"))
    assert gevonden == []


async def test_de_keuring_ziet_wat_er_mis_is(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.page.evaluate("document.querySelector('label[for=typ]').remove()")
    assert any("label" in fout for fout in await keur(bezoeker, "stuk"))


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
