"""The drawings in the documentation say what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs.fouten import TekstOntbreekt
from dialogs.procedure import STAPPEN
from dialogs.tekening import (
    TEKENINGEN,
    beslissing,
    bijgewerkt,
    bronnen_van_vragen,
    stappen,
)
from knowledge.beslissing import BESLUITEN
from knowledge.bronnen import bronnen

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("naam", TEKENINGEN)
def test_de_tekening_in_docs_is_die_van_de_code(naam: str) -> None:
    inhoud = (DOCS / naam).read_text(encoding="utf-8")
    assert inhoud == bijgewerkt(naam, inhoud), "verouderd: 'make tekeningen' maakt hem opnieuw"


@pytest.mark.parametrize("naam", TEKENINGEN)
def test_een_verouderde_tekening_valt_op(naam: str) -> None:
    inhoud = (DOCS / naam).read_text(encoding="utf-8")
    verouderd = inhoud.replace("B-HANDIG", "B-WEG").replace("VITAAL_BELANG", "WEG")

    assert verouderd != inhoud
    assert bijgewerkt(naam, verouderd) == inhoud


def test_zonder_merktekens_weet_niemand_waar_de_tekening_hoort() -> None:
    with pytest.raises(TekstOntbreekt, match=r"beslissing\.md"):
        bijgewerkt("beslissing.md", "# Alleen een kop\n")


def test_elk_besluit_staat_in_de_tekening_met_zijn_regels_en_oordeel() -> None:
    regels = beslissing().splitlines()
    for nummer, besluit in enumerate(BESLUITEN, start=1):
        [knoop] = [r for r in regels if r.strip().startswith(f"b{nummer}{{{{")]
        assert all(regel.id in knoop for regel in besluit.regels)
        uitgangen = [r for r in regels if f" u{nummer}([" in r]
        assert [besluit.oordeel.value in r for r in uitgangen] == [True]


def test_elke_toestand_vraag_en_overgang_staat_in_de_tekening() -> None:
    delen = stappen().split("stateDiagram-v2")[1:]
    assert len(delen) == len(STAPPEN)
    for stap, deel in zip(STAPPEN, delen, strict=True):
        regels = [regel.strip() for regel in deel.splitlines()]
        for toestand in stap.toestanden:
            assert f"{toestand.name} : {toestand.name}" in regels
        for plekken in stap.vragen.values():
            assert all(plek.vraag in deel for plek in plekken)
        pijlen = [r for r in regels if "-->" in r and "[*]" not in r]
        assert len(pijlen) == len(stap.overgangen)
        einden = {r.split()[0] for r in regels if r.endswith("--> [*]")}
        assert einden == {einde.name for einde in stap.einden}


def test_een_wachter_is_leesbaar_en_breekt_de_tekening_niet() -> None:
    for regel in stappen().splitlines():
        if "-->" in regel:
            _, _, wachter = regel.partition(" : ")
            assert not set(wachter) & set(":;<>{}")
            assert "object at 0x" not in wachter


def test_bronnen_van_vragen_bestaan() -> None:
    assert bronnen_van_vragen() <= set(bronnen())
    assert "WEB-9.2.12" in bronnen_van_vragen()
