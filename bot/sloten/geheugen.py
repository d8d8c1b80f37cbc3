"""Sloten in het geheugen: voor wie alleen in dit proces aan zijn gesprekken werkt."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Slot:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    gebruikers: int = 0


class GeheugenSloten:
    """Locks that are gone as soon as nobody needs them."""

    def __init__(self) -> None:
        self._sloten: dict[str, _Slot] = {}

    def __len__(self) -> int:
        return len(self._sloten)

    @asynccontextmanager
    async def op(self, sleutel: str) -> AsyncIterator[None]:
        """See `Sloten.op`."""
        slot = self._sloten.setdefault(sleutel, _Slot())
        # Counted before waiting: a lock someone waits for must not be replaced by a new one.
        slot.gebruikers += 1
        try:
            async with slot.lock:
                yield
        finally:
            slot.gebruikers -= 1
            if not slot.gebruikers:
                del self._sloten[sleutel]
