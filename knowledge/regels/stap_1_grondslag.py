"""Stap 1: is er een grondslag? De regels in de volgorde waarin het document de gronden toetst.

Read top-down: the order of `REGELS` is the order of precedence between grounds.
"""

from __future__ import annotations

from typing import Final

from knowledge.condities import Conditie, een
from knowledge.feit import feit
from knowledge.regels import begrippen as b
from knowledge.regels.basis import NIEUW, OUD, Grondslag, Regel, Rol
from knowledge.termijnen import termijn

KAN_GEVAAR_AFWENDEN: Final = feit("naar").is_(
    "jeugdzorg",
    "veilig_thuis",
    "arts",
    "politie",
    "ouders",
    # "And who is with the young person": a school can be, an office cannot.
    *b.SCHOLEN,
    "hbo_wo",
)
NIET_VOOR_GEVAAR: Final = feit("naar").is_("werkgever") | feit("doel").is_("beoordelen_uitkering")

B_VITAAL: Final = Regel(
    id="B-VITAAL",
    rol=Rol.GROND,
    stap=1,
    als=feit("levensgevaar").ja() & ~NIET_VOOR_GEVAAR & KAN_GEVAAR_AFWENDEN,
    grondslag=Grondslag.VITAAL_BELANG,
    bronnen=("2021-1-s1", "2026-2-s1", "UAVG-32"),
    voorwaarden=("vitaal_alleen_nodig", "vitaal_ontvanger"),
    acties=("bel_112",),
)
B_VITAAL_WERKGEVER: Final = Regel(
    id="B-VITAAL-OVERLEG",
    rol=Rol.NOODGEVAL,
    stap=1,
    als=feit("levensgevaar").ja() & NIET_VOOR_GEVAAR,
    bronnen=("2021-1-s1", "2026-2-s1"),
    acties=("bel_112", "veilig_thuis_bellen"),
    let_op=("vitaal_verkeerde_ontvanger",),
)
B_VITAAL_ANDERE: Final = Regel(
    id="B-VITAAL-ANDERE",
    rol=Rol.NOODGEVAL,
    stap=1,
    als=feit("levensgevaar").ja() & ~NIET_VOOR_GEVAAR & ~KAN_GEVAAR_AFWENDEN,
    bronnen=("2021-1-s1", "2026-2-s1"),
    acties=("bel_112", "veilig_thuis_bellen"),
    let_op=("vitaal_andere_ontvanger",),
)

B_LEERPLICHT: Final = Regel(
    id="B-LEERPLICHT",
    rol=Rol.GROND,
    stap=1,
    als=b.VAN_SCHOOL
    & feit("naar").is_("leerplicht")
    & feit("doel").is_("melden_verzuim")
    & b.KWALIFICATIEPLICHTIG,
    grondslag=Grondslag.WETTELIJKE_VERPLICHTING,
    bronnen=("2021-1-s1", "2026-2-s1"),
)
_VERZUIMMELDING: Final = (
    # The school reports through DUO, which passes it on.
    een(feit("van").is_("mbo") & feit("naar").is_("doorstroompunt", "duo"), b.DUO_NAAR_DSP)
    & feit("doel").is_("melden_verzuim")
    & b.VSV_LEEFTIJD
    & b.ZONDER_STARTKWALIFICATIE
    & b.LANG_VERZUIM
)
N_VERZUIM: Final = Regel(
    id="N-VERZUIM",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=_VERZUIMMELDING,
    grondslag=Grondslag.WETTELIJKE_VERPLICHTING,
    bronnen=("2026-1.1", "2026-1.2", "WEB-9.2.2"),
    voorwaarden=("verzuim_via_duo",),
)
O_VERZUIM: Final = Regel(
    id="O-VERZUIM",
    rol=Rol.GROND,
    stap=1,
    geldig=OUD,
    als=_VERZUIMMELDING,
    grondslag=Grondslag.WETTELIJKE_VERPLICHTING,
    bronnen=("2026-1.1-oud",),
    voorwaarden=("verzuim_via_duo",),
)

N_OVERDRACHT: Final = Regel(
    id="N-OVERDRACHT",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=b.NAAR_GEMEENTE & b.OVERDRACHT_MOGELIJK & b.OVERGANGSDOCUMENT,
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("2026-3.1.1-s1-nieuw", "2026-1.3", "WEB-9.2.12", "WEB-9.2.13"),
    voorwaarden=("alleen_overgangsdocument",),
)
N_BUITEN_DOCUMENT: Final = Regel(
    id="N-BUITEN-DOCUMENT",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    geldig=NIEUW,
    als=b.NAAR_GEMEENTE & b.OVERDRACHT_MOGELIJK & b.BUITEN_OVERGANGSDOCUMENT,
    bronnen=("2026-3.1.3-s1-nieuw",),
)
N_GEEN_ALB: Final = Regel(
    id="N-GEEN-ALB",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    geldig=NIEUW,
    als=b.SCHOOL_EN_GEMEENTE
    & een(b.GEDIPLOMEERD, b.PRO_OF_VSO & b.VAN_SCHOOL_AF)
    & ~b.GEBRUIKT_ALB,
    bronnen=("2026-3.1.2-s1-nieuw",),
)
N_STUDENT_GEEN_ALB: Final = Regel(
    id="N-STUDENT-GEEN-ALB",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    geldig=NIEUW,
    als=b.SCHOOL_NAAR_GEMEENTE & b.INGESCHREVEN & ~b.GEBRUIKT_ALB,
    bronnen=("2026-3.1.3-s1-nieuw",),
)
N_OVERGANG_DSP: Final = Regel(
    id="N-OVERGANG-DSP",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=b.NAAR_DSP & b.OVERDRACHT_MOGELIJK,
    mits=b.OVERGANGSDOCUMENT & feit("regionale_taak").ja(),
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("2026-3.3.2",),
    voorwaarden=("alleen_overgangsdocument",),
)
N_VSV: Final = Regel(
    id="N-VSV",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=een(b.SCHOOL_EN_DSP, b.DSP_EN_GEMEENTE, b.SCHOOL_EN_GEMEENTE & ~N_GEEN_ALB.als)
    & b.VSV_DOEL
    & b.VSV_LEEFTIJD
    & b.ZONDER_STARTKWALIFICATIE
    & een(b.VAN_SCHOOL_AF, b.LANG_VERZUIM)
    & ~b.KRIJGT_ALB,
    mits=een(~b.NAAR_GEMEENTE, feit("begeleiding_akkoord").ja()),
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("2026-3.3.3-s1-nieuw", "2026-3.3.2-s1-nieuw", "2026-1.2", "WEB-9.2.3", "WEB-9.2.5"),
)
N_DSP_STARTKWAL: Final = Regel(
    id="N-DSP-STARTKWAL",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=b.DSP_EN_GEMEENTE & een(b.MET_STARTKWALIFICATIE, feit("leeftijd") >= termijn("vsv_tot")),
    mits=feit("mandaat").ja(),
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("2026-3.3.1-s1-nieuw",),
)
N_BIDN: Final = Regel(
    id="N-BIDN",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=feit("van").is_("bidn", "duo")
    & b.NAAR_DSP
    & b.VSV_DOEL
    & b.ZONDER_STARTKWALIFICATIE
    & b.VSV_LEEFTIJD
    & een(b.VAN_SCHOOL_AF, b.LANG_VERZUIM),
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("2026-1.2", "WEB-9.2.5-3"),
    voorwaarden=("alleen_inkomen_inschrijving",),
)

N_HO: Final = Regel(
    id="N-HO",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    geldig=NIEUW,
    als=feit("van").is_("hbo_wo") & b.NAAR_GEMEENTE,
    bronnen=("2026-1.3",),
    voorwaarden=("op_verzoek_student",),
)
N_OVERIG: Final = Regel(
    id="N-OVERIG",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    geldig=NIEUW,
    als=feit("naar").is_("werkgever", "uwv", "werkcentrum"),
    bronnen=("2026-3.1.3-s1-nieuw", "2026-3.3.3-s3"),
)
O_SCHOOL: Final = Regel(
    id="O-SCHOOL",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    geldig=OUD,
    als=b.VAN_ONDERWIJS & feit("naar").is_("werkcentrum", "gemeente", "werkgever"),
    bronnen=("2021-2.1.1-s1", "2021-2.1.2-s1", "2021-2.1.3-s1"),
)
O_RMC: Final = Regel(
    id="O-RMC",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    geldig=OUD,
    als=b.DSP_EN_GEMEENTE & een(b.MET_STARTKWALIFICATIE, feit("leeftijd") >= termijn("vsv_tot")),
    bronnen=("2021-2.3.1-s1",),
)
O_FORMULIER: Final = Regel(
    id="O-FORMULIER",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    geldig=OUD,
    als=b.VAN_SCHOOL
    & feit("naar").is_("gemeente", "doorstroompunt")
    & feit("opleiding").is_("entree")
    & feit("toestemming").is_("gegeven"),
    bronnen=("2021-2.3.2-s1",),
)
O_AANWEZIG: Final = Regel(
    id="O-AANWEZIG",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    geldig=OUD,
    als=b.VAN_DSP & ~O_RMC.als,
    bronnen=("2021-2.3.3-s1", "2021-2.3.3-s3"),
)

B_TOESTEMMING: Final = Regel(
    id="B-TOESTEMMING",
    rol=Rol.GROND,
    stap=1,
    als=b.GELDIGE_TOESTEMMING,
    grondslag=Grondslag.TOESTEMMING,
    bronnen=("2021-1-s1", "2026-2-s1", "AVG-7"),
    voorwaarden=("intrekken_mag",),
)
B_AANWEZIG: Final = Regel(
    id="B-AANWEZIG",
    rol=Rol.GROND,
    stap=1,
    als=feit("jongere_aanwezig").ja() & ~b.GEWEIGERD,
    bronnen=("2021-2.3.3-s3", "2026-3.3.3-s3"),
    voorwaarden=("alleen_wat_jongere_zegt",),
)
B_OVEREENKOMST: Final = Regel(
    id="B-OVEREENKOMST",
    rol=Rol.GROND,
    stap=1,
    # A school that would tell an employer against the student's will (B-WERKGEVER) cannot
    # turn to the agreement instead: the student's will comes first.
    als=feit("overeenkomst_nodig").ja()
    & ~(b.VAN_ONDERWIJS & feit("naar").is_("werkgever") & b.GEWEIGERD),
    grondslag=Grondslag.OVEREENKOMST,
    bronnen=("2021-1-s1", "2026-2-s1"),
    voorwaarden=("alleen_voor_overeenkomst",),
)
B_BELANG: Final = Regel(
    id="B-BELANG",
    rol=Rol.GROND,
    stap=1,
    als=feit("doel").is_("veiligheid_van_anderen")
    & feit("belang_zwaarder").ja()
    & ~feit("van").is_(*b.OVERHEID),
    grondslag=Grondslag.GERECHTVAARDIGD_BELANG,
    bronnen=("2021-2.2.2-s1", "2026-3.2.2-s1", "AVG-6-1"),
)

B_WERKGEVER: Final = Regel(
    id="B-WERKGEVER",
    rol=Rol.GEEN_GROND,
    stap=1,
    als=b.VAN_ONDERWIJS & feit("naar").is_("werkgever") & b.GEWEIGERD,
    bronnen=("2021-2.1.3-s1", "2021-2.1.3-s3", "2026-3.1.3-s1-nieuw", "2026-3.1.3-s3"),
    acties=("jongere_overtuigen",),
)
B_WERKGEVER_ZORG: Final = Regel(
    id="B-WERKGEVER-ZORG",
    rol=Rol.GEEN_GROND,
    stap=1,
    als=feit("van").is_("jeugdzorg")
    & feit("naar").is_("werkgever")
    & feit("doel").is_("behoud_van_werk")
    & b.GEWEIGERD,
    bronnen=("2021-2.2.2-s1", "2021-2.2.2-s3", "2026-3.2.2-s1", "2026-3.2.2-s3"),
    acties=("alsnog_toestemming_vragen",),
    let_op=("spanning_werkgever_zorg",),
)

_ROUTES: Final[tuple[Regel, ...]] = (
    B_VITAAL,
    B_LEERPLICHT,
    N_VERZUIM,
    O_VERZUIM,
    N_OVERDRACHT,
    N_OVERGANG_DSP,
    N_VSV,
    N_DSP_STARTKWAL,
    N_BIDN,
    N_BUITEN_DOCUMENT,
    N_GEEN_ALB,
    N_STUDENT_GEEN_ALB,
    N_HO,
    N_OVERIG,
    O_SCHOOL,
    O_RMC,
    O_FORMULIER,
    O_AANWEZIG,
    B_WERKGEVER_ZORG,
    B_WERKGEVER,
)
B_REST: Final = Regel(
    id="B-REST",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    als=~een(*(regel.van_toepassing for regel in _ROUTES)),
    bronnen=("2021-1-s1", "2026-2-s1"),
    let_op=("route_niet_in_documenten",),
)

REGELS: Final[tuple[Regel, ...]] = (
    *_ROUTES,
    B_TOESTEMMING,
    B_AANWEZIG,
    B_OVEREENKOMST,
    B_BELANG,
    B_REST,
    B_VITAAL_WERKGEVER,
    B_VITAAL_ANDERE,
)

# The order in which a ground is looked for; the first that holds is the one the verdict names.
GRONDEN: Final[tuple[Regel, ...]] = tuple(r for r in REGELS if r.rol is Rol.GROND)
PLICHTEN: Final[tuple[Regel, ...]] = tuple(
    r for r in GRONDEN if r.grondslag is Grondslag.WETTELIJKE_VERPLICHTING
)


def er_is_grond() -> Conditie:
    """Return the condition that at least one ground carries the sharing."""
    return een(*(regel.geeft_grond for regel in GRONDEN))
