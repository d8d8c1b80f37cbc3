"""Verder gaan: wat er sinds zo-even geconcludeerd is, en welke vraag dan openstaat."""

from __future__ import annotations

import datetime as dt

from dialogs.bedoeling import Begin
from dialogs.beeld.gezegd import Gezegde, Samengevat, Tussenconclusie, Zin, zin
from dialogs.beurt.beurt import Beurt
from dialogs.dossier import Dossier, Gesprekstand, feitenblad
from dialogs.dossier.aanvulling import van_persoon
from dialogs.dossier.wacht import OpNiets, OpSlot, OpVraag
from dialogs.procedure import Afgerond, Plaats, plaats
from dialogs.procedure.bord import Bord
from dialogs.procedure.plek import eronder, gevraagd, met_hele_bundel, terug, wacht_op
from dialogs.samenvatting.maken import conclusie, maak, regelverslagen
from dialogs.weergave import dag, voortgang
from knowledge.stapbronnen import bronnen_van_stap, regels_van_stap


def begroet(dossier: Dossier, nu: dt.datetime) -> Beurt:
    """Greet: the first time with an explanation, later with where we were."""
    if plaats(dossier).klaar:
        return Beurt(dossier.wachtend(OpSlot()), (zin("klaar_terug"),), vraagt=False)
    return vraag_verder(dossier, nu, zin("terug_van_weg" if dossier.antwoorden else "groet"))


def groet(dossier: Dossier) -> tuple[Zin, ...]:
    """Return who we are, to who told something before anything was asked."""
    begint = isinstance(dossier.stand.gesteld, OpNiets) and not dossier.antwoorden
    return (zin("groet_kort"),) if begint else ()


def begin(dossier: Dossier, _: Begin, nu: dt.datetime) -> Beurt:
    """Greet who says something while nothing was asked."""
    return begroet(dossier, nu)


def hervat(dossier: Dossier, nu: dt.datetime) -> Dossier:
    """Return the dossier with a question open; unchanged when one is. Looking answers nothing."""
    dossier = met_hele_bundel(dossier)
    waar = plaats(dossier)
    if waar.klaar and dossier.stand.vraag is None:
        return dossier
    if gevraagd(dossier, waar) is not None:
        return dossier
    if dossier.stand.wacht is not dossier.stand.gesteld:
        return eronder(dossier, terug(dossier))
    return begroet(dossier, nu).dossier


def vraag_verder(
    dossier: Dossier, nu: dt.datetime, *vooraf: Gezegde, ervoor: Plaats | None = None
) -> Beurt:
    """Tell what was concluded since `ervoor`, then ask the next question or show the end."""
    waar = plaats(dossier)
    gezegd = list(vooraf)
    if ervoor is not None:
        gezegd += _tussenstanden(dossier, ervoor, waar)
    if ervoor is not None and ervoor.stap.nummer == 0 < waar.stap.nummer:
        gezegd.append(zin("onthouden_datum", datum=dag(feitenblad.datum(dossier))))
    if waar.klaar:
        gezegd.append(Samengevat(samenvatting=maak(dossier, nu.date())))
    return Beurt(dossier.wachtend(wacht_op(dossier, waar)), tuple(gezegd))


def en_weer(dossier: Dossier, *vooraf: Gezegde) -> Beurt:
    """Say something, and ask again what was open."""
    waar = plaats(dossier)
    keer = gevraagd(dossier, waar)
    gesteld = dossier.stand.gesteld
    if keer is not None and isinstance(gesteld, OpVraag) and gesteld.wijzigt:
        weer = OpVraag(vraag=keer.sleutel, wijzigt=True)
        return Beurt(dossier.wachtend(weer), vooraf)
    return Beurt(dossier.wachtend(wacht_op(dossier, waar)), vooraf, vraagt=not waar.klaar)


def volgend(dossier: Dossier, nu: dt.datetime) -> Dossier:
    """Return an empty dossier with an id of its own, so that two weighings never look alike.

    A warning for danger that nobody has seen goes along: danger does not end with a weighing. So
    does what holds of who weighs, whatever is weighed.
    """
    basis, _, nummer = dossier.id.partition("/")
    gevaar = dossier.stand.gevaar
    stand = Gesprekstand(gevaar=None if gevaar is None or gevaar.gezien else gevaar)
    return Dossier(
        id=f"{basis}/{int(nummer or 1) + 1}",
        begonnen=nu.date(),
        aanvulling=van_persoon(dossier.aanvulling),
        stand=stand,
    )


def _tussenstanden(dossier: Dossier, ervoor: Plaats, waar: Plaats) -> list[Tussenconclusie]:
    gezegd = {(a.stap.nummer, a.doel, a.einde) for a in ervoor.afgerond}
    return [
        _tussenstand(klaar, dossier)
        for klaar in waar.afgerond
        if klaar.stap.nummer in range(1, 5)
        and (klaar.stap.nummer, klaar.doel, klaar.einde) not in gezegd
    ]


def _tussenstand(klaar: Afgerond, dossier: Dossier) -> Tussenconclusie:
    """Return the interim conclusion of a stap that just ended, with its rules and sources."""
    bord = Bord(dossier, klaar.doel)
    nummer = klaar.stap.nummer
    regels = regels_van_stap(bord.stand, nummer)
    return Tussenconclusie(
        stap=nummer,
        doel=klaar.doel,
        titel=voortgang(nummer, klaar.doel, dossier),
        conclusie=conclusie(klaar, bord),
        regels=regelverslagen(regels, bord),
        bronnen=tuple(map(str, bronnen_van_stap(regels, nummer, bord.stand))),
    )
