"""Veilig: wat iemand typt blijft tekst, en niets komt van of gaat naar een andere plaats."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import expect

from bot.kanalen.web.bestanden import woorden
from dialogs.dossier.vragen import VRAGEN, Vraagsoort
from tests.web.conftest import Bezoek
from tests.web.huis import GESPREK_331, Huis

pytestmark = pytest.mark.asyncio(loop_scope="session")

MAP = Path(__file__).parents[2] / "bot" / "kanalen" / "web" / "pagina"
GEGEVENS = "- <b onmouseover=alert(1)>uitslag</b>\n- verslag"
AANVAL = '<img src=x onerror="window.geraakt=1"><script>window.geraakt=1</script> **vet** [a](b)'


def aanval(vraag: str, zin: str) -> str:
    """Return what is said to a question: markup, wherever one may use words of one's own."""
    soort = VRAGEN[vraag.partition("@")[0].partition(":")[0]].soort
    return {Vraagsoort.TEKST: AANVAL, Vraagsoort.GEGEVENS: GEGEVENS}.get(soort, zin)


async def test_wat_iemand_typt_blijft_tekst(bezoek: Bezoek, huis: Huis) -> None:
    await huis.zeg("hallo", *(aanval(vraag, zin) for vraag, zin in GESPREK_331))
    bezoeker = await bezoek()
    page = bezoeker.page
    await bezoeker.typ("samenvatting")
    await page.locator(".melding").wait_for()
    await page.get_by_role("button", name="Bewaar", exact=True).click()
    await page.get_by_role("link", name="Open WW-2026-0001").click()
    await page.locator("#blad-wegingen article").wait_for()

    assert await page.evaluate("window.geraakt") is None
    vreemd = "#verloop :is(img, script, b), article :is(img, script, b), #zij :is(img, script, b)"
    assert await page.locator(vreemd).count() == 0
    assert AANVAL in await page.locator("#blad-wegingen article").inner_text()


async def test_alles_komt_van_deze_server(bezoek: Bezoek) -> None:
    bezoeker = await bezoek(vers=True)
    await bezoeker.weeg(3)
    for hekje in ("#naslag", "#wegingen", "#samenvatting"):
        await bezoeker.begin(hekje)
    eigen = urlsplit(bezoeker.adres).netloc
    assert {urlsplit(verzoek.url).netloc for verzoek in bezoeker.verzoeken} == {eigen}


async def test_de_regels_van_de_bladzijde_houden_ingevoegde_code_tegen(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    gedaan = await bezoeker.page.evaluate(
        """() => {
            const script = document.createElement("script");
            try { script.textContent = "window.geraakt = 1"; document.head.append(script); }
            catch { /* refused even earlier: strings are no scripts here */ }
            return window.geraakt ?? null;
        }"""
    )
    assert gedaan is None
    assert bezoeker.fouten != []
    bezoeker.fouten.clear()


async def test_de_bladzijde_is_licht_en_snel(bezoek: Bezoek) -> None:
    bezoeker = await bezoek()
    gewogen = await bezoeker.page.evaluate(
        """() => ["navigation", "resource"].flatMap((soort) => performance.getEntriesByType(soort))
            .reduce((som, deel) => som + deel.decodedBodySize, 0)"""
    )
    assert 0 < gewogen <= 250 * 1024
    assert sum(pad.stat().st_size for pad in MAP.rglob("*") if pad.is_file()) <= 250 * 1024


async def test_niets_wordt_in_de_browser_bewaard(bezoek: Bezoek) -> None:
    bezoeker = await bezoek(vers=True)
    await bezoeker.weeg(2)
    opslag = "localStorage.length + sessionStorage.length + document.cookie.length"
    assert await bezoeker.page.evaluate(opslag) == 0


async def test_de_bladzijde_gebruikt_alleen_zinnen_die_er_zijn() -> None:
    """Every key that the modules name in full; keys that are put together are seen in use."""
    gebruikt = set()
    for pad in [*MAP.glob("*.js"), MAP / "index.html"]:
        inhoud = pad.read_text(encoding="utf-8")
        gebruikt |= set(re.findall(r'\bt\(\s*"([a-z_.]+)"', inhoud))
        gebruikt |= set(re.findall(r'data-(?:tekst|naam)="([a-z_.]+)"', inhoud))
    er_zijn = woorden()
    assert [s for s in gebruikt if s not in er_zijn and f"web.{s}" not in er_zijn] == []


async def test_een_andere_website_kan_niet_meelezen(bezoek: Bezoek) -> None:
    """From a page of another origin: no fetch, no WebSocket, no frame."""
    bezoeker = await bezoek()
    adres = bezoeker.adres
    ander = adres.replace("127.0.0.1", "localhost")  # another origin, the same server
    page = bezoeker.page
    await page.goto("about:blank")
    await page.set_content(f'<iframe src="{adres}"></iframe>')
    kan = await page.evaluate(
        """async ([adres, ander]) => {
            const haal = (url) => fetch(url).then(() => "gelezen", () => "nee");
            const lijn = (url) => new Promise((klaar) => {
                const s = new WebSocket(url.replace("http", "ws") + "ws");
                s.onmessage = () => klaar("gelezen");
                s.onclose = () => klaar("nee");
            });
            return [await haal(adres + "wegingen"), await lijn(adres), await lijn(ander)];
        }""",
        [adres, ander],
    )
    assert kan == ["nee", "nee", "nee"]
    await expect(page.frame_locator("iframe").locator("#vraagzin")).to_have_count(0)


async def test_opmaak_kent_lijsten_tabellen_en_nadruk_en_verder_niets(bezoek: Bezoek) -> None:
    page = (await bezoek()).page
    markdown = (
        "## Kop\n\n**vet** _schuin_ \\*niet\\* een_twee_drie <i>x</i>\n\n- punt\n\n"
        "| | Oud | Nieuw |\n|---|---|---|\n| termijn | 12 \\| 24 | **24** |"
    )
    getekend = await page.evaluate(
        """async (tekst) => {
            const { opmaak } = await import("/web/opmaak.js");
            const blad = document.createElement("div");
            blad.append(...opmaak(tekst, 2));
            return blad.innerHTML;
        }""",
        markdown,
    )
    assert getekend == (
        "<h3>Kop</h3>"
        "<p><strong>vet</strong> <em>schuin</em> *niet* een_twee_drie &lt;i&gt;x&lt;/i&gt;</p>"
        "<ul><li>punt</li></ul>"
        '<table><thead><tr><td></td><th scope="col">Oud</th><th scope="col">Nieuw</th></tr></thead>'
        '<tbody><tr><th scope="row">termijn</th><td data-kop="Oud">12 | 24</td>'
        '<td data-kop="Nieuw"><strong>24</strong></td></tr></tbody></table>'
    )
    # And read out: no pipes, no stars; of a table each cell with the name of its column.
    gehoord = await page.evaluate(
        'async (tekst) => (await import("/web/opmaak.js")).woorden(tekst)', markdown
    )
    assert " ".join(gehoord.split()) == (
        "Kop vet schuin *niet* een_twee_drie <i>x</i> punt termijn. Oud: 12 | 24. Nieuw: 24."
    )
