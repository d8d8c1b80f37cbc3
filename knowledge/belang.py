"""Wat er nog toe doet: welke onbekende feiten iets aan de uitkomst kunnen veranderen.

Wider than `ontbrekend`: besides the verdict also whether an item is shared, and which
conditions and actions belong to the outcome. Sound, never too few.
"""

from __future__ import annotations

from typing import Any, Final

from knowledge import motor
from knowledge.beslissing import Oordeel
from knowledge.feit import UITKOMSTFEITEN
from knowledge.motor import Stand


def telt_nog(stand: Stand) -> frozenset[str]:
    """Return the unknown facts worth asking; none when the facts contradict each other.

    And none in an emergency that the receiver cannot avert. Among them are those weighed by
    default that could matter.
    """
    standaard = {feit for feit in motor.MET_STANDAARD if standaard_telt(stand, feit)}
    return telt_zonder_standaard(stand) | standaard


def telt_zonder_standaard(stand: Stand) -> frozenset[str]:
    """Return the same without the facts that are weighed by default."""
    if not _valt_te_vragen(stand):
        return frozenset()
    return motor.open_feiten(stand) | voor_bijregels(stand)


def standaard_telt(stand: Stand, feit: str) -> bool:
    """Tell whether a fact weighed by default could matter: what if it were not filled in?

    One at a time: a second default that nobody asks for stays what it is.
    """
    if not _valt_te_vragen(stand):
        return False
    zonder = stand.zonder_standaard(feit)
    telt = motor.open_feiten(zonder) | voor_bijregels(zonder)
    return any(feit == sleutel.rpartition("].")[2] for sleutel in telt)


def _valt_te_vragen(stand: Stand) -> bool:
    return not motor.botsingen(stand) and stand.kennis.nood.waarheid(stand.feiten) is not True


def voor_bijregels(stand: Stand) -> frozenset[str]:
    """Return what conditions and actions wait for, as far as something may still be shared."""
    feiten = {**stand.feiten, **voorlopige_uitkomst(stand)}
    delend = [
        {**feiten, "uitkomst_oordeel": oordeel.value}
        for oordeel in motor.mogelijk(stand)
        if oordeel in _DEELT
    ]
    beslissend = stand.kennis.beslissend
    open_: set[str] = set()
    for conditie, regel in stand.toegespitst.bijregels if delend else ():
        if (regel.voorwaarden or regel.acties) and conditie.open(feiten):
            namen = frozenset[str]().union(*(conditie.open(elk) for elk in delend))
            # What a verdict may rest on becomes a condition there, and never a question.
            open_ |= namen - beslissend if regel.ook_bij_onbekend else namen
    # While the outcome itself is open, nobody can say whether a side rule will apply.
    return frozenset(naam for naam in open_ if naam not in ("soort", *_UITKOMST))


_UITKOMST = tuple(UITKOMSTFEITEN)
_DEELT: Final = (Oordeel.MAG, Oordeel.MAG_MET_TOESTEMMING)


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
    grond = kennis.sterkste(kennis.eerste_grond(g.feiten) for g in stand.verschillend)
    if grond is None:
        return None
    return grond.grondslag.value if grond.grondslag else "jongere_zelf"
