"""Answers as people type them, and what the bot makes of them."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.bedoeling import Onduidelijk
from dialogs.dossier.vragen import VRAGEN
from dialogs.verstaan.antwoord import versta
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.keuze import Waarde

VANDAAG = dt.date(2026, 3, 2)
GEGEVENS = ("stageverslag", "adres", "rooster")


@pytest.mark.parametrize(
    ("vraag", "zin", "waarde"),
    [
        ("levensgevaar", "ja", True),
        ("levensgevaar", "Nee hoor.", False),
        ("levensgevaar", "nee, gelukkig niet", False),
        ("levensgevaar", "2", False),
        ("levensgevaar", "geen idee", None),
        ("leeftijd", "ze is 18", 18),
        ("leeftijd", "achttien", 18),
        ("leeftijd", "24 jaar", 24),
        ("leeftijd", "weet ik niet", None),
        ("maanden_sinds_uitstroom", "anderhalf jaar", 18),
        ("maanden_sinds_uitstroom", "drie kwart jaar", 9),
        ("maanden_sinds_uitstroom", "een half jaar geleden", 6),
        ("maanden_sinds_uitstroom", "2 jaar", 24),
        ("maanden_sinds_uitstroom", "twee jaar", 24),
        ("maanden_sinds_uitstroom", "14 mnd", 14),
        ("van", "RMC", "doorstroompunt"),
        ("van", "roc", "mbo"),
        ("van", "de baas", "werkgever"),
        ("van", "Werk en Inkomen", "gemeente"),
        ("van", "7", "doorstroompunt"),
        ("opleiding", "entree", "entree"),
        ("opleiding", "niveau 4", "mbo4"),
        ("schoolstatus", "gestopt", "gestopt"),
        ("toestemming", "wil niet", "geweigerd"),
        ("alternatief", "zonder naam", "anoniem"),
        ("doel", "1, 3", ["begeleiding_naar_werk", "voorkomen_vsv"]),
        ("doel", "7 en 8", ["behoud_van_werk", "veiligheid_van_anderen"]),
        ("doel", "begeleiding naar werk", ["begeleiding_naar_werk"]),
        ("gegevens", "stageverslag, adres en rooster", ["stageverslag", "adres", "rooster"]),
        ("gegevens", "- adres\n- adres\n- cijfers", ["adres", "cijfers"]),
        ("nodig", "allemaal", list(GEGEVENS)),
        ("nodig", "2", ["adres"]),
        ("nodig", "stageverslag en rooster", ["stageverslag", "rooster"]),
        ("nodig", "geen", []),
        ("datum", "3-3-2025", "2025-03-03"),
        ("datum", "morgen", "2026-03-03"),
        ("nodig_reden", "  Omdat het moet  ", "Omdat het moet"),
        ("omschrijving", "overslaan", ""),
    ],
)
def test_verstaat(vraag: str, zin: str, waarde: object) -> None:
    assert versta(VRAGEN[vraag], Zin(zin, VANDAAG), GEGEVENS) == Waarde(waarde)


@pytest.mark.parametrize(
    ("vraag", "zin", "reden"),
    [
        ("levensgevaar", "misschien", "ja_nee"),
        ("leeftijd", "jong", "getal"),
        ("leeftijd", "tussen 17 en 18", "twee_lezingen"),
        ("leeftijd", "7", "getal_buiten"),
        ("leeftijd", "-5", "getal_buiten"),
        ("van", "blauw", "keuze"),
        ("van", "99", "keuze"),
        ("datum", "31-2-2026", "datum"),
        ("gegevens", "...", "gegevens"),
        ("gegevens", "x" * 500, "gegevens_lang"),
        ("gegevens", ", ".join(f"stuk {n}" for n in range(40)), "gegevens_veel"),
        ("nodig_reden", "weet ik niet", "eigen_woorden"),
        ("functie", "nee", "eigen_woorden"),
        ("nodig", "iets anders", "keuze"),
        ("nodig_reden", "!?", "tekst"),
    ],
)
def test_vraagt_door_in_plaats_van_te_raden(vraag: str, zin: str, reden: str) -> None:
    antwoord = versta(VRAGEN[vraag], Zin(zin, VANDAAG), GEGEVENS)

    assert isinstance(antwoord, Onduidelijk)
    assert antwoord.reden == reden


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("mandaat", "er is geen gevaar"),
        ("alb_gebruik", "niemand loopt gevaar"),
        ("alb_gebruik", "hij wil geen begeleiding"),
        ("overgangsdocument_akkoord", "hij wil niet dat we het delen"),
        ("mandaat", "dat heeft hij geweigerd"),
        ("levensgevaar", "hij is het niet eens met het overgangsdocument"),
        ("toestemming_vrij", "ze zijn daar niet voor verzameld"),
        ("doel", "het kan niet anders"),
    ],
)
def test_wat_over_iets_anders_gaat_is_geen_antwoord(vraag: str, zin: str) -> None:
    assert isinstance(versta(VRAGEN[vraag], Zin(zin, VANDAAG), GEGEVENS), Onduidelijk)


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("nodig", "nog niet gevraagd"),
        ("nodig", "ze is er niet bij"),
        ("in_overgangsdocument", "het adres is niet nodig"),
    ],
)
def test_ook_niet_bij_een_enkel_gegeven(vraag: str, zin: str) -> None:
    assert isinstance(versta(VRAGEN[vraag], Zin(zin, VANDAAG), ("adres",)), Onduidelijk)


def test_losse_accenten_verschuiven_niets() -> None:
    los = unicodedata.normalize("NFD", "één reünie; die hebben we niet, hij is 17")
    assert versta(VRAGEN["mandaat"], Zin(los, VANDAAG), ()) == Waarde(waarde=False)


def test_een_ander_feit_erbij_laat_het_antwoord_staan() -> None:
    antwoord = versta(VRAGEN["mandaat"], Zin("die hebben we niet, hij is 17", VANDAAG), ())
    assert antwoord == Waarde(waarde=False)


def test_een_dubbelzinnig_antwoord_noemt_de_mogelijkheden() -> None:
    antwoord = versta(VRAGEN["opleiding"], Zin("vso", VANDAAG), ())

    assert isinstance(antwoord, Onduidelijk)
    assert set(antwoord.mogelijkheden) == {"vso_arbeid", "vso_overig"}


@given(st.sampled_from(sorted(VRAGEN)), st.text(max_size=60))
def test_geen_enkele_tekst_brengt_het_begrip_van_zijn_stuk(vraag: str, zin: str) -> None:
    antwoord = versta(VRAGEN[vraag], Zin(zin, VANDAAG), GEGEVENS)

    assert isinstance(antwoord, Waarde | Onduidelijk)


@pytest.mark.parametrize("zin", ["open [bsn]", "[bsn]", "het is [naam]"])
def test_een_gemaskeerd_woord_kiest_geen_soort(zin: str) -> None:
    assert isinstance(versta(VRAGEN["soort"], Zin(zin, VANDAAG), GEGEVENS), Onduidelijk)


@pytest.mark.parametrize(
    ("zin", "dag"),
    [("donderdag", "2026-03-05"), ("maandag", "2026-03-09"), ("over twee weken", "2026-03-16")],
)
def test_een_dag_zonder_datum_is_de_eerste_die_komt(zin: str, dag: str) -> None:
    assert versta(VRAGEN["datum"], Zin(zin, VANDAAG), GEGEVENS) == Waarde(dag)
