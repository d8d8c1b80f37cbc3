"""The arithmetic: what counts as right, wrong, missed and asked on."""

import pytest

from tests.taal.cijfers import (
    Alarm,
    Cijfers,
    Gehoord,
    Telling,
    Uitslag,
    aandelen,
    alarmcijfers,
    beoordeel,
    tel_gegevens,
    uitslag,
)
from tests.taal.sets import Antwoord, Beschrijving, Gevaarsoort, Gevaarszin, Lezing, Opsomming

KNUL = Beschrijving(
    nr=1,
    tekst="Knul van 20, stopte met 17, mag W&I bij het roc navragen?",
    feiten={"leeftijd": 20, "schoolstatus": "gestopt", "naar": "gemeente", "doel": "anders"},
    partijen=("gemeente", "mbo"),
    gegevenssoorten=(),
    vrij={"gebruiker": ["ontvanger"], "naar": ["uwv"], "doel": ["behoud_van_werk"]},
    niet={"leeftijd": [17]},
)


def _gelezen(*lezingen: Lezing) -> frozenset[Lezing]:
    return frozenset(lezingen)


def test_alles_goed_gelezen() -> None:
    oordeel = beoordeel(KNUL, KNUL.goed)

    assert oordeel.raak == KNUL.goed
    assert not oordeel.fout
    assert not oordeel.gemist


def test_een_andere_waarde_is_fout_en_gemist_en_kan_een_val_zijn() -> None:
    oordeel = beoordeel(KNUL, _gelezen(("leeftijd", 17)))

    assert oordeel.fout == oordeel.in_val == {("leeftijd", 17)}
    assert ("leeftijd", 20) in oordeel.gemist


def test_een_vrije_lezing_telt_niet_en_vervangt_de_goede() -> None:
    oordeel = beoordeel(KNUL, _gelezen(("gebruiker", "ontvanger"), ("naar", "uwv")))

    assert not oordeel.fout
    assert not oordeel.raak
    assert ("naar", "gemeente") not in oordeel.gemist


def test_een_vrij_doel_vervangt_het_andere_doel_niet() -> None:
    assert ("doel", "anders") in beoordeel(KNUL, _gelezen(("doel", "behoud_van_werk"))).gemist


def test_precisie_en_vangst() -> None:
    telling = Telling(raak=6, fout=2, gemist=4)

    assert telling.precisie == 0.75
    assert telling.vangst == 0.6


def test_zonder_lezingen_is_er_geen_cijfer() -> None:
    assert Telling().precisie is None
    assert Telling().vangst is None


def test_partijen_en_soorten_tellen_niet_mee_als_feit() -> None:
    cijfers = Cijfers()
    gelezen = _gelezen(("leeftijd", 20), ("partijen", "mbo"), ("partijen", "uwv"))
    cijfers.tel(KNUL, beoordeel(KNUL, gelezen))

    assert cijfers.samen() == Telling(raak=1, fout=0, gemist=3)
    assert cijfers.samen("partijen") == Telling(raak=1, fout=1, gemist=1)
    assert (cijfers.in_val, cijfers.vallen) == (0, 1)


@pytest.mark.parametrize(
    ("gelezen", "verwacht"),
    [
        ([("adhd", "gezondheid"), ("Rooster", "gewoon")], Telling(raak=2)),
        ([("diagnose", "gezondheid"), ("rooster", "gewoon")], Telling(raak=2)),
        ([("adhd", "gezondheid"), ("diagnose", "gezondheid")], Telling(raak=1, fout=1, gemist=1)),
        ([("adhd", "gewoon"), ("stage", "gewoon")], Telling(fout=1, gemist=2)),
    ],
)
def test_een_gegeven_telt_een_keer_en_met_zijn_soort(
    gelezen: list[tuple[str, str]], verwacht: Telling
) -> None:
    gegevens = {"adhd|diagnose": ["gezondheid"], "rooster": ["gewoon"]}
    opsomming = Opsomming.model_validate(
        {"nr": 1, "tekst": "", "gegevens": gegevens, "vrij": ["stage"]}
    )

    assert tel_gegevens(opsomming, [(n, frozenset({s})) for n, s in gelezen]) == verwacht


def _antwoord(**lezing: object) -> Antwoord:
    return Antwoord.model_validate({"nr": 1, "vraag": "mandaat", "tekst": "tja", **lezing})


@pytest.mark.parametrize(
    ("lezing", "gehoord", "verwacht"),
    [
        ({"waarde": False}, Gehoord(waarde=False), Uitslag.GOED),
        ({"waarde": True}, Gehoord(waarde=1), Uitslag.FOUT),
        ({"waarde": True}, Gehoord(waarde=None), Uitslag.FOUT),
        ({"waarde": True}, Gehoord(onduidelijk=True), Uitslag.DOORGEVRAAGD),
        ({"waarde": True, "of_onduidelijk": True}, Gehoord(onduidelijk=True), Uitslag.GOED),
        ({"onbekend": True}, Gehoord(waarde=None), Uitslag.GOED),
        ({"onbekend": True}, Gehoord(waarde=False), Uitslag.FOUT),
        ({"onduidelijk": True}, Gehoord(onduidelijk=True), Uitslag.GOED),
        ({"onduidelijk": True}, Gehoord(waarde=None), Uitslag.FOUT),
        ({"opdracht": "terug"}, Gehoord(opdracht="terug"), Uitslag.GOED),
        ({"opdracht": "terug"}, Gehoord(opdracht="stop"), Uitslag.FOUT),
        ({"waarde": True}, Gehoord(opdracht="terug"), Uitslag.FOUT),
    ],
)
def test_uitslag(lezing: dict[str, object], gehoord: Gehoord, verwacht: Uitslag) -> None:
    assert uitslag(_antwoord(**lezing), gehoord) is verwacht


def test_aandelen() -> None:
    delen = aandelen([Uitslag.GOED, Uitslag.GOED, Uitslag.GOED, Uitslag.FOUT])

    assert delen == {Uitslag.GOED: 0.75, Uitslag.FOUT: 0.25, Uitslag.DOORGEVRAAGD: 0}
    assert not any(aandelen([]).values())


def test_alarmcijfers_tellen_gevaar_en_wat_erop_lijkt_apart() -> None:
    zinnen = [
        Gevaarszin(nr=nr, tekst="", soort=Gevaarsoort(soort))
        for nr, soort in enumerate(("zelfdoding", "weg", "voorbij", "werk"))
    ]
    alarmen = [
        Alarm(gevaar=True, zelfdoding=True),
        Alarm(gevaar=False, zelfdoding=False),
        Alarm(gevaar=True, zelfdoding=True),
        Alarm(gevaar=False, zelfdoding=False),
    ]

    cijfers = alarmcijfers(zip(zinnen, alarmen, strict=True))

    assert (cijfers.vangst, cijfers.vals) == (0.5, 0.5)
    assert (cijfers.met_113, cijfers.vals_113) == (1.0, 1 / 3)
    assert alarmcijfers([]).vals == 0
