"""Stap 4: kan het op een manier die de jongere minder raakt? En wat bleef er nog open?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from dialogs.dossier import feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.procedure.automaat import Overgang, Stap
from dialogs.procedure.bord import Bord, Plek
from dialogs.procedure.stappen import stap_1_grondslag, stap_2_doelbinding
from dialogs.procedure.wachters import NietGevraagd, Zeker
from knowledge.feit import feit


class Toestand(Enum):
    """The check of stap 4, and how it can end."""

    MILDER = auto()
    OPEN_EINDEN = auto()
    UITSLAG = auto()
    GEEN_MILDER = auto()
    MILDER_MIDDEL = auto()
    NIET_AAN_DE_ORDE = auto()
    ONBEKEND = auto()


T = Toestand


def _alternatief(bord: Bord) -> object:
    return feitenblad.waarde(bord.dossier, Keer(VRAGEN["alternatief"], bord.doel).sleutel)


def alternatief_beantwoord(bord: Bord) -> bool:
    """The professional looked for a milder way, and owes a reason."""
    return _alternatief(bord) is not None


def gevolg_open(bord: Bord) -> bool:
    """A reason came with the answer, and did not say what happens if nothing is shared."""
    niets_nodig = feitenblad.waarde(bord.dossier, Keer(VRAGEN["nodig"], bord.doel).sleutel) == []
    return bord.doel in bord.dossier.stand.gevolg and (niets_nodig or alternatief_beantwoord(bord))


@dataclass(frozen=True, slots=True)
class TeltEcht:
    """Nothing else is open now, so it can be told exactly whether a question matters."""

    plek: Plek

    def __call__(self, bord: Bord) -> bool:
        """Tell whether it does, and whether it would be asked at its own place."""
        eigen = self.plek.als is None or self.plek.als(bord)
        return eigen and bord.telt_zeker(VRAGEN[self.plek.vraag])


# Later answers can open what an earlier stap passed over; nothing that matters stays unasked.
_ALLES: Final = tuple(
    replace(plek, als=TeltEcht(plek))
    for stap in (stap_1_grondslag.STAP, stap_2_doelbinding.STAP)
    for plekken in stap.vragen.values()
    for plek in plekken
    if plek.vraag != "belang_reden"
)

STAP: Final = Stap(
    nummer=4,
    naam="stap_4_subsidiariteit",
    toestanden=Toestand,
    begin=T.MILDER,
    einden=frozenset((T.GEEN_MILDER, T.MILDER_MIDDEL, T.NIET_AAN_DE_ORDE, T.ONBEKEND)),
    vragen={
        T.MILDER: (
            Plek("alternatief"),
            Plek("alternatief_reden", als=alternatief_beantwoord),
            Plek("gevolg", als=gevolg_open),
        ),
        T.OPEN_EINDEN: _ALLES,
    },
    overgangen=(
        Overgang(T.MILDER, T.OPEN_EINDEN),
        Overgang(T.OPEN_EINDEN, T.UITSLAG),
        Overgang(T.UITSLAG, T.NIET_AAN_DE_ORDE, NietGevraagd("alternatief")),
        Overgang(
            T.UITSLAG,
            T.GEEN_MILDER,
            Zeker(feit("alternatief").is_("geen"), "geen milder middel"),
        ),
        Overgang(
            T.UITSLAG,
            T.MILDER_MIDDEL,
            Zeker(~feit("alternatief").is_("geen"), "milder middel"),
        ),
        Overgang(T.UITSLAG, T.ONBEKEND),
    ),
)
