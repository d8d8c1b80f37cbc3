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
    B_AANWEZIG,
    B_BELANG_OVERLEG,
    B_GEZAG,
    B_MELDRECHT,
    B_OUDERS,
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
    B_LEERPLICHT_ZORG,
    B_MEDISCH,
    B_MEDISCH_UWV,
    B_NUMMER,
    ONGEACHT_TOESTEMMING,
)
from knowledge.regels.stap_4_subsidiariteit import B_MILDER
from knowledge.regels.tegenspraak import TEGENSPRAAK


class Oordeel(StrEnum):
    """The verdict per purpose."""

    MAG = "mag"
    MAG_MET_TOESTEMMING = "mag_met_toestemming"
    MAG_NIET = "mag_niet"
    ANDERS = "anders"
    OVERLEG = "overleg"
    ONVOLLEDIG = "onvolledig"


class Zelf(StrEnum):
    """What the young person tells: no verdict on sharing, the other items decide."""

    VERTELT_ZELF = "vertelt_zelf"


# Of several items, the verdict of the situation is the first of these that any item reaches:
# what is blocked is left out, what remains decides.
VOORRANG: Final = (
    Oordeel.MAG,
    Oordeel.ANDERS,
    Oordeel.MAG_MET_TOESTEMMING,
    Oordeel.OVERLEG,
    Zelf.VERTELT_ZELF,
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
    oordeel: Oordeel | Zelf
    regels: tuple[Regel, ...] = ()


# What the sources leave to another law, or contradict each other about, when nothing carries it.
_LATEN_OPEN: Final = (B_WERKGEVER_ZORG, B_GEZAG, B_BELANG_OVERLEG)
LAAT_OPEN: Final = een(*(regel.van_toepassing for regel in _LATEN_OPEN), b.ONENIG)
"""Where no ground is found the sources leave it open: for a privacy officer, also on a refusal."""

BESLUITEN: Final[tuple[Besluit, ...]] = (
    # 1. Wat niet nodig is of niet gevraagd mag worden, valt weg.
    Besluit("handig", B_HANDIG.van_toepassing, Oordeel.MAG_NIET, (B_HANDIG,)),
    Besluit("medisch", B_MEDISCH.van_toepassing, Oordeel.MAG_NIET, (B_MEDISCH,)),
    Besluit("nummer", B_NUMMER.van_toepassing, Oordeel.MAG_NIET, (B_NUMMER,)),
    # 2. Gevaar en een melding van geweld gaan voor, en wijken niet voor weigering, doel of
    #    milder middel.
    Besluit(
        "gevaar_verkeerde_ontvanger",
        B_VITAAL_WERKGEVER.van_toepassing & ~GROND,
        Oordeel.OVERLEG,
        (B_VITAAL_WERKGEVER, B_VITAAL),
    ),
    Besluit("gevaar", B_VITAAL.van_toepassing, Oordeel.MAG, (B_VITAAL,)),
    Besluit("meldrecht", B_MELDRECHT.van_toepassing, Oordeel.MAG, (B_MELDRECHT,)),
    Besluit(
        "gevaar_andere_ontvanger",
        ~GROND & B_VITAAL_ANDERE.van_toepassing,
        Oordeel.OVERLEG,
        (B_VITAAL_ANDERE, B_VITAAL),
    ),
    # Instemmen met het overgangsdocument en weigeren dat het gedeeld wordt, kan niet allebei.
    *(Besluit(regel.id, regel.van_toepassing, Oordeel.OVERLEG, (regel,)) for regel in TEGENSPRAAK),
    # 3. Geen grond en geweigerd: dan niet, behalve waar de bronnen het open laten.
    Besluit("geweigerd", ~GROND & b.GEWEIGERD & ~LAAT_OPEN, Oordeel.MAG_NIET),
    # 4. Een milder middel gaat voor, behalve bij een plicht.
    Besluit("milder", ~PLICHT & B_MILDER.van_toepassing, Oordeel.ANDERS, (B_MILDER,)),
    Besluit(
        "bronnen_spreken_elkaar_tegen",
        ~GROND & B_WERKGEVER_ZORG.van_toepassing,
        Oordeel.OVERLEG,
        (B_WERKGEVER_ZORG,),
    ),
    Besluit("gezag", ~GROND & B_GEZAG.van_toepassing, Oordeel.OVERLEG, (B_GEZAG,)),
    Besluit(
        "belang_niet_geregeld",
        ~GROND & B_BELANG_OVERLEG.van_toepassing,
        Oordeel.OVERLEG,
        (B_BELANG_OVERLEG,),
    ),
    Besluit("oneens", ~GROND & b.ONENIG, Oordeel.OVERLEG),
    Besluit(
        "ouders_tegen_wens",
        B_OUDERS.van_toepassing
        & b.MAG_ZELF_TOESTEMMEN
        & b.ZELF_GEWEIGERD
        & ~B_BIJZONDER.van_toepassing,
        Oordeel.OVERLEG,
        (B_OUDERS,),
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
        "vertelt_zelf",
        B_BIJZONDER.van_toepassing & B_AANWEZIG.van_toepassing,
        Zelf.VERTELT_ZELF,
        (B_AANWEZIG, B_BIJZONDER),
    ),
    Besluit(
        "leerplicht_oorzaak",
        B_LEERPLICHT_ZORG.van_toepassing,
        Oordeel.OVERLEG,
        (B_LEERPLICHT_ZORG, B_BIJZONDER),
    ),
    Besluit(
        "gevaar_andere_ontvanger",
        B_BIJZONDER.van_toepassing & een(B_VITAAL_ANDERE.als, B_VITAAL_WERKGEVER.als),
        Oordeel.OVERLEG,
        (B_VITAAL_ANDERE, B_VITAAL_WERKGEVER, B_VITAAL, B_BIJZONDER),
    ),
    Besluit(
        "bijzonder_geweigerd",
        B_BIJZONDER.van_toepassing & b.GEWEIGERD,
        Oordeel.MAG_NIET,
        (B_BIJZONDER,),
    ),
    Besluit("oneens", B_BIJZONDER.van_toepassing & b.ONENIG, Oordeel.OVERLEG, (B_BIJZONDER,)),
    Besluit(
        "bijzonder_vertegenwoordiger",
        B_BIJZONDER.van_toepassing & ~b.GEWEIGERD & b.VERTEGENWOORDIGD,
        Oordeel.MAG_MET_TOESTEMMING,
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
    Besluit(
        "vertegenwoordiger_vragen",
        ~b.GEWEIGERD & b.VERTEGENWOORDIGD,
        Oordeel.MAG_MET_TOESTEMMING,
    ),
    Besluit("toestemming_vragen", ALTIJD, Oordeel.MAG_MET_TOESTEMMING),
)
