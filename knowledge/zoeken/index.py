"""De index: hoe goed elk onderwerp bij een vraag past.

Two views add up: by terms (stems, synonyms, parts of compounds), and by runs of letters, which
also see what spelling and inflection hide. Comparing a question with each phrasing apart was
tried; it found less than the topic as a whole.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Final

from knowledge.onderwerpen.model import Onderwerp
from knowledge.zoeken.bm25 import Bm25
from knowledge.zoeken.teksten import teksten_van
from knowledge.zoeken.termen import Gewichten, bekende_woorden, termen
from knowledge.zoeken.woorden import letterreeksen, woorden
from knowledge.zoeken.woordenschat import Woordenschat

_STEIL: Final = 0.3
"""How fast the score nears 1 as the topic holds more of the question."""
_KORTE_VRAAG: Final = 12
"""Who asks in fewer words wants to know what something is; in more, describes a casus."""
_OVER_NIEUWS: Final = frozenset({"=veranderd", "=nieuwewet"})
_OVERZICHTEN: Final = frozenset(
    {"wetswijziging-school", "wetswijziging-doorstroompunt", "wetswijziging-gemeente"}
)


class Index:
    """All topics, ready to be compared with a question."""

    def __init__(self, onderwerpen: Mapping[str, Onderwerp]) -> None:
        self._ids = tuple(onderwerpen)
        teksten = [tuple(teksten_van(onderwerp)) for onderwerp in onderwerpen.values()]
        bekend = {w for delen in teksten for tekst, _ in delen for w in woorden(tekst)}
        self.schat = Woordenschat(bekend | bekende_woorden())
        self._termen = Bm25([_opgeteld(delen, self._in_termen) for delen in teksten])
        self._letters = Bm25([_opgeteld(delen, letterreeksen) for delen in teksten])

    def scores(self, vraag: str) -> dict[str, float]:
        """Return how well each topic answers, from 0 to 1; without those that share nothing."""
        gevraagd = self._in_termen(vraag)
        samen = defaultdict(float, self._termen.scores(gevraagd))
        for plaats, score in self._letters.scores(letterreeksen(vraag)).items():
            samen[plaats] += score
        kort = len(woorden(vraag)) < _KORTE_VRAAG
        nieuws = not _OVER_NIEUWS.isdisjoint(gevraagd)
        return {
            self._ids[plaats]: 1
            - math.exp(-_STEIL * score * _voorrang(self._ids[plaats], kort=kort, nieuws=nieuws))
            for plaats, score in samen.items()
        }

    def _in_termen(self, tekst: str) -> Gewichten:
        return termen(woorden(tekst), self.schat)


def _voorrang(id_: str, *, kort: bool, nieuws: bool) -> float:
    """Return how much more or less a topic counts for this sort of question."""
    if id_ in _OVERZICHTEN and nieuws:
        return 1.15
    if id_.startswith("wetswijziging") and not nieuws:
        return 0.75
    return 0.9 if kort and id_.startswith("casus") else 1.0


def _opgeteld(
    delen: tuple[tuple[str, float], ...], kenmerken: Callable[[str], Gewichten]
) -> Gewichten:
    uit: defaultdict[str, float] = defaultdict(float)
    for tekst, gewicht in delen:
        for kenmerk, w in kenmerken(tekst).items():
            uit[kenmerk] += w * gewicht
    return uit
