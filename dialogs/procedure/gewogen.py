"""Wat uit één stel feiten volgt, voor één doel: één keer uitgerekend, voor wie het ook vraagt.

In one turn a dozen places ask about the same facts, and stappen whose answers are still to come
ask about the facts of the stap before. They share what is kept here. Nothing here knows the
dossier the facts came from.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Final

from dialogs.dossier import feitenblad
from dialogs.dossier.feitenblad import Velden
from knowledge import belang, motor, weging
from knowledge.beslissing import Oordeel
from knowledge.condities import Conditie, Waarheid
from knowledge.feiten import Doel, Situatie
from knowledge.motor import GegevenStand, Stand
from knowledge.regels.basis import Regel
from knowledge.stapbronnen import regels_van_stap
from knowledge.uitkomst import Uitkomst

_ONTHOUDEN: Final = 256
"""So many sets of facts, of all conversations together: a few dozen weighings in progress."""


class Gewogen:
    """What follows from the facts; each part is worked out when somebody asks for it."""

    def __init__(self, velden: Velden, doel: str | None) -> None:
        self._velden = velden
        self._doel = Doel(doel) if doel else None
        self._standaard: dict[str, bool] = {}
        self._waarheden: dict[int, tuple[Conditie, Waarheid]] = {}
        self._wacht_op: dict[int, tuple[Conditie, frozenset[str]]] = {}
        self._regels: dict[int, tuple[Regel, ...]] = {}

    @cached_property
    def situatie(self) -> Situatie:
        """The facts for this purpose."""
        return feitenblad.situatie_van(self._velden)

    @cached_property
    def stand(self) -> Stand:
        """The facts as the motor reads them."""
        return Stand.van(self.situatie, self._doel)

    @cached_property
    def per_gegeven(self) -> tuple[GegevenStand, ...]:
        """What can be decided for each data item."""
        return motor.per_gegeven(self.stand)

    @property
    def verschillend(self) -> tuple[GegevenStand, ...]:
        """The same, of items with equal facts once."""
        return self.stand.verschillend

    def telt(self, feit: str) -> bool:
        """Tell whether an unknown fact can still matter, of an item or of the situation."""
        if feit in motor.MET_STANDAARD:
            return self._standaard_telt(feit)
        return feit in self._telt_nog

    @cached_property
    def _telt_nog(self) -> frozenset[str]:
        sleutels = belang.telt_zonder_standaard(self.stand)
        return frozenset(sleutel.rpartition("].")[2] for sleutel in sleutels)

    def _standaard_telt(self, feit: str) -> bool:
        # A walk of its own, and only for the fact that is asked about.
        if feit not in self._standaard:
            self._standaard[feit] = belang.standaard_telt(self.stand, feit)
        return self._standaard[feit]

    def telt_zeker(self, feit: str) -> bool:
        """Tell the same, but where the outcome is settled only of what conditions wait for.

        `telt` may name one too many. This takes the outcome itself, and so is for the end.
        """
        uit = self.uitkomst
        if uit.oordeel is Oordeel.ONVOLLEDIG:
            return any(feit == sleutel.rpartition("].")[2] for sleutel in uit.ontbrekend)
        if any(gegeven.delen is None for gegeven in uit.gegevens):
            return self.telt(feit)
        return feit in belang.voor_bijregels(self.stand) or feit in motor.MET_STANDAARD

    @cached_property
    def uitkomst(self) -> Uitkomst:
        """The outcome for this purpose, without kantelpunten."""
        return weging.weeg_doel(self.situatie, self._doel, volledig=False)

    @cached_property
    def volledig(self) -> Uitkomst:
        """The outcome for this purpose, with all that accounts for it."""
        return weging.met_alles(self.uitkomst, self.stand, self.situatie)

    def waarheid(self, conditie: Conditie) -> Waarheid:
        """Ask the motor: waar as soon as it holds for one data item."""
        merk = id(conditie)
        if merk not in self._waarheden:
            # With the condition itself: as long as it is kept, no other gets its id.
            self._waarheden[merk] = (conditie, _samen(self.stand.waarheden(conditie)))
        return self._waarheden[merk][1]

    def wacht_op(self, toets: Conditie) -> frozenset[str]:
        """Return the unknown facts that keep a check onbekend."""
        merk = id(toets)
        if merk not in self._wacht_op:
            self._wacht_op[merk] = (toets, self.stand.wacht_op(toets))
        return self._wacht_op[merk][1]

    def regels_van_stap(self, stap: int) -> tuple[Regel, ...]:
        """Return the rules of a stap that certainly apply to some data item."""
        if stap not in self._regels:
            self._regels[stap] = regels_van_stap(self.stand, stap)
        return self._regels[stap]


def _samen(waarheden: Sequence[Waarheid]) -> Waarheid:
    if True in waarheden:
        return True
    return None if None in waarheden or not waarheden else False


@lru_cache(maxsize=_ONTHOUDEN)
def gewogen(velden: Velden, doel: str | None) -> Gewogen:
    """Return what follows from these facts; equal facts give the same object."""
    return Gewogen(velden, doel)
