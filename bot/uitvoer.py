"""Een regel op standaarduitvoer, ook als daar niemand (meer) is."""

from __future__ import annotations

import contextlib
import sys


def zeg(regel: str) -> None:
    """Write a line; that nobody can read it is no reason to stop."""
    if sys.stdout is None:
        return
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.write(f"{regel}\n")
        sys.stdout.flush()
