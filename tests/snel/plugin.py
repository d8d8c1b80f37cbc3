"""Wat pytest doet bij `make snel`: het dichtstbijzijnde eerst, en ophouden als de tijd op is."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest


class Klok:
    """Counts the seconds that the tests would take on a machine that does nothing else."""

    def __init__(self) -> None:
        self._begin = time.monotonic()
        self._drukte = 1.0

    def verstreken(self) -> float:
        """Return the time, in seconds: that of the processor, or our share of the wait."""
        drukte = os.getloadavg()[0] / (os.cpu_count() or 1)
        self._drukte = max(self._drukte, drukte)
        gewacht = (time.monotonic() - self._begin) / self._drukte
        return max(time.process_time(), gewacht)


class Snel:
    """Orders the tests, and leaves out those that there is no time for.

    `afstand` is how near each file is; None keeps the first case of every test function, whatever
    the file. `seconden` is how long all of it may take.
    """

    def __init__(self, afstand: Mapping[Path, int] | None, seconden: float) -> None:
        self._afstand = afstand
        self._seconden = seconden
        self._klok = Klok()
        self.gedaan = 0
        self.over = 0

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Take the first test of every file, then the second: each gets its share of the time."""
        if self._afstand is None:
            eerste = _eerste_gevallen(items)
            config.hook.pytest_deselected(items=[i for i in items if i not in eerste])
            items[:] = eerste
        volgnummer: Counter[Path] = Counter()
        plaats: dict[pytest.Item, tuple[int, int]] = {}
        for item in items:
            plaats[item] = (self._ver(item), volgnummer[item.path])
            volgnummer[item.path] += 1
        items.sort(key=plaats.__getitem__)

    def _ver(self, item: pytest.Item) -> int:
        return 0 if self._afstand is None else self._afstand[item.path]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> bool | None:
        """Leave a test out once the time is up."""
        if self._klok.verstreken() > self._seconden:
            self.over += 1
            return True
        self.gedaan += 1
        return None


def _eerste_gevallen(items: list[pytest.Item]) -> list[pytest.Item]:
    gezien: dict[tuple[Path, str], pytest.Item] = {}
    for item in items:
        gezien.setdefault((item.path, getattr(item, "originalname", item.name)), item)
    return list(gezien.values())
