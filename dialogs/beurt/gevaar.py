"""Gevaar gaat voor: woorden die op levensgevaar wijzen, krijgen meteen 112 en de weg daarheen.

The sign itself is proposed like any other reading: it counts when it is confirmed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final

from dialogs.beeld.gezegd import Gezegde, Samengevat, zin
from dialogs.beurt import zeggen
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.vervolg import vraag_verder
from dialogs.dossier import Dossier, Voorgesteld
from dialogs.weergave import bronnen_in_woorden
from knowledge.bronnen import bronnen

_FEIT: Final = "levensgevaar"
_BRONNEN: Final = ("2026-2-s1",)


def eerst(ervoor: Dossier, beurt: Beurt, woorden: str, nu: dt.datetime) -> Beurt:
    """Put the way to help before whatever else this message brings.

    Args:
        ervoor: the dossier before the turn.
        beurt: what the message brings.
        woorden: what in it tells of danger.
        nu: the time of the turn.
    """
    dossier = beurt.dossier.gewaarschuwd()
    voorstel = Voorgesteld(sleutel=_FEIT, waarde=True, woorden=woorden)
    if _vertelt(ervoor, dossier) and _nog_niet_gezien(dossier):
        beurt = _met_voorstel(beurt, dossier, voorstel, nu)
        dossier = beurt.dossier
    return replace(beurt, dossier=dossier, gezegd=(*_weg_naar_hulp(), *beurt.gezegd))


def _vertelt(ervoor: Dossier, erna: Dossier) -> bool:
    """Tell whether it was said of this young person: in an answer, or when all was done.

    Whoever looks something up about danger asks about danger in general.
    """
    niet_verstaan = getattr(erna.stand.gesteld, "misverstaan", 0) > 0
    return erna.antwoorden != ervoor.antwoorden or niet_verstaan or erna.stand.vraag is None


def _nog_niet_gezien(dossier: Dossier) -> bool:
    antwoord = dossier.antwoorden.get(_FEIT)
    if antwoord is not None and antwoord.waarde is True:
        return False
    return all(v.sleutel != _FEIT for v in dossier.stand.voorgesteld)


def _met_voorstel(beurt: Beurt, dossier: Dossier, voorstel: Voorgesteld, nu: dt.datetime) -> Beurt:
    """Ask first whether the danger is real, where the message itself proposed nothing."""
    gezegd = [deel for deel in beurt.gezegd if not isinstance(deel, Samengevat)]
    if getattr(dossier.stand.gesteld, "misverstaan", 0):
        gezegd = []  # it was understood after all
    stand = dossier.stand
    return vraag_verder(dossier.gelezen((voorstel, *stand.voorgesteld), stand.twijfel), nu, *gezegd)


def _weg_naar_hulp() -> tuple[Gezegde, ...]:
    genoemd = bronnen_in_woorden(bronnen()[id_] for id_ in _BRONNEN)
    return (zeggen.gevaar_112(), zin("gevaar_route", bronnen=genoemd))
