"""Wat uit de antwoorden volgt wordt per dossier één keer uitgerekend.

Where we are is asked half a dozen times in a turn, and once more in the next, when it is still
the same place.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any, Final, Generic, TypeVar

from dialogs.dossier import Dossier
from dialogs.dossier.vragen import Vraag, Vraagsoort, vraag_bij

T = TypeVar("T")

_ONTHOUDEN: Final = 128
"""So many dossiers: the weighings in progress of an hour."""


class Onthouden(Generic[T]):
    """Keeps what was worked out last, for whoever asks the same; safe between threads."""

    def __init__(self, hoogstens: int) -> None:
        self._hoogstens = hoogstens
        self._bekend: OrderedDict[Hashable, T] = OrderedDict()
        self._slot = Lock()

    def haal(self, merk: Hashable, maak: Callable[[], T]) -> T:
        """Return what goes with a mark; made now when it is not kept."""
        with self._slot:
            if merk in self._bekend:
                self._bekend.move_to_end(merk)
                return self._bekend[merk]
        # Outside the lock: two threads may work out the same, none has to wait.
        uit = maak()
        with self._slot:
            self._bekend[merk] = uit
            while len(self._bekend) > self._hoogstens:
                self._bekend.popitem(last=False)
        return uit


def eens_per_dossier(functie: Callable[[Dossier], T]) -> Callable[[Dossier], T]:
    """Remember what a function returned for the last dossiers that are alike for the procedure.

    Such a function may look at nothing but what `merk` names, and its result holds no words of
    a professional: two conversations with the same answers share it.
    """
    bekend: Onthouden[T] = Onthouden(_ONTHOUDEN)

    @wraps(functie)
    def eens(dossier: Dossier) -> T:
        return bekend.haal(merk(dossier), lambda: functie(dossier))

    return eens


def merk(dossier: Dossier) -> Hashable:
    """Return all of a dossier that the procedure looks at.

    Of an answer in one's own words only that it was given: what was typed is not kept here.
    """
    stand = dossier.stand
    return (
        frozenset(
            (sleutel, vast(vraag_bij(sleutel), antwoord.waarde))
            for sleutel, antwoord in dossier.antwoorden.items()
        ),
        dossier.begonnen,
        bool(stand.voorgesteld or stand.twijfel),
        frozenset(stand.los),
        stand.gevolg,
    )


def vast(vraag: Vraag | None, waarde: Any) -> Hashable:
    """Return what the procedure looks at of an answer."""
    if vraag is None or vraag.soort is Vraagsoort.TEKST:
        return waarde is not None
    return tuple(waarde) if isinstance(waarde, list) else waarde
