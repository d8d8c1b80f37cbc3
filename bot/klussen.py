"""Klussen: wat af en toe moet, door één proces tegelijk, en wat zonder schade nog eens kan."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from bot.klok import Klok
from bot.logboek import zonder_woorden
from bot.opslag.poort import Opslag, OpslagFout
from bot.zolang import zolang

log: Final = logging.getLogger(__name__)

HUUR: Final = dt.timedelta(minutes=10)
"""So long one process may be at it before another may begin."""
KIJK: Final = 60.0
"""Seconds between two looks at what is due."""
ONTHOUDEN: Final = dt.timedelta(days=1)
"""So long we recognise a message that comes again: Teams resends within a minute, Slack within the
hour, and a page that was asleep when it wakes."""
OPGEGEVEN: Final = dt.timedelta(days=30)
"""So long an administrator may still try what was given up; what it says is kept no longer."""


@dataclass(frozen=True, slots=True)
class Klus:
    """Work that comes back. It may be broken off at any moment, and done again from the start."""

    naam: str
    elke: dt.timedelta
    doe: Callable[[dt.datetime], Awaitable[object]]
    """Does it, given the time."""


class Klussen:
    """Does the work that is due, wherever several processes run."""

    def __init__(self, opslag: Opslag, klok: Klok, klussen: Iterable[Klus] = ()) -> None:
        self._opslag = opslag
        self._klok = klok
        eigen = Klus("inkomend", dt.timedelta(hours=1), self._ruim_inkomend)
        dood = Klus("opgegeven", dt.timedelta(days=1), self._ruim_dood)
        self._klussen = (eigen, dood, *klussen)

    async def _ruim_inkomend(self, nu: dt.datetime) -> int:
        return await self._opslag.ruim_inkomend(nu - ONTHOUDEN)

    async def _ruim_dood(self, nu: dt.datetime) -> None:
        if aantal := await self._opslag.ruim_dood(nu - OPGEGEVEN):
            # How many is all that is left of them.
            log.warning("uitgaand: %d opgegeven en na %d dagen gewist", aantal, OPGEGEVEN.days)
            await self._opslag.maak_schoon()

    async def doe(self) -> None:
        """Do what is due now and nobody else is doing."""
        for klus in self._klussen:
            try:
                await self._doe(klus)
            except OpslagFout as fout:
                log.warning("klus %s niet gedaan: %s", klus.naam, type(fout).__name__)
            except Exception as fout:  # noqa: BLE001 - the others are still to be done
                log.error("klus %s mislukt\n%s", klus.naam, zonder_woorden(fout))  # noqa: TRY400 - exception() would quote

    async def _doe(self, klus: Klus) -> None:
        nu = self._klok()
        if await self._opslag.neem_klus(klus.naam, nu, nu + HUUR):
            await klus.doe(nu)
            await self._opslag.klus_gedaan(klus.naam, nu + klus.elke)

    @asynccontextmanager
    async def draaiend(self) -> AsyncIterator[None]:
        """Do it for as long as the block runs."""
        async with zolang(self._draai()):
            yield

    async def _draai(self) -> None:
        while True:
            await self.doe()
            await asyncio.sleep(KIJK)
