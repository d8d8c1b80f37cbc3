"""What an outcome says while something is unknown, and what the other law would say."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.beslissing import Oordeel
from knowledge.casussen import casussen
from knowledge.feiten import Situatie
from knowledge.kennis import huidige
from knowledge.uitkomst import AndereRegeling, Uitkomst
from knowledge.weging import weeg

SITUATIES = {situatie.id: situatie for casus in casussen() for situatie in casus.situaties}
# An early leaver, from the Doorstroompunt to the gemeente (casus 3.3.3).
VSV = SITUATIES["3.3.3-nieuw"].feiten
NODIG = {"naam": "contactgegevens", "soort": "gewoon", "nodig": True}


def uitkomst(feiten: dict[str, Any]) -> Uitkomst:
    [uit] = weeg(Situatie.model_validate(feiten))
    return uit


@pytest.mark.parametrize("onbekend", ["leeftijd", "gegevens", "datum", "alternatief"])
def test_wat_onbekend_is_en_ertoe_doet_wordt_gevraagd(onbekend: str) -> None:
    uit = uitkomst({naam: waarde for naam, waarde in VSV.items() if naam != onbekend})

    assert uit.oordeel is Oordeel.ONVOLLEDIG
    assert onbekend in uit.ontbrekend
    assert huidige().tekst("acties.vastleggen") in uit.acties
    assert uit.kantelpunten == ()
    assert uit.andere_regeling is None


@pytest.mark.parametrize("onbekend", ["soort", "nodig"])
def test_van_een_gegeven_wordt_gevraagd_wat_dat_gegeven_mist(onbekend: str) -> None:
    half = {naam: waarde for naam, waarde in NODIG.items() if naam != onbekend}
    handig = {**NODIG, "naam": "hobby", "nodig": False}
    uit = uitkomst({**VSV, "gegevens": [handig, half]})

    assert uit.ontbrekend == (f"gegevens[1].{onbekend}",)
    assert [(g.delen, g.oordeel) for g in uit.gegevens] == [
        (False, Oordeel.MAG_NIET),
        (None, Oordeel.ONVOLLEDIG),
    ]
    assert uit.gegevens[1].reden == huidige().tekst("redenen.nog_onbekend")


def test_een_half_bekend_gegeven_houdt_een_ander_niet_tegen() -> None:
    half = {"naam": "verleden", "soort": "strafrechtelijk"}
    uit = uitkomst({**VSV, "gegevens": [NODIG, half]})

    assert uit.oordeel is Oordeel.MAG
    assert [g.delen for g in uit.gegevens] == [True, None]


def test_een_gegeven_zonder_naam_krijgt_een_nummer() -> None:
    naamloos = {"soort": "gewoon", "nodig": True}
    uit = uitkomst({**VSV, "gegevens": [NODIG, naamloos]})

    assert [g.naam for g in uit.gegevens] == ["contactgegevens", "gegeven 2"]


@pytest.mark.parametrize(
    ("casus", "daar"),
    [
        # Under the old law a school had no duty of aftercare, and nobody a mandate.
        ("3.1.1-nieuw", AndereRegeling("oud", Oordeel.MAG_MET_TOESTEMMING)),
        ("3.3.1-nieuw-mandaat", AndereRegeling("oud", Oordeel.MAG_MET_TOESTEMMING)),
        ("3.3.2-nieuw-gemeente", AndereRegeling("oud", Oordeel.MAG_MET_TOESTEMMING)),
        ("3.3.3-nieuw", AndereRegeling("oud", Oordeel.MAG_MET_TOESTEMMING)),
        ("pro-18-maanden-oud", AndereRegeling("nieuw", Oordeel.MAG)),
        # Both laws say the same.
        ("3.2.1-nieuw", None),
        ("2.1.3-oud", None),
        ("3.2.2-baan", None),
    ],
)
def test_een_uitkomst_zegt_wat_de_andere_wet_zou_zeggen(
    casus: str, daar: AndereRegeling | None
) -> None:
    assert uitkomst(SITUATIES[casus].feiten).andere_regeling == daar
