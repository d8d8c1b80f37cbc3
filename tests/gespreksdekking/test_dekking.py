"""Wat een beurt was, wordt gemeten; en bij elke vraag komt een transcript langs."""

from __future__ import annotations

import datetime as dt
import pkgutil
from functools import cache
from typing import Any

import pytest

import bot.kanalen
from dialogs import gesprek
from dialogs.bedoeling import Gezegd, Ingevuld
from dialogs.dossier import Dossier
from dialogs.dossier.vragen import VRAGEN
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import nu_op
from tests.gespreksdekking.meten import RECHTSTREEKS, Cel, Meter
from tests.gespreksdekking.soorten import MOMENTEN, Manier, kan, manieren
from tests.gespreksdekking.verslag import KANALEN, gaten, verslag
from tests.transcripten import transcripten

DAG = dt.date(2026, 3, 2)
NU = nu_op(DAG)
ROUTE = ("overslaan", "geven, roc, doorstroompunt, begeleiding naar werk")
KERN = frozenset(
    {Manier.WEET_NIET, Manier.NIET_BEGREPEN, Manier.SAMEN, Manier.REGELS, Manier.WAAROM}
)
"""What every question must be able to take; how else one may answer differs too much."""


def na(*zinnen: str) -> Dossier:
    dossier = gesprek.begroet(gesprek.nieuw("proef", DAG), NU).dossier
    for zin in zinnen:
        dossier = spreken.beantwoord(dossier, zin, NU).dossier
    return dossier


def gemeten(dossier: Dossier, zin: str) -> set[tuple[str, str]]:
    return set(manieren(dossier, Gezegd(zin), NU))


@cache
def bereikt() -> frozenset[Cel]:
    uit = set()
    for transcript in transcripten():
        nu = nu_op(transcript.vandaag)
        dossier = gesprek.begroet(gesprek.nieuw("proef", transcript.vandaag), nu).dossier
        for _, zin in transcript.gesprek:
            uit |= {Cel(v, m, RECHTSTREEKS) for v, m in manieren(dossier, Gezegd(zin), nu)}
            dossier = spreken.beantwoord(dossier, zin, nu).dossier
    return frozenset(uit)


@pytest.mark.parametrize(
    ("ervoor", "zin", "verwacht"),
    [
        ((), "waarom", {("omschrijving", "waarom")}),
        ((), "overslaan", {("omschrijving", "keuze")}),
        (
            ROUTE[:1],
            "één voor één",
            {(v, "los") for v in ("gebruiker", "van", "naar", "doel", "gegevens")},
        ),
        (ROUTE[:1], ROUTE[1], {(v, "samen") for v in ("gebruiker", "van", "naar", "doel")}),
        (ROUTE[:1], "gever: roc\ndoel: 6", {("van", "regels"), ("doel", "regels")}),
        ((*ROUTE[:1], "één voor één"), "1", {("gebruiker", "nummer")}),
        ((*ROUTE[:1], "één voor één"), "blauw", {("gebruiker", "niet begrepen")}),
        ((*ROUTE[:1], "één voor één"), "geen idee", {("gebruiker", "weet niet")}),
        ((*ROUTE[:1], "één voor één"), "wij willen geven", {("gebruiker", "zin")}),
        (ROUTE, "pff", {("gegevens", "tussendoor")}),
        (ROUTE, "wat is een mandaat?", {("gegevens", "opzoeken")}),
        ((*ROUTE, "cijfers"), "ik bedoelde vsv voorkomen", {("doel", "verbeterd")}),
        ((*ROUTE, "wijzig doel"), "6", {("doel", "gewijzigd"), ("doel", "nummer")}),
        ((*ROUTE, "wijzig"), "2", {("(lijst)", "terug")}),
        ((*ROUTE, "opnieuw"), "nee", {("(zeker weten)", "anders")}),
        (("Zij is 17.",), "ja", {("begrepen", "keuze"), ("leeftijd", "gelezen")}),
    ],
)
def test_een_beurt_is_wat_het_gesprek_ervan_maakte(
    ervoor: tuple[str, ...], zin: str, verwacht: set[tuple[str, str]]
) -> None:
    assert gemeten(na(*ervoor), zin) == verwacht


def test_een_veld_op_een_scherm_is_ingevuld() -> None:
    ervoor = na(ROUTE[0], "één voor één")
    assert set(manieren(ervoor, Ingevuld({"gebruiker": "ontvanger"}), NU)) == {
        ("gebruiker", "ingevuld")
    }


def test_pas_na_een_test_wordt_gemeten_wat_hij_zei(monkeypatch: pytest.MonkeyPatch) -> None:
    meter, dossier = Meter(), na()
    meter.luister(monkeypatch)
    test: Any = object()
    om_de_test = meter.pytest_runtest_protocol(test)
    next(om_de_test)
    gesprek.beantwoord(dossier, Gezegd("waarom"), NU)
    assert meter.andere == set()
    assert list(om_de_test) == []
    assert meter.andere == {Cel("omschrijving", Manier.WAAROM, RECHTSTREEKS)}


def test_een_transcript_komt_bij_elke_vraag_en_elk_moment() -> None:
    bezocht = {cel.vraag for cel in bereikt()}
    assert {*VRAGEN, *MOMENTEN} <= bezocht


def test_bij_elke_vraag_bereiken_transcripten_wat_altijd_moet_kunnen() -> None:
    over = gaten(bereikt(), RECHTSTREEKS)
    open_ = {id_: KERN.intersection(manieren) for id_, manieren in over.items()}
    assert {id_: manieren for id_, manieren in open_.items() if manieren} == {}


def test_elke_manier_komt_bij_elke_soort_vraag_voor() -> None:
    gezien = {(VRAGEN[c.vraag].soort, c.manier) for c in bereikt() if c.vraag in VRAGEN}
    mist = {(v.soort, m) for v in VRAGEN.values() for m in kan(v)} - gezien
    mist = {(soort, m) for soort, m in mist if m is not Manier.INGEVULD}
    assert mist <= {("datum", "gelezen"), ("datum", "verbeterd")}


def test_het_verslag_kent_elk_kanaal() -> None:
    kanalen = {module.name for module in pkgutil.iter_modules(bot.kanalen.__path__)}
    assert set(KANALEN) == kanalen - {"tekst"} | {RECHTSTREEKS}


def test_het_verslag_noemt_wat_geen_transcript_bereikt() -> None:
    cel = Cel("mandaat", Manier.WAAROM, RECHTSTREEKS)
    regels = "\n".join(verslag({cel}, {Cel("mandaat", Manier.KEUZE, "web")}))
    kop, _, gemist = regels.partition("Geen transcript komt bij:")
    [rij] = [regel for regel in kop.splitlines() if regel.startswith("mandaat")]
    assert rij.split()[1:3] == ["w", "-"]
    assert "R" in rij
    [mist] = [regel for regel in gemist.splitlines() if regel.startswith("mandaat")]
    assert "keuze" in mist
    assert "waarom" not in mist
