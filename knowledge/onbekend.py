"""Wat ontbreekt: welke onbekende feiten het oordeel nog kunnen veranderen.

With six or fewer facts unknown this is exact: the possible worlds are walked as a decision
tree in a fixed order of facts, and a fact counts when two of its values lead to different
verdicts somewhere in the tree. The conditions of the rules tell which values of a fact behave
alike, so only one of each kind is tried. With more unknown facts (or a tree that grows too
large) the answer is sound: what some undecided rule still waits for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations
from typing import Any, Final

from knowledge import motor
from knowledge.beslissing import AFGELEID, BESLUITEN, Oordeel
from knowledge.condities import Atoom, Conditie, Geldig, Vergelijk
from knowledge.feiten import FEITEN, volgorde
from knowledge.motor import Stand
from knowledge.regels.botsingen import BOTSINGEN

EXACT_TOT: Final = 6
_KNOPEN_RUIM: Final = 60_000
_KNOPEN_ZUINIG: Final = 150

_Blad = Oordeel | None
"""A verdict, or None where the facts would contradict each other (no such world)."""
_Knoop = tuple[str, tuple[int, ...]]


def ontbrekend(stand: Stand) -> list[str]:
    """Return the unknown facts that can change the verdict, in the order to ask them.

    Ordered by stap, `datum` first; within a stap the fact whose answer settles most.
    """
    open_ = motor.open_feiten(stand)
    if len(motor.mogelijk(stand)) <= 1:
        return []
    # Facts that no open decision waits for are already known not to matter; what remains of
    # them is at most the number of unknown facts, so 'six or fewer unknown' stays exact.
    exact = len(open_) <= EXACT_TOT
    boom = _Boom(_KNOPEN_RUIM if exact else _KNOPEN_ZUINIG)
    beslissend = boom.beslissend(stand)
    return _geordend(stand, open_ if beslissend is None else beslissend)


def _geordend(stand: Stand, sleutels: Iterable[str]) -> list[str]:
    def rang(sleutel: str) -> tuple[int, float, int, str]:
        naam = sleutel.rpartition(".")[2]
        feit = FEITEN.get(naam)
        stap = 3 if feit is None else feit.stap
        plaats = len(FEITEN) if feit is None else volgorde(naam)
        if stap == 0:
            return (0, 0.0, plaats, sleutel)
        return (stap, -_beslist(stand, sleutel), plaats, sleutel)

    return sorted(sleutels, key=rang)


def _beslist(stand: Stand, sleutel: str) -> float:
    """Return the share of a fact's kinds of values after which the verdict is settled."""
    waarden = klassen(sleutel)
    beslist = sum(len(motor.mogelijk(stand.met(sleutel, w))) == 1 for w in waarden)
    return beslist / len(waarden)


class _TeGroot(Exception):
    """The tree has more nodes than it was allowed."""


class _Boom:
    """A reduced, ordered decision tree over the unknown facts."""

    def __init__(self, knopen: int) -> None:
        self._over = knopen
        self._knopen: list[_Blad | _Knoop] = []
        self._nummers: dict[_Blad | _Knoop, int] = {}
        self._verschillen: dict[tuple[int, int], bool] = {}

    def beslissend(self, stand: Stand) -> frozenset[str] | None:
        """Return the facts on which the verdict depends, or None when the tree is too large."""
        try:
            self._bouw(stand)
        except _TeGroot:
            return None
        return frozenset(
            knoop[0]
            for knoop in self._knopen
            if isinstance(knoop, tuple)
            and any(self._verschilt(a, b) for a, b in combinations(set(knoop[1]), 2))
        )

    def _bouw(self, stand: Stand) -> int:
        self._over -= 1
        if self._over < 0:
            raise _TeGroot
        if motor.botsingen(motor.aangevuld(stand.feiten)):
            return self._nummer(None)
        mogelijk = motor.mogelijk(stand)
        open_ = _botsing_open(stand)
        if len(mogelijk) > 1:
            open_ |= motor.open_feiten(stand)
        if not open_:
            return self._nummer(next(iter(mogelijk)))
        sleutel = min(open_, key=_plaats)
        kinderen = tuple(self._bouw(stand.met(sleutel, waarde)) for waarde in klassen(sleutel))
        if len(set(kinderen)) == 1:
            return kinderen[0]
        return self._nummer((sleutel, kinderen))

    def _nummer(self, inhoud: _Blad | _Knoop) -> int:
        if inhoud not in self._nummers:
            self._nummers[inhoud] = len(self._knopen)
            self._knopen.append(inhoud)
        return self._nummers[inhoud]

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


def _botsing_open(stand: Stand) -> frozenset[str]:
    """Facts that could still contradict the others: only where one of them already matters."""
    feiten = motor.aangevuld(stand.feiten)
    return frozenset().union(*(botsing.als.open(feiten) for botsing in BOTSINGEN))


def _plaats(sleutel: str) -> tuple[int, str]:
    naam = sleutel.rpartition(".")[2]
    return (volgorde(naam) if naam in FEITEN else len(FEITEN), sleutel)


# --- values that behave alike ---------------------------------------------------------------


def klassen(sleutel: str) -> Sequence[Any]:
    """Return one value of every kind that the rules can tell apart for this fact."""
    if sleutel == "gegevens":
        # Any list of items is decided by its best item, so one item of every kind will do.
        soorten = _waarden("soort")
        return ((), *(({"nodig": True, "soort": soort},) for soort in soorten))
    plaats = motor.gegevensleutel(sleutel)
    return _waarden(plaats[1] if plaats else sleutel)


@cache
def _waarden(naam: str) -> tuple[Any, ...]:
    atomen = [a for a in _atomen() if naam in a.namen()]
    gezien: dict[tuple[bool | None, ...], Any] = {}
    for waarde in _kandidaten(naam, atomen):
        merk = tuple(_merk(atoom, naam, waarde) for atoom in atomen)
        gezien.setdefault(merk, waarde)
    return tuple(gezien.values())


def _merk(atoom: Atoom, naam: str, waarde: Any) -> Any:
    if isinstance(atoom, Vergelijk) and not isinstance(atoom.grens, int):
        if naam == "datum":
            return atoom.grens.op(waarde)
        return tuple(atoom.waarheid({naam: waarde, "datum": p.van}) for p in atoom.grens.perioden)
    return atoom.waarheid({naam: waarde})


def _kandidaten(naam: str, atomen: Sequence[Atoom]) -> Iterable[Any]:
    feit = FEITEN[naam]
    if feit.soort == "ja_nee":
        return (True, False)
    if feit.soort == "keuze":
        return feit.waarden
    if feit.soort == "soorten":
        return tuple(
            frozenset(deel)
            for grootte in range(1, len(feit.waarden) + 1)
            for deel in combinations(feit.waarden, grootte)
        )
    if feit.soort == "datum":
        return _dagen(atomen)
    grenzen = {
        grens
        for atoom in atomen
        if isinstance(atoom, Vergelijk)
        for grens in (
            (atoom.grens,)
            if isinstance(atoom.grens, int)
            else (p.waarde for p in atoom.grens.perioden)
        )
    }
    laagste = 12 if naam == "leeftijd" else 0
    return sorted({laagste, *(max(laagste, g + d) for g in grenzen for d in (-1, 0, 1))})


def _dagen(atomen: Sequence[Atoom]) -> list[dt.date]:
    een_dag = dt.timedelta(days=1)
    dagen: set[dt.date] = set()
    for atoom in atomen:
        if isinstance(atoom, Geldig):
            perioden = [(atoom.van, atoom.tot_en_met)]
        elif isinstance(atoom, Vergelijk) and not isinstance(atoom.grens, int):
            perioden = [(p.van, p.tot_en_met) for p in atoom.grens.perioden]
        else:
            continue
        for van, tot in perioden:
            dagen |= {van, van - een_dag} if van else set()
            dagen |= {tot, tot + een_dag} if tot else set()
    return sorted(dagen)


@cache
def _atomen() -> tuple[Atoom, ...]:
    condities: list[Conditie] = [besluit.als for besluit in BESLUITEN]
    condities += AFGELEID.values()
    condities += [botsing.als for botsing in BOTSINGEN]
    return tuple(dict.fromkeys(a for conditie in condities for a in conditie.atomen()))
