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

_VAAK: Final = 20
_ALGEMEEN: Final = frozenset(
    """niet geen de het een dat die is was zijn in op van met en aan bij voor om te er wel nog ook
    wil mag heeft hij ze zij ik we wij ons naar door""".split()  # noqa: SIM905 - a list of 35 lines
)
"""Words that tell little: they are in most clauses."""


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
    rest: tuple[frozenset[str], ...]
    """What it needs besides the words it is found by."""


@dataclass(slots=True)
class _Bak(Generic[T]):
    """Templates that start with one word: by a word they need as well, and the others."""

    met: dict[str, list[_Inschrijving[T]]] = field(default_factory=dict)
    los: list[_Inschrijving[T]] = field(default_factory=list)


def _vakken(gevonden: re.Match[str]) -> dict[str, str]:
    if not gevonden.re.groups:
        return {}
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
            erbij = _erbij(sjabloon)
            rest = tuple(e for e in sjabloon.nodig if e not in (erbij, sjabloon.eerste))
            inschrijving = _Inschrijving(nummer, sjabloon, wat, rest)
            begins.update(v for eis in (sjabloon.eerste, *sjabloon.nodig) for v in eis)
            for vorm in sjabloon.eerste:
                bak = self._bakken.setdefault(vorm, _Bak())
                if erbij is None:
                    bak.los.append(inschrijving)
                else:
                    for ander in erbij:
                        bak.met.setdefault(ander, []).append(inschrijving)
        self._woorden = frozenset(vorm for vorm in begins if not vorm.endswith("*"))
        self._gekend: dict[str, tuple[str, ...]] = {}
        self._begins: dict[str, list[str]] = {}
        for vorm in sorted(begins):
            if vorm.endswith("*"):
                self._begins.setdefault(vorm[0], []).append(vorm[:-1])

    def vind(self, rij: Rij) -> Iterator[Treffer[T]]:
        """Return every place where a template fits, from front to back."""
        sleutels = {vorm: gekend for vorm in rij.vormen if (gekend := self._sleutels(vorm))}
        tekst = {sleutel for alle in sleutels.values() for sleutel in alle}
        begint = {
            vorm: deel for vorm, alle in sleutels.items() if (deel := self._begint(alle, tekst))
        }
        eerder: dict[frozenset[str], dict[str, list[_Inschrijving[T]]]] = {}
        for van, vormen, alle in rij.deelzinnen:
            beginners = begint.keys() & vormen
            if not beginners:
                continue
            mogelijk = eerder.get(vormen)
            if mogelijk is None:
                hier = {s for vorm in sleutels.keys() & vormen for s in sleutels[vorm]}
                mogelijk = eerder[vormen] = {
                    vorm: kandidaten
                    for vorm in beginners
                    if (kandidaten := _mogelijk(*begint[vorm], hier))
                }
            if not mogelijk:
                continue
            for nummer, woord in enumerate(alle, van):
                for een in mogelijk.get(woord, ()):
                    gevonden = een.sjabloon.regex.match(rij.tekst, rij.plaatsen[nummer])
                    if gevonden:
                        einde = rij.nummer(gevonden.end() - 1) + 1
                        yield Treffer(een.wat, een.sjabloon, nummer, einde, _vakken(gevonden))

    def _sleutels(self, vorm: str) -> tuple[str, ...]:
        """Return under which words of templates a word of a text falls.

        Only words of the lists are remembered: never one that somebody wrote.
        """
        if vorm in self._gekend:
            return self._gekend[vorm]
        begins = [f"{begin}*" for begin in self._begins.get(vorm[:1], ()) if vorm.startswith(begin)]
        if vorm not in self._woorden:
            return tuple(begins)
        return self._gekend.setdefault(vorm, (vorm, *begins))

    def _begint(
        self, sleutels: Sequence[str], tekst: set[str]
    ) -> tuple[list[_Bak[T]], list[_Inschrijving[T]]] | None:
        """Return the templates that a word can start: those for one clause, and the others."""
        bakken = [self._bakken[sleutel] for sleutel in sleutels if sleutel in self._bakken]
        over = [
            een
            for bak in bakken
            for een in bak.los
            if not any(eis.isdisjoint(tekst) for eis in een.sjabloon.nodig)
        ]
        return (bakken, over) if bakken else None


def _mogelijk(
    bakken: Sequence[_Bak[T]], los: Sequence[_Inschrijving[T]], hier: set[str]
) -> list[_Inschrijving[T]]:
    """Return the templates that can start with a word in this clause, in the order of the lists."""
    uit = {een.nummer: een for een in los}
    for bak in bakken:
        # Most words start nothing that could be in this clause.
        if bak.met.keys().isdisjoint(hier):
            continue
        for erbij in bak.met.keys() & hier:
            for een in bak.met[erbij]:
                for eis in een.rest:
                    if eis.isdisjoint(hier):
                        break
                else:
                    uit[een.nummer] = een
    return [uit[nummer] for nummer in sorted(uit)] if uit else []


def _erbij(sjabloon: Sjabloon) -> frozenset[str] | None:
    """Return the most telling words that a template needs besides the one it starts with."""
    if sjabloon.leestekens:
        return None
    eisen = [eis for eis in sjabloon.nodig if eis != sjabloon.eerste]
    return min(eisen, key=_gewoonheid) if eisen else None


def _gewoonheid(eis: frozenset[str]) -> int:
    """Tell how likely it is that one of these words is in any clause."""
    return sum(_VAAK if woord in _ALGEMEEN else 1 for woord in eis)
