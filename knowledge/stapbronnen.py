"""De bronnen per stap: waarop een tussenconclusie rust."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from knowledge import motor
from knowledge.bronnen import Bron
from knowledge.condities import Conditie
from knowledge.feiten import Feiten
from knowledge.kennis import Kennis
from knowledge.motor import GegevenStand, Stand
from knowledge.regels.basis import Regel
from knowledge.route import ROUTE, niet_voldaan
from knowledge.spoor import dragende_feiten, spoor


def regels_van_stap(stand: Stand, stap: int) -> tuple[Regel, ...]:
    """Return the rules of a stap that certainly apply to some data item.

    In stap 1, where a ground was found, only that one.
    """
    gevonden: dict[str, Regel] = {}
    per_gegeven = stand.verschillend
    if stap == 1:
        if motor.alles_geschrapt(per_gegeven):
            # The document itself says so at stap 1: not asked, so no ground is even looked for.
            return tuple(dict.fromkeys(r for gegeven in per_gegeven for r in gegeven.zeker.regels))
        kennis = stand.kennis
        grond = kennis.sterkste(kennis.eerste_grond(gegeven.feiten) for gegeven in per_gegeven)
        if grond is not None:
            return (grond,)
    regels = stand.kennis.van_stap.get(stap, ())
    waarheden = [stand.waarheden(regel.van_toepassing) for regel in regels]
    for nummer in range(len(per_gegeven)):
        for regel, waar in zip(regels, waarheden, strict=True):
            if waar[nummer] is True:
                gevonden[regel.id] = regel
    return tuple(gevonden.values())


def spoor_van(per_gegeven: Sequence[GegevenStand], regel: Regel, kennis: Kennis) -> tuple[str, ...]:
    """Return the facts on which a rule rests, in words, from the first item to which it applies."""
    if regel.id == ROUTE:
        # It rests on what other rules about this route ask for, and is not so.
        gemist = [d for g in per_gegeven for d in niet_voldaan((g.feiten,), kennis)]
        return tuple(dict.fromkeys(zin for deel in gemist for zin in deel.feiten))
    for wat, namen in enumerate(_gelezen(regel)):
        for gegeven in per_gegeven:
            gezien = tuple((n, gegeven.feiten[n]) for n in namen if n in gegeven.feiten)
            zinnen = _spoor(regel, wat, gezien, kennis)
            if zinnen is not None:
                return zinnen
    return ()


@lru_cache(maxsize=4096)
def _spoor(
    regel: Regel, wat: int, gezien: tuple[tuple[str, Any], ...], kennis: Kennis
) -> tuple[str, ...] | None:
    """Return what a rule rests on; None where it does not hold. Shared by all it sees as equal."""
    conditie, feiten = _condities(regel)[wat], dict(gezien)
    return spoor(conditie, feiten, kennis) if conditie.waarheid(feiten) is True else None


@lru_cache(maxsize=1024)
def _gelezen(regel: Regel) -> tuple[tuple[str, ...], ...]:
    """Return the facts that each of the conditions of a rule reads."""
    return tuple(tuple(sorted(conditie.feiten())) for conditie in _condities(regel))


def _condities(regel: Regel) -> tuple[Conditie, Conditie]:
    return regel.geeft_grond, regel.van_toepassing


def feiten_van(per_gegeven: Sequence[GegevenStand], regel: Regel) -> Mapping[str, Any]:
    """Return the facts on which a rule rests, by name, from the first item to which it applies."""
    geldt = _waar_zij_geldt(per_gegeven, regel)
    return dragende_feiten(*geldt) if geldt else {}


def _waar_zij_geldt(
    per_gegeven: Sequence[GegevenStand], regel: Regel
) -> tuple[Conditie, Feiten] | None:
    for conditie in _condities(regel):
        for gegeven in per_gegeven:
            if conditie.waarheid(gegeven.feiten) is True:
                return conditie, gegeven.feiten
    return None


def bronnen_van_stap(regels: Iterable[Regel], stap: int, stand: Stand) -> tuple[Bron, ...]:
    """Return the sources of these rules; without any, the general text of the stap."""
    datum = stand.feiten.get("datum")
    ids = dict.fromkeys(id_ for regel in regels for id_ in regel.bronnen)
    algemeen = (f"2021-1-s{stap}", f"2026-2-s{stap}")
    alle = stand.kennis.bronnen
    return tuple(alle[id_] for id_ in ids or algemeen if alle[id_].geldt_op(datum))
