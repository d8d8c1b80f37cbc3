"""Vragen bij elkaar in één formulier, en de lijst van wat begrepen is."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, WebSocketRoute, expect

from dialogs.teksten import tekst
from tests.web.bezoeker import Bezoeker
from tests.web.conftest import Bezoek
from tests.web.huis import Huis
from tests.web.toetsen import tab_naar, vul_met_toetsen

pytestmark = pytest.mark.asyncio(loop_scope="session")

VERTELD = (
    "Ik werk op een mbo-school en wil een stageverslag geven aan de gemeente. "
    "De jongere is 18 jaar en deed entree."
)
JONGERE = (
    "overslaan",
    "geven, mbo, gemeente, begeleiding naar werk",
    "testuitslag, gespreksverslag",
    "ja",
    "geen",
)


async def antwoorden(page: Page) -> dict[str, str]:
    """Return what was answered, by the question."""
    return {
        await rij.locator("summary").inner_text(): await rij.locator(".gezegd").inner_text()
        for rij in await page.locator(".antwoorden > li").all()
    }


# --- een rijtje uitspraken ---


async def test_een_rijtje_met_de_muis(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("levensgevaar")
    bezoeker = await bezoek()
    page = bezoeker.page
    await expect(page.get_by_role("radiogroup")).to_have_count(2)
    await bezoeker.vul("Iemands leven", "Nee")
    await bezoeker.vul("Iemands leven", "Ja")  # thought better of
    await bezoeker.vul("Iemands leven", "Nee")
    await bezoeker.antwoord({"De jongere zit bij": "Weet ik niet"})

    gezegd = await antwoorden(page)
    assert list(gezegd.values())[-2:] == ["nee", tekst("woorden_los.onbekend")]
    await expect(page.locator("#vraagzin")).to_contain_text("over de jongere")
    # The focus is where one answers next.
    await expect(page.locator("#nu input, #nu select").first).to_be_focused()


async def test_een_rijtje_met_toetsen(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("levensgevaar")
    bezoeker = await bezoek()
    page = bezoeker.page
    voor = await bezoeker.plek()
    for begin, waarde in (
        ("Iemands leven", "Nee"),
        ("De jongere zit bij", "Weet ik niet"),
    ):
        await vul_met_toetsen(bezoeker, begin, waarde)
    await page.keyboard.press("Enter")  # as in any form
    await bezoeker.verder_dan(voor)
    assert list((await antwoorden(page)).values())[-2:] == [
        "nee",
        tekst("woorden_los.onbekend"),
    ]


async def test_geen_van_deze(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("levensgevaar")
    bezoeker = await bezoek()
    await bezoeker.antwoord("Geen")
    assert list((await antwoorden(bezoeker.page)).values())[-2:] == ["nee"] * 2


async def test_een_nummer_typen_kan_ook(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("levensgevaar")
    bezoeker = await bezoek()
    page = bezoeker.page
    await expect(page.locator("ol.rijtje > li")).to_have_count(2)
    await page.get_by_role("radio").first.focus()
    await page.keyboard.type("geen")
    await expect(page.locator("#typ")).to_have_value("geen")
    await page.keyboard.press("Enter")
    await expect(page.locator("#vraagzin")).to_contain_text("over de jongere")


# --- vragen met elk een eigen veld ---


async def test_de_route_in_een_keer(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", "overslaan")
    bezoeker = await bezoek()
    # 'Mbo-school (ook entree)' is who, and tells nothing of the young person.
    await bezoeker.antwoord(
        {
            "Wil jij": "Ik wil gegevens geven",
            "Wie heeft": "Mbo-school (ook entree)",
            "Wie krijgt": "Gemeente, Werk en Inkomen",
            "Waarvoor": ["Begeleiding naar werk", "Zorgen dat de jongere zijn baan houdt"],
        }
    )
    gezegd = list((await antwoorden(bezoeker.page)).values())
    assert gezegd[1:] == [
        "Ik wil gegevens geven",
        "Mbo-school (ook entree)",
        "Gemeente, Werk en Inkomen",
        "Begeleiding naar werk en Zorgen dat de jongere zijn baan houdt",
    ]
    await expect(bezoeker.page.locator("#vraagzin")).to_contain_text("welke gegevens")


async def test_een_lang_formulier_begint_bij_de_vraag(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", "overslaan")
    bezoeker = await bezoek(viewport={"width": 320, "height": 640})
    await expect(bezoeker.page.locator("#vraagzin")).to_be_in_viewport()


async def test_wat_open_blijft_wordt_los_gevraagd(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", *JONGERE)
    bezoeker = await bezoek()
    page = bezoeker.page
    await expect(page.locator("#vraagzin")).to_contain_text("over de jongere")
    voor = len(await antwoorden(page))
    await bezoeker.antwoord(
        {
            "Hoe oud": "18",
            "Welke opleiding": "Entree (mbo-1)",
            "Zit de jongere daar nog": "Nee, gestopt zonder diploma",
        }
    )
    gezegd = list((await antwoorden(page)).values())[voor:]
    assert set(gezegd) == {"18", "Entree (mbo-1)", "Nee, gestopt zonder diploma"}
    # The first one that was left open, with its own field.
    await expect(page.locator(".bundel")).to_have_count(0)
    await expect(page.locator("#nu .veld, #nu .keuzes")).to_have_count(1)


async def test_enter_gaat_naar_wat_nog_open_is(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", *JONGERE)
    bezoeker = await bezoek()
    page = bezoeker.page
    voor = await bezoeker.plek()
    await bezoeker.vul("Zit de jongere", "Nee, diploma gehaald")
    await bezoeker.regel("Hoe oud").get_by_role("textbox").focus()
    await page.keyboard.type("18")
    await page.keyboard.press("Enter")
    await expect(bezoeker.regel("Welke opleiding").locator("select")).to_be_focused()
    await page.keyboard.type("Entree")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")  # that one was filled in
    await expect(bezoeker.regel("Als de jongere weg is").get_by_role("textbox")).to_be_focused()
    await page.keyboard.type("3")
    assert await bezoeker.plek() == voor
    await bezoeker.antwoord({"Heeft de jongere": "Nee"})
    gezegd = list((await antwoorden(page)).values())
    assert {"18", "Entree (mbo-1)", "Nee, diploma gehaald", "3"} <= set(gezegd)


async def test_een_zin_typen_blijft_kunnen(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", *JONGERE)
    bezoeker = await bezoek()
    await bezoeker.vul("Hoe oud", "17")
    await bezoeker.typ("18, entree, gestopt zonder diploma")
    gezegd = list((await antwoorden(bezoeker.page)).values())
    assert {"18", "Entree (mbo-1)", "Nee, gestopt zonder diploma"} <= set(gezegd)
    assert "17" not in gezegd
    await expect(bezoeker.page.locator("#typ")).to_be_focused()


async def test_niets_ingevuld_zegt_wat_er_nodig_is(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", *JONGERE)
    bezoeker = await bezoek()
    voor = await bezoeker.plek()
    await bezoeker.verstuur()
    fout = bezoeker.page.locator("#nu .veld .fout")
    await expect(fout).to_contain_text("Eén voor één")
    eerste = bezoeker.page.get_by_role("textbox", name="Hoe oud is de jongere? jaar")
    await expect(eerste).to_be_focused()
    assert await bezoeker.plek() == voor


async def test_een_getal_dat_niet_kan_wijst_de_regel_aan(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", *JONGERE)
    bezoeker = await bezoek()
    voor = await bezoeker.plek()
    maanden = bezoeker.regel("Als de jongere weg is").get_by_role("textbox")
    await bezoeker.vul("Hoe oud", "18")
    for geschreven in ("een half jaar", "-1", "3,5", "99999"):
        await maanden.fill(geschreven)
        await bezoeker.verstuur()
        await expect(bezoeker.page.locator("#nu .veld .fout")).to_contain_text("in cijfers")
        await expect(maanden).to_be_focused()
    assert await bezoeker.plek() == voor
    await maanden.fill("6")
    await bezoeker.verstuur()
    await bezoeker.verder_dan(voor)
    assert {"18", "6"} <= set((await antwoorden(bezoeker.page)).values())


async def test_een_gegeven_dat_te_lang_is_wijst_de_regel_aan(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", *JONGERE[:2])
    bezoeker = await bezoek()
    rijen = bezoeker.page.locator(".rijen input")
    await rijen.fill("stageverslag")
    await bezoeker.page.get_by_role("button", name="Nog een gegeven").click()
    await rijen.nth(1).fill("x" * 121)
    await bezoeker.verstuur()
    await expect(bezoeker.page.locator("#nu .veld .fout")).to_contain_text("120")
    await expect(rijen.nth(1)).to_be_focused()
    await expect(rijen.first).to_have_value("stageverslag")


async def test_niet_begrepen_laat_staan_wat_ingevuld_is(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", *JONGERE)
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.vul("Hoe oud", "18")
    await bezoeker.vul("Welke opleiding", "Entree (mbo-1)")
    await bezoeker.vul("Zit de jongere", "Nee, diploma gehaald")
    await bezoeker.typ("paars")
    await expect(page.locator(".melding")).to_be_visible()
    await expect(bezoeker.regel("Hoe oud").get_by_role("textbox")).to_have_value("18")
    await expect(bezoeker.regel("Welke opleiding").locator("select")).to_have_value(
        "Entree (mbo-1)"
    )
    await expect(bezoeker.regel("Zit de jongere").locator(":checked")).to_have_count(1)


async def test_een_voor_een(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.los(1)
    page = bezoeker.page
    await expect(page.locator(".bundel")).to_have_count(0)
    await expect(page.locator(".melding")).to_have_text(tekst("bundelzinnen.los"))
    await expect(page.locator("#nu .keuzes button").first).to_be_focused()


async def test_waarom_geeft_bij_elke_vraag_een_reden(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.weeg(1)
    await bezoeker.page.locator("#nu summary").click()
    await expect(bezoeker.page.locator("#nu .waarom li")).to_have_count(5)


# --- wat begrepen is ---


async def test_alles_klopt(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.antwoord(VERTELD)
    await expect(page.get_by_role("switch", name="Leeftijd: 18 klopt")).to_be_checked()
    # What was read shows its words; what was not said stands apart.
    await expect(bezoeker.regel("Leeftijd").locator(".klein")).to_contain_text("is 18")
    aangenomen = page.locator("summary#aangenomen")
    await expect(aangenomen).to_contain_text(tekst("web.begrepen.aangenomen"))
    await expect(aangenomen).to_contain_text("gevaar: nee")
    await page.keyboard.press("Enter")  # the focus is in the form
    await expect(page.locator(".begrepen")).to_have_count(0)
    assert "18" in (await antwoorden(page)).values()


async def test_een_regel_klopt_niet(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.antwoord(VERTELD)
    nummer = (await bezoeker.regel("Leeftijd").locator(".nummer").inner_text()).rstrip(".")
    await tab_naar(bezoeker, "Leeftijd: 18")
    await page.keyboard.press("Space")
    await expect(bezoeker.regel("Leeftijd").locator(".uit")).to_be_visible()
    await bezoeker.antwoord(f"Klopt, behalve {nummer}")
    gezegd = (await antwoorden(page)).values()
    assert "18" not in gezegd
    assert "Gemeente, Werk en Inkomen" in gezegd


async def test_niets_klopt(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.antwoord(VERTELD)
    for vouw in await page.locator(".lijsten summary").all():
        await vouw.click()
    for schakelaar in await page.get_by_role("switch").all():
        await schakelaar.click()
    # Both buttons say and send the same now.
    await expect(page.get_by_role("button", name="Niets klopt")).to_have_count(2)
    await bezoeker.verstuur()
    await expect(page.locator("#vraagzin")).to_contain_text("Wie geeft welke gegevens")
    assert len(await antwoorden(page)) == 1


async def test_verbeteren_door_te_typen(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.antwoord(VERTELD)
    await bezoeker.typ("ze is 19")
    await expect(bezoeker.regel("Leeftijd")).to_contain_text("19")
    await expect(bezoeker.page.get_by_role("switch").first).to_be_checked()


async def test_wat_uit_staat_blijft_uit_als_een_antwoord_onduidelijk_is(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.antwoord(VERTELD)
    schakelaar = bezoeker.regel("Leeftijd").get_by_role("switch")
    await schakelaar.click()
    await bezoeker.typ("paars")
    await expect(bezoeker.page.locator(".melding")).to_be_visible()
    await expect(schakelaar).not_to_be_checked()


# --- een ander tabblad was eerder


async def _tot_de_maanden(bezoeker: Bezoeker) -> None:
    """Answer what comes first after 'één voor één', until the months are asked."""
    await bezoeker.antwoord("Mbo-3")
    await bezoeker.antwoord("Nee, gestopt zonder diploma")
    await expect(bezoeker.page.locator("#vraagzin")).to_contain_text("Hoeveel maanden")


async def test_wat_ingevuld_is_blijft_als_een_ander_verder_gaat(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", *JONGERE)
    bezoeker = await bezoek()
    await bezoeker.vul("Als de jongere weg is", "8")
    await huis.zeg("één voor één")
    await expect(bezoeker.page.locator(".bundel")).to_have_count(0)
    await _tot_de_maanden(bezoeker)
    await expect(bezoeker.page.locator("#nu .getal")).to_have_value("8")


async def test_een_formulier_dat_te_laat_is_telt_niet_en_verliest_niets(
    bezoek: Bezoek, huis: Huis
) -> None:
    await huis.zeg("hallo", *JONGERE)
    bezoeker = await bezoek(vers=True)
    page = bezoeker.page
    doof = False

    def luister(lijn: WebSocketRoute) -> None:
        server = lijn.connect_to_server()
        # What others do does not reach this page in time.
        server.on_message(
            lambda frame: None if doof and '"op":null' in str(frame) else lijn.send(frame)
        )

    await page.route_web_socket("**/ws*", luister)
    await page.reload()
    await bezoeker.vul("Als de jongere weg is", "8")
    doof = True
    await huis.zeg("één voor één")
    await bezoeker.verstuur()
    await expect(page.locator(".melding.waarschuwing")).to_have_text(tekst("bot.verder_gegaan"))
    assert "8" not in (await antwoorden(page)).values()

    await _tot_de_maanden(bezoeker)
    await expect(page.locator("#nu .getal")).to_have_value("8")
    await bezoeker.verstuur()
    await expect(page.locator(".gezegd").get_by_text("8", exact=True)).to_be_visible()


async def test_de_gegevens_die_iemand_opschrijft_blijven(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", *JONGERE[:2])
    bezoeker = await bezoek()
    rijen = bezoeker.page.locator(".rijen input")
    await rijen.fill("stageverslag")
    await bezoeker.page.get_by_role("button", name="Nog een gegeven").click()
    await rijen.nth(1).fill("advies")
    await huis.zeg("terug")
    await expect(rijen).to_have_count(0)
    await huis.zeg("begeleiding naar werk")
    await expect(rijen).to_have_count(2)
    await expect(rijen.nth(1)).to_have_value("advies")
    await bezoeker.verstuur()
    await expect(bezoeker.page.locator(".antwoorden")).to_contain_text("stageverslag en advies")


async def test_wie_een_antwoord_opent_ziet_dat_antwoord(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", *JONGERE[:2])
    bezoeker = await bezoek()
    rijen = bezoeker.page.locator(".rijen input")
    await rijen.fill("stageverslag")
    await huis.zeg("adres")
    await expect(rijen).to_have_count(0)
    await huis.zeg("wijzig gegevens")
    await expect(rijen).to_have_value("adres")


async def test_wat_verstuurd_is_komt_niet_terug(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", *JONGERE)
    bezoeker = await bezoek()
    await bezoeker.antwoord({"Hoe oud": "18"})
    await huis.zeg("wijzig leeftijd", "weet ik niet", "wijzig leeftijd")
    await expect(bezoeker.page.locator("#nu .getal")).to_have_value("")
