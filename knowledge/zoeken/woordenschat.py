"""De woorden die we kennen, en wat een onbekend woord daarvan kan zijn."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from knowledge.zoeken.woorden import stam, stopwoorden

_KORTSTE_DEEL: Final = 4
_LANGSTE_WOORD: Final = 60
"""Longer is no word; taking it apart would only take time."""
_TUSSEN: Final = ("", "s", "e", "en", "n", "er")
_KORTSTE_TE_HERSTELLEN: Final = 5
_AFSTANDEN: Final = ((11, 3), (8, 2), (_KORTSTE_TE_HERSTELLEN, 1))
"""From how many letters a word may differ in how many places and still be meant."""
_GELIJK_GENOEG: Final = 0.935
"""Jaro-Winkler; below it slips of the pen and other words can no longer be told apart."""
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
            if len(vorm) >= _KORTSTE_DEEL and vorm.isalpha() and vorm not in stopwoorden()
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
        if len(woord) > _LANGSTE_WOORD:
            return ()
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

    def bedoeld(self, woord: str) -> str:
        """Return the word itself, or the known word that was probably meant.

        One letter off is a slip; more than that only when it is no compound of known words.
        """
        if len(woord) > _LANGSTE_WOORD or self.kent(woord):
            return woord
        return self.herstel(woord, 1) or (
            woord if self.delen(woord) else self.herstel(woord, 3) or woord
        )

    def _herstel(self, woord: str, hoogstens: int) -> str | None:
        if not woord.isalpha():
            return None
        afstand = next((a for lengte, a in _AFSTANDEN if len(woord) >= lengte), 0)
        afstand = min(afstand, hoogstens)
        if afstand == 0:
            return None
        kandidaten = (
            kandidaat
            for kandidaat, _, _ in process.extract(
                woord, self._lijst, scorer=OSA.distance, score_cutoff=afstand, limit=None
            )
            if kandidaat[0] == woord[0]
        )
        gelijkenis = {w: JaroWinkler.similarity(woord, w) for w in kandidaten}
        beste = max(gelijkenis, key=lambda w: (gelijkenis[w], w), default=None)
        return beste if beste is not None and gelijkenis[beste] >= _GELIJK_GENOEG else None
