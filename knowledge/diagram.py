"""Een beslisdiagram: hoe wat onbekend is nog kan uitvallen, en naar welk oordeel dat leidt.

What is left of the decision is walked in a fixed order of facts. Equal rests are one node; a
node has one branch per kind of value that the conditions can tell apart. So the diagram is small
and exact.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from knowledge.beslissing import Oordeel
from knowledge.feiten import FEITEN, volgorde
from knowledge.rest import Rest, Restant, feiten_van
from knowledge.toegespitst import Toegespitst
from knowledge.waarden import klassen

Blad = Oordeel | None
"""A verdict, or None where the facts would contradict each other (no such world)."""
Knoop = tuple[str, tuple[int, ...]]
"""A fact, and the number of the node that each kind of value leads to."""


class TeGroot(Exception):
    """The diagram has more nodes than it was allowed."""


class Diagram:
    """A reduced, ordered decision diagram over the unknown facts."""

    def __init__(self, kennis: Toegespitst, hoogstens: int) -> None:
        self._kennis = kennis
        self._hoogstens = hoogstens
        self._knopen: list[Blad | Knoop] = []
        self._nummers: dict[Blad | Knoop, int] = {}
        self._van_rest: dict[tuple[Rest, dt.date | None], int] = {}
        self._verschillen: dict[tuple[int, int], bool] = {}
        self._wortel = 0

    def bouw(self, begin: Restant) -> bool:
        """Build it; False when it grows too large."""
        try:
            self._wortel = self._bouw(begin)
        except TeGroot:
            return False
        return True

    def beslissend(self) -> frozenset[str]:
        """Return the facts on which the verdict depends."""
        return frozenset(
            knoop[0]
            for knoop in self._knopen
            if isinstance(knoop, tuple) and self._kan_verschillen(knoop[1])
        )

    def oordelen(self) -> set[Oordeel]:
        """Return the verdicts that possible worlds lead to."""
        return {blad for blad in self._knopen if isinstance(blad, Oordeel)}

    def waarden(self, sleutel: str) -> Sequence[object]:
        """Return the kinds of values of a fact, in the order of the branches."""
        return klassen(sleutel, self._kennis)

    def bladen(self, takken: Mapping[str, int]) -> set[Oordeel]:
        """Return the verdicts that are left when these facts take these branches."""
        gezien: set[int] = set()
        stapel = [self._wortel]
        oordelen: set[Oordeel] = set()
        while stapel:
            nummer = stapel.pop()
            if nummer in gezien:
                continue
            gezien.add(nummer)
            knoop = self._knopen[nummer]
            if not isinstance(knoop, tuple):
                oordelen |= set() if knoop is None else {knoop}
            elif knoop[0] in takken:
                stapel.append(knoop[1][takken[knoop[0]]])
            else:
                stapel += knoop[1]
        return oordelen

    def paden(self) -> dict[Oordeel, dict[str, int]]:
        """Return for every verdict the shortest way down to it."""
        uit: dict[Oordeel, dict[str, int]] = {}
        laag: list[tuple[int, dict[str, int]]] = [(self._wortel, {})]
        gezien: set[int] = set()
        while laag:
            volgende = []
            for nummer, pad in laag:
                knoop = self._knopen[nummer]
                if isinstance(knoop, Oordeel):
                    uit.setdefault(knoop, pad)
                elif isinstance(knoop, tuple) and nummer not in gezien:
                    gezien.add(nummer)
                    volgende += [(kind, {**pad, knoop[0]: i}) for i, kind in enumerate(knoop[1])]
            laag = volgende
        return uit

    def _bouw(self, restant: Restant) -> int:
        # The date is part of it: the same form may stand for another number of the law.
        merk = (restant.rest, restant.stand.feiten.get("datum"))
        bekend = self._van_rest.get(merk)
        if bekend is not None:
            return bekend
        self._hoogstens -= 1
        if self._hoogstens < 0:
            raise TeGroot
        nummer = self._nieuwe_knoop(restant)
        self._van_rest[merk] = nummer
        return nummer

    def _nieuwe_knoop(self, restant: Restant) -> int:
        if restant.botst:
            return self._nummer(None)
        open_ = feiten_van(restant, restant.atomen)
        if not open_:
            return self._nummer(restant.oordeel)
        sleutel = min(open_, key=plaats)
        # The same values everywhere in the diagram, or branches could not be compared.
        kinderen = tuple(self._bouw(r) for r in restant.vertakt(sleutel, self.waarden(sleutel)))
        if len(set(kinderen)) == 1:
            return kinderen[0]
        return self._nummer((sleutel, kinderen))

    def _nummer(self, inhoud: Blad | Knoop) -> int:
        if inhoud not in self._nummers:
            self._nummers[inhoud] = len(self._knopen)
            self._knopen.append(inhoud)
        return self._nummers[inhoud]

    def _kan_verschillen(self, kinderen: Sequence[int]) -> bool:
        verschillend = sorted(set(kinderen))
        return any(self._verschilt(a, b) for a, b in _paren(verschillend))

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
        sleutel = min((k[0] for k in (links, rechts) if isinstance(k, tuple)), key=plaats)
        van_a = links[1] if isinstance(links, tuple) and links[0] == sleutel else None
        van_b = rechts[1] if isinstance(rechts, tuple) and rechts[0] == sleutel else None
        aantal = len(van_a or van_b or ())
        return any(
            self._verschilt(van_a[i] if van_a else a, van_b[i] if van_b else b)
            for i in range(aantal)
        )


def _paren(nummers: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((a, b) for i, a in enumerate(nummers) for b in nummers[i + 1 :])


def plaats(sleutel: str) -> tuple[int, str]:
    """Return the place of a fact, of the situation or of an item, in the closed list."""
    naam = sleutel.rpartition(".")[2]
    return (volgorde(naam) if naam in FEITEN else len(FEITEN), sleutel)
