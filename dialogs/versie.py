"""The version of the program, the same as in `pyproject.toml` (a test compares them)."""

from typing import Final

PROGRAMMA_VERSIE: Final = "0.1.0"
