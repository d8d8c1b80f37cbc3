"""Altijd: de jongere informeren, motiveren, acties verdelen, en wie deze weging maakte."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from dialogs.procedure.automaat import Overgang, Stap
from dialogs.procedure.bord import Bord, Plek
from dialogs.procedure.overzicht import acties_te_verdelen, gestopt_in_stap_1


class Toestand(Enum):
    """What always has to be done, whatever the verdict."""

    INFORMEREN = auto()
    MOTIVEREN = auto()
    ACTIES = auto()
    WIE = auto()
    KLAAR = auto()


T = Toestand


def er_valt_iets_te_doen(bord: Bord) -> bool:
    """Not when every purpose already ended in `mag_niet` at stap 1: then nothing is shared."""
    return not gestopt_in_stap_1(bord.dossier)


def er_zijn_acties(bord: Bord) -> bool:
    """There is more to do than what one always does."""
    return er_valt_iets_te_doen(bord) and bool(acties_te_verdelen(bord.dossier))


STAP: Final = Stap(
    nummer=5,
    naam="altijd",
    toestanden=Toestand,
    begin=T.INFORMEREN,
    einden=frozenset((T.KLAAR,)),
    vragen={
        T.INFORMEREN: (Plek("informeren", als=er_valt_iets_te_doen),),
        T.MOTIVEREN: (Plek("motiveren", als=er_valt_iets_te_doen),),
        T.ACTIES: (Plek("opvolging", als=er_zijn_acties),),
        T.WIE: (Plek("functie"),),
    },
    overgangen=(
        Overgang(T.INFORMEREN, T.MOTIVEREN),
        Overgang(T.MOTIVEREN, T.ACTIES),
        Overgang(T.ACTIES, T.WIE),
        Overgang(T.WIE, T.KLAAR),
    ),
)
