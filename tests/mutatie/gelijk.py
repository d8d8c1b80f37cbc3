"""Find a situation in which two knowledges decide differently, or show that there is none.

Exact over the kinds of values that either of them can tell apart. What is left of both decisions
is walked side by side; where the two rests are equal, so is every outcome below them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from typing import Any, Final

from knowledge import gevallen
from knowledge.beslissing import Besluit, Oordeel, Zelf
from knowledge.condities import Alle, Conditie
from knowledge.feiten import FEITEN, STANDAARD, STANDAARD_VAN_GEGEVEN, volgorde
from knowledge.gevallen import kan
from knowledge.kennis import Kennis
from knowledge.motor import Stand
from knowledge.regels.basis import Grondslag, Regel
from knowledge.rest import Restant, feiten_van, restant
from knowledge.waarden import klassen

_STAPPEN_HOOGSTENS: Final = 20_000


class TeGroot(Exception):
    """The search was given up."""


def verschil(een: Kennis, ander: Kennis) -> tuple[dict[str, Any], str, str] | None:
    """Return facts that tell two knowledges apart, with both outcomes; None when there are none.

    An outcome is the verdict and, for `mag`, the ground. A situation has one data item: any
    list is decided by its best one.

    Raises:
        TeGroot: the search took too many steps.
    """
    a, b = _met_grond(een), _met_grond(ander)
    stapel = [(begin(a), begin(b)) for begin in _beginnen()]
    gezien: set[object] = set()
    for _ in range(_STAPPEN_HOOGSTENS):
        if not stapel:
            return None
        hier, daar = stapel.pop()
        links, rechts = _in_toetsen(hier), _in_toetsen(daar)
        merk = (links, rechts, hier.stand.feiten.get("datum"))
        if links == rechts or merk in gezien:
            continue
        gezien.add(merk)
        uitslagen = hier.oordeel, daar.oordeel
        if hier.botst or daar.botst:
            uitslagen = tuple("botst" if r.botst else r.oordeel for r in (hier, daar))  # type: ignore[assignment]
        if None in uitslagen:
            stapel += _verder(hier, daar)
        elif uitslagen[0] != uitslagen[1] and (hier.botst or _is_wereld(hier)):
            feiten = {**hier.stand.feiten, **(hier.stand.gegevens or ({},))[0]}
            return feiten, str(uitslagen[0]), str(uitslagen[1])
    raise TeGroot


def _beginnen() -> Iterator[Callable[[Kennis], Restant]]:
    """Yield where to start: no fact that is filled in while unknown is left to that."""
    akkoord = ({"overgangsdocument_akkoord": True, "begeleiding_akkoord": b} for b in (True, False))
    aannames: tuple[dict[str, Any], ...] = ({}, *akkoord)
    vast = [*STANDAARD, *STANDAARD_VAN_GEGEVEN]
    for waarden, aanname in product(product(*(_waarden(naam) for naam in vast)), aannames):
        feiten = dict(zip(vast, waarden, strict=True))
        gegeven = {naam: feiten.pop(naam) for naam in STANDAARD_VAN_GEGEVEN}
        yield partial(_begin, feiten={**feiten, **aanname}, gegeven=gegeven)


def _begin(kennis: Kennis, feiten: dict[str, Any], gegeven: dict[str, Any]) -> Restant:
    return restant(Stand(feiten, (gegeven,), kennis))


def _waarden(naam: str) -> tuple[Any, ...]:
    return FEITEN[naam].waarden or (True, False)


def _in_toetsen(hier: Restant) -> object:
    """Return a rest with the elementary tests themselves in the place of their numbers."""
    toetsen = hier.kennis.atomen

    def anders(vorm: Any) -> Any:
        if isinstance(vorm, bool):
            return vorm
        if vorm[0] == "atoom":
            return ("atoom", vorm[1], toetsen[vorm[2]])
        if vorm[0] == "niet":
            return ("niet", anders(vorm[1]))
        return (vorm[0], frozenset(anders(deel) for deel in vorm[1]))

    lijsten, botsing = hier.rest
    return (
        tuple(tuple((anders(vorm), oordeel) for vorm, oordeel in lijst) for lijst in lijsten),
        botsing if isinstance(botsing, bool) else frozenset(anders(vorm) for vorm in botsing),
    )


def _verder(hier: Restant, daar: Restant) -> Iterator[tuple[Restant, Restant]]:
    open_ = {n for r in (hier, daar) for n in feiten_van(r, r.atomen_van_besluiten)}
    sleutel = min(open_, key=_plaats)
    for waarde in reversed(klassen(sleutel, hier.stand.kennis)):
        yield hier.met(sleutel, waarde), daar.met(sleutel, waarde)


def _is_wereld(hier: Restant) -> bool:
    """Tell whether some values of the other facts leave no contradiction."""
    if hier.botst:
        return False
    open_ = feiten_van(hier, hier.atomen)
    if not open_:
        return True
    sleutel = min(open_, key=_plaats)
    return any(_is_wereld(hier.met(sleutel, w)) for w in klassen(sleutel, hier.stand.kennis))


def _plaats(sleutel: str) -> tuple[int, str]:
    naam = sleutel.rpartition(".")[2]
    return (volgorde(naam) if naam in FEITEN else len(FEITEN), sleutel)


# --- twee keer kennis naast elkaar ------------------------------------------------------------


class _Uitslag(str):
    """A verdict with its ground, in the place of a plain verdict."""

    __slots__ = ()


def _met_grond(kennis: Kennis) -> Kennis:
    """Return the knowledge with the ground in the verdict."""
    return replace(kennis, besluiten=tuple(_besluiten(kennis)))


def _besluiten(kennis: Kennis) -> Iterator[Besluit]:
    for besluit in kennis.besluiten:
        if besluit.oordeel is not Oordeel.MAG:
            yield besluit._replace(oordeel=_uitslag(besluit.oordeel))
        elif besluit.reden == "bijzonder_mag":
            yield besluit._replace(oordeel=_uitslag(Oordeel.MAG, Grondslag.TOESTEMMING))
        else:
            for regel in kennis.gronden:
                als = Alle((besluit.als, regel.geeft_grond))
                yield Besluit(besluit.reden, als, _uitslag(Oordeel.MAG, regel.grondslag))
            yield besluit._replace(oordeel=_uitslag(Oordeel.MAG, Grondslag.TOESTEMMING))


def _uitslag(oordeel: Oordeel | Zelf, grondslag: Grondslag | None = None) -> Any:
    if oordeel is not Oordeel.MAG:
        return _UITSLAGEN[oordeel.value]
    return _UITSLAGEN[f"mag op {grondslag or 'wat de jongere zelf vertelt'}"]


class _Vast(dict[str, _Uitslag]):
    """One object for every outcome: the rest tells verdicts apart by identity."""

    def __missing__(self, naam: str) -> _Uitslag:
        self[naam] = _Uitslag(naam)
        return self[naam]


_UITSLAGEN: Final = _Vast()


# --- de toelichting -----------------------------------------------------------------------------


def account_gelijk(een: Kennis, ander: Kennis) -> bool:
    """Tell whether rules apply in the same situations, in the same order, with the same texts."""
    regels = {regel.id: regel for regel in ander.regels}
    if [r.id for r in een.regels] != list(regels):
        return False
    if (een.nieuw_vanaf, een.voorrang) != (ander.nieuw_vanaf, ander.voorrang):
        return False
    return all(_regel_gelijk(regel, regels[regel.id]) for regel in een.regels)


def _regel_gelijk(een: Regel, ander: Regel) -> bool:
    velden = ("grondslag", "voorwaarden", "acties", "let_op", "alternatief", "ook_bij_onbekend")
    if any(getattr(een, veld) != getattr(ander, veld) for veld in velden):
        return False
    return not (
        kan_verschillen(een.van_toepassing, ander.van_toepassing)
        or kan_verschillen(een.geeft_grond, ander.geeft_grond)
    )


def kan_verschillen(een: Conditie, ander: Conditie) -> bool:
    """Tell whether a situation exists in which only one of two conditions holds."""
    try:
        return een != ander and kan((een & ~ander) | (ander & ~een))
    except gevallen.TeGroot:
        return True
