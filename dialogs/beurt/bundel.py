"""Een beurt bij een bundel: de antwoorden overnemen, en wat open bleef los vragen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from dialogs.beeld import bundel as bundelberichten
from dialogs.beurt import Bericht, Beurt
from dialogs.beurt.vervolg import met_antwoorden, met_stand, vraag_verder, weer
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer
from dialogs.lezen import Lezing
from dialogs.procedure import Plaats
from dialogs.procedure import antwoorden as opruimen
from dialogs.procedure.bundels import Bundel, bundel_van
from dialogs.teksten import tekst as zin
from dialogs.verstaan import twijfel, voorstellen
from dialogs.verstaan.bundel import per_regel, versta_samen, vraagt_los

_VAKER: Final = 2
"""After so many misses the questions of a bundle are asked one by one."""


def antwoord(
    dossier: Dossier, ervoor: Plaats, tekst: str, lezing: Lezing, nu: dt.datetime
) -> Beurt | None:
    """Take a text as the answer to the bundle that is open; None when it says nothing to it."""
    keren = ervoor.samen
    bundel = bundel_van(keren[0])
    if bundel is None:
        return None
    if vraagt_los(tekst):
        return vraag_verder(_los(dossier, bundel), [_zeg("los")], nu, ervoor)
    gegevens = feitenblad.namen(dossier)
    formulier = per_regel(keren, tekst, gegevens, nu.date())
    antwoorden = formulier or versta_samen(bundel, keren, tekst, gegevens, nu.date())
    # A form says what it asks and nothing besides.
    twijfels = () if formulier else twijfel.uit(dossier, lezing, tekst)
    if not antwoorden:
        return _vraag_eerst(dossier, twijfels, nu, ervoor) if twijfels else None
    beantwoord = [keer for keer in keren if keer.sleutel in antwoorden]
    waarden = {keer: antwoorden[keer.sleutel].waarde for keer in beantwoord}
    # 'Not in a document' says nothing of one that nobody wants.
    erna = opruimen.onmogelijke_weg(met_antwoorden(dossier, waarden, nu))
    erna = _los(erna, bundel)
    # What was answered before stays: who means to change it says so.
    gelezen = () if formulier else twijfel.zonder(voorstellen.voorstellen(erna, lezing), twijfels)
    ook = tuple(v for v in gelezen if v.sleutel not in erna.antwoorden)
    vooraf = _na_antwoorden(erna, beantwoord)
    stand = met_stand(erna, voorgesteld=ook, twijfel=twijfels)
    return vraag_verder(stand, vooraf, nu, ervoor)


def _vraag_eerst(
    dossier: Dossier, twijfels: tuple[twijfel.Twijfel, ...], nu: dt.datetime, ervoor: Plaats
) -> Beurt:
    """Ask what clashes before anything else; the bundle comes back after it."""
    return vraag_verder(met_stand(dossier, twijfel=twijfels), (), nu, ervoor)


def niet_verstaan(dossier: Dossier, ervoor: Plaats, nu: dt.datetime) -> Beurt:
    """Say how to answer; the second time ask the questions one by one."""
    bundel = bundel_van(ervoor.samen[0])
    keren = dossier.stand.misverstaan + 1
    if bundel is None or keren >= _VAKER:
        los = _los(dossier, bundel) if bundel else dossier
        return vraag_verder(los, [_zeg("los")], nu, ervoor)
    hoe = _zeg("niet_verstaan_rijtje" if bundel.rijtje else "niet_verstaan_zin")
    onbegrepen = met_stand(dossier, misverstaan=keren, lijst=())
    return Beurt(onbegrepen, (hoe, *weer(dossier)))


def _zeg(sleutel: str) -> Bericht:
    return Bericht("tekst", zin(f"bundelzinnen.{sleutel}"))


def _los(dossier: Dossier, bundel: Bundel) -> Dossier:
    return met_stand(dossier, los=tuple(dict.fromkeys((*dossier.stand.los, bundel.id))))


def _na_antwoorden(dossier: Dossier, keren: Sequence[Keer]) -> list[Bericht]:
    """Say back what was noted, for it was read from a sentence or numbers; and what follows."""
    over = [keer for keer in keren if keer.sleutel in dossier.antwoorden]
    uit = [bundelberichten.genoteerd(over, dossier)] if over else []
    if any(k.vraag.id == "levensgevaar" and _waarde(dossier, k) is True for k in over):
        uit.append(Bericht("waarschuwing", zin("gesprek.gevaar_112")))
    return [*uit, *bundelberichten.niet_geweten([k for k in over if _waarde(dossier, k) is None])]


def _waarde(dossier: Dossier, keer: Keer) -> object:
    return dossier.antwoorden[keer.sleutel].waarde
