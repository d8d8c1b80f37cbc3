"""Beantwoorden: wat een tekst zegt op wat er gevraagd is, en wat hij er nog bij vertelt."""

from __future__ import annotations

from typing import Any, Final

from dialogs.bedoeling import (
    Antwoorden,
    Bedoeling,
    Beschrijving,
    Onduidelijk,
    Opdracht,
    Opzoeken,
    Weglaten,
)
from dialogs.beeld.begrepen import soort_van
from dialogs.beeld.keuzes import keuzes
from dialogs.beeld.vraag import beeldvraag
from dialogs.dossier import Dossier, Twijfel, Voorgesteld, feitenblad
from dialogs.dossier.vragen import EIGEN_WOORDEN, Keer, Vraagsoort
from dialogs.dossier.wacht import OpBundel, OpVraag
from dialogs.lezen import Lezing
from dialogs.procedure import Plaats
from dialogs.procedure.antwoorden import met_waarden
from dialogs.procedure.bundels import bundel_van
from dialogs.procedure.plek import samen
from dialogs.teksten import tekst
from dialogs.teksten.woorden import is_woord, plat
from dialogs.verstaan import afweging, redenen, twijfel
from dialogs.verstaan.aannames import aannames
from dialogs.verstaan.antwoord import versta
from dialogs.verstaan.bundel import alleen_nummers
from dialogs.verstaan.bundelantwoord import op_bundel
from dialogs.verstaan.bundelzin import open_gelaten
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.keuze import Begrepen, Waarde
from dialogs.verstaan.opdrachten import is_antwoordwoord, lijkt_vraag
from dialogs.verstaan.verbetering import verbetering
from dialogs.verstaan.voorstellen import (
    doel_in_eigen_woorden,
    soorten_erbij,
    voorstellen,
    zonder_twijfel,
)
from dialogs.verstaan.weglaten import niet_gedeeld, weggelaten

_KAAL: Final = {"ja": "bundel_ja", "nee": "bundel_nee"}
_GEEN_NEE: Final = (
    Vraagsoort.MEERKEUZE,
    Vraagsoort.GETAL,
    Vraagsoort.DATUM,
    Vraagsoort.GEGEVENS,
    Vraagsoort.SELECTIE,
)
# 'Nog niet gevraagd' about the parents tells nothing of the young person.
_LIJKT_OP: Final = {"toestemming_vertegenwoordiger": "toestemming"}


def antwoord_op(dossier: Dossier, keer: Keer, zin: Zin, waar: Plaats) -> Bedoeling:
    """Return what a text says to the question or the bundle that is open."""
    if _toch_niet(dossier, keer, zin):
        return Opdracht("niet_wijzigen")
    weg = weggelaten(keer, zin, feitenblad.namen(dossier))
    if weg:
        return Weglaten(weg)
    keren = samen(dossier, waar)
    bundel = bundel_van(keren[0]) if keren else None
    gesteld = dossier.stand.gesteld
    if isinstance(gesteld, OpBundel) and gesteld.welke_niet and alleen_nummers(zin.tekst):
        zin = Zin(f"{zin.tekst} {tekst('woorden_los.nee')}", zin.vandaag)
    met_reden = (
        _met_reden(dossier, keer, zin, genoemd=True)
        if bundel is None
        else afweging.met_redenen(dossier, bundel, keren, zin)
    )
    if met_reden is not None:
        return met_reden
    lezing = erbij_gelezen(dossier, keer, zin)
    verbeterd = verbetering(dossier, keer, zin, lezing)
    if verbeterd is not None:
        return verbeterd
    met_reden = _met_reden(dossier, keer, zin, genoemd=False) if bundel is None else None
    if met_reden is not None:
        return met_reden
    if bundel is not None:
        meer = op_bundel(dossier, bundel, keren, zin, lezing)
        if meer is not None:
            return meer
        gemist = Onduidelijk(_gemist(zin))
        return _geen_antwoord(dossier, keer, zin, lezing, gemist, open_gelaten(keren, zin))
    gehoord = _versta(dossier, keer, zin)
    if isinstance(gehoord, Onduidelijk):
        # Between several choices it is left open: then none of them was told.
        open_ = frozenset((keer.sleutel,)) if gehoord.mogelijkheden else frozenset()
        return _geen_antwoord(dossier, keer, zin, lezing, gehoord, open_)
    return beantwoord(dossier, keer, gehoord.waarde, zin, lezing)


def _toch_niet(dossier: Dossier, keer: Keer, zin: Zin) -> bool:
    """Tell whether an opened answer stays as it is; to a question of yes or no it may answer."""
    gesteld = dossier.stand.gesteld
    wijzigt = isinstance(gesteld, OpVraag) and gesteld.wijzigt
    return (
        wijzigt
        and keer.vraag.soort in _GEEN_NEE
        and plat(zin.tekst) == tekst("woorden_los.toch_niet")
    )


def _gemist(zin: Zin) -> str:
    """Return why a bundle was not answered: a mere 'ja' or 'nee' does not say to which of them."""
    for woord, reden in _KAAL.items():
        if is_woord(woord, zin.tekst):
            return reden
    return "bundel"


def _met_reden(dossier: Dossier, keer: Keer, zin: Zin, *, genoemd: bool) -> Antwoorden | None:
    """Return the answer with the reason that was given with it: that is not asked again.

    `genoemd`: only a reason that is named as one ('want ...'); else what the next clause says.
    """
    bij = redenen.reden_van(keer)
    if bij is None:
        return None

    def hoor(deel: Zin) -> Begrepen:
        return _versta(dossier, keer, deel)

    namen = feitenblad.namen(dossier)
    gevonden = redenen.genoemd(zin, hoor) if genoemd else redenen.erbij(zin, hoor, namen)
    if gevonden is None:
        return None
    waarde, reden = gevonden
    return Antwoorden({keer: waarde, bij: reden})


def beantwoord(dossier: Dossier, keer: Keer, waarde: Any, zin: Zin, lezing: Lezing) -> Antwoorden:
    """Return the answer to one question, with what follows from it or was told besides."""
    erna = met_waarden(dossier, {keer: waarde})
    gelezen, twijfels = _voorgesteld(erna, lezing, zin, behalve=keer.sleutel)
    niet = {keer.sleutel, _LIJKT_OP.get(keer.sleutel)}
    ook = tuple(voorstel for voorstel in gelezen if voorstel.sleutel not in niet)
    if keer.vraag.id == "omschrijving":
        ook += aannames(erna, ook, lezing)
    ook = soorten_erbij({keer: waarde}, erna) or ook
    weg = niet_gedeeld(dossier, waarde) if keer.vraag.id == "gegevens" else ()
    return Antwoorden(
        {keer: waarde} | doel_in_eigen_woorden({keer: waarde}, zin), ook, twijfels, weg=weg
    )


def _geen_antwoord(
    dossier: Dossier,
    keer: Keer,
    zin: Zin,
    lezing: Lezing,
    gehoord: Onduidelijk,
    opengelaten: frozenset[str],
) -> Bedoeling:
    """Return what a text says that does not answer the question."""
    if gehoord.lezingen:
        return gehoord
    gelezen, twijfels = _voorgesteld(dossier, lezing, zin, behalve=keer.sleutel)
    gelezen = tuple(v for v in gelezen if v.sleutel not in opengelaten)
    if gelezen or twijfels:
        return Beschrijving(gelezen, twijfels)
    return Opzoeken(zin.tekst) if lijkt_vraag(zin.tekst) else gehoord


def _versta(dossier: Dossier, keer: Keer, zin: Zin) -> Begrepen:
    """Understand an answer; at the kind of an item a yes is to the kind that was proposed."""
    if keer.vraag.id == "soort" and is_woord("ja", zin.tekst):
        soort = soort_van(keer, dossier)
        if soort:
            return Waarde(list(soort))
    return versta(keer.vraag, zin, feitenblad.namen(dossier))


def erbij_gelezen(dossier: Dossier, keer: Keer, zin: Zin) -> Lezing:
    """Return what a text tells besides the answer; not in own words, nor in a choice as shown."""
    eigen = keer.vraag.soort in EIGEN_WOORDEN and keer.vraag.id != "omschrijving"
    if eigen or len(zin.tekst.split()) < 2 or is_antwoordwoord(zin.tekst):
        return Lezing()
    getoond = {keuze.waarde for keuze in keuzes(beeldvraag(dossier)).alle}
    return Lezing() if zin.tekst in getoond else zin.lezing


def _voorgesteld(
    dossier: Dossier, lezing: Lezing, zin: Zin, *, behalve: str = ""
) -> tuple[tuple[Voorgesteld, ...], tuple[Twijfel, ...]]:
    """Return what a text tells besides the answer, and what of it clashes."""
    twijfels = twijfel.uit(dossier, lezing, zin.tekst, behalve=behalve)
    return zonder_twijfel(voorstellen(dossier, lezing), twijfels), twijfels
