"""Stap 2: past het doel bij waarvoor de gegevens zijn verzameld?"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from dialogs.procedure.automaat import Overgang, Stap
from dialogs.procedure.bord import Plek
from dialogs.procedure.stappen.stap_1_grondslag import EISEN, GAAT_VOOR
from dialogs.procedure.wachters import NietGevraagd, Zeker
from knowledge.beslissing import AFGELEID
from knowledge.condities import een
from knowledge.feit import feit
from knowledge.regels.begrippen import GELDIGE_TOESTEMMING


class Toestand(Enum):
    """The check of stap 2, and how it can end."""

    DOEL_VERENIGBAAR = auto()
    VERSE_TOESTEMMING_VRAGEN = auto()
    DOEL_PAST = auto()
    VERSE_TOESTEMMING = auto()
    DOEL_GAAT_NIET_VOOR = auto()
    NIET_AAN_DE_ORDE = auto()
    OVERLEG = auto()
    ONBEKEND = auto()


T = Toestand
_ANDER_DOEL: Final = feit("doel_verenigbaar").nee()

STAP: Final = Stap(
    nummer=2,
    naam="stap_2_doelbinding",
    toestanden=Toestand,
    begin=T.DOEL_VERENIGBAAR,
    einden=frozenset(
        (
            T.DOEL_PAST,
            T.VERSE_TOESTEMMING,
            T.DOEL_GAAT_NIET_VOOR,
            T.NIET_AAN_DE_ORDE,
            T.OVERLEG,
            T.ONBEKEND,
        )
    ),
    vragen={
        T.DOEL_VERENIGBAAR: (Plek("doel_verenigbaar"),),
        T.VERSE_TOESTEMMING_VRAGEN: (Plek("toestemming"), *EISEN),
    },
    overgangen=(
        Overgang(
            T.DOEL_VERENIGBAAR,
            T.DOEL_GAAT_NIET_VOOR,
            Zeker(
                een(
                    *(regel.geeft_grond for regel in GAAT_VOOR),
                    AFGELEID["is_er_een_plicht"],
                ),
                "gevaar, geweld of plicht",
            ),
        ),
        Overgang(
            T.DOEL_VERENIGBAAR,
            T.DOEL_PAST,
            Zeker(feit("doel_verenigbaar").ja(), "doel verenigbaar"),
        ),
        Overgang(
            T.DOEL_VERENIGBAAR,
            T.VERSE_TOESTEMMING,
            Zeker(GELDIGE_TOESTEMMING, "toestemming voor dit doel"),
        ),
        Overgang(T.DOEL_VERENIGBAAR, T.VERSE_TOESTEMMING_VRAGEN),
        Overgang(
            T.VERSE_TOESTEMMING_VRAGEN,
            T.VERSE_TOESTEMMING,
            Zeker(_ANDER_DOEL & GELDIGE_TOESTEMMING, "geldige toestemming voor dit doel"),
        ),
        Overgang(
            T.VERSE_TOESTEMMING_VRAGEN,
            T.OVERLEG,
            Zeker(_ANDER_DOEL & ~GELDIGE_TOESTEMMING, "ander doel zonder toestemming"),
        ),
        Overgang(T.VERSE_TOESTEMMING_VRAGEN, T.NIET_AAN_DE_ORDE, NietGevraagd("doel_verenigbaar")),
        Overgang(T.VERSE_TOESTEMMING_VRAGEN, T.ONBEKEND),
    ),
)
