"""De volgorde van de beslissing, als een lijst: het eerste besluit dat opgaat, telt.

Every data item walks this list with the facts of the situation. The list is the whole decision:
the motor only walks it, the documentation draws it, and a privacy officer can read it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from knowledge.atomen import EenVan
from knowledge.condities import ALTIJD, Conditie, een
from knowledge.regels import begrippen as b
from knowledge.regels.basis import Regel
from knowledge.regels.stap_1_grondslag import (
    B_VITAAL,
    B_VITAAL_ANDERE,
    B_VITAAL_WERKGEVER,
    B_WERKGEVER_ZORG,
    PLICHTEN,
    er_is_grond,
)
from knowledge.regels.stap_2_doelbinding import B_DOELBINDING
from knowledge.regels.stap_3_proportionaliteit import (
    B_BIJZONDER,
    B_HANDIG,
    B_MEDISCH,
    B_MEDISCH_UWV,
    ONGEACHT_TOESTEMMING,
)
from knowledge.regels.stap_4_subsidiariteit import B_MILDER


class Oordeel(StrEnum):
    """The verdict per purpose."""

    MAG = "mag"
    MAG_MET_TOESTEMMING = "mag_met_toestemming"
    MAG_NIET = "mag_niet"
    ANDERS = "anders"
    OVERLEG = "overleg"
    ONVOLLEDIG = "onvolledig"


# Of several items, the verdict of the situation is the first of these that any item reaches:
# what is blocked is left out, what remains decides.
VOORRANG: Final = (
    Oordeel.MAG,
    Oordeel.ANDERS,
    Oordeel.MAG_MET_TOESTEMMING,
    Oordeel.OVERLEG,
    Oordeel.MAG_NIET,
)

# Named intermediate conclusions, worked out once per item before the list is walked.
AFGELEID: Final[dict[str, Conditie]] = {
    "is_er_een_grond": er_is_grond(),
    "is_er_een_plicht": een(*(regel.geeft_grond for regel in PLICHTEN)),
    "is_er_geldige_toestemming": b.GELDIGE_TOESTEMMING,
}

GROND: Final = EenVan("is_er_een_grond", frozenset((True,)))
PLICHT: Final = EenVan("is_er_een_plicht", frozenset((True,)))
GELDIG_TOEGESTEMD: Final = EenVan("is_er_geldige_toestemming", frozenset((True,)))


class Besluit(NamedTuple):
    """One line of the list. `reden` is the text key for the item, `regels` may explain it."""

    reden: str
    als: Conditie
    oordeel: Oordeel
    regels: tuple[Regel, ...] = ()


BESLUITEN: Final[tuple[Besluit, ...]] = (
    # 1. Wat niet nodig is of niet gevraagd mag worden, valt weg.
    Besluit("handig", B_HANDIG.van_toepassing, Oordeel.MAG_NIET, (B_HANDIG,)),
    Besluit("medisch", B_MEDISCH.van_toepassing, Oordeel.MAG_NIET, (B_MEDISCH,)),
    # 2. Gevaar gaat voor, en wijkt niet voor weigering, doel of milder middel.
    Besluit(
        "gevaar_verkeerde_ontvanger",
        B_VITAAL_WERKGEVER.van_toepassing,
        Oordeel.OVERLEG,
        (B_VITAAL_WERKGEVER, B_VITAAL),
    ),
    Besluit("gevaar", B_VITAAL.van_toepassing, Oordeel.MAG, (B_VITAAL,)),
    Besluit(
        "gevaar_andere_ontvanger",
        ~GROND & B_VITAAL_ANDERE.van_toepassing,
        Oordeel.OVERLEG,
        (B_VITAAL_ANDERE, B_VITAAL),
    ),
    # 3. Geen grond en geweigerd. Alleen de zorg die een baan wil redden laat het document open.
    Besluit(
        "geweigerd",
        ~GROND & b.GEWEIGERD & ~B_WERKGEVER_ZORG.van_toepassing,
        Oordeel.MAG_NIET,
    ),
    # 4. Een milder middel gaat voor, behalve bij een plicht.
    Besluit("milder", ~PLICHT & B_MILDER.van_toepassing, Oordeel.ANDERS, (B_MILDER,)),
    Besluit(
        "bronnen_spreken_elkaar_tegen",
        ~GROND & B_WERKGEVER_ZORG.van_toepassing,
        Oordeel.OVERLEG,
        (B_WERKGEVER_ZORG,),
    ),
    # 6. Verzameld voor iets anders. (Nummers volgen de domeinbeschrijving; 6 gaat hier voor 5,
    #    omdat het de hele situatie raakt en 5 één gegeven.)
    Besluit(
        "ander_doel", ~PLICHT & B_DOELBINDING.van_toepassing, Oordeel.OVERLEG, (B_DOELBINDING,)
    ),
    # 5. De soort gegeven vraagt meer.
    *(
        Besluit(
            regel.id,
            regel.van_toepassing,
            Oordeel.OVERLEG,
            # For the UWV the account also names the rule that it departs from.
            (regel, B_MEDISCH) if regel is B_MEDISCH_UWV else (regel,),
        )
        for regel in ONGEACHT_TOESTEMMING
    ),
    Besluit(
        "bijzonder_mag",
        B_BIJZONDER.van_toepassing & GELDIG_TOEGESTEMD,
        Oordeel.MAG,
        (B_BIJZONDER,),
    ),
    Besluit(
        "gevaar_andere_ontvanger",
        B_BIJZONDER.van_toepassing & B_VITAAL_ANDERE.van_toepassing,
        Oordeel.OVERLEG,
        (B_VITAAL_ANDERE, B_VITAAL, B_BIJZONDER),
    ),
    Besluit(
        "bijzonder_geweigerd",
        B_BIJZONDER.van_toepassing & b.GEWEIGERD,
        Oordeel.MAG_NIET,
        (B_BIJZONDER,),
    ),
    Besluit(
        "te_jong",
        B_BIJZONDER.van_toepassing & ~b.GEWEIGERD & ~b.MAG_ZELF_TOESTEMMEN,
        Oordeel.OVERLEG,
        (B_BIJZONDER,),
    ),
    Besluit(
        "bijzonder_vragen",
        B_BIJZONDER.van_toepassing,
        Oordeel.MAG_MET_TOESTEMMING,
        (B_BIJZONDER,),
    ),
    # 7. Wat overblijft: de grond, of anders alleen toestemming.
    Besluit("grond", GROND, Oordeel.MAG),
    Besluit("te_jong", ~b.GEWEIGERD & ~b.MAG_ZELF_TOESTEMMEN, Oordeel.OVERLEG),
    Besluit("toestemming_vragen", ALTIJD, Oordeel.MAG_MET_TOESTEMMING),
)
