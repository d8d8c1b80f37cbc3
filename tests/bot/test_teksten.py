"""Elke zin van deze kamer wordt gebruikt, en elke sleutel heeft een zin."""

import re
import tomllib
from pathlib import Path
from typing import Final, get_args

from bot.bewaker import Soort
from dialogs import teksten

BOT: Final = Path(__file__).parents[2] / "bot"
SLEUTEL: Final = re.compile(r"""["'](bot\.[a-z_]+)["']""")


def test_zinnen_en_sleutels_passen_op_elkaar() -> None:
    gebruikt = {
        sleutel
        for pad in BOT.rglob("*.py")
        for sleutel in SLEUTEL.findall(pad.read_text(encoding="utf-8"))
        if not (BOT.parent / sleutel.replace(".", "/")).with_suffix(".py").exists()
    } | {f"bot.soort_{soort}" for soort in get_args(Soort)}
    inhoud = tomllib.loads((teksten.MAP / "bot.toml").read_text(encoding="utf-8"))
    assert {f"bot.{sleutel}" for sleutel in inhoud["bot"]} == gebruikt
