"""Tekens die een kanaal als code schrijft: één keer ontcijferd, voor alles wat leest."""

import json
import subprocess
import sys

import pytest

from bot.deur import ontvang, ontvang_formulier, schoon
from bot.gesprekken import Gesprekken
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in
from bot.tekens import leesbaar
from tests.bot.nep import ANNE, Teller, klok, na


@pytest.mark.parametrize(
    ("ruw", "bedoeld"),
    [
        ("W&amp;I", "W&I"),
        ("W&#38;I en W&#x26;I", "W&I en W&I"),
        ("&lt;18 &gt; 16", "<18 > 16"),
        ("cli&euml;nt van 21&nbsp;jaar", "cliënt van 21 jaar"),
        ("\u2018nee\u2019, zei z\u2019n \u201cbaas\u201d", "'nee', zei z'n \"baas\""),
        # once, never twice
        ("W&amp;amp;I", "W&amp;I"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        # what only looks like it
        ("R&D; AT&T, W&I", "R&D; AT&T, W&I"),
        ("&onzin; en &amp zonder einde", "&onzin; en &amp zonder einde"),
        ("17 < 18 en 19 > 18", "17 < 18 en 19 > 18"),
        # Slack
        ("zie <https://www.duo.nl/x|de site van DUO>", "zie de site van DUO"),
        ("zie <https://www.duo.nl>", "zie https://www.duo.nl"),
        ("<mailto:info@duo.nl|info@duo.nl>", "info@duo.nl"),
        ("<@U012AB> mag W&amp;I dit weten?", "  mag W&I dit weten?"),
        ("<!here|here> help", "  help"),
        ("<https://x.nl?a=1&amp;b=2|R&amp;D &amp;lt; W&amp;I>", "R&D &lt; W&I"),
    ],
)
def test_een_teken_is_wat_het_bedoelt(ruw: str, bedoeld: str) -> None:
    assert leesbaar(ruw) == bedoeld


def test_de_deur_ontcijfert_wat_er_binnenkomt() -> None:
    assert schoon("W&amp;I&#10;vraagt\u200b het") == "W&I\nvraagt het"
    assert ontvang("W&amp;amp;I").tekst == "W&amp;I"
    assert ontvang_formulier({"functie": "klantmanager W&amp;I"})[0] == {
        "functie": "klantmanager W&I"
    }


def test_wat_als_code_geschreven_is_wordt_ook_afgeschermd() -> None:
    binnen = ontvang("bel 06&#45;12&nbsp;34&nbsp;56&nbsp;78 of &#83;anne de Vries")

    assert binnen.tekst is not None
    assert "12 34" not in binnen.tekst
    assert "Sanne" not in binnen.tekst


async def test_een_code_keert_de_route_niet_om(sqlite: SqliteOpslag) -> None:
    gesprekken: Gesprekken = richt_in(sqlite, klok, Teller()).gesprekken
    await na(gesprekken.begroet(ANNE, "g"))
    verteld = "W&amp;I hier, jongen van 19. Wij willen bij het roc zijn stageverslag opvragen."
    reactie = await na(gesprekken.beurt(ANNE, "g", verteld))

    assert reactie.dossier is not None
    gelezen = {v.sleutel: v.waarde for v in reactie.dossier.stand.voorgesteld}
    assert (gelezen["van"], gelezen["naar"]) == ("mbo", "gemeente")
    assert reactie.dossier.antwoorden["omschrijving"].waarde.startswith("W&I hier")


def test_begrijp_leest_wat_er_bedoeld_is() -> None:
    uit = subprocess.run(
        [sys.executable, "app.py", "begrijp", "W&amp;I wil van het vso het stageverslag"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(uit.stdout)["feiten"]["naar"] == "gemeente"
