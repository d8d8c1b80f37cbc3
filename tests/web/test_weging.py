"""Een hele weging op de bladzijde: met de muis, met het toetsenbord, met tegenslag."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import WebSocketRoute, expect

from tests.web.bezoeker import CASUS, Bezoeker, Wat
from tests.web.conftest import Bezoek
from tests.web.huis import Huis
from tests.web.toetsen import tab_naar, vul_met_toetsen

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_met_de_muis(bezoek: Bezoek, huis: Huis) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.weeg()

    oordeel = page.locator(".slot .oordeel")
    await expect(oordeel).to_have_class(re.compile(r"\bmag_met_toestemming\b"))
    await expect(oordeel.locator("svg").first).to_be_visible()
    await expect(oordeel).to_contain_text("testuitslag, met bijlage")
    assert await page.locator(".spoor .stap.klaar").count() == 6
    assert await page.locator(".tussenstand").count() == 4

    await page.get_by_role("button", name="Bewaar", exact=True).click()
    await expect(page.locator("#vraagzin")).to_contain_text("WW-2026-0001")
    await page.get_by_role("link", name="Open WW-2026-0001").click()
    await expect(page.locator("#blad-wegingen h1")).to_contain_text("WW-2026-0001")


async def test_met_alleen_het_toetsenbord(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")  # the skip link brings one to the question
    for wat in CASUS:
        await _met_toetsen(bezoeker, wat)

    await expect(page.locator(".slot .oordeel")).to_be_visible()
    await tab_naar(bezoeker, "Bewaar")
    await page.keyboard.press("Enter")
    await expect(page.locator("#vraagzin")).to_contain_text("WW-2026-0001")


async def _met_toetsen(bezoeker: Bezoeker, wat: Wat) -> None:
    voor = await bezoeker.plek()
    toetsen = bezoeker.page.keyboard
    if isinstance(wat, dict):
        for begin, waarde in wat.items():
            await vul_met_toetsen(bezoeker, begin, waarde)
        await tab_naar(bezoeker, "Verstuur")
        await toetsen.press("Enter")
    elif isinstance(wat, list) and await bezoeker.page.locator(".rijen").count():
        await tab_naar(bezoeker, "Gegeven 1")
        for naam in wat:
            await toetsen.type(naam)
            await toetsen.press("Enter")
        await toetsen.press("Enter")  # a line left empty: done
    elif isinstance(wat, list):
        for label in wat:
            await tab_naar(bezoeker, label)
            await toetsen.press("Space")
        await tab_naar(bezoeker, "Verstuur")
        await toetsen.press("Enter")
    elif await bezoeker.page.locator("#zoekveld").count():
        await tab_naar(bezoeker, "Zoek in de 23 antwoorden")
        await toetsen.type(wat[:9])
        await toetsen.press("Enter")
    elif await bezoeker.page.locator("#nu :is(.keuzes, .begrepen)").count():
        await tab_naar(bezoeker, wat)
        await toetsen.press("Enter")
    else:
        await tab_naar(bezoeker, await bezoeker.vraag(), "Je antwoord")
        await toetsen.type(wat)
        await toetsen.press("Enter")
    await bezoeker.verder_dan(voor)


async def test_de_focus_gaat_mee_naar_de_volgende_vraag(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.los(1)
    await bezoeker.antwoord("Ik wil gegevens geven")
    await expect(bezoeker.page.locator("#zoekveld")).to_be_focused()

    # Whoever types instead of picking goes on typing.
    await bezoeker.typ("doorstroompunt")
    await expect(bezoeker.page.locator("#vraagzin")).to_contain_text("Aan wie")
    await expect(bezoeker.page.locator("#typ")).to_be_focused()
    await bezoeker.page.locator(".keuzes button").first.focus()
    await bezoeker.page.keyboard.type("gemeente")
    await expect(bezoeker.page.locator("#typ")).to_have_value("gemeente")


async def test_een_antwoord_wijzigen_met_het_potlood(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.los(5)
    await page.get_by_role("button", name="Wijzig: gever").click()
    await expect(page.locator("#vraagzin")).to_have_text("Waar werk je?")
    was = page.locator('.keus[aria-pressed="true"]')
    await expect(was).to_have_text("Doorstroompunt (vroeger RMC)")
    await page.locator(".keuzes").get_by_role("button", name="Leerplicht").click()
    await expect(page.locator(".antwoorden")).to_contain_text("Leerplicht")
    await expect(page.locator("#vraagzin")).to_contain_text("welke gegevens")


async def test_de_server_start_opnieuw_midden_in_het_gesprek(bezoek: Bezoek, huis: Huis) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.los(3)
    await huis.sluit()
    await expect(page.locator("#lijn")).to_contain_text("staat uit")
    # What is answered while nobody listens is kept, and counts once.
    await page.locator(".keuzes").get_by_role("button", name="Gemeente, Werk en Inkomen").click()
    await expect(page.locator("#lijn")).to_contain_text("nog niet verstuurd")
    await huis.open()
    await expect(page.locator("#lijn")).to_be_hidden()
    await expect(page.locator("#vraagzin")).to_contain_text("Waarvoor")
    assert await page.locator(".antwoorden > li").count() == 4


async def test_een_tweede_tabblad_ziet_hetzelfde(bezoek: Bezoek) -> None:
    een, twee = await bezoek(), await bezoek()
    await een.los(2)
    await expect(twee.page.locator(".antwoorden > li")).to_have_count(2)
    assert await twee.vraag() == await een.vraag()
    # Who only looks on is told, and not taken along.
    await expect(twee.page.locator("#melding")).to_contain_text(await een.vraag())
    assert await twee.page.evaluate("document.activeElement === document.body")

    await twee.antwoord("Doorstroompunt (vroeger RMC)")
    await expect(een.page.locator(".antwoorden > li")).to_have_count(3)
    await een.page.reload()
    await expect(een.page.locator(".antwoorden > li")).to_have_count(3)


async def test_dubbel_klikken_telt_een_keer(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.los(1)
    knop = bezoeker.page.get_by_role("button", name="Ik wil gegevens geven")
    await knop.dblclick()
    await expect(bezoeker.page.locator("#vraagzin")).to_have_text("Waar werk je?")
    await bezoeker.typ("terug")
    await expect(bezoeker.page.locator(".wijzigt")).to_be_visible()
    assert await bezoeker.page.locator(".antwoorden > li").count() == 2


async def test_een_late_tweede_klik_raakt_de_volgende_vraag_niet(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.los(1)
    await page.get_by_role("button", name="Ik wil gegevens geven").click()
    await expect(page.locator("#vraagzin")).to_have_text("Waar werk je?")
    # The answer was there between the two clicks: now another button is under the mouse.
    await page.get_by_role("button", name="Leerplicht").hover()
    await page.mouse.down(click_count=2)
    await page.mouse.up(click_count=2)
    await bezoeker.typ("help")
    assert await bezoeker.vraag() == "Waar werk je?"


async def test_een_trage_server_laat_zien_dat_hij_bezig_is(bezoek: Bezoek) -> None:
    bezoeker = await bezoek(vers=True)
    vast: list[tuple[WebSocketRoute, str | bytes]] = []
    eerst = True

    def traag(lijn: WebSocketRoute) -> None:
        server = lijn.connect_to_server()

        def terug(frame: str | bytes) -> None:
            nonlocal eerst
            if eerst:
                lijn.send(frame)
            else:
                vast.append((lijn, frame))
            eerst = False

        server.on_message(terug)

    await bezoeker.page.route_web_socket("**/ws*", traag)
    await bezoeker.page.reload()
    await bezoeker.page.locator("#vraagzin").wait_for()
    await bezoeker.page.get_by_role("button", name="Overslaan").click()
    await expect(bezoeker.page.locator("#bezig")).to_contain_text("denkt na")
    for lijn, frame in vast:
        lijn.send(frame)
    await expect(bezoeker.page.locator("#bezig")).to_be_empty()
    await expect(bezoeker.page.locator(".antwoorden > li")).to_have_count(1)


async def test_een_antwoord_waarvan_de_reactie_zoekraakt_telt_een_keer(bezoek: Bezoek) -> None:
    bezoeker = await bezoek(vers=True)
    page = bezoeker.page
    verbindingen = 0

    def verlies(lijn: WebSocketRoute) -> None:
        nonlocal verbindingen
        verbindingen += 1
        eerste = verbindingen == 1
        server = lijn.connect_to_server()

        async def heen(frame: str | bytes) -> None:
            server.send(frame)
            if eerste:
                await lijn.close(code=4000)

        lijn.on_message(heen)

    await page.route_web_socket("**/ws*", verlies)
    await page.reload()
    await page.get_by_role("button", name="Overslaan").click()
    await expect(page.locator(".antwoorden > li")).to_have_count(1)
    await expect(page.locator("#lijn")).to_be_hidden()
    await expect(page.locator("#vraagzin")).to_contain_text("Wie geeft welke gegevens")
    assert verbindingen == 2


async def test_een_ander_profiel_is_een_ander(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.los(2)
    await bezoeker.page.get_by_label("Uitproberen als").select_option("privacy_officer")
    await expect(bezoeker.page.locator("#vraagzin")).to_contain_text("Wat speelt er")
    await expect(bezoeker.page.locator(".antwoorden > li")).to_have_count(0)
    await bezoeker.page.get_by_label("Uitproberen als").select_option("professional")
    await expect(bezoeker.page.locator(".antwoorden > li")).to_have_count(2)


async def test_een_onduidelijk_antwoord_houdt_de_vraag(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.los(1)
    voor = await bezoeker.vraag()
    await bezoeker.typ("paars")
    await expect(bezoeker.page.locator(".melding")).to_be_visible()
    assert await bezoeker.vraag() == voor
    await bezoeker.typ("help")
    await expect(bezoeker.page.locator(".melding li").first).to_be_visible()


async def test_wat_aangevinkt_was_blijft_als_een_antwoord_onduidelijk_is(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.los(4)
    vak = page.get_by_role("checkbox", name="Begeleiding naar werk")
    await vak.check()
    for keer in (1, 2):
        await bezoeker.typ("paars" * keer)
        await expect(page.locator(".melding")).to_be_visible()
        await expect(vak).to_be_checked()
    # By then the explanation is open.
    await expect(page.locator("#nu .waarom")).to_have_attribute("open", "")


async def test_je_vorige_antwoord_staat_er_een_keer(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.los(2)
    await bezoeker.typ("terug")
    was = bezoeker.page.locator("#blad-gesprek").get_by_text("Je antwoord was")
    await expect(was).to_have_count(1)
    await bezoeker.typ("paars")
    await expect(bezoeker.page.locator(".melding")).to_be_visible()
    await expect(was).to_have_count(1)


async def test_onleesbare_antwoorden_staan_opnieuw_beginnen_niet_in_de_weg(
    bezoek: Bezoek, huis: Huis
) -> None:
    await huis.maak_onleesbaar()
    page = (await bezoek(klaar=".melding")).page
    await page.get_by_role("button", name="Opnieuw beginnen").click()
    await expect(page.locator("#vraagzin")).to_contain_text("Wat speelt er")
