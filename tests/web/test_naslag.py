"""De naslag: zoeken, lezen, en met een casus aan de slag."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Locator, Page, expect

from dialogs.stukken.onderwerp import bronnen_van
from dialogs.teksten import tekst
from knowledge.onderwerpen import onderwerpen
from knowledge.teksten import tekst as kennistekst
from tests.web.conftest import Bezoek
from tests.web.huis import Huis

pytestmark = pytest.mark.asyncio(loop_scope="session")

BEGIN = tekst("opzoeken.begin")
LINKS = "#blad-naslag .lijst a:visible"


async def zoek(page: Page, vraag: str) -> None:
    await page.get_by_label(tekst("web.naslag.zoek")).fill(vraag)


async def test_zoeken_lezen_en_terug_naar_wat_gevonden_was(bezoek: Bezoek) -> None:
    page = (await bezoek()).page
    await page.get_by_role("link", name="Naslag").click()
    await expect(page.locator(LINKS)).to_have_count(len(onderwerpen()))

    await zoek(page, "testuitslag doorsturen")
    eerste = page.locator(LINKS).first
    await expect(eerste).to_contain_text(onderwerpen()["casus-3.3.1"].naam)
    await expect(page.get_by_role("heading", name=kennistekst("zoeken.gevonden"))).to_be_visible()
    await eerste.click()
    await expect(page.locator("#blad-naslag h1")).to_be_focused()

    await page.go_back()
    await expect(eerste).to_contain_text(onderwerpen()["casus-3.3.1"].naam)
    await zoek(page, "")
    await expect(page.locator(LINKS)).to_have_count(len(onderwerpen()))


async def test_niets_gevonden_is_eerlijk_en_laat_zien_wat_in_de_buurt_ligt(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.begin("#naslag", klaar="#naslag-zoek")
    status = bezoeker.page.locator("#blad-naslag [role=status]")
    await zoek(bezoeker.page, "recept voor appeltaart met gemeente")
    await expect(status).to_have_text(kennistekst("zoeken.niets"))
    buurt = bezoeker.page.get_by_role("heading", name=kennistekst("zoeken.in_de_buurt"))
    await expect(buurt).to_be_visible()
    await expect(bezoeker.page.locator(LINKS)).not_to_have_count(0)
    await zoek(bezoeker.page, "zzzz")
    await expect(bezoeker.page.locator(LINKS)).to_have_count(0)


async def naast_elkaar(vakken: Locator) -> bool:
    """Tell whether the second box stands beside the first; else it must stand below it."""
    await expect(vakken).to_have_count(2)
    een, twee = [await vakken.nth(n).bounding_box() for n in (0, 1)]
    assert een is not None
    assert twee is not None
    if een["y"] == twee["y"]:
        assert een["x"] + een["width"] <= twee["x"]
        return True
    assert een["x"] == twee["x"]
    assert een["y"] + een["height"] <= twee["y"]
    return False


@pytest.mark.parametrize(("breedte", "naast"), [(1280, True), (360, False)])
async def test_oud_en_nieuw_staan_naast_of_onder_elkaar(
    bezoek: Bezoek, breedte: int, *, naast: bool
) -> None:
    bezoeker = await bezoek(viewport={"width": breedte, "height": 900})
    await bezoeker.begin("#naslag/casus-3.3.1", klaar="article.onderwerp")
    verschil = bezoeker.page.locator(".verschil").first
    assert await naast_elkaar(bezoeker.page.locator(".wet")) == naast
    assert await naast_elkaar(verschil.locator(".vak")) == naast

    # In the conversation as well: where one asks what changed, and where one reads on.
    await bezoeker.begin()
    rijen = bezoeker.page.locator(".melding.onderwerp tbody tr")
    await bezoeker.typ("verschil oud nieuw casus 3.3.1")
    assert await naast_elkaar(rijen.first.locator("td")) == naast
    await bezoeker.typ("casus 3.3.1")
    await expect(rijen).to_have_count(0)  # the answer comes first, in one sentence
    await bezoeker.typ("lees verder")
    assert await naast_elkaar(rijen.first.locator("td")) == naast


async def test_een_casus_heeft_bij_elke_wet_haar_oordeel_en_overal_haar_bron(
    bezoek: Bezoek,
) -> None:
    bezoeker = await bezoek()
    await bezoeker.begin("#naslag/casus-3.1.1", klaar="article.onderwerp")
    oud, nieuw = [bezoeker.page.locator(".wet").nth(n) for n in (0, 1)]
    await expect(oud.locator(".oordeel")).to_have_count(2)
    await expect(nieuw.locator(".oordeel.mag")).to_have_count(1)
    for vak in await bezoeker.page.locator(".vak, .spanning").all():
        await expect(vak.locator(".bron").first).to_be_visible()


async def test_zie_ook_brengt_je_bij_het_volgende_onderwerp(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.begin("#naslag/begrip-mandaat", klaar="article.onderwerp")
    naam = onderwerpen()["begrip-startkwalificatie"].naam
    await page.locator("#blad-naslag").get_by_role("link", name=naam, exact=True).click()
    await expect(page.locator("#blad-naslag h1")).to_have_text(naam)
    await expect(page.get_by_role("button", name=BEGIN)).to_have_count(0)


async def test_een_onderwerp_dat_er_niet_is(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.begin("#naslag/begrip-niets", klaar="#blad-naslag h1")
    fout = bezoeker.page.locator("#blad-naslag .fout")
    await expect(fout).to_have_text(tekst("bot.naslag_onbekend"))


async def test_een_weging_beginnen_met_een_casus(bezoek: Bezoek, huis: Huis) -> None:
    await huis.weeg("gegevens")
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.begin("#naslag/casus-3.1.2", klaar="article.onderwerp")
    await page.get_by_role("button", name=BEGIN).first.click()

    await expect(page.locator("#vraagzin")).to_have_text(tekst("opzoeken.begin_zeker"))
    await expect(page.locator("#nu")).to_contain_text(onderwerpen()["casus-3.1.2"].naam)
    await expect(page.locator("#nu")).to_contain_text(tekst("opzoeken.verliest"))
    ja = page.locator("#nu").get_by_role("button", name="Ja", exact=True)
    await expect(ja).to_be_focused()
    await ja.click()
    await expect(page.locator(".antwoorden")).to_contain_text(["stage"])


async def test_opzoeken_in_het_gesprek_en_verder_lezen(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.weeg(2)
    voor = await bezoeker.vraag()
    await bezoeker.typ("wat is een mandaat?")
    melding = page.locator(".melding.onderwerp")
    gevonden = onderwerpen()["begrip-mandaat"]
    await expect(melding).to_contain_text(gevonden.kort.tekst)
    for bron in bronnen_van(gevonden.kort):
        await expect(melding).to_contain_text(bron)
    await expect(melding.get_by_role("heading")).to_have_count(0)
    assert await bezoeker.vraag() == voor
    gehoord = page.locator("#melding p").last
    await expect(gehoord).to_contain_text(gevonden.kort.tekst)

    await melding.get_by_role("link", name=tekst("web.naslag.lees")).click()
    await expect(page.locator("#blad-naslag h1")).to_have_text(gevonden.naam)

    # Or read on where one is.
    await page.go_back()
    await bezoeker.typ("lees verder")
    await expect(melding.get_by_role("heading", name=gevonden.naam)).to_be_visible()
    assert await bezoeker.vraag() == voor
    # Who listens hears the answer, not the whole page.
    await expect(gehoord).to_have_text(re.compile(f"^{re.escape(gevonden.naam)}"))
    await expect(gehoord).to_contain_text(gevonden.kort.tekst)
    assert len(await gehoord.inner_text()) < len(await melding.inner_text()) / 2


async def test_kiezen_uit_wat_gevonden_is(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.weeg(2)
    voor = await bezoeker.vraag()
    await bezoeker.typ("zoek uitkering")
    await expect(page.locator("#vraagzin")).to_have_text(tekst("opzoeken.kies"))
    keuze = page.locator("#nu .keuzes button").first
    naam = await keuze.inner_text()
    await keuze.click()
    await expect(page.locator(".melding.onderwerp h3")).to_have_text(naam)
    assert await bezoeker.vraag() == voor


async def test_wat_is_opgezocht_blijft_te_lezen_na_het_volgende_antwoord(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    gevonden = onderwerpen()["begrip-startkwalificatie"]
    antwoord = bezoeker.page.locator("#verloop .melding.onderwerp")
    plek = await bezoeker.plek()
    await bezoeker.typ("wat is een startkwalificatie?")
    await expect(antwoord).to_contain_text(gevonden.kort.tekst)
    await bezoeker.typ("overslaan")
    await bezoeker.verder_dan(plek)
    await expect(antwoord).to_contain_text(gevonden.kort.tekst)
    await bezoeker.schiet("opgezocht-blijft", heel=True)

    await antwoord.get_by_role("link", name=tekst("web.naslag.lees")).click()
    await expect(bezoeker.page.locator("#blad-naslag h1")).to_have_text(gevonden.naam)
