"""The documents read a second time: when each rule applies, in plain Python.

Written from the service documents and the statutes, not from `knowledge/regels`, so that a slip
in a condition there shows up as a difference. All facts are known here; unknown ones have their
own tests.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Final

F = SimpleNamespace
"""The facts of one situation with one data item, and what its outcome is (`uitkomst_...`)."""
Lezing = Callable[[F], bool]

SCHOLEN: Final = {"vo", "pro", "vso", "mbo"}
ONDERWIJS: Final = {*SCHOLEN, "hbo_wo"}
# Stap 1 names the first seven; the police act in a statutory task as well.
OVERHEID: Final = {
    *("gemeente", "uwv", "doorstroompunt", "leerplicht", "duo", "bidn", "werkcentrum"),
    "politie",
}
# Those who can avert danger, and the schools that have the young person with them.
REDDERS: Final = {"jeugdzorg", "veilig_thuis", "arts", "politie", "ouders", *ONDERWIJS}
MBO: Final = {"entree", "mbo2_bol", "mbo2_bbl", "mbo3", "mbo4"}
VSV_DOELEN: Final = {
    "voorkomen_vsv",
    "begeleiding_naar_onderwijs",
    "begeleiding_naar_werk",
    "onderzoek_leerbaarheid",
}


def nieuw(f: F) -> bool:
    return bool(f.datum >= dt.date(2026, 1, 1))


def oud(f: F) -> bool:
    return not nieuw(f)


# --- wie aan wie ------------------------------------------------------------------------------


def tussen(f: F, een: set[str], ander: set[str]) -> bool:
    """Either way."""
    return (f.van in een and f.naar in ander) or (f.van in ander and f.naar in een)


def school_en_gemeente(f: F) -> bool:
    return tussen(f, SCHOLEN, {"gemeente"})


def school_en_dsp(f: F) -> bool:
    return tussen(f, SCHOLEN, {"doorstroompunt"})


def dsp_en_gemeente(f: F) -> bool:
    return tussen(f, {"doorstroompunt"}, {"gemeente"})


# --- de jongere -------------------------------------------------------------------------------


def vsv_leeftijd(f: F) -> bool:
    """WEB 9.2.1: from 18 until 27; until 2026 until 23."""
    return bool(18 <= f.leeftijd < (27 if nieuw(f) else 23))


def lang_verzuim(f: F) -> bool:
    """2026 §1.1: four weeks on end, or a shorter period that the school board set."""
    return bool(f.verzuim_ongeoorloofd and (f.verzuim_weken >= 4 or f.verzuim_kortere_termijn))


def weg(f: F) -> bool:
    return f.schoolstatus in {"gediplomeerd", "gestopt"}


def vsv(f: F) -> bool:
    """An early leaver: of that age, no startkwalificatie, gone or long absent."""
    return vsv_leeftijd(f) and not f.startkwalificatie and (weg(f) or lang_verzuim(f))


def pro_of_vso(f: F) -> bool:
    return f.opleiding in {"pro", "vso_arbeid"}


def vroeg_weg(f: F) -> bool:
    """WEB 9.2.5(5): whose leavers the school is consulted on first."""
    return pro_of_vso(f) or f.opleiding in {"entree", "mbo2_bol"}


def mbo_met_alb(f: F) -> bool:
    """2026 §1.1: entree and bol-2 have to offer it, the other mbo courses may."""
    return f.opleiding in {"entree", "mbo2_bol"} or bool(
        f.opleiding in {"mbo2_bbl", "mbo3", "mbo4"} and f.alb_aangeboden
    )


def gebruikt_alb(f: F) -> bool:
    """2026 §1.1: within 24 months after pro or vso, 12 after an mbo diploma; one's own choice."""
    ingeschreven = f.schoolstatus == "ingeschreven"
    if pro_of_vso(f):
        recht = ingeschreven or (weg(f) and f.maanden_sinds_uitstroom <= 24)
    else:
        op_tijd = f.schoolstatus == "gediplomeerd" and f.maanden_sinds_uitstroom <= 12
        recht = mbo_met_alb(f) and (ingeschreven or op_tijd)
    return bool(f.alb_gebruik and recht and nieuw(f))


def krijgt_alb(f: F) -> bool:
    """2026 §3.3.3: school or gemeente helps; in the first year also without the mbo diploma."""
    gestopt = f.schoolstatus == "gestopt" and f.maanden_sinds_uitstroom <= 12
    return gebruikt_alb(f) or bool(nieuw(f) and f.alb_gebruik and gestopt and mbo_met_alb(f))


def overdracht(f: F) -> bool:
    """2026 §1.3, WEB 9.2.13: the own school hands over, to work (an mbo: also to education)."""
    doelen = {"begeleiding_naar_werk"}
    eigen = (f.van, f.opleiding) in {("pro", "pro"), ("vso", "vso_arbeid")}
    if f.van == "mbo" and f.opleiding in MBO:
        eigen, doelen = True, {"begeleiding_naar_werk", "begeleiding_naar_onderwijs"}
    return eigen and f.doel in doelen and gebruikt_alb(f)


def in_document(f: F) -> bool:
    return bool(f.overgangsdocument_akkoord and f.in_overgangsdocument)


# --- toestemming en gegevens --------------------------------------------------------------------


def geweigerd(f: F) -> bool:
    return bool(f.toestemming == "geweigerd")


def toegestemd(f: F) -> bool:
    """Stap 1: given, and all four tests met; UAVG 5: from sixteen on by oneself."""
    eisen = (
        f.toestemming_vrij,
        f.toestemming_duidelijk,
        f.toestemming_geinformeerd,
        f.toestemming_specifiek,
    )
    return bool(f.toestemming == "gegeven" and all(eisen) and f.leeftijd >= 16)


def zelf(f: F) -> bool:
    """2026 §3.3.3 stap 3: present and telling it; a refusal wins."""
    return bool(f.jongere_aanwezig and not geweigerd(f))


def veiligheid(f: F) -> bool:
    return bool(f.doel == "veiligheid_van_anderen" and f.belang_zwaarder)


def gezondheid(f: F) -> bool:
    return "gezondheid" in f.soort


def bijzonder(f: F) -> bool:
    return gezondheid(f) or "bijzonder" in f.soort


def straf(f: F) -> bool:
    return "strafrechtelijk" in f.soort


# --- stap 1 -------------------------------------------------------------------------------------


def geen_redder(f: F) -> bool:
    return bool(f.naar == "werkgever" or f.doel == "beoordelen_uitkering")


def verzuimmelding(f: F) -> bool:
    """2026 §1.1: from the mbo to the Doorstroompunt, in one go or by way of DUO."""
    schakels = {("mbo", "doorstroompunt"), ("mbo", "duo"), ("duo", "doorstroompunt")}
    route = (f.van, f.naar) in schakels and f.doel == "melden_verzuim"
    return route and vsv_leeftijd(f) and not f.startkwalificatie and lang_verzuim(f)


def geen_alb(f: F) -> bool:
    """2026 §3.1.2: a graduate, or any leaver of pro or vso, without ALB."""
    wie = f.schoolstatus == "gediplomeerd" or (pro_of_vso(f) and f.schoolstatus == "gestopt")
    return school_en_gemeente(f) and wie and not gebruikt_alb(f)


def taak_vsv(f: F) -> bool:
    """2026 §1.2, §3.3.2, §3.3.3; where §3.1.2 speaks of school and gemeente, that goes first."""
    route = school_en_dsp(f) or dsp_en_gemeente(f) or (school_en_gemeente(f) and not geen_alb(f))
    return route and f.doel in VSV_DOELEN and vsv(f) and not krijgt_alb(f)


def buiten_doelgroep(f: F) -> bool:
    return dsp_en_gemeente(f) and (f.startkwalificatie or f.leeftijd >= (27 if nieuw(f) else 23))


def werkgever_geweigerd(f: F) -> bool:
    """2026 §3.1.3: the student does not want the employer to hear it."""
    return f.van in ONDERWIJS and f.naar == "werkgever" and geweigerd(f)


def van_bidn(f: F) -> bool:
    return f.van in {"bidn", "duo"} and f.naar == "doorstroompunt" and f.doel in VSV_DOELEN


_ROUTES: Final[dict[str, Lezing]] = {
    "B-VITAAL": lambda f: f.levensgevaar and f.naar in REDDERS and not geen_redder(f),
    "B-LEERPLICHT": lambda f: (
        f.van in SCHOLEN
        and (f.naar, f.doel) == ("leerplicht", "melden_verzuim")
        and (f.leeftijd < 16 or (f.leeftijd < 18 and not f.startkwalificatie))
    ),
    "N-VERZUIM": lambda f: nieuw(f) and verzuimmelding(f),
    "O-VERZUIM": lambda f: oud(f) and verzuimmelding(f),
    "N-OVERDRACHT": lambda f: f.naar == "gemeente" and overdracht(f) and in_document(f),
    "N-BUITEN-DOCUMENT": lambda f: f.naar == "gemeente" and overdracht(f) and not in_document(f),
    "N-GEEN-ALB": lambda f: nieuw(f) and geen_alb(f),
    "N-STUDENT-GEEN-ALB": lambda f: (
        nieuw(f)
        and (f.van in SCHOLEN and f.naar == "gemeente")
        and f.schoolstatus == "ingeschreven"
        and not gebruikt_alb(f)
    ),
    "N-OVERGANG-DSP": lambda f: f.naar == "doorstroompunt" and overdracht(f),
    "N-VSV": lambda f: nieuw(f) and taak_vsv(f),
    "N-DSP-STARTKWAL": lambda f: nieuw(f) and buiten_doelgroep(f),
    "N-BIDN": lambda f: nieuw(f) and van_bidn(f) and vsv(f),
    "N-HO": lambda f: nieuw(f) and (f.van, f.naar) == ("hbo_wo", "gemeente"),
    "N-OVERIG": lambda f: nieuw(f) and f.naar in {"werkgever", "uwv", "werkcentrum"},
    "O-SCHOOL": lambda f: (
        oud(f) and f.van in ONDERWIJS and f.naar in {"werkcentrum", "gemeente", "werkgever"}
    ),
    "O-RMC": lambda f: oud(f) and buiten_doelgroep(f),
    "O-FORMULIER": lambda f: (
        oud(f)
        and (f.van in SCHOLEN and f.naar in {"gemeente", "doorstroompunt"})
        and (f.opleiding, f.toestemming) == ("entree", "gegeven")
    ),
    "O-AANWEZIG": lambda f: oud(f) and f.van == "doorstroompunt" and not buiten_doelgroep(f),
    "B-WERKGEVER": werkgever_geweigerd,
    "B-WERKGEVER-ZORG": lambda f: (
        (f.van, f.naar, f.doel) == ("jeugdzorg", "werkgever", "behoud_van_werk") and geweigerd(f)
    ),
}
STAP_1: Final[dict[str, Lezing]] = {
    **_ROUTES,
    "B-REST": lambda f: not any(lezing(f) for lezing in _ROUTES.values()),
    "B-VITAAL-OVERLEG": lambda f: f.levensgevaar and geen_redder(f),
    "B-VITAAL-ANDERE": lambda f: f.levensgevaar and f.naar not in REDDERS and not geen_redder(f),
    "B-TOESTEMMING": toegestemd,
    "B-AANWEZIG": zelf,
    "B-OVEREENKOMST": lambda f: f.overeenkomst_nodig and not werkgever_geweigerd(f),
    "B-BELANG": lambda f: veiligheid(f) and f.van not in OVERHEID,
}

STAP_2_TOT_4: Final[dict[str, Lezing]] = {
    "B-DOELBINDING": lambda f: not f.doel_verenigbaar and not toegestemd(f),
    "B-HANDIG": lambda f: not f.nodig,
    "B-MEDISCH": lambda f: (
        gezondheid(f) and (f.doel, f.naar) == ("beoordelen_uitkering", "gemeente")
    ),
    "B-MEDISCH-UWV": lambda f: (
        gezondheid(f) and (f.doel, f.naar) == ("beoordelen_uitkering", "uwv")
    ),
    "B-STRAF": straf,
    "N-DSP-BIJZONDER": lambda f: (
        nieuw(f) and f.van == "doorstroompunt" and (gezondheid(f) or straf(f))
    ),
    # Jeugdwet 7.3.11; a doctor's secrecy is no lighter.
    "B-GEHEIM": lambda f: (
        f.van in {"jeugdzorg", "arts"}
        and (f.overeenkomst_nodig or veiligheid(f))
        and not toegestemd(f)
        and not zelf(f)
    ),
    "B-BIJZONDER": bijzonder,
    "B-MILDER": lambda f: f.alternatief != "geen",
}

# What a ground asks besides, before it carries the sharing.
MITS: Final[dict[str, Lezing]] = {
    "N-OVERGANG-DSP": lambda f: in_document(f) and f.regionale_taak,
    "N-VSV": lambda f: f.naar != "gemeente" or f.begeleiding_akkoord,
    "N-DSP-STARTKWAL": lambda f: f.mandaat,
    "B-BIJZONDER": toegestemd,
}
