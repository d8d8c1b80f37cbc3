"""Kiezen tussen lezingen van hetzelfde feit: de langste, de laatste stand, of geen van beide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from dialogs.lezen.regels import Gelezen

_MEER_MAG: Final = frozenset(("doel",))


def kies(gelezen: Iterable[Gelezen]) -> tuple[list[Gelezen], dict[str, list[Gelezen]]]:
    """Return one reading per fact, and the facts that were read in ways that contradict."""
    per_feit: defaultdict[str, list[Gelezen]] = defaultdict(list)
    for lezing in gelezen:
        per_feit[lezing.feit].append(lezing)
    gekozen: list[Gelezen] = []
    tegenstrijdig: dict[str, list[Gelezen]] = {}
    for feit, lezingen in per_feit.items():
        over = lezingen if feit in _MEER_MAG else _zonder_overlap(lezingen)
        if len(_waarden(over)) > 1 and feit not in _MEER_MAG:
            over = _huidig(over)
        if len(_waarden(over)) > 1 and feit not in _MEER_MAG:
            tegenstrijdig[feit] = over
        else:
            gekozen += {repr(lezing.waarde): lezing for lezing in reversed(over)}.values()
    return sorted(gekozen, key=lambda lezing: (lezing.van, lezing.feit)), tegenstrijdig


def _waarden(lezingen: Sequence[Gelezen]) -> set[str]:
    return {repr(lezing.waarde) for lezing in lezingen}


def _zonder_overlap(lezingen: Sequence[Gelezen]) -> list[Gelezen]:
    """Of readings in the same words the longest counts."""
    over: list[Gelezen] = []
    gesorteerd = sorted(lezingen, key=lambda g: (-g.lengte, g.van))
    if len(_waarden(lezingen)) == 1:
        return gesorteerd
    for lezing in gesorteerd:
        if all(
            lezing.tot <= ander.van or ander.tot <= lezing.van or ander.waarde == lezing.waarde
            for ander in over
        ):
            over.append(lezing)
    return over


def _huidig(lezingen: list[Gelezen]) -> list[Gelezen]:
    """Of 'eerst nee, nu toch ja' the latter counts."""
    nu = [lezing for lezing in lezingen if "nu" in lezing.omgeving]
    if nu and len(nu) < len(lezingen):
        return nu
    return [lezing for lezing in lezingen if "eerst" not in lezing.omgeving] or lezingen
