"""Gevaar gaat voor: woorden die op levensgevaar wijzen, krijgen meteen 112 en de weg daarheen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.beurt import Bericht, Beurt
from dialogs.dossier import Dossier
from dialogs.lezen import lees
from dialogs.teksten import tekst as zin
from dialogs.verder import met_stand
from dialogs.weergave import bronnen_in_woorden
from knowledge.bronnen import bronnen

_FEIT: Final = "levensgevaar"
_BRONNEN: Final = ("2026-2-s1",)


def eerst(
    dossier: Dossier, tekst: str, nu: dt.datetime, verder: Callable[[Dossier], Beurt]
) -> Beurt:
    """Put the way to help before whatever else this message brings; once in a weighing.

    The sign itself is proposed like any other reading: it counts when it is confirmed.
    """
    if dossier.stand.gevaar_gemeld or _FEIT in dossier.antwoorden:
        return verder(dossier)
    lezing = lees(tekst, nu.date())
    if lezing.feiten.get(_FEIT) is not True:
        return verder(dossier)
    beurt = verder(met_stand(dossier, gevaar_gemeld=True))
    erna = met_stand(beurt.dossier, gevaar_gemeld=True)
    return replace(beurt, dossier=erna, berichten=(*_weg_naar_hulp(), *beurt.berichten))


def _weg_naar_hulp() -> tuple[Bericht, ...]:
    genoemd = bronnen_in_woorden(bronnen()[id_] for id_ in _BRONNEN)
    return (
        Bericht("waarschuwing", zin("gesprek.gevaar_112")),
        Bericht("tekst", zin("gesprek.gevaar_route", bronnen=genoemd)),
    )
