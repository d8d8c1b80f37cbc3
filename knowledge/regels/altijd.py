"""Wat bij een uitkomst hoort: voorwaarden, acties en waarschuwingen. Nooit het oordeel zelf.

These conditions may look at what the motor concluded: of one data item (`uitkomst_oordeel`,
`uitkomst_grondslag`) or of the whole (`uitkomst_samen`). A rule that looks at an item, or at
what was concluded of it, holds for some items and says for which.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from knowledge.condities import ALTIJD, een
from knowledge.feit import feit
from knowledge.regels import begrippen as b
from knowledge.regels import spanningen
from knowledge.regels.basis import NIEUW, OUD, Regel, Rol
from knowledge.regels.spanningen import DRAAGT_OVER
from knowledge.regels.stap_1_grondslag import (
    B_MELDRECHT,
    B_OUDERS,
    CASUS_GAAT_VOOR,
    N_LP_DSP,
    N_OVERDRACHT,
    N_VSV,
    O_AANWEZIG,
)
from knowledge.termijnen import termijn

DEELT: Final = feit("uitkomst_oordeel").is_("mag", "mag_met_toestemming")
OP_TAAK: Final = feit("uitkomst_grondslag").is_("algemeen_belang")
VRAAGT: Final = feit("uitkomst_oordeel").is_("mag_met_toestemming")
OP_TOESTEMMING: Final = feit("uitkomst_op_toestemming").ja()
GEVAAR: Final = feit("levensgevaar").ja()
GEEN_NOODGEVAL: Final = ~GEVAAR
NAAR_VEILIG_THUIS: Final = feit("naar").is_("veilig_thuis")
# Towards Veilig Thuis there are other words for what one tells, and when.
VERTELT: Final = GEEN_NOODGEVAL & ~NAAR_VEILIG_THUIS
SAMEN_DELEN: Final = feit("uitkomst_samen").is_("mag", "mag_met_toestemming", "overleg")
SAMEN_NIETS: Final = feit("uitkomst_samen").is_("mag_niet", "anders")
WEIGEREN_KOST_IETS: Final = feit("doel").is_("onderzoek_leerbaarheid", "beoordelen_uitkering")
_OUDERS_NOG_VRAGEN: Final = (
    N_OVERDRACHT.geeft_grond
    & OP_TAAK
    & b.OUDERS_BESLISSEN_MEE
    & ~feit("toestemming_vertegenwoordiger").is_("gegeven")
)

_bij = partial(Regel, rol=Rol.BIJ, stap=5)

REGELS: Final[tuple[Regel, ...]] = (
    # --- toestemming ---
    _bij(
        id="B-TOESTEMMING-VRAGEN",
        als=VRAAGT & ~b.VERTEGENWOORDIGD,
        bronnen=("2021-1-s1", "2026-2-s1"),
        voorwaarden=("vier_eisen",),
        acties=("toestemming_vragen",),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="B-VERTEGENWOORDIGER-VRAGEN",
        als=VRAAGT & b.VERTEGENWOORDIGD,
        bronnen=("2021-1-s1", "2026-2-s1", "UAVG-5"),
        voorwaarden=("vier_eisen",),
        acties=("vertegenwoordiger_vragen",),
    ),
    _bij(
        id="B-BIJZONDER-VRAGEN",
        als=VRAAGT & b.BIJZONDER,
        bronnen=("2021-1", "2026-2", "UAVG-22"),
        acties=("uitdrukkelijk_vragen",),
    ),
    _bij(
        id="B-SCHRIFTELIJK",
        als=OP_TOESTEMMING & ~feit("toestemming_schriftelijk").ja() & ~b.VAN_GEMEENTE,
        bronnen=("2021-1-s1", "2026-2-s1"),
        voorwaarden=("toestemming_liefst_schriftelijk",),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="B-AANTOONBAAR",
        als=OP_TOESTEMMING & ~feit("toestemming_aantoonbaar").ja(),
        bronnen=("2021-2.3.3-s1", "2026-3.3.3-s1-oud", "AVG-7"),
        voorwaarden=("toestemming_aantoonbaar",),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="B-PW65",
        als=b.VAN_GEMEENTE & OP_TOESTEMMING,
        bronnen=("PW-65-2",),
        voorwaarden=("pw65_schriftelijk", "pw65_ontvanger"),
    ),
    _bij(
        id="B-ONGELIJK",
        als=OP_TOESTEMMING
        & WEIGEREN_KOST_IETS
        & een(
            feit("van").is_("gemeente", "uwv", "doorstroompunt"),
            feit("naar").is_("gemeente", "uwv", "doorstroompunt"),
        ),
        bronnen=("2021-2.3.1-s3", "2026-3.3.1-s3", "AVG-overweging 43"),
        let_op=("spanning_vrije_toestemming",),
    ),
    _bij(
        id="B-GEMEENTE-TOESTEMMING",
        als=OP_TOESTEMMING & WEIGEREN_KOST_IETS & een(b.VAN_GEMEENTE, b.NAAR_GEMEENTE),
        bronnen=("AP-2016",),
        let_op=("ap_toestemming_gemeente",),
    ),
    _bij(
        id="B-JONG",
        als=b.VERTEGENWOORDIGD
        & GEEN_NOODGEVAL
        & een(OP_TOESTEMMING, feit("uitkomst_oordeel").is_("overleg", "mag_niet")),
        bronnen=("UAVG-5", "UAVG-5-3"),
        acties=("jongere_horen",),
        let_op=("vertegenwoordiger",),
    ),
    _bij(
        id="B-CURATOR",
        als=OP_TOESTEMMING & b.MAG_ZELF_TOESTEMMEN & feit("vertegenwoordigd").ja(),
        bronnen=("UAVG-5",),
        voorwaarden=("curator_of_mentor",),
        ook_bij_onbekend=True,
    ),
    # --- tegen een weigering in ---
    _bij(
        id="B-WEIGERING",
        als=een(b.ZELF_GEWEIGERD, b.VERTEGENWOORDIGER_WEIGERT)
        & feit("uitkomst_oordeel").is_("mag")
        & ~feit("uitkomst_grondslag").is_("toestemming", "geen"),
        bronnen=("2021-1-s1", "2026-2-s1"),
        let_op=("tegen_weigering",),
    ),
    _bij(
        id="B-BEZWAAR",
        als=een(b.ZELF_GEWEIGERD, b.VERTEGENWOORDIGER_WEIGERT) & OP_TAAK,
        bronnen=("AVG-21",),
        let_op=("recht_van_bezwaar",),
    ),
    _bij(
        id="B-OUDERS-WENS",
        als=B_OUDERS.als & b.ZELF_GEWEIGERD,
        bronnen=("BW-1:245", "2021-1-s4", "2026-2-s4"),
        let_op=("ouders_tegen_wens",),
    ),
    _bij(
        id="B-OVEREENKOMST-CASUS",
        als=feit("overeenkomst_nodig").ja()
        & CASUS_GAAT_VOOR
        & feit("uitkomst_oordeel").is_("mag_met_toestemming", "mag_niet"),
        bronnen=("2021-1-s1", "2026-2-s1"),
        let_op=("casus_gaat_voor_overeenkomst",),
    ),
    # --- wie vraagt, wie krijgt ---
    _bij(
        id="B-VRAGEN",
        als=feit("gebruiker").is_("ontvanger"),
        bronnen=("2021-2.1.2-s1", "2026-3.1.2-s1-nieuw", "2026-3.2.1-s1"),
        voorwaarden=("vragen_is_delen",),
        let_op=("vragen_is_delen",),
    ),
    _bij(
        id="B-OVERHEID",
        als=feit("doel").is_("veiligheid_van_anderen") & feit("van").is_(*b.OVERHEID),
        bronnen=("2021-1-s1", "2026-2-s1", "AVG-6-1"),
        let_op=("overheid_geen_belang",),
    ),
    _bij(
        id="N-UWV-WERKCENTRUM",
        als=feit("naar").is_("uwv", "werkcentrum"),
        geldig=NIEUW,
        bronnen=("2026-3.3.3-s3",),
        let_op=("uwv_uit_stilte",),
    ),
    _bij(
        id="B-MELDRECHT-ADVIES",
        als=NAAR_VEILIG_THUIS & ~feit("uitkomst_oordeel").is_("mag"),
        bronnen=("Wmo2015-5.2.6",),
        acties=("veilig_thuis_advies",),
        let_op=("meldrecht_veilig_thuis",),
    ),
    _bij(
        id="B-MELDRECHT-BIJZONDER",
        als=B_MELDRECHT.als & een(b.BIJZONDER, b.STRAFRECHTELIJK),
        bronnen=("Wmo2015-5.2.6", "UAVG-22"),
        let_op=("meldrecht_bijzonder",),
    ),
    _bij(
        id="B-MELDRECHT-GEHEIM",
        als=B_MELDRECHT.als
        & feit("van").is_("jeugdzorg", "arts", "gecertificeerde_instelling", "wijkteam"),
        bronnen=("Wmo2015-5.2.6",),
        let_op=("meldrecht_geheim",),
    ),
    # --- de overdracht ---
    _bij(
        id="N-OVERDRACHT-DOCUMENT",
        als=N_OVERDRACHT.geeft_grond & OP_TAAK & b.NAAR_GEMEENTE,
        geldig=NIEUW,
        bronnen=("2026-3.1.1-s1-nieuw",),
        voorwaarden=("alleen_overgangsdocument",),
    ),
    _bij(
        id="N-OVERDRACHT-TERUG",
        als=N_OVERDRACHT.geeft_grond & OP_TAAK & b.VAN_GEMEENTE,
        geldig=NIEUW,
        bronnen=("2026-1.3",),
        voorwaarden=("alleen_gezamenlijke_begeleiding",),
    ),
    _bij(
        id="N-OVERDRACHT-MBO",
        als=N_OVERDRACHT.geeft_grond & een(feit("van").is_("mbo"), feit("naar").is_("mbo")),
        geldig=NIEUW,
        bronnen=("WEB-9.2.12", "WEB-9.2.13-1", "WEB-9.2.13-3"),
    ),
    _bij(
        id="N-OVERDRACHT-VSO",
        als=N_OVERDRACHT.geeft_grond & een(feit("van").is_("vso"), feit("naar").is_("vso")),
        geldig=NIEUW,
        bronnen=("WEC-14e", "WEC-44-2", "WEC-44a-1", "WEC-44a-3"),
    ),
    _bij(
        id="N-OVERDRACHT-PRO",
        als=N_OVERDRACHT.geeft_grond & een(feit("van").is_("pro"), feit("naar").is_("pro")),
        geldig=NIEUW,
        bronnen=("WVO2020-2.31a-2", "WVO2020-2.31b-1"),
    ),
    _bij(
        id="N-OVERDRACHT-OUDERS",
        als=_OUDERS_NOG_VRAGEN & feit("opleiding").is_("pro"),
        geldig=NIEUW,
        bronnen=("WVO2020-2.31b-2",),
        voorwaarden=("ouders_akkoord_na_vertrek",),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="N-OVERDRACHT-OUDERS-VSO",
        als=_OUDERS_NOG_VRAGEN & feit("opleiding").is_("vso_arbeid"),
        geldig=NIEUW,
        bronnen=("WEC-44a-2",),
        voorwaarden=("ouders_akkoord_na_vertrek",),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="N-OVERDRACHT-OUDERS-MBO",
        als=_OUDERS_NOG_VRAGEN & feit("opleiding").is_(*b.MBO_OPLEIDING),
        geldig=NIEUW,
        bronnen=("WEB-9.2.13-2",),
        voorwaarden=("ouders_akkoord_na_vertrek",),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="N-OVERDRACHT-OUDERS-LEZING",
        als=_OUDERS_NOG_VRAGEN & feit("opleiding").is_(*b.MBO_OPLEIDING),
        geldig=NIEUW,
        bronnen=("WEB-9.2.13-2",),
        let_op=("ouders_akkoord_onze_lezing",),
    ),
    _bij(
        id="B-PW65-TAAK",
        als=b.VAN_GEMEENTE & OP_TAAK,
        bronnen=("PW-65-1", "PW-65-2"),
        let_op=("pw65_bij_taak",),
    ),
    _bij(
        id="B-SUWI",
        als=een(b.VAN_GEMEENTE & feit("naar").is_("uwv"), feit("van").is_("uwv") & b.NAAR_GEMEENTE)
        & ~feit("uitkomst_oordeel").is_("mag"),
        bronnen=("SUWI-73", "PW-67-1-a"),
        let_op=("suwi_kan_grond_geven",),
    ),
    # --- het Doorstroompunt ---
    _bij(
        id="N-DSP-OVERLEG",
        als=N_VSV.geeft_grond & een(b.VAN_DSP, b.NAAR_DSP) & b.VROEG_WEG,
        geldig=NIEUW,
        bronnen=("2026-1.2", "2026-3.3.2", "WEB-9.2.5-5"),
        voorwaarden=("dsp_eerst_overleg",),
        acties=("school_bevragen_alb",),
    ),
    _bij(
        id="N-DSP-OVERLEG-BOL",
        als=N_VSV.geeft_grond & een(b.VAN_DSP, b.NAAR_DSP) & feit("opleiding").is_("mbo2_bol"),
        geldig=NIEUW,
        bronnen=("2026-1.2", "WEB-9.2.5-5"),
        let_op=("spanning_overleg_bol",),
    ),
    _bij(
        id="N-DSP-ONTVANGT-BIJZONDER",
        als=b.NAAR_DSP & een(b.GEZONDHEID, b.STRAFRECHTELIJK) & ~feit("begeleiding_akkoord").ja(),
        geldig=NIEUW,
        bronnen=("2026-1.2", "WEB-9.2.7-1"),
        let_op=("dsp_alleen_wie_steun_wil",),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="N-VSV-LEVEREN",
        als=N_VSV.geeft_grond & feit("van").is_("mbo") & b.NAAR_DSP,
        geldig=NIEUW,
        bronnen=("2026-3.3.2-s1-nieuw", "WEB-9.2.3"),
        let_op=("leveren_op_verzoek",),
    ),
    _bij(
        id="N-VSV-LEVEREN-VO",
        als=N_VSV.geeft_grond & feit("van").is_("vo", "pro") & b.NAAR_DSP,
        geldig=NIEUW,
        bronnen=("WVO2020-8.22",),
        let_op=("leveren_op_verzoek",),
    ),
    _bij(
        id="N-VSV-GEGEVENS",
        als=N_VSV.geeft_grond & b.VAN_DSP,
        geldig=NIEUW,
        bronnen=("WEB-9.2.5-3", "WEB-9.2.5-4"),
        let_op=("dsp_gesloten_lijst",),
    ),
    _bij(
        id="N-VSV-LEERBAARHEID",
        als=N_VSV.geeft_grond & feit("doel").is_("onderzoek_leerbaarheid"),
        geldig=NIEUW,
        bronnen=("2026-3.3.3-s1-nieuw",),
        let_op=("leerbaarheid_onze_lezing",),
    ),
    _bij(
        id="N-LP-DSP-JONG",
        als=N_LP_DSP.als & b.KWALIFICATIEPLICHTIG,
        geldig=NIEUW,
        bronnen=("WEB-9.2.1", "WEB-9.2.5-3"),
        let_op=("lp_dsp_nog_plichtig",),
    ),
    _bij(
        id="N-DSP-OVERLEG-MAG",
        als=b.SCHOOL_EN_DSP & b.VROEG_WEG & ~N_VSV.geeft_grond & DEELT,
        geldig=NIEUW,
        bronnen=("2026-1.2", "WEB-9.2.5-5"),
        let_op=("overleg_alb_mag",),
    ),
    _bij(
        id="O-VERPLAATSEN",
        als=O_AANWEZIG.als
        & ~feit("jongere_aanwezig").ja()
        & feit("uitkomst_oordeel").is_("mag_met_toestemming"),
        geldig=OUD,
        bronnen=("2021-2.3.3-s3", "2021-2.3.3-s4"),
        acties=("kan_het_wachten",),
    ),
    _bij(
        id="O-VOORAF",
        als=O_AANWEZIG.als & OP_TOESTEMMING,
        geldig=OUD,
        bronnen=("2021-2.3.3-s1",),
        voorwaarden=("vooraf_geinformeerd_aantoonbaar",),
    ),
    _bij(
        id="N-ALB-GRENS",
        als=DRAAGT_OVER
        & b.VAN_SCHOOL_AF
        & een(
            b.PRO_OF_VSO & (feit("maanden_sinds_uitstroom") >= termijn("alb_pro_vso")),
            ~b.PRO_OF_VSO & (feit("maanden_sinds_uitstroom") >= termijn("alb_mbo")),
        ),
        geldig=NIEUW,
        bronnen=("2026-1.1", "2026-3.1.2-s1-nieuw", "WEB-9.2.12"),
        let_op=("termijn_op_de_grens",),
    ),
    _bij(
        id="B-LEEFTIJD",
        als=feit("leeftijd") >= termijn("buiten_documenten_vanaf"),
        bronnen=("2021-voorwoord", "2026-voorwoord"),
        let_op=("leeftijd_buiten_documenten",),
    ),
    *spanningen.REGELS,
    # --- wat tegenhoudt, en wat er dan te doen is ---
    _bij(
        id="B-WEGLATEN",
        als=feit("uitkomst_oordeel").is_("mag_niet")
        & feit("uitkomst_samen").is_("mag", "mag_met_toestemming")
        & ~b.NUMMER,
        bronnen=("2021-1-s3", "2026-2-s3"),
        acties=("weglaten",),
    ),
    _bij(
        id="B-MILDER-DOEN",
        als=feit("uitkomst_oordeel").is_("anders"),
        bronnen=("2021-1-s4", "2026-2-s4"),
        acties=("mildere_weg",),
    ),
    _bij(
        id="B-BOTSING",
        als=feit("uitkomst_samen").is_("botsing"),
        bronnen=("2021-2", "2026-2"),
        acties=("botsing_uitzoeken",),
    ),
    _bij(
        id="B-OVERLEGGEN",
        als=feit("uitkomst_oordeel").is_("overleg"),
        bronnen=("2021-2", "2026-2"),
        acties=("privacy_officer",),
    ),
    # --- gevaar ---
    _bij(
        id="B-GEVAAR",
        als=GEVAAR,
        bronnen=("2021-1-s1", "2026-2-s1"),
        acties=("bel_112",),
    ),
    _bij(
        id="B-GEVAAR-NAGAAN",
        # While nobody said whether there is danger, that comes first.
        als=GEVAAR & feit("uitkomst_samen").is_("onvolledig"),
        bronnen=("2021-1-s1", "2026-2-s1"),
        acties=("bel_112",),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="B-GEVAAR-ACHTERAF",
        als=GEVAAR & feit("uitkomst_oordeel").is_("mag"),
        bronnen=("2021-1-s4", "2026-2-s4"),
        acties=("achteraf_informeren",),
    ),
    _bij(
        id="B-GEVAAR-BIJZONDER",
        als=feit("uitkomst_grondslag").is_("vitaal_belang") & b.BIJZONDER,
        bronnen=("2026-2", "2021-1", "AVG-9-2-c", "UAVG-22-2-b"),
        let_op=("vitaal_bijzonder",),
    ),
    _bij(
        id="B-GEVAAR-STRAF",
        als=feit("uitkomst_grondslag").is_("vitaal_belang") & b.STRAFRECHTELIJK,
        bronnen=("2026-2", "2021-1", "UAVG-32"),
        let_op=("vitaal_bijzonder",),
    ),
    _bij(
        id="B-GEVAAR-OUDERS",
        als=feit("uitkomst_grondslag").is_("vitaal_belang") & feit("naar").is_("ouders"),
        bronnen=("2021-1-s4", "2026-2-s4"),
        let_op=("ouders_deel_van_gevaar",),
    ),
    # --- altijd ---
    _bij(
        id="B-ALTIJD-INFORMEREN",
        als=VERTELT & SAMEN_DELEN,
        bronnen=("2021-1-s4", "2026-2-s4"),
        acties=("jongere_informeren",),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="B-ALTIJD-MOTIVEREN",
        als=GEEN_NOODGEVAL & SAMEN_DELEN,
        bronnen=("2021-1-s4", "2026-2-s4"),
        acties=("motiveren",),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="B-ALTIJD-NIETS",
        # Not towards Veilig Thuis: that nothing is shared may be what a child hides behind.
        als=VERTELT & SAMEN_NIETS,
        bronnen=("2021-1-s4", "2026-2-s4"),
        acties=("jongere_informeren_niets", "motiveren_niets"),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="B-ALTIJD-OPEN",
        als=VERTELT & feit("uitkomst_samen").is_("onvolledig"),
        bronnen=("2021-1-s4", "2026-2-s4"),
        acties=("jongere_informeren_open", "motiveren_open"),
        ook_bij_onbekend=True,
    ),
    _bij(
        id="B-ALTIJD",
        als=ALTIJD,
        bronnen=("2021-1-s4", "2026-2-s4"),
        acties=("vastleggen", "bij_twijfel"),
    ),
)
