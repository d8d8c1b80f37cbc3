"""Vooraf: wat speelt er, wie geeft aan wie, waarvoor, en welke gegevens."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from dialogs.dossier import feitenblad
from dialogs.dossier.vragen import VRAGEN
from dialogs.procedure.automaat import Overgang, Stap
from dialogs.procedure.bord import Bord, Plek
from knowledge.feit import feit


class Toestand(Enum):
    """What must be clear before a ground can be looked for."""

    OMSCHRIJVING = auto()
    KANT = auto()
    EIGEN_ORGANISATIE = auto()
    ANDERE_ORGANISATIE = auto()
    DOEL = auto()
    GEGEVENS = auto()
    SOORT = auto()
    KLAAR = auto()


T = Toestand
_ONTVANGER: Final = feit("gebruiker").is_("ontvanger")


def iets_begrepen(bord: Bord) -> bool:
    """Something was read from a text, and nobody said yet whether it is right."""
    return bool(bord.dossier.stand.voorgesteld or bord.dossier.stand.twijfel)


def alleen_verteld(_: Bord) -> bool:
    """Never asked by itself: read from what was told, or opened with 'wijzig'."""
    return False


def meer_gegevens(bord: Bord) -> bool:
    """With several kinds open one question first: is anything sensitive among those items?"""
    open_ = [keer for keer in bord.keren(VRAGEN["soort"]) if not bord.beantwoord(keer)]
    return len(open_) > 1


def soort_open(bord: Bord) -> bool:
    """The kinds are asked item by item, unless nothing is sensitive."""
    return feitenblad.waarde(bord.dossier, "gevoelig") is not False


STAP: Final = Stap(
    nummer=0,
    naam="intake",
    toestanden=Toestand,
    begin=T.OMSCHRIJVING,
    einden=frozenset((T.KLAAR,)),
    vragen={
        T.OMSCHRIJVING: (Plek("begrepen", als=iets_begrepen), Plek("omschrijving")),
        T.KANT: (Plek("gebruiker"),),
        # Your own organisation first: that is the easy one.
        T.EIGEN_ORGANISATIE: (Plek("naar", mits=_ONTVANGER), Plek("van", mits=~_ONTVANGER)),
        T.ANDERE_ORGANISATIE: (Plek("van"), Plek("naar")),
        T.DOEL: (Plek("doel"), Plek("doel_woorden", als=alleen_verteld)),
        T.GEGEVENS: (Plek("gegevens"),),
        T.SOORT: (Plek("gevoelig", als=meer_gegevens), Plek("soort", als=soort_open)),
    },
    overgangen=(
        Overgang(T.OMSCHRIJVING, T.KANT),
        Overgang(T.KANT, T.EIGEN_ORGANISATIE),
        Overgang(T.EIGEN_ORGANISATIE, T.ANDERE_ORGANISATIE),
        Overgang(T.ANDERE_ORGANISATIE, T.DOEL),
        Overgang(T.DOEL, T.GEGEVENS),
        Overgang(T.GEGEVENS, T.SOORT),
        Overgang(T.SOORT, T.KLAAR),
    ),
)
