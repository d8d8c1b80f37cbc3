"""Eén wandeling langs alles wat de bladzijde kan tonen, en bij elke stap keurt axe haar."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.web.bezoeker import Bezoeker
from tests.web.conftest import Bezoek
from tests.web.huis import Huis
from tests.web.keuren import keur

pytestmark = pytest.mark.asyncio(loop_scope="session")

VERHAAL = """\
Ik werk op het mbo. Een student van 18 zit in het laatste jaar van mbo-2 bol. Ik wil zijn \
stageverslag en zijn adres aan de gemeente geven, voor begeleiding naar werk. Hij heeft adhd."""
KENMERK = "WW-2026-0001"
AFWEGING = "doel_verenigbaar@onderzoek_leerbaarheid"


SLOT = (
    "nee",
    "alle",
    "Dat is nodig, want anders krijgt hij geen hulp.",
    "nee",
    "Anders krijgt hij geen hulp.",
    "Ik vertel het hem morgen.",
    "Alleen wat nodig is.",
    "Ik doe dat morgen.",
    "begeleider in Zwolle",
)
"""From the warning, which was seen, to the verdict."""


class Wandeling:
    """A visitor who looks at every state; what axe finds is kept."""

    def __init__(self, bezoeker: Bezoeker, huis: Huis) -> None:
        self.bezoeker = bezoeker
        self.page = bezoeker.page
        self.huis = huis
        self.gevonden: list[str] = []

    async def kijk(self, naam: str, klaar: str = "#vraagzin") -> None:
        """Have the page judged once this is there."""
        await self.page.locator(klaar).first.wait_for()
        self.gevonden += await keur(self.bezoeker, naam)

    async def typ(self, zin: str, naam: str, klaar: str) -> None:
        """Say something and look at what it brings."""
        await self.bezoeker.typ(zin)
        await self.kijk(naam, klaar)

    async def tot(self, vraag: str | None, naam: str, klaar: str = "#vraagzin") -> None:
        """Go on to a question of the casus; fill in what can be picked, and look."""
        await self.huis.weeg(vraag)
        await self.bezoeker.begin()
        if await self.page.locator("#nu .waarom summary").count():
            await self.page.locator("#nu .waarom summary").click()
        # As it looks when something is filled in.
        for vak in await self.page.locator("#nu :is([type=radio], [role=switch])").all():
            await vak.click()
        await self.kijk(naam, klaar)

    async def blad(self, hekje: str, klaar: str) -> None:
        """Open a sheet and look."""
        await self.bezoeker.begin(hekje)
        await self.kijk(hekje.strip("#").replace("/", "-"), klaar)


async def test_axe_vindt_niets_op_een_hele_wandeling(bezoek: Bezoek, huis: Huis) -> None:
    bezoeker = await bezoek()
    langs = Wandeling(bezoeker, huis)
    await _begin(langs)
    await _weging(langs)
    await _gevaar(langs)
    await _na_het_slot(langs)
    await _bladen(langs)
    assert langs.gevonden == []


async def _begin(langs: Wandeling) -> None:
    """What was told and understood, looking up, beginning anew."""
    await langs.kijk("start", ".voorbeelden, #vraagzin")
    await langs.typ("Mag ik het roc bellen over een leerling van 17?", "aanbod", "#nu .keuzes")
    await langs.typ("nee", "aanbod-weg", "#nu textarea")
    await langs.typ(VERHAAL, "begrepen-gevouwen", ".begrepen")
    await langs.typ("toon alles", "begrepen-open", ".begrepen")
    await langs.typ("zoek autisme", "naslag-kort", ".melding.onderwerp")
    await langs.typ("lees verder", "naslag-heel", ".melding.onderwerp table, .melding.onderwerp h3")
    await langs.typ("zoek uitkering", "naslag-lijst", "#nu .keuzes")
    await langs.typ("opnieuw", "opnieuw", "#nu .keuzes")
    await langs.bezoeker.typ("ja")
    await expect(langs.page.locator("#verloop .blok")).to_have_count(0)


async def _weging(langs: Wandeling) -> None:
    """Every kind of field, filled in and empty, and changing what was answered."""
    await langs.tot("gebruiker", "route", ".bundel")
    await langs.bezoeker.begin()
    await langs.bezoeker.verstuur()
    await langs.kijk("bundel-leeg", "#nu .fout")
    await langs.tot("gegevens", "gegevens", ".rijen")
    await langs.tot("begrepen", "soorten", ".begrepen")
    await langs.tot("levensgevaar", "rijtje", ".bundel")
    await langs.tot("startkwalificatie", "jongere", ".bundel")
    await langs.tot(AFWEGING, "afweging", ".bundel")
    await langs.typ("help", "uitleg", ".melding")
    await langs.typ("antwoorden nakijken", "nakijken", "#nu .keuzes")
    await langs.typ("wijzig datum", "datum", "[type=date]")
    await langs.typ("wijzig leeftijd", "getal", "#nu .getal")
    await langs.typ("wijzig doel", "meerkeuze", "#nu .vinkjes")
    await langs.bezoeker.typ("toch niet")
    await langs.bezoeker.typ("xyz qrs")
    await langs.typ("een voor een", "ja-nee", "#nu .keuzes")
    await langs.bezoeker.typ("ja")
    await langs.kijk("selectie", "#nu .vinkjes")


async def _gevaar(langs: Wandeling) -> None:
    await langs.typ("Ze zegt dat ze dood wil.", "gevaar", "#hulp:not([hidden])")
    await langs.bezoeker.begin()
    await langs.page.locator("#hulp button").click()
    await expect(langs.page.locator("#hulp")).to_be_hidden()


async def _na_het_slot(langs: Wandeling) -> None:
    """The verdict, and all that can be done with what was kept."""
    bezoeker, page = langs.bezoeker, langs.page
    await langs.huis.zeg(*SLOT)
    await bezoeker.begin()
    await langs.kijk("slot", ".slot")
    await langs.typ("waarom mag dit niet?", "waarom", ".melding")
    await bezoeker.typ("bewaar")
    await langs.kijk("bewaard", ".slot .eigen")
    await langs.typ("dit oordeel klopt niet", "melden", "#nu .keuzes")
    await bezoeker.begin("#wegingen")
    await page.get_by_label("Zoek in deze lijst").fill("niets hiervan")
    await langs.kijk("lijst-gezocht", "#blad-wegingen [role=status]")
    await page.get_by_label("Zoek in deze lijst").fill("")
    await langs.blad(f"#wegingen/{KENMERK}", "article")
    await page.get_by_role("button", name="Verwijder", exact=True).click()
    await langs.kijk("verwijderen", "#zeker[open]")
    await page.keyboard.press("Escape")


async def _bladen(langs: Wandeling) -> None:
    page = langs.page
    await langs.blad("#wegingen", "#blad-wegingen .lijst")
    await langs.blad("#samenvatting", "#blad-samenvatting article")
    await langs.blad("#naslag", "#naslag-zoek")
    await langs.blad("#naslag/casus-3.3.1", ".verschil")
    await langs.bezoeker.begin("#gesprek")
    await page.get_by_role("button", name="Wis scherm").click()
    await langs.kijk("gewist", ".gewist h1")
    await page.get_by_role("button", name="Wis ook de antwoorden").click()
    await langs.kijk("gewist-zeker", ".gewist button")


async def test_de_keuring_ziet_wat_er_mis_is(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    await bezoeker.page.evaluate("document.querySelector('label[for=typ]').remove()")
    assert any("label" in fout for fout in await keur(bezoeker, "stuk"))
