"""BM25: hoe goed een gewogen rij kenmerken past bij elk van een aantal documenten."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

# A topic repeats its own words on purpose, in every phrasing, so repetition counts for long.
_K1: Final = 6.0
_B: Final = 0.75


class Bm25:
    """Documents as weighted features, ready to be compared with a question."""

    def __init__(self, documenten: Sequence[Mapping[str, float]]) -> None:
        self._documenten = len(documenten)
        aantal = Counter(kenmerk for document in documenten for kenmerk in document)
        self._idf = {
            kenmerk: math.log(1 + (len(documenten) - n + 0.5) / (n + 0.5))
            for kenmerk, n in aantal.items()
        }
        self._zeldzaamst = max(self._idf.values(), default=1.0)
        self._posten: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        lengten = [sum(document.values()) for document in documenten]
        gemiddeld = sum(lengten) / max(len(lengten), 1)
        for plaats, document in enumerate(documenten):
            demping = _K1 * (1 - _B + _B * lengten[plaats] / gemiddeld)
            for kenmerk, gewicht in document.items():
                score = self._idf[kenmerk] * gewicht * (_K1 + 1) / (gewicht + demping)
                self._posten[kenmerk].append((plaats, score))

    def aantal(self, kenmerk: str) -> int:
        """Return how many documents have a feature; one that occurs nowhere tells nothing."""
        return len(self._posten.get(kenmerk, ())) or self._documenten

    def scores(self, gevraagd: Mapping[str, float]) -> dict[int, float]:
        """Return the score of each document that shares a feature, as a share of what is asked.

        A feature that occurs nowhere counts as the rarest: it asks for what we do not have.
        """
        som: defaultdict[int, float] = defaultdict(float)
        gevuld = 0.0
        for kenmerk, gewicht in gevraagd.items():
            gevuld += gewicht * self._idf.get(kenmerk, self._zeldzaamst)
            for plaats, score in self._posten.get(kenmerk, ()):
                som[plaats] += gewicht * score
        return {plaats: score / gevuld for plaats, score in som.items()}
