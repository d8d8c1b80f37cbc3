"""De omroep: wat er opgeslagen is, horen de andere processen meteen daarna, in één keer.

Not in the transaction that stores it: who sends a sign commits one after the other, in the whole
database, and all would wait for each other's disk.
"""

from __future__ import annotations

import asyncio
from typing import Final

from bot.opslag.poort import OpslagFout
from bot.opslag.postgres.verbindingen import Verbindingen
from bot.seinen import KANAAL, Sein

# Nothing is lost when this is: so it need not wait for a disk.
_ZEND: Final = f"""
    SELECT set_config('synchronous_commit', 'off', true), pg_notify('{KANAAL}', wat)
    FROM unnest($1::text[]) AS wat"""  # noqa: S608 - our own word
_OPNIEUW: Final = 1.0
"""Seconds to wait before it is tried again."""
_AFSCHEID: Final = 1.0
"""Seconds that what is left may take when we stop."""


class Omroep:
    """Tells the other processes what this one stored, in order; whoever tells does not wait."""

    def __init__(self, verbindingen: Verbindingen) -> None:
        self._verbindingen = verbindingen
        self._wachtrij: list[Sein] = []
        self._taak: asyncio.Task[None] | None = None

    def sein(self, *seinen: Sein) -> None:
        """Tell this; it is stored already."""
        self._wachtrij += seinen
        if self._taak is None or self._taak.done():
            self._taak = asyncio.create_task(self._zend())

    async def _zend(self) -> None:
        while self._wachtrij:
            deel, self._wachtrij = self._wachtrij, []
            try:
                # What is told twice is told once.
                await self._verbindingen.schrijf(
                    _ZEND, list(dict.fromkeys(map(Sein.als_tekst, deel)))
                )
            except OpslagFout:
                # What these were does not matter by then: everybody looks.
                self._wachtrij = [Sein(self._verbindingen.ik, "gemist")]
                await asyncio.sleep(_OPNIEUW)

    async def sluit(self) -> None:
        """Tell what is left, if that takes no time."""
        if self._taak is not None and not self._taak.done():
            await asyncio.wait([self._taak], timeout=_AFSCHEID)
            self._taak.cancel()
