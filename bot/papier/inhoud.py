"""Wat er in een papier staat, los van de vorm."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dialogs.stukken import Stuk


@dataclass(frozen=True, slots=True)
class Inhoud:
    """A paper to be made in some form."""

    titel: str
    voet: str
    """Stands at the foot of every page, before its number."""
    dag: dt.date
    """The day of the document: not that on which the file is made, so that its bytes stay equal."""
    stukken: tuple[Stuk, ...]
    gegevens: bytes | None = None
    """The record as JSON, for forms that can carry it; None: not with this paper."""
