"""Bewaarde wegingen voor de tests van papieren: die van de casussen, één keer gemaakt."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final

from dialogs.samenvatting.bewijs import met_bewijs
from tests.dialogs.test_boom import samenvatting

KENMERK: Final = "WW-2026-0001"
CASUSSEN: Final = (
    "3_1_1-nieuw",
    "3_1_2-nieuw",
    "3_1_3-nieuw",
    "3_2_1-nieuw",
    "3_2_2-nieuw",
    "3_3_1-nieuw",
    "3_3_2-nieuw-gemeente",
    "3_3_3-nieuw",
)


@cache
def _als_json(naam: str) -> str:
    s = samenvatting(naam).model_copy(update={"kenmerk": KENMERK})
    return met_bewijs(s).model_dump_json()


def weging(naam: str = "3_3_1-nieuw") -> dict[str, Any]:
    """Return the record of a casus as it is kept: through JSON."""
    return dict(json.loads(_als_json(naam)))


def met_woorden(woorden: str) -> dict[str, Any]:
    """Return a record in which everything that somebody typed is these words."""
    gemaakt = weging()
    gemaakt |= {"omschrijving": woorden, "gemaakt_door": woorden, "situatie": woorden}
    for vraag in (*gemaakt["vooraf"], *gemaakt["altijd"]):
        vraag["antwoord"] = woorden
    for doel in gemaakt["doelen"]:
        for gegeven in doel["gegevens"]:
            gegeven["naam"] = woorden
        for stap in doel["stappen"]:
            for vraag in stap["vragen"]:
                vraag["antwoord"] = woorden
    return gemaakt
