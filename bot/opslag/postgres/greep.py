"""Een greep op één document: zijn rij op slot, op één verbinding, tot er geschreven is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Final

from bot.opslag.postgres.fouten import vertaald
from bot.opslag.postgres.verbindingen import Rij, Verbinding, Verbindingen, breek_af

# Of what is not there yet no row can be held. One that nobody else sees can: whoever else wants
# to make the same waits for us.
_MAAK: Final = (
    "INSERT INTO document (sleutel, inhoud, versie) VALUES ($1, '', 0) ON CONFLICT DO NOTHING"
)
_HOUD: Final = "SELECT inhoud, versie FROM document WHERE sleutel = $1 FOR UPDATE"

_GETOOND: Final = "SELECT toont FROM getoond WHERE sleutel = $1"


@dataclass(slots=True)
class Greep:
    """One row that is held, and what stood in it; `versie` 0 means that it is not there yet."""

    sleutel: str
    verbinding: Verbinding
    rij: Rij
    getoond: str | None
    _open: AsyncExitStack

    @property
    def dicht(self) -> bool:
        """Tell whether the row is ours no longer."""
        return self._vrij

    _vrij: bool = False

    @asynccontextmanager
    async def schrijvend(self) -> AsyncIterator[Verbinding]:
        """Write in the block; after it that is stored, or nothing is, and others may."""
        with vertaald():
            try:
                yield self.verbinding
                await self.verbinding.execute("COMMIT")
            finally:
                await self.los()

    async def los(self) -> None:
        """Let go; what was not stored is undone."""
        if self._vrij:
            return
        self._vrij = True
        try:
            await breek_af(self.verbinding)
        finally:
            await self._open.aclose()


class Grepen:
    """Which row each task holds: a turn is one task, and takes one at a time."""

    def __init__(self, verbindingen: Verbindingen) -> None:
        self._verbindingen = verbindingen
        self._van: dict[object, Greep] = {}

    def op(self, sleutel: str) -> Greep | None:
        """Return the hold that whoever asks has on this document."""
        greep = self._van.get(asyncio.current_task())
        if greep is None or greep.dicht or greep.sleutel != sleutel:
            return None
        return greep

    @asynccontextmanager
    async def neem(self, sleutel: str) -> AsyncIterator[None]:
        """See `Opslag.alleen`."""
        taak = asyncio.current_task()
        greep = await self._verbindingen.houd_vol(lambda: self._probeer(sleutel))
        self._van[taak] = greep
        try:
            yield
        finally:
            del self._van[taak]
            await greep.los()

    async def _probeer(self, sleutel: str) -> Greep:
        async with AsyncExitStack() as open_:
            verbinding = await open_.enter_async_context(self._verbindingen.een(beurt=True))
            with vertaald():
                await verbinding.execute("BEGIN")
                try:
                    while (rij := await verbinding.fetchrow(_HOUD, sleutel)) is None:
                        await verbinding.execute(_MAAK, sleutel)
                    # In a question of its own: it may have changed while we waited for the row.
                    getoond = await verbinding.fetchval(_GETOOND, sleutel)
                except BaseException:
                    await breek_af(verbinding)
                    raise
            return Greep(sleutel, verbinding, rij, getoond, open_.pop_all())
