"""Ongedaan maken: na elke wijziging weten hoe het was, en het zo weer terugzetten.

What was taken out of a weighing is not kept to be put back: then nothing before it can be undone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from dialogs.dossier import Antwoord, Dossier, Eerder, Gebeurtenis, feitenblad
from dialogs.dossier.vragen import vraag_bij
from dialogs.teksten import tekst

_DIEPTE: Final = 30
"""So many changes can be undone: more than anybody remembers."""


def onthoud(ervoor: Dossier, erna: Dossier, *, weggelaten: bool = False) -> Dossier:
    """Return the dossier after a turn, with how it was before when the turn changed anything.

    What waits to be confirmed counts as well. `weggelaten`: somebody said that something must go.
    """
    if erna.id != ervoor.id or erna.eerder != ervoor.eerder:
        return erna  # another weighing, kept, or just undone
    if weggelaten or _weggelaten(ervoor, erna):
        return erna.model_copy(update={"eerder": ()})
    gelezen = (ervoor.stand.voorgesteld, ervoor.stand.twijfel)
    if ervoor.antwoorden == erna.antwoorden and gelezen == (
        erna.stand.voorgesteld,
        erna.stand.twijfel,
    ):
        return erna
    return erna.model_copy(update={"eerder": (*ervoor.eerder, _eerder(ervoor, erna))[-_DIEPTE:]})


def ongedaan(dossier: Dossier, nu: dt.datetime) -> tuple[Dossier, Eerder] | None:
    """Return the dossier as it was before the last change, and that change; None without one."""
    if not dossier.eerder:
        return None
    *rest, laatste = dossier.eerder
    antwoorden = _teruggezet(dossier.antwoorden, laatste)
    stand = dossier.stand.model_copy(
        update={
            "wacht": laatste.wacht,
            "voorgesteld": laatste.voorgesteld,
            "twijfel": laatste.twijfel,
            "nummers": laatste.nummers,
            "aangepast": laatste.aangepast,
            "los": laatste.los,
            "bewaard_als": None,
        }
    )
    geraakt = [vraag_bij(sleutel) for sleutel in (*laatste.antwoorden, *laatste.erbij)]
    gebeurd = tuple(Gebeurtenis(wanneer=nu, vraag=vraag.id) for vraag in geraakt if vraag)
    terug = {
        "antwoorden": antwoorden,
        "stand": stand,
        "eerder": tuple(rest),
        "geschiedenis": (*dossier.geschiedenis, *gebeurd),
    }
    return dossier.model_copy(update=terug), laatste


def _eerder(ervoor: Dossier, erna: Dossier) -> Eerder:
    anders = {s: a for s, a in ervoor.antwoorden.items() if erna.antwoorden.get(s) != a}
    erbij = tuple(s for s in erna.antwoorden if s not in ervoor.antwoorden)
    stand = ervoor.stand
    eerder = Eerder(
        antwoorden=anders,
        erbij=erbij,
        wacht=stand.gesteld,
        voorgesteld=stand.voorgesteld,
        twijfel=stand.twijfel,
        nummers=stand.nummers,
        aangepast=stand.aangepast,
        los=stand.los,
    )
    if list(_teruggezet(erna.antwoorden, eerder)) == list(ervoor.antwoorden):
        return eerder
    return eerder.model_copy(update={"volgorde": tuple(ervoor.antwoorden)})


def _teruggezet(antwoorden: Mapping[str, Antwoord], eerder: Eerder) -> dict[str, Antwoord]:
    over = {s: a for s, a in antwoorden.items() if s not in eerder.erbij} | eerder.antwoorden
    return {s: over[s] for s in eerder.volgorde} if eerder.volgorde else over


def _weggelaten(ervoor: Dossier, erna: Dossier) -> bool:
    """Tell whether data items were taken out: they may be nowhere any more."""
    weg, gelezen_weg = (set(namen(ervoor)) - set(namen(erna)) for namen in (_namen, _gelezen))
    blijft = {*_namen(erna), *_gelezen(erna)}
    return bool(weg - blijft or (blijft and gelezen_weg - blijft)) or _merken(erna) > _merken(
        ervoor
    )


def _namen(dossier: Dossier) -> tuple[str, ...]:
    return feitenblad.namen(dossier)


def _gelezen(dossier: Dossier) -> tuple[str, ...]:
    gelezen = (v.waarde for v in dossier.stand.voorgesteld if v.sleutel == "gegevens")
    return tuple(next(gelezen, ()))


def _merken(dossier: Dossier) -> int:
    """Return how often something was taken out of one's own words."""
    merk = tekst("woorden_los.weggelaten")
    waarden: list[Any] = [antwoord.waarde for antwoord in dossier.antwoorden.values()]
    return sum(waarde.count(merk) for waarde in waarden if isinstance(waarde, str))
