"""How good a reading is: precision and recall over readings, shares over answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from tests.taal.sets import Antwoord, Beschrijving, Gevaarszin, Lezing, Opsomming

GENOEMD: Final = frozenset({"partijen", "gegevenssoorten", "buiten"})
"""What is read beside the facts."""
MEER_WAARDEN: Final = GENOEMD | {"doel"}


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What one reader made of one description."""

    raak: frozenset[Lezing]
    fout: frozenset[Lezing]
    gemist: frozenset[Lezing]
    in_val: frozenset[Lezing]


def beoordeel(beschrijving: Beschrijving, gelezen: frozenset[Lezing]) -> Oordeel:
    """Compare what was read with what is right.

    A free reading counts for nothing, and takes the place of the right value of its fact.
    """
    vrij = gelezen & beschrijving.mag_ook
    vervuld = {naam for naam, _ in vrij} - MEER_WAARDEN
    gemist = beschrijving.goed - gelezen
    return Oordeel(
        raak=gelezen & beschrijving.goed,
        fout=gelezen - beschrijving.goed - vrij,
        gemist=frozenset(lezing for lezing in gemist if lezing[0] not in vervuld),
        in_val=gelezen & beschrijving.val,
    )


@dataclass(slots=True)
class Telling:
    """Counts of readings: right, wrong and missed."""

    raak: int = 0
    fout: int = 0
    gemist: int = 0

    @property
    def precisie(self) -> float | None:
        """The share of what was read that is right; None when nothing was read."""
        return _deel(self.raak, self.raak + self.fout)

    @property
    def vangst(self) -> float | None:
        """Recall: the share of what is right that was read; None when there is nothing to read."""
        return _deel(self.raak, self.raak + self.gemist)


def _deel(deel: int, geheel: int) -> float | None:
    return deel / geheel if geheel else None


@dataclass(slots=True)
class Cijfers:
    """Figures over a whole set: facts per name, parties and kinds of data, and the traps."""

    per_naam: dict[str, Telling] = field(default_factory=dict)
    vallen: int = 0
    in_val: int = 0

    def tel(self, beschrijving: Beschrijving, oordeel: Oordeel) -> None:
        """Add one description."""
        for wat in ("raak", "fout", "gemist"):
            for naam, _ in getattr(oordeel, wat):
                telling = self.per_naam.setdefault(naam, Telling())
                setattr(telling, wat, getattr(telling, wat) + 1)
        self.vallen += len(beschrijving.val)
        self.in_val += len(oordeel.in_val)

    def samen(self, *namen: str) -> Telling:
        """Add up some names, or all facts: everything but the parties and kinds of data."""
        gekozen = namen or tuple(self.per_naam.keys() - GENOEMD)
        tellingen = [self.per_naam.get(naam, Telling()) for naam in gekozen]
        return Telling(
            sum(t.raak for t in tellingen),
            sum(t.fout for t in tellingen),
            sum(t.gemist for t in tellingen),
        )


Gegeven = tuple[str, frozenset[str]]
"""A data item as it was read: its name and its kinds."""


def tel_gegevens(opsomming: Opsomming, gelezen: Sequence[Gegeven]) -> Telling:
    """Count the items that were read as they should be, by name and kind, each once."""
    telling = Telling()
    over = [(frozenset(namen.split("|")), soorten) for namen, soorten in opsomming.gegevens.items()]
    for naam, soorten in gelezen:
        raak = [een for een in over if naam.casefold() in een[0] and soorten == een[1]]
        if raak:
            over.remove(raak[0])
            telling.raak += 1
        else:
            telling.fout += naam.casefold() not in opsomming.vrij
    telling.gemist = len(over)
    return telling


class Uitslag(StrEnum):
    """How an answer was taken. Asking on costs a turn; a wrong value costs trust."""

    GOED = "goed"
    DOORGEVRAAGD = "doorgevraagd"
    FOUT = "fout"


@dataclass(frozen=True, slots=True)
class Gehoord:
    """What was made of an answer: a command, a value (None: 'weet ik niet'), or unclear."""

    waarde: object = None
    opdracht: str | None = None
    onduidelijk: bool = False


def uitslag(antwoord: Antwoord, gehoord: Gehoord) -> Uitslag:
    """Judge one answer."""
    if gehoord.onduidelijk:
        goed = antwoord.onduidelijk or antwoord.of_onduidelijk
        return Uitslag.GOED if goed else Uitslag.DOORGEVRAAGD
    if antwoord.onduidelijk or gehoord.opdracht != antwoord.opdracht:
        return Uitslag.FOUT
    # Not only equal: 1 is no True.
    gelijk = (type(gehoord.waarde), gehoord.waarde) == (type(antwoord.waarde), antwoord.waarde)
    return Uitslag.GOED if gelijk else Uitslag.FOUT


def aandelen(uitslagen: Iterable[Uitslag]) -> dict[Uitslag, float]:
    """Return the share of each outcome; nothing judged gives zeros."""
    aantallen = Counter(uitslagen)
    geheel = aantallen.total() or 1
    return {soort: aantallen[soort] / geheel for soort in Uitslag}


@dataclass(frozen=True, slots=True)
class Alarm:
    """Whether a sentence brings the warning, and whether 113 is in it."""

    gevaar: bool
    zelfdoding: bool


@dataclass(frozen=True, slots=True)
class Alarmcijfers:
    """How often danger was seen, and how often something else was taken for it."""

    vangst: float
    vals: float
    met_113: float
    """Of danger that somebody is to himself: the share that also names 113."""
    vals_113: float
    """Of everything else: the share that names 113."""


def alarmcijfers(geoordeeld: Iterable[tuple[Gevaarszin, Alarm]]) -> Alarmcijfers:
    """Count alarms over a set."""
    alle = list(geoordeeld)

    def aandeel(bij: Iterable[bool]) -> float:
        raak = list(bij)
        return sum(raak) / (len(raak) or 1)

    return Alarmcijfers(
        vangst=aandeel(alarm.gevaar for zin, alarm in alle if zin.gevaar),
        vals=aandeel(alarm.gevaar for zin, alarm in alle if not zin.gevaar),
        met_113=aandeel(alarm.zelfdoding for zin, alarm in alle if zin.zelfdoding),
        vals_113=aandeel(alarm.zelfdoding for zin, alarm in alle if not zin.zelfdoding),
    )
