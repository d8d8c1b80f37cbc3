"""Van woorden naar termen: wat een zin betekent, met synoniemen en delen van samenstellingen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from knowledge.data import lees_toml
from knowledge.zoeken.woorden import stam, stopwoorden, woorden
from knowledge.zoeken.woordenschat import Woordenschat

VERWANT: Final = 0.5
"""Weight of a wider notion that a word belongs to: epilepsie is also about gezondheid."""
DEEL: Final = 0.5
"""Weight of a part of a compound word."""
GETAL: Final = 0.4
"""Weight of a number: an age says little about the topic."""
_LANGSTE_NAAM: Final = 6

Gewichten = dict[str, float]
Naam = tuple[str, ...]


class Namen(NamedTuple):
    """What names (rows of stems) mean: the same notion, and the wider notions they belong to."""

    gelijk: dict[Naam, str]
    verwant: dict[Naam, tuple[str, ...]]
    eerste: frozenset[str]
    """The stems with which a name begins."""

    def van(self, naam: Naam) -> Iterator[tuple[str, float]]:
        """Yield the terms of a name or a single stem. A notion is written `=naam`."""
        begrip = self.gelijk.get(naam)
        if begrip is not None:
            yield begrip, 1.0
        elif len(naam) == 1:
            yield naam[0], 1.0
        for ruimer in (*self.verwant.get(naam, ()), *self.verwant.get((begrip or "",), ())):
            yield ruimer, VERWANT


@cache
def namen() -> Namen:
    """Load the synonyms."""
    inhoud = lees_toml("zoeken/synoniemen.toml")
    gelijk: dict[Naam, str] = {}
    for begrip, vormen in inhoud["gelijk"].items():
        for vorm in (begrip, *vormen):
            gelijk.setdefault(stammen(vorm), f"={begrip}")
    verwant: defaultdict[Naam, list[str]] = defaultdict(list)
    for begrip, vormen in inhoud["hoort_bij"].items():
        ruimer = gelijk.setdefault(stammen(begrip), f"={begrip}")
        for vorm in vormen:
            # The name of a notion stands for all its forms; any other form for itself.
            eigen = gelijk.get(stammen(vorm)) == f"={vorm}"
            verwant[(f"={vorm}",) if eigen else stammen(vorm)].append(ruimer)
    eerste = frozenset(naam[0] for naam in (*gelijk, *verwant) if naam)
    return Namen(gelijk, {n: tuple(dict.fromkeys(r)) for n, r in verwant.items()}, eerste)


def stammen(tekst: str) -> Naam:
    """Return the stems of all words of a text."""
    return tuple(stam(woord) for woord in woorden(tekst))


def bekende_woorden() -> frozenset[str]:
    """Return every word that the synonyms use."""
    inhoud = lees_toml("zoeken/synoniemen.toml")
    return frozenset(
        woord
        for tabel in inhoud.values()
        for begrip, vormen in tabel.items()
        for vorm in (begrip, *vormen)
        for woord in woorden(vorm)
    )


def termen(rij: Sequence[str], schat: Woordenschat) -> Gewichten:
    """Return the weighted terms of a row of words; at each place the longest known name counts."""
    uit: Gewichten = {}
    rij = [schat.bedoeld(woord) for woord in rij]
    stam_rij = [schat.stam(woord) for woord in rij]
    plaats = 0
    while plaats < len(rij):
        lengte = _langste_naam(stam_rij, plaats)
        if lengte == 0:
            gevonden = _van_woord(rij[plaats], schat)
        else:
            gevonden = namen().van(tuple(stam_rij[plaats : plaats + lengte]))
        for term, gewicht in gevonden:
            uit[term] = max(uit.get(term, 0.0), gewicht)
        plaats += max(lengte, 1)
    return uit


def _langste_naam(rij: Sequence[str], plaats: int) -> int:
    bekend = namen()
    if rij[plaats] not in bekend.eerste:
        return 0
    for lengte in range(min(_LANGSTE_NAAM, len(rij) - plaats), 0, -1):
        naam = tuple(rij[plaats : plaats + lengte])
        if naam in bekend.gelijk or naam in bekend.verwant:
            return lengte
    return 0


def _van_woord(woord: str, schat: Woordenschat) -> Iterator[tuple[str, float]]:
    if woord in stopwoorden():
        return
    if woord.isdecimal():
        yield woord, GETAL
        return
    yield from namen().van((schat.stam(woord),))
    for deel in schat.delen(woord):
        for term, gewicht in namen().van((schat.stam(deel),)):
            yield term, gewicht * DEEL
