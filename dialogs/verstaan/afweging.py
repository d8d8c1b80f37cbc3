"""Een afweging in één bericht, met de redenen erbij: '1 ja, 2 ja want ..., 3 klopt'."""

from __future__ import annotations

from typing import Any

from dialogs.bedoeling import Antwoorden
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer
from dialogs.procedure.bundels import Bundel
from dialogs.verstaan import redenen
from dialogs.verstaan.bundel import versta_samen
from dialogs.verstaan.gezegd import Zin


def met_redenen(
    dossier: Dossier, bundel: Bundel, keren: tuple[Keer, ...], zin: Zin
) -> Antwoorden | None:
    """Return what is weighed in a bundle, with the reasons that are given with it; else None.

    One that is given for all of it counts for the first that owes a reason; the others are asked.
    """
    if not bundel.weegt:
        return None
    kaal, gegeven = redenen.per_rij(zin.tekst, len(keren))
    if not gegeven:
        return None
    gehoord = versta_samen(bundel, keren, Zin(kaal, zin.vandaag), feitenblad.namen(dossier))
    waarden: dict[Keer, Any] = {k: gehoord[k.sleutel].waarde for k in keren if k.sleutel in gehoord}
    met_reden = [(k, reden) for k in waarden if (reden := redenen.reden_van(k)) is not None]
    for rij, woorden in gegeven.items():
        hier = [reden for k, reden in met_reden if rij is None or k == keren[rij]]
        waarden |= {hier[0]: woorden} if hier else {}
    return Antwoorden(waarden, bundel=bundel.merk(keren[0].doel)) if gehoord else None
