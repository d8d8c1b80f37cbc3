"""Bezorgen: wat er uit moet gaat eruit, op volgorde, ook na een storing of een nieuwe start.

Nothing is delivered from a turn: it is stored with the answer, and taken from there (ADR 14).
"""

from __future__ import annotations

import asyncio
import datetime as dt
import heapq
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, Final

from bot.klok import Klok
from bot.logboek import zonder_woorden
from bot.opslag.poort import Opslag, OpslagFout
from bot.opslag.uitgaand import Uitgaand, Zending

log: Final = logging.getLogger(__name__)

HUUR: Final = dt.timedelta(seconds=30)
"""So long what was taken is ours. Longer than `TIJD`: nobody else begins while we still try."""
TIJD: Final = 15.0
"""Seconds one try may take."""
POGINGEN: Final = 16
"""So many tries, over some forty minutes; after that an administrator may begin anew."""
EERSTE_PAUZE: Final = 0.5
LANGSTE_PAUZE: Final = 300.0
LANGST_GEVRAAGD: Final = 3600.0
"""Seconds; the other side may ask for more, and gets this."""
TEGELIJK: Final = 16
"""Conversations delivered to at the same time: one that is slow does not hold up the others."""
KIJK: Final = 5.0
"""Seconds between two looks at what another process left, or what was planned for later."""
_STORING: Final = 1.0
_SCHRIJVEN: Final = 25
"""So often we try to write down what arrived, a second apart, while storage cannot be used."""
_GEDULD: Final = 1.5
"""Seconds that what is being delivered gets when we stop."""

Bezorg = Callable[[dict[str, Any]], Awaitable[None]]
"""Delivers one message of a channel, in one try; raises `NietBezorgd` when it did not arrive."""


class NietBezorgd(Exception):
    """The other side did not take a message."""

    def __init__(self, reden: str, *, wacht: float | None = None, zinloos: bool = False) -> None:
        """Say why, as a code of ours; how many seconds it asks; whether trying again is no use."""
        super().__init__(reden)
        self.reden = reden
        self.wacht = wacht
        self.zinloos = zinloos


class Bezorging:
    """Delivers what is stored to go out, to the channels that joined.

    One task looks and takes; each conversation it takes is delivered to in a task of its own, one
    message after the other.
    """

    def __init__(
        self, opslag: Opslag, klok: Klok, *, toeval: Callable[[], float] = random.random
    ) -> None:
        self._opslag = opslag
        self._klok = klok
        self._toeval = toeval
        self._kanalen: dict[str, Bezorg] = {}
        self._gewekt = asyncio.Event()
        self._stil = asyncio.Event()
        self._bezig: set[asyncio.Task[None]] = set()
        self._vol = False
        self._stopt = False
        self._straks: list[dt.datetime] = []
        """When something of ours is tried again, the first on top."""
        self._aangekomen: set[int] = set()
        """What arrived and could not be written down yet: it is not posted twice."""
        self._te_wissen = False

    def sluit_aan(self, kanaal: str, bezorg: Bezorg) -> None:
        """Deliver to this channel from now on."""
        self._kanalen[kanaal] = bezorg
        self.wek()

    def wek(self) -> None:
        """Look at once: something new must go out."""
        self._stil.clear()
        self._gewekt.set()

    async def rust(self) -> None:
        """Wait until all that could be delivered by now is."""
        await self._stil.wait()

    def los(self, uit: Sequence[Uitgaand]) -> None:
        """Try once to deliver what cannot be stored: somebody must hear that nothing is kept."""

        async def probeer() -> None:
            try:
                for een in uit:
                    async with asyncio.timeout(TIJD):
                        await self._kanalen[een.kanaal](een.inhoud)
            except Exception as fout:  # noqa: BLE001 - one try, whatever comes of it
                log.warning("niet bewaard en niet bezorgd: %s", type(fout).__name__)

        self._begin(probeer())

    @asynccontextmanager
    async def draaiend(self) -> AsyncIterator[None]:
        """Deliver for as long as the block runs; what is left goes out after the next start."""
        self._stopt = False
        taak = asyncio.create_task(self._draai())
        try:
            yield
        finally:
            self._stopt = True
            taak.cancel()
            with suppress(asyncio.CancelledError):
                await taak
            await self._rond_af()

    async def _rond_af(self) -> None:
        if self._bezig:
            await asyncio.wait(self._bezig, timeout=_GEDULD)
        for taak in self._bezig:
            taak.cancel()
        if self._bezig:
            await asyncio.wait(self._bezig, timeout=_STORING)

    # --- kijken en nemen ---

    async def _draai(self) -> None:
        while True:
            self._gewekt.clear()
            wacht = await self._ronde()
            try:
                async with asyncio.timeout(wacht):
                    await self._gewekt.wait()
            except TimeoutError:
                await self._wis_sporen()

    async def _ronde(self) -> float:
        """Take what is due; return how many seconds later to look again, if nobody wakes us."""
        nu = self._klok()
        while self._straks and self._straks[0] <= nu:
            heapq.heappop(self._straks)
        vrij = TEGELIJK - len(self._bezig)
        try:
            genomen = await self._neem(nu, vrij)
        except OpslagFout as fout:
            log.warning("uitgaand niet gelezen: %s", type(fout).__name__)
            return _STORING
        except Exception as fout:  # noqa: BLE001 - nothing would be delivered ever after
            log.error("uitgaand niet gelezen\n%s", zonder_woorden(fout))  # noqa: TRY400 - exception() would quote
            return _STORING
        for zending in genomen:
            self._begin(self._bezorg_alles(zending))
        self._vol = len(genomen) >= vrij
        self._als_stil()
        if not self._straks:
            return KIJK
        return max(0.0, min(KIJK, (self._straks[0] - nu).total_seconds()))

    async def _neem(self, nu: dt.datetime, vrij: int) -> tuple[Zending, ...]:
        if vrij <= 0 or not self._kanalen:
            return ()
        return await self._opslag.neem(self._kanalen.keys(), nu, nu + HUUR, vrij)

    def _begin(self, werk: Coroutine[Any, Any, None]) -> None:
        self._stil.clear()
        taak = asyncio.create_task(werk)
        self._bezig.add(taak)
        taak.add_done_callback(self._is_klaar)

    def _is_klaar(self, taak: asyncio.Task[None]) -> None:
        self._bezig.discard(taak)
        if self._vol:
            self.wek()
        self._als_stil()

    def _als_stil(self) -> None:
        if not self._bezig and not self._gewekt.is_set():
            self._stil.set()

    async def _wis_sporen(self) -> None:
        """Leave nothing on disk of what was delivered, now that there is time for it."""
        if self._te_wissen and not self._bezig:
            with suppress(OpslagFout):
                self._te_wissen = not await self._opslag.maak_schoon()

    # --- een gesprek ---

    async def _bezorg_alles(self, zending: Zending) -> None:
        """Deliver what is due in a conversation, until it is all out or one does not arrive."""
        while not self._stopt:
            try:
                volgende = await self._bezorg(zending)
                if volgende is None:
                    return
                zending = volgende
            except asyncio.CancelledError:
                await self._geef_terug(zending)
                raise
            except OpslagFout as fout:
                # Our lease ends by itself; what arrived is then written down, and not posted again.
                log.warning("bezorgen niet opgeschreven: %s", type(fout).__name__)
                return
        await self._geef_terug(zending)

    async def _bezorg(self, zending: Zending) -> Zending | None:
        """Deliver one message; return the next of its conversation."""
        try:
            if zending.nummer not in self._aangekomen:
                await self._probeer(zending)
                self._aangekomen.add(zending.nummer)
            return await self._schrijf_op(zending)
        except NietBezorgd as fout:
            await self._mislukt(zending, fout)
        return None

    async def _probeer(self, zending: Zending) -> None:
        if zending.pogingen > POGINGEN:
            raise NietBezorgd("te vaak", zinloos=True)
        try:
            async with asyncio.timeout(TIJD):
                await self._kanalen[zending.kanaal](zending.inhoud)
        except NietBezorgd:
            raise
        except TimeoutError as fout:
            raise NietBezorgd("tijd") from fout
        except Exception as fout:
            log.error("bezorgen mislukt\n%s", zonder_woorden(fout))  # noqa: TRY400 - exception() would quote
            raise NietBezorgd("onverwacht") from fout

    async def _schrijf_op(self, zending: Zending) -> Zending | None:
        """Write down that a message arrived, and try that for as long as it is ours."""
        for _ in range(_SCHRIJVEN):
            nu = self._klok()
            with suppress(OpslagFout):
                volgende = await self._opslag.bezorgd(zending, nu, nu + HUUR)
                self._aangekomen.discard(zending.nummer)
                self._te_wissen = True
                return volgende
            await asyncio.sleep(_STORING)
        return None

    async def _mislukt(self, zending: Zending, fout: NietBezorgd) -> None:
        nu = self._klok()
        if fout.zinloos or zending.pogingen >= POGINGEN:
            log.warning("uitgaand %d opgegeven: %s", zending.nummer, fout.reden)
            await self._opslag.geef_op(zending, nu, fout.reden)
            self.wek()  # what comes after it may go
            return
        log.warning("uitgaand niet bezorgd: %s", fout.reden)
        na = nu + dt.timedelta(seconds=pauze(zending.pogingen, fout.wacht, self._toeval()))
        await self._opslag.stel_uit(zending, na, fout.reden)
        heapq.heappush(self._straks, na)
        self.wek()

    async def _geef_terug(self, zending: Zending) -> None:
        """Let go of a message when we stop, so that nobody waits until our time is up."""
        nu = self._klok()
        with suppress(OpslagFout):
            if zending.nummer in self._aangekomen:
                volgende = await self._opslag.bezorgd(zending, nu, nu)
                if volgende is None:
                    return
                zending = volgende
            await self._opslag.stel_uit(zending, nu, "gestopt")


def pauze(poging: int, gevraagd: float | None, toeval: float) -> float:
    """Return how many seconds to wait after a try.

    Args:
        poging: which try it was, from 1 on.
        gevraagd: how long the other side asks us to wait; at least so long, though not for ever.
        toeval: from 0 to 1. Not all at the same time, or what was too busy is too busy again.
    """
    if gevraagd is not None:
        return min(gevraagd, LANGST_GEVRAAGD) + EERSTE_PAUZE * toeval
    eigen: float = min(LANGSTE_PAUZE, EERSTE_PAUZE * 2.0 ** (poging - 1))
    return eigen * (1 + toeval) / 2
