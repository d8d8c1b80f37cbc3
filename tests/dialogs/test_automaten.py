"""The contract every stap keeps: declared, reachable, able to leave, and one with the rules."""

from __future__ import annotations

from enum import Enum, auto

import pytest
from hypothesis import given, settings

from dialogs.dossier.vragen import VRAGEN
from dialogs.fouten import AutomaatOnjuist
from dialogs.procedure import STAPPEN, plaats
from dialogs.procedure.automaat import Automaat, Overgang, Stap, automaat
from dialogs.procedure.bord import Bord, Plek
from dialogs.procedure.overzicht import borden
from knowledge.beslissing import Oordeel
from knowledge.casussen import CasusSituatie, casussen
from knowledge.feiten import Situatie
from knowledge.weging import weeg
from tests.dialogs.gespreksvoerder import dag_van, met_feiten, verteld, voer
from tests.situaties import situaties


@pytest.mark.parametrize("stap", STAPPEN, ids=lambda s: s.naam)
def test_elke_toestand_is_aangegeven_bereikbaar_en_kan_verder(stap: Stap) -> None:
    automaat(stap)  # raises AutomaatOnjuist where it is not so


def test_elke_vraag_heeft_een_plek_in_een_stap() -> None:
    gevraagd = {p.vraag for stap in STAPPEN for plekken in stap.vragen.values() for p in plekken}
    assert gevraagd == set(VRAGEN) - {"datum"}  # the day is assumed, and changed with 'wijzig'


class Proef(Enum):
    EEN = auto()
    TWEE = auto()
    DRIE = auto()


def stap(**anders: object) -> Stap:
    velden: dict[str, object] = {
        "nummer": 9,
        "naam": "proef",
        "toestanden": Proef,
        "begin": Proef.EEN,
        "einden": frozenset((Proef.DRIE,)),
        "vragen": {},
        "overgangen": (Overgang(Proef.EEN, Proef.TWEE), Overgang(Proef.TWEE, Proef.DRIE)),
    }
    return Stap(**{**velden, **anders})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fout",
    [
        pytest.param({"overgangen": (Overgang(Proef.EEN, Proef.DRIE),)}, id="onbereikbaar"),
        pytest.param({"overgangen": (Overgang(Proef.EEN, Proef.TWEE),)}, id="doodlopend"),
        pytest.param({"vragen": {Proef.EEN: (Plek("bestaat_niet"),)}}, id="onbekende vraag"),
        pytest.param(
            {
                "overgangen": (
                    Overgang(Proef.EEN, Proef.TWEE),
                    Overgang(Proef.TWEE, Proef.DRIE),
                    Overgang(Proef.DRIE, Proef.EEN),
                )
            },
            id="einde gaat verder",
        ),
        pytest.param(
            {
                "overgangen": (
                    Overgang(Proef.EEN, Proef.TWEE),
                    Overgang(Proef.TWEE, Proef.DRIE, bool),
                )
            },
            id="alleen met wachter verder",
        ),
    ],
)
def test_een_verkeerde_stap_wordt_niet_gebouwd(fout: dict[str, object]) -> None:
    with pytest.raises(AutomaatOnjuist, match="proef"):
        Automaat(stap(**fout))


def in_nood(bord: Bord) -> bool:
    """Tell whether there is danger that the receiver cannot avert: then nothing more is asked."""
    return bord.stand.kennis.nood.waarheid(bord.stand.feiten) is True


CASUSSEN = [s for casus in casussen() for s in casus.situaties]


@pytest.mark.parametrize("casus", CASUSSEN, ids=lambda c: c.id)
def test_gesprek_en_regels_zijn_het_eens_over_elke_casus(casus: CasusSituatie) -> None:
    situatie = casus.situatie()
    dossier, _ = voer(met_feiten(situatie), dag_van(situatie), verteld(situatie))

    assert [b.uitkomst.oordeel for b in borden(dossier)] == [
        Oordeel.OVERLEG if in_nood(bord) else u.oordeel
        for bord, u in zip(borden(dossier), weeg(situatie), strict=True)
    ]


@settings(max_examples=100)
@given(situaties())
def test_gesprek_en_regels_zijn_het_eens_over_elke_situatie(situatie: Situatie) -> None:
    """Whoever answers with these facts, reaches the verdict that `weeg` gives them."""
    dossier, _ = voer(met_feiten(situatie), dag_van(situatie), verteld(situatie))
    (bord,) = borden(dossier)
    (uitkomst,) = weeg(situatie)
    if in_nood(bord):
        # What would give another ground is not asked while there is danger.
        assert bord.uitkomst.oordeel is Oordeel.OVERLEG
        return

    assert bord.uitkomst.oordeel == uitkomst.oordeel
    assert bord.uitkomst.grondslag == uitkomst.grondslag
    delen = {g.naam: g.delen for g in uitkomst.gegevens}
    assert {g.naam: g.delen for g in bord.uitkomst.gegevens} == delen


@settings(max_examples=40)
@given(situaties(compleet=False))
def test_een_gesprek_met_weet_ik_niet_komt_ook_aan_een_einde(situatie: Situatie) -> None:
    dossier, gezegd = voer(met_feiten(situatie), dag_van(situatie))

    assert plaats(dossier).klaar
    assert len(gezegd) == len({keer.sleutel for keer, _ in gezegd}), "een vraag kwam twee keer"
    for bord in borden(dossier):
        if bord.uitkomst.oordeel is Oordeel.ONVOLLEDIG:
            # What is still missing was asked and not known, or hangs on what was not known.
            assert any(antwoord.waarde is None for antwoord in dossier.antwoorden.values())
