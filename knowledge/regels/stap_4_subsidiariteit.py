"""Stap 4: can the purpose be reached in a way that hurts the young person less?"""

from __future__ import annotations

from typing import Final

from knowledge.feit import feit
from knowledge.regels.basis import Regel, Rol

B_MILDER: Final = Regel(
    id="B-MILDER",
    rol=Rol.MILDER,
    stap=4,
    als=~feit("alternatief").is_("geen"),
    bronnen=("2021-1-s4", "2026-2-s4"),
)

REGELS: Final[tuple[Regel, ...]] = (B_MILDER,)
