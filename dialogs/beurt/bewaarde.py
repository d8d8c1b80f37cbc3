"""Wat we zeggen over bewaarde wegingen: de lijst, er een openen, er een narekenen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from dialogs.beeld.gezegd import (
    Bewaarde,
    Gezegde,
    Nagerekend,
    Waarschuwing,
    Wegingen,
    Wegingregel,
    Zin,
    zin,
)
from dialogs.beurt.beurt import Beurt
from dialogs.dossier import Dossier
from dialogs.samenvatting import narekenen
from knowledge.fouten import KennisOnjuist


def na_bewaren(dossier: Dossier, kenmerk: str) -> Beurt:
    """Say under which reference the summary is kept."""
    return Beurt(dossier.bewaard(kenmerk), (zin("bewaard", kenmerk=kenmerk),), vraagt=False)


def lijst(wegingen: Sequence[tuple[str, dt.date, str]]) -> tuple[Gezegde, ...]:
    """Say which weighings are kept: reference, date and title of each."""
    if not wegingen:
        return (zin("lijst_leeg"),)
    regels = tuple(Wegingregel(kenmerk=k, datum=d, titel=t) for k, d, t in wegingen)
    return (Wegingen(regels=regels),)


def nagerekend(gegevens: dict[str, Any], uitgave: dict[str, Any] | None) -> tuple[Gezegde, ...]:
    """Say what a kept weighing gives when it is made again; `uitgave` is its edition."""
    try:
        samenvatting = narekenen.lees(gegevens)
        uitkomsten = narekenen.reken_na(samenvatting, narekenen.kennis_van(samenvatting, uitgave))
    except (narekenen.NietNaTeRekenen, KennisOnjuist) as fout:
        reden = Zin(sleutel="narekenen.kan_niet", invulling={"reden": str(fout)})
        return (Waarschuwing(zinnen=(reden,)),)
    return (Nagerekend(markdown=narekenen.in_woorden(samenvatting, uitkomsten)),)


def geopend(kenmerk: str, markdown: str | None) -> tuple[Gezegde, ...]:
    """Show a kept weighing again, or say that it is not there."""
    if markdown is None:
        return (zin("niet_gevonden", kenmerk=kenmerk),)
    return (Bewaarde(kenmerk=kenmerk, markdown=markdown),)
