"""The second reading, continued: what belongs to an outcome besides the verdict."""

from __future__ import annotations

from typing import Final

from tests.knowledge.lezing import (
    MITS,
    SCHOLEN,
    STAP_1,
    F,
    Lezing,
    bijzonder,
    dsp_en_gemeente,
    gezondheid,
    nieuw,
    pro_of_vso,
    school_en_dsp,
    school_en_gemeente,
    straf,
    vroeg_weg,
    vsv_leeftijd,
    weg,
)

MACHT: Final = {"gemeente", "uwv", "doorstroompunt"}


def deelt(f: F) -> bool:
    return f.uitkomst_oordeel in {"mag", "mag_met_toestemming"}


def niets(f: F) -> bool:
    return f.uitkomst_oordeel in {"mag_niet", "anders"}


def met_dsp(f: F) -> bool:
    return "doorstroompunt" in {f.van, f.naar}


def met_document(f: F) -> bool:
    """The overgangsdocument goes to the gemeente, or to the Doorstroompunt with a task for it."""
    naar_dsp = STAP_1["N-OVERGANG-DSP"](f) and MITS["N-OVERGANG-DSP"](f)
    return STAP_1["N-OVERDRACHT"](f) or naar_dsp


def document_van_laatstejaars(f: F, school: str) -> bool:
    return met_document(f) and (f.schoolstatus, f.van) == ("ingeschreven", school)


def op_taak_vsv(f: F) -> bool:
    return STAP_1["N-VSV"](f) and MITS["N-VSV"](f)


ALTIJD: Final[dict[str, Lezing]] = {
    "B-TOESTEMMING-VRAGEN": lambda f: f.uitkomst_oordeel == "mag_met_toestemming",
    # The gemeente needs it in writing anyway (PW 65).
    "B-SCHRIFTELIJK": lambda f: (
        f.uitkomst_op_toestemming and not f.toestemming_schriftelijk and f.van != "gemeente"
    ),
    "B-AANTOONBAAR": lambda f: f.uitkomst_op_toestemming and not f.toestemming_aantoonbaar,
    "B-PW65": lambda f: f.uitkomst_op_toestemming and f.van == "gemeente",
    # AVG recital 43: who decides on the benefit, or holds the test for it, asks.
    "B-ONGELIJK": lambda f: (
        f.uitkomst_op_toestemming
        and f.doel in {"onderzoek_leerbaarheid", "beoordelen_uitkering"}
        and bool({f.van, f.naar} & MACHT)
    ),
    "B-GEMEENTE-TOESTEMMING": lambda f: f.uitkomst_op_toestemming and "gemeente" in {f.van, f.naar},
    "B-JONG": lambda f: (
        f.leeftijd < 16
        and (f.uitkomst_op_toestemming or f.uitkomst_oordeel in {"overleg", "mag_niet"})
    ),
    "B-VRAGEN": lambda f: f.gebruiker == "ontvanger",
    "B-OVERHEID": lambda f: (
        f.doel == "veiligheid_van_anderen"
        and f.van in {*MACHT, "leerplicht", "duo", "bidn", "werkcentrum", "politie"}
    ),
    "N-UWV-WERKCENTRUM": lambda f: nieuw(f) and f.naar in {"uwv", "werkcentrum"},
    "B-BSN": deelt,
    # Wmo 2015, 5.2.6: may also be told without consent.
    "B-MELDRECHT": lambda f: f.naar == "veilig_thuis" and f.uitkomst_oordeel != "mag",
    "N-DSP-OVERLEG": lambda f: op_taak_vsv(f) and met_dsp(f) and vroeg_weg(f),
    # The document has bol-2 as well; WEB 9.2.5(5) has not.
    "N-DSP-OVERLEG-BOL": lambda f: op_taak_vsv(f) and met_dsp(f) and f.opleiding == "mbo2_bol",
    # WEB 9.2.7(1): only of who agrees to the support.
    "N-DSP-ONTVANGT-BIJZONDER": lambda f: (
        nieuw(f)
        and f.naar == "doorstroompunt"
        and (gezondheid(f) or straf(f))
        and not f.begeleiding_akkoord
    ),
    # WEB 9.2.3: what the school has to give when asked.
    "N-VSV-LEVEREN": lambda f: op_taak_vsv(f) and f.van in SCHOLEN,
    "N-DSP-OVERLEG-MAG": lambda f: (
        nieuw(f) and school_en_dsp(f) and vroeg_weg(f) and not op_taak_vsv(f) and deelt(f)
    ),
    # 2021 §2.3.3: RMC on the way to work, outside §2.3.1.
    "O-VERPLAATSEN": lambda f: (
        STAP_1["O-AANWEZIG"](f)
        and not f.jongere_aanwezig
        and f.uitkomst_oordeel == "mag_met_toestemming"
    ),
    "O-VOORAF": lambda f: STAP_1["O-AANWEZIG"](f) and f.uitkomst_op_toestemming,
    # The last month of the term: on which day it ends is counted in days.
    "N-ALB-GRENS": lambda f: (
        met_document(f) and weg(f) and f.maanden_sinds_uitstroom == (24 if pro_of_vso(f) else 12)
    ),
    "B-LEEFTIJD": lambda f: f.leeftijd >= 40,
    "SPANNING-1": lambda f: (
        STAP_1["N-GEEN-ALB"](f)
        and f.naar == "gemeente"
        and (f.opleiding, f.schoolstatus) == ("entree", "gediplomeerd")
        and not f.startkwalificatie
        and vsv_leeftijd(f)
    ),
    "SPANNING-3": lambda f: met_document(f) and f.opleiding == "entree",
    # WEB 9.2.13(2) for the mbo, WEC 14e for the vso; the law on pro was not read.
    "SPANNING-5": lambda f: document_van_laatstejaars(f, "mbo"),
    "SPANNING-5-VSO": lambda f: document_van_laatstejaars(f, "vso"),
    "SPANNING-5-PRO": lambda f: document_van_laatstejaars(f, "pro"),
    "SPANNING-6": lambda f: (
        nieuw(f)
        and dsp_en_gemeente(f)
        and f.startkwalificatie
        and f.doel == "onderzoek_leerbaarheid"
    ),
    "SPANNING-7": gezondheid,
    "SPANNING-8": lambda f: (
        nieuw(f)
        and school_en_gemeente(f)
        and (pro_of_vso(f) and weg(f) and f.maanden_sinds_uitstroom > 24)
    ),
    "B-OVERLEGGEN": lambda f: f.uitkomst_oordeel == "overleg",
    "B-GEVAAR": lambda f: f.levensgevaar,
    "B-GEVAAR-ACHTERAF": lambda f: f.uitkomst_grondslag == "vitaal_belang",
    "B-GEVAAR-BIJZONDER": lambda f: (
        f.uitkomst_grondslag == "vitaal_belang" and (bijzonder(f) or straf(f))
    ),
    "B-ALTIJD-INFORMEREN": lambda f: not f.levensgevaar and not niets(f),
    "B-ALTIJD-NIETS": niets,
    "B-ALTIJD": lambda f: True,
}
