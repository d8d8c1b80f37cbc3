"""De eindige automaat achter elke stap. De enige module die `transitions` kent.

A stap declares its states, the questions of each state and the transitions between them; this
module checks the declaration when it is built (transitions accepts wrong names without a word)
and walks it: from state to state until a question is open or an end state is reached.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Final

from transitions import Machine

from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.fouten import AutomaatOnjuist
from dialogs.procedure.bord import Bord, Plek
from knowledge.condities import Conditie

Wachter = Callable[[Bord], bool]
"""A guard: a named function or object that looks at the board."""


@dataclass(frozen=True, slots=True)
class Overgang:
    """From one state to another, when the guard holds.

    `als` None: as soon as nothing is left to ask in this state. Transitions of one state are
    tried in the order in which they are declared.
    """

    van: Enum
    naar: Enum
    als: Wachter | None = None


@dataclass(frozen=True, eq=False)
class Stap:
    """One stap of the stappenplan (0 = vooraf, 1 to 4, 5 = altijd) as a finite automaton."""

    nummer: int
    naam: str
    toestanden: type[Enum]
    begin: Enum
    einden: frozenset[Enum]
    vragen: Mapping[Enum, tuple[Plek, ...]]
    overgangen: tuple[Overgang, ...]
    toetsen: Mapping[Enum, Conditie] = field(default_factory=dict)
    """What a state checks. Its questions are asked only while the motor says onbekend."""
    stopt: frozenset[Enum] = field(default_factory=frozenset)
    """End states after which the other stappen have nothing to add."""


@dataclass(frozen=True, slots=True)
class Positie:
    """Where a walk came to rest: an end state, or a state with an open question."""

    toestand: Enum
    keer: Keer | None


def niets_open(bord: Bord, keer: Keer | None) -> bool:
    """Guard: there is no question left in this state."""
    del bord
    return keer is None


class _Loper:
    """The model that `transitions` moves; it lives for one walk."""

    def __init__(self, begin: Enum) -> None:
        self.state = begin


class Automaat:
    """A checked stap, ready to be walked. One shared machine; a model per walk."""

    def __init__(self, stap: Stap) -> None:
        controleer(stap)
        self.stap: Final = stap
        machine = Machine(
            model=None,
            states=stap.toestanden,
            initial=stap.begin,
            auto_transitions=False,
            transitions=[
                {
                    "trigger": "verder",
                    "source": overgang.van,
                    "dest": overgang.naar,
                    "conditions": _wachter(overgang),
                }
                for overgang in stap.overgangen
            ],
        )
        self._verder: Final = machine.events["verder"]

    def loop(self, bord: Bord) -> Positie:
        """Walk until a question is open or an end state is reached."""
        # Told to the event itself: a model that the machine adopts gets a method per state.
        loper = _Loper(self.stap.begin)
        while loper.state not in self.stap.einden:
            keer = bord.eerste_open(
                self.stap.vragen.get(loper.state, ()), self.stap.toetsen.get(loper.state)
            )
            if not self._verder.trigger(loper, bord, keer):
                return Positie(loper.state, keer)
        return Positie(loper.state, None)


@cache
def automaat(stap: Stap) -> Automaat:
    """Return the automaton of a stap, built and checked once."""
    return Automaat(stap)


def _wachter(overgang: Overgang) -> Callable[[Bord, Keer | None], bool]:
    als = overgang.als
    if als is None:
        return niets_open

    def wachter(bord: Bord, keer: Keer | None) -> bool:
        del keer
        return als(bord)

    return wachter


def controleer(stap: Stap) -> None:
    """Check a declaration.

    Raises:
        AutomaatOnjuist: a state is unknown, unreachable or cannot be left, an end state can be
            left, or a question does not exist.
    """
    alle = set(stap.toestanden)
    genoemd = {stap.begin, *stap.einden, *stap.stopt, *stap.vragen, *stap.toetsen}
    genoemd |= {t for overgang in stap.overgangen for t in (overgang.van, overgang.naar)}
    onbekend = sorted(map(str, genoemd - alle))
    _eis(stap, f"onbekende toestand {onbekend}", klopt=not onbekend)
    for plekken in stap.vragen.values():
        for plek in plekken:
            _eis(stap, f"onbekende vraag {plek.vraag}", klopt=plek.vraag in VRAGEN)
    for toestand in alle - stap.einden:
        laatste = [o for o in stap.overgangen if o.van is toestand][-1:]
        # Without an unconditional way out a conversation could get stuck here.
        vrij = bool(laatste) and laatste[0].als is None
        _eis(stap, f"{toestand} kan niet altijd verder", klopt=vrij)
    for overgang in stap.overgangen:
        verder = overgang.van in stap.einden
        _eis(stap, f"eindtoestand {overgang.van} gaat verder", klopt=not verder)
    bereikt = {stap.begin}
    for _ in alle:
        bereikt |= {o.naar for o in stap.overgangen if o.van in bereikt}
    _eis(stap, f"onbereikbaar: {sorted(map(str, alle - bereikt))}", klopt=bereikt == alle)


def _eis(stap: Stap, melding: str, *, klopt: bool) -> None:
    if not klopt:
        raise AutomaatOnjuist(f"stap {stap.naam}: {melding}")
