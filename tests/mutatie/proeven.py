"""What a mutant has to get past: the casussen, the second reading, and tests on the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import product
from typing import Any, Final
from unittest import mock

from knowledge import kennis as kennis_module
from knowledge.casussen import CasusSituatie, casussen
from knowledge.feiten import Situatie
from knowledge.fouten import KennisOnjuist
from knowledge.kennis import Kennis, huidige
from knowledge.weging import weeg_doel
from tests.knowledge import (
    test_bijschrift,
    test_botsingen,
    test_casussen,
    test_eigenschappen,
    test_lezing,
    test_uitwerking,
)
from tests.knowledge.lezing import F
from tests.knowledge.test_lezing import MITS

Proef = Callable[[Kennis], bool]
"""Tells whether this knowledge passes."""

# Tests with a fixed set of situations; those that draw at random would kill by chance.
_TESTS: Final[tuple[Callable[..., None], ...]] = (
    test_bijschrift.test_bij_deze_casus_hoort,
    test_bijschrift.test_bij_geen_oordeel_hoort,
    test_uitwerking.test_een_uitkomst_noemt_de_regels_waarop_zij_rust,
    test_uitwerking.test_van_twee_gronden_telt_de_eerste,
    test_uitwerking.test_elk_milder_middel_gaat_voor,
    test_uitwerking.test_voor_de_sollicitatieplicht_is_een_medische_verklaring_genoeg,
    test_lezing.test_alleen_wat_een_voorwaarde_wordt_geldt_ook_bij_onbekend,
    test_botsingen.test_wat_niet_samengaat_wordt_niet_gewogen,
    test_botsingen.test_wat_net_wel_kan_wordt_gewogen,
    test_eigenschappen.test_onder_de_zestien_beslist_de_vertegenwoordiger,
    test_eigenschappen.test_op_achttien_eindigt_de_leerplicht_en_begint_de_taak_van_het_doorstroompunt,
    test_eigenschappen.test_vanaf_zeventien_mag_leerplicht_het_doorstroompunt_inlichten,
    test_eigenschappen.test_op_drieentwintig_eindigt_de_oude_meldplicht_en_die_van_het_vso,
    test_eigenschappen.test_op_zevenentwintig_eindigt_de_taak_van_de_nieuwe_wet,
    test_eigenschappen.test_na_de_termijn_eindigt_de_overdracht,
    test_eigenschappen.test_buiten_de_grenzen_verandert_er_niets,
    test_eigenschappen.test_wat_nooit_beslist_beslist_nooit,
    test_casussen.test_elke_conclusie_noemt_regel_en_bron_van_haar_tijd,
    test_lezing.test_elk_oordeel_volgt_ook_uit_de_tweede_lezing,
)


def gedood_door(kennis: Kennis) -> str | None:
    """Return what finds this knowledge out, or None when nothing does."""
    return gedood_door_casus_of_lezing(kennis) or _eerste_die_faalt(kennis)


def gedood_door_casus_of_lezing(kennis: Kennis) -> str | None:
    """Return which of the two quick ones finds it out."""
    for naam, proef in (("casus", casussen_kloppen), ("lezing", lezing_klopt)):
        try:
            if not proef(kennis):
                return naam
        except (KennisOnjuist, AssertionError):
            return naam
    return None


def _eerste_die_faalt(kennis: Kennis) -> str | None:
    with als_huidige(kennis):
        return next((test.__name__ for test in _TESTS if not _slaagt(test)), None)


def warm_op(kennis: Kennis) -> None:
    """Read everything that all mutants share, before processes are split off."""
    assert gedood_door(kennis) is None
    for lezing in (*test_lezing.LEZINGEN.values(), *MITS.values(), _altijd):
        test_lezing.gelezen(lezing)


def casussen_kloppen(kennis: Kennis) -> bool:
    """Every casus gets its verdict and its ground."""
    for casus, situatie in _situaties():
        uitkomst = weeg_doel(situatie, *situatie.doelen(), volledig=False, kennis=kennis)
        if uitkomst.oordeel not in casus.oordeel or uitkomst.ontbrekend:
            return False
        if casus.grondslag and uitkomst.grondslag not in casus.grondslag:
            return False
    return True


@cache
def _situaties() -> tuple[tuple[CasusSituatie, Situatie], ...]:
    return tuple((s, s.situatie()) for casus in casussen() for s in casus.situaties)


def lezing_klopt(kennis: Kennis) -> bool:
    """Every rule that is not what it is today still says what the second reading says."""
    vandaag = {regel.id: regel for regel in huidige().regels}
    if {regel.id for regel in kennis.regels} != vandaag.keys():
        return False
    for regel in kennis.regels:
        nu = vandaag[regel.id]
        if regel.van_toepassing != nu.van_toepassing and test_lezing.anders(
            regel.van_toepassing, test_lezing.LEZINGEN[regel.id]
        ):
            return False
        mits = MITS.get(regel.id, _altijd)
        if regel.mits != nu.mits and test_lezing.anders(regel.mits, mits):
            return False
    return True


def _altijd(_: F) -> bool:
    return True


@contextmanager
def als_huidige(kennis: Kennis) -> Iterator[None]:
    """Let every test take this knowledge for that of today."""
    velden: dict[str, Any] = {
        "ALLE_REGELS": kennis.regels,
        "AFGELEID": kennis.afgeleid,
        "BESLUITEN": kennis.besluiten,
        "VOORRANG": kennis.voorrang,
        "BOTSINGEN": kennis.botsingen,
        "VOLGT_UIT": kennis.volgt_uit,
        "NIEUW_VANAF": kennis.nieuw_vanaf,
        "termijnen": lambda: kennis.termijnen,
    }
    huidige.cache_clear()
    try:
        with mock.patch.multiple(kennis_module, **velden):
            huidige()
            yield
    finally:
        huidige.cache_clear()


def _slaagt(test: Callable[..., None]) -> bool:
    try:
        for argumenten in _gevallen(test):
            test(**argumenten)
    except (AssertionError, KennisOnjuist, ValueError, LookupError):
        return False
    return True


@cache
def _gevallen(test: Callable[..., None]) -> tuple[dict[str, Any], ...]:
    """Return the arguments that pytest would give, from `parametrize`."""
    assen = [
        [_benoemd(merk.args[0], waarden) for waarden in merk.args[1]]
        for merk in getattr(test, "pytestmark", ())
        if merk.name == "parametrize"
    ]
    return tuple({k: w for deel in keuze for k, w in deel.items()} for keuze in product(*assen))


def _benoemd(namen: str | tuple[str, ...], waarden: Any) -> dict[str, Any]:
    return {namen: waarden} if isinstance(namen, str) else dict(zip(namen, waarden, strict=True))
