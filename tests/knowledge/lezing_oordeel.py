"""The second reading, put together: the verdict on one data item, in the order of the document.

Not the list of `knowledge/beslissing`, but the seven steps once more, in plain Python.
"""

from __future__ import annotations

from typing import Final

from tests.knowledge.lezing import (
    F,
    geweigerd,
    onenig,
    toegestemd,
    zelf,
    zelf_geweigerd,
)
from tests.knowledge.lezing_stap_1 import STAP_1, geldt, grond, plicht
from tests.knowledge.lezing_stappen import STAP_2_TOT_4

VERTELT_ZELF: Final = "vertelt_zelf"
"""No verdict on sharing: the young person tells this, the other items decide."""


def oordeel(f: F) -> str:
    """Return the verdict on the one item of a situation in which everything is known."""
    # 1. What is not needed, what is not asked, and a number that no law carries.
    if any(STAP_2_TOT_4[id_](f) for id_ in ("B-HANDIG", "B-MEDISCH", "B-NUMMER")):
        return "mag_niet"
    # 2. Danger, and violence reported to who has to look into it, give way to nothing.
    if STAP_1["B-VITAAL"](f) or STAP_1["B-MELDRECHT"](f):
        return "mag"
    draagt = grond(f)
    if f.levensgevaar and not draagt:
        return "overleg"
    if _botst(f):
        return "overleg"
    # 3. No ground: a refusal is the end of it, but where the sources leave it open.
    open_ = not draagt and _open_gelaten(f)
    if not draagt and not open_ and geweigerd(f):
        return "mag_niet"
    # 4 and 6 do not hold for what a law orders.
    if not plicht(f):
        if f.alternatief != "geen":
            return "anders"
        if open_ or _ouders_tegen_de_wens(f) or STAP_2_TOT_4["B-DOELBINDING"](f):
            return "overleg"
    # 5. The kind of data, item by item.
    return _soort(f) or ("mag" if draagt else "mag_met_toestemming")


def _botst(f: F) -> bool:
    """Agreed and refused, or agreed and not wanted."""
    return STAP_1["N-OVERDRACHT-GEWEIGERD"](f) or STAP_1["N-OVERDRACHT-ZONDER-ALB"](f)


def _open_gelaten(f: F) -> bool:
    """Two sources that differ, another law that may order it, or two who disagree."""
    zorg = geldt("B-WERKGEVER-ZORG", f)
    return zorg or geldt("B-GEZAG", f) or STAP_1["B-BELANG-OVERLEG"](f) or onenig(f)


def _ouders_tegen_de_wens(f: F) -> bool:
    """From sixteen on the pupil's own wish counts as well; of health it decides (stap 3)."""
    weegt_mee = f.leeftijd >= 16 and not STAP_2_TOT_4["B-BIJZONDER"](f)
    return geldt("B-OUDERS", f) and weegt_mee and zelf_geweigerd(f)


def _soort(f: F) -> str | None:
    dicht = ("B-STRAF", "N-DSP-BIJZONDER", "B-MEDISCH-UWV", "B-GEHEIM")
    if any(STAP_2_TOT_4[id_](f) for id_ in dicht):
        return "overleg"
    if STAP_2_TOT_4["B-BIJZONDER"](f):
        if toegestemd(f):
            return "mag"
        if zelf(f):
            return VERTELT_ZELF
    if STAP_2_TOT_4["B-LEERPLICHT-ZORG"](f):
        return "overleg"
    if not STAP_2_TOT_4["B-BIJZONDER"](f):
        return None
    # Danger is not settled by asking for consent.
    if f.levensgevaar or onenig(f):
        return "overleg"
    return "mag_niet" if geweigerd(f) else "mag_met_toestemming"
