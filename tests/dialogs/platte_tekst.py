"""Stukken als platte tekst: een vorm die alleen woorden kent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from pydantic import BaseModel

_NAMEN = frozenset({"soort", "rol", "vorm", "naar", "regime"})
"""Fields that say what something is, and not what there is to read."""


def platte_tekst(stukken: Iterable[BaseModel]) -> str:
    """Return all words, a line for each."""
    return "\n".join(regel for stuk in stukken for regel in _woorden(stuk))


def _woorden(deel: object) -> Iterator[str]:
    if isinstance(deel, str) and not isinstance(deel, Enum):
        yield deel
    elif isinstance(deel, BaseModel):
        for naam, waarde in deel:
            if naam not in _NAMEN:
                yield from _woorden(waarde)
    elif isinstance(deel, tuple):
        for waarde in deel:
            yield from _woorden(waarde)
