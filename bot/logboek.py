"""Het logboek: wat er misging en bij welke vraag, nooit wat er gezegd is.

The message of an exception may quote what somebody typed (`int('…')`, a pydantic error), so a
logged exception is its type and the places it passed, without its message.
"""

from __future__ import annotations

import logging
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

_REGEL: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# On DEBUG these write the data they handle, and data is what people said.
_SPRAAKZAAM: Final = (
    "aiosqlite",
    "aiohttp",
    "asyncio",
    "asyncpg",
    "botbuilder",
    "botframework",
    "msrest",
    "transitions",
)
for _naam in _SPRAAKZAAM:  # when this is imported: also for whoever sets up logging without us
    logging.getLogger(_naam).setLevel(logging.WARNING)

PER_OORZAAK: Final = 10
"""Lines a minute of one cause."""
_OORZAKEN: Final = 100
_MINUUT: Final = 60.0

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def zonder_woorden(fout: BaseException) -> str:
    """Render an exception and its causes: types and places, no messages and no values."""
    regels: list[str] = []
    volgende: BaseException | None = fout
    gezien: set[int] = set()
    while volgende is not None and id(volgende) not in gezien:
        gezien.add(id(volgende))
        regels.append(f"{type(volgende).__module__}.{type(volgende).__qualname__}")
        regels += [
            f"  {plek.filename}:{plek.lineno} {plek.name}"
            for plek in traceback.extract_tb(volgende.__traceback__)
        ]
        volgende = volgende.__cause__ or volgende.__context__
    return "\n".join(regels)


class Formatter(logging.Formatter):
    """Formats a line without what an exception quotes: for what libraries log."""

    def format(self, record: logging.LogRecord) -> str:
        """Format the line; what another handler made of the exception is not used."""
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the name of the base class
        """Render the exception without its message."""
        return zonder_woorden(ei[1]) if ei[1] is not None else ""


class Begrenzer(logging.Filter):
    """Lets so many lines through a minute, of one cause and in all: a log may not fill a disk.

    A cause is a message as it reads. The last line of it says that more are left out.
    """

    def __init__(self, klok: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._klok = klok
        self._sinds = klok()
        self._gezien: Counter[str] = Counter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether this line is written."""
        nu = self._klok()
        if nu - self._sinds >= _MINUUT:
            self._sinds = nu
            self._gezien.clear()
        oorzaak = f"{record.name} {record.getMessage()}"
        if len(self._gezien) >= _OORZAKEN:
            oorzaak = ""  # all that is new counts as one
        self._gezien[oorzaak] += 1
        keer = self._gezien[oorzaak]
        if keer == PER_OORZAAK:
            record.msg = f"{record.getMessage()} (vaker deze minuut: weggelaten)"
            record.args = None
        return keer <= PER_OORZAAK


def richt_in(bestand: Path | None = None) -> logging.Handler:
    """Send the log to a file only its owner can read, or to stderr; return the handler.

    A log that cannot be opened is no reason not to start: then nothing is logged.
    """
    logging.raiseExceptions = False  # a line that cannot be written would be quoted, with a stack
    handler: logging.Handler
    if bestand is None:
        handler = logging.StreamHandler(sys.stderr)
    else:
        try:
            os.close(os.open(bestand, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600))
            handler = logging.FileHandler(bestand, encoding="utf-8", delay=True)
        except OSError:
            handler = logging.NullHandler()
    handler.setFormatter(Formatter(_REGEL))
    handler.addFilter(Begrenzer())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    return handler
