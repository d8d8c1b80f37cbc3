"""Wie zich verbetert, zegt twee dingen en meent er één: 'niet 17 maar 16', '17, nee wacht, 16'.

What was taken back is left out of the row before anything is read, so that nothing rests on it.
Only for numbers and times: 'niet gestopt maar geslaagd' is read as the two facts that it states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.woorden import Rij

_EEN: Final = r"(?:#\d+|~[dtw]\d+) (?:(?:jaar|maanden|weken|dagen) )?"
_KORT: Final = r"(?:[^ .,?#~]+ ){0,3}?"


@cache
def _wendingen() -> tuple[re.Pattern[str], ...]:
    """Return the turns of phrase; the group `weg` is what was taken back."""
    lijsten = tabel("taal")["verbeterd"]
    lijsten = {**lijsten, "eerder": (*lijsten["niet"], *lijsten["ipv"])}
    woorden = {soort: f"(?:{'|'.join(zinnen)})" for soort, zinnen in lijsten.items()}
    patronen = (
        # 'niet 17 maar 16', 'geen 17, 16 is ze'
        rf"(?P<weg>{woorden['niet']} {_EEN}(?:, )?{_KORT}maar {_KORT})(?=[#~])",
        rf"(?P<weg>{woorden['niet']} (?P<s>[#~])\w+ (?:jaar )?, )(?=(?P=s)\w+ (?:is|jaar|[.,?]))",
        # '16, niet 17', '16 in plaats van 17'
        rf"(?P<s>[#~])\w+ (?:jaar )?(?P<weg>(?:, )?{woorden['eerder']} (?P=s)\w+ )",
        # '17, nee wacht, 16'
        rf"(?P<weg>{_EEN}{_KORT}(?:[,.] )?{woorden['nee']} (?:[,.] )?{_KORT})(?=[#~])",
        rf"(?P<weg>{woorden['niet']} (?P<w>[^ .,?#~]+) {_EEN}(?:, )?{_KORT}maar )(?=(?P=w) [#~])",
        # 'ik zei 17 maar het is 16'
        rf"(?P<weg>{woorden['zei']} {_KORT}{_EEN}(?:, )?maar {_KORT})(?=[#~])",
    )
    return tuple(re.compile(rf"(?<![^ ]){patroon}") for patroon in patronen)


def zonder_herroepen(rij: Rij) -> Rij:
    """Return the row without the words that somebody took back."""
    weg = set(_herroepen(rij))
    return rij if not weg else Rij([w for n, w in enumerate(rij.woorden) if n not in weg])


def _herroepen(rij: Rij) -> Iterator[int]:
    if "#" not in rij.tekst and "~" not in rij.tekst:
        return
    for wending in _wendingen():
        for deel in wending.finditer(rij.tekst):
            begin, einde = deel.span("weg")
            yield from range(rij.nummer(begin), rij.nummer(einde - 1) + 1)
