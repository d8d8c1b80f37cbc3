"""What may never be, whatever the rules say: the bounds of every ground under a `mag`.

Written out here on purpose: the lists of the documents and the statutes, not those of the rules.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from knowledge.kennis import huidige
from knowledge.motor import GegevenStand
from knowledge.regels.basis import Grondslag, Regel

EERSTE_DAG: Final = dt.date(2026, 1, 1)
OVERHEID: Final = {
    *("gemeente", "uwv", "doorstroompunt", "leerplicht", "duo", "bidn", "werkcentrum"),
    *("veilig_thuis", "politie", "raad_kinderbescherming"),
}
WEEGT_BELANG: Final = {"vo", "pro", "vso", "mbo", "hbo_wo", "jeugdzorg", "werkgever"}
DERDEN: Final = {"werkgever", "uwv", "werkcentrum"}
GEZAG: Final = {"gecertificeerde_instelling", "raad_kinderbescherming", "politie"}
KAN_GEVAAR_AFWENDEN: Final = {
    *("jeugdzorg", "veilig_thuis", "arts", "politie", "ouders", "wijkteam"),
    *("gecertificeerde_instelling", "raad_kinderbescherming"),
    *("vo", "pro", "vso", "mbo", "hbo_wo"),
}
VERZUIMPLICHTEN: Final = {
    *("B-LEERPLICHT", "N-VERZUIM", "N-VERZUIM-VO", "N-VERZUIM-VSO", "O-VERZUIM"),
}
NOEMT_NUMMER: Final = VERZUIMPLICHTEN | {
    *("N-DUO", "O-DUO", "N-DUO-DSP", "N-BIDN", "B-PW-INLICHTING"),
}
ALLEEN_WAT_GEMELD_WORDT: Final = NOEMT_NUMMER - {"B-PW-INLICHTING"}
GAAT_VOOR_WEIGERING: Final = {
    *(*NOEMT_NUMMER, "B-LEERPLICHT-VRAAGT", "B-VITAAL", "B-MELDRECHT"),
    *("N-VSV", "N-MANDAAT", "N-LP-DSP"),
    *("B-OUDERS", "B-BELANG", "B-OVEREENKOMST"),
}
"""A duty, a task, danger, or an interest. Not an overdracht: that rests on agreeing."""


def grond(gegeven: GegevenStand) -> Regel | None:
    """Return the ground under a `mag`, worked out without the outcome."""
    if gegeven.zeker.reden == "bijzonder_mag":
        return huidige().toestemming
    return huidige().eerste_grond(gegeven.feiten)


def jong_of_vertegenwoordigd(feiten: Mapping[str, Any]) -> bool:
    return bool(feiten["leeftijd"] < 16 or feiten.get("vertegenwoordigd"))


def bewaak(feiten: Mapping[str, Any], soort: frozenset[str], regel: Regel) -> None:
    """Hold the ground under a `mag` for one data item to what may never be."""
    wie = dict(feiten)
    assert regel.bronnen, wie
    assert (regel.grondslag is None) == (regel.id == "B-AANWEZIG"), wie
    _wie_weigert(wie, regel)
    _soort(wie, soort, regel)
    if regel.grondslag is Grondslag.TOESTEMMING:
        namens = jong_of_vertegenwoordigd(wie)
        beslist = "toestemming_vertegenwoordiger" if namens else "toestemming"
        assert wie.get(beslist) == "gegeven", wie
    if regel.grondslag is Grondslag.GERECHTVAARDIGD_BELANG:
        assert wie["van"] in WEEGT_BELANG - OVERHEID, wie
        assert wie["naar"] in DERDEN, wie
        assert wie["doel"] == "veiligheid_van_anderen", wie
    if regel.grondslag is Grondslag.VITAAL_BELANG:
        assert wie["levensgevaar"], wie
        assert wie["naar"] in KAN_GEVAAR_AFWENDEN, wie
        assert wie["doel"] != "beoordelen_uitkering", wie
    if regel.id == "B-MELDRECHT":
        assert (wie["naar"], wie["vermoeden_geweld"]) == ("veilig_thuis", True), wie
    if regel.id in ALLEEN_WAT_GEMELD_WORDT:
        assert wie.get("in_melding") is not False, wie
    if regel.id in {"B-LEERPLICHT", "N-VERZUIM", "N-VERZUIM-VO", "N-VERZUIM-VSO", "O-VERZUIM"}:
        assert wie["verzuim_ongeoorloofd"], wie
    if wie["naar"] in GEZAG:
        open_ = {Grondslag.TOESTEMMING, Grondslag.VITAAL_BELANG, None}
        assert regel.grondslag in open_, wie


def _wie_weigert(wie: dict[str, Any], regel: Regel) -> None:
    """A refusal gives way only to what the law or the documents let go before it."""
    namens = jong_of_vertegenwoordigd(wie) and (
        wie.get("toestemming_vertegenwoordiger") == "geweigerd"
    )
    if wie["toestemming"] == "geweigerd" or namens:
        assert regel.id in GAAT_VOOR_WEIGERING, wie
        assert regel.id != "B-OVEREENKOMST" or wie["naar"] not in DERDEN, wie
    if wie["toestemming"] == "geweigerd" and regel.id == "B-OUDERS":
        assert wie["leeftijd"] < 16, wie


def _soort(wie: dict[str, Any], soort: frozenset[str], regel: Regel) -> None:
    melding = regel.id == "B-MELDRECHT"
    nood = regel.grondslag is Grondslag.VITAAL_BELANG
    if "nummer" in soort:
        assert regel.id in NOEMT_NUMMER, wie
    if "strafrechtelijk" in soort:
        assert melding or nood, wie
    if "bijzonder" in soort:
        assert melding or nood or regel.grondslag is Grondslag.TOESTEMMING, wie
    if "gezondheid" in soort:
        ouders = regel.id == "B-OUDERS" and wie["leeftijd"] < 16
        op_toestemming = regel.grondslag is Grondslag.TOESTEMMING
        assert melding or nood or ouders or op_toestemming, wie
        assert (wie["doel"], wie["naar"]) != ("beoordelen_uitkering", "gemeente"), wie
