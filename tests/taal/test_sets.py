"""The sets themselves: large enough, without doubles, with facts and values that exist."""

from collections.abc import Callable

import pytest

from dialogs.dossier.vragen import VRAGEN
from knowledge.feiten import FEITEN
from tests.taal.sets import (
    Antwoord,
    Beschrijving,
    Genummerd,
    Gevaarsoort,
    antwoorden,
    beschrijvingen,
    gevaarszinnen,
    kan,
    lezingen,
    opsommingen,
)

ALLE_BESCHRIJVINGEN = beschrijvingen(apart=False) + beschrijvingen(apart=True)
ALLE_ANTWOORDEN = antwoorden(apart=False) + antwoorden(apart=True)
ALLE_GEVAAR = gevaarszinnen(apart=False) + gevaarszinnen(apart=True)


def _kaal(tekst: str) -> str:
    return "".join(teken for teken in tekst.casefold() if teken.isalnum())


def test_de_sets_zijn_groot_genoeg() -> None:
    assert len(ALLE_BESCHRIJVINGEN) >= 700
    assert len(ALLE_ANTWOORDEN) >= 550


@pytest.mark.parametrize("apart", [False, True])
def test_elk_deel_over_gevaar_heeft_genoeg_van_beide(*, apart: bool) -> None:
    zinnen = gevaarszinnen(apart=apart)

    assert {zin.soort for zin in zinnen} == set(Gevaarsoort)
    assert sum(zin.gevaar for zin in zinnen) >= 60
    assert sum(not zin.gevaar for zin in zinnen) >= 60


@pytest.mark.parametrize(
    "alle",
    [ALLE_BESCHRIJVINGEN, ALLE_ANTWOORDEN, ALLE_GEVAAR],
    ids=["tekst", "antwoord", "gevaar"],
)
def test_elk_nummer_is_er_een_keer(alle: tuple[Genummerd, ...]) -> None:
    assert len({een.nr for een in alle}) == len(alle)


@pytest.mark.parametrize("deel", [beschrijvingen, antwoorden, gevaarszinnen, opsommingen])
def test_minstens_een_derde_staat_apart(deel: Callable[..., tuple[Genummerd, ...]]) -> None:
    bewerkt, apart = deel(apart=False), deel(apart=True)
    assert len(apart) * 3 >= len(bewerkt) + len(apart)


def test_geen_beschrijving_staat_er_twee_keer() -> None:
    assert len({_kaal(b.tekst) for b in ALLE_BESCHRIJVINGEN}) == len(ALLE_BESCHRIJVINGEN)


def test_geen_zin_over_gevaar_staat_er_twee_keer() -> None:
    assert len({_kaal(z.tekst) for z in ALLE_GEVAAR}) == len(ALLE_GEVAAR)


def test_geen_antwoord_staat_er_twee_keer_bij_dezelfde_vraag() -> None:
    sleutels = {(a.vraag, a.tekst.casefold(), a.gegevens) for a in ALLE_ANTWOORDEN}

    assert len(sleutels) == len(ALLE_ANTWOORDEN)


@pytest.mark.parametrize("apart", [False, True])
def test_elk_feit_komt_in_beide_delen_voor(*, apart: bool) -> None:
    te_lezen = {naam for naam, feit in FEITEN.items() if not feit.van_gegeven}

    assert te_lezen <= {naam for b in beschrijvingen(apart=apart) for naam, _ in b.goed}


def test_elke_vraag_met_een_feit_heeft_antwoorden() -> None:
    assert {v.id for v in VRAGEN.values() if v.feit} <= {a.vraag for a in ALLE_ANTWOORDEN}


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("leeftijd", 9),
        ("leeftijd", True),
        ("startkwalificatie", 1),
        ("opleiding", "mbo2"),
        ("soort", "gewoon"),
        ("van", "school"),
        ("partijen", "rmc"),
        ("buiten", "klas"),
        ("lengte", 180),
    ],
)
def test_een_waarde_die_niet_bestaat_valt_op(naam: str, waarde: object) -> None:
    assert not kan(naam, waarde)


def test_een_lezing_is_niet_tegelijk_goed_en_een_val() -> None:
    with pytest.raises(ValueError, match="goed, vrij of fout"):
        Beschrijving(
            nr=1,
            tekst="Hij is 18.",
            feiten={"leeftijd": 18},
            partijen=(),
            gegevenssoorten=(),
            niet={"leeftijd": [18]},
        )


@pytest.mark.parametrize(
    "lezing", [{}, {"waarde": 18, "onbekend": True}, {"waarde": 9}, {"waarde": "achttien"}]
)
def test_een_antwoord_heeft_precies_een_mogelijke_lezing(lezing: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"leeftijd|precies één"):
        Antwoord.model_validate({"nr": 1, "vraag": "leeftijd", "tekst": "18", **lezing})


def test_elk_doel_van_meer_is_een_eigen_lezing() -> None:
    feiten = {"doel": ["voorkomen_vsv", "behoud_van_werk"], "leeftijd": 18}

    assert set(lezingen(feiten)) == {
        ("doel", "voorkomen_vsv"),
        ("doel", "behoud_van_werk"),
        ("leeftijd", 18),
    }
