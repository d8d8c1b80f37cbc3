"""A visitor: does what a person does, and waits as a person does, by looking."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from playwright.async_api import ConsoleMessage, Error, Locator, Page, Request, expect

SCHERMEN: Final = Path(__file__).parents[2] / ".schermen"

Wat = str | list[str] | dict[str, str | list[str]]
"""What is picked, typed, ticked or written down; with a bundle by how its lines begin."""

# A casus in the words of the labels, in order.
CASUS: Final[tuple[Wat, ...]] = (
    "Klant vroeg een uitkering aan en deed bij ons een test.",
    {
        "Wil jij gegevens geven": "Ik wil gegevens geven",
        "Wie heeft": "Doorstroompunt (vroeger RMC)",
        "Wie krijgt": "Gemeente, Werk en Inkomen",
        "Waarvoor": ["Onderzoeken of de jongere nog kan leren"],
        "Om welke gegevens": ["testuitslag, met bijlage", "gespreksverslag en advies"],
    },
    "Klopt",
    {"Iemands leven": "Nee", "De jongere zit bij": "Nee"},
    {"Hoe oud": "24", "Heeft de jongere een startkwalificatie": "Ja"},
    {"Heeft de gemeente": "Nee", "Wat vindt de jongere": "Nog niet gevraagd"},
    {
        "Zijn de gegevens destijds": "Ja",
        "Welke gegevens zijn echt nodig": ["testuitslag, met bijlage"],
        "Kan het doel": "Nee, het kan niet anders",
    },
    "Zonder de uitslag kan de ander niet gericht helpen.",
    "De jongere weet dit zelf niet meer.",
    "Ik, morgen in het gesprek",
    "Alleen dit gegeven, zodat de hulp past.",
    "Ik doe dat, voor vrijdag",
    "begeleider, organisatie in Zwolle",
)
# The same, with the questions of the first bundle one by one.
LOS: Final[tuple[Wat, ...]] = (
    "Ik wil gegevens geven",
    "Doorstroompunt (vroeger RMC)",
    "Gemeente, Werk en Inkomen",
    ["Onderzoeken of de jongere nog kan leren"],
)


class Bezoeker:
    """One page in a browser, with what went wrong on it."""

    def __init__(self, page: Page, adres: str) -> None:
        self.page = page
        self.adres = adres
        self.fouten: list[str] = []
        self.verzoeken: list[Request] = []
        page.on("pageerror", self._fout)
        page.on("console", self._console)
        page.on("request", self._verzoek)

    async def vertrek(self) -> None:
        """Leave the page to the next visitor, as if nobody had been there."""
        page = self.page
        page.remove_listener("pageerror", self._fout)
        page.remove_listener("console", self._console)
        page.remove_listener("request", self._verzoek)
        await page.evaluate("() => { if (location.protocol !== 'about:') sessionStorage.clear(); }")
        await page.goto("about:blank")
        await page.emulate_media(color_scheme="light", media="screen", reduced_motion="reduce")

    def _fout(self, fout: Error) -> None:
        self.fouten.append(str(fout))

    def _console(self, bericht: ConsoleMessage) -> None:
        # What the policy of the page stopped, and so what somebody tried.
        if "Content Security Policy" in bericht.text or "'Trusted" in bericht.text:
            self.fouten.append(bericht.text)

    def _verzoek(self, verzoek: Request) -> None:
        self.verzoeken.append(verzoek)

    async def begin(self, hekje: str = "", klaar: str = "#vraagzin") -> None:
        """Open the page and wait until it is there."""
        await self.page.goto(f"{self.adres}{hekje}")
        await self.page.locator(klaar).wait_for(state="attached")

    async def bedekt(self) -> str | None:
        """Return what has the focus when something lies over it; None when it is in sight."""
        uit: str | None = await self.page.evaluate(
            """() => {
                const el = document.activeElement;
                const { x, y, width, height } = el.getBoundingClientRect();
                const boven = document.elementFromPoint(x + width / 2, y + height / 2);
                return el.contains(boven) ? null : el.outerHTML.slice(0, 100);
            }"""
        )
        return uit

    async def vraag(self) -> str:
        """Return the question on the screen."""
        return await self.page.locator("#vraagzin").inner_text()

    async def plek(self) -> str:
        """Return how many answers there are with the question: it changes with every turn."""
        aantal = await self.page.locator(".antwoorden > li").count()
        return f"{aantal} {await self.vraag()}"

    async def typ(self, tekst: str) -> None:
        """Type in the line and send with Enter."""
        await self.page.fill("#typ", tekst)
        await self.page.press("#typ", "Enter")
        await expect(self.page.locator("#typ")).to_have_value("")

    def regel(self, begin: str) -> Locator:
        """Return the line of a bundle, or of what was understood, with this in it."""
        return self.page.locator(".regel, .begrepen li").filter(has_text=begin)

    async def vul(self, begin: str, waarde: str | list[str]) -> None:
        """Fill in one line of a bundle."""
        regel = self.regel(begin)
        if isinstance(waarde, list) and await regel.locator(".rijen").count():
            await self._noem(regel, waarde)
        elif isinstance(waarde, list):
            for label in waarde:
                await regel.get_by_role("checkbox", name=label, exact=True).check()
        elif await regel.locator("select").count():
            await regel.locator("select").select_option(label=waarde)
        elif await regel.get_by_role("radiogroup").count():
            await regel.get_by_role("radio", name=waarde, exact=True).check()
        else:
            await regel.get_by_role("textbox").fill(waarde)

    async def verstuur(self) -> None:
        """Press the button of the form."""
        await self.page.locator("#nu .veld button.hoofd").click()

    async def antwoord(self, wat: Wat) -> None:
        """Answer with the mouse, in whichever field the question has."""
        voor = await self.plek()
        if isinstance(wat, dict):
            for begin, waarde in wat.items():
                await self.vul(begin, waarde)
            await self.verstuur()
        else:
            await self._antwoord(wat)
        await self.verder_dan(voor)

    async def _antwoord(self, wat: str | list[str]) -> None:
        kaart = self.page.locator("#nu")
        if isinstance(wat, list) and await kaart.locator(".rijen").count():
            await self._noem(kaart, wat)
            await self.verstuur()
        elif isinstance(wat, list):
            for label in wat:
                await kaart.get_by_role("checkbox", name=label, exact=True).check()
            await self.verstuur()
        elif await kaart.locator(".veld > .rij > .getal").count():
            await kaart.locator(".getal").fill(wat)
            await self.verstuur()
        elif await kaart.locator(".keuzes, .bundel, .begrepen").count():
            keuzes = kaart.locator(".keuzes, .veld")
            await keuzes.get_by_role("button", name=wat, exact=True).click()
        else:
            await kaart.locator("textarea").fill(wat)
            await kaart.locator(".typrij button").click()

    async def _noem(self, waar: Locator, namen: list[str]) -> None:
        """Write down data items, each on a line of its own."""
        for nummer, naam in enumerate(namen):
            if nummer:
                await waar.get_by_role("button", name="Nog een gegeven").click()
            await waar.locator(".rijen input").nth(nummer).fill(naam)

    async def verder_dan(self, plek: str) -> None:
        """Wait until another question is on the screen."""
        await self.page.wait_for_function(
            """plek => `${document.querySelectorAll(".antwoorden > li").length} `
                + document.getElementById("vraagzin").innerText !== plek""",
            arg=plek,
        )

    async def weeg(self, tot: int | None = None) -> None:
        """Answer the casus, or the first so many questions of it."""
        for wat in CASUS[:tot]:
            await self.antwoord(wat)

    async def los(self, tot: int) -> None:
        """Answer so many questions, those of the first bundle one by one."""
        await self.weeg(1)
        await self.antwoord("Eén voor één")
        for wat in LOS[: tot - 1]:
            await self.antwoord(wat)

    async def schiet(self, naam: str, *, heel: bool = False) -> None:
        """Keep a picture in `.schermen/`, to be looked at; only for who asks for them."""
        if not os.environ.get("WEEGWIJZER_SCHERMEN"):
            return
        await self.page.screenshot(path=SCHERMEN / f"{naam}.png", full_page=heel)
