"""What reading costs: ordinary text, and text made to be slow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from dialogs.lezen import lees
from tests.benchmarks.meten import Meting, herhaald
from tests.taal.sets import beschrijvingen

_LENGTE = 10_000
_DOEL = 50e-3
_VANDAAG = dt.date(2026, 3, 2)
_HERHAALD = {
    "ontkenningen": "heeft geen toestemming ",
    "toestemming": "toestemming ",
    "niet": "niet ",
    "organisaties": "roc, gemeente, ",
    "getallen": "18 ",
    "maanden": "in juni ",
    "tikfouten": "startkwalifcatie tostemming ",
    "een woord": "a",
    "leestekens": "(?,",
    "accenten": "\u00e9 ",
}


def metingen() -> Iterator[Meting]:
    """Measure reading ten thousand characters."""
    gewoon = " ".join(b.tekst for b in beschrijvingen(apart=False))[:_LENGTE]
    lees(gewoon, _VANDAAG)
    teksten = {"gewone tekst": gewoon} | {n: (w * _LENGTE)[:_LENGTE] for n, w in _HERHAALD.items()}
    for naam, tekst in teksten.items():
        yield Meting(
            f"lezen, 10.000 tekens: {naam}", herhaald(partial(lees, tekst, _VANDAAG)), _DOEL
        )
