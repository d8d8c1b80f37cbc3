"""De woorden die we kennen, en wat een onbekend woord daarvan kan zijn."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from knowledge.zoeken.woorden import stam, stopwoorden

_KORTSTE_DEEL: Final = 4
_TUSSEN: Final = ("", "s", "e", "en", "n", "er", "s-")
_KORTSTE_TE_HERSTELLEN: Final = 4
_LANG: Final = 8
"""From this length a word may differ in two places and still be meant."""
_UNIEK: Final = 4096


class Woordenschat:
    """Known words, as `woorden` gives them. Everything here is deterministic."""

    def __init__(self, bekend: Iterable[str]) -> None:
        self._woorden = frozenset(bekend) | stopwoorden()
        self._stammen = frozenset(stam(w) for w in self._woorden)
        self._lijst = sorted(w for w in self._woorden if len(w) >= _KORTSTE_TE_HERSTELLEN)
        self._delen = frozenset(
            vorm
            for w in self._woorden - stopwoorden()
            for vorm in (w, stam(w))
            if len(vorm) >= _KORTSTE_DEEL and vorm.isalpha()
        )
        self.stam = lru_cache(_UNIEK)(self._stam)
        self.delen = lru_cache(_UNIEK)(self._splits)
        self.herstel = lru_cache(_UNIEK)(self._herstel)

    def kent(self, woord: str) -> bool:
        """Tell whether a word, or another form of it, is known."""
        return woord in self._woorden or self.stam(woord) in self._stammen

    def _stam(self, woord: str) -> str:
        """Return the stem; 'vraagt' and 'belt' get that of 'vragen' and 'bellen'."""
        gewoon = stam(woord)
        if woord.endswith("t") and len(woord) > _KORTSTE_DEEL - 1:
            zonder = stam(woord[:-1])
            if zonder in self._stammen and gewoon == woord:
                return zonder
        return gewoon

    def _splits(self, woord: str) -> tuple[str, ...]:
        """Return the known words a compound is made of; empty when it cannot be taken apart."""
        for einde in range(len(woord) - _KORTSTE_DEEL, _KORTSTE_DEEL - 1, -1):
            if woord[:einde] not in self._delen:
                continue
            for tussen in _TUSSEN:
                rest = woord[einde:]
                if not rest.startswith(tussen) or len(rest) - len(tussen) < _KORTSTE_DEEL:
                    continue
                rest = rest[len(tussen) :]
                if rest in self._delen or stam(rest) in self._stammen:
                    return (woord[:einde], rest)
                verder = self.delen(rest)
                if verder:
                    return (woord[:einde], *verder)
        return ()

    def _herstel(self, woord: str) -> str | None:
        """Return the known word that was probably meant; None when nothing is near enough."""
        if len(woord) < _KORTSTE_TE_HERSTELLEN or not woord.isalpha():
            return None
        afstand = 2 if len(woord) >= _LANG else 1
        kandidaten = process.extract(
            woord, self._lijst, scorer=OSA.distance, score_cutoff=afstand, limit=8
        )
        if not kandidaten:
            return None
        dichtst = min(afstand_ for _, afstand_, _ in kandidaten)
        gelijk = [w for w, afstand_, _ in kandidaten if afstand_ == dichtst]
        return max(gelijk, key=lambda w: (JaroWinkler.similarity(woord, w), w))
