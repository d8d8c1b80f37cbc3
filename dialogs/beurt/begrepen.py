"""Wat gelezen is, wordt pas een antwoord als iemand zegt dat het klopt."""

from __future__ import annotations

import datetime as dt

from dialogs.bedoeling import Beschrijving, Bevestiging, Lezingkeuze
from dialogs.beeld.gezegd import Zin
from dialogs.beurt import zeggen
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.vervolg import vraag_verder
from dialogs.dossier import Dossier
from dialogs.procedure import plaats
from dialogs.procedure.antwoorden import neem_over


def lees(dossier: Dossier, wat: Beschrijving, nu: dt.datetime) -> Beurt:
    """Keep what was read apart, and ask whether it is right."""
    ervoor = plaats(dossier)
    return vraag_verder(dossier.gelezen(wat.voorgesteld, wat.twijfel), nu, ervoor=ervoor)


def bevestig(dossier: Dossier, wat: Bevestiging, nu: dt.datetime) -> Beurt:
    """Take over what is right of the list; forget the rest."""
    ervoor = plaats(dossier)
    twijfel = dossier.stand.twijfel
    match wat.hoe:
        case "ja":
            erna = neem_over(dossier, wat.over, nu)
            wet = zeggen.oude_wet(erna) if any(v.sleutel == "datum" for v in wat.over) else ()
            return vraag_verder(erna, nu, *wet, ervoor=ervoor)
        case "nee":
            leeg, gezegd = dossier.gelezen((), twijfel), Zin(sleutel="begrepen.weg")
            return vraag_verder(leeg, nu, gezegd, ervoor=ervoor)
        case "zonder":
            erna, gezegd = neem_over(dossier, wat.over, nu), Zin(sleutel="begrepen.zonder")
            return vraag_verder(erna, nu, gezegd, ervoor=ervoor)
        case "anders":
            anders, gezegd = dossier.gelezen(wat.over, twijfel), Zin(sleutel="begrepen.anders")
            return vraag_verder(anders, nu, gezegd, ervoor=ervoor)


def kies(dossier: Dossier, wat: Lezingkeuze, nu: dt.datetime) -> Beurt:
    """Take the reading that was chosen; the rest of what was read still waits."""
    ervoor = plaats(dossier)
    wacht, gekozen = dossier.stand, wat.gekozen
    erna = dossier if gekozen is None else neem_over(dossier, [gekozen], nu)
    erna = erna.gelezen(wacht.voorgesteld, wacht.twijfel[1:])
    gezegd = Zin(sleutel="twijfel.geen" if gekozen is None else "twijfel.gekozen")
    return vraag_verder(erna, nu, gezegd, ervoor=ervoor)
