"""De klok en de ids: het enige in deze kamer dat van buiten verandert zonder invoer."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Klok = Callable[[], dt.datetime]
"""Gives the current time, with its time zone."""

NieuweId = Callable[[], str]
"""Gives an id that was never given before."""


@cache
def _zone() -> dt.tzinfo | None:
    try:
        return ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        return None  # a machine that knows no zones: then its own


def nu() -> dt.datetime:
    """Return the time in the Netherlands: a law begins and ends on a day as it is counted there."""
    return dt.datetime.now(dt.UTC).astimezone(_zone())


def nieuwe_id() -> str:
    """Return a fresh id that says nothing about anyone."""
    return uuid.uuid4().hex
