"""Een beurt bij een bundel: de antwoorden overnemen, en wat open bleef los vragen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from dialogs import bundelberichten, feitenblad, opruimen, voorstellen
from dialogs.beurt import Bericht, Beurt
from dialogs.bundelantwoord import Antwoorden, per_regel, versta_samen, vraagt_los
from dialogs.bundels import Bundel, bundel_van
from dialogs.dossier import Antwoord, Dossier, Gebeurtenis
from dialogs.lezen import Lezing
from dialogs.procedure import Plaats
from dialogs.teksten import tekst as zin
from dialogs.verder import met_stand, vraag_verder, weer
from dialogs.vragen import Keer, keer_van

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
    if not antwoorden:
        return None
    erna = _los(_met(dossier, antwoorden, nu), bundel)
    # What was answered before stays: who means to change it says so.
    # A form says what it asks and nothing besides.
    gelezen = () if formulier else voorstellen.voorstellen(erna, lezing)
    ook = [v for v in gelezen if v.sleutel not in erna.antwoorden]
    vooraf = _na_antwoorden(erna, [keer for keer in keren if keer.sleutel in antwoorden])
    return vraag_verder(met_stand(erna, voorgesteld=tuple(ook)), vooraf, nu, ervoor)


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


def _met(dossier: Dossier, antwoorden: Antwoorden, nu: dt.datetime) -> Dossier:
    nieuw = {sleutel: Antwoord(waarde=gezegd.waarde) for sleutel, gezegd in antwoorden.items()}
    gebeurd = tuple(
        Gebeurtenis(wanneer=nu, vraag=keer.vraag.id)
        for sleutel in antwoorden
        if (keer := keer_van(sleutel)) is not None
    )
    erna = dossier.model_copy(
        update={
            "antwoorden": {**dossier.antwoorden, **nieuw},
            "geschiedenis": (*dossier.geschiedenis, *gebeurd),
            "stand": dossier.stand.na_antwoord(),
        }
    )
    # 'Not in a document' says nothing of one that nobody wants.
    return opruimen.onmogelijke_weg(erna)


def _na_antwoorden(dossier: Dossier, keren: Sequence[Keer]) -> list[Bericht]:
    """Say back what was noted, for it was read from a sentence or numbers; and what follows."""
    over = [keer for keer in keren if keer.sleutel in dossier.antwoorden]
    uit = [bundelberichten.genoteerd(over, dossier)] if over else []
    if any(k.vraag.id == "levensgevaar" and _waarde(dossier, k) is True for k in over):
        uit.append(Bericht("waarschuwing", zin("gesprek.gevaar_112")))
    return [*uit, *bundelberichten.niet_geweten([k for k in over if _waarde(dossier, k) is None])]


def _waarde(dossier: Dossier, keer: Keer) -> object:
    return dossier.antwoorden[keer.sleutel].waarde
