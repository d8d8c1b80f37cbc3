"""Herzien: alle antwoorden nakijken, en de laatste wijziging ongedaan maken."""

from __future__ import annotations

import datetime as dt

from dialogs.bedoeling import Opdracht
from dialogs.beeld import wijzigen
from dialogs.beeld.gezegd import zin
from dialogs.beurt import zeggen
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.vervolg import en_weer, vraag_verder
from dialogs.dossier import Dossier
from dialogs.dossier.wacht import OpLijst, OpNiets
from dialogs.procedure.ongedaan import ongedaan
from dialogs.procedure.plek import terug
from dialogs.teksten import tekst


def doe(dossier: Dossier, opdracht: Opdracht, nu: dt.datetime) -> Beurt:
    """Carry out `nakijken` and `ongedaan`; `niet_wijzigen` leaves the list of answers."""
    match opdracht.naam:
        case "nakijken":
            return _nakijken(dossier)
        case "ongedaan":
            return _ongedaan(dossier, nu)
        case _:
            return vraag_verder(dossier, nu)


def _nakijken(dossier: Dossier) -> Beurt:
    """Show all answers, each to be changed; after that one is back where one was."""
    if not dossier.antwoorden:
        return en_weer(dossier, zin("nakijken_leeg"))
    namen = wijzigen.te_wijzigen(dossier)
    keuzes = tuple(tekst("gesprek.wijzig_opdracht", onderwerp=naam) for naam in namen)
    return Beurt(dossier.wachtend(OpLijst(kop="nakijken", keuzes=keuzes, terug=terug(dossier))))


def _ongedaan(dossier: Dossier, nu: dt.datetime) -> Beurt:
    """Take the last change back, and ask what was asked then."""
    gedaan = ongedaan(dossier, nu)
    if gedaan is None:
        return en_weer(dossier, zin("ongedaan_niets"))
    erna, laatste = gedaan
    gezegd = zeggen.teruggezet(laatste)
    if isinstance(erna.stand.wacht, OpNiets):
        return vraag_verder(erna, nu, gezegd)
    return Beurt(erna.wachtend(terug(erna)), (gezegd,))
