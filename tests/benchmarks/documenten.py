"""Hoe lang een document duurt, als zijn bibliotheek er al is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bot.papier import maak_bestand
from tests.benchmarks.meten import Meting, per_geval
from tests.bot.papieren import CASUSSEN, weging

_MS = 1e-3
_DOELEN = {"pdf": 150 * _MS, "odt": 50 * _MS, "docx": 300 * _MS}


def metingen() -> Iterator[Meting]:
    """Measure the record of every casus in every form that takes work."""
    gevallen = [weging(naam) for naam in CASUSSEN]
    for vorm, doel in _DOELEN.items():
        maak = partial(maak_bestand, papier="weging", vorm=vorm)
        yield Meting(f"document: weging als {vorm.upper()}", per_geval(maak, gevallen), doel, doel)
