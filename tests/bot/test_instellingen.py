"""Instellingen uit de omgeving."""

from pathlib import Path

import pytest

from bot.instellingen import InstellingFout, lees


def test_zonder_iets_werkt_alles() -> None:
    instellingen = lees({})
    assert instellingen.poort == 3978
    assert instellingen.app_id is None
    assert instellingen.databestand.is_absolute()


def test_leeg_is_niet_ingesteld() -> None:
    leeg = {"WEEGWIJZER_DATA": "", "WEEGWIJZER_PORT": " ", "MicrosoftAppId": ""}
    assert lees(leeg) == lees({})


def test_alles_ingesteld(tmp_path: Path) -> None:
    instellingen = lees(
        {"WEEGWIJZER_DATA": str(tmp_path), "WEEGWIJZER_PORT": "4000", "MicrosoftAppId": "abc"}
    )
    assert instellingen.databestand.parent == tmp_path
    assert (instellingen.poort, instellingen.app_id) == (4000, "abc")


@pytest.mark.parametrize("poort", ["nul", "-1", "65536", "3978.5", "1e3", "0x10"])
def test_een_poort_die_niet_kan(poort: str) -> None:
    with pytest.raises(InstellingFout) as fout:
        lees({"WEEGWIJZER_PORT": poort})
    assert "WEEGWIJZER_PORT" in fout.value.in_woorden()
    assert poort in fout.value.in_woorden()


@pytest.mark.parametrize("map_", ["~niemand-heet-zo/x"])
def test_een_map_die_niet_kan(map_: str) -> None:
    with pytest.raises(InstellingFout) as fout:
        lees({"WEEGWIJZER_DATA": map_})
    assert "WEEGWIJZER_DATA" in fout.value.in_woorden()
