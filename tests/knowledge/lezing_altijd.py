"""The second reading, continued: what belongs to an outcome besides the verdict."""

from __future__ import annotations

from typing import Final

from tests.knowledge.lezing import (
    MBO,
    MET_GEHEIM,
    OVERHEID,
    F,
    Lezing,
    bijzonder,
    dsp_en_gemeente,
    gezondheid,
    nieuw,
    plichtig,
    pro_of_vso,
    school_en_dsp,
    school_en_gemeente,
    straf,
    vertegenwoordigd,
    vroeg_weg,
    vsv_leeftijd,
    weg,
    zelf_geweigerd,
)
from tests.knowledge.lezing_stap_1 import (
    casus_gaat_voor,
    draagt,
    geen_alb,
    geldt,
    ouders_beslissen_mee,
)

MACHT: Final = {"gemeente", "uwv", "doorstroompunt"}


def vraagt(f: F) -> bool:
    return bool(f.uitkomst_oordeel == "mag_met_toestemming")


def deelt(f: F) -> bool:
    return f.uitkomst_oordeel in {"mag", "mag_met_toestemming"}


def samen(f: F, *oordelen: str) -> bool:
    """What is concluded of the situation, whatever it is of this one item."""
    return f.uitkomst_samen in oordelen


def op_taak(f: F) -> bool:
    return bool(f.uitkomst_grondslag == "algemeen_belang")


def vertelt(f: F) -> bool:
    """In danger one acts first; where violence is feared other words are needed."""
    return not f.levensgevaar and f.naar != "veilig_thuis"


def partij(f: F, wie: str) -> bool:
    return wie in {f.van, f.naar}


def iemand_weigerde(f: F) -> bool:
    return zelf_geweigerd(f) or f.toestemming_vertegenwoordiger == "geweigerd"


def weigeren_kost_iets(f: F) -> bool:
    """AVG recital 43: whoever asks decides on the benefit, or holds the test for it."""
    return f.doel in {"onderzoek_leerbaarheid", "beoordelen_uitkering"}


def met_document(f: F) -> bool:
    """The overgangsdocument goes to the gemeente (or back), or to a Doorstroompunt with a task."""
    return draagt("N-OVERDRACHT", f) or draagt("N-OVERGANG-DSP", f)


def document_van_laatstejaars(f: F, school: str) -> bool:
    return met_document(f) and (f.schoolstatus, f.van) == ("ingeschreven", school)


def overdracht_met(f: F, school: str) -> bool:
    return draagt("N-OVERDRACHT", f) and partij(f, school)


def ouders_nog_vragen(f: F, opleidingen: set[str]) -> bool:
    open_ = ouders_beslissen_mee(f) and f.toestemming_vertegenwoordiger != "gegeven"
    return op_taak(f) and draagt("N-OVERDRACHT", f) and open_ and f.opleiding in opleidingen


def op_taak_vsv(f: F) -> bool:
    return draagt("N-VSV", f)


TOESTEMMING: Final[dict[str, Lezing]] = {
    "B-TOESTEMMING-VRAGEN": lambda f: vraagt(f) and not vertegenwoordigd(f),
    # UAVG 5: who decides for the young person is asked.
    "B-VERTEGENWOORDIGER-VRAGEN": lambda f: vraagt(f) and vertegenwoordigd(f),
    # UAVG 22: explicit.
    "B-BIJZONDER-VRAGEN": lambda f: vraagt(f) and bijzonder(f),
    # The gemeente needs it in writing anyway (PW 65).
    "B-SCHRIFTELIJK": lambda f: (
        f.uitkomst_op_toestemming and not f.toestemming_schriftelijk and f.van != "gemeente"
    ),
    "B-AANTOONBAAR": lambda f: f.uitkomst_op_toestemming and not f.toestemming_aantoonbaar,
    "B-PW65": lambda f: f.uitkomst_op_toestemming and f.van == "gemeente",
    "B-ONGELIJK": lambda f: (
        f.uitkomst_op_toestemming and weigeren_kost_iets(f) and bool({f.van, f.naar} & MACHT)
    ),
    # AP 2016: consent does not mend a missing law; said where refusing costs something.
    "B-GEMEENTE-TOESTEMMING": lambda f: (
        f.uitkomst_op_toestemming and weigeren_kost_iets(f) and partij(f, "gemeente")
    ),
    "B-JONG": lambda f: (
        vertegenwoordigd(f)
        and not f.levensgevaar
        and (f.uitkomst_op_toestemming or f.uitkomst_oordeel in {"overleg", "mag_niet"})
    ),
    "B-CURATOR": lambda f: f.uitkomst_op_toestemming and f.leeftijd >= 16 and f.vertegenwoordigd,
    # A ground against a refusal is not silent about it.
    "B-WEIGERING": lambda f: (
        iemand_weigerde(f)
        and f.uitkomst_oordeel == "mag"
        and f.uitkomst_grondslag not in {"toestemming", "geen"}
    ),
    # AVG 21: where a task is the ground, not a duty or danger.
    "B-BEZWAAR": lambda f: iemand_weigerde(f) and op_taak(f),
    "B-OUDERS-WENS": lambda f: geldt("B-OUDERS", f) and zelf_geweigerd(f),
    "B-OVEREENKOMST-CASUS": lambda f: (
        f.overeenkomst_nodig
        and casus_gaat_voor(f)
        and f.uitkomst_oordeel in {"mag_met_toestemming", "mag_niet"}
    ),
}
WIE: Final[dict[str, Lezing]] = {
    "B-VRAGEN": lambda f: f.gebruiker == "ontvanger",
    "B-OVERHEID": lambda f: f.doel == "veiligheid_van_anderen" and f.van in OVERHEID,
    "N-UWV-WERKCENTRUM": lambda f: nieuw(f) and f.naar in {"uwv", "werkcentrum"},
    # Wmo 2015, 5.2.6: may also be told without consent.
    "B-MELDRECHT-ADVIES": lambda f: f.naar == "veilig_thuis" and f.uitkomst_oordeel != "mag",
    "B-MELDRECHT-BIJZONDER": lambda f: geldt("B-MELDRECHT", f) and (bijzonder(f) or straf(f)),
    "B-MELDRECHT-GEHEIM": lambda f: geldt("B-MELDRECHT", f) and f.van in MET_GEHEIM,
    "B-PW65-TAAK": lambda f: f.van == "gemeente" and op_taak(f),
    "B-SUWI": lambda f: f.uitkomst_oordeel != "mag" and {f.van, f.naar} == {"gemeente", "uwv"},
    "B-LEEFTIJD": lambda f: f.leeftijd >= 40,
}
OVERDRACHT: Final[dict[str, Lezing]] = {
    # For the items that rest on it, not for those on consent beside it.
    "N-OVERDRACHT-DOCUMENT": lambda f: (
        op_taak(f) and draagt("N-OVERDRACHT", f) and f.naar == "gemeente"
    ),
    "N-OVERDRACHT-TERUG": lambda f: (
        op_taak(f) and draagt("N-OVERDRACHT", f) and f.van == "gemeente"
    ),
    # Each kind of school has its own law.
    "N-OVERDRACHT-MBO": lambda f: overdracht_met(f, "mbo"),
    "N-OVERDRACHT-VSO": lambda f: overdracht_met(f, "vso"),
    "N-OVERDRACHT-PRO": lambda f: overdracht_met(f, "pro"),
    "N-OVERDRACHT-OUDERS": lambda f: ouders_nog_vragen(f, {"pro"}),
    "N-OVERDRACHT-OUDERS-VSO": lambda f: ouders_nog_vragen(f, {"vso_arbeid"}),
    "N-OVERDRACHT-OUDERS-MBO": lambda f: ouders_nog_vragen(f, MBO),
    "N-OVERDRACHT-OUDERS-LEZING": lambda f: ouders_nog_vragen(f, MBO),
    # The last month of the term: on which day it ends is counted in days.
    "N-ALB-GRENS": lambda f: (
        met_document(f) and weg(f) and f.maanden_sinds_uitstroom == (24 if pro_of_vso(f) else 12)
    ),
}
DOORSTROOMPUNT: Final[dict[str, Lezing]] = {
    "N-DSP-OVERLEG": lambda f: op_taak_vsv(f) and partij(f, "doorstroompunt") and vroeg_weg(f),
    # The document has bol-2 as well; WEB 9.2.5(5) has not.
    "N-DSP-OVERLEG-BOL": lambda f: (
        op_taak_vsv(f) and partij(f, "doorstroompunt") and f.opleiding == "mbo2_bol"
    ),
    # WEB 9.2.7(1): only of who agrees to the support.
    "N-DSP-ONTVANGT-BIJZONDER": lambda f: (
        nieuw(f)
        and f.naar == "doorstroompunt"
        and (gezondheid(f) or straf(f))
        and not f.begeleiding_akkoord
    ),
    # WEB 9.2.3, WVO 2020 8.22: the Doorstroompunt may ask, a klantmanager may not.
    "N-VSV-LEVEREN": lambda f: op_taak_vsv(f) and (f.van, f.naar) == ("mbo", "doorstroompunt"),
    "N-VSV-LEVEREN-VO": lambda f: (
        op_taak_vsv(f) and f.van in {"vo", "pro"} and f.naar == "doorstroompunt"
    ),
    # WEB 9.2.5(3)-(4): what the Doorstroompunt may have is a closed list.
    "N-VSV-GEGEVENS": lambda f: op_taak_vsv(f) and f.van == "doorstroompunt",
    "N-VSV-LEERBAARHEID": lambda f: op_taak_vsv(f) and f.doel == "onderzoek_leerbaarheid",
    # WEB 9.2.1 speaks of who is no longer obliged to go to school.
    "N-LP-DSP-JONG": lambda f: geldt("N-LP-DSP", f) and plichtig(f),
    "N-DSP-OVERLEG-MAG": lambda f: (
        nieuw(f) and school_en_dsp(f) and vroeg_weg(f) and not op_taak_vsv(f) and deelt(f)
    ),
    # 2021 §2.3.3: RMC on the way to work, outside §2.3.1.
    "O-VERPLAATSEN": lambda f: (
        geldt("O-AANWEZIG", f)
        and not f.jongere_aanwezig
        and f.uitkomst_oordeel == "mag_met_toestemming"
    ),
    "O-VOORAF": lambda f: geldt("O-AANWEZIG", f) and f.uitkomst_op_toestemming,
}
VAN_BEIDE_CASUSSEN: Final = {
    "begeleiding_naar_werk",
    "begeleiding_naar_onderwijs",
    "voorkomen_vsv",
}
SPANNINGEN: Final[dict[str, Lezing]] = {
    # 2026 §3.1.2 and §3.3.2 both speak of work; whose purpose is another is not troubled by it.
    "SPANNING-1": lambda f: (
        nieuw(f)
        and geen_alb(f)
        and f.doel in VAN_BEIDE_CASUSSEN
        and (f.opleiding, f.schoolstatus) == ("entree", "gediplomeerd")
        and not f.startkwalificatie
        and vsv_leeftijd(f)
    ),
    # The other side of it: who left entree without the diploma.
    "SPANNING-1-GESTOPT": lambda f: (
        op_taak_vsv(f)
        and school_en_gemeente(f)
        and f.doel in VAN_BEIDE_CASUSSEN
        and (f.opleiding, f.schoolstatus) == ("entree", "gestopt")
    ),
    "SPANNING-3": lambda f: met_document(f) and f.opleiding == "entree",
    # WEB 9.2.13(2) for the mbo, WEC 14e for the vso, WVO 2020 2.31b for pro.
    "SPANNING-5": lambda f: document_van_laatstejaars(f, "mbo"),
    "SPANNING-5-VSO": lambda f: document_van_laatstejaars(f, "vso"),
    "SPANNING-5-PRO": lambda f: document_van_laatstejaars(f, "pro"),
    "SPANNING-6": lambda f: (
        nieuw(f)
        and dsp_en_gemeente(f)
        and f.startkwalificatie
        and f.mandaat
        and f.doel == "onderzoek_leerbaarheid"
    ),
    # Once, and not in an emergency.
    "SPANNING-7": lambda f: gezondheid(f) and not f.levensgevaar,
    # For pro the law itself counts from leaving (WVO 2020 2.31a(2)).
    "SPANNING-8": lambda f: (
        nieuw(f)
        and school_en_gemeente(f)
        and f.opleiding == "vso_arbeid"
        # Who does not use the guidance asks for no term.
        and f.alb_gebruik
        and (weg(f) and f.maanden_sinds_uitstroom > 24)
    ),
}
ALTIJD: Final[dict[str, Lezing]] = {
    **TOESTEMMING,
    **WIE,
    **OVERDRACHT,
    **DOORSTROOMPUNT,
    **SPANNINGEN,
    # What of one item is left out, taken another way or asked first.
    "B-WEGLATEN": lambda f: (
        f.uitkomst_oordeel == "mag_niet"
        and samen(f, "mag", "mag_met_toestemming")
        and "nummer" not in f.soort
    ),
    "B-MILDER-DOEN": lambda f: f.uitkomst_oordeel == "anders",
    "B-OVERLEGGEN": lambda f: f.uitkomst_oordeel == "overleg",
    "B-BOTSING": lambda f: samen(f, "botsing"),
    "B-GEVAAR": lambda f: f.levensgevaar,
    "B-GEVAAR-NAGAAN": lambda f: f.levensgevaar and samen(f, "onvolledig"),
    "B-GEVAAR-ACHTERAF": lambda f: f.levensgevaar and f.uitkomst_oordeel == "mag",
    "B-GEVAAR-BIJZONDER": lambda f: f.uitkomst_grondslag == "vitaal_belang" and bijzonder(f),
    # UAVG 32 is about criminal data only.
    "B-GEVAAR-STRAF": lambda f: f.uitkomst_grondslag == "vitaal_belang" and straf(f),
    "B-GEVAAR-OUDERS": lambda f: (f.uitkomst_grondslag, f.naar) == ("vitaal_belang", "ouders"),
    "B-ALTIJD-INFORMEREN": lambda f: (
        vertelt(f) and samen(f, "mag", "mag_met_toestemming", "overleg")
    ),
    "B-ALTIJD-MOTIVEREN": lambda f: (
        not f.levensgevaar and samen(f, "mag", "mag_met_toestemming", "overleg")
    ),
    # To hear that nothing is shared may be unsafe where violence is feared.
    "B-ALTIJD-NIETS": lambda f: vertelt(f) and samen(f, "mag_niet", "anders"),
    "B-ALTIJD-OPEN": lambda f: vertelt(f) and samen(f, "onvolledig"),
    "B-ALTIJD": lambda f: True,
}
