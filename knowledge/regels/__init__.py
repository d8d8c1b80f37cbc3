"""De regels, één module per stap; `ALLE_REGELS` houdt hun volgorde vast."""

from __future__ import annotations

from typing import Final

from knowledge.regels import (
    altijd,
    stap_1_grondslag,
    stap_2_doelbinding,
    stap_3_proportionaliteit,
    stap_4_subsidiariteit,
    tegenspraak,
)
from knowledge.regels.basis import Regel

ALLE_REGELS: Final[tuple[Regel, ...]] = (
    *stap_1_grondslag.REGELS,
    *tegenspraak.TEGENSPRAAK,
    *stap_2_doelbinding.REGELS,
    *stap_3_proportionaliteit.REGELS,
    *stap_4_subsidiariteit.REGELS,
    *altijd.REGELS,
)
