"""Opzoeken: van een vraag in gewone woorden naar de onderwerpen die erop antwoorden."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from knowledge.bronnen import bronnen
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp, Soort
from knowledge.zoeken.index import Index
from knowledge.zoeken.niet_delen import niet_delen, praktisch, zonder_praktisch
from knowledge.zoeken.vergelijken import van_alles
from knowledge.zoeken.woorden import woorden

LANGSTE_VRAAG: Final = 2000
"""Characters of a question; nobody asks longer."""
HOOGSTENS: Final = 5
"""Topics in an answer."""
_VER_ACHTER: Final = 0.3
"""A topic that fits less than so much of the best is no answer beside it."""


class Treffer(NamedTuple):
    """A topic that answers a question, and how well: `score` from 0 to 1."""

    id: str
    soort: Soort
    titel: str
    score: float


@cache
def zoekindex() -> Index:
    """Build the index, once a process; the first question waits for it.

    Raises:
        KennisOnjuist: a topic or the tables of words do not fit their model.
    """
    return Index(onderwerpen())


def zoek(vraag: str, hoogstens: int = 3) -> list[Treffer]:
    """Return the topics that answer a question, best first; empty when nothing really does."""
    treffers = _gerangschikt(vraag)[:hoogstens]
    if not treffers or not (treffers[0].score == 1.0 or _raakt(vraag)):
        return []
    grens = _VER_ACHTER * treffers[0].score
    return [treffer for treffer in treffers if treffer.score >= grens]


def in_de_buurt(vraag: str, hoogstens: int = 3) -> list[Treffer]:
    """Return what comes nearest, also where it does not answer the question."""
    return _gerangschikt(vraag)[:hoogstens]


def onderwerp_met_naam(naam: str) -> Onderwerp | None:
    """Return the topic with this name, title or id, however it is written."""
    return onderwerpen().get(_namen().get(" ".join(woorden(naam)), ""))


def _raakt(vraag: str) -> bool:
    if not praktisch(vraag):
        return zoekindex().raakt(vraag)
    return any(
        zoekindex().raakt_ruim(deel) for deel in zonder_praktisch(vraag) if not praktisch(deel)
    )


def _gerangschikt(vraag: str) -> list[Treffer]:
    scores = van_alles(vraag) or zoekindex().scores(vraag)
    ander = niet_delen(vraag)
    scores |= dict.fromkeys([*_genoemd(vraag), *([ander] if ander else [])], 1.0)
    alle = onderwerpen()
    # Equal scores in a fixed order: the same question always gives the same list.
    volgorde = sorted(scores, key=lambda id_: (-scores[id_], id_))
    return [Treffer(i, alle[i].soort, alle[i].titel, round(scores[i], 4)) for i in volgorde]


def _genoemd(vraag: str) -> list[str]:
    """Return the topics that the question names: by id, title or the number of a casus."""
    rij = woorden(vraag)
    heel = _namen().get(" ".join(rij))
    if heel is not None:
        return [heel]
    return [id_ for woord in rij if (id_ := _nummers().get(woord)) is not None]


@cache
def _namen() -> dict[str, str]:
    return {
        " ".join(woorden(naam)): id_
        for id_, onderwerp in onderwerpen().items()
        for naam in (onderwerp.titel, onderwerp.naam, id_)
    }


@cache
def _nummers() -> dict[str, str]:
    """Return the casus behind a paragraph: 3.1.2, or 2.1.2 as the document of 2021 had it."""
    uit: dict[str, str] = {}
    for id_, onderwerp in onderwerpen().items():
        if onderwerp.nummer is None or not isinstance(onderwerp, CasusOnderwerp):
            continue
        uit[onderwerp.nummer] = id_
        for bron in (bronnen()[naam] for naam in onderwerp.situatie.bronnen):
            if bron.paragraaf is not None and bron.paragraaf.count(".") == 2:
                uit.setdefault(bron.paragraaf, id_)
    return uit
