"""The mutants are what they say, and what is called equal is equal."""

from __future__ import annotations

import datetime as dt

import pytest

from knowledge.condities import Alle
from knowledge.kennis import Kennis, huidige
from tests.mutatie import proeven
from tests.mutatie.__main__ import bekend
from tests.mutatie.gelijk import kan_verschillen, verschil
from tests.mutatie.mutanten import mutanten

MUTANTEN = {mutant.id: mutant for mutant in mutanten(huidige())}


def gemaakt(id_: str) -> Kennis:
    return MUTANTEN[id_].maak()


def test_elke_mutant_heeft_een_eigen_naam() -> None:
    assert len(MUTANTEN) == len(list(mutanten(huidige())))


def test_wat_als_bekend_opgeschreven_staat_bestaat_en_heeft_een_reden() -> None:
    assert bekend().keys() <= MUTANTEN.keys()
    assert all(bekend().values())


def test_een_regel_verandert_overal_waar_zij_meetelt() -> None:
    kennis = gemaakt("N-LP-DSP: regel weg")
    van_leerplicht = {"datum": dt.date(2026, 3, 2), "van": "leerplicht", "naar": "doorstroompunt"}
    feiten = {**van_leerplicht, "leeftijd": 18, "startkwalificatie": False}

    def er_is_grond(kennis: Kennis) -> bool | None:
        return kennis.afgeleid["is_er_een_grond"].waarheid(feiten)

    assert "N-LP-DSP" not in {regel.id for regel in kennis.regels}
    assert verschil(huidige(), kennis) is not None
    assert (er_is_grond(huidige()), er_is_grond(kennis)) == (True, None)


def test_een_andere_termijn_geldt_overal() -> None:
    kennis = gemaakt("termijn vsv_tot (2026-01-01): 27 wordt 28")
    gevonden = verschil(huidige(), kennis)

    assert gevonden is not None
    feiten, _, _ = gevonden
    assert feiten["leeftijd"] == 27


@pytest.mark.parametrize(
    "id_",
    [
        "N-VSV: regel weg",
        "VOORRANG: mag_niet voor vertelt_zelf",
        "besluit 4 gevaar_verkeerde_ontvanger: besluit weg",
        "B-BELANG-OVERLEG: regel weg",
        "B-PW65: van ook uwv: van is gemeente",
        "B-GEVAAR-ACHTERAF: acties zonder achteraf_informeren",
    ],
)
def test_deze_fout_blijft_niet_onopgemerkt(id_: str) -> None:
    assert proeven.gedood_door(gemaakt(id_)) is not None


def test_wat_hetzelfde_is_verschilt_niet() -> None:
    als = huidige().regels[0].als

    assert verschil(huidige(), huidige()) is None
    assert not kan_verschillen(als, Alle((als, als)))
    assert proeven.gedood_door(huidige()) is None
