"""Data items as people list them, their kinds, and per item what less could do."""

from __future__ import annotations

import time

import pytest

from dialogs.beeld import hints
from dialogs.beeld.hints import HINTS
from dialogs.beeld.scherm import schermbeeld
from dialogs.beurt import Beurt
from dialogs.dossier.vragen import VRAGEN
from dialogs.teksten import tekst
from dialogs.verstaan.antwoord import versta
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.keuze import Waarde
from tests.dialogs.tot import DAG, NU, begin, teksten, tot, van_casus, waarden, zeg


def nodig(*gegevens: dict[str, object]) -> Beurt:
    """At the question which of these items are needed."""
    alle = [{"nodig": True, "in_overgangsdocument": True} | g for g in gegevens]
    return tot("nodig", van_casus("3.3.3-nieuw", gegevens=alle))


@pytest.mark.parametrize(
    ("naam", "soort", "hint"),
    [
        ("dat hij ADHD heeft", "gezondheid", "behandeling"),
        ("behandeling bij de ggz", "gezondheid", "behandeling"),
        ("aangifte", "strafrechtelijk", "strafbaar"),
        ("geloof", "bijzonder", "bijzonder"),
        ("stageverslagen", "gewoon", "stage"),
        ("testuitslag", "gewoon", "uitslag"),
        ("gespreksverslag", "gewoon", "verslag"),
        ("adres", "gewoon", "contact"),
        ("telefoonnummer van thuis", "gewoon", "contact"),
        ("thuissituatie", "gewoon", "thuis"),
        ("verzuim", "gewoon", "verzuim"),
        ("cijferlijst", "gewoon", "cijfers"),
        ("schulden", "gewoon", "geld"),
    ],
)
def test_elk_soort_gegeven_krijgt_een_passende_hint(naam: str, soort: str, hint: str) -> None:
    beurt = nodig({"naam": naam, "soort": soort})

    gezegd = teksten(beurt)
    assert tekst(f"hints.{hint}.zin") in gezegd
    assert naam in gezegd


def test_elke_hint_noemt_zijn_bron() -> None:
    gezegd = teksten(
        nodig(
            {"naam": "dat hij in behandeling is", "soort": "gezondheid"},
            {"naam": "testuitslag", "soort": "gewoon"},
        )
    )

    assert "(2026 §2 stap 3)" in gezegd
    assert "(2026 §3.3.1 stap 3)" in gezegd


def test_wat_niets_bijzonders_is_krijgt_geen_hint() -> None:
    beurt = nodig({"naam": "rooster", "soort": "gewoon"})

    assert hints.bij_nodig(beurt.dossier) is None


def test_een_uitslag_met_verslag_zegt_het_maar_een_keer() -> None:
    gezegd = teksten(nodig({"naam": "stageverslag", "soort": "gewoon"}))

    assert tekst("hints.stage.zin") in gezegd
    assert tekst("hints.verslag.zin") not in gezegd


def test_ook_op_het_scherm() -> None:
    beurt = nodig({"naam": "stageverslag", "soort": "gewoon"})

    vraag = schermbeeld(beurt.dossier, NU.date()).vraag
    assert vraag.toelichting is not None
    assert tekst("hints.stage.zin") in vraag.toelichting


def test_er_is_geen_hint_zonder_zin() -> None:
    assert all(tekst(f"hints.{hint}.zin") for hint in HINTS)


@pytest.mark.parametrize(
    ("zin", "namen"),
    [
        (
            "stageverslagen, adres, en dat hij ADHD heeft",
            ["stageverslagen", "adres", "dat hij ADHD heeft"],
        ),
        ("dat hij ADHD en autisme heeft", ["dat hij ADHD en autisme heeft"]),
        ("dat hij ADHD heeft en zijn adres", ["dat hij ADHD heeft", "zijn adres"]),
        ("adres, en ook cijfers", ["adres", "cijfers"]),
        ("of ze met haar moeder en zus woont", ["of ze met haar moeder en zus woont"]),
    ],
)
def test_een_bijzin_is_een_gegeven(zin: str, namen: list[str]) -> None:
    assert versta(VRAGEN["gegevens"], Zin(zin, DAG), ()) == Waarde(namen)


def test_ook_een_enkel_gegeven_krijgt_een_soort_ter_bevestiging() -> None:
    beurt = zeg(begin(), "overslaan", "geven", "mbo", "gemeente", "1", "dat hij ADHD heeft")

    assert beurt.dossier.stand.vraag == "soort:dat hij ADHD heeft"
    soort = tekst("keuzes.soort.gezondheid")
    assert tekst("begrepen.soort", soort=soort) in teksten(beurt)
    assert "soort:dat hij ADHD heeft" not in waarden(beurt)

    assert waarden(zeg(beurt, "ja"))["soort:dat hij ADHD heeft"] == ["gezondheid"]
    assert waarden(zeg(beurt, "gewoon"))["soort:dat hij ADHD heeft"] == ["gewoon"]


def test_een_eindeloze_lijst_kost_niet_eindeloos_tijd() -> None:
    begin_ = time.process_time()

    versta(VRAGEN["gegevens"], Zin("dat hij en " * 900, DAG), ())

    assert time.process_time() - begin_ < 0.5
