"""De index: elke vraag en titel als een eigen klein document, en elk onderwerp als geheel."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from knowledge.bronnen import bronnen
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp
from knowledge.zoeken.termen import Gewichten, bekende_woorden, termen
from knowledge.zoeken.woorden import woorden
from knowledge.zoeken.woordenschat import Woordenschat

# How much a word tells about a topic, by where it stands.
_TITEL: Final = 3.0
_WOORD: Final = 2.0
_VRAAG: Final = 1.0
_KORT: Final = 1.0
_TEKST: Final = 0.4

BESTE: Final = 0.5
DRIE: Final = 0.2
GEHEEL: Final = 0.5
"""How the nearest phrasing, the three nearest and the topic as a whole add up."""
ONBEKEND: Final = 0.7
"""What a word that occurs nowhere weighs, against the rarest word that does."""


class Index:
    """All topics, ready to be compared with a question."""

    def __init__(self, onderwerpen: Mapping[str, Onderwerp]) -> None:
        self.ids = tuple(onderwerpen)
        alle = tuple(onderwerpen.values())
        self.schat = Woordenschat(
            {w for o in alle for tekst, _ in teksten_van(o) for w in woorden(tekst)}
            | bekende_woorden()
        )
        per_onderwerp = [
            [(termen(woorden(tekst), self.schat), gewicht) for tekst, gewicht in teksten_van(o)]
            for o in alle
        ]
        self._idf = _zeldzaamheid(
            {term for gewichten, _ in delen for term in gewichten} for delen in per_onderwerp
        )
        self._hoogste = max(self._idf.values(), default=1.0)
        self._klein: list[int] = []
        """The topic of each small document."""
        self._posten: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        self._posten_geheel: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for plaats, delen in enumerate(per_onderwerp):
            self._neem_op(plaats, delen)

    def _neem_op(self, plaats: int, delen: Iterable[tuple[Gewichten, float]]) -> None:
        geheel: defaultdict[str, float] = defaultdict(float)
        for gewichten, gewicht in delen:
            for term, w in gewichten.items():
                geheel[term] += w * gewicht
            if gewicht >= _KORT:
                for term, w in self._genormeerd(gewichten).items():
                    self._posten[term].append((len(self._klein), w))
                self._klein.append(plaats)
        gedempt = {term: math.log1p(w) for term, w in geheel.items()}
        for term, w in self._genormeerd(gedempt).items():
            self._posten_geheel[term].append((plaats, w))

    def _genormeerd(self, gewichten: Mapping[str, float]) -> Gewichten:
        gewogen = {
            term: w * self._idf.get(term, self._hoogste * ONBEKEND) for term, w in gewichten.items()
        }
        lengte = math.sqrt(sum(w * w for w in gewogen.values()))
        return {term: w / lengte for term, w in gewogen.items()} if lengte else {}

    def scores(self, vraag: str) -> dict[str, float]:
        """Return how well each topic answers, from 0 to 1; without those that share no term."""
        gewichten = self._genormeerd(termen(woorden(vraag), self.schat))
        klein: defaultdict[int, float] = defaultdict(float)
        geheel: defaultdict[int, float] = defaultdict(float)
        for term, w in gewichten.items():
            for plaats, v in self._posten.get(term, ()):
                klein[plaats] += w * v
            for plaats, v in self._posten_geheel.get(term, ()):
                geheel[plaats] += w * v
        beste: defaultdict[int, list[float]] = defaultdict(list)
        for plaats, score in klein.items():
            beste[self._klein[plaats]].append(score)
        uit = {}
        for plaats, score in geheel.items():
            drie = sorted(beste.get(plaats, ()), reverse=True)[:3]
            uit[self.ids[plaats]] = (
                BESTE * (drie[0] if drie else 0.0) + DRIE * sum(drie) / 3 + GEHEEL * score
            ) / (BESTE + DRIE + GEHEEL)
        return uit


def _zeldzaamheid(per_onderwerp: Iterable[set[str]]) -> Gewichten:
    aantal: defaultdict[str, int] = defaultdict(int)
    totaal = 0
    for gezien in per_onderwerp:
        totaal += 1
        for term in gezien:
            aantal[term] += 1
    return {term: math.log(1 + totaal / n) for term, n in aantal.items()}


def teksten_van(onderwerp: Onderwerp) -> Iterator[tuple[str, float]]:
    """Yield every text of a topic with its weight."""
    yield onderwerp.titel, _TITEL
    for woord in onderwerp.woorden:
        yield woord, _WOORD
    for vraag in onderwerp.vragen:
        yield vraag, _VRAAG
    yield onderwerp.kort.tekst, _KORT
    for passage in onderwerp.passages()[1:]:
        yield passage.tekst, _TEKST
    if isinstance(onderwerp, CasusOnderwerp):
        yield onderwerp.situatie.tekst, _KORT
    artikelen = (bronnen()[id_] for id_ in onderwerp.bronnen() if id_ in bronnen())
    yield " ".join(f"{b.wet or ''} {b.artikel or b.paragraaf}" for b in artikelen), _TEKST
