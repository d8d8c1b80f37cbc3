"""Een antwoord op een bundel: wat het zegt op de vragen, en wat het er nog bij vertelt."""

from __future__ import annotations

from dialogs.bedoeling import Antwoorden, Beschrijving, EenVoorEen
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer, Vraagsoort
from dialogs.lezen import Lezing
from dialogs.procedure.antwoorden import met_waarden
from dialogs.procedure.bundels import Bundel
from dialogs.verstaan import twijfel
from dialogs.verstaan.bundel import (
    per_regel,
    versta_samen,
    vraagt_los,
    wijst_aan,
)
from dialogs.verstaan.bundelzin import open_gelaten
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.voorstellen import (
    doel_in_eigen_woorden,
    soorten_erbij,
    voorstellen,
    zonder_twijfel,
)
from dialogs.verstaan.weglaten import niet_gedeeld


def op_bundel(
    dossier: Dossier, bundel: Bundel, keren: tuple[Keer, ...], zin: Zin, lezing: Lezing
) -> Antwoorden | EenVoorEen | Beschrijving | None:
    """Take a text as the answer to a bundle; None when it says nothing to it."""
    if vraagt_los(zin.tekst):
        return EenVoorEen(bundel.merk(keren[0].doel))
    gegevens = feitenblad.namen(dossier)
    regels = per_regel(keren, zin, gegevens)
    gehoord = regels or versta_samen(bundel, keren, zin, gegevens)
    # A filled-in list says what it asks and nothing besides.
    twijfels = () if regels else twijfel.uit(dossier, lezing, zin.tekst)
    if not gehoord and wijst_aan(bundel, keren, zin):
        # '3 niet': then it is asked how else.
        return EenVoorEen(bundel.merk(keren[0].doel))
    if not gehoord:
        # What clashes is asked before anything else; the bundle comes back after it.
        return Beschrijving((), twijfels) if twijfels else None
    waarden = {keer: gehoord[keer.sleutel].waarde for keer in keren if keer.sleutel in gehoord}
    erna = met_waarden(dossier, waarden, bundel=True)
    gelezen = () if regels else zonder_twijfel(voorstellen(erna, lezing), twijfels)
    # What was answered before stays: who means to change it says so.
    blijft = {*erna.antwoorden, *open_gelaten(keren, zin)}
    ook = tuple(v for v in gelezen if v.sleutel not in blijft)
    waarden |= {} if regels else doel_in_eigen_woorden(waarden, zin)
    ook += soorten_erbij(waarden, erna)
    weg = tuple(
        naam
        for keer, waarde in waarden.items()
        if keer.vraag.soort is Vraagsoort.GEGEVENS
        for naam in niet_gedeeld(dossier, waarde)
    )
    return Antwoorden(waarden, ook, twijfels, bundel=bundel.merk(keren[0].doel), weg=weg)
