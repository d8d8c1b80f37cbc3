"""Opdrachten uitvoeren: help, waarom, terug, wijzig, opnieuw, bewaar."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from dialogs.bedoeling import JaNee, Opdracht
from dialogs.beeld import wijzigen
from dialogs.beeld.gezegd import Gezegde, Samengevat, zin
from dialogs.beeld.vraag import resteert
from dialogs.beurt import aanvullen, bewaarde, gevaar, herzien, melden, opzoeken, papieren, zeggen
from dialogs.beurt.beurt import Beurt, Bewaar
from dialogs.beurt.uitleg import waarom_dit_oordeel
from dialogs.beurt.vervolg import begroet, en_weer, volgend
from dialogs.dossier import Dossier
from dialogs.dossier.vragen import Keer
from dialogs.dossier.wacht import (
    BevestigCasus,
    BevestigOpnieuw,
    BevestigVerteld,
    BevestigWeging,
    Lijstkop,
    OpLijst,
    OpVraag,
)
from dialogs.procedure import plaats
from dialogs.procedure.plek import huidige, terug
from dialogs.samenvatting import versies
from dialogs.samenvatting.maken import maak
from dialogs.teksten import tekst
from dialogs.teksten.woorden import plat
from dialogs.weergave import onderwerp, voortgang


def doe(dossier: Dossier, opdracht: Opdracht, nu: dt.datetime) -> Beurt:
    """Carry out a command and come back to the question that was open."""
    match opdracht.naam:
        case "terug" | "wijzig" | "stap":
            return _andere_vraag(dossier, opdracht)
        case "niet_wijzigen" | "nakijken" | "ongedaan":
            return herzien.doe(dossier, opdracht, nu)
        case "opnieuw" | "stop" | "bewaar" | "aanvullen" | "papier":
            return _rond_af(dossier, opdracht, nu)
        case "gezien":
            return gevaar.gezien(dossier)
        case (
            "wegingen"
            | "open"
            | "nareken"
            | "verwijder"
            | "basis"
            | "herweeg"
            | "kenmerk"
            | "wis_scherm"
        ):
            return bewaarde.doe(dossier, opdracht)
        case "casussen" | "begin" | "lees" | "meld":
            over_kennis = melden.doe if opdracht.naam == "meld" else opzoeken.doe
            return over_kennis(dossier, opdracht)
        case "groet" if dossier.stand.vraag is None:
            return begroet(dossier, nu)
        case "verder":
            # Shows what is open: the choices at the end too, for nothing else is said.
            return Beurt(en_weer(dossier).dossier)
        case "waarom" | "waarom_oordeel":
            return _waarom(dossier, opdracht)
        case _:
            return en_weer(dossier, _uitleg(dossier, opdracht.naam, nu))


def _rond_af(dossier: Dossier, opdracht: Opdracht, nu: dt.datetime) -> Beurt:
    """Keep the weighing, leave it for now, or begin another one."""
    match opdracht.naam:
        case "opnieuw":
            return _opnieuw(dossier, nu)
        case "bewaar":
            return _bewaar(dossier, nu, opdracht.over)
        case "aanvullen":
            return aanvullen.toon(dossier)
        case "papier":
            return papieren.toon(dossier, opdracht.over, nu)
        case _:
            return Beurt(dossier, (zin("tot_straks"),), vraagt=False, einde=True)


def na_ja_of_nee(dossier: Dossier, wat: JaNee, nu: dt.datetime) -> Beurt:
    """Act on the answer to 'really?', or to whether to keep the weighing."""
    wacht = dossier.stand.wacht
    open_ = dossier.wachtend(dossier.stand.gesteld)
    match wacht:
        case BevestigCasus(casus=casus) if wat.ja:
            return opzoeken.begin_met_casus(open_, casus, nu)
        case BevestigWeging():
            return bewaarde.na_ja_of_nee(open_, wacht, ja=wat.ja)
        case BevestigOpnieuw() if wat.ja:
            return begroet(volgend(dossier, nu), nu)
        case BevestigVerteld():
            return en_weer(open_, zin("wegen_niet"))
        case BevestigCasus() | BevestigOpnieuw():
            return en_weer(open_, zin("opnieuw_niet"))
        case _:
            return _bewaar(open_, nu) if wat.ja else _bewaar_niet(open_)


def _bewaar_niet(dossier: Dossier) -> Beurt:
    return Beurt(dossier, (zin("niet_bewaard"),), vraagt=False)


def _andere_vraag(dossier: Dossier, opdracht: Opdracht) -> Beurt:
    """Open a question that was answered before."""
    match opdracht.naam:
        case "terug":
            keer = wijzigen.vorige(dossier, dossier.stand.vraag)
            return en_weer(dossier, zin("terug_kan_niet")) if keer is None else _open(dossier, keer)
        case "stap":
            keer = wijzigen.eerste_van_stap(dossier, int(opdracht.over))
            onbekend = zin("stap_onbekend", stap=opdracht.over)
            return en_weer(dossier, onbekend) if keer is None else _open(dossier, keer)
        case _:
            return _wijzig(dossier, opdracht)


def _waarom(dossier: Dossier, opdracht: Opdracht) -> Beurt:
    """Say why the verdict is as it is; while there is none, why what is open is asked."""
    if plaats(dossier).klaar:
        return en_weer(dossier, waarom_dit_oordeel(dossier))
    nog_niet = (zin("oordeel_komt_nog"),) if opdracht.naam == "waarom_oordeel" else ()
    return en_weer(dossier, *nog_niet, zeggen.redenen(dossier))


def _uitleg(
    dossier: Dossier,
    naam: Literal["waar", "samenvatting", "groet", "help"],
    nu: dt.datetime,
) -> Gezegde:
    """Answer a command that changes nothing; any other command has a case of its own above."""
    match naam:
        case "waar":
            return _waar(dossier)
        case "samenvatting":
            return Samengevat(samenvatting=maak(dossier, nu.date()))
        case "groet":
            return zin("hallo")
        case "help":
            return zin("help")


def _waar(dossier: Dossier) -> Gezegde:
    plek = plaats(dossier)
    waar = tekst("gesprek.klaar") if plek.klaar else voortgang(plek.stap.nummer, plek.doel, dossier)
    aantal = len(dossier.antwoorden)
    soort = {0: "geen", 1: "een"}.get(aantal, "meer")
    gedaan = tekst(f"gesprek.aantal_{soort}", aantal=str(aantal))
    nog = resteert(dossier)
    if nog is None:
        return zin("waar", voortgang=waar, aantal=gedaan)
    return zin("waar_nog", voortgang=waar, aantal=gedaan, nog=nog)


def _open(dossier: Dossier, keer: Keer) -> Beurt:
    """Ask a question again that already has an answer."""
    open_ = dossier.wachtend(OpVraag(vraag=keer.sleutel, wijzigt=True))
    return Beurt(open_, (*zeggen.huidig(keer, dossier), *zeggen.kan_raken(keer, dossier)))


def _wijzig(dossier: Dossier, opdracht: Opdracht) -> Beurt:
    alle = wijzigen.te_wijzigen(dossier)
    over = opdracht.over
    namen = [n for n in opdracht.uit if n in alle] or (wijzigen.zoek(dossier, over) if over else [])
    if len(namen) == 1:
        return _open(dossier, alle[namen[0]])
    open_ = huidige(dossier)
    if over and not namen and open_ is not None and plat(onderwerp(open_)) == plat(over):
        return en_weer(dossier, zin("wijzig_is_open"))
    kop: Lijstkop = "wijzig_onbekend" if over and not namen else "wijzig_wat"
    keuzes = tuple(tekst("gesprek.wijzig_opdracht", onderwerp=n) for n in namen or alle)
    lijst = OpLijst(kop=kop, keuzes=keuzes, terug=terug(dossier))
    return Beurt(dossier.wachtend(lijst))


def _opnieuw(dossier: Dossier, nu: dt.datetime) -> Beurt:
    if not dossier.antwoorden or dossier.stand.bewaard_als:
        return begroet(volgend(dossier, nu), nu)
    return Beurt(dossier.wachtend(BevestigOpnieuw(terug=terug(dossier))))


def _bewaar(dossier: Dossier, nu: dt.datetime, reden: str = "") -> Beurt:
    """Ask the outside to keep the summary, once the weighing is done.

    What was kept before gets a next version, and then first it is asked why.
    """
    if not plaats(dossier).klaar:
        return en_weer(dossier, zin("nog_niet_klaar"))
    if dossier.stand.bewaard_als is not None:
        al = zin("al_bewaard", kenmerk=dossier.stand.bewaard_als)
        return Beurt(dossier, (al,), vraagt=False)
    eerder = dossier.stand.kenmerken
    if eerder and not reden:
        keuzes = tuple(versies.redenen())
        lijst = OpLijst(kop="bewaar_reden", keuzes=keuzes, terug=terug(dossier))
        return Beurt(dossier.wachtend(lijst))
    verzoek = Bewaar(maak(dossier, nu.date()), eerder[-1] if eerder else None, reden)
    return Beurt(dossier, (), vraagt=False, verzoek=verzoek)
