"""Veel sjablonen tegelijk: gevonden aan het woord waarmee ze beginnen en een woord erbij.

A template without punctuation lies within one clause, so only the templates whose words are in
that clause are tried. That keeps a long text linear in its clauses, however long the lists are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from dialogs.lezen.sjabloon import Sjabloon
from dialogs.lezen.woorden import Rij

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Treffer(Generic[T]):
    """A template that fits: word numbers `van` to `tot` (exclusive), and what it filled in."""

    wat: T
    sjabloon: Sjabloon
    van: int
    tot: int
    vakken: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Inschrijving(Generic[T]):
    nummer: int
    sjabloon: Sjabloon
    wat: T


@dataclass(slots=True)
class _Bak(Generic[T]):
    """Templates that start with one word: by a word they need as well, and the others."""

    met: dict[str, list[_Inschrijving[T]]] = field(default_factory=dict)
    los: list[_Inschrijving[T]] = field(default_factory=list)


def _vakken(gevonden: re.Match[str]) -> dict[str, str]:
    return {
        naam.partition("_")[2]: waarde
        for naam, waarde in gevonden.groupdict().items()
        if waarde is not None
    }


class Register(Generic[T]):
    """Templates with what they stand for."""

    def __init__(self, inhoud: Sequence[tuple[Sjabloon, T]]) -> None:
        self._bakken: dict[str, _Bak[T]] = {}
        begins: set[str] = set()
        for nummer, (sjabloon, wat) in enumerate(inhoud):
            inschrijving = _Inschrijving(nummer, sjabloon, wat)
            begins.update(v for eis in (sjabloon.eerste, *sjabloon.nodig) for v in eis)
            for vorm in sjabloon.eerste:
                bak = self._bakken.setdefault(vorm, _Bak())
                erbij = _erbij(sjabloon)
                if erbij is None:
                    bak.los.append(inschrijving)
                else:
                    for ander in erbij:
                        bak.met.setdefault(ander, []).append(inschrijving)
        self._begins: Final = frozenset(vorm[:-1] for vorm in begins if vorm.endswith("*"))
        self._lengten: Final = sorted({len(begin) for begin in self._begins})

    def vind(self, rij: Rij) -> Iterator[Treffer[T]]:
        """Return every place where a template fits, from front to back."""
        sleutels = {vorm: self._sleutels(vorm) for vorm in rij.vormen}
        bakken = {
            vorm: [self._bakken[sleutel] for sleutel in alle if sleutel in self._bakken]
            for vorm, alle in sleutels.items()
        }
        tekst = {sleutel for alle in sleutels.values() for sleutel in alle}
        eerder: dict[frozenset[str], dict[str, list[_Inschrijving[T]]]] = {}
        for van, tot in rij.deelzinnen:
            woorden = rij.woorden[van:tot]
            vormen = frozenset([woord.vorm for woord in woorden])
            mogelijk = eerder.get(vormen)
            if mogelijk is None:
                hier = {sleutel for vorm in vormen for sleutel in sleutels[vorm]}
                mogelijk = eerder[vormen] = {
                    vorm: _mogelijk(bakken[vorm], hier, tekst) for vorm in vormen if bakken[vorm]
                }
            for nummer, woord in enumerate(woorden, van):
                for een in mogelijk.get(woord.vorm, ()):
                    gevonden = een.sjabloon.regex.match(rij.tekst, rij.plaatsen[nummer])
                    if gevonden:
                        einde = rij.nummer(gevonden.end() - 1) + 1
                        yield Treffer(een.wat, een.sjabloon, nummer, einde, _vakken(gevonden))

    def _sleutels(self, vorm: str) -> tuple[str, ...]:
        """Return under which words of templates a word of a text falls."""
        begins = (vorm[:lengte] for lengte in self._lengten if lengte <= len(vorm))
        return (vorm, *[f"{begin}*" for begin in begins if begin in self._begins])


def _mogelijk(bakken: Sequence[_Bak[T]], hier: set[str], tekst: set[str]) -> list[_Inschrijving[T]]:
    """Return the templates that can start with a word, in the order of the lists."""
    uit: dict[int, _Inschrijving[T]] = {}
    for bak in bakken:
        kandidaten = [*bak.los]
        for erbij in bak.met.keys() & hier:
            kandidaten += bak.met[erbij]
        for een in kandidaten:
            bereik = tekst if een.sjabloon.leestekens else hier
            for eis in een.sjabloon.nodig:
                if eis.isdisjoint(bereik):
                    break
            else:
                uit[een.nummer] = een
    return [uit[nummer] for nummer in sorted(uit)]


def _erbij(sjabloon: Sjabloon) -> frozenset[str] | None:
    """Return the most telling words that a template needs besides the one it starts with."""
    if sjabloon.leestekens:
        return None
    eisen = [eis for eis in sjabloon.nodig if eis is not sjabloon.eerste]
    return min(eisen, key=len) if eisen else None
