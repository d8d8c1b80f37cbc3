"""Wat de tests van de bladzijde delen: één browser, en per test een eigen server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.web.bezoeker import Bezoeker
from tests.web.browser import vlaggen, zoek
from tests.web.huis import Huis

Bezoek = Callable[..., Awaitable[Bezoeker]]


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


@pytest_asyncio.fixture(loop_scope="session")
async def huis(tmp_path: Path) -> AsyncIterator[Huis]:
    """A real server on a free port, with a database of its own."""
    huis = Huis(tmp_path / "weegwijzer.sqlite3")
    await huis.open()
    yield huis
    await huis.sluit()


@pytest_asyncio.fixture(loop_scope="session")
async def bezoek(browser: Browser, huis: Huis) -> AsyncIterator[Bezoek]:
    """Open a page as a new visitor; options are those of a browser context.

    `klaar` is what is there when the page is ready. Nothing moves unless a test asks for it: the
    browser would wait for that at every click.
    """
    geopend: list[Bezoeker] = []

    async def open_(*, klaar: str = "#vraagzin", **opties: Any) -> Bezoeker:
        context = await browser.new_context(
            **{
                "locale": "nl-NL",
                "viewport": {"width": 1280, "height": 900},
                "reduced_motion": "reduce",
                **opties,
            }
        )
        context.set_default_timeout(30_000)
        bezoeker = Bezoeker(await context.new_page(), huis.adres)
        geopend.append(bezoeker)
        await bezoeker.begin(klaar=klaar)
        return bezoeker

    yield open_
    for bezoeker in geopend:
        await bezoeker.page.context.close()
    for bezoeker in geopend:
        assert bezoeker.fouten == []
