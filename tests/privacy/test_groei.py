"""Hoe lang de bewaker over een bericht doet, groeit niet harder dan het bericht.

No clock here: what Python does is counted. A pattern that goes back over what it read does not
come back at all (`tests/bot/test_bewaker.py`), or shows in `python -m tests.privacy`.
"""

from __future__ import annotations

import cProfile
from typing import Final

import pytest

from bot.bewaker import bewaak
from dialogs.dossier.vragen import MAX_TEKST
from tests.privacy.groei import STUKKEN, bericht

_EENMALIG: Final = 50_000
"""What a long message costs once: so many of its words are looked at twice, and no more."""


def _stappen(gezegd: str) -> int:
    """Count the calls it takes, those of C included."""
    tellen = cProfile.Profile()
    with tellen:
        bewaak(gezegd)
    return sum(stap.callcount for stap in tellen.getstats())


@pytest.mark.parametrize("stuk", STUKKEN)
def test_vier_keer_zo_lang_kost_vier_keer_zo_veel(stuk: str) -> None:
    bewaak(bericht(stuk, MAX_TEKST))  # what is looked up once, is not counted
    kort, lang = (_stappen(bericht(stuk, MAX_TEKST // deel)) for deel in (4, 1))
    assert lang <= 4.5 * kort + _EENMALIG
