"""Veranderingen in een SQLite-bestand dat ook een ander proces schrijft: af en toe kijken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final

from bot.fouten import BotFout
from bot.veranderingen.geheugen import GeheugenVeranderingen
from bot.veranderingen.poort import Gemist
from bot.zolang import zolang

TUSSEN: Final = 1.0
"""Seconds between two looks: one question that reads nothing but a counter."""


class SqliteVeranderingen(GeheugenVeranderingen):
    """Tells who listens here, and that another process wrote in the file."""

    def __init__(self, anders: Callable[[], Awaitable[bool]], tussen: float = TUSSEN) -> None:
        """Remember how to look.

        Args:
            anders: tells whether another process wrote since it was last asked.
            tussen: seconds between two looks.
        """
        super().__init__()
        self._anders = anders
        self._tussen = tussen

    @asynccontextmanager
    async def luisterend(self) -> AsyncIterator[None]:
        """Look for as long as the block runs."""
        async with zolang(self._kijk()):
            yield

    async def _kijk(self) -> None:
        while True:
            # What storage cannot say now it says later: whoever shows something asks it as well.
            with suppress(BotFout):
                if await self._anders():
                    await self.meld(Gemist())
            await asyncio.sleep(self._tussen)
