"""De weg naar hulp bij gevaar: in beeld tot iemand Gezien kiest, waar en hoe men ook kijkt."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.web.bezoeker import Bezoeker
from tests.web.conftest import Bezoek
from tests.web.huis import Huis

pytestmark = pytest.mark.asyncio(loop_scope="session")

GEVAAR = "Ze zegt dat ze dood wil."
BREED = {"width": 1280, "height": 900}
MIDDEN = {"width": 1100, "height": 700}
SMAL = {"width": 360, "height": 640}
ZOOM = {"width": 320, "height": 256}
"""1280 by 1024 at 400 %."""


async def nummers(bezoeker: Bezoeker) -> list[str]:
    """Return what can be dialled: a link that is wholly on the screen with nothing before it."""
    gevonden: list[str] = await bezoeker.page.evaluate(
        """() => [...document.querySelectorAll("#hulp a[href^='tel:']")]
            .filter((el) => {
                const { left, right, top, bottom, width, height } = el.getBoundingClientRect();
                const boven = document.elementFromPoint(left + width / 2, top + height / 2);
                return el.contains(boven) && left >= 0 && top >= 0
                    && right <= innerWidth && bottom <= innerHeight;
            })
            .map((el) => el.getAttribute("href"))"""
    )
    return gevonden


ALLE = ["tel:112", "tel:08002000", "tel:113", "tel:08000113"]


@pytest.mark.parametrize("maat", [BREED, MIDDEN, SMAL], ids=["breed", "midden", "smal"])
async def test_hoe_ver_men_ook_schuift(bezoek: Bezoek, huis: Huis, maat: dict[str, int]) -> None:
    await huis.weeg("informeren")
    bezoeker = await bezoek(viewport=maat)
    page = bezoeker.page
    await expect(page.locator("#hulp")).to_be_hidden()
    await bezoeker.typ(GEVAAR)
    await expect(page.locator("#hulp")).to_be_visible()
    for plaats in ("0", "document.body.scrollHeight", "document.body.scrollHeight / 2"):
        await page.evaluate(f"scrollTo(0, {plaats})")
        assert await nummers(bezoeker) == ALLE
        await bezoeker.schiet(f"hulp-{maat['width']}-{plaats[-3:].strip('/ ')}")
    for blad in ("#samenvatting", "#naslag", "#wegingen"):
        await bezoeker.begin(blad)
        await page.locator(f"#blad-{blad[1:]} h1").first.wait_for()
        await page.evaluate("scrollTo(0, document.body.scrollHeight)")
        assert await nummers(bezoeker) == ALLE


async def test_bij_vierhonderd_procent_blijft_er_plaats_voor_de_vraag(
    bezoek: Bezoek, huis: Huis
) -> None:
    await huis.zeg("hallo", GEVAAR)
    bezoeker = await bezoek(viewport=ZOOM)
    await expect(bezoeker.page.locator("#hulp")).to_be_visible()
    await bezoeker.schiet("hulp-zoom")
    assert (await nummers(bezoeker))[0] == "tel:112"
    hoog = await bezoeker.page.evaluate("document.querySelector('#hulp').offsetHeight")
    assert hoog <= ZOOM["height"] / 2


async def test_na_een_reload_een_herstart_en_in_een_tweede_tabblad(
    bezoek: Bezoek, huis: Huis
) -> None:
    een = await bezoek()
    await een.typ(GEVAAR)
    await expect(een.page.locator("#hulp")).to_be_visible()
    await een.begin()
    assert await nummers(een) == ALLE
    twee = await bezoek()
    assert await nummers(twee) == ALLE
    await huis.herstart()
    await een.begin()
    assert await nummers(een) == ALLE

    await een.page.get_by_role("button", name="Gezien").click()

    await expect(een.page.locator("#hulp")).to_be_hidden()
    await een.begin()
    await expect(een.page.locator("#hulp")).to_be_hidden()
    await huis.herstart()
    await een.begin()
    await expect(een.page.locator("#hulp")).to_be_hidden()
    await huis.zeg("Ze heeft pillen geslikt")
    await expect(een.page.locator("#hulp")).to_be_visible()


async def test_gezien_laat_staan_wat_er_verder_te_zien_is(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo")
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.typ(GEVAAR)
    await expect(page.locator(".melding")).to_contain_text("gaat hulp voor")
    vraag = await bezoeker.vraag()
    await page.fill("#typ", "half geschreven")

    await page.get_by_role("button", name="Gezien").click()

    await expect(page.locator("#hulp")).to_be_hidden()
    await expect(page.locator(".melding")).to_contain_text("gaat hulp voor")
    await expect(page.locator("#typ")).to_have_value("half geschreven")
    assert await bezoeker.vraag() == vraag
    # Whoever listens hears it, and does not start again from the top of the page.
    await expect(page.locator("#melding")).to_contain_text("waarschuwing is weg")
    assert await page.evaluate("document.activeElement.closest('main') !== null")


async def test_wie_typt_dat_hij_het_zag_is_er_ook_vanaf(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", GEVAAR)
    bezoeker = await bezoek()
    await expect(bezoeker.page.locator("#hulp [role=alert]")).to_contain_text("112")
    await bezoeker.typ("gezien")
    await expect(bezoeker.page.locator("#hulp")).to_be_hidden()


async def test_een_ander_profiel_ziet_de_waarschuwing_niet(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", GEVAAR)
    bezoeker = await bezoek()
    await bezoeker.page.select_option("#profiel", "privacy_officer")
    await expect(bezoeker.page.locator("#hulp")).to_be_hidden()
    await bezoeker.page.select_option("#profiel", "professional")
    await expect(bezoeker.page.locator("#hulp")).to_be_visible()


async def test_niets_gaat_schuil_achter_de_balk(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("startkwalificatie")
    await huis.zeg(GEVAAR)
    bezoeker = await bezoek(viewport={"width": 360, "height": 700})
    await bezoeker.page.locator("#nu button").first.focus()
    for _ in range(20):
        await bezoeker.page.keyboard.press("Shift+Tab")
        assert await bezoeker.bedekt() is None


async def test_op_papier_staat_de_balk_niet(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", GEVAAR)
    bezoeker = await bezoek()
    await expect(bezoeker.page.locator("#hulp")).to_be_visible()
    await bezoeker.page.emulate_media(media="print")
    await expect(bezoeker.page.locator("#hulp")).to_be_hidden()
