"""Getalwoorden: 'achttien', 'vierentwintig', 'tweeëntwintig'."""

from __future__ import annotations

from functools import cache
from typing import Final

from dialogs.lezen.lexicon import tabel

_HOOGSTE_EENHEID: Final = 9


@cache
def _woorden() -> dict[str, int]:
    gegeven: dict[str, int] = tabel("getallen")["getallen"]
    tientallen = {w: n for w, n in gegeven.items() if n >= 20 and n % 10 == 0}
    eenheden = {w: n for w, n in gegeven.items() if 1 <= n <= _HOOGSTE_EENHEID}
    eenheden["een"] = 1
    samen = {f"{e}en{t}": n + m for e, n in eenheden.items() for t, m in tientallen.items()}
    return gegeven | samen


def getal(woord: str) -> int | None:
    """Return the number a word stands for, written without accents; 'een' is no number."""
    return _woorden().get(woord)
