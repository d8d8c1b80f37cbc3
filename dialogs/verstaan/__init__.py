"""Verstaan: van woorden of een ingevuld formulier naar wat iemand bedoelt.

Nothing is changed here. `verstaan` reads top-down in the order of precedence: what points at
something that is shown (`aanwijzen`), a command (`opdrachten`, `opzoeken`), then what answers the
open question (`beantwoorden`), and only then what a text tells besides (`verteld`, `wegen`). A
message is read once (`gezegd.Zin`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dialogs.bedoeling import (
    Aanvulling,
    Antwoorden,
    Bedoeling,
    Begin,
    Ingevuld,
    JaNee,
    OnbekendeOpdracht,
    Uiting,
    Verstaan,
    Weegbaar,
)
from dialogs.beeld.meelezers import met_namen
from dialogs.dossier import Dossier
from dialogs.dossier.wacht import BEGREPEN, BevestigVerteld, Zijpad
from dialogs.procedure import plaats
from dialogs.procedure.antwoorden import met_waarden
from dialogs.procedure.plek import gevraagd
from dialogs.verstaan import begrepen
from dialogs.verstaan.aanvullen import uit_regels
from dialogs.verstaan.aanwijzen import aangewezen, eigen_woorden
from dialogs.verstaan.beantwoorden import antwoord_op, beantwoord, erbij_gelezen
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.ingevuld import in_woorden, uit_formulier
from dialogs.verstaan.opdrachten import (
    Herkend,
    WatAls,
    herken_bij,
    is_antwoordwoord,
    na_schuine_streep,
)
from dialogs.verstaan.opzoeken import opzoekvraag, vraagt_iets_anders
from dialogs.verstaan.veronderstelling import lees_veronderstelling
from dialogs.verstaan.verteld import aan_het_begin, nieuw_geval, vertelt, weegbaar
from dialogs.verstaan.voorstellen import soorten_erbij
from dialogs.verstaan.wegen import ander_geval, bij_slot, gewogen
from dialogs.verstaan.zijpad import van_het_zijpad


def verstaan(uiting: Uiting, dossier: Dossier, vandaag: dt.date) -> Verstaan:
    """Return what is meant by a message or a form, given what was asked.

    Args:
        uiting: has passed the privacy guard.
        dossier: with what the conversation waits for.
        vandaag: the day of the conversation, for 'in juni' and the like.
    """
    if isinstance(uiting, Ingevuld):
        return _ingevuld(dossier, uiting, vandaag)
    gezegd = na_schuine_streep(uiting.tekst, bezig=bool(dossier.antwoorden))
    if gezegd is None:
        return _met_gevaar(OnbekendeOpdracht(), Zin(uiting.tekst, vandaag))
    if not eigen_woorden(dossier):
        gezegd = met_namen(gezegd, dossier)
    gezegd = aangewezen(dossier, gezegd)
    zin = Zin(gezegd, vandaag)
    wacht = dossier.stand.wacht
    if isinstance(wacht, Zijpad):
        zijpad = van_het_zijpad(wacht, zin)
        if isinstance(wacht, BevestigVerteld) and zijpad == JaNee(ja=True):
            return _met_gevaar(*gewogen(dossier, wacht, vandaag))
        if zijpad is not None:
            return Verstaan(zijpad)
    return _met_gevaar(_bedoeling(dossier, zin), zin)


def _bedoeling(dossier: Dossier, zin: Zin) -> Bedoeling:
    waar = plaats(dossier)
    keer = gevraagd(dossier, waar)
    aanvulling = (
        uit_regels(dossier, zin.tekst, zin.vandaag) if keer is None and waar.klaar else None
    )
    if aanvulling is not None:
        return aanvulling
    opdracht = herken_bij(keer.vraag if keer else None, zin.tekst)
    if opdracht is not None:
        return _uitgewerkt(dossier, opdracht, zin)
    ander = nieuw_geval(zin)
    if ander is not None:
        return ander_geval(dossier, ander)
    begin = aan_het_begin(dossier, waar)
    if keer is None and begin is not None and vertelt(zin):
        keer = begin  # it was told before we asked
    gezocht = opzoekvraag(keer, zin)
    if gezocht is not None:
        biedt = keer is not None and keer == begin and not vraagt_iets_anders(keer, zin.tekst)
        if biedt and weegbaar(zin.lezing):
            return Weegbaar(zin.tekst, zoekt=True)
        return gezocht
    if keer is None and waar.klaar:
        return bij_slot(dossier, zin)
    if keer is None:
        # Nothing was asked yet, or an upgrade closed the question: ask, do not guess.
        return Begin()
    if keer.vraag.id == BEGREPEN:
        over = begrepen.over_de_twijfel if dossier.stand.twijfel else begrepen.over_de_lijst
        return over(dossier, zin)
    return antwoord_op(dossier, keer, zin, waar)


def _uitgewerkt(dossier: Dossier, opdracht: Herkend, zin: Zin) -> Bedoeling:
    if isinstance(opdracht, WatAls):
        return lees_veronderstelling(dossier, opdracht.zin, zin.vandaag)
    return opdracht


def _ingevuld(dossier: Dossier, formulier: Ingevuld, vandaag: dt.date) -> Verstaan:
    """Return what a form says; words in it tell what they tell when they are typed."""
    wat = uit_formulier(dossier, formulier.waarden)
    if isinstance(wat, Aanvulling):
        return _met_gevaar(wat, Zin("\n".join(filter(None, wat.waarden.values())), vandaag))
    if not isinstance(wat, Antwoorden):
        return Verstaan(wat)
    if wat.bundel is not None:
        return _ingevulde_bundel(dossier, wat, vandaag)
    [(keer, waarde)] = wat.waarden.items()
    zin = Zin(in_woorden(keer, waarde), vandaag)
    lezing = erbij_gelezen(dossier, keer, zin)
    return _met_gevaar(beantwoord(dossier, keer, waarde, zin, lezing), zin)


def _ingevulde_bundel(dossier: Dossier, wat: Antwoorden, vandaag: dt.date) -> Verstaan:
    """Return what a form of several questions says; of the data items also their kinds."""
    erna = met_waarden(dossier, wat.waarden, bundel=True)
    woorden = "\n".join(filter(None, (in_woorden(k, w) for k, w in wat.waarden.items())))
    ook = soorten_erbij(wat.waarden, erna)
    return _met_gevaar(replace(wat, ook=ook), Zin(woorden, vandaag))


def _met_gevaar(wat: Bedoeling, zin: Zin) -> Verstaan:
    """Return what was meant, with what in the text tells of danger to life."""
    # A fixed answer or the number of a choice tells nothing: it need not be read.
    if is_antwoordwoord(zin.tekst) or zin.tekst.strip().isdecimal():
        return Verstaan(wat)
    gevaar = zin.lezing.gevaar
    if gevaar is None:
        return Verstaan(wat)
    return Verstaan(wat, gevaar.woorden, gevaar.soorten, zelfdoding=gevaar.zelfdoding)
