"""Het doel in eigen woorden: het zinsdeel waarin iemand zegt waarvoor het is."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from dialogs.lezen.lexicon import tabel

_WOORD: Final = re.compile(r"[^\W_]+(?:[-'&][^\W_]+)*")
_EINDE: Final = re.compile(r"[.,;:?!\n()]")
_TERUG: Final = 8
"""So many words before the words of the purpose its clause may begin: 'om hem weer aan ...'."""
_VERDER: Final = 6
"""So many words after them it may go on."""
_MINSTENS: Final = 3
"""Fewer words say no more than the name of the purpose does."""


def doelzin(tekst: str, begin: int, einde: int) -> str | None:
    """Return the clause around the words of a purpose; None when it says no more than its name.

    Args:
        tekst: the whole text.
        begin: where the words that tell the purpose begin, in code points.
        einde: where they end, exclusive.
    """
    grens = max((m.end() for m in _EINDE.finditer(tekst, 0, begin)), default=0)
    voor = list(_WOORD.finditer(tekst, grens, begin))[-_TERUG:]
    woorden = tabel("taal")["doelzin"]
    # What tells the purpose may take in who wants it: 'wil het weten om te beoordelen'.
    binnen = list(_WOORD.finditer(tekst, begin, einde))
    van = _eerste(binnen, woorden["begint"])
    van = _eerste(voor, woorden["begint"]) if van is None else van
    van = _eerste(voor, woorden["begint_zwak"]) if van is None else van
    van = begin if van is None else van
    slot = _EINDE.search(tekst, einde)
    na = _WOORD.finditer(tekst, einde, slot.start() if slot else len(tekst))
    tot = einde
    for woord in islice(na, _VERDER):
        if woord[0].lower() in woorden["eindigt"]:
            break
        tot = woord.end()
    zin = " ".join(tekst[van:tot].split())
    return zin if len(_WOORD.findall(zin)) >= _MINSTENS else None


def _eerste(voor: list[re.Match[str]], begint: list[str]) -> int | None:
    """Return where the nearest of these words stands, looking back."""
    return next((m.start() for m in reversed(voor) if m[0].lower() in begint), None)
