"""Wat uit de antwoorden volgt wordt per dossier één keer uitgerekend.

Where we are is asked half a dozen times in a turn, and once more in the next, when it is still
the same place.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any, Final, TypeVar

from dialogs.dossier import Dossier
from dialogs.dossier.vragen import Vraagsoort, vraag_bij

T = TypeVar("T")

_ONTHOUDEN: Final = 128
"""So many dossiers: the weighings in progress of an hour."""


def eens_per_dossier(functie: Callable[[Dossier], T]) -> Callable[[Dossier], T]:
    """Remember what a function returned for the last dossiers that are alike for the procedure.

    Such a function may look at nothing but what `merk` names, and its result holds no words of
    a professional: two conversations with the same answers share it.
    """
    bekend: OrderedDict[Hashable, T] = OrderedDict()
    slot = Lock()

    @wraps(functie)
    def eens(dossier: Dossier) -> T:
        hier = merk(dossier)
        with slot:
            if hier in bekend:
                bekend.move_to_end(hier)
                return bekend[hier]
        # Outside the lock: two threads may work out the same, none has to wait.
        uit = functie(dossier)
        with slot:
            bekend[hier] = uit
            while len(bekend) > _ONTHOUDEN:
                bekend.popitem(last=False)
        return uit

    return eens


def merk(dossier: Dossier) -> Hashable:
    """Return all of a dossier that the procedure looks at.

    Of an answer in one's own words only that it was given: what was typed is not kept here.
    """
    stand = dossier.stand
    return (
        frozenset((s, _vast(s, antwoord.waarde)) for s, antwoord in dossier.antwoorden.items()),
        dossier.begonnen,
        bool(stand.voorgesteld or stand.twijfel),
        frozenset(stand.los),
        stand.gevolg,
    )


def _vast(sleutel: str, waarde: Any) -> Hashable:
    vraag = vraag_bij(sleutel)
    if vraag is None or vraag.soort is Vraagsoort.TEKST:
        return waarde is not None
    return tuple(waarde) if isinstance(waarde, list) else waarde
