"""Wat een detector krijgt en teruggeeft."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

Soort = Literal[
    "persoon",
    "bsn",
    "telefoon",
    "email",
    "adres",
    "postcode",
    "geboortedatum",
    "iban",
    "leerlingnummer",
    "zaaknummer",
    "kenmerk",
    "ipadres",
    "kenteken",
    "url",
]


@dataclass(frozen=True, slots=True)
class Vondst:
    """Something found: its kind and where, in code points, `einde` exclusive."""

    soort: Soort
    begin: int
    einde: int


Detector = Callable[[str], Iterable[Vondst]]
"""Finds one kind of thing in folded text (`bot.bewaker.vouwen`), in time linear in its length."""
