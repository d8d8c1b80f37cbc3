"""Wat er aan een tekst kan mankeren, als meldingen met bestand, sleutel en woord of zin."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from statistics import median
from typing import Final

from tests.teksten.corpus import Tekst
from tests.teksten.taal import aantal_woorden, is_zin, woorden, zinnen
from tests.teksten.woordenboek import (
    domeinwoorden,
    eigen_lijst,
    gewoon,
    goed_geschreven,
    in_opentaal,
    toegestaan,
)

LANGSTE_ZIN: Final = 20
MIDDELSTE_ZIN: Final = 12


def spelfouten(teksten: Iterable[Tekst]) -> list[str]:
    """Find words that no list has."""
    return [f"{t}: {w}" for t in teksten for w in woorden(t) if not goed_geschreven(w)]


def zeldzame_woorden(teksten: Iterable[Tekst]) -> list[str]:
    """Find words that few people know and that nobody explains."""
    return [
        f"{t}: {w}"
        for t in teksten
        for w in woorden(t)
        if goed_geschreven(w) and not gewoon(w) and not toegestaan(w)
    ]


def lange_zinnen(teksten: Iterable[Tekst]) -> list[str]:
    """Find sentences with too many words."""
    return [
        f"{t}: {aantal} woorden: {zin}"
        for t in teksten
        for zin in zinnen(t)
        if (aantal := aantal_woorden(zin)) > LANGSTE_ZIN
    ]


def lange_bestanden(teksten: Iterable[Tekst]) -> list[str]:
    """Find files of which more than half of the sentences are longer than they should be."""
    uit = []
    for bestand, groep in groupby(teksten, key=lambda t: t.bestand):
        lengtes = [aantal_woorden(zin) for t in groep for zin in zinnen(t) if is_zin(zin)]
        if lengtes and median(lengtes) > MIDDELSTE_ZIN:
            uit.append(f"{bestand}: de middelste zin heeft {median(lengtes)} woorden")
    return uit


def overbodig(teksten: Iterable[Tekst]) -> list[str]:
    """Find words of our own list that no text uses, or that are allowed without it."""
    gebruikt = {w for t in teksten for w in woorden(t)}
    klein = {w.lower() for w in gebruikt}
    vrij = domeinwoorden() | {w for w in eigen_lijst() if in_opentaal(w) and gewoon(w)}
    return sorted(w for w in eigen_lijst() if w in vrij or w.lower() not in klein)
