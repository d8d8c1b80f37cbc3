"""Opnieuw wegen: van een bewaarde weging worden haar antwoorden weer het gesprek.

After the decision one adds what was shared, or that consent came or was refused. The verdict is
made anew, and kept it is a next version: what was kept stays as it is.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import ValidationError

from dialogs.beeld.gezegd import Waarschuwing, Zin, zin
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.vervolg import en_weer, volgend, vraag_verder
from dialogs.dossier import Antwoord, Dossier, uit_casus
from dialogs.dossier.vragen import Vraagsoort, keer_van
from dialogs.samenvatting import GesteldeVraag, Samenvatting, narekenen
from dialogs.samenvatting.versies import gesteld
from dialogs.teksten import tekst
from knowledge.feiten import Situatie


def herweeg(
    dossier: Dossier, kenmerk: str, gegevens: dict[str, Any] | None, nu: dt.datetime
) -> Beurt:
    """Go on with a kept weighing.

    Args:
        dossier: the weighing of now, which goes.
        kenmerk: the reference of the kept one, which the next version comes after.
        gegevens: its record; None when it is not there.
        nu: the time of the turn.
    """
    if gegevens is None:
        return en_weer(dossier, zin("niet_gevonden", kenmerk=kenmerk))
    try:
        samenvatting = narekenen.lees(gegevens)
        antwoorden = _antwoorden(samenvatting)
    except (narekenen.NietNaTeRekenen, ValidationError):
        kan_niet = Zin(sleutel="basis.kan_niet", invulling={"kenmerk": kenmerk})
        return en_weer(dossier, Waarschuwing(zinnen=(kan_niet,)))
    # The day of sharing is the day it began where nobody said another: as it was then.
    leeg = volgend(dossier, nu).model_copy(update={"begonnen": samenvatting.datum_delen})
    ingevuld = {r.sleutel: r.waarde for r in samenvatting.aanvulling or () if r.waarde}
    terug = leeg.beantwoord(antwoorden).model_copy(update={"aanvulling": ingevuld})
    terug = terug.bewaard(kenmerk)
    begonnen = Zin(sleutel="versies.begonnen", invulling={"kenmerk": kenmerk})
    return vraag_verder(terug, nu, begonnen)


def _antwoorden(s: Samenvatting) -> dict[str, Antwoord]:
    """Return the answers a record holds, in the order in which they were given.

    Raises:
        ValidationError: a fact or a value is not there any more.
    """
    situaties = [Situatie.model_validate(doel.feiten) for doel in s.doelen]
    feiten = uit_casus.antwoorden(situaties, alles=True)
    uit: dict[str, Antwoord] = {}
    for vraag in gesteld(s):
        antwoord = feiten.get(vraag.sleutel) or _gezegd(vraag, s)
        if antwoord is not None:
            uit[vraag.sleutel] = antwoord
    # Told in passing: these are asked nowhere, but they are facts of this weighing.
    for sleutel, antwoord in feiten.items():
        keer = keer_van(sleutel)
        if keer is not None and keer.vraag.nooit_gesteld:
            uit.setdefault(sleutel, antwoord)
    return uit


def _gezegd(vraag: GesteldeVraag, s: Samenvatting) -> Antwoord | None:
    """Return the answer that is no fact: own words, the day of sharing, or that nobody knows."""
    keer = keer_van(vraag.sleutel)
    if keer is None:
        return None
    if vraag.antwoord == tekst("woorden_los.onbekend") and keer.vraag.feit is not None:
        return Antwoord()
    match keer.vraag.soort:
        case Vraagsoort.TEKST:
            leeg = vraag.antwoord == tekst("woorden_los.overgeslagen")
            return Antwoord(waarde="" if leeg else vraag.antwoord)
        case Vraagsoort.DATUM:
            return Antwoord(waarde=s.datum_delen.isoformat())
        case Vraagsoort.JA_NEE:
            return Antwoord(waarde=vraag.antwoord == tekst("woorden_los.ja"))
        case _:
            return None
