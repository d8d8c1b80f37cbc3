"""Tikfouten: een woord dat de woordenlijsten net niet kennen, op één letter na.

Deletion index: two words that are one error apart share a form with one letter less.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

_KORTSTE: Final = 5
# No word of the lists is longer.
_LANGSTE: Final = 40
# A changed letter makes other words of short ones: 'draagt' and 'vraagt'.
_KORTSTE_VERVANGING: Final = 7


@dataclass(frozen=True)
class Spelling:
    """What the lists know. `blijft` are real words that lie one letter from one of the lists."""

    woorden: frozenset[str]
    begins: tuple[str, ...]
    blijft: frozenset[str]
    afkortingen: frozenset[str]
    leeftijdstaarten: tuple[str, ...]
    vast: dict[str, str]
    _index: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Index every word that is long enough to be repaired to."""
        for woord in sorted(self.woorden | set(self.begins)):
            if len(woord) >= _KORTSTE:
                for vorm in _korter(woord):
                    self._index[vorm] = (*self._index.get(vorm, ()), woord)

    def herstel(self, woord: str) -> str:
        """Return the word that was meant; the same when it is known, or when there are two."""
        if woord in self.vast:
            return self.vast[woord]
        if not _KORTSTE <= len(woord) <= _LANGSTE or self._bekend(woord):
            return woord
        kandidaten = {
            kandidaat
            for vorm in _korter(woord)
            for kandidaat in self._index.get(vorm, ())
            if kandidaat[0] == woord[0] and _een_fout(woord, kandidaat)
        }
        return kandidaten.pop() if len(kandidaten) == 1 else woord

    def _bekend(self, woord: str) -> bool:
        return woord in self.woorden or woord in self.blijft or woord.startswith(self.begins)


def _korter(woord: str) -> Iterable[str]:
    yield woord
    for plek in range(len(woord)):
        yield woord[:plek] + woord[plek + 1 :]


def _een_fout(fout: str, goed: str) -> bool:
    """Tell whether one letter was missed, added, changed or swapped with its neighbour."""
    if len(fout) != len(goed):
        lang, kort = (fout, goed) if len(fout) > len(goed) else (goed, fout)
        return len(lang) - len(kort) == 1 and kort in _korter(lang)
    anders = [
        plek for plek, (een, ander) in enumerate(zip(fout, goed, strict=True)) if een != ander
    ]
    if len(anders) == 1:
        return len(goed) >= _KORTSTE_VERVANGING
    return (
        len(anders) == 2
        and anders[1] == anders[0] + 1
        and fout[anders[0]] == goed[anders[1]]
        and fout[anders[1]] == goed[anders[0]]
    )
