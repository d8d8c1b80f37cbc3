"""Wegen wat verteld is: meteen, in een nieuwe weging, of na de vraag of dat moet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dialogs.bedoeling import NieuweWeging, Opzoeken, Weegbaar
from dialogs.beeld.gezegd import zin
from dialogs.beurt import antwoord, opzoeken
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.vervolg import groet, volgend
from dialogs.dossier import Dossier
from dialogs.dossier.wacht import BevestigVerteld, OpLijst
from dialogs.procedure.plek import terug


def begin_nieuw(dossier: Dossier, wat: NieuweWeging, nu: dt.datetime) -> Beurt:
    """Begin another weighing with what was told of it."""
    beurt = antwoord.beantwoord(volgend(dossier, nu), wat.verteld, nu)
    return replace(beurt, gezegd=(zin("nieuw_verteld"), *beurt.gezegd))


def bied_aan(dossier: Dossier, wat: Weegbaar, nu: dt.datetime) -> Beurt:
    """Answer what was asked, and offer to weigh what was told with it."""
    beurt = Beurt(dossier)
    if wat.zoekt:
        beurt = opzoeken.zoek(dossier, Opzoeken(wat.beschrijving), nu)
    gevonden = beurt.dossier.stand.wacht
    wacht = BevestigVerteld(
        beschrijving=wat.beschrijving,
        opnieuw=wat.opnieuw,
        lezen=opzoeken.om_te_lezen(gevonden) if isinstance(gevonden, OpLijst) else (),
        terug=terug(dossier),
    )
    return Beurt(beurt.dossier.wachtend(wacht), (*groet(dossier), *beurt.gezegd))


def blijft_open(beurt: Beurt, wacht: BevestigVerteld) -> Beurt:
    """Return the turn with what was told still there to weigh: who reads first may say yes then.

    What was looked up may end in a list to pick from: its topics stand with the offer.
    """
    hier = beurt.dossier.stand.wacht
    if isinstance(hier, OpLijst):
        wacht = wacht.model_copy(update={"lezen": opzoeken.om_te_lezen(hier)})
    elif hier != wacht.terug:
        return beurt
    return replace(beurt, dossier=beurt.dossier.wachtend(wacht), vraagt=True)
