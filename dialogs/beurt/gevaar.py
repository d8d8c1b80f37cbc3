"""Gevaar gaat voor: woorden die op levensgevaar wijzen, krijgen meteen 112 en de weg daarheen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.beurt import Bericht, Beurt
from dialogs.beurt.vervolg import met_stand, vraag_verder
from dialogs.dossier import Dossier, Voorgesteld
from dialogs.lezen import lees
from dialogs.teksten import tekst as zin
from dialogs.weergave import bronnen_in_woorden
from knowledge.bronnen import bronnen

_FEIT: Final = "levensgevaar"
_BRONNEN: Final = ("2026-2-s1",)


def eerst(
    dossier: Dossier, tekst: str, nu: dt.datetime, verder: Callable[[Dossier], Beurt]
) -> Beurt:
    """Put the way to help before whatever else this message brings; once in a weighing.

    The sign itself is proposed like any other reading: it counts when it is confirmed. That
    somebody answered 'no danger' before makes no difference: things get worse.
    """
    gegeven = dossier.antwoorden.get(_FEIT)
    if dossier.stand.gevaar_gemeld or (gegeven is not None and gegeven.waarde is True):
        return verder(dossier)
    lezing = lees(tekst, nu.date())
    if lezing.feiten.get(_FEIT) is not True:
        return verder(dossier)
    beurt = verder(met_stand(dossier, gevaar_gemeld=True))
    erna = met_stand(beurt.dossier, gevaar_gemeld=True)
    voorstel = Voorgesteld(sleutel=_FEIT, waarde=True, woorden=lezing.gelezen_uit[_FEIT])
    if _vertelt(dossier, erna) and _nog_niet_gezien(erna):
        beurt = _met_voorstel(beurt, erna, voorstel, nu)
        erna = beurt.dossier
    return replace(beurt, dossier=erna, berichten=(*_weg_naar_hulp(), *beurt.berichten))


def _vertelt(ervoor: Dossier, erna: Dossier) -> bool:
    """Tell whether it was said of this young person: in an answer, or when all was done.

    Whoever looks something up about danger asks about danger in general.
    """
    return erna.antwoorden != ervoor.antwoorden or erna.stand.misverstaan > 0 or not _vraagt(erna)


def _vraagt(dossier: Dossier) -> bool:
    return dossier.stand.vraag is not None


def _nog_niet_gezien(dossier: Dossier) -> bool:
    antwoord = dossier.antwoorden.get(_FEIT)
    if antwoord is not None and antwoord.waarde is True:
        return False
    return all(v.sleutel != _FEIT for v in dossier.stand.voorgesteld)


def _met_voorstel(beurt: Beurt, dossier: Dossier, voorstel: Voorgesteld, nu: dt.datetime) -> Beurt:
    """Ask first whether the danger is real, where the message itself proposed nothing."""
    al = dossier.stand.voorgesteld
    gezegd = [b for b in beurt.berichten if b.soort not in ("vraag", "samenvatting")]
    if dossier.stand.misverstaan:
        gezegd = []  # it was understood after all
    return vraag_verder(met_stand(dossier, voorgesteld=(voorstel, *al)), gezegd, nu)


def _weg_naar_hulp() -> tuple[Bericht, ...]:
    genoemd = bronnen_in_woorden(bronnen()[id_] for id_ in _BRONNEN)
    return (
        Bericht("waarschuwing", zin("gesprek.gevaar_112")),
        Bericht("tekst", zin("gesprek.gevaar_route", bronnen=genoemd)),
    )
