"""`python -m tests.gespreksdekking [TESTS]`: wat bereiken de tests van het gesprek?"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from tests.gespreksdekking.meten import Meter
from tests.gespreksdekking.verslag import verslag

_TESTS = ("tests/dialogs", "tests/bot")


def main(tests: Sequence[str]) -> int:
    """Run tests, print the report, and return what pytest says of them."""
    meter = Meter()
    with pytest.MonkeyPatch.context() as plek:
        meter.luister(plek)
        opties = ["--quiet", "--quiet", "--numprocesses=0"]
        uitslag = pytest.main([*opties, *(tests or _TESTS)], [meter])
    for regel in verslag(meter.transcripten, meter.andere):
        print(regel)  # noqa: T201
    return int(uitslag)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
