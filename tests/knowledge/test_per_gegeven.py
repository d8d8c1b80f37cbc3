"""Every data item has its own ground and rules, and what is for some items says for which."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from knowledge.beslissing import Oordeel
from knowledge.feiten import Situatie
from knowledge.kennis import huidige
from knowledge.regels.basis import Grondslag
from knowledge.uitkomst import GegevenUitkomst, Uitkomst
from knowledge.weging import weeg, weeg_doel
from tests.situaties import rond_casussen, situaties

# A graduate of the vso, who uses ALB: two items stand in the overgangsdocument.
VSO: dict[str, Any] = {
    "datum": "2026-03-02",
    "van": "vso",
    "naar": "gemeente",
    "doel": "begeleiding_naar_werk",
    "leeftijd": 18,
    "opleiding": "vso_arbeid",
    "schoolstatus": "gediplomeerd",
    "maanden_sinds_uitstroom": 3,
    "alb_gebruik": True,
    "overgangsdocument_akkoord": True,
    "begeleiding_akkoord": True,
    "toestemming": "niet_gevraagd",
    "jongere_aanwezig": False,
    "levensgevaar": False,
    "overeenkomst_nodig": False,
    "doel_verenigbaar": True,
    "alternatief": "geen",
    "gegevens": [
        {"naam": "stageverslag", "soort": "gewoon", "nodig": True, "in_overgangsdocument": True},
        {"naam": "competenties", "soort": "gewoon", "nodig": True, "in_overgangsdocument": True},
        {"naam": "thuissituatie", "soort": "gewoon", "nodig": True, "in_overgangsdocument": False},
        {"naam": "diagnose", "soort": "gezondheid", "nodig": True, "in_overgangsdocument": True},
        {"naam": "strafblad", "soort": "strafrechtelijk", "nodig": True},
        {"naam": "BSN", "soort": "nummer", "nodig": True},
        {"naam": "hobby", "soort": "gewoon", "nodig": False},
    ],
}
# Somebody who left without a diploma, for whom the task of the Doorstroompunt is the ground.
VSV: dict[str, Any] = {
    "van": "mbo",
    "naar": "doorstroompunt",
    "doel": "voorkomen_vsv",
    "leeftijd": 20,
    "opleiding": "mbo3",
    "schoolstatus": "gestopt",
    "startkwalificatie": False,
    "alb_gebruik": False,
    "overgangsdocument_akkoord": None,
}
GELDIG: dict[str, Any] = {
    "toestemming": "gegeven",
    "toestemming_vrij": True,
    "toestemming_duidelijk": True,
    "toestemming_geinformeerd": True,
    "toestemming_specifiek": True,
}


def uitkomst(**anders: Any) -> Uitkomst:
    feiten = {**VSO, **anders}
    bekend = {naam: waarde for naam, waarde in feiten.items() if waarde is not None}
    [uit] = weeg(Situatie.model_validate(bekend))
    return uit


def per_naam(uit: Uitkomst) -> dict[str, GegevenUitkomst]:
    return {gegeven.naam: gegeven for gegeven in uit.gegevens}


def voor(zinnen: tuple[str, ...], sleutel: str) -> str | None:
    """For which items a sentence is there: '' is for all, None that it is not there."""
    kern = huidige().tekst(sleutel)[1:]
    gevonden = [zin for zin in zinnen if kern in zin]
    assert len(gevonden) < 2
    if not gevonden:
        return None
    return gevonden[0].partition(kern)[0][:-1].removeprefix("Voor ").removesuffix(": ")


def test_elk_gegeven_noemt_zijn_eigen_grond_en_regels() -> None:
    uit = uitkomst()
    gegevens = per_naam(uit)

    assert uit.grondslag is Grondslag.ALGEMEEN_BELANG
    assert {naam: (g.delen, g.grondslag, g.regels) for naam, g in gegevens.items()} == {
        "stageverslag": (True, Grondslag.ALGEMEEN_BELANG, ("N-OVERDRACHT",)),
        "competenties": (True, Grondslag.ALGEMEEN_BELANG, ("N-OVERDRACHT",)),
        "thuissituatie": (False, None, ("N-BUITEN-DOCUMENT",)),
        "diagnose": (False, None, ("B-BIJZONDER",)),
        "strafblad": (False, None, ("B-STRAF",)),
        "BSN": (False, None, ("B-NUMMER",)),
        "hobby": (False, None, ("B-HANDIG",)),
    }


def test_een_gegeven_op_toestemming_noemt_die_ook_als_een_taak_de_rest_draagt() -> None:
    gegevens = per_naam(uitkomst(**GELDIG))

    assert gegevens["stageverslag"].grondslag is Grondslag.ALGEMEEN_BELANG
    for naam in ("thuissituatie", "diagnose"):
        assert gegevens[naam].grondslag is Grondslag.TOESTEMMING
        assert gegevens[naam].regels[0] == "B-TOESTEMMING"


def test_een_voorwaarde_zegt_voor_welke_gegevens_zij_is() -> None:
    uit = uitkomst()

    document = voor(uit.voorwaarden, "voorwaarden.alleen_overgangsdocument")
    assert document == "stageverslag en competenties"
    assert voor(uit.voorwaarden, "voorwaarden.vier_eisen") == "thuissituatie en diagnose"
    assert voor(uit.voorwaarden, "voorwaarden.uitdrukkelijke_toestemming") == "diagnose"
    assert voor(uit.let_op, "let_op.spanning_in_behandeling") == "diagnose"


def test_wat_voor_alles_is_noemt_geen_gegevens() -> None:
    uit = uitkomst(gegevens=VSO["gegevens"][:2] + VSO["gegevens"][-1:])

    # What is not needed takes no part.
    assert voor(uit.voorwaarden, "voorwaarden.alleen_overgangsdocument") == ""
    assert voor(uitkomst().acties, "acties.vastleggen") == ""


@pytest.mark.parametrize(
    ("naam", "actie"),
    [
        ("diagnose", "uitdrukkelijk_vragen"),
        ("strafblad", "privacy_officer"),
        ("BSN", "nummer_weglaten"),
    ],
)
def test_een_gegeven_dat_tegengehouden_wordt_brengt_zijn_eigen_actie(naam: str, actie: str) -> None:
    assert voor(uitkomst().acties, f"acties.{actie}") == naam
    zonder = [g for g in VSO["gegevens"] if g["naam"] != naam]
    assert voor(uitkomst(gegevens=zonder).acties, f"acties.{actie}") is None


def test_medisch_voor_een_uitkering_vraagt_een_verklaring_en_de_rest_niet() -> None:
    uit = uitkomst(doel="beoordelen_uitkering", **GELDIG)

    assert voor(uit.acties, "acties.medische_verklaring") == "diagnose"
    assert per_naam(uit)["diagnose"].regels == ("B-MEDISCH",)


def test_wat_geweigerd_is_blijft_weg_naast_wat_wel_mag() -> None:
    gegevens = [VSO["gegevens"][0], VSO["gegevens"][3]]
    uit = uitkomst(**VSV, toestemming="geweigerd", gegevens=gegevens)

    assert uit.oordeel is Oordeel.MAG
    assert voor(uit.acties, "acties.weglaten") == "diagnose"


def test_wat_de_jongere_zelf_vertelt_deel_jij_niet() -> None:
    uit = uitkomst(van="jeugdzorg", jongere_aanwezig=True, gegevens=[VSO["gegevens"][3]])
    (diagnose,) = uit.gegevens

    assert (uit.oordeel, uit.grondslag) == (Oordeel.MAG, None)
    assert uit.regels[0] == "B-AANWEZIG"
    assert (diagnose.delen, diagnose.grondslag) == (False, None)
    assert diagnose.reden == huidige().tekst("redenen.vertelt_zelf")
    assert "B-AANWEZIG" in diagnose.regels
    # It asks nothing of what nobody shares.
    assert voor(uit.voorwaarden, "voorwaarden.uitdrukkelijke_toestemming") is None
    assert voor(uit.voorwaarden, "voorwaarden.alleen_wat_jongere_zegt") == ""


def test_een_taak_maakt_van_zelf_vertellen_geen_delen_op_die_taak() -> None:
    uit = uitkomst(**VSV, jongere_aanwezig=True, gegevens=[VSO["gegevens"][3]])

    assert (uit.oordeel, uit.grondslag) == (Oordeel.MAG, None)


@pytest.mark.parametrize("naar", ["veilig_thuis", "politie", "jeugdzorg"])
def test_zolang_gevaar_onbekend_is_wordt_niets_om_gevaar_gedeeld(naar: str) -> None:
    uit = uitkomst(
        van="mbo",
        naar=naar,
        doel="veiligheid_van_jongere",
        levensgevaar=None,
        vermoeden_geweld=False,
        jongere_aanwezig=True,
        gegevens=VSO["gegevens"][3:4],
    )
    (diagnose,) = uit.gegevens

    assert uit.oordeel is Oordeel.MAG
    assert uit.grondslag is None
    assert "B-VITAAL" not in uit.regels
    assert (diagnose.delen, diagnose.grondslag) == (None, None)
    assert diagnose.reden == huidige().tekst("redenen.nog_onbekend")


def test_een_wet_zonder_datum_houdt_haar_eigen_reden() -> None:
    uit = uitkomst(datum=None, gegevens=[*VSO["gegevens"][4:6]])

    assert [g.regels for g in uit.gegevens] == [("B-STRAF",), ("B-NUMMER",)]


@settings(max_examples=150)
@given(rond_casussen())
def test_elk_gegeven_verantwoordt_zich(situatie: Situatie) -> None:
    uit = weeg_doel(situatie, situatie.doelen()[0], volledig=False)

    for gegeven in uit.gegevens:
        assert gegeven.regels
        assert set(gegeven.regels) <= set(uit.regels)
        if not gegeven.delen:
            assert gegeven.grondslag is None
        elif gegeven.grondslag is None:
            assert gegeven.regels[0] == "B-AANWEZIG"


@settings(max_examples=150)
@given(situaties(compleet=False))
def test_ook_met_iets_onbekends_noemt_een_oordeel_regels_en_bronnen(situatie: Situatie) -> None:
    uit = weeg_doel(situatie, situatie.doelen()[0], volledig=False)

    assert uit.acties
    assert uit.regels
    assert uit.bronnen
    for gegeven in uit.gegevens:
        assert gegeven.delen is None or gegeven.regels
        if gegeven.grondslag is Grondslag.VITAAL_BELANG:
            assert situatie.levensgevaar
        if gegeven.grondslag is Grondslag.TOESTEMMING:
            assert "gegeven" in {situatie.toestemming, situatie.toestemming_vertegenwoordiger}
