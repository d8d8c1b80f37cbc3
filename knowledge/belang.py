"""Wat er nog toe doet: welke onbekende feiten iets aan de uitkomst kunnen veranderen.

Wider than `ontbrekend`: besides the verdict also whether an item is shared, and which
conditions and actions belong to the outcome. Sound, never too few.
"""

from __future__ import annotations

from typing import Any, Final

from knowledge import motor
from knowledge.beslissing import Oordeel
from knowledge.feit import UITKOMSTFEITEN
from knowledge.feiten import STANDAARD, STANDAARD_VAN_GEGEVEN
from knowledge.motor import Stand


def telt_nog(stand: Stand) -> frozenset[str]:
    """Return the unknown facts worth asking; none when the facts contradict each other.

    And none in an emergency that the receiver cannot avert. Among them are those weighed by
    default that could matter: what if the default were not filled in?
    """
    if motor.botsingen(stand) or stand.kennis.nood.waarheid(stand.feiten) is True:
        return frozenset()
    zonder = stand.zonder_standaard()
    gewoon = (motor.open_feiten(zonder) | _voor_bijregels(zonder)) & _MET_STANDAARD
    return motor.open_feiten(stand) | _voor_bijregels(stand) | gewoon


_MET_STANDAARD: Final = frozenset((*STANDAARD, *STANDAARD_VAN_GEGEVEN))


def _voor_bijregels(stand: Stand) -> frozenset[str]:
    feiten = {**stand.feiten, **voorlopige_uitkomst(stand)}
    beslissend = stand.kennis.beslissend
    open_: set[str] = set()
    for conditie, regel in stand.toegespitst.bijregels:
        if regel.voorwaarden or regel.acties:
            namen = conditie.open(feiten)
            if _OORDEEL in namen:
                # What would hold under no verdict that can still come, waits for nothing.
                namen = frozenset().union(
                    *(conditie.open({**feiten, _OORDEEL: o.value}) for o in motor.mogelijk(stand))
                )
            # What a verdict may rest on becomes a condition there, and never a question.
            open_ |= namen - beslissend if regel.ook_bij_onbekend else namen
    # While the outcome itself is open, nobody can say whether a side rule will apply.
    return frozenset(naam for naam in open_ if naam not in ("soort", *_UITKOMST))


_UITKOMST = tuple(UITKOMSTFEITEN)
_OORDEEL: Final = "uitkomst_oordeel"


def voorlopige_uitkomst(stand: Stand) -> dict[str, Any]:
    """Return what can already be said of verdict and ground, for the side rules."""
    uit: dict[str, Any] = {}
    mogelijk = motor.mogelijk(stand)
    if len(mogelijk) == 1:
        uit["uitkomst_oordeel"] = next(iter(mogelijk)).value
    grond = grond_tot_nu(stand)
    if grond is not None:
        uit["uitkomst_grondslag"] = grond
    elif mogelijk == {Oordeel.MAG_MET_TOESTEMMING}:
        uit["uitkomst_grondslag"] = "toestemming"
    elif Oordeel.MAG not in mogelijk and Oordeel.MAG_MET_TOESTEMMING not in mogelijk:
        uit["uitkomst_grondslag"] = "geen"
    if "uitkomst_grondslag" in uit:
        uit["uitkomst_op_toestemming"] = uit["uitkomst_grondslag"] == "toestemming"
    return uit


def grond_tot_nu(stand: Stand) -> str | None:
    """Return the ground that certainly holds, as far as the facts go."""
    kennis = stand.kennis
    grond = kennis.sterkste(kennis.eerste_grond(g.feiten) for g in motor.per_gegeven(stand))
    if grond is None:
        return None
    return grond.grondslag.value if grond.grondslag else "jongere_zelf"
