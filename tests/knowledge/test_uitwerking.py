"""An outcome names the rules it rests on, and says of every data item why."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.beslissing import Oordeel
from knowledge.casussen import casussen
from knowledge.feiten import Alternatief, Doel, Situatie
from knowledge.kennis import huidige
from knowledge.uitkomst import Uitkomst
from knowledge.weging import weeg_doel

SITUATIES = {situatie.id: situatie for casus in casussen() for situatie in casus.situaties}
VAN_STAP = {regel.id: regel.stap for regel in huidige().regels}

# The rules of stap 1 to 4 behind the verdict: the ground or the route, then what decided.
RUST_OP = (
    ("2.1.1-oud", ("O-SCHOOL",)),
    ("2.1.1-oud-geweigerd", ("O-SCHOOL",)),
    ("3.1.1-nieuw", ("N-OVERDRACHT",)),
    ("2.1.2-oud", ("O-SCHOOL",)),
    ("3.1.2-nieuw", ("N-GEEN-ALB",)),
    ("2.1.3-oud", ("O-SCHOOL", "B-WERKGEVER")),
    ("3.1.3-nieuw", ("N-OVERIG", "B-WERKGEVER")),
    ("2.2.1-oud", ("B-MEDISCH",)),
    ("3.2.1-nieuw", ("B-MEDISCH",)),
    # The ground that would have carried it belongs to the account of a milder way.
    ("3.2.2-veiligheid", ("B-BELANG", "B-MILDER")),
    ("3.2.2-baan", ("N-OVERIG", "B-WERKGEVER-ZORG")),
    ("2.3.1-oud", ("O-RMC",)),
    # Without a mandate the rule itself says that only consent remains.
    ("3.3.1-nieuw", ("N-DSP-STARTKWAL",)),
    ("3.3.1-nieuw-mandaat", ("N-MANDAAT",)),
    ("2.3.2-oud", ("B-TOESTEMMING", "O-SCHOOL", "O-FORMULIER")),
    ("3.3.2-nieuw-gemeente", ("N-OVERDRACHT",)),
    ("2.3.3-oud-aanwezig", ("B-AANWEZIG", "O-AANWEZIG")),
    ("2.3.3-oud-afwezig", ("O-AANWEZIG",)),
    ("3.3.3-nieuw", ("N-VSV",)),
    # Where consent carries it, the route still says why nothing else does.
    ("toestemming-geldig", ("B-TOESTEMMING", "N-OVERIG")),
    ("vsv-gezondheid-toegestemd", ("B-TOESTEMMING", "N-VSV", "B-BIJZONDER")),
    # What is left out needs its reason too, and the rest keeps its own ground.
    ("vsv-gemengd", ("N-VSV", "B-BIJZONDER")),
    ("gemeente-medisch-en-gewoon", ("B-TOESTEMMING", "B-REST", "B-MEDISCH")),
    # Every rule that blocks it is named, not only the first.
    ("dsp-gemeente-gezondheid", ("N-VSV", "N-DSP-BIJZONDER", "B-BIJZONDER")),
    ("ander-doel-bij-taak", ("N-VSV", "B-DOELBINDING")),
    ("overeenkomst", ("B-OVEREENKOMST",)),
    ("hbo-gemeente", ("N-HO",)),
    # A rule is about this route, but not about somebody of this age.
    ("bidn-27", ("B-ROUTE",)),
)

# Why each data item is shared or not.
REDENEN = (
    ("3.1.1-nieuw", ("grond",)),
    ("aanwezig-nieuw", ("jongere_vertelt_zelf",)),
    ("mbo4-buiten-document", ("niet_in_overgangsdocument",)),
    ("mbo4-een-gegeven-buiten-document", ("grond", "niet_in_overgangsdocument")),
    ("mbo4-niet-aangeboden", ("toestemming_vragen",)),
    ("3.1.3-nieuw", ("geweigerd",)),
    ("3.2.2-baan", ("bronnen_spreken_elkaar_tegen",)),
    ("vsv-gemengd", ("grond", "bijzonder_vragen")),
    ("gemeente-medisch-en-gewoon", ("medisch", "grond")),
    ("toestemming-15", ("vertegenwoordiger_vragen",)),
)


def uitkomst(id_: str) -> Uitkomst:
    situatie = SITUATIES[id_].situatie()
    return weeg_doel(situatie, *situatie.doelen(), volledig=False)


@pytest.mark.parametrize(("casus", "regels"), RUST_OP, ids=[casus for casus, _ in RUST_OP])
def test_een_uitkomst_noemt_de_regels_waarop_zij_rust(casus: str, regels: tuple[str, ...]) -> None:
    uit = uitkomst(casus)

    assert tuple(id_ for id_ in uit.regels if VAN_STAP[id_] < 5) == regels
    assert tuple(deel.regel for deel in uit.spoor) == regels
    assert uit.doel is Doel(SITUATIES[casus].feiten["doel"])


@pytest.mark.parametrize(("casus", "redenen"), REDENEN, ids=[casus for casus, _ in REDENEN])
def test_elk_gegeven_krijgt_zijn_reden(casus: str, redenen: tuple[str, ...]) -> None:
    gegevens = uitkomst(casus).gegevens

    assert [g.naam for g in gegevens] == [g["naam"] for g in SITUATIES[casus].feiten["gegevens"]]
    zinnen = [huidige().tekst(f"redenen.{reden}") for reden in redenen]
    assert [g.reden for g in gegevens] == zinnen


GELDIG: dict[str, Any] = {
    "toestemming": "gegeven",
    "toestemming_vrij": True,
    "toestemming_duidelijk": True,
    "toestemming_geinformeerd": True,
    "toestemming_specifiek": True,
}
# Stap 1 looks in this order: danger, legal duty, public task, consent, the young person who
# tells it, an agreement, a legitimate interest.
TWEE_GRONDEN = (
    ("B-VITAAL", "leerplicht-nieuw-17", {"levensgevaar": True, "naar": "politie", **GELDIG}),
    ("B-LEERPLICHT", "leerplicht-nieuw-17", GELDIG),
    ("N-VERZUIM", "verzuim-nieuw-18", GELDIG),
    ("O-VERZUIM", "verzuim-oud-18", {**GELDIG, "jongere_aanwezig": True}),
    ("N-OVERDRACHT", "3.1.1-nieuw", GELDIG),
    ("N-OVERGANG-DSP", "overgang-dsp-met-taak", GELDIG),
    ("N-VSV", "3.3.3-nieuw", {**GELDIG, "jongere_aanwezig": True}),
    ("N-MANDAAT", "3.3.1-nieuw-mandaat", {**GELDIG, "jongere_aanwezig": True}),
    ("N-BIDN", "bidn-doorstroompunt", GELDIG),
    ("B-TOESTEMMING", "toestemming-geldig", {"jongere_aanwezig": True}),
    ("B-TOESTEMMING", "overeenkomst", GELDIG),
    ("B-AANWEZIG", "overeenkomst", {"jongere_aanwezig": True}),
    ("B-OVEREENKOMST", "belang-school", {"overeenkomst_nodig": True}),
)


@pytest.mark.parametrize(("grond", "casus", "erbij"), TWEE_GRONDEN)
def test_van_twee_gronden_telt_de_eerste(grond: str, casus: str, erbij: dict[str, Any]) -> None:
    situatie = Situatie.model_validate({**SITUATIES[casus].feiten, **erbij})
    uit = weeg_doel(situatie, *situatie.doelen(), volledig=False)

    assert uit.oordeel is Oordeel.MAG
    assert uit.regels[0] == grond


@pytest.mark.parametrize("alternatief", [a for a in Alternatief if a is not Alternatief.GEEN])
def test_elk_milder_middel_gaat_voor(alternatief: Alternatief) -> None:
    feiten = {**SITUATIES["toestemming-geldig"].feiten, "alternatief": alternatief.value}
    situatie = Situatie.model_validate(feiten)
    uit = weeg_doel(situatie, *situatie.doelen(), volledig=False)

    assert uit.oordeel is Oordeel.ANDERS
    assert uit.alternatief is alternatief


def test_voor_de_sollicitatieplicht_is_een_medische_verklaring_genoeg() -> None:
    # Named also where the professional saw no other way.
    casus = SITUATIES["gemeente-medisch-oud"]

    assert casus.feiten["alternatief"] == "geen"
    assert uitkomst(casus.id).alternatief is Alternatief.MEDISCHE_VERKLARING
