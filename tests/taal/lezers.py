"""The only place where the sets meet the readers they measure."""

from __future__ import annotations

from dialogs.dossier.vragen import VRAGEN
from dialogs.lezen import lees
from dialogs.verstaan.antwoord import Onduidelijk, versta
from dialogs.verstaan.opdrachten import herken
from tests.taal.cijfers import Gehoord
from tests.taal.sets import VANDAAG, Antwoord, Beschrijving, Lezing, lezingen


def gelezen(beschrijving: Beschrijving) -> frozenset[Lezing]:
    """Let the reader read a description."""
    lezing = lees(beschrijving.tekst, beschrijving.vandaag)
    feiten = {naam: waarde for naam, waarde in lezing.feiten.items() if naam != "gegevens"}
    feiten["partijen"] = tuple(lezing.partijen)
    feiten["gegevenssoorten"] = tuple(lezing.gegevenssoorten)
    return frozenset(lezingen(feiten))


def gehoord(antwoord: Antwoord) -> Gehoord:
    """Take an answer as the conversation does: first as a command, then as an answer."""
    opdracht = herken(antwoord.tekst)
    if opdracht is not None:
        return Gehoord(opdracht=opdracht.naam)
    begrepen = versta(VRAGEN[antwoord.vraag], antwoord.tekst, antwoord.gegevens, VANDAAG)
    if isinstance(begrepen, Onduidelijk):
        return Gehoord(onduidelijk=True)
    return Gehoord(waarde=begrepen.waarde)
