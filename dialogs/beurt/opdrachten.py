"""Opdrachten uitvoeren: help, waarom, terug, wijzig, opnieuw, bewaar."""

from __future__ import annotations

import datetime as dt

from dialogs.beeld import berichten as zeg
from dialogs.beeld import bundel as bundelberichten
from dialogs.beeld import wijzigen
from dialogs.beurt import (
    Bericht,
    Beurt,
    Bewaar,
    OpenWeging,
    RekenNa,
    ToonWegingen,
    Verzoek,
    opzoeken,
    wat_als,
)
from dialogs.beurt.vervolg import (
    begroet,
    bij_vraag,
    en_weer,
    gevraagd,
    huidige,
    met_lijst,
    met_stand,
    samen,
    volgend,
    vraag_verder,
    weer,
)
from dialogs.dossier import Dossier
from dialogs.dossier.vragen import Keer
from dialogs.procedure import plaats
from dialogs.samenvatting.maken import maak
from dialogs.teksten import tekst as zin
from dialogs.verstaan import uitstapjes
from dialogs.verstaan.antwoord import plat
from dialogs.verstaan.opdrachten import Opdracht
from dialogs.weergave import onderwerp


def doe(dossier: Dossier, opdracht: Opdracht, nu: dt.datetime) -> Beurt:
    """Carry out a command and come back to the question that was open."""
    match opdracht.naam:
        case "terug" | "wijzig" | "stap":
            return _andere_vraag(dossier, opdracht)
        case "niet_wijzigen":
            return vraag_verder(dossier, (), nu)
        case "opnieuw":
            return _opnieuw(dossier, nu)
        case "stop":
            return Beurt(dossier, (zeg.zin("tot_straks"),), einde=True)
        case "bewaar":
            return bewaar(dossier, nu)
        case "wegingen" | "open" | "nareken":
            return Beurt(dossier, weer(dossier), _over_bewaarde(opdracht))
        case "zoek" | "casussen" | "verder" | "begin":
            return opzoeken.doe(dossier, opdracht)
        case "groet" if gevraagd(dossier, plaats(dossier)) is None:
            return begroet(dossier, nu)
        case _:
            return en_weer(dossier, [_uitleg(dossier, opdracht, nu)])


def _andere_vraag(dossier: Dossier, opdracht: Opdracht) -> Beurt:
    """Open a question that was answered before."""
    match opdracht.naam:
        case "terug":
            return _terug(dossier)
        case "stap":
            return _naar_stap(dossier, int(opdracht.over))
        case _:
            return _wijzig(dossier, opdracht.over)


def _over_bewaarde(opdracht: Opdracht) -> Verzoek:
    """Return what the outside must look up."""
    match opdracht.naam:
        case "open":
            return OpenWeging(opdracht.over)
        case "nareken":
            return RekenNa(opdracht.over)
        case _:
            return ToonWegingen()


def _uitleg(dossier: Dossier, opdracht: Opdracht, nu: dt.datetime) -> Bericht:
    """Answer a command that changes nothing, in one message."""
    match opdracht.naam:
        case "waarom":
            waar = plaats(dossier)
            keer = gevraagd(dossier, waar)
            keren = samen(dossier, waar) or ((keer,) if keer else ())
            return bundelberichten.waarom(keren, dossier) if keren else zeg.zin("waarom_niets")
        case "waar":
            return zeg.waar(plaats(dossier), dossier)
        case "samenvatting":
            return zeg.toon(maak(dossier, nu.date()))
        case "wat_als":
            gevolg = wat_als.antwoord(dossier, opdracht.over, nu)
            return gevolg or Bericht("tekst", zin("wat_als.niets"))
        case "groet":
            return zeg.zin("hallo")
        case naam if naam in uitstapjes.NAMEN:
            return Bericht("tekst", zin(f"tussendoor.{naam}"))
        case _:
            return zeg.zin("help")


def _terug(dossier: Dossier) -> Beurt:
    keer = wijzigen.vorige(dossier, dossier.stand.vraag)
    if keer is None:
        return en_weer(dossier, [zeg.zin("terug_kan_niet")])
    return _open(dossier, keer)


def _open(dossier: Dossier, keer: Keer) -> Beurt:
    """Ask a question again that already has an answer."""
    vooraf = zeg.huidig_antwoord(keer, dossier)
    gevraagd = bij_vraag(dossier, keer, wijzigt=True)
    return Beurt(gevraagd, (*vooraf, zeg.vraag(keer, dossier)))


def _naar_stap(dossier: Dossier, stap: int) -> Beurt:
    """Open the first question of a stap that was answered."""
    keer = wijzigen.eerste_van_stap(dossier, stap)
    if keer is None:
        return en_weer(dossier, [zeg.zin("stap_onbekend", stap=str(stap))])
    return _open(dossier, keer)


def _wijzig(dossier: Dossier, over: str) -> Beurt:
    alle = wijzigen.te_wijzigen(dossier)
    namen = wijzigen.zoek(dossier, over) if over else []
    if len(namen) == 1:
        return _open(dossier, alle[namen[0]])
    open_ = huidige(dossier)
    if over and not namen and open_ is not None and plat(onderwerp(open_)) == plat(over):
        return en_weer(dossier, [zeg.zin("wijzig_is_open")])
    if over and not namen:
        bericht = zeg.onderwerpen(list(alle), "wijzig_onbekend")
    else:
        bericht = zeg.onderwerpen(namen or list(alle), "wijzig_wat")
    return met_lijst(dossier, bericht)


def _opnieuw(dossier: Dossier, nu: dt.datetime) -> Beurt:
    if not dossier.antwoorden or dossier.stand.bewaard_als:
        return begroet(volgend(dossier, nu), nu)
    keuzes = (zeg.knop("ja"), zeg.knop("nee"))
    vraag = Bericht("vraag", zin("gesprek.opnieuw_zeker"), keuzes=keuzes)
    return Beurt(met_stand(dossier, bevestigt_opnieuw=True, lijst=()), (vraag,))


def bewaar(dossier: Dossier, nu: dt.datetime) -> Beurt:
    """Ask the outside to keep the summary, once the weighing is done."""
    if not plaats(dossier).klaar:
        return en_weer(dossier, [zeg.zin("nog_niet_klaar")])
    if dossier.stand.bewaard_als is not None:
        return Beurt(dossier, (zeg.zin("al_bewaard", kenmerk=dossier.stand.bewaard_als),))
    return Beurt(dossier, (), Bewaar(maak(dossier, nu.date())))
