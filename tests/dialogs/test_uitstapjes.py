"""Digressions: one friendly sentence, and back to the question; a reason stays a reason."""

from __future__ import annotations

from functools import cache

import pytest

from dialogs.beurt import Beurt
from dialogs.teksten import tekst
from dialogs.verstaan import uitstapjes
from tests.dialogs import spreken
from tests.dialogs.tot import teksten, tot, van_casus, zeg

UITSTAPJES = {
    "al_gezegd": [
        "waarom vraag je dit nou weer",
        "dat heb ik al gezegd",
        "dat zei ik net al!",
        "heb ik al verteld",
    ],
    "irritatie": [
        "pff",
        "dit duurt lang",
        "dit duurt echt veel te lang",
        "je snapt er niks van",
        "verdomme",
        "godverdomme zeg",
        "kut",
        "wat een kutding",
        "wat een onzin",
        "wat een stom systeem is dit",
        "Pfff, wat een gedoe...",
        "ik word hier gek van",
    ],
    "mens": ["kan ik een mens spreken", "ik wil een mens spreken", "kan ik iemand bellen?"],
    "veilig": ["is dit veilig?", "is dit wel veilig", "wie leest mee", "wie leest er mee?"],
    "wie_ben_je": ["wie ben jij", "ben je een robot?", "ben jij een mens?"],
    "overslaan": ["mag ik dit overslaan?"],
    "wacht": ["sorry", "momentje", "wacht even", "ik ben er weer"],
    "bedankt": [
        "dankjewel",
        "dank je wel!",
        "top",
        "thanks",
        "fijn, dank je",
        "super bedankt",
        "bedankt voor de uitleg",
        "top, dankjewel",
    ],
    "praatje": ["hoe gaat het", "hoi, hoe gaat het?", "haha", "lekker weer hoor"],
}
REDENEN = (
    "Fijn als zijn baas weet wat hem rustig houdt.",
    "Dank je, maar zonder verslag weet de gemeente niets.",
    "Het duurt te lang als hij het zelf moet vertellen.",
    "Dat werkt niet, hij komt niet opdagen.",
    "Er is geen tijd om te wachten.",
    "Hij vindt al die vragen irritant en zegt niets.",
    "Te veel gedoe voor moeder, zij is ziek.",
)
SOORTEN_VRAAG = {
    "keuze": "gebruiker",
    "meer": "doel",
    "ja_nee": "levensgevaar",
    "getal": "maanden_sinds_uitstroom",
    "lijst": "gegevens",
    "selectie": "nodig",
    "eigen woorden": "nodig_reden",
}


@cache
def bij(vraag: str) -> Beurt:
    casus = "3.1.2-nieuw" if vraag == "maanden_sinds_uitstroom" else "3.3.2-nieuw-gemeente"
    return tot(vraag, van_casus(casus))


@pytest.mark.parametrize("vraag", SOORTEN_VRAAG.values(), ids=SOORTEN_VRAAG)
@pytest.mark.parametrize(("naam", "zinnen"), UITSTAPJES.items(), ids=UITSTAPJES)
def test_een_uitstapje_komt_met_een_zin_terug_bij_de_vraag(
    vraag: str, naam: str, zinnen: list[str]
) -> None:
    ervoor = bij(vraag)
    for zin in zinnen:
        beurt = zeg(ervoor, zin)

        assert spreken.berichten(beurt)[0].tekst == tekst(f"tussendoor.{naam}"), zin
        assert beurt.dossier == ervoor.dossier, zin
        assert spreken.berichten(beurt)[-1].vraag == ervoor.dossier.stand.vraag


@pytest.mark.parametrize("vraag", SOORTEN_VRAAG.values(), ids=SOORTEN_VRAAG)
@pytest.mark.parametrize("zin", ["wat is een startkwalificatie?", "wat zegt casus 3.1.2"])
def test_wie_iets_opzoekt_houdt_zijn_vraag(vraag: str, zin: str) -> None:
    ervoor = bij(vraag)

    beurt = zeg(ervoor, zin)

    assert "onderwerp" in spreken.soorten(beurt)
    assert beurt.dossier.antwoorden == ervoor.dossier.antwoorden
    assert beurt.dossier.stand.vraag == ervoor.dossier.stand.vraag


@pytest.mark.parametrize(
    ("zin", "sleutel"),
    [
        ("hoi", "gesprek.hallo"),
        ("goedemorgen!", "gesprek.hallo"),
        ("help", "gesprek.help"),
        ("wat kun je?", "gesprek.help"),
    ],
)
@pytest.mark.parametrize("vraag", SOORTEN_VRAAG.values(), ids=SOORTEN_VRAAG)
def test_groeten_en_hulp_ook(vraag: str, zin: str, sleutel: str) -> None:
    beurt = zeg(bij(vraag), zin)

    assert spreken.berichten(beurt)[0].tekst == tekst(sleutel)
    assert beurt.dossier.stand.vraag == bij(vraag).dossier.stand.vraag


def test_wie_de_vraag_niet_snapt_krijgt_de_reden() -> None:
    beurt = zeg(bij("levensgevaar"), "ik snap de vraag niet")

    assert tekst("vragen.levensgevaar.waarom") in teksten(beurt)


@pytest.mark.parametrize("zin", REDENEN)
def test_een_reden_blijft_een_reden(zin: str) -> None:
    assert uitstapjes.herken(zin) is None
    vraag = bij("nodig_reden").dossier.stand.vraag
    assert vraag is not None
    assert zeg(bij("nodig_reden"), zin).dossier.antwoorden[vraag].waarde == zin


@pytest.mark.parametrize("zin", ["ja hoor", "ja, prima", "nee, sorry", "ja, fijn"])
def test_een_antwoord_met_een_beleefd_woord_blijft_een_antwoord(zin: str) -> None:
    beurt = zeg(bij("levensgevaar"), zin)

    assert beurt.dossier.antwoorden["levensgevaar"].waarde is zin.startswith("ja")


def test_een_los_lidwoord_is_geen_getal() -> None:
    beurt = zeg(bij("maanden_sinds_uitstroom"), "daar heb ik een collega voor")

    assert "maanden_sinds_uitstroom" not in beurt.dossier.antwoorden
