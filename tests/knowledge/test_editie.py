"""An edition holds all knowledge, and its fingerprint changes with it."""

import json

import pytest

from knowledge import editie
from knowledge.beslissing import BESLUITEN
from knowledge.regels import ALLE_REGELS
from knowledge.termijnen import termijnen
from knowledge.versie import KENNIS_VERSIE


def test_een_editie_is_json_met_alle_regels_termijnen_en_besluiten() -> None:
    uitgave = json.loads(json.dumps(editie.uitgave()))

    assert [regel["id"] for regel in uitgave["regels"]] == [regel.id for regel in ALLE_REGELS]
    assert len(uitgave["beslissing"]) == len(BESLUITEN)
    assert set(uitgave["termijnen"]) == set(termijnen())
    assert uitgave["versie"] == KENNIS_VERSIE


def test_dezelfde_kennis_heeft_dezelfde_afdruk() -> None:
    assert editie.uitgave()["afdruk"] == editie.uitgave()["afdruk"]
    assert editie.naam().startswith(f"{KENNIS_VERSIE}-")


def test_andere_kennis_heeft_een_andere_afdruk(monkeypatch: pytest.MonkeyPatch) -> None:
    eerst = editie.uitgave()["afdruk"]
    monkeypatch.setattr(editie, "ALLE_REGELS", ALLE_REGELS[1:])

    assert editie.uitgave()["afdruk"] != eerst


def test_elke_regel_staat_er_met_voorwaarde_periode_en_bron() -> None:
    for regel in editie.uitgave()["regels"]:
        assert regel["als"]
        assert regel["geldig"]
        assert regel["bronnen"]
