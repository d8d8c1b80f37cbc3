"""Het bord waar de automaten naar kijken: antwoorden en motor, voor één doel."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, Vraag, Vraagsoort
from knowledge import belang, motor, weging
from knowledge.condities import ALTIJD, Conditie, Waarheid
from knowledge.feiten import Doel, Situatie
from knowledge.motor import GegevenStand, Stand
from knowledge.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True)
class Plek:
    """A question at a place in a stap: which one, and under what condition it makes sense.

    `mits` looks at the facts, `als` at the dossier (for questions in the professional's own
    words, which follow an answer rather than a fact).
    """

    vraag: str
    mits: Conditie = ALTIJD
    als: Callable[[Bord], bool] | None = None


class Bord:
    """Everything a guard may ask. Computed from the answers, kept nowhere."""

    def __init__(self, dossier: Dossier, doel: str | None, tot_en_met_stap: int = 5) -> None:
        self.dossier = dossier
        self.doel = doel
        self._stap = tot_en_met_stap

    @cached_property
    def situatie(self) -> Situatie:
        """The facts for this purpose."""
        return feitenblad.situatie(self.dossier, self.doel, self._stap)

    @cached_property
    def stand(self) -> Stand:
        """The facts as the motor reads them."""
        return Stand.van(self.situatie, Doel(self.doel) if self.doel else None)

    @cached_property
    def per_gegeven(self) -> tuple[GegevenStand, ...]:
        """What can be decided for each data item."""
        return motor.per_gegeven(self.stand)

    @cached_property
    def telt_nog(self) -> frozenset[str]:
        """The unknown facts that still matter."""
        return belang.telt_nog(self.stand)

    @cached_property
    def uitkomst(self) -> Uitkomst:
        """The outcome for this purpose, without kantelpunten."""
        doel = Doel(self.doel) if self.doel else None
        return weging.weeg_doel(self.situatie, doel, volledig=False)

    def waarheid(self, conditie: Conditie) -> Waarheid:
        """Ask the motor: waar as soon as it holds for one data item."""
        uitkomsten = {conditie.waarheid(gegeven.feiten) for gegeven in self.per_gegeven}
        if True in uitkomsten:
            return True
        return None if None in uitkomsten or not uitkomsten else False

    def beantwoord(self, keer: Keer) -> bool:
        """Tell whether this was asked and answered (also with 'weet ik niet')."""
        return keer.sleutel in self.dossier.antwoorden

    def keren(self, vraag: Vraag) -> Iterable[Keer]:
        """Return every asking of a question: per purpose, per data item."""
        doel = self.doel if vraag.per_doel else None
        if not vraag.per_gegeven:
            return (Keer(vraag, doel),)
        return tuple(Keer(vraag, doel, naam) for naam in feitenblad.namen(self.dossier))

    def eerste_open(self, plekken: Iterable[Plek], toets: Conditie | None) -> Keer | None:
        """Return the first question at these places that is worth asking.

        With a check (`toets`) a fact is asked only while the check is onbekend because of it.
        """
        wacht_op = None if toets is None else self._wacht_op(toets)
        for plek in plekken:
            vraag = VRAGEN[plek.vraag]
            if wacht_op is not None and vraag.feit is not None and vraag.feit not in wacht_op:
                continue
            if not self._zinvol(plek, vraag):
                continue
            for keer in self.keren(vraag):
                if not self.beantwoord(keer):
                    return keer
        return None

    def kan_tellen(self, plek: Plek, toets: Conditie | None, ook: frozenset[str]) -> bool:
        """Tell whether a question can make sense here once the facts in `ook` are answered too."""
        vraag = VRAGEN[plek.vraag]
        zin = plek.mits.waarheid(self.stand.feiten)
        if zin is False or (zin is None and not plek.mits.open(self.stand.feiten) <= ook):
            return False
        if toets is not None and vraag.feit is not None and vraag.feit not in self._wacht_op(toets):
            return False
        return self.telt(vraag)

    def _wacht_op(self, toets: Conditie) -> frozenset[str]:
        return frozenset().union(*(toets.open(gegeven.feiten) for gegeven in self.per_gegeven))

    def _zinvol(self, plek: Plek, vraag: Vraag) -> bool:
        if plek.mits.waarheid(self.stand.feiten) is not True:
            return False
        if plek.als is not None and not plek.als(self):
            return False
        return self.telt(vraag)

    def telt(self, vraag: Vraag) -> bool:
        """Tell whether the answer to a question can still matter."""
        if vraag.altijd or vraag.feit is None:
            return True
        if vraag.soort is Vraagsoort.SELECTIE and not feitenblad.namen(self.dossier):
            return False
        return any(self._gaat_over(sleutel, vraag.feit) for sleutel in self.telt_nog)

    @staticmethod
    def _gaat_over(sleutel: str, feit: str) -> bool:
        return sleutel == feit or sleutel.endswith(f"].{feit}")
