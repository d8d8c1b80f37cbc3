"""Veranderingen in het geheugen: wie luistert, luistert in dit proces."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.veranderingen.poort import Luisteraar, Verandering


class GeheugenVeranderingen:
    """Tells who listens at once."""

    def __init__(self) -> None:
        self._luisteraars: list[Luisteraar] = []

    async def meld(self, verandering: Verandering) -> None:
        """See `Veranderingen.meld`."""
        self.vertel(verandering)

    def vertel(self, verandering: Verandering) -> None:
        """Tell who listens in this process."""
        for luisteraar in tuple(self._luisteraars):
            luisteraar(verandering)

    @contextmanager
    def luister(self, luisteraar: Luisteraar) -> Iterator[None]:
        """See `Veranderingen.luister`."""
        self._luisteraars.append(luisteraar)
        try:
            yield
        finally:
            self._luisteraars.remove(luisteraar)
