"""De poort van de sloten."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Protocol


class Sloten(Protocol):
    """A lock for each key, first come first served."""

    def op(self, sleutel: str) -> AbstractAsyncContextManager[None]:
        """Hold the lock of `sleutel` for as long as the block runs, however it ends.

        Raises:
            BotFout: the lock cannot be had now; the block is not run.
        """
