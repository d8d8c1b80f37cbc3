"""A visitor without a mouse."""

from __future__ import annotations

from tests.web.bezoeker import Bezoeker

WIE = """() => {
    const woorden = (el) => (el?.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean)
        .map((id) => document.getElementById(id).innerText).join(" ");
    const el = document.activeElement;
    const label = woorden(el) || el.getAttribute("aria-label") || el.labels?.[0]?.innerText;
    const groep = el.type === "radio" ? woorden(el.closest("[role=radiogroup]")) : "";
    return `${groep} ${label ?? el.innerText}`.trim();
}"""


async def tab_naar(bezoeker: Bezoeker, *namen: str) -> None:
    """Press Tab until the focus is where a person would want it, starting where it is."""
    for _ in range(40):
        if str(await bezoeker.page.evaluate(WIE)).startswith(namen):
            return
        await bezoeker.page.keyboard.press("Tab")
    raise AssertionError(f"met Tab niet te bereiken: {namen}")


async def vul_met_toetsen(bezoeker: Bezoeker, begin: str, waarde: str | list[str]) -> None:
    """Fill in one line of a bundle."""
    toetsen = bezoeker.page.keyboard
    if isinstance(waarde, list) and await bezoeker.regel(begin).locator(".rijen").count():
        for nummer, naam in enumerate(waarde, 1):
            await tab_naar(bezoeker, f"Gegeven {nummer}")
            await toetsen.type(naam)
            if nummer < len(waarde):
                await toetsen.press("Enter")  # on to a line for the next one
        return
    if isinstance(waarde, list):
        for label in waarde:
            await tab_naar(bezoeker, label)
            await toetsen.press("Space")
        return
    await tab_naar(bezoeker, begin)
    if await bezoeker.regel(begin).get_by_role("radiogroup").count():
        await toetsen.press("Space")
        while not str(await bezoeker.page.evaluate(WIE)).endswith(waarde):
            await toetsen.press("ArrowRight")
    else:
        # In a list that folds, letters look for the choice.
        await toetsen.type(waarde.split()[0])
