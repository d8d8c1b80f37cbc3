"""`python -m tests.aanval [TEST ...]`: de aanvallen in hun lange vorm, met wat er gemeten is.

`SOAK_MINUTEN` says how long that may take, more or less.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest


class _Verslag:
    """Prints the figures of every attack at the end."""

    def __init__(self) -> None:
        self._regels: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "teardown" and report.user_properties:
            cijfers = ", ".join(f"{naam} {wat}" for naam, wat in report.user_properties)
            self._regels.append(f"{report.nodeid.partition('::')[2]}: {cijfers}")

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for regel in self._regels:
            terminalreporter.write_line(regel)


def main(paden: Sequence[str]) -> int:
    """Run the attacks; return what pytest says of them."""
    os.environ.setdefault("SOAK", "1")  # before the tests are imported, which ask for it
    waar = paden or [str(Path(__file__).parent)]
    vast = ["--quiet", "-o", "timeout=0", "--numprocesses=0", "-p", "no:cacheprovider"]
    return int(pytest.main([*vast, *waar], [_Verslag()]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
