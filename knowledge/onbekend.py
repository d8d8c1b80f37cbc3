"""Wat ontbreekt: welke onbekende feiten het oordeel nog kunnen veranderen.

The decision list, with the known facts filled in, leaves a small rest. That rest is walked as
a decision diagram (`diagram`): a fact counts when two of its values lead to different verdicts
somewhere. This is exact. Only where more than six facts are open and the diagram grows too
large, or where so many are open that it would, the answer is merely sound: every fact that some
undecided rule still waits for.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

from knowledge import motor
from knowledge.beslissing import Oordeel
from knowledge.diagram import Diagram, plaats
from knowledge.feiten import FEITEN
from knowledge.gedeeld import gedeeld
from knowledge.motor import Stand
from knowledge.rest import Restant, restant, wacht_op
from knowledge.waarden import klassen

EXACT_TOT: Final = 6
"""With so many facts open, or fewer, the answer is exact whatever it takes."""
_PROBEER_TOT: Final = 12
"""With more facts open hardly any diagram fits."""
_KNOPEN_EXACT: Final = 50_000
_KNOPEN_ANDERS: Final = 40


class Openstaand(NamedTuple):
    """What can still change the verdict; when nothing can, the verdict itself."""

    ontbrekend: tuple[str, ...]
    oordeel: Oordeel | None
    feiten: frozenset[str] = frozenset()
    """What the decision waits for, while more than one verdict is possible."""
    diagram: Diagram | None = None
    """How that can turn out; None as well where it would grow too large."""


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


@gedeeld
def _openstaand(stand: Stand) -> Openstaand:
    mogelijk = motor.mogelijk(stand)
    if len(mogelijk) == 1:
        return Openstaand((), next(iter(mogelijk)))
    open_ = wacht_op(stand)
    if len(open_) > _PROBEER_TOT:
        return Openstaand(tuple(_geordend(None, open_)), None, open_)
    begin = restant(stand)
    diagram = Diagram(begin.kennis, _KNOPEN_EXACT if len(open_) <= EXACT_TOT else _KNOPEN_ANDERS)
    if not diagram.bouw(begin):
        return Openstaand(tuple(_geordend(begin, open_)), None, open_)
    oordelen = diagram.oordelen()
    if len(oordelen) == 1:
        return Openstaand((), oordelen.pop())
    # Two verdicts that no single fact tells apart (the worlds between contradict): ask them all.
    beslissend = diagram.beslissend() or open_
    return Openstaand(tuple(_geordend(begin, beslissend)), None, open_, diagram)


def _geordend(begin: Restant | None, sleutels: Collection[str]) -> list[str]:
    # With much still open hardly any single answer settles the verdict: the order of the list
    # is as good, and a thousand times cheaper.
    weeg_af = begin if len(sleutels) <= EXACT_TOT else None

    def rang(sleutel: str) -> tuple[int, float, int, str]:
        nummer, _ = plaats(sleutel)
        feit = FEITEN.get(sleutel.rpartition(".")[2])
        stap = FEITEN["nodig"].stap if feit is None else feit.stap
        beslist = -_aandeel_beslist(weeg_af, sleutel) if weeg_af and stap > 0 else 0.0
        return (stap, beslist, nummer, sleutel)

    return sorted(sleutels, key=rang)


def _aandeel_beslist(begin: Restant, sleutel: str) -> float:
    """Return the share of a fact's kinds of values after which the verdict is settled."""
    waarden = klassen(sleutel, begin.kennis)
    beslist = sum(begin.met(sleutel, waarde).oordeel is not None for waarde in waarden)
    return beslist / len(waarden)
