"""`python -m tests.aanval [TEST ...]`: de aanvallen in hun lange vorm, met wat er gemeten is."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest


class _Verslag:
    """Prints the figures of every attack at the end."""

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for soort in ("passed", "failed"):
            for verslag in terminalreporter.stats.get(soort, ()):
                if verslag.user_properties:
                    cijfers = ", ".join(f"{naam} {wat}" for naam, wat in verslag.user_properties)
                    terminalreporter.write_line(f"{verslag.nodeid.partition('::')[2]}: {cijfers}")


def main(paden: Sequence[str]) -> int:
    """Run the attacks; return what pytest says of them."""
    os.environ["SOAK"] = "1"  # before the tests are imported, which ask for it
    waar = paden or [str(Path(__file__).parent)]
    vast = ["--quiet", "-o", "timeout=0", "--numprocesses=0", "-p", "no:cacheprovider"]
    return int(pytest.main([*vast, *waar], [_Verslag()]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
