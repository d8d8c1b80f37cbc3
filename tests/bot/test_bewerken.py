"""Een papier aanpassen voor het weggaat: de tekst, het nakijken, en het document ervan."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from bot.papier import NietTeBewerken, maak_bewerkt, om_te_bewerken
from bot.papier.bewerkt import als_stukken, als_tekst
from bot.papier.leesbaar import lees_na
from dialogs.samenvatting.bewijs import met_bewijs
from dialogs.samenvatting.papieren import PAPIEREN, PastNiet, maak, passend
from dialogs.stukken import Kop, Punten, Tabel
from tests.dialogs.test_aanvullen import TRANSCRIPTEN, klaar, record

LANG = "Dit is een zin die maar doorgaat en doorgaat " * 3 + "."


def gegevens(naam: str = "3_1_1-nieuw") -> dict[str, Any]:
    return met_bewijs(record(klaar(naam))).model_dump(mode="json")


@pytest.mark.parametrize("naam", TRANSCRIPTEN)
def test_wat_niet_veranderd_is_blijft_dezelfde_tekst(naam: str) -> None:
    s = record(klaar(naam))
    for papier in passend(s)[1:]:
        tekst = als_tekst(maak(papier, s).stukken)
        opnieuw = als_tekst(als_stukken(tekst))
        kaal = [regel for regel in tekst.split("\n") if regel.strip("- ")]
        assert [regel for regel in opnieuw.split("\n") if regel.strip("- ")] == kaal, papier


def test_koppen_punten_en_tabellen_worden_herkend() -> None:
    kop, punten, tabel = als_stukken("## Kop\n- een\n- twee\n\n| a | b |\n| --- | --- |\n| 1 | 2 |")
    assert isinstance(kop, Kop)
    assert isinstance(punten, Punten)
    assert len(punten.punten) == 2
    assert isinstance(tabel, Tabel)
    assert len(tabel.rijen) == 1


@pytest.mark.parametrize("vorm", ["pdf", "odt", "docx", "md"])
def test_in_het_document_staat_wat_aangepast_is(vorm: str) -> None:
    bestand = maak_bewerkt(gegevens(), "jongere", vorm, "# Dag\n\nEigen woorden #let x = [*]")
    assert bestand.naam.endswith(f"-jongere.{vorm}")
    if vorm in ("odt", "docx"):
        erin = "content.xml" if vorm == "odt" else "word/document.xml"
        xml = zipfile.ZipFile(io.BytesIO(bestand.inhoud)).read(erin).decode()
        assert "Eigen woorden #let x = [*]" in xml
        assert "klacht" not in xml


def test_de_weging_zelf_is_niet_te_bewerken() -> None:
    with pytest.raises(NietTeBewerken):
        om_te_bewerken(gegevens(), "weging")


def test_een_papier_dat_niet_past_is_ook_bewerkt_niet_te_maken() -> None:
    anders = next(p for p in PAPIEREN if p not in passend(record(klaar())))
    with pytest.raises(PastNiet):
        maak_bewerkt(gegevens(), anders, "pdf", "tekst")


def test_nakijken_noemt_lange_zinnen_zeldzame_woorden_en_namen() -> None:
    gezien = lees_na(f"{LANG}\nEen obligaat rapport. Bel Sanne de Vries.", "")
    assert len(gezien.lang) == 1
    assert "obligaat" in gezien.zeldzaam
    assert gezien.personen
    assert len(gezien.zinnen()) == 3


def test_onze_eigen_papieren_zijn_goed_te_lezen() -> None:
    tekst = om_te_bewerken(gegevens(), "jongere")
    gezien = lees_na(tekst, tekst)
    assert (gezien.lang, gezien.zeldzaam) == ((), ())
