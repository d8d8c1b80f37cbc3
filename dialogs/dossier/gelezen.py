"""Wat gelezen is, per ding: één gegeven met zijn soort, één doel, één feit; elk met zijn nummer.

A number is given once and never to something else, so that it keeps pointing at the same thing
while a list is corrected.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dialogs.dossier.vragen import keer_van

if TYPE_CHECKING:
    from dialogs.dossier import Antwoord, Voorgesteld

_GEGEVENS: Final = "gegevens"
_DOEL: Final = "doel"
_SOORT: Final = "soort"
_GEWOON: Final = ["gewoon"]
_ZIJDEN: Final = ("gebruiker", "van", "naar", _DOEL)
_NOOD: Final = ("levensgevaar", "vermoeden_geweld")


@dataclass(frozen=True, slots=True)
class Ding:
    """One thing that was read, and the proposals that tell it."""

    id: str
    """Of a data item or a doel by its name, of anything else by its question."""
    voorstellen: tuple[Voorgesteld, ...]
    deel: str | None = None
    """Which of the items or doelen of its proposal it is."""

    @property
    def eerste(self) -> Voorgesteld:
        """The proposal to show it by."""
        return self.voorstellen[0]

    @property
    def is_gegeven(self) -> bool:
        """It is a data item, with or without its kind."""
        return self.id.startswith(f"{_GEGEVENS}:")

    @property
    def soort(self) -> Any:
        """The kind that was read of a data item; None when it was not."""
        gelezen = (v.waarde for v in self.voorstellen if v.sleutel.startswith(f"{_SOORT}:"))
        return next(gelezen, None)

    def waarden(self) -> tuple[Any, ...]:
        """Return what was read of it, to tell whether it changed."""
        lijsten = (_GEGEVENS, _DOEL)
        return tuple(self.deel if v.sleutel in lijsten else v.waarde for v in self.voorstellen)


def dingen(voorgesteld: Iterable[Voorgesteld]) -> tuple[Ding, ...]:
    """Return the things in what was read, in its order."""
    uit: dict[str, Ding] = {}
    for voorstel in voorgesteld:
        for id_, deel in _van(voorstel):
            al = uit.get(id_)
            samen = (*al.voorstellen, voorstel) if al else (voorstel,)
            uit[id_] = Ding(id_, samen, deel if al is None else al.deel)
    return tuple(uit.values())


def _van(voorstel: Voorgesteld) -> Iterable[tuple[str, str | None]]:
    if voorstel.sleutel in (_GEGEVENS, _DOEL):
        return [(f"{voorstel.sleutel}:{naam}", naam) for naam in voorstel.waarde]
    keer = keer_van(voorstel.sleutel)
    if keer is None:
        return [(voorstel.sleutel, None)]
    if keer.gegeven is not None and keer.vraag.id == _SOORT:
        return [(f"{_GEGEVENS}:{keer.gegeven}", keer.gegeven)]
    # What holds for every doel is one thing.
    return [(keer.vraag.id, None)]


def genummerd(
    nummers: Sequence[str],
    voorgesteld: Iterable[Voorgesteld],
    antwoorden: Mapping[str, Antwoord],
) -> tuple[str, ...]:
    """Return the ids in the order of their numbers: those there were, then what is new.

    What is most in doubt comes first. One doel in the place of another is the same line.
    """
    nu = dingen(voorgesteld)
    if not nu:
        return ()
    er_is = {ding.id for ding in nu}
    nieuw = [d.id for d in _op_volgorde(nu, antwoorden) if d.id not in nummers]
    # A thing that went leaves its number behind, and not its name.
    uit = [id_ if id_ in er_is else "" for id_ in nummers]
    weg = [id_ for id_ in nummers if id_.startswith(f"{_DOEL}:") and id_ not in er_is]
    erbij = [id_ for id_ in nieuw if id_.startswith(f"{_DOEL}:")]
    if len(weg) == len(erbij) == 1:
        uit[nummers.index(weg[0])] = erbij[0]
        nieuw.remove(erbij[0])
    return (*uit, *nieuw)


def _op_volgorde(alle: Iterable[Ding], antwoorden: Mapping[str, Antwoord]) -> list[Ding]:
    """Return the things in the order to show them; who gives before who gets."""
    zijden = {id_: plek for plek, id_ in enumerate(_ZIJDEN)}
    return sorted(alle, key=lambda d: (rang(d, antwoorden), zijden.get(d.id, len(zijden))))


def rang(ding: Ding, antwoorden: Mapping[str, Antwoord]) -> int:
    """Return how much a line needs to be looked at: 0 the most, 3 is certain, 4 was assumed."""
    if not ding.eerste.woorden:
        return 4
    anders = any(v.sleutel in antwoorden for v in ding.voorstellen)
    if anders or (ding.id in _NOOD and ding.eerste.waarde is True):
        return 0
    if ding.id in _ZIJDEN or ding.id.startswith(f"{_DOEL}:"):
        return 1  # who gives and who gets is the weakest of all that is read
    if ding.is_gegeven:
        return 2
    return 3


def is_gewoon(ding: Ding) -> bool:
    """Tell whether a thing is a data item of the plain kind."""
    return ding.is_gegeven and ding.soort == _GEWOON


def zonder(voorgesteld: Sequence[Voorgesteld], weg: Collection[Ding]) -> tuple[Voorgesteld, ...]:
    """Return what was read without these things; without an item its kind means nothing."""
    sleutels: set[str] = set()
    delen: dict[str, set[str]] = {_GEGEVENS: set(), _DOEL: set()}
    for ding in weg:
        for voorstel in ding.voorstellen:
            if voorstel.sleutel in delen and ding.deel is not None:
                delen[voorstel.sleutel].add(ding.deel)
            else:
                sleutels.add(voorstel.sleutel)
    over = []
    for voorstel in voorgesteld:
        if voorstel.sleutel in delen:
            blijft = [een for een in voorstel.waarde if een not in delen[voorstel.sleutel]]
            woorden = voorstel.woorden
            if voorstel.sleutel == _GEGEVENS:
                woorden = ", ".join(blijft)
            if blijft:
                anders = {"waarde": blijft, "woorden": woorden}
                over.append(voorstel.model_copy(update=anders))
        elif voorstel.sleutel not in sleutels and _doel_van(voorstel) not in delen[_DOEL]:
            over.append(voorstel)
    return tuple(over)


def _doel_van(voorstel: Voorgesteld) -> str | None:
    keer = keer_van(voorstel.sleutel)
    return None if keer is None else keer.doel


def veranderd(was: Iterable[Voorgesteld], wordt: Iterable[Voorgesteld]) -> tuple[str, ...]:
    """Return the ids of what is new or otherwise in a list than it was."""
    toen = {ding.id: ding.waarden() for ding in dingen(was)}
    return tuple(d.id for d in dingen(wordt) if toen.get(d.id) != d.waarden())
