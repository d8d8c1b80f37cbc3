"""Welke teksten van een onderwerp doorzocht worden, en hoe zwaar ze tellen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.bronnen import bronnen
from knowledge.onderwerpen.model import Onderwerp

_TITEL: Final = 3.0
_WOORD: Final = 3.0
_VRAAG: Final = 1.5
_UITLEG: Final = 0.6


def teksten_van(onderwerp: Onderwerp) -> Iterator[tuple[str, float]]:
    """Yield every text of a topic that is searched, with its weight."""
    yield onderwerp.titel, _TITEL
    yield from ((woord, _WOORD) for woord in onderwerp.woorden)
    yield from ((vraag, _VRAAG) for vraag in onderwerp.vragen)
    yield onderwerp.kort.tekst, _VRAAG
    yield from ((passage.tekst, _UITLEG) for passage in onderwerp.passages()[1:])
    yield " ".join(_plaatsen(onderwerp)), _UITLEG


def _plaatsen(onderwerp: Onderwerp) -> Iterator[str]:
    """Yield where the law says so: 'WEB 9.2.13', '3.1.2'."""
    alle = bronnen()
    for bron in (alle[id_] for id_ in onderwerp.bronnen() if id_ in alle):
        yield f"{bron.wet or ''} {bron.artikel or bron.paragraaf}"
