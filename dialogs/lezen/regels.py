"""Van een rij woorden naar feiten: de regels van de woordenlijsten toepassen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.register import Register, Treffer
from dialogs.lezen.sjabloon import maak
from dialogs.lezen.woorden import SCHEIDING, Rij
from dialogs.lezen.zinsdelen import Zinsdelen
from knowledge.feiten import GRENZEN

LIJSTEN: Final = ("school", "wil", "namens", "melden", "overig", "doelen")
_NOOIT_BIJ: Final = frozenset(("voorwaarde", "vraag", "ander"))
VAKKEN: Final = {
    "<getal>": ("getal", 0),
    "<getal_min_een>": ("getal", -1),
    "<tijd>": ("tijd", 0),
    "<weken>": ("weken", 0),
}
"""Which slot fills a value, and what is added to it: who will be 18 is 17."""


@dataclass(frozen=True)
class Leesregel:
    """What words say: `feiten` as they stand, `ontkend` when the clause denies them.

    `niet_bij` are surroundings in which they say nothing; a rule that `slokt` keeps every other
    rule from reading something else in the same words; with `slokt_van` only readings of the
    facts it names.
    """

    feiten: dict[str, Any]
    ontkend: dict[str, Any] = field(default_factory=dict)
    niet_bij: frozenset[str] = _NOOIT_BIJ
    slokt: bool = False
    slokt_van: tuple[str, ...] = ()
    tussen: tuple[int, int] | None = None
    """A number outside these bounds is something else."""
    altijd: bool = False
    """A denial in the clause changes nothing: 'van 20 zonder diploma' is still 20."""
    nabij: bool = False
    """Only a denial in these words or just before them counts, not one further on."""
    bij: tuple[str, ...] = ()
    """One of these words must be in the text: 'staat er niet in' needs something to be in."""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """One reading of one fact, by word numbers; `omgeving` is what holds around it."""

    feit: str
    waarde: Any
    van: int
    tot: int
    omgeving: frozenset[str]

    @property
    def lengte(self) -> int:
        """How many words it rests on."""
        return self.tot - self.van


@cache
def _register() -> Register[Leesregel]:
    klassen = tabel("taal")["klassen"]
    inhoud = []
    for lijst in LIJSTEN:
        for ruw in tabel(lijst)["regel"]:
            standaard = set(tabel(lijst).get("nooit_bij", _NOOIT_BIJ))
            niet_bij = (standaard | set(ruw.get("niet_bij", ()))) - set(ruw.get("ook_bij", ()))
            regel = Leesregel(
                feiten=ruw["feiten"],
                ontkend=ruw.get("ontkend", {}),
                niet_bij=frozenset(niet_bij),
                slokt=ruw.get("slokt", False) is True,
                slokt_van=tuple(ruw["slokt"]) if isinstance(ruw.get("slokt"), list) else (),
                tussen=tuple(ruw["tussen"]) if "tussen" in ruw else None,
                altijd=ruw.get("altijd", False),
                nabij=ruw.get("nabij", False),
                bij=tuple(ruw.get("bij", ())),
            )
            inhoud += [(maak(zin, klassen, _ontkenningswoorden()), regel) for zin in ruw["zinnen"]]
    return Register(inhoud)


@cache
def _ontkenningswoorden() -> frozenset[str]:
    return frozenset(tabel("taal")["ontkenning"]["woorden"])


def lees_feiten(rij: Rij, delen: Zinsdelen) -> list[Gelezen]:
    """Return every reading of every fact that the rules find, the swallowed ones left out."""
    treffers = [
        treffer
        for treffer in _register().vind(rij)
        if not treffer.wat.bij or any(rij.bevat(woord) for woord in treffer.wat.bij)
    ]
    slokkers: dict[int, list[Treffer[Leesregel]]] = {}
    for treffer in treffers:
        if treffer.wat.slokt or treffer.wat.slokt_van:
            for nummer in range(treffer.van, treffer.tot):
                slokkers.setdefault(nummer, []).append(treffer)
    op = _opgebruikt(treffers, rij, delen)
    return [
        gelezen
        for treffer in treffers
        if not _opgeslokt(treffer, slokkers)
        for gelezen in _lees(treffer, rij, delen, op)
    ]


def _opgebruikt(
    treffers: Sequence[Treffer[Leesregel]], rij: Rij, delen: Zinsdelen
) -> dict[int, int]:
    """Return where each 'zonder' ends that has what it denies: 'zonder diploma spijbelt hij'."""
    uit: dict[int, int] = {}
    for treffer in treffers:
        for nummer in _eigen_ontkenningen(treffer, rij):
            if delen.is_vooruit(nummer) and treffer.wat.feiten:
                uit[nummer] = min(treffer.tot, uit.get(nummer, treffer.tot))
    return uit


def _opgeslokt(
    treffer: Treffer[Leesregel], slokkers: Mapping[int, Sequence[Treffer[Leesregel]]]
) -> bool:
    return any(
        ander.tot - ander.van >= treffer.tot - treffer.van and _slokt(ander.wat, treffer.wat)
        for nummer in range(treffer.van, treffer.tot)
        for ander in slokkers.get(nummer, ())
    )


def _slokt(ander: Leesregel, regel: Leesregel) -> bool:
    """Tell whether one rule keeps another from reading; of one fact the longest counts anyway."""
    if ander.slokt_van:
        feiten = regel.feiten.keys()
        return ander.feiten != regel.feiten and not feiten.isdisjoint(ander.slokt_van)
    return ander is not regel and ander.feiten.keys().isdisjoint(regel.feiten)


def _lees(
    treffer: Treffer[Leesregel], rij: Rij, delen: Zinsdelen, op: Mapping[int, int]
) -> Iterator[Gelezen]:
    regel = treffer.wat
    van, tot = _kern(treffer, rij)
    omgeving = delen.omgeving(van, tot)
    if omgeving & regel.niet_bij:
        return
    eigen = [*_eigen_ontkenningen(treffer, rij), *(n for n, einde in op.items() if einde <= van)]
    ontkend = not regel.altijd and delen.ontkend(van, tot, eigen, nabij=regel.nabij)
    feiten = regel.feiten if not ontkend else regel.ontkend
    for feit, waarde in feiten.items():
        gevuld = _gevuld(feit, waarde, treffer)
        if gevuld is not None:
            yield Gelezen(feit, gevuld, van, tot, omgeving)


def _kern(treffer: Treffer[Leesregel], rij: Rij) -> tuple[int, int]:
    """Return the words it rests on, without the punctuation at its ends."""
    van, tot = treffer.van, treffer.tot
    while van < tot - 1 and rij.woorden[van].vorm in SCHEIDING:
        van += 1
    while van < tot - 1 and rij.woorden[tot - 1].vorm in SCHEIDING:
        tot -= 1
    return van, tot


def _eigen_ontkenningen(treffer: Treffer[Leesregel], rij: Rij) -> list[int]:
    """Return the denials that are part of the template itself rather than of a gap in it."""
    if not treffer.sjabloon.ontkent:
        return []
    woorden = _ontkenningswoorden()
    return [n for n in range(treffer.van, treffer.tot) if rij.woorden[n].vorm in woorden]


def _gevuld(feit: str, waarde: Any, treffer: Treffer[Leesregel]) -> Any:
    if waarde not in VAKKEN:
        return waarde
    vak, erbij = VAKKEN[waarde]
    ingevuld = treffer.vakken.get(vak)
    if ingevuld is None:
        return None
    getal = int(ingevuld) + erbij
    laagste, hoogste = treffer.wat.tussen or GRENZEN[feit]
    return getal if laagste <= getal <= hoogste else None
