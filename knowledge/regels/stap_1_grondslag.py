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

# --- gevaar -----------------------------------------------------------------------------------
KAN_GEVAAR_AFWENDEN: Final = feit("naar").is_(
    "jeugdzorg",
    "veilig_thuis",
    "arts",
    "politie",
    "ouders",
    "gecertificeerde_instelling",
    "raad_kinderbescherming",
    "wijkteam",
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
    bronnen=("2021-1-s1", "2026-2-s1", "AVG-6-1-d"),
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
    als=feit("levensgevaar").ja() & ~feit("naar").is_("werkgever") & ~KAN_GEVAAR_AFWENDEN,
    bronnen=("2021-1-s1", "2026-2-s1"),
    acties=("bel_112", "veilig_thuis_bellen"),
    let_op=("vitaal_andere_ontvanger",),
)
B_MELDRECHT: Final = Regel(
    id="B-MELDRECHT",
    rol=Rol.GROND,
    stap=1,
    als=feit("naar").is_("veilig_thuis") & feit("vermoeden_geweld").ja(),
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("Wmo2015-5.2.6",),
    voorwaarden=("meldcode_stappen", "meld_alleen_wat_helpt"),
    acties=("veilig_thuis_advies", "meldrecht_vertellen"),
    let_op=("meldrecht_buiten_documenten",),
)

# --- verzuim, en andere wettelijke plichten -----------------------------------------------------
B_LEERPLICHT: Final = Regel(
    id="B-LEERPLICHT",
    rol=Rol.GROND,
    stap=1,
    # The school reports through DUO, which passes it on.
    als=b.VAN_SCHOOL
    & feit("naar").is_("leerplicht", "duo")
    & feit("doel").is_("melden_verzuim")
    & b.KWALIFICATIEPLICHTIG
    & feit("verzuim_ongeoorloofd").ja()
    & b.IN_MELDING,
    grondslag=Grondslag.WETTELIJKE_VERPLICHTING,
    bronnen=("2021-1-s1", "2026-2-s1", "Leerplichtwet-21a", "WRO-12-3"),
    voorwaarden=("verzuim_zestien_uur", "alleen_verzuimgegevens"),
)
B_LEERPLICHT_VRAAGT: Final = Regel(
    id="B-LEERPLICHT-VRAAGT",
    rol=Rol.GROND,
    stap=1,
    als=b.VAN_SCHOOL
    & feit("naar").is_("leerplicht")
    & feit("gevraagd_door_leerplicht").ja()
    & b.KWALIFICATIEPLICHTIG,
    grondslag=Grondslag.WETTELIJKE_VERPLICHTING,
    bronnen=("Leerplichtwet-18-3", "Leerplichtwet-27", "WRO-11-2"),
    voorwaarden=("alleen_wat_leerplicht_vraagt",),
    let_op=("leerplicht_geen_oorzaak",),
)
_VERZUIMMELDING: Final = (
    een(feit("van").is_("mbo") & feit("naar").is_("doorstroompunt", "duo"), b.DUO_NAAR_DSP)
    & feit("doel").is_("melden_verzuim")
    & b.VSV_LEEFTIJD
    & b.ZONDER_STARTKWALIFICATIE
    & b.LANG_VERZUIM
    & b.IN_MELDING
)
N_VERZUIM: Final = Regel(
    id="N-VERZUIM",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=_VERZUIMMELDING,
    grondslag=Grondslag.WETTELIJKE_VERPLICHTING,
    bronnen=("2026-1.1", "2026-1.2", "WEB-9.2.2", "WRO-12-3"),
    voorwaarden=("verzuim_via_duo", "alleen_verzuimgegevens"),
)
N_VERZUIM_VO: Final = Regel(
    id="N-VERZUIM-VO",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=feit("van").is_("vo", "pro")
    & feit("naar").is_("doorstroompunt", "duo")
    & feit("doel").is_("melden_verzuim")
    & b.VSV_LEEFTIJD
    & b.ZONDER_STARTKWALIFICATIE
    & b.LANG_VERZUIM
    & b.IN_MELDING,
    grondslag=Grondslag.WETTELIJKE_VERPLICHTING,
    bronnen=("WVO2020-8.20", "WRO-12-3"),
    voorwaarden=("verzuim_via_duo", "alleen_verzuimgegevens"),
    let_op=("buiten_documenten_wet",),
)
N_VERZUIM_VSO: Final = Regel(
    id="N-VERZUIM-VSO",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=feit("van").is_("vso")
    & feit("naar").is_("doorstroompunt", "duo")
    & feit("doel").is_("melden_verzuim")
    & b.VANAF_18
    & (feit("leeftijd") < termijn("verzuim_vso_tot"))
    & b.ZONDER_STARTKWALIFICATIE
    & feit("verzuim_ongeoorloofd").ja()
    & (feit("verzuim_weken") >= termijn("verzuim_melden_vso"))
    & b.IN_MELDING,
    grondslag=Grondslag.WETTELIJKE_VERPLICHTING,
    bronnen=("WEC-47b", "WRO-12-3"),
    voorwaarden=("verzuim_via_duo", "alleen_verzuimgegevens"),
    let_op=("buiten_documenten_wet",),
)
O_VERZUIM: Final = Regel(
    id="O-VERZUIM",
    rol=Rol.GROND,
    stap=1,
    geldig=OUD,
    als=_VERZUIMMELDING,
    grondslag=Grondslag.WETTELIJKE_VERPLICHTING,
    bronnen=("2026-1.1-oud", "WEB-8.1.8a"),
    voorwaarden=("verzuim_via_duo", "alleen_verzuimgegevens"),
)
_REGISTER: Final = (
    b.VAN_ONDERWIJS & feit("naar").is_("duo") & feit("doel").is_("anders") & b.IN_MELDING
)
N_DUO: Final = Regel(
    id="N-DUO",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=_REGISTER,
    grondslag=Grondslag.WETTELIJKE_VERPLICHTING,
    bronnen=("WRO-12",),
    voorwaarden=("alleen_registergegevens",),
    let_op=("buiten_documenten_wet",),
)
O_DUO: Final = Regel(
    id="O-DUO",
    rol=Rol.GROND,
    stap=1,
    geldig=OUD,
    als=_REGISTER,
    grondslag=Grondslag.WETTELIJKE_VERPLICHTING,
    bronnen=("WRO-12",),
    voorwaarden=("alleen_registergegevens",),
    let_op=("buiten_documenten_wet",),
)
B_PW_INLICHTING: Final = Regel(
    id="B-PW-INLICHTING",
    rol=Rol.GROND,
    stap=1,
    als=feit("van").is_("uwv", "werkgever")
    & b.NAAR_GEMEENTE
    & feit("doel").is_("beoordelen_uitkering", "begeleiding_naar_werk"),
    grondslag=Grondslag.WETTELIJKE_VERPLICHTING,
    bronnen=("PW-63", "PW-64-1-b"),
    voorwaarden=("gemeente_vroeg_erom", "alleen_wat_pw_vraagt"),
    let_op=("buiten_documenten_wet",),
)

# --- wettelijke taken ---------------------------------------------------------------------------
N_OVERDRACHT: Final = Regel(
    id="N-OVERDRACHT",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    # Either way: the gemeente tells the school what their joint guidance needs.
    als=b.SCHOOL_EN_GEMEENTE & een(b.OVERDRACHT_MOGELIJK, b.TERUG_MOGELIJK),
    mits=feit("overgangsdocument_akkoord").ja()
    & een(b.VAN_GEMEENTE, feit("in_overgangsdocument").ja())
    & feit("begeleiding_akkoord").ja()
    & ~(b.VERTEGENWOORDIGER_WEIGERT & b.OUDERS_BESLISSEN_MEE),
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("2026-3.1.1-s1-nieuw", "2026-1.3"),
    voorwaarden=("akkoord_met_begeleiding",),
)
N_BUITEN_DOCUMENT: Final = Regel(
    id="N-BUITEN-DOCUMENT",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    geldig=NIEUW,
    als=b.SCHOOL_NAAR_GEMEENTE & b.OVERDRACHT_MOGELIJK & b.BUITEN_OVERGANGSDOCUMENT,
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
    als=b.VAN_SCHOOL & b.NAAR_DSP & b.OVERDRACHT_MOGELIJK,
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
    als=een(b.SCHOOL_EN_DSP, b.DSP_EN_GEMEENTE, b.SCHOOL_EN_GEMEENTE)
    & b.VSV_DOEL
    & b.VSV_LEEFTIJD
    & b.ZONDER_STARTKWALIFICATIE
    & een(b.VAN_SCHOOL_AF, b.LANG_VERZUIM)
    & ~b.KRIJGT_ALB
    & ~N_GEEN_ALB.als,
    mits=een(~b.NAAR_GEMEENTE, feit("begeleiding_akkoord").ja()),
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("2026-3.3.3-s1-nieuw", "2026-3.3.2-s1-nieuw", "2026-1.2", "WEB-9.2.1"),
)
N_MANDAAT: Final = Regel(
    id="N-MANDAAT",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=b.DSP_EN_GEMEENTE & feit("mandaat").ja(),
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("2026-3.3.1-s1-nieuw",),
    voorwaarden=("mandaat_deze_taak",),
)
N_DSP_STARTKWAL: Final = Regel(
    id="N-DSP-STARTKWAL",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    geldig=NIEUW,
    als=b.DSP_EN_GEMEENTE
    & een(b.MET_STARTKWALIFICATIE, feit("leeftijd") >= termijn("vsv_tot"))
    & ~feit("mandaat").ja(),
    bronnen=("2026-3.3.1-s1-nieuw",),
)
N_LP_DSP: Final = Regel(
    id="N-LP-DSP",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=feit("van").is_("leerplicht")
    & b.NAAR_DSP
    & (feit("leeftijd") >= termijn("lp_dsp_vanaf"))
    & (feit("leeftijd") < termijn("vsv_tot"))
    & b.ZONDER_STARTKWALIFICATIE,
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("WEB-9.2.5-3",),
    voorwaarden=("alleen_leerplichtgegevens",),
    let_op=("buiten_documenten_wet",),
)
_VROEG_VAN_SCHOOL: Final = (
    b.ZONDER_STARTKWALIFICATIE & b.VSV_LEEFTIJD & een(b.VAN_SCHOOL_AF, b.LANG_VERZUIM)
)
N_BIDN: Final = Regel(
    id="N-BIDN",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    als=feit("van").is_("bidn", "duo") & b.NAAR_DSP & b.VSV_DOEL & _VROEG_VAN_SCHOOL & b.IN_MELDING,
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("2026-1.2", "WEB-9.2.5-3"),
    voorwaarden=("alleen_inkomen_inschrijving",),
)
N_DUO_DSP: Final = Regel(
    id="N-DUO-DSP",
    rol=Rol.GROND,
    stap=1,
    geldig=NIEUW,
    # Also about who is still enrolled: the register tells of a changed enrolment.
    als=b.DUO_NAAR_DSP
    & feit("doel").is_("voorkomen_vsv")
    & b.ZONDER_STARTKWALIFICATIE
    & (feit("leeftijd") < termijn("vsv_tot"))
    & b.IN_MELDING,
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("WRO-21-1", "WRO-21-3"),
    voorwaarden=("alleen_registergegevens",),
    let_op=("buiten_documenten_wet",),
)
B_OUDERS: Final = Regel(
    id="B-OUDERS",
    rol=Rol.GROND,
    stap=1,
    als=b.VAN_SCHOOL & feit("naar").is_("ouders") & b.MINDERJARIG,
    grondslag=Grondslag.ALGEMEEN_BELANG,
    bronnen=("BW-1:245", "WVO2020-2.97", "BW-1:377c"),
    voorwaarden=("alleen_over_school",),
    let_op=("ouders_buiten_documenten", "ouders_gezag"),
)

# --- alleen toestemming -------------------------------------------------------------------------
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

# --- wat geweigerd is, of wat een andere wet misschien regelt -------------------------------------
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
B_GEZAG: Final = Regel(
    id="B-GEZAG",
    rol=Rol.GEEN_GROND,
    stap=1,
    als=feit("naar").is_(*b.GEZAG),
    bronnen=("Jeugdwet-7.3.11-4", "BW-1:240"),
    let_op=("gezag_andere_wet",),
)

_ROUTES: Final[tuple[Regel, ...]] = (
    B_LEERPLICHT,
    B_LEERPLICHT_VRAAGT,
    N_VERZUIM,
    N_VERZUIM_VO,
    N_VERZUIM_VSO,
    O_VERZUIM,
    N_DUO,
    O_DUO,
    B_PW_INLICHTING,
    N_OVERDRACHT,
    N_OVERGANG_DSP,
    N_VSV,
    N_MANDAAT,
    N_LP_DSP,
    N_BIDN,
    N_DUO_DSP,
    B_OUDERS,
    N_DSP_STARTKWAL,
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
    B_GEZAG,
)
B_REST: Final = Regel(
    id="B-REST",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    als=~een(*(regel.over_deze_route for regel in (B_MELDRECHT, *_ROUTES))),
    bronnen=("2021-1-s1", "2026-2-s1"),
    let_op=("route_niet_in_documenten",),
)
B_ROUTE: Final = Regel(
    id="B-ROUTE",
    rol=Rol.ALLEEN_TOESTEMMING,
    stap=1,
    # A rule is about this route, but one of its conditions failed.
    als=een(*(regel.over_deze_route for regel in (B_MELDRECHT, *_ROUTES)))
    & ~een(B_MELDRECHT.als, *(regel.van_toepassing for regel in _ROUTES)),
    bronnen=("2021-1-s1", "2026-2-s1"),
)

# --- wat overal kan -----------------------------------------------------------------------------
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
    # Being there is no consent: who refuses, or said yes under pressure, is not overruled by it.
    als=feit("jongere_aanwezig").ja()
    & ~een(b.ZELF_GEWEIGERD, b.GEWEIGERD)
    & ~b.GEBREKKIGE_TOESTEMMING,
    bronnen=("2021-2.3.3-s3", "2026-3.3.3-s3"),
    voorwaarden=("alleen_wat_jongere_zegt",),
)
_NAAR_DERDE: Final = feit("naar").is_("werkgever", "uwv", "werkcentrum")
CASUS_GAAT_VOOR: Final = een(
    *(
        regel.van_toepassing
        for regel in (
            N_OVERDRACHT,
            N_BUITEN_DOCUMENT,
            N_GEEN_ALB,
            N_STUDENT_GEEN_ALB,
            N_DSP_STARTKWAL,
            O_RMC,
        )
    ),
    O_SCHOOL.van_toepassing & feit("naar").is_("gemeente", "werkcentrum"),
    # Casus 3.1.3, under either law.
    b.VAN_ONDERWIJS
    & feit("naar").is_("werkgever")
    & feit("doel").is_("begeleiding_naar_werk", "behoud_van_werk"),
)
"""A casus says 'consent only' about this very route and purpose: no agreement goes round it."""
B_OVEREENKOMST: Final = Regel(
    id="B-OVEREENKOMST",
    rol=Rol.GROND,
    stap=1,
    als=feit("overeenkomst_nodig").ja()
    # What these get is for a law to say, not for an agreement with the young person.
    & ~feit("naar").is_("leerplicht", "veilig_thuis", *b.GEZAG)
    & ~(_NAAR_DERDE & b.GEWEIGERD)
    & ~CASUS_GAAT_VOOR,
    grondslag=Grondslag.OVEREENKOMST,
    bronnen=("2021-1-s1", "2026-2-s1"),
    voorwaarden=("alleen_voor_overeenkomst",),
)
_WEEGT_ZWAARDER: Final = feit("doel").is_("veiligheid_van_anderen") & feit("belang_zwaarder").ja()
_MET_BELANG: Final = feit("van").is_(*b.SCHOLEN, "hbo_wo", "jeugdzorg", "werkgever")
B_BELANG: Final = Regel(
    id="B-BELANG",
    rol=Rol.GROND,
    stap=1,
    als=_NAAR_DERDE & _MET_BELANG & _WEEGT_ZWAARDER,
    grondslag=Grondslag.GERECHTVAARDIGD_BELANG,
    bronnen=("2021-2.2.2-s1", "2026-3.2.2-s1", "AVG-6-1"),
    let_op=("belang_vastleggen", "belang_bezwaar", "belang_algemeen"),
)
B_BELANG_OVERLEG: Final = Regel(
    id="B-BELANG-OVERLEG",
    rol=Rol.GEEN_GROND,
    stap=1,
    als=_WEEGT_ZWAARDER
    & een(
        feit("van").is_("anders", "wijkteam", "samenwerkingsverband", "gecertificeerde_instelling"),
        _MET_BELANG & B_REST.als,
    ),
    bronnen=("2021-2.2.2-s1", "2026-3.2.2-s1", "AVG-6-1"),
    let_op=("belang_niet_in_documenten", "belang_bezwaar", "belang_algemeen"),
)

REGELS: Final[tuple[Regel, ...]] = (
    B_VITAAL,
    B_MELDRECHT,
    *_ROUTES,
    B_TOESTEMMING,
    B_AANWEZIG,
    B_OVEREENKOMST,
    B_BELANG,
    B_BELANG_OVERLEG,
    B_REST,
    B_ROUTE,
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
