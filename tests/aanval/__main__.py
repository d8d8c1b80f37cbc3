"""`python -m tests.aanval [TEST ...]`: de aanvallen in hun lange vorm, met wat er gemeten is.

`SOAK_MINUTEN` says how long that may take, more or less. At the end come the figures in one table.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest

GEVALLEN: Final = (
    *("beurten", "gevallen", "activiteiten", "frames", "situaties", "connectors"),
    *("bevestigd", "geweigerd"),
)
"""What is a case of its own in the figures of an attack."""
GEDOOD: Final = {
    "keer geëindigd": "keer gedood of gestopt",
    "antwoorden kwijt": "antwoorden kwijt",
    "antwoorden dubbel": "antwoorden dubbel",
    "reacties twee keer": "reacties twee keer",
}


class _Verslag:
    """Prints the figures of every attack at the end, and what they come to in one table."""

    def __init__(self) -> None:
        self._regels: list[str] = []
        self._tabel: list[tuple[str, str]] = []
        self._geteld: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        from tests.aanval.maat import CIJFERS, Cijfers  # noqa: PLC0415 - it asks how long

        gemeten = dict(report.user_properties).get(CIJFERS)
        if report.when != "teardown" or not isinstance(gemeten, Cijfers):
            return
        if gemeten:
            cijfers = ", ".join(f"{naam} {wat}" for naam, wat in gemeten.items())
            self._regels.append(f"{report.nodeid.partition('::')[2]}: {cijfers}")
        for naam, een in gemeten.gezond.items():
            wat = f"{een.rust:.0f} / {een.p99:.0f} / {een.hoogste:.0f} ({een.aantal})"
            self._tabel.append((f"/gezond bij {naam}: p99 in rust / p99 / langste, ms", wat))
        if gemeten.standen:
            voor, na = gemeten.standen[0], gemeten.standen[-1]
            waar = report.nodeid.rpartition("::")[2]
            wat = f"{voor.mb:.0f} → {na.mb:.0f} MB, {voor.bestanden} → {na.bestanden}"
            self._tabel.append((f"geheugen en open bestanden, {waar}", wat))
        for naam, hoeveel in gemeten.items():
            if isinstance(hoeveel, int) and naam in (*GEVALLEN, *GEDOOD):
                self._geteld[GEDOOD.get(naam, "gevallen")] += hoeveel

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for regel in self._regels:
            terminalreporter.write_line(regel)
        terminalreporter.write_line("")
        for links, rechts in self.tabel():
            terminalreporter.write_line(f"| {links} | {rechts} |")

    def tabel(self) -> Iterator[tuple[str, str]]:
        """Return the rows: what was measured, and how much."""
        yield from [("wat", "cijfer"), ("---", "---"), *self._tabel]
        for naam, hoeveel in self._geteld.items():
            yield naam, str(hoeveel)
        belasting = ", ".join(f"{een:.1f}" for een in os.getloadavg())
        yield f"belasting aan het eind ({os.cpu_count()} kernen)", belasting


def main(paden: Sequence[str]) -> int:
    """Run the attacks; return what pytest says of them."""
    os.environ.setdefault("SOAK", "1")  # before the tests are imported, which ask for it
    waar = paden or [str(Path(__file__).parent)]
    vast = ["--quiet", "-o", "timeout=0", "--numprocesses=0", "-p", "no:cacheprovider"]
    klaar = int(pytest.main([*vast, *waar], [_Verslag()]))
    if not paden:  # in a process of its own: what the attacks left behind is not measured along
        zwaarste = [sys.executable, "-m", "tests.benchmarks.zwaarste", "1"]
        klaar = subprocess.run(zwaarste, check=False).returncode or klaar  # noqa: S603 - ourselves
    return klaar


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
