"""Werk dat doorgaat zolang een blok loopt."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any


@asynccontextmanager
async def zolang(werk: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Do this beside what the block does; when the block ends it is broken off."""
    taak = asyncio.create_task(werk)
    try:
        yield
    finally:
        taak.cancel()
        with suppress(asyncio.CancelledError):
            await taak
