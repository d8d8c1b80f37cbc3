"""How well a search does on the questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from tests.zoekvragen.vragen import Vraag

HOOGSTENS = 3


class Treffer(Protocol):
    """What a search gives back: all that is measured is which topic it is."""

    @property
    def id(self) -> str:
        """The id of the topic."""


Zoek = Callable[[str, int], Sequence[Treffer]]


@dataclass(frozen=True, slots=True)
class Poging:
    """A question, and the ids that were found for it."""

    vraag: Vraag
    gevonden: tuple[str, ...]

    def goed_in(self, eerste: int) -> bool:
        """Say whether a right answer is among the first so many."""
        return self.vraag.plaats(self.gevonden[:eerste]) is not None

    @property
    def goed(self) -> bool:
        """The first answer is right, or nothing was found where there is nothing."""
        return self.goed_in(1) if self.vraag.id else not self.gevonden


@dataclass(frozen=True, slots=True)
class Aandeel:
    """So many of so many; `str` gives the fraction, or a dash where there are none."""

    aantal: int
    van: int

    def __str__(self) -> str:
        return f"{self.aantal / self.van:.2f} ({self.aantal}/{self.van})" if self.van else "-"


def probeer(zoek: Zoek, vragen: Iterable[Vraag]) -> tuple[Poging, ...]:
    """Ask every question."""
    return tuple(
        Poging(vraag, tuple(treffer.id for treffer in zoek(vraag.tekst, HOOGSTENS)))
        for vraag in vragen
    )


def recall(pogingen: Sequence[Poging], eerste: int) -> Aandeel:
    """Count the questions with an answer that have it among the first so many found."""
    met = [poging for poging in pogingen if poging.vraag.id]
    return Aandeel(sum(poging.goed_in(eerste) for poging in met), len(met))


def niets_precisie(pogingen: Sequence[Poging]) -> Aandeel:
    """Of the times that nothing was found: how often there was indeed no answer."""
    niets = [poging for poging in pogingen if not poging.gevonden]
    return Aandeel(sum(not poging.vraag.id for poging in niets), len(niets))


def niets_recall(pogingen: Sequence[Poging]) -> Aandeel:
    """Of the questions without an answer: for how many nothing was found."""
    zonder = [poging for poging in pogingen if not poging.vraag.id]
    return Aandeel(sum(not poging.gevonden for poging in zonder), len(zonder))
