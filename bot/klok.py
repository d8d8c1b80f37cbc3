"""De klok en de ids: het enige in deze kamer dat van buiten verandert zonder invoer."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable

Klok = Callable[[], dt.datetime]
"""Gives the current time, with its time zone."""

NieuweId = Callable[[], str]
"""Gives an id that was never given before."""


def nu() -> dt.datetime:
    """Return the time on this machine, in its own zone: 'today' is what the user calls today."""
    return dt.datetime.now().astimezone()


def nieuwe_id() -> str:
    """Return a fresh id that says nothing about anyone."""
    return uuid.uuid4().hex
