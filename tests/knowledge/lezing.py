"""The documents and the statutes read a second time: what the rules are about, in plain Python.

Written from the service documents and the statutes, not from `knowledge/regels`, so that a slip
in a condition there shows up as a difference. All facts are known here; unknown ones have their
own tests. When each rule applies is in `lezing_stap_1`, `lezing_stappen` and `lezing_altijd`,
which verdict follows in `lezing_oordeel`.
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
DERDEN: Final = {"werkgever", "uwv", "werkcentrum"}
# Another law may allow or order it to tell these.
GEZAG: Final = {"gecertificeerde_instelling", "raad_kinderbescherming", "politie"}
# Stap 1 names the first seven; the others act in a statutory task as well.
OVERHEID: Final = {
    *("gemeente", "uwv", "doorstroompunt", "leerplicht", "duo", "bidn", "werkcentrum"),
    *("politie", "veilig_thuis", "raad_kinderbescherming"),
}
# Those who can avert danger, and the schools that have the young person with them.
REDDERS: Final = {
    *("jeugdzorg", "veilig_thuis", "arts", "politie", "ouders", "wijkteam"),
    *("gecertificeerde_instelling", "raad_kinderbescherming"),
    *ONDERWIJS,
}
MET_GEHEIM: Final = {"jeugdzorg", "arts", "gecertificeerde_instelling", "wijkteam"}
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


def plichtig(f: F) -> bool:
    """Until 16 everybody; until 18 who has no startkwalificatie."""
    return bool(f.leeftijd < 16 or (f.leeftijd < 18 and not f.startkwalificatie))


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


def overdracht(f: F, school: str) -> bool:
    """2026 §1.3, WEB 9.2.13: the own school hands over, to work (an mbo: also to education)."""
    doelen = {"begeleiding_naar_werk"}
    eigen = (school, f.opleiding) in {("pro", "pro"), ("vso", "vso_arbeid")}
    if school == "mbo" and f.opleiding in MBO:
        eigen, doelen = True, {"begeleiding_naar_werk", "begeleiding_naar_onderwijs"}
    return eigen and f.doel in doelen and gebruikt_alb(f)


def in_document(f: F) -> bool:
    return bool(f.overgangsdocument_akkoord and f.in_overgangsdocument)


# --- toestemming ------------------------------------------------------------------------------


def vertegenwoordigd(f: F) -> bool:
    """UAVG 5: under sixteen the parents or guardian decide, and else a curator or mentor."""
    return bool(f.leeftijd < 16 or f.vertegenwoordigd)


def gegeven(f: F) -> bool:
    """Who decides said yes."""
    beslist = f.toestemming_vertegenwoordiger if vertegenwoordigd(f) else f.toestemming
    return bool(beslist == "gegeven")


def onenig(f: F) -> bool:
    """The young person says no, who decides for them says yes."""
    return vertegenwoordigd(f) and gegeven(f) and zelf_geweigerd(f)


def zelf_geweigerd(f: F) -> bool:
    return bool(f.toestemming == "geweigerd")


def geweigerd(f: F) -> bool:
    """Either of them refused, and nobody who decides said yes."""
    namens = vertegenwoordigd(f) and f.toestemming_vertegenwoordiger == "geweigerd"
    return bool((zelf_geweigerd(f) and not onenig(f)) or namens)


def eisen(f: F) -> bool:
    return bool(
        f.toestemming_vrij
        and f.toestemming_duidelijk
        and f.toestemming_geinformeerd
        and f.toestemming_specifiek
    )


def toegestemd(f: F) -> bool:
    """Stap 1: given by who decides, all four tests met, and not against the young person."""
    return gegeven(f) and eisen(f) and not onenig(f)


def zelf(f: F) -> bool:
    """2026 §3.3.3 stap 3: present and telling it; neither a refusal nor a failed yes is cured."""
    nee = zelf_geweigerd(f) or geweigerd(f)
    return bool(f.jongere_aanwezig) and not nee and not (gegeven(f) and not eisen(f))


# --- gegevens ---------------------------------------------------------------------------------


def gezondheid(f: F) -> bool:
    return "gezondheid" in f.soort


def bijzonder(f: F) -> bool:
    return gezondheid(f) or "bijzonder" in f.soort


def straf(f: F) -> bool:
    return "strafrechtelijk" in f.soort
