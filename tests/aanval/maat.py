"""Hoe lang een aanval duurt, en wat er gemeten is."""

from __future__ import annotations

import os
from typing import Final

LANG: Final = os.environ.get("SOAK", "") == "1"
"""Set by `python -m tests.aanval`."""


def keer(kort: int, lang: int) -> int:
    """Return how many cases this run has."""
    return lang if LANG else kort


class Cijfers(dict[str, object]):
    """What an attack measured, by name."""

    def hoogste(self, naam: str, waarde: float) -> None:
        """Keep the highest of what was measured under a name."""
        vorige = self.get(naam)
        self[naam] = round(max(waarde, vorige if isinstance(vorige, float) else 0.0), 3)
