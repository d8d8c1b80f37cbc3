"""Wat niet bezorgd is, ziet een beheerder: `python app.py uitgaand`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import app
from bot import niet_bezorgd
from bot.opslag.poort import Opslag
from bot.opslag.uitgaand import Uitgaand, Vastlegging
from dialogs.teksten import tekst
from tests.bot.nep import ANNE, NU

GEHEIM = "Iets over een jongere"


async def _regels(
    opslag: Opslag, capsys: pytest.CaptureFixture[str], *argumenten: str
) -> list[str]:
    assert await niet_bezorgd.doe(opslag, list(argumenten), NU)
    return capsys.readouterr().out.splitlines()


async def _opgegeven(opslag: Opslag) -> int:
    uit = (Uitgaand("teams", {"text": GEHEIM}), Uitgaand("teams", {"text": GEHEIM}))
    await opslag.leg_vast(Vastlegging(ANNE.gesprek("g"), NU, uit=uit))
    [zending] = await opslag.neem(("teams",), NU, NU, 1)
    await opslag.geef_op(zending, NU, "status 403")
    return zending.nummer


async def test_lezen_opnieuw_en_wissen(opslag: Opslag, capsys: pytest.CaptureFixture[str]) -> None:
    assert await _regels(opslag, capsys) == [tekst("bot.niets_uitgaand")]
    nummer = await _opgegeven(opslag)
    regels = await _regels(opslag, capsys)
    assert len(regels) == 2
    assert all("status 403" in regel for regel in regels)
    assert GEHEIM not in "\n".join(regels)
    assert "29:anne" not in "\n".join(regels)
    assert await _regels(opslag, capsys, "opnieuw", str(nummer)) == [tekst("bot.uitgaand_opnieuw")]
    assert [regel.dood for regel in await opslag.uitgaand()] == [None, None]
    assert await _regels(opslag, capsys, "wis", str(nummer)) == [tekst("bot.uitgaand_gewist")]
    assert len(await opslag.uitgaand()) == 1


async def test_als_json(opslag: Opslag, capsys: pytest.CaptureFixture[str]) -> None:
    nummer = await _opgegeven(opslag)
    een, twee = json.loads("\n".join(await _regels(opslag, capsys, "--json")))
    assert een["nummer"] == nummer
    assert een["gesprek"] == twee["gesprek"]
    assert (een["kanaal"], een["pogingen"], een["reden"]) == ("teams", 1, "status 403")
    assert een["dood"] == "2026-03-02T10:30:00+00:00"


@pytest.mark.parametrize(
    "argumenten",
    [["x"], ["opnieuw"], ["opnieuw", "9"], ["wis", "9"], ["wis", "x"], ["wis", "9" * 30], ["1"]],
    ids=str,
)
async def test_wat_niet_kan(opslag: Opslag, argumenten: list[str]) -> None:
    assert not await niet_bezorgd.doe(opslag, argumenten, NU)


def test_als_opdracht(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEEGWIJZER_DATA", str(tmp_path / "nog niets"))
    assert app.main(["uitgaand"]) == 0
    assert capsys.readouterr().out.strip() == tekst("bot.niets_uitgaand")
    assert app.main(["uitgaand", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert app.main(["uitgaand", "wat"]) == 2
    assert not (tmp_path / "nog niets").exists()
