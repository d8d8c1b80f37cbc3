"""Stap 3: wat is echt nodig, en vraagt de soort gegeven nog iets extra?"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from dialogs.dossier import feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.procedure.automaat import Overgang, Stap
from dialogs.procedure.bord import Bord, Plek
from dialogs.procedure.stappen.stap_1_grondslag import EISEN
from knowledge.condities import een
from knowledge.regels.begrippen import GELDIGE_TOESTEMMING
from knowledge.regels.stap_1_grondslag import B_VITAAL
from knowledge.regels.stap_3_proportionaliteit import B_BIJZONDER, ONGEACHT_TOESTEMMING


class Toestand(Enum):
    """The checks of stap 3, and how they can end."""

    NODIG = auto()
    SOORT = auto()
    NODIGE_GEGEVENS = auto()
    NIETS_NODIG = auto()
    GEBLOKKEERD = auto()
    ONBEKEND = auto()


T = Toestand


def nodig_beantwoord(bord: Bord) -> bool:
    """The professional said what is needed, and owes a reason."""
    keer = Keer(VRAGEN["nodig"], bord.doel)
    return feitenblad.waarde(bord.dossier, keer.sleutel) is not None


def alles_handig(bord: Bord) -> bool:
    """Guard: every item is only convenient."""
    return all(gegeven.zeker.reden in ("handig", "medisch") for gegeven in bord.per_gegeven)


_GEBLOKKEERD: Final = ~B_VITAAL.geeft_grond & een(
    *(regel.van_toepassing for regel in ONGEACHT_TOESTEMMING),
    B_BIJZONDER.van_toepassing & ~GELDIGE_TOESTEMMING,
)


def alles_geblokkeerd(bord: Bord) -> bool:
    """Guard: whatever is needed is of a kind that demands more than the ground gives."""
    return all(
        gegeven.zeker.reden in ("handig", "medisch")
        or _GEBLOKKEERD.waarheid(gegeven.feiten) is True
        for gegeven in bord.per_gegeven
    )


def nodig_onbekend(bord: Bord) -> bool:
    """Guard: of some item nobody knows whether it is needed."""
    return any("nodig" not in gegeven.feiten for gegeven in bord.per_gegeven)


STAP: Final = Stap(
    nummer=3,
    naam="stap_3_proportionaliteit",
    toestanden=Toestand,
    begin=T.NODIG,
    einden=frozenset((T.NODIGE_GEGEVENS, T.NIETS_NODIG, T.GEBLOKKEERD, T.ONBEKEND)),
    vragen={
        T.NODIG: (Plek("nodig"), Plek("nodig_reden", als=nodig_beantwoord)),
        T.SOORT: (Plek("toestemming"), *EISEN, Plek("leeftijd")),
    },
    overgangen=(
        Overgang(T.NODIG, T.SOORT),
        Overgang(T.SOORT, T.NIETS_NODIG, alles_handig),
        Overgang(T.SOORT, T.ONBEKEND, nodig_onbekend),
        Overgang(T.SOORT, T.GEBLOKKEERD, alles_geblokkeerd),
        Overgang(T.SOORT, T.NODIGE_GEGEVENS),
    ),
)
