"""Which rule an outcome names, and which warning comes with it: the verdict alone is no account."""

from __future__ import annotations

import pytest

from knowledge.beslissing import Oordeel
from knowledge.feiten import Situatie
from knowledge.regels.basis import Grondslag
from knowledge.teksten import tekst
from knowledge.uitkomst import Uitkomst
from knowledge.weging import weeg

NIETS_BIJZONDERS: dict[str, object] = {
    "datum": "2026-03-02",
    "levensgevaar": False,
    "toestemming": "niet_gevraagd",
    "jongere_aanwezig": False,
    "overeenkomst_nodig": False,
    "belang_zwaarder": False,
    "doel_verenigbaar": True,
    "alternatief": "geen",
    "gegevens": [{"naam": "verslag", "soort": "gewoon", "nodig": True}],
}
GELDIG: dict[str, object] = {
    "toestemming": "gegeven",
    "toestemming_vrij": True,
    "toestemming_duidelijk": True,
    "toestemming_geinformeerd": True,
    "toestemming_specifiek": True,
}
GESTOPT: dict[str, object] = {
    "van": "doorstroompunt",
    "naar": "gemeente",
    "doel": "begeleiding_naar_werk",
    "leeftijd": 20,
    "startkwalificatie": False,
    "opleiding": "entree",
    "schoolstatus": "gestopt",
    "maanden_sinds_uitstroom": 5,
    "alb_aangeboden": True,
    "alb_gebruik": False,
    "begeleiding_akkoord": True,
    "mandaat": False,
}
LAATSTEJAARS: dict[str, object] = {
    "van": "mbo",
    "naar": "gemeente",
    "doel": "begeleiding_naar_werk",
    "leeftijd": 18,
    "startkwalificatie": False,
    "opleiding": "entree",
    "schoolstatus": "ingeschreven",
    "alb_aangeboden": True,
    "alb_gebruik": True,
    "overgangsdocument_akkoord": True,
    "in_overgangsdocument": True,
}
VERZUIM: dict[str, object] = {
    "van": "mbo",
    "naar": "doorstroompunt",
    "doel": "melden_verzuim",
    "leeftijd": 20,
    "startkwalificatie": False,
    "verzuim_ongeoorloofd": True,
    "verzuim_weken": 4,
}


def uitkomst(feiten: dict[str, object], **anders: object) -> Uitkomst:
    alle = {**NIETS_BIJZONDERS, **feiten, **anders}
    bekend = {naam: waarde for naam, waarde in alle.items() if waarde is not None}
    (uit,) = weeg(Situatie.model_validate(bekend))
    return uit


def gegeven(*soort: str) -> list[dict[str, object]]:
    return [{"naam": "dossier", "soort": list(soort), "nodig": True}]


def waarschuwt(uit: Uitkomst, sleutel: str) -> bool:
    return any(zin.startswith(tekst(f"let_op.{sleutel}")) for zin in uit.let_op)


# --- onbekende feiten die niets meer uitmaken -----------------------------------------------------


def test_zonder_datum_blijft_een_plicht_van_beide_wetten_een_plicht() -> None:
    uit = uitkomst(VERZUIM, datum=None)

    assert uit.oordeel is Oordeel.MAG
    assert uit.grondslag is Grondslag.WETTELIJKE_VERPLICHTING
    assert {"N-VERZUIM", "O-VERZUIM"} <= set(uit.regels)
    assert [g.delen for g in uit.gegevens] == [True]


def test_ook_zonder_datum_hoort_bij_elk_oordeel_wat_je_altijd_doet() -> None:
    uit = uitkomst(
        {"van": "mbo", "naar": "werkgever", "doel": "anders", "leeftijd": 20}, datum=None
    )

    assert uit.oordeel is Oordeel.MAG_MET_TOESTEMMING
    assert tekst("acties.vastleggen") in uit.acties
    assert {"O-SCHOOL", "N-OVERIG"} <= set(uit.regels)
    assert (GELDIG, Oordeel.MAG) in [(punt.feiten, punt.oordeel) for punt in uit.kantelpunten]


def test_met_een_mandaat_is_het_een_taak_ook_als_de_startkwalificatie_onbekend_is() -> None:
    uit = uitkomst(GESTOPT, startkwalificatie=None, mandaat=True)

    assert uit.oordeel is Oordeel.MAG
    assert uit.grondslag is Grondslag.ALGEMEEN_BELANG
    # Not the task either: whether that is the ground nobody can say.
    assert "N-MANDAAT" in uit.regels
    assert not {"N-VSV", "N-DSP-STARTKWAL"} & set(uit.regels)
    assert [g.delen for g in uit.gegevens] == [True]


@pytest.mark.parametrize("datum", ["2025-12-31", "2026-01-01"])
@pytest.mark.parametrize(("van", "naar"), [("mbo", "duo"), ("duo", "doorstroompunt")])
def test_een_verzuimmelding_loopt_via_duo(van: str, naar: str, datum: str) -> None:
    uit = uitkomst(VERZUIM, van=van, naar=naar, datum=datum, toestemming="geweigerd")

    assert uit.oordeel is Oordeel.MAG
    assert uit.grondslag is Grondslag.WETTELIJKE_VERPLICHTING


# --- voortijdig schoolverlaters -------------------------------------------------------------------


def test_zonder_instemming_met_de_begeleiding_noemt_de_uitkomst_de_casus_die_haar_vraagt() -> None:
    uit = uitkomst(GESTOPT, begeleiding_akkoord=False)

    assert uit.oordeel is Oordeel.MAG_MET_TOESTEMMING
    assert "N-VSV" in uit.regels
    assert "B-REST" not in uit.regels
    assert not waarschuwt(uit, "route_niet_in_documenten")
    assert {"begeleiding_akkoord": True} in [punt.feiten for punt in uit.kantelpunten]


@pytest.mark.parametrize(
    ("opleiding", "maanden", "aangeboden", "oordeel"),
    [
        ("entree", 5, True, Oordeel.MAG_MET_TOESTEMMING),
        ("mbo2_bol", 12, True, Oordeel.MAG_MET_TOESTEMMING),
        ("entree", 13, True, Oordeel.MAG),
        ("mbo3", 5, True, Oordeel.MAG_MET_TOESTEMMING),
        ("mbo3", 5, False, Oordeel.MAG),
    ],
)
def test_wie_gestopt_is_en_al_begeleid_wordt_hoort_niet_bij_het_doorstroompunt(
    opleiding: str, maanden: int, aangeboden: object, oordeel: Oordeel
) -> None:
    uit = uitkomst(
        GESTOPT,
        opleiding=opleiding,
        maanden_sinds_uitstroom=maanden,
        alb_aangeboden=aangeboden,
        alb_gebruik=True,
    )

    assert uit.oordeel is oordeel


def test_overleg_met_de_school_over_bol_2_staat_wel_in_het_document_en_niet_in_de_wet() -> None:
    bol = uitkomst(GESTOPT, opleiding="mbo2_bol")
    entree = uitkomst(GESTOPT)

    assert {"N-DSP-OVERLEG"} <= set(bol.regels) & set(entree.regels)
    assert waarschuwt(bol, "spanning_overleg_bol")
    assert not waarschuwt(entree, "spanning_overleg_bol")


def test_een_school_levert_op_verzoek_over_een_voortijdig_schoolverlater() -> None:
    school = uitkomst(GESTOPT, van="mbo", naar="doorstroompunt")
    doorstroompunt = uitkomst(GESTOPT)

    assert waarschuwt(school, "leveren_op_verzoek")
    assert school.grondslag is Grondslag.ALGEMEEN_BELANG
    assert not waarschuwt(doorstroompunt, "leveren_op_verzoek")


# --- overgangsdocument ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("van", "opleiding", "regel", "wet"),
    [
        ("mbo", "entree", "SPANNING-5", "WEB-9.2.13-2"),
        ("vso", "vso_arbeid", "SPANNING-5-VSO", "WEC-14e"),
        ("pro", "pro", "SPANNING-5-PRO", "2026-1.3"),
    ],
)
def test_een_laatstejaars_krijgt_de_waarschuwing_van_de_eigen_wet(
    van: str, opleiding: str, regel: str, wet: str
) -> None:
    uit = uitkomst(LAATSTEJAARS, van=van, opleiding=opleiding)

    assert uit.oordeel is Oordeel.MAG
    assert [r for r in uit.regels if r.startswith("SPANNING-5")] == [regel]
    assert wet in [bron.id for bron in uit.bronnen]
    assert ("WEB-9.2.13-2" in [bron.id for bron in uit.bronnen]) is (van == "mbo")


def test_op_de_grens_van_het_jaar_telt_de_dag() -> None:
    gediplomeerd = {**LAATSTEJAARS, "schoolstatus": "gediplomeerd"}
    ervoor = uitkomst(gediplomeerd, maanden_sinds_uitstroom=11)
    erop = uitkomst(gediplomeerd, maanden_sinds_uitstroom=12)

    assert ervoor.oordeel is erop.oordeel is Oordeel.MAG
    assert not waarschuwt(ervoor, "termijn_op_de_grens")
    assert waarschuwt(erop, "termijn_op_de_grens")


# --- alle regels die iets tegenhouden -------------------------------------------------------------


def test_strafrechtelijke_gegevens_van_het_doorstroompunt_houden_twee_regels_tegen() -> None:
    uit = uitkomst({**GESTOPT, **GELDIG}, gegevens=gegeven("strafrechtelijk"))

    assert uit.oordeel is Oordeel.OVERLEG
    assert {"B-STRAF", "N-DSP-BIJZONDER"} <= set(uit.regels)
    assert set(uit.gegevens[0].regels) == {"B-STRAF", "N-DSP-BIJZONDER"}


@pytest.mark.parametrize("akkoord", [None, False, True])
def test_het_doorstroompunt_krijgt_gezondheid_alleen_van_wie_zijn_steun_wil(
    akkoord: object,
) -> None:
    uit = uitkomst(
        {**GESTOPT, **GELDIG},
        van="mbo",
        naar="doorstroompunt",
        begeleiding_akkoord=akkoord,
        gegevens=gegeven("gezondheid"),
    )

    assert uit.oordeel is Oordeel.MAG
    assert waarschuwt(uit, "dsp_alleen_wie_steun_wil") is (akkoord is not True)


def test_gevaar_bij_de_werkgever_noemt_ook_de_regel_waarvan_het_afwijkt() -> None:
    uit = uitkomst({"van": "mbo", "naar": "werkgever", "doel": "anders"}, levensgevaar=True)

    assert uit.oordeel is Oordeel.OVERLEG
    assert {"B-VITAAL", "B-VITAAL-OVERLEG"} <= set(uit.regels)
    assert tekst("acties.achteraf_informeren") not in uit.acties


def test_gezondheid_voor_een_uitkering_van_het_uwv_is_overleg_naast_de_regel_voor_gemeenten() -> (
    None
):
    uit = uitkomst(
        {"van": "jeugdzorg", "naar": "uwv", "doel": "beoordelen_uitkering", "leeftijd": 19},
        gegevens=gegeven("gezondheid"),
    )

    assert uit.oordeel is Oordeel.OVERLEG
    assert {"B-MEDISCH", "B-MEDISCH-UWV"} <= set(uit.regels)


# --- routes ---------------------------------------------------------------------------------------


def test_onder_de_oude_wet_noemt_een_gesprek_met_de_jongere_erbij_zijn_casus() -> None:
    erbij = uitkomst(GESTOPT, naar="uwv", datum="2025-03-03", jongere_aanwezig=True)

    assert erbij.oordeel is Oordeel.MAG
    assert erbij.grondslag is None
    assert {"B-AANWEZIG", "O-AANWEZIG"} <= set(erbij.regels)
    assert tekst("voorwaarden.vooraf_geinformeerd_aantoonbaar") not in erbij.voorwaarden

    afwezig = uitkomst({**GESTOPT, **GELDIG}, naar="uwv", datum="2025-03-03")
    assert afwezig.grondslag is Grondslag.TOESTEMMING
    assert tekst("voorwaarden.vooraf_geinformeerd_aantoonbaar") in afwezig.voorwaarden


def test_wachten_op_de_jongere_hoort_bij_begeleiding_en_niet_bij_de_test() -> None:
    begeleiding = uitkomst(GESTOPT, naar="uwv", datum="2025-03-03")
    test = uitkomst(GESTOPT, datum="2025-03-03", leeftijd=24, doel="onderzoek_leerbaarheid")

    assert tekst("acties.kan_het_wachten") in begeleiding.acties
    assert "O-RMC" in test.regels
    assert tekst("acties.kan_het_wachten") not in test.acties


def test_een_hogeschool_vertelt_de_werkgever_niets_tegen_de_wil_van_de_student() -> None:
    uit = uitkomst(
        {"van": "hbo_wo", "naar": "werkgever", "doel": "begeleiding_naar_werk", "leeftijd": 22},
        toestemming="geweigerd",
        overeenkomst_nodig=True,
    )

    assert uit.oordeel is Oordeel.MAG_NIET
    assert "B-WERKGEVER" in uit.regels


@pytest.mark.parametrize("toestemming", ["niet_gevraagd", "geweigerd"])
def test_melden_bij_veilig_thuis_kan_ook_zonder_toestemming(toestemming: str) -> None:
    feiten: dict[str, object] = {
        "van": "mbo",
        "doel": "anders",
        "leeftijd": 20,
        "vermoeden_geweld": False,
    }
    thuis = uitkomst(feiten, naar="veilig_thuis", toestemming=toestemming)
    elders = uitkomst(feiten, naar="jeugdzorg", toestemming=toestemming)

    assert thuis.oordeel is elders.oordeel
    assert waarschuwt(thuis, "meldrecht_veilig_thuis")
    assert not waarschuwt(elders, "meldrecht_veilig_thuis")


def test_ver_voorbij_de_doelgroep_is_geen_tegenspraak_maar_een_waarschuwing() -> None:
    uit = uitkomst(
        {"van": "gemeente", "naar": "arts", "doel": "anders"}, leeftijd=45, levensgevaar=True
    )

    assert uit.oordeel is Oordeel.MAG
    assert uit.grondslag is Grondslag.VITAAL_BELANG
    assert waarschuwt(uit, "leeftijd_buiten_documenten")
