"""Wat PostgreSQL meldt, in de woorden van de poort; nooit met een adres of wachtwoord erin."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import asyncpg

from bot.opslag.poort import (
    OpslagBeschadigd,
    OpslagBezet,
    OpslagFout,
    OpslagGeweigerd,
    OpslagOnbereikbaar,
    OpslagOntoegankelijk,
    OpslagTeDruk,
)

_SOORTEN: Final[tuple[tuple[tuple[str, ...], type[OpslagFout]], ...]] = (
    (("53300",), OpslagTeDruk),
    (("55P03", "57014", "40"), OpslagBezet),
    (("08", "57P", "25P03"), OpslagOnbereikbaar),
    (("28", "3D", "42501", "3F"), OpslagGeweigerd),
    (("53", "58", "25006", "54"), OpslagOntoegankelijk),
    (("XX",), OpslagBeschadigd),
)
"""The beginning of an SQLSTATE (appendix A of the manual), and what that is here; first found."""

# The last one comes when a connection breaks in the middle of something.
_VAN_ASYNCPG: Final = (OSError, asyncpg.InterfaceError, asyncpg.InternalClientError)

FOUTEN: Final = (asyncpg.PostgresError, *_VAN_ASYNCPG)
"""All that asking a database something can raise."""


def is_weg(fout: BaseException) -> bool:
    """Tell whether the connection is gone: with another one the same may work."""
    if isinstance(fout, asyncpg.PostgresError):
        return isinstance(vertaling(fout), OpslagOnbereikbaar)
    # Of the others a ValueError is about what was asked, not about the connection.
    return isinstance(fout, _VAN_ASYNCPG) and not isinstance(fout, ValueError)


def vertaling(fout: BaseException) -> OpslagFout:
    """Say in our own terms what went wrong."""
    if isinstance(fout, asyncpg.PostgresError):
        code = str(getattr(fout, "sqlstate", "") or "")
        for begin, soort in _SOORTEN:
            if code.startswith(begin):
                return soort()
        return OpslagFout()
    # A time-out is an OSError as well: nobody answers.
    return OpslagOnbereikbaar() if is_weg(fout) else OpslagFout()


@contextmanager
def vertaald() -> Iterator[None]:
    """Let nothing of the driver's out of this room."""
    try:
        yield
    except FOUTEN as fout:
        raise vertaling(fout) from fout
