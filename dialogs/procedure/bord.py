"""Het bord waar de automaten naar kijken: antwoorden en motor, voor één doel."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, Vraag, Vraagsoort
from dialogs.procedure.gewogen import Gewogen, gewogen
from knowledge.condities import ALTIJD, Conditie, Waarheid
from knowledge.feiten import Situatie
from knowledge.motor import GegevenStand, Stand
from knowledge.regels.basis import Regel
from knowledge.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True)
class Plek:
    """A question at a place in a stap: which one, and under what condition it makes sense.

    Both `mits` and `bij` are about the facts. Where `mits` is untrue an answer means nothing and
    goes; where `bij` is, the question is not asked, but what somebody told of it stays. `als`
    looks at the board.
    """

    vraag: str
    mits: Conditie = ALTIJD
    bij: Conditie = ALTIJD
    als: Callable[[Bord], bool] | None = None


class Bord:
    """Everything a guard may ask: the answers, and what follows from the facts in them."""

    def __init__(self, dossier: Dossier, doel: str | None, tot_en_met_stap: int = 5) -> None:
        self.dossier = dossier
        self.doel = doel
        self._stap = tot_en_met_stap

    @cached_property
    def _gewogen(self) -> Gewogen:
        return gewogen(feitenblad.velden(self.dossier, self.doel, self._stap), self.doel)

    @property
    def situatie(self) -> Situatie:
        """The facts for this purpose."""
        return self._gewogen.situatie

    @property
    def stand(self) -> Stand:
        """The facts as the motor reads them."""
        return self._gewogen.stand

    @property
    def per_gegeven(self) -> tuple[GegevenStand, ...]:
        """What can be decided for each data item."""
        return self._gewogen.per_gegeven

    @property
    def verschillend(self) -> tuple[GegevenStand, ...]:
        """The same, of items with equal facts once."""
        return self._gewogen.verschillend

    @property
    def uitkomst(self) -> Uitkomst:
        """The outcome for this purpose, without kantelpunten."""
        return self._gewogen.uitkomst

    @property
    def volledig(self) -> Uitkomst:
        """The outcome for this purpose, with all that accounts for it."""
        return self._gewogen.volledig

    def waarheid(self, conditie: Conditie) -> Waarheid:
        """Ask the motor: waar as soon as it holds for one data item."""
        return self._gewogen.waarheid(conditie)

    def regels_van_stap(self, stap: int) -> tuple[Regel, ...]:
        """Return the rules of a stap that certainly apply to some data item."""
        return self._gewogen.regels_van_stap(stap)

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
        # First what costs nothing: most of what can be asked has an answer.
        paren = ((plek, self._eerste(VRAGEN[plek.vraag])) for plek in plekken)
        open_ = [(plek, keer) for plek, keer in paren if keer is not None]
        if open_ and toets is not None:
            wacht_op = self._gewogen.wacht_op(toets)
            open_ = [
                (plek, keer)
                for plek, keer in open_
                if keer.vraag.feit is None or keer.vraag.feit in wacht_op
            ]
        return next((keer for plek, keer in open_ if self._zinvol(plek, keer.vraag)), None)

    def _eerste(self, vraag: Vraag) -> Keer | None:
        return next((keer for keer in self.keren(vraag) if not self.beantwoord(keer)), None)

    def kan_tellen(self, plek: Plek, toets: Conditie | None, ook: frozenset[str]) -> bool:
        """Tell whether a question can make sense here once the facts in `ook` are answered too."""
        vraag = VRAGEN[plek.vraag]
        for zin in (plek.mits, plek.bij):
            waarheid = zin.waarheid(self.stand.feiten)
            if waarheid is False or (waarheid is None and not zin.open(self.stand.feiten) <= ook):
                return False
        if plek.als is not None and not plek.als(self):
            return False
        if toets is not None and vraag.feit is not None:
            return vraag.feit in self._gewogen.wacht_op(toets) and self.telt(vraag)
        return self.telt(vraag)

    def _zinvol(self, plek: Plek, vraag: Vraag) -> bool:
        if any(zin.waarheid(self.stand.feiten) is not True for zin in (plek.mits, plek.bij)):
            return False
        return self.telt(vraag) and (plek.als is None or plek.als(self))

    def telt(self, vraag: Vraag) -> bool:
        """Tell whether the answer to a question can still matter, so that it is worth asking."""
        if vraag.altijd or vraag.feit is None:
            return True
        if vraag.nooit_gesteld:
            return False
        if vraag.soort is Vraagsoort.SELECTIE and not feitenblad.namen(self.dossier):
            return False
        return self._gewogen.telt(vraag.feit)

    def telt_zeker(self, vraag: Vraag) -> bool:
        """Tell it more precisely, at the cost of working out the outcome."""
        return vraag.feit is None or self._gewogen.telt_zeker(vraag.feit)

    def kan_gezegd(self, vraag: Vraag) -> bool:
        """Tell whether a fact that nobody is asked for would matter if somebody told it."""
        return vraag.feit is not None and self._gewogen.telt(vraag.feit)
