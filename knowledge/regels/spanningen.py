"""Waar de bronnen elkaar tegenspreken: dat toont een uitkomst, zij verzwijgt het niet."""

from __future__ import annotations

from functools import partial
from typing import Final

from knowledge.condities import een
from knowledge.feit import feit
from knowledge.regels import begrippen as b
from knowledge.regels.basis import NIEUW, Regel, Rol
from knowledge.regels.stap_1_grondslag import N_GEEN_ALB, N_OVERDRACHT, N_OVERGANG_DSP, N_VSV
from knowledge.termijnen import termijn

DOELEN_VAN_BEIDE: Final = feit("doel").is_(
    "begeleiding_naar_werk", "begeleiding_naar_onderwijs", "voorkomen_vsv"
)
"""What casus 3.1.2 and 3.3.2 are about."""
DRAAGT_OVER: Final = een(N_OVERDRACHT.geeft_grond, N_OVERGANG_DSP.geeft_grond)

_bij = partial(Regel, rol=Rol.BIJ, stap=5)

REGELS: Final[tuple[Regel, ...]] = (
    _bij(
        id="SPANNING-1",
        als=N_GEEN_ALB.als
        & DOELEN_VAN_BEIDE
        & feit("opleiding").is_("entree")
        & b.GEDIPLOMEERD
        & b.ZONDER_STARTKWALIFICATIE
        & b.VSV_LEEFTIJD,
        geldig=NIEUW,
        bronnen=("2026-3.1.2-s1-nieuw", "2026-3.3.2-s1-nieuw"),
        let_op=("spanning_entree",),
        # Who graduated from entree seldom has a startkwalificatie: it says 'if', so show it unless
        # known.
        ook_bij_onbekend=True,
    ),
    _bij(
        id="SPANNING-1-GESTOPT",
        # The same tension from the other side: who left without the diploma.
        als=N_VSV.geeft_grond
        & b.SCHOOL_EN_GEMEENTE
        & DOELEN_VAN_BEIDE
        & feit("opleiding").is_("entree")
        & feit("schoolstatus").is_("gestopt"),
        geldig=NIEUW,
        bronnen=("2026-3.1.2-s1-nieuw", "2026-3.3.2-s1-nieuw"),
        let_op=("spanning_entree_gestopt",),
    ),
    _bij(
        id="SPANNING-3",
        als=DRAAGT_OVER & feit("opleiding").is_("entree"),
        geldig=NIEUW,
        bronnen=("2026-3.3.2-s3", "2026-3.3.2-s1-nieuw"),
        let_op=("spanning_ondertekenen",),
    ),
    _bij(
        id="SPANNING-5",
        als=DRAAGT_OVER & b.INGESCHREVEN & feit("van").is_("mbo"),
        geldig=NIEUW,
        bronnen=("2026-3.1.1-s1-nieuw", "WEB-9.2.13-2"),
        let_op=("spanning_laatstejaars",),
    ),
    _bij(
        id="SPANNING-5-VSO",
        als=DRAAGT_OVER & b.INGESCHREVEN & feit("van").is_("vso"),
        geldig=NIEUW,
        bronnen=("2026-3.1.1-s1-nieuw", "WEC-14e"),
        let_op=("spanning_laatstejaars_vso",),
    ),
    _bij(
        id="SPANNING-5-PRO",
        als=DRAAGT_OVER & b.INGESCHREVEN & feit("van").is_("pro"),
        geldig=NIEUW,
        bronnen=("2026-3.1.1-s1-nieuw", "WVO2020-2.31b-1"),
        let_op=("spanning_laatstejaars_pro",),
    ),
    _bij(
        id="SPANNING-6",
        als=b.DSP_EN_GEMEENTE
        & b.MET_STARTKWALIFICATIE
        & feit("mandaat").ja()
        & feit("doel").is_("onderzoek_leerbaarheid"),
        geldig=NIEUW,
        bronnen=("2026-3.3.1-s1-nieuw", "2026-3.3.1-s3"),
        let_op=("spanning_mandaat",),
    ),
    _bij(
        id="SPANNING-7",
        als=b.GEZONDHEID & ~feit("levensgevaar").ja(),
        bronnen=("2021-1-s3", "2026-2-s3", "UAVG-22"),
        let_op=("spanning_in_behandeling",),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="SPANNING-8",
        # For pro the statute itself counts from leaving.
        als=feit("opleiding").is_("vso_arbeid")
        & b.VAN_SCHOOL_AF
        & feit("alb_gebruik").ja()
        & b.SCHOOL_EN_GEMEENTE
        & (feit("maanden_sinds_uitstroom") > termijn("alb_pro_vso")),
        geldig=NIEUW,
        bronnen=("2026-1.1", "2026-3.3.3"),
        let_op=("spanning_termijn_pro_vso",),
    ),
)
