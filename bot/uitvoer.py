"""Een regel op standaarduitvoer, ook als daar niemand (meer) is."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TextIO


def zeg(regel: str) -> None:
    """Write a line; that nobody can read it is no reason to stop."""
    try:
        sys.stdout.write(f"{regel}\n")
        sys.stdout.flush()
    except (OSError, ValueError):
        laat_los(sys.stdout)


def laat_los(stroom: TextIO) -> None:
    """Let what is still to be written go nowhere: at its end Python would complain of it."""
    with contextlib.suppress(OSError, ValueError):
        nergens = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nergens, stroom.fileno())
        os.close(nergens)


def stromen() -> None:
    """Have all three streams: one that was closed reads nothing, or writes nowhere.

    Without one the next file that is opened, a database for instance, takes its place.
    """
    # In this order: opening takes the lowest number that is free.
    for naam, wijze in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, naam) is None:
            setattr(sys, naam, open(os.devnull, wijze, encoding="utf-8"))  # noqa: PTH123, SIM115 - stays open
