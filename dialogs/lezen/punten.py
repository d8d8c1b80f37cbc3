"""Waar een zin begint in tekst zonder leestekens: gedicteerd, of snel getypt.

Without them a denial at one end would reach to the other. Only in a long run of words, and only
before a subject with its verb ('hij is', 'mag ik'), which a subordinate clause does not have.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.woorden import SCHEIDING, Rij, Woord

_LANG: Final = 18
"""So many words without punctuation nobody writes in one sentence on purpose."""
_MINSTENS: Final = 3
"""A sentence has at least so many words."""


@cache
def _lijst(naam: str) -> frozenset[str]:
    return frozenset(tabel("taal")["zonder_punten"][naam])


def met_punten(rij: Rij) -> Rij:
    """Return the row with a full stop where a sentence begins in a run without punctuation."""
    uit: list[Woord] = []
    run: list[Woord] = []
    for woord in rij.woorden:
        if woord.vorm in SCHEIDING:
            uit += [*_verdeeld(run), woord]
            run = []
        else:
            run.append(woord)
    uit += _verdeeld(run)
    return rij if len(uit) == len(rij.woorden) else Rij(uit)


def _verdeeld(run: list[Woord]) -> list[Woord]:
    if len(run) < _LANG:
        return run
    uit: list[Woord] = []
    vorig = 0
    for nummer, woord in enumerate(run):
        if nummer - vorig >= _MINSTENS and _begint(run, nummer):
            uit.append(Woord(".", woord.begin, woord.begin))
            vorig = nummer
        uit.append(woord)
    return uit


def _begint(run: list[Woord], nummer: int) -> bool:
    """Tell whether a sentence begins here: 'hij is', 'de jongen wil', 'mag ik'."""
    if run[nummer - 1].vorm in _lijst("voegwoord"):
        return False
    vormen = [woord.vorm for woord in run[nummer : nummer + 3]]
    if len(vormen) < _MINSTENS:
        return False
    if vormen[0] in _lijst("lidwoord"):
        vormen = vormen[1:]
        return vormen[0] in _lijst("wie") and vormen[1] in _lijst("gezegde")
    if vormen[0] in _lijst("mag"):
        return vormen[1] in _lijst("ik")
    naam = vormen[0] in _lijst("hij") or (
        vormen[0] in _lijst("wie") and run[nummer - 1].vorm not in _lijst("lidwoord")
    )
    return naam and vormen[1] in _lijst("gezegde")
