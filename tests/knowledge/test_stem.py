"""An outcome speaks to who asks: the receiver reads what the receiver may do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from knowledge import controle
from knowledge.casussen import CasusSituatie, casussen
from knowledge.feiten import Gebruiker, Situatie
from knowledge.fouten import KennisOnjuist
from knowledge.kennis import huidige
from knowledge.stem import ONTVANGER, VELDEN, VOOR_BEIDEN, elke_stem, zin
from knowledge.uitkomst import Uitkomst
from knowledge.weging import weeg_doel
from tests.situaties import situaties

SITUATIES = [situatie for casus in casussen() for situatie in casus.situaties]
# What would tell the receiver to do what only the giver can.
VAN_DE_GEVER = {
    sleutel: huidige().tekst(sleutel)[1:]
    for sleutel in (s.removesuffix(ONTVANGER) for s in huidige().teksten if s.endswith(ONTVANGER))
    if huidige().tekst(sleutel)[1:] not in huidige().tekst(f"{sleutel}{ONTVANGER}")
}


def gezegd(situatie: Situatie, gebruiker: Gebruiker | None) -> tuple[str, ...]:
    gevraagd = situatie.model_copy(update={"gebruiker": gebruiker})
    uit: Uitkomst = weeg_doel(gevraagd, gevraagd.doelen()[0], volledig=False)
    return (*uit.voorwaarden, *uit.acties, *uit.let_op, uit.in_elk_geval or "")


def test_elke_zin_spreekt_tot_beiden_of_heeft_een_zin_voor_de_ontvanger() -> None:
    controle.controleer()

    assert all(VOOR_BEIDEN[veld] for veld in VELDEN)


@pytest.mark.parametrize(
    ("gegeven", "alle", "fout"),
    [
        ({"acties.melden"}, {"acties.melden"}, "geen zin voor de ontvanger"),
        ({"acties.vastleggen"}, {"acties.vastleggen__ontvanger"}, "voor beiden en heeft ook"),
        (set(), {"acties.melden__ontvanger"}, "nooit gebruikt"),
        (set(), {"in_elk_geval.weg__ontvanger"}, "nooit gebruikt"),
        (set(), set(), "geen regel geeft hem"),
    ],
)
def test_een_zin_die_ontbreekt_of_niet_gebruikt_wordt_valt_op(
    gegeven: set[str], alle: set[str], fout: str
) -> None:
    with pytest.raises(KennisOnjuist, match=fout):
        controle._controleer_stemmen(gegeven, alle)


def test_zonder_gebruiker_spreekt_de_zin_tot_wie_geeft() -> None:
    kennis = huidige()
    geen, gever, krijger = (
        zin(kennis, "acties.motiveren", gebruiker) for gebruiker in (None, *Gebruiker)
    )

    assert geen == gever != krijger
    assert elke_stem(kennis, "acties.motiveren") == (gever, krijger)
    assert elke_stem(kennis, "acties.vastleggen") == (kennis.tekst("acties.vastleggen"),)


@pytest.mark.parametrize("casus", SITUATIES, ids=lambda c: c.id)
def test_de_ontvanger_leest_niet_wat_de_gever_doet(casus: CasusSituatie) -> None:
    zinnen = gezegd(casus.situatie(), Gebruiker.ONTVANGER)

    assert [s for s, kern in VAN_DE_GEVER.items() if any(kern in z for z in zinnen)] == []


@settings(max_examples=80)
@given(situaties(compleet=False))
def test_ook_met_iets_onbekends_leest_de_ontvanger_zijn_eigen_zinnen(situatie: Situatie) -> None:
    zinnen = gezegd(situatie, Gebruiker.ONTVANGER)

    assert [s for s, kern in VAN_DE_GEVER.items() if any(kern in z for z in zinnen)] == []


def test_wie_krijgt_vraagt_eerst_toestemming_en_belt_nog_niet() -> None:
    casus = next(s for s in SITUATIES if s.id == "3.1.2-nieuw")
    gever = gezegd(casus.situatie(), Gebruiker.VERSTREKKER)
    krijger = gezegd(casus.situatie(), Gebruiker.ONTVANGER)

    assert huidige().tekst("acties.toestemming_vragen") in gever
    assert huidige().tekst(f"acties.toestemming_vragen{ONTVANGER}") in krijger
