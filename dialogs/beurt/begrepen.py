"""Wat gelezen is, wordt pas een antwoord als iemand zegt dat het klopt."""

from __future__ import annotations

import datetime as dt

from dialogs.bedoeling import Beschrijving, Bevestiging, Lezingkeuze
from dialogs.beeld.gezegd import Zin
from dialogs.beurt import zeggen
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.vervolg import vraag_verder
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.gelezen import dingen
from dialogs.dossier.wacht import OpBegrepen
from dialogs.procedure import plaats
from dialogs.procedure.antwoorden import neem_over
from dialogs.procedure.weglaten import uit_eigen_woorden


def lees(dossier: Dossier, wat: Beschrijving, nu: dt.datetime) -> Beurt:
    """Keep what was read apart, and ask whether it is right."""
    ervoor = plaats(dossier)
    return vraag_verder(dossier.gelezen(wat.voorgesteld, wat.twijfel), nu, ervoor=ervoor)


def bevestig(dossier: Dossier, wat: Bevestiging, nu: dt.datetime) -> Beurt:
    """Take over what is right of the list; forget the rest."""
    ervoor = plaats(dossier)
    voorgesteld, twijfel = dossier.stand.voorgesteld, dossier.stand.twijfel
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
            erna = uit_eigen_woorden(erna, _weggelaten(dossier, erna))
            return vraag_verder(erna, nu, gezegd, ervoor=ervoor)
        case "anders":
            anders = dossier.verbeterd(wat.over)
            minder = len(dingen(wat.over)) < len(dingen(voorgesteld))
            soort = "anders" if anders.stand.aangepast or minder else "al_zo"
            return vraag_verder(anders, nu, Zin(sleutel=f"begrepen.{soort}"), ervoor=ervoor)
        case "alles":
            return Beurt(dossier.wachtend(OpBegrepen(alles=True)))


def _weggelaten(ervoor: Dossier, erna: Dossier) -> set[str]:
    """Return the items that were pointed at as wrong, where others stay."""
    gelezen = (v.waarde for v in ervoor.stand.voorgesteld if v.sleutel == "gegevens")
    blijft = feitenblad.namen(erna)
    return set(next(gelezen, ())) - set(blijft) if blijft else set()


def kies(dossier: Dossier, wat: Lezingkeuze, nu: dt.datetime) -> Beurt:
    """Take the reading that was chosen; the rest of what was read still waits."""
    ervoor = plaats(dossier)
    wacht, gekozen = dossier.stand, wat.gekozen
    erna = dossier if gekozen is None else neem_over(dossier, [gekozen], nu)
    erna = erna.gelezen(wacht.voorgesteld, wacht.twijfel[1:])
    gezegd = Zin(sleutel="twijfel.geen" if gekozen is None else "twijfel.gekozen")
    return vraag_verder(erna, nu, gezegd, ervoor=ervoor)
