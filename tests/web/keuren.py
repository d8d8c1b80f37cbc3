"""De keuring met axe: breed en licht, smal en donker."""

from __future__ import annotations

from importlib.resources import files
from typing import Final, Literal

from playwright.async_api import ViewportSize

from tests.web.bezoeker import Bezoeker

AXE: Final = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
ALLES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""Everything WCAG 2.2 AA asks that a machine can check, and what axe calls good practice."""
BEELD: Final = {"type": "rule", "values": ["color-contrast", "target-size", "meta-viewport"]}
"""What colours and width can change."""
_BREED: Final[ViewportSize] = {"width": 1280, "height": 900}
_SMAL: Final[ViewportSize] = {"width": 360, "height": 740}
KANTEN: Final[tuple[tuple[ViewportSize, Literal["dark", "light"], object], ...]] = (
    (_SMAL, "dark", BEELD),
    (_BREED, "light", ALLES),
)
"""Colours do not hang on the width: together these show each width and each theme."""


async def keur(bezoeker: Bezoeker, naam: str) -> list[str]:
    """Return what axe finds wrong with what is on the screen; it ends wide and light."""
    page = bezoeker.page
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE)
    uit = []
    for maat, kleuren, regels in KANTEN:
        await page.set_viewport_size(maat)
        await page.emulate_media(color_scheme=kleuren)
        await bezoeker.schiet(f"{naam}-{maat['width']}-{kleuren}", heel=True)
        # What lies half under the header that hangs there would be found too small.
        await page.evaluate("scrollTo(0, 0)")
        gevonden = await page.evaluate(
            "regels => axe.run(document, { runOnly: regels, resultTypes: ['violations'] })", regels
        )
        uit += [
            f"{naam}, {maat['width']} {kleuren}: {fout['id']}: {knoop['html'][:120]}"
            for fout in gevonden["violations"]
            for knoop in fout["nodes"]
        ]
    return uit
