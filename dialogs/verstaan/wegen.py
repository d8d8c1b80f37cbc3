"""Wegen wat verteld is: meteen, in een nieuwe weging, of als deze weging klaar is."""

from __future__ import annotations

import datetime as dt

from dialogs.bedoeling import (
    Antwoorden,
    Bedoeling,
    JaNee,
    NieuweWeging,
    Onduidelijk,
    Opdracht,
    Opzoeken,
    Weegbaar,
)
from dialogs.beeld.melden import OORDEEL
from dialogs.dossier import Dossier
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.dossier.wacht import BevestigVerteld
from dialogs.lezen import beschrijft
from dialogs.teksten import tabel
from dialogs.teksten.woorden import is_woord, plat
from dialogs.verstaan.beantwoorden import beantwoord
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.opdrachten import lijkt_vraag
from dialogs.verstaan.verteld import heel_geval


def gewogen(
    dossier: Dossier, wacht: BevestigVerteld, vandaag: dt.date
) -> tuple[Antwoorden | NieuweWeging, Zin]:
    """Return what was told before, now that it is to be weighed."""
    zin = Zin(wacht.beschrijving, vandaag)
    if not wacht.opnieuw:
        onder = dossier.wachtend(wacht.terug)
        return verteld(onder, zin), zin
    leeg = Dossier(id=dossier.id, begonnen=vandaag)
    return NieuweWeging(verteld(leeg, zin)), zin


def verteld(dossier: Dossier, zin: Zin) -> Antwoorden:
    """Return a text as the answer to what is going on."""
    keer = Keer(VRAGEN["omschrijving"])
    return beantwoord(dossier, keer, zin.tekst.strip(), zin, zin.lezing)


def ander_geval(dossier: Dossier, zin: Zin) -> Bedoeling:
    """Return a description of another case; a weighing that would be lost is not given up unasked.

    A dossier without answers has nothing to lose.
    """
    if not dossier.antwoorden:
        return verteld(dossier, zin)
    if dossier.stand.bewaard_als is None:
        return Weegbaar(zin.tekst, opnieuw=True)
    return NieuweWeging(verteld(Dossier(id=dossier.id, begonnen=zin.vandaag), zin))


def bij_slot(dossier: Dossier, zin: Zin) -> Bedoeling:
    """The weighing is done: what is left is whether to keep it, or another case to weigh."""
    gezegd = zin.tekst
    if is_woord("ja", gezegd):
        return Opdracht("bewaar")
    if is_woord("nee", gezegd):
        return JaNee(ja=False)
    if plat(gezegd) in tabel("meldzin")["bij_slot"]:
        return Opdracht("meld", OORDEEL)
    if heel_geval(zin.lezing):
        return ander_geval(dossier, zin)
    if beschrijft(zin.lezing):
        return Weegbaar(gezegd, opnieuw=True)
    return Opzoeken(gezegd) if lijkt_vraag(gezegd) else Onduidelijk("keuze")
