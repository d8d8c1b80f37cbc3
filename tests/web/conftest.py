"""Wat de tests van de bladzijde delen: één browser, en per test een eigen server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, Final

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, async_playwright

from tests.web.bezoeker import Bezoeker
from tests.web.browser import vlaggen, zoek
from tests.web.huis import Huis

Bezoek = Callable[..., Awaitable[Bezoeker]]
MAAT: Final[ViewportSize] = {"width": 1280, "height": 900}
GEWOON: Final[dict[str, Any]] = {"locale": "nl-NL", "viewport": MAAT, "reduced_motion": "reduce"}


class Tabs:
    """Tabs of one browser, each for one visitor at a time."""

    def __init__(self, context: BrowserContext) -> None:
        self._context = context
        self._vrij: list[Page] = []

    async def neem(self, maat: ViewportSize | None) -> Page:
        """Give a tab that nobody uses."""
        page = self._vrij.pop() if self._vrij else await self._context.new_page()
        if page.viewport_size != (maat or MAAT):
            await page.set_viewport_size(maat or MAAT)
        return page

    async def geef(self, bezoekers: list[Bezoeker]) -> None:
        """Take the tabs back, without what the visitors left."""
        for bezoeker in bezoekers:
            await bezoeker.vertrek()
            self._vrij.append(bezoeker.page)
        for page in self._context.pages:
            if page not in self._vrij:
                await page.close()  # a visitor opened it


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a browser one test says so, in one line; the others are left out."""
    kijken = [item for item in items if "browser" in getattr(item, "fixturenames", ())]
    if kijken and zoek() is None:
        config.hook.pytest_deselected(items=kijken)
        items[:] = [item for item in items if item not in kijken]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One browser for every test of this process."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=zoek(), args=vlaggen())
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def tabs(browser: Browser) -> AsyncIterator[Tabs]:
    """The tabs that visitors use one after another: a new one costs a second."""
    context = await browser.new_context(**GEWOON)
    context.set_default_timeout(30_000)
    yield Tabs(context)
    await context.close()


@pytest.fixture(scope="session")
def poort() -> list[int]:
    """The port of the server before this one: then the browser still knows its files."""
    return [0]


@pytest_asyncio.fixture(loop_scope="session")
async def huis(tmp_path: Path, poort: list[int]) -> AsyncIterator[Huis]:
    """A real server, with a database of its own."""
    huis = Huis(tmp_path / "weegwijzer.sqlite3", poort=poort[0])
    await huis.open()
    poort[0] = huis.poort
    yield huis
    await huis.sluit()


@pytest_asyncio.fixture(loop_scope="session")
async def bezoek(browser: Browser, tabs: Tabs, huis: Huis) -> AsyncIterator[Bezoek]:
    """Open a page as a new visitor; options are those of a browser context.

    `klaar` is what is there when the page is ready. Nothing moves unless a test asks for it: the
    browser would wait for that at every click. `vers` asks for a browser that nobody used.
    """
    geopend: list[tuple[Bezoeker, bool]] = []

    async def open_(*, klaar: str = "#vraagzin", vers: bool = False, **opties: Any) -> Bezoeker:
        vers = vers or not opties.keys() <= {"viewport"}
        page = await _nieuw(browser, opties) if vers else await tabs.neem(opties.get("viewport"))
        bezoeker = Bezoeker(page, huis.adres)
        geopend.append((bezoeker, vers))
        await bezoeker.begin(klaar=klaar)
        return bezoeker

    yield open_
    for bezoeker, vers in geopend:
        if vers:
            await bezoeker.page.context.close()
    await tabs.geef([bezoeker for bezoeker, vers in geopend if not vers])
    for bezoeker, _ in geopend:
        assert bezoeker.fouten == []


async def _nieuw(browser: Browser, opties: dict[str, Any]) -> Page:
    context = await browser.new_context(**{**GEWOON, **opties})
    context.set_default_timeout(30_000)
    return await context.new_page()
