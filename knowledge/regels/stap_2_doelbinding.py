"""Stap 2: data collected for one purpose are not simply used for another."""

from __future__ import annotations

from typing import Final

from knowledge.feit import feit
from knowledge.regels import begrippen as b
from knowledge.regels.basis import Regel, Rol

B_DOELBINDING: Final = Regel(
    id="B-DOELBINDING",
    rol=Rol.DOEL,
    stap=2,
    # Consent given freshly for this very purpose heals it: that is what 'specific' means.
    als=feit("doel_verenigbaar").nee() & ~b.GELDIGE_TOESTEMMING,
    bronnen=("2021-1-s2", "2026-2-s2"),
)

REGELS: Final[tuple[Regel, ...]] = (B_DOELBINDING,)
