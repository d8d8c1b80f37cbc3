"""The only place where the sets meet the readers they measure."""

from __future__ import annotations

from bot.tekens import leesbaar
from dialogs import gesprek
from dialogs.bedoeling import Onduidelijk, Opdracht, Opzoeken, Uitstapje
from dialogs.dossier.vragen import VRAGEN
from dialogs.lezen import lees
from dialogs.verstaan.antwoord import versta
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.opdrachten import Herkend, herken_bij
from dialogs.verstaan.voorstellen import voorstellen
from tests.taal.cijfers import Alarm, Gegeven, Gehoord
from tests.taal.sets import (
    VANDAAG,
    Antwoord,
    Beschrijving,
    Gevaarszin,
    Lezing,
    Opsomming,
    lezingen,
)


def gelezen(beschrijving: Beschrijving) -> frozenset[Lezing]:
    """Let the reader read a description, as it comes in at the door."""
    lezing = lees(leesbaar(beschrijving.tekst), beschrijving.vandaag)
    feiten = {naam: waarde for naam, waarde in lezing.feiten.items() if naam != "gegevens"}
    feiten["partijen"] = tuple(lezing.partijen)
    feiten["gegevenssoorten"] = tuple(lezing.gegevenssoorten)
    feiten["buiten"] = tuple(lezing.buiten)
    return frozenset(lezingen(feiten))


def voorgelegd(opsomming: Opsomming) -> list[Gegeven]:
    """Return the data items that the conversation lays before who told this."""
    dossier = gesprek.nieuw("proef", VANDAAG)
    voorgesteld = voorstellen(dossier, lees(opsomming.tekst, VANDAAG))
    per_sleutel = {voorstel.sleutel: voorstel.waarde for voorstel in voorgesteld}
    return [
        (naam, frozenset(per_sleutel[f"soort:{naam}"])) for naam in per_sleutel.get("gegevens", ())
    ]


def gehoord(antwoord: Antwoord) -> Gehoord:
    """Take an answer as the conversation does: first as a command, then as an answer."""
    vraag, zin = VRAGEN[antwoord.vraag], Zin(antwoord.tekst, VANDAAG)
    opdracht = herken_bij(vraag, zin.tekst)
    if opdracht is not None:
        return Gehoord(opdracht=_naam(opdracht))
    begrepen = versta(vraag, zin, antwoord.gegevens)
    if isinstance(begrepen, Onduidelijk):
        return Gehoord(onduidelijk=True)
    return Gehoord(waarde=begrepen.waarde)


def alarm(zin: Gevaarszin) -> Alarm:
    """Tell whether a sentence brings the warning."""
    gevaar = lees(zin.tekst, VANDAAG).gevaar
    return Alarm(gevaar=gevaar is not None, zelfdoding=gevaar is not None and gevaar.zelfdoding)


def _naam(opdracht: Herkend) -> str:
    match opdracht:
        case Opdracht(naam=naam) | Uitstapje(naam=naam):
            return naam
        case Opzoeken():
            return "zoek"
        case _:
            return "wat_als"
