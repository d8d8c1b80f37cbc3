"""De verbindingen met PostgreSQL: zoveel en niet meer, en terug na een storing."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, Final, Self, TypeAlias, TypeVar

import asyncpg

from bot.opslag.poort import OpslagAdres, OpslagFout, OpslagOnbereikbaar, OpslagTeDruk
from bot.opslag.postgres.fouten import FOUTEN, is_weg, vertaald, vertaling

log: Final = logging.getLogger(__name__)

MEESTE: Final = 10
"""Connections of one process; one more listens (`bot.veranderingen.postgres`)."""
_OVER: Final = 2
"""So many are not for turns: a turn asks for another connection, and must not wait for turns."""
WACHTTIJD: Final = 10.0
"""Seconds to wait for a free connection, and for what another process holds."""
GEDULD: Final = 2.0
"""Seconds to try again when the server is away: a restart takes no longer."""
_POGING: Final = 0.1
"""Seconds between two tries."""
_ANTWOORD: Final = 15.0
"""Seconds a server may take for one question."""
_STIL: Final = "60000"
"""Milliseconds a transaction may do nothing: then its process hangs, and others wait for it."""

Verbinding: TypeAlias = "asyncpg.Connection[asyncpg.Record]"
Rij: TypeAlias = asyncpg.Record
_Uit = TypeVar("_Uit")


async def breek_af(verbinding: Verbinding) -> None:
    """Undo what a connection was doing; one that cannot do that is of no more use."""
    try:
        if verbinding.is_in_transaction():
            await verbinding.execute("ROLLBACK")
    except FOUTEN:
        verbinding.terminate()


class _Verbinding(asyncpg.Connection):
    """Says nothing when it is given back: there is nothing in it to undo."""

    def get_reset_query(self) -> str:
        """Return what asyncpg would ask after every use."""
        return ""


class Verbindingen:
    """A bounded pool. Made with `open`; what it raises is an `OpslagFout`."""

    def __init__(self, adres: str, meeste: int, wachttijd: float, geduld: float) -> None:
        self._adres = adres
        self._meeste = meeste
        self._wachttijd = wachttijd
        self._geduld = geduld
        self._plaatsen = asyncio.Semaphore(meeste)
        self._beurten = asyncio.Semaphore(max(1, meeste - _OVER))
        self._pool: Any = None
        self._weg = False
        self.ik: Final = secrets.token_hex(8)
        """What this process is called in what it tells others."""

    @classmethod
    async def open(
        cls,
        adres: str,
        *,
        meeste: int = MEESTE,
        wachttijd: float = WACHTTIJD,
        geduld: float = GEDULD,
    ) -> Self:
        """Make the first connection.

        Args:
            adres: `postgresql://...`; it may hold a password, so it is never logged or shown.
            meeste: so many connections and no more, three at least.
            wachttijd: seconds to wait for a free one, and for what another process holds.
            geduld: seconds to try again when the server is away.
        """
        uit = cls(adres, meeste, wachttijd, geduld)
        with vertaald():
            try:
                # None at least: else the pool tries and logs by itself while the server is away.
                uit._pool = await asyncpg.create_pool(
                    adres, min_size=0, max_size=meeste, **uit._hoe()
                )
                await uit._pool.release(await uit._pool.acquire())
            except ValueError:
                raise OpslagAdres from None  # what it says quotes the address
        return uit

    def _hoe(self) -> dict[str, Any]:
        return {
            "connection_class": _Verbinding,
            "timeout": 5,
            "command_timeout": _ANTWOORD,
            "server_settings": {
                "application_name": "weegwijzer",
                "lock_timeout": str(int(self._wachttijd * 1000)),
                "idle_in_transaction_session_timeout": _STIL,
                "tcp_keepalives_idle": "30",
            },
        }

    async def los(self) -> Verbinding:
        """Make a connection beside the pool, for who listens; whoever asks closes it."""
        with vertaald():
            return await asyncpg.connect(self._adres, **self._hoe())

    @asynccontextmanager
    async def een(self, *, beurt: bool = False) -> AsyncIterator[Verbinding]:
        """Lend a connection for as long as the block runs, which raises what it raises.

        Args:
            beurt: it is held while a turn is worked out, so some are left for others.

        Raises:
            OpslagTeDruk: none is free.
            OpslagOnbereikbaar: the server does not answer.
        """
        async with AsyncExitStack() as plaatsen:
            try:
                async with asyncio.timeout(self._wachttijd):
                    if beurt:
                        await plaatsen.enter_async_context(self._beurten)
                    await plaatsen.enter_async_context(self._plaatsen)
            except TimeoutError as fout:
                raise OpslagTeDruk from fout
            verbinding = await self._leen()
            try:
                yield verbinding
            except BaseException as fout:
                if is_weg(fout):
                    self._meld_weg()
                raise
            finally:
                await self._geef_terug(verbinding)

    async def _leen(self) -> Verbinding:
        uiterlijk = time.monotonic() + self._geduld
        while True:
            try:
                # Never waits for a place: there are as many as `_plaatsen` let through.
                verbinding: Verbinding = await self._pool.acquire()
            except FOUTEN as fout:
                vertaald_ = vertaling(fout)
                later = isinstance(vertaald_, OpslagOnbereikbaar | OpslagTeDruk)
                if later and time.monotonic() < uiterlijk:
                    await asyncio.sleep(_POGING)
                    continue
                if isinstance(vertaald_, OpslagOnbereikbaar):
                    self._meld_weg()
                raise vertaald_ from fout
            else:
                if self._weg:
                    log.warning("database weer bereikbaar")
                self._weg = False
                return verbinding

    async def _geef_terug(self, verbinding: Verbinding) -> None:
        try:
            await self._pool.release(verbinding)
        except FOUTEN:
            verbinding.terminate()

    def _meld_weg(self) -> None:
        if not self._weg:
            log.error("database onbereikbaar: niets wordt bewaard tot zij terug is")
        self._weg = True

    async def houd_vol(self, werk: Callable[[], Awaitable[_Uit]]) -> _Uit:
        """Do what may be done twice; when a connection breaks it is tried again, for a while."""
        uiterlijk = time.monotonic() + self._geduld
        while True:
            try:
                return await werk()
            except OpslagOnbereikbaar:
                if time.monotonic() >= uiterlijk:
                    raise
                # The others broke with it.
                await self._pool.expire_connections()
                await asyncio.sleep(_POGING)

    async def vraag(self, opdracht: str, *waarden: Any) -> list[Rij]:
        """Ask something that changes nothing."""
        return await self.houd_vol(lambda: self.schrijf(opdracht, *waarden))

    @asynccontextmanager
    async def transactie(self) -> AsyncIterator[Verbinding]:
        """Do something whole or not at all."""
        with vertaald():
            async with self.een() as verbinding, verbinding.transaction():
                yield verbinding

    async def schrijf(self, opdracht: str, *waarden: Any) -> list[Rij]:
        """Change something with one question, which is whole or not at all by itself."""
        with vertaald():
            async with self.een() as verbinding:
                return list(await verbinding.fetch(opdracht, *waarden))

    async def maak_schoon(self) -> bool:
        """Clear what was deleted or overwritten out of the tables.

        Else that goes by itself (autovacuum), a little later. The log of the server and its
        backups are the administrator's.
        """
        try:
            await self.schrijf("VACUUM (SKIP_LOCKED, TRUNCATE FALSE) document, weging, uitgaand")
        except OpslagFout:
            return False  # what was deleted is deleted all the same
        return True

    async def sluit(self) -> None:
        """Let go of every connection."""
        try:
            async with asyncio.timeout(2):
                await self._pool.close()
        except FOUTEN:
            self._pool.terminate()
