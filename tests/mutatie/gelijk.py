"""Find a situation in which two knowledges decide differently, or show that there is none.

Exact over the kinds of values that either of them can tell apart. What is left of both decisions
is walked side by side; where the two rests are equal, so is every outcome below them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from knowledge import gevallen
from knowledge.beslissing import Besluit, Oordeel
from knowledge.condities import NOOIT, Alle, Atoom, Conditie, alle
from knowledge.feiten import FEITEN, volgorde
from knowledge.gevallen import kan
from knowledge.kennis import Kennis
from knowledge.motor import Stand
from knowledge.regels.basis import Grondslag, Regel
from knowledge.rest import Restant, feiten_van, restant
from knowledge.waarden import klassen

_STAPPEN_HOOGSTENS: Final = 20_000
_EEN_GEGEVEN: Final[tuple[dict[str, Any], ...]] = ({},)


class TeGroot(Exception):
    """The search was given up."""


def verschil(een: Kennis, ander: Kennis) -> tuple[dict[str, Any], str, str] | None:
    """Return facts that tell two knowledges apart, with both outcomes; None when there are none.

    An outcome is the verdict and, for `mag`, the ground. A situation has one data item: any
    list is decided by its best one.

    Raises:
        TeGroot: the search took too many steps.
    """
    a, b = _vergelijkbaar(een, ander)
    stapel = [(restant(Stand({}, _EEN_GEGEVEN, a)), restant(Stand({}, _EEN_GEGEVEN, b)))]
    gezien: set[object] = set()
    for _ in range(_STAPPEN_HOOGSTENS):
        if not stapel:
            return None
        hier, daar = stapel.pop()
        merk = (hier.rest, daar.rest, hier.stand.feiten.get("datum"))
        if hier.rest == daar.rest or merk in gezien:
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


def _vergelijkbaar(een: Kennis, ander: Kennis) -> tuple[Kennis, Kennis]:
    """Return both with the ground in the verdict, and with the same elementary tests.

    Rests refer to tests by number. A first decision that never holds gives both the same list.
    """
    met_grond = [replace(kennis, besluiten=tuple(_besluiten(kennis))) for kennis in (een, ander)]
    toetsen = dict.fromkeys(a for kennis in met_grond for a in _toetsen(kennis))
    eerst = Besluit("", alle(NOOIT, *toetsen), _uitslag(Oordeel.OVERLEG))
    a, b = (replace(k, besluiten=(eerst, *k.besluiten)) for k in met_grond)
    return a, b


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


def _uitslag(oordeel: Oordeel, grondslag: Grondslag | None = None) -> Any:
    if oordeel is not Oordeel.MAG:
        return _UITSLAGEN[oordeel.value]
    return _UITSLAGEN[f"mag op {grondslag or 'wat de jongere zelf vertelt'}"]


class _Vast(dict[str, _Uitslag]):
    """One object for every outcome: the rest tells verdicts apart by identity."""

    def __missing__(self, naam: str) -> _Uitslag:
        self[naam] = _Uitslag(naam)
        return self[naam]


_UITSLAGEN: Final = _Vast()


def _toetsen(kennis: Kennis) -> Iterator[Atoom]:
    condities = [besluit.als for besluit in kennis.besluiten]
    condities += kennis.afgeleid.values()
    condities += [botsing.als for botsing in kennis.botsingen]
    for conditie in condities:
        yield from conditie.atomen()


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
