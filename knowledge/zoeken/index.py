"""De index: hoe goed elk onderwerp bij een vraag past.

Two views add up: by terms (stems, synonyms, parts of compounds), and by runs of letters, which
also see what spelling and inflection hide. Comparing a question with each phrasing apart was
tried; it found less than the topic as a whole.

Whether a topic answers is decided by the part of the question that is most about it: who tells
more around it asks the same still.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from knowledge.onderwerpen.model import Onderwerp
from knowledge.zoeken.bm25 import Bm25
from knowledge.zoeken.teksten import teksten_van
from knowledge.zoeken.termen import Gewichten, bekende_woorden, termen
from knowledge.zoeken.vergelijken import OVERZICHTEN
from knowledge.zoeken.woorden import letterreeksen, stopwoorden, woorden
from knowledge.zoeken.woordenschat import Woordenschat

_STEIL: Final = 0.3
"""How fast the score nears 1 as the topic holds more of the question."""
_DELEN: Final = ((6, 0.345), (3, 0.45), (2, 0.5), (1, 0.5))
"""How well so many words next to each other must fit for a topic to count as found.

The fewer words, the better; of one word it must be one that few topics have.
"""
_RUIM: Final = 0.45
_RUIM_WOORDEN: Final = 2
"""How well, and in how many words, what stands beside something practical must fit."""
_WEINIG: Final = 2
"""A word that so many topics have at most, says by itself which is meant."""
_KORTE_VRAAG: Final = 12
"""Who asks in fewer words wants to know what something is; in more, describes a casus."""
_OVER_NIEUWS: Final = frozenset({"=veranderd", "=nieuwewet"})
_GEEN_BEGRIP_ZEGT_HET: Final = frozenset({"wetswijziging-bijzondere-gegevens"})
"""What changed, and is also the one place that answers who does not ask for what is new."""


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

    def raakt(self, vraag: str) -> bool:
        """Tell whether some part of a question is clearly about a topic; more words undo no hit."""
        return any(
            self._beste(deel) >= grens
            for lengte, grens in _DELEN
            for deel in _stukken(vraag, lengte)
            if lengte > 1 or self._zegt_genoeg(deel)
        )

    def raakt_ruim(self, deel: str) -> bool:
        """Tell whether a part of a question is clearly about a topic by itself, in some words."""
        genoeg = sum(woord not in stopwoorden() for woord in woorden(deel)) >= _RUIM_WOORDEN
        return genoeg and any(self._beste(stuk) >= _RUIM for stuk in _stukken(deel, _DELEN[0][0]))

    def _beste(self, deel: str) -> float:
        return max(self.scores(deel).values(), default=0.0)

    def _zegt_genoeg(self, woord: str) -> bool:
        return any(self._termen.aantal(term) <= _WEINIG for term in self._in_termen(woord))

    def _in_termen(self, tekst: str) -> Gewichten:
        return termen(woorden(tekst), self.schat)


def _voorrang(id_: str, *, kort: bool, nieuws: bool) -> float:
    """Return how much more or less a topic counts for this sort of question."""
    if id_ in OVERZICHTEN and nieuws:
        return 1.15
    if id_.startswith("wetswijziging") and not nieuws and id_ not in _GEEN_BEGRIP_ZEGT_HET:
        return 0.75
    return 0.9 if kort and id_.startswith("casus") else 1.0


def _stukken(vraag: str, lengte: int) -> Iterator[str]:
    """Yield every part of a question with so many words that tell something, or all of it."""
    rij = woorden(vraag)
    plaatsen = [plaats for plaats, woord in enumerate(rij) if woord not in stopwoorden()]
    if len(plaatsen) <= lengte:
        # Fewer words ask for more, but a short question is a question.
        if lengte == _DELEN[0][0] or len(plaatsen) == lengte:
            yield vraag
        return
    for begin, einde in zip(plaatsen, plaatsen[lengte - 1 :], strict=False):
        yield " ".join(rij[begin : einde + 1])


def _opgeteld(
    delen: tuple[tuple[str, float], ...], kenmerken: Callable[[str], Gewichten]
) -> Gewichten:
    uit: defaultdict[str, float] = defaultdict(float)
    for tekst, gewicht in delen:
        for kenmerk, w in kenmerken(tekst).items():
            uit[kenmerk] += w * gewicht
    return uit
