"""Alles wat bewaard is opnieuw opschrijven: om te versleutelen wat nog open of oud is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

PER_KEER: Final = 100
"""Rows in one transaction: others wait for no more than that."""


@dataclass(frozen=True, slots=True)
class Rij:
    """A row of which texts may be written anew; its place and what stands there."""

    tabel: str
    plek: tuple[str, ...]
    """Key of the conversation; of a weighing its reference and owner."""
    velden: Mapping[str, str | None]


ZetOm = Callable[[Rij], Mapping[str, str]]
"""Returns the fields that change."""


class Herschrijfbaar(Protocol):
    """A storage of which every row can be written anew."""

    async def herschrijf(self, zet_om: ZetOm) -> int:
        """Write anew what `zet_om` changes, a number of rows at a time; return how many rows.

        A document keeps its version: it is what it was.
        """


@dataclass(frozen=True, slots=True)
class Tabel:
    """Where texts stand: the column that rows are walked along, their place, and the texts."""

    naam: str
    volgorde: str
    plek: tuple[str, ...]
    velden: tuple[str, ...]


WEGING: Final = Tabel(
    "weging",
    "nummer",
    ("kenmerk", "eigenaar"),
    ("titel", "markdown", "gegevens", "oordelen", "eigen"),
)
UITGAAND: Final = Tabel("uitgaand", "nummer", ("sleutel",), ("inhoud", "toont"))
