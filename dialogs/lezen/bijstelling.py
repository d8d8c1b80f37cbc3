"""Wie er staat en wat er alleen bij gezegd is: 'wij (roc) willen', 'ik als mentor', 'de school'.

So that a piece keeps one subject: what only says who somebody is goes into that name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dialogs.lezen.partijen import SCHOLEN, SCHOOL
from dialogs.lezen.stukken import EINDE, Naamwoord, lijst

# 'Het UWV, waar ik werk,' and 'het roc, waar hij entree doet,'.
_WAAR: Final = frozenset(("werk", "hij", "ze", "zij"))
_BIJSTELLING: Final = 4
"""How many words may say who somebody is, between two commas."""


def zonder_bijstelling(woorden: list[Naamwoord], zelf: str) -> list[Naamwoord]:
    """Leave out who 'wij' are: 'wij (roc) willen', 'ik als mentor', 'ons van de gemeente'."""
    schrijver = lijst("ik") | lijst("mij")
    uit: list[Naamwoord] = []
    nummer = 0
    while nummer < len(woorden):
        woord = woorden[nummer]
        voor = uit[-1].vorm if uit else ""
        if zelf and woord.partij == zelf and (voor in lijst("als") or _is_wij_van(uit)):
            uit.pop()
        elif zelf and woord.partij == zelf and voor in schrijver:
            pass
        else:
            uit.append(woord)
        nummer += 1 + _bijstelling(woorden, nummer, zelf)
    return uit


def _is_wij_van(uit: Sequence[Naamwoord]) -> bool:
    schrijver = lijst("ik") | lijst("mij")
    return len(uit) > 1 and uit[-1].vorm in lijst("hier_bij") and uit[-2].vorm in schrijver


def _bijstelling(woorden: Sequence[Naamwoord], nummer: int, zelf: str) -> int:
    """Return how many words after this one stand between commas and say who it is."""
    if nummer + 1 >= len(woorden) or woorden[nummer + 1].vorm != ",":
        return 0
    for einde in range(nummer + 3, min(nummer + 3 + _BIJSTELLING, len(woorden))):
        if woorden[einde].vorm == ",":
            kern = woorden[nummer + 2 : einde]
            partijen = {woord.partij for woord in kern if woord.partij}
            schrijver = woorden[nummer].vorm in lijst("ik") | lijst("mij")
            los = len(kern) == 1 and kern[0].vorm.startswith("#")
            los = los or _zegt_alleen_waar(woorden[nummer], kern)
            # 'Wij (roc)' and 'ik wil (als mentor) van het roc weten'.
            alleen = len(kern) == 1 or (len(kern) == 2 and kern[0].vorm in lijst("als"))
            zelf_hier = bool(zelf) and partijen == {zelf} and alleen
            weg = einde - nummer if los or zelf_hier or (schrijver and partijen) else 0
            volgt = woorden[einde + 1].vorm if einde + 1 < len(woorden) else ""
            # 'Aan ons (jeugdteam), ik wil': the comma that closes it also begins a clause.
            return weg - 1 if weg and volgt in lijst("ik") else weg
        if woorden[einde].vorm in EINDE:
            return 0
    return 0


def _zegt_alleen_waar(voor: Naamwoord, kern: Sequence[Naamwoord]) -> bool:
    """Tell whether 'het roc, waar hij entree doet,' or 'de school van een meisje (vso)'."""
    if kern[0].vorm == "waar":
        return any(woord.vorm in _WAAR for woord in kern[1:])
    soort = len(kern) == 1 and kern[0].partij in SCHOLEN and not kern[0].lidwoord
    return soort and (voor.partij == SCHOOL or voor.vorm in lijst("jongere") or "#" in voor.vorm)


def eigen_school(woorden: list[Naamwoord], zelf: str | None) -> list[Naamwoord]:
    """Take 'school' for the school where the writer works, unless another kind is named."""
    if zelf not in SCHOLEN or {w.partij for w in woorden} & SCHOLEN != {zelf}:
        return woorden
    return [w._replace(partij=zelf) if w.partij == SCHOOL else w for w in woorden]
