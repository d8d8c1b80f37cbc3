"""Wat we zeggen over bewaarde wegingen: de lijst, er een openen, er een narekenen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from dialogs.beeld import berichten as zeg
from dialogs.beurt import Bericht, Beurt
from dialogs.dossier import Dossier
from dialogs.samenvatting import narekenen
from dialogs.teksten import tekst as zin
from dialogs.weergave import dag
from knowledge.fouten import KennisOnjuist


def na_bewaren(dossier: Dossier, kenmerk: str) -> Beurt:
    """Say under which reference the summary is kept."""
    stand = dossier.stand.model_copy(update={"bewaard_als": kenmerk})
    bewaard = dossier.model_copy(update={"stand": stand})
    return Beurt(bewaard, (zeg.zin("bewaard", kenmerk=kenmerk),))


def lijst(wegingen: Sequence[tuple[str, dt.date, str]]) -> tuple[Bericht, ...]:
    """Say which weighings are kept: reference, date and title of each."""
    if not wegingen:
        return (zeg.zin("lijst_leeg"),)
    regels = [zin("gesprek.lijst_regel", kenmerk=k, datum=dag(d), titel=t) for k, d, t in wegingen]
    slot = zin("gesprek.lijst_open", kenmerk=wegingen[0][0])
    kop = zin("gesprek.lijst_kop")
    return (Bericht("lijst", "\n".join([kop, "", *regels, "", slot])),)


def nagerekend(gegevens: dict[str, Any], uitgave: dict[str, Any] | None) -> tuple[Bericht, ...]:
    """Say what a kept weighing gives when it is made again; `uitgave` is its edition."""
    try:
        samenvatting = narekenen.lees(gegevens)
        uitkomsten = narekenen.reken_na(samenvatting, narekenen.kennis_van(samenvatting, uitgave))
    except (narekenen.NietNaTeRekenen, KennisOnjuist) as fout:
        return (Bericht("waarschuwing", zin("narekenen.kan_niet", reden=str(fout))),)
    return (Bericht("tekst", narekenen.in_woorden(samenvatting, uitkomsten)),)


def geopend(kenmerk: str, markdown: str | None) -> tuple[Bericht, ...]:
    """Show a kept weighing again, or say that it is not there."""
    if markdown is None:
        return (zeg.zin("niet_gevonden", kenmerk=kenmerk),)
    return (Bericht("samenvatting", markdown),)
