"""Stap 3: wat is echt nodig, en vraagt de soort gegeven nog iets extra?"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from dialogs.dossier import feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.procedure.automaat import Overgang, Stap
from dialogs.procedure.bord import Bord, Plek
from dialogs.procedure.stappen.stap_1_grondslag import EISEN, GAAT_VOOR
from knowledge.condities import een
from knowledge.regels.begrippen import GELDIGE_TOESTEMMING
from knowledge.regels.stap_3_proportionaliteit import (
    B_BIJZONDER,
    B_LEERPLICHT_ZORG,
    ONGEACHT_TOESTEMMING,
)


class Toestand(Enum):
    """The checks of stap 3, and how they can end."""

    NODIG = auto()
    SOORT = auto()
    NODIGE_GEGEVENS = auto()
    VERTELT_ZELF = auto()
    NIETS_NODIG = auto()
    GEBLOKKEERD = auto()
    ONBEKEND = auto()


T = Toestand


def nodig_beantwoord(bord: Bord) -> bool:
    """The professional said what is needed, and owes a reason."""
    keer = Keer(VRAGEN["nodig"], bord.doel)
    return feitenblad.waarde(bord.dossier, keer.sleutel) is not None


_GESCHRAPT: Final = ("handig", "medisch", "nummer")


def alles_handig(bord: Bord) -> bool:
    """Guard: every item is only convenient, or struck."""
    return all(gegeven.zeker.reden in _GESCHRAPT for gegeven in bord.verschillend)


def vertelt_zelf(bord: Bord) -> bool:
    """Guard: of what is needed nothing is shared by you, the young person tells it."""
    redenen = {gegeven.zeker.reden for gegeven in bord.verschillend}
    return "vertelt_zelf" in redenen and redenen <= {"vertelt_zelf", *_GESCHRAPT}


_GEBLOKKEERD: Final = ~een(*(regel.geeft_grond for regel in GAAT_VOOR)) & een(
    *(regel.van_toepassing for regel in ONGEACHT_TOESTEMMING),
    B_LEERPLICHT_ZORG.van_toepassing,
    B_BIJZONDER.van_toepassing & ~GELDIGE_TOESTEMMING,
)


def alles_geblokkeerd(bord: Bord) -> bool:
    """Guard: whatever is needed is of a kind that demands more than the ground gives."""
    return all(
        gegeven.zeker.reden in _GESCHRAPT or _GEBLOKKEERD.waarheid(gegeven.feiten) is True
        for gegeven in bord.verschillend
    )


def iets_bijzonders(bord: Bord) -> bool:
    """Some item may be of a kind that only explicit consent opens."""
    return bord.waarheid(B_BIJZONDER.van_toepassing) is not False


def nodig_onbekend(bord: Bord) -> bool:
    """Guard: of some item nobody knows whether it is needed."""
    return any("nodig" not in gegeven.feiten for gegeven in bord.verschillend)


STAP: Final = Stap(
    nummer=3,
    naam="stap_3_proportionaliteit",
    toestanden=Toestand,
    begin=T.NODIG,
    einden=frozenset((T.NODIGE_GEGEVENS, T.VERTELT_ZELF, T.NIETS_NODIG, T.GEBLOKKEERD, T.ONBEKEND)),
    vragen={
        T.NODIG: (Plek("nodig"), Plek("nodig_reden", als=nodig_beantwoord)),
        T.SOORT: (Plek("toestemming", als=iets_bijzonders), *EISEN),
    },
    overgangen=(
        Overgang(T.NODIG, T.SOORT),
        Overgang(T.SOORT, T.NIETS_NODIG, alles_handig),
        Overgang(T.SOORT, T.ONBEKEND, nodig_onbekend),
        Overgang(T.SOORT, T.VERTELT_ZELF, vertelt_zelf),
        Overgang(T.SOORT, T.GEBLOKKEERD, alles_geblokkeerd),
        Overgang(T.SOORT, T.NODIGE_GEGEVENS),
    ),
)
