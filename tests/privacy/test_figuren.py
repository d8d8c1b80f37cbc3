"""De bewaker haalt zijn cijfers, op beide delen van de set en op wat het product zelf zegt."""

from __future__ import annotations

import pytest

from bot.bewaker import bewaak
from tests.privacy.berichten import APART, OEFEN, lees, ontleed
from tests.privacy.eigen_teksten import eigen_teksten
from tests.privacy.meten import Telling, meet

PRECISIE = 0.95
HERKENNING = 0.97


@pytest.fixture(scope="module", params=[OEFEN, APART])
def telling(request: pytest.FixtureRequest) -> Telling:
    return meet(lees(request.param))


def test_mensen_worden_gevonden_en_gewone_woorden_niet(telling: Telling) -> None:
    assert telling.precisie("persoon") >= PRECISIE
    assert telling.herkenning("persoon") >= HERKENNING


def test_nummers_adressen_en_links_worden_nooit_gemist(telling: Telling) -> None:
    gemist = {soort for soort in telling.gemist if soort != "persoon"}
    assert gemist == set()


def test_de_set_is_groot_genoeg_en_een_derde_ligt_apart() -> None:
    oefen, apart = lees(OEFEN), lees(APART)
    assert len(oefen) + len(apart) >= 400
    assert len(apart) * 3 >= len(oefen) + len(apart)
    assert sum(not bericht.gevoelig for bericht in oefen) >= 100


def test_wat_het_product_zelf_zegt_geeft_geen_alarm() -> None:
    telling = meet(eigen_teksten())
    assert telling.fouten == []


def test_wat_het_product_zelf_zegt_geeft_ook_klein_geschreven_geen_alarm() -> None:
    gevonden = [t.tekst for t in eigen_teksten() if bewaak(t.tekst.lower()).gevonden]
    assert gevonden == []


def test_een_half_gevonden_naam_telt_als_gemist() -> None:
    assert meet([ontleed("Bel {persoon:Karim zegt ja}")]).gemist["persoon"] == 1


def test_een_gewoon_woord_dat_verdwijnt_telt_als_vals() -> None:
    assert meet([ontleed("Karim zegt ja")]).vals["persoon"] == 1
