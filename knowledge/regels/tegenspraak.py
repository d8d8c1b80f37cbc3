"""Antwoorden die elkaar tegenspreken over één overdracht: eerst uitzoeken, dan pas delen.

Unlike `botsingen`, these can be: people do say both. So they are weighed, and lead to `overleg`.
"""

from __future__ import annotations

from typing import Final

from knowledge.condities import een
from knowledge.feit import feit
from knowledge.regels import begrippen as b
from knowledge.regels.basis import NIEUW, Regel, Rol
from knowledge.regels.stap_1_grondslag import N_OVERDRACHT, N_OVERGANG_DSP

N_OVERDRACHT_GEWEIGERD: Final = Regel(
    id="N-OVERDRACHT-GEWEIGERD",
    rol=Rol.TEGENSPRAAK,
    stap=1,
    geldig=NIEUW,
    als=een(b.SCHOOL_EN_GEMEENTE, b.VAN_SCHOOL & b.NAAR_DSP)
    & b.GEWEIGERD
    & een(N_OVERDRACHT.geeft_grond, N_OVERGANG_DSP.geeft_grond),
    bronnen=("WEB-9.2.13-2",),
    let_op=("akkoord_maar_geweigerd",),
)
N_OVERDRACHT_ZONDER_ALB: Final = Regel(
    id="N-OVERDRACHT-ZONDER-ALB",
    rol=Rol.TEGENSPRAAK,
    stap=1,
    geldig=NIEUW,
    als=b.SCHOOL_EN_GEMEENTE
    & b.VSV_DOEL
    & feit("overgangsdocument_akkoord").ja()
    & feit("alb_gebruik").nee()
    & ~b.GELDIGE_TOESTEMMING,
    bronnen=("WEB-9.2.13-2",),
    let_op=("akkoord_maar_geen_alb",),
)

TEGENSPRAAK: Final[tuple[Regel, ...]] = (N_OVERDRACHT_GEWEIGERD, N_OVERDRACHT_ZONDER_ALB)
