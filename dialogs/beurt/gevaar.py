"""Gevaar gaat voor: woorden die op levensgevaar wijzen, krijgen meteen 112 en de weg daarheen.

The way to help stays in sight until somebody says to have seen it (`gezien`). What tells of danger
again, or of another kind in a reason, brings it back. The sign itself is proposed like any other
reading: it counts when it is confirmed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final

from dialogs.bedoeling import Antwoorden, Bedoeling, Opzoeken, Verstaan
from dialogs.beeld.gezegd import Gevaarmelding, Samengevat, zin
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.vervolg import en_weer, vraag_verder
from dialogs.dossier import Dossier, Voorgesteld
from dialogs.dossier.vragen import Vraagsoort
from dialogs.weergave import bronnen_in_woorden
from knowledge.bronnen import bronnen

_FEIT: Final = "levensgevaar"
_BRONNEN: Final = ("2026-2-s1",)
_EIGEN_WOORDEN: Final = (Vraagsoort.TEKST, Vraagsoort.GEGEVENS)


def eerst(ervoor: Dossier, beurt: Beurt, verstaan: Verstaan, nu: dt.datetime) -> Beurt:
    """Put the way to help before whatever else this message brings, when it tells of danger.

    Args:
        ervoor: the dossier before the turn.
        beurt: what the message brings.
        verstaan: what was meant by it, and what in it tells of danger.
        nu: the time of the turn.
    """
    if verstaan.gevaar is not None and _is_nieuw(ervoor, verstaan):
        beurt = _verteld(ervoor, beurt, verstaan.gevaar, nu)
        beurt = _gewaarschuwd(beurt, zelfdoding=verstaan.zelfdoding)
    elif _werd_waar(ervoor, beurt.dossier):
        beurt = _gewaarschuwd(beurt, zelfdoding=False)
    return replace(beurt, dossier=beurt.dossier.gevaarlijk(verstaan.soorten))


def gezien(dossier: Dossier) -> Beurt:
    """Take the warning out of sight; what is waited for stays as it is."""
    if dossier.stand.gevaar is None or dossier.stand.gevaar.gezien:
        return en_weer(dossier, zin("gezien_niets"))
    return Beurt(dossier.gezien(), (zin("gezien"),))


def _is_nieuw(ervoor: Dossier, verstaan: Verstaan) -> bool:
    """Tell whether the way to help has to be shown (again) for these words."""
    stand = ervoor.stand.gevaar
    if stand is None or (verstaan.zelfdoding and not stand.zelfdoding):
        return True
    if not stand.gezien:
        return False  # It is in sight.
    if stand.soorten and not verstaan.soorten <= set(stand.soorten):
        return True  # Of another kind: whoever saw the first did not see this.
    # Who looks something up tells nothing new, and who gives a reason tells of it once more.
    wat = verstaan.bedoeling
    return not isinstance(wat, Opzoeken) and not (_staat_vast(ervoor) and _in_eigen_woorden(wat))


def _in_eigen_woorden(wat: Bedoeling) -> bool:
    return isinstance(wat, Antwoorden) and all(k.vraag.soort in _EIGEN_WOORDEN for k in wat.waarden)


def _werd_waar(ervoor: Dossier, erna: Dossier) -> bool:
    """Tell whether an answer says so, other than by confirming what was warned of already."""
    if _staat_vast(ervoor) or not _staat_vast(erna):
        return False
    return erna.stand.gevaar is None or not _voorgesteld(ervoor)


def _verteld(ervoor: Dossier, beurt: Beurt, woorden: str, nu: dt.datetime) -> Beurt:
    """Ask whether it is so, and tell what the law allows."""
    dossier = beurt.dossier
    voorstel = Voorgesteld(sleutel=_FEIT, waarde=True, woorden=woorden)
    if _over_de_jongere(ervoor, dossier) and not (_staat_vast(dossier) or _voorgesteld(dossier)):
        beurt = _met_voorstel(beurt, dossier, voorstel, nu)
    genoemd = bronnen_in_woorden(bronnen()[id_] for id_ in _BRONNEN)
    route = zin("gevaar_route", bronnen=genoemd)
    return replace(beurt, gezegd=(route, *beurt.gezegd))


def _gewaarschuwd(beurt: Beurt, *, zelfdoding: bool) -> Beurt:
    dossier = beurt.dossier.gewaarschuwd(zelfdoding=zelfdoding)
    stand = dossier.stand.gevaar
    melding = Gevaarmelding(zelfdoding=stand is not None and stand.zelfdoding)
    return replace(beurt, dossier=dossier, gezegd=(melding, *beurt.gezegd))


def _over_de_jongere(ervoor: Dossier, erna: Dossier) -> bool:
    """Tell whether it was said of this young person: in an answer, or when all was done.

    Whoever looks something up about danger asks about danger in general.
    """
    niet_verstaan = getattr(erna.stand.gesteld, "misverstaan", 0) > 0
    return erna.antwoorden != ervoor.antwoorden or niet_verstaan or erna.stand.vraag is None


def _staat_vast(dossier: Dossier) -> bool:
    antwoord = dossier.antwoorden.get(_FEIT)
    return antwoord is not None and antwoord.waarde is True


def _voorgesteld(dossier: Dossier) -> bool:
    return any(v.sleutel == _FEIT for v in dossier.stand.voorgesteld)


def _met_voorstel(beurt: Beurt, dossier: Dossier, voorstel: Voorgesteld, nu: dt.datetime) -> Beurt:
    """Ask first whether the danger is real, where the message itself proposed nothing."""
    gezegd = [deel for deel in beurt.gezegd if not isinstance(deel, Samengevat)]
    if getattr(dossier.stand.gesteld, "misverstaan", 0):
        gezegd = []  # it was understood after all
    stand = dossier.stand
    return vraag_verder(dossier.gelezen((voorstel, *stand.voorgesteld), stand.twijfel), nu, *gezegd)
