"""Veranderingen op een PostgreSQL die meer processen delen: elk hoort wat een ander opsloeg."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

from bot.fouten import BotFout
from bot.seinen import KANAAL, Sein
from bot.veranderingen.geheugen import GeheugenVeranderingen
from bot.veranderingen.poort import Gemist, GesprekVeranderd, Verandering, WegingenVeranderd
from bot.zolang import zolang

log: Final = logging.getLogger(__name__)

Verbind = Callable[[], Awaitable[Any]]
"""Makes a connection (asyncpg) that is only for listening, or raises a `BotFout`."""

_LEVEND: Final = 20.0
"""Seconds between two questions whether somebody is still there, and two looks at the versions of
what is shown: who was killed right after storing something never told of it."""
_OPNIEUW: Final = (0.1, 0.5, 1.0, 2.0, 5.0)
"""Seconds to wait before each next try to listen again; the last one over and over."""


class PostgresVeranderingen(GeheugenVeranderingen):
    """Tells who listens here; storage tells the other processes, with what it stores."""

    def __init__(self, verbind: Verbind, ik: str) -> None:
        super().__init__()
        self._verbind = verbind
        self._ik = ik

    @asynccontextmanager
    async def luisterend(self) -> AsyncIterator[None]:
        """Hear what other processes stored, for as long as the block runs.

        Raises:
            BotFout: it cannot even begin.
        """
        verbinding = await self._open()
        async with zolang(self._blijf(verbinding)):
            yield

    async def _open(self) -> Any:
        verbinding = await self._verbind()
        await verbinding.add_listener(KANAAL, self._hoor)
        return verbinding

    async def _blijf(self, verbinding: Any) -> None:
        while True:
            try:
                await self._tot_het_einde(verbinding)
            finally:
                verbinding.terminate()
            verbinding = await self._opnieuw()
            # Whatever was stored meanwhile, nobody told us.
            await self.meld(Gemist())

    async def _tot_het_einde(self, verbinding: Any) -> None:
        """Wait until the connection is gone."""
        weg = asyncio.Event()
        verbinding.add_termination_listener(lambda _: weg.set())
        while not verbinding.is_closed():
            try:
                async with asyncio.timeout(_LEVEND):
                    await weg.wait()
            except TimeoutError:
                try:
                    # A network that went away says nothing by itself.
                    await verbinding.execute("SELECT 1")
                except Exception:  # noqa: BLE001 - then it is gone as well
                    return
                await self.meld(Gemist(lijsten=False))

    async def _opnieuw(self) -> Any:
        keer = 0
        while True:
            await asyncio.sleep(_OPNIEUW[min(keer, len(_OPNIEUW) - 1)])
            keer += 1
            try:
                return await self._open()
            except BotFout as fout:
                log.debug("luisteren lukt niet: %s", type(fout).__name__)
            except Exception as fout:  # noqa: BLE001 - whatever it is, we try again
                log.debug("luisteren lukt niet: %s", type(fout).__name__)

    def _hoor(self, _verbinding: Any, _pid: int, _kanaal: str, tekst: str) -> None:
        sein = Sein.lees(tekst)
        if sein.van != self._ik and (verandering := _verandering(sein)):
            self.vertel(verandering)


def _verandering(sein: Sein) -> Verandering | None:
    match sein:
        case Sein(soort="gesprek", versie=int(versie)):
            return GesprekVeranderd(sein.sleutel, versie)
        case Sein(soort="wegingen"):
            return WegingenVeranderd(sein.sleutel, sein.weg)
        case Sein(soort="uit"):
            return None
        case _:
            return Gemist()
