"""Wat ontbreekt: welke onbekende feiten het oordeel nog kunnen veranderen.

The decision list, with the known facts filled in, leaves a small rest. That rest is walked as
a decision diagram in a fixed order of facts: equal rests are one node, and a fact counts when
two of its values lead to different verdicts somewhere. The conditions themselves tell which
values of a fact behave alike, so one of each kind is tried. This is exact. Only where more than
six facts are open and the diagram grows too large, the answer is merely sound: every fact that
some undecided rule still waits for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from knowledge import motor
from knowledge.beslissing import Oordeel
from knowledge.feiten import FEITEN, volgorde
from knowledge.motor import Stand
from knowledge.rest import Rest, Restant, feiten_van, restant
from knowledge.toegespitst import Toegespitst
from knowledge.waarden import klassen

EXACT_TOT: Final = 6
"""With so many facts open, or fewer, the answer is exact whatever it takes."""
_KNOPEN_EXACT: Final = 50_000
_KNOPEN_ANDERS: Final = 40

_Blad = Oordeel | None
"""A verdict, or None where the facts would contradict each other (no such world)."""
_Knoop = tuple[str, tuple[int, ...]]


class Openstaand(NamedTuple):
    """What can still change the verdict; when nothing can, the verdict itself."""

    ontbrekend: tuple[str, ...]
    oordeel: Oordeel | None


def ontbrekend(stand: Stand) -> list[str]:
    """Return the unknown facts that can change the verdict, in the order to ask them.

    Ordered by stap, `datum` first; within a stap the fact whose answer settles most.
    """
    return list(openstaand(stand).ontbrekend)


def openstaand(stand: Stand) -> Openstaand:
    """Find out what is missing, or, when nothing is, what the verdict is.

    Three-valued logic alone may keep verdicts open that no possible world leads to; the diagram
    tells them apart.
    """
    uit = _openstaand(stand)
    if uit.oordeel is None and stand.kennis.nood.waarheid(stand.feiten) is True:
        # What is known gives no ground, and in an emergency nothing else is waited for.
        return Openstaand((), Oordeel.OVERLEG)
    return uit


def _openstaand(stand: Stand) -> Openstaand:
    mogelijk = motor.mogelijk(stand)
    if len(mogelijk) == 1:
        return Openstaand((), next(iter(mogelijk)))
    begin = restant(stand)
    # A fact that could only contradict the others decides nothing by itself.
    open_ = feiten_van(begin, begin.atomen_van_besluiten)
    diagram = _Diagram(begin.kennis, _KNOPEN_EXACT if len(open_) <= EXACT_TOT else _KNOPEN_ANDERS)
    beslissend = diagram.beslissend(begin)
    if beslissend is None:
        return Openstaand(tuple(_geordend(begin, open_)), None)
    oordelen = diagram.oordelen()
    if len(oordelen) == 1:
        return Openstaand((), oordelen.pop())
    # Two verdicts that no single fact tells apart (the worlds between contradict): ask them all.
    return Openstaand(tuple(_geordend(begin, beslissend or open_)), None)


def _geordend(begin: Restant, sleutels: Collection[str]) -> list[str]:
    # With much still open hardly any single answer settles the verdict: the order of the list
    # is as good, and a thousand times cheaper.
    weeg_af = len(sleutels) <= EXACT_TOT

    def rang(sleutel: str) -> tuple[int, float, int, str]:
        plaats, _ = _plaats(sleutel)
        feit = FEITEN.get(sleutel.rpartition(".")[2])
        stap = FEITEN["nodig"].stap if feit is None else feit.stap
        beslist = -_aandeel_beslist(begin, sleutel) if weeg_af and stap > 0 else 0.0
        return (stap, beslist, plaats, sleutel)

    return sorted(sleutels, key=rang)


def _aandeel_beslist(begin: Restant, sleutel: str) -> float:
    """Return the share of a fact's kinds of values after which the verdict is settled."""
    waarden = klassen(sleutel, begin.kennis)
    beslist = sum(begin.met(sleutel, waarde).oordeel is not None for waarde in waarden)
    return beslist / len(waarden)


class _TeGroot(Exception):
    """The diagram has more nodes than it was allowed."""


class _Diagram:
    """A reduced, ordered decision diagram over the unknown facts."""

    def __init__(self, kennis: Toegespitst, hoogstens: int) -> None:
        self._kennis = kennis
        self._hoogstens = hoogstens
        self._knopen: list[_Blad | _Knoop] = []
        self._nummers: dict[_Blad | _Knoop, int] = {}
        self._van_rest: dict[tuple[Rest, dt.date | None], int] = {}
        self._verschillen: dict[tuple[int, int], bool] = {}

    def beslissend(self, begin: Restant) -> frozenset[str] | None:
        """Return the facts on which the verdict depends, or None when it grows too large."""
        try:
            self._bouw(begin)
        except _TeGroot:
            return None
        return frozenset(
            knoop[0]
            for knoop in self._knopen
            if isinstance(knoop, tuple) and self._kan_verschillen(knoop[1])
        )

    def oordelen(self) -> set[Oordeel]:
        """Return the verdicts that possible worlds lead to."""
        return {blad for blad in self._knopen if isinstance(blad, Oordeel)}

    def _bouw(self, restant_: Restant) -> int:
        # The date is part of it: the same form may stand for another number of the law.
        merk = (restant_.rest, restant_.stand.feiten.get("datum"))
        bekend = self._van_rest.get(merk)
        if bekend is not None:
            return bekend
        self._hoogstens -= 1
        if self._hoogstens < 0:
            raise _TeGroot
        nummer = self._nieuwe_knoop(restant_)
        self._van_rest[merk] = nummer
        return nummer

    def _nieuwe_knoop(self, restant_: Restant) -> int:
        if restant_.botst:
            return self._nummer(None)
        open_ = feiten_van(restant_, restant_.atomen)
        if not open_:
            return self._nummer(restant_.oordeel)
        sleutel = min(open_, key=_plaats)
        # The same values everywhere in the diagram, or branches could not be compared.
        waarden = klassen(sleutel, self._kennis)
        kinderen = tuple(self._bouw(r) for r in restant_.vertakt(sleutel, waarden))
        if len(set(kinderen)) == 1:
            return kinderen[0]
        return self._nummer((sleutel, kinderen))

    def _nummer(self, inhoud: _Blad | _Knoop) -> int:
        if inhoud not in self._nummers:
            self._nummers[inhoud] = len(self._knopen)
            self._knopen.append(inhoud)
        return self._nummers[inhoud]

    def _kan_verschillen(self, kinderen: Sequence[int]) -> bool:
        verschillend = sorted(set(kinderen))
        return any(
            self._verschilt(a, b)
            for plaats, a in enumerate(verschillend)
            for b in verschillend[plaats + 1 :]
        )

    def _verschilt(self, a: int, b: int) -> bool:
        """Tell whether some world gives another verdict under `a` than under `b`."""
        if a == b:
            return False
        if (a, b) not in self._verschillen:
            self._verschillen[a, b] = self._zoek_verschil(a, b)
        return self._verschillen[a, b]

    def _zoek_verschil(self, a: int, b: int) -> bool:
        links, rechts = self._knopen[a], self._knopen[b]
        if not isinstance(links, tuple) and not isinstance(rechts, tuple):
            return links is not None and rechts is not None and links != rechts
        sleutel = min((k[0] for k in (links, rechts) if isinstance(k, tuple)), key=_plaats)
        van_a = links[1] if isinstance(links, tuple) and links[0] == sleutel else None
        van_b = rechts[1] if isinstance(rechts, tuple) and rechts[0] == sleutel else None
        aantal = len(van_a or van_b or ())
        return any(
            self._verschilt(van_a[i] if van_a else a, van_b[i] if van_b else b)
            for i in range(aantal)
        )


def _plaats(sleutel: str) -> tuple[int, str]:
    naam = sleutel.rpartition(".")[2]
    return (volgorde(naam) if naam in FEITEN else len(FEITEN), sleutel)
