"""Opzoeken in het gesprek: een onderwerp laten lezen, of laten kiezen uit wat gevonden is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dialogs.bedoeling import Opdracht, Opzoeken
from dialogs.beeld import casus as casussen
from dialogs.beeld import melden
from dialogs.beeld.delen import Optie
from dialogs.beeld.gezegd import Onderwerp as Getoond
from dialogs.beeld.gezegd import Zin
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.vervolg import en_weer, volgend, vraag_verder
from dialogs.dossier import Dossier, Gebeurtenis
from dialogs.dossier.vragen import keer_van
from dialogs.dossier.wacht import BevestigCasus, Lijstkop, OpLijst
from dialogs.procedure.plek import huidige, terug
from dialogs.teksten import tabel, tekst
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp
from knowledge.zoeken import Treffer, onderwerp_met_naam
from knowledge.zoeken.antwoord import Antwoord, antwoord

_OOK: Final = 2


def doe(dossier: Dossier, opdracht: Opdracht) -> Beurt:
    """Carry out `casussen` (the list), `lees` (a page) or `begin` (with the facts of a casus)."""
    if opdracht.naam == "begin":
        return _begin(dossier, opdracht.over)
    if opdracht.naam == "lees":
        return _lees(dossier, opdracht.over)
    alle = [o for o in onderwerpen().values() if isinstance(o, CasusOnderwerp)]
    return _met_lijst(dossier, "casussen", alle)


def zoek(dossier: Dossier, wat: Opzoeken, _: dt.datetime) -> Beurt:
    """Look something up and come back to the question that was open."""
    gevonden = antwoord(wat.vraag)
    if gevonden.onderwerp is not None:
        return _toon(dossier, gevonden, gevonden.onderwerp)
    if gevonden.treffers:
        alle = _onderwerpen(gevonden.treffers)
        beurt = _met_lijst(dossier.toonde(alle[0].id), "gevonden", alle)
        return replace(beurt, gezegd=(Getoond(id=alle[0].id, kort=True),))
    niets = Zin(sleutel="zoeken.niets", van_kennis=True)
    if not gevonden.buurt:
        return en_weer(dossier.toonde(None), niets)
    beurt = _met_lijst(dossier, "in_de_buurt", _onderwerpen(gevonden.buurt))
    return replace(beurt, gezegd=(niets,))


def om_te_lezen(lijst: OpLijst) -> tuple[str, ...]:
    """Return what picking each topic of a list says, without the way back."""
    return tuple(keuze for keuze in lijst.keuzes if keuze != tekst("opzoeken.verder"))


def begin_met_casus(dossier: Dossier, id_: str, nu: dt.datetime) -> Beurt:
    """Begin the weighing that was proposed, and ask what the casus does not tell."""
    casus = casussen.casus(id_)
    if casus is None:  # an upgrade took it away
        return en_weer(dossier, Zin(sleutel="opzoeken.geen_casus"))
    gevuld = casussen.gevuld(volgend(dossier, nu), casus)
    keren = [keer for sleutel in gevuld.antwoorden if (keer := keer_van(sleutel)) is not None]
    gebeurd = tuple(Gebeurtenis(wanneer=nu, vraag=keer.vraag.id) for keer in keren)
    gevuld = gevuld.model_copy(update={"geschiedenis": gebeurd})
    return vraag_verder(gevuld, nu, Zin(sleutel="opzoeken.begonnen"))


def _toon(dossier: Dossier, gevonden: Antwoord, onderwerp: Onderwerp) -> Beurt:
    """Show the answer in one sentence, and what may be done from there."""
    ook = [casussen.zoekoptie(ander) for ander in _onderwerpen(gevonden.treffers[:_OOK])]
    keuzes = (
        *(() if gevonden.vergelijkt else (casussen.lees_verder(),)),
        *_begin_met(onderwerp),
        *(Optie(waarde=optie.waarde, label=optie.waarde) for optie in ook),
        melden.knop_bij(onderwerp.id),
    )
    gezegd = Getoond(
        id=onderwerp.id,
        kort=not gevonden.vergelijkt,
        vergelijkt=gevonden.vergelijkt,
        keuzes=keuzes,
    )
    weegt = huidige(dossier) is not None
    niet_delen = Zin(sleutel="zoeken.niet_delen", van_kennis=True)
    anders = (niet_delen,) if gevonden.niet_delen and weegt else ()
    return en_weer(dossier.toonde(onderwerp.id), *anders, gezegd)


def _lees(dossier: Dossier, over: str) -> Beurt:
    """Show all there is to read on a topic: the one that is named, else the one last shown."""
    onderwerp = onderwerp_met_naam(over) if over else onderwerpen().get(dossier.stand.getoond or "")
    if onderwerp is None:
        return en_weer(dossier, Zin(sleutel="opzoeken.niets_te_lezen"))
    keuzes = (*_begin_met(onderwerp), melden.knop_bij(onderwerp.id))
    bladzijde = Getoond(id=onderwerp.id, keuzes=keuzes)
    return en_weer(dossier.toonde(onderwerp.id), bladzijde)


def _begin_met(onderwerp: Onderwerp) -> tuple[Optie, ...]:
    """Return the choice to begin a weighing with the facts of this casus; none of other topics."""
    casus = casussen.casus(onderwerp.id)
    if casus is None:
        return ()
    return (Optie(waarde=casussen.opdracht(casus), label=tekst("opzoeken.begin")),)


def _begin(dossier: Dossier, over: str) -> Beurt:
    """Show what the facts of a casus would fill in, and ask whether to begin with them."""
    deze = over in tabel("opzoeken")["deze_feiten"]
    casus = casussen.casus(dossier.stand.getoond if deze else over.replace(" ", "-"))
    if casus is None:
        return en_weer(dossier, Zin(sleutel="opzoeken.geen_casus"))
    return Beurt(dossier.wachtend(BevestigCasus(casus=casus.id, terug=terug(dossier))))


def _met_lijst(dossier: Dossier, kop: Lijstkop, alle: Iterable[Onderwerp]) -> Beurt:
    """Offer topics to read, and a way back to what was open."""
    verder = (tekst("opzoeken.verder"),) if huidige(dossier) is not None else ()
    keuzes = (*(casussen.leesoptie(onderwerp).waarde for onderwerp in alle), *verder)
    lijst = OpLijst(kop=kop, keuzes=keuzes, terug=terug(dossier))
    return Beurt(dossier.wachtend(lijst))


def _onderwerpen(treffers: Iterable[Treffer]) -> list[Onderwerp]:
    return [onderwerpen()[treffer.id] for treffer in treffers]
