"""Een beurt: doen wat er bedoeld werd. Wat er gezegd werd, is hier niet meer bekend.

One act per kind of Bedoeling. Nothing is decided here: the procedure says where we are, the rule
core what follows, the picture how it is shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

from dialogs.bedoeling import (
    Aanvulling,
    Antwoorden,
    Bedoeling,
    Begin,
    Beschrijving,
    Bevestiging,
    EenVoorEen,
    JaNee,
    Lezingkeuze,
    NieuweWeging,
    OnbekendeOpdracht,
    Onbruikbaar,
    Onduidelijk,
    Opdracht,
    Opzoeken,
    Uitstapje,
    Verbetering,
    Veronderstelling,
    Verstaan,
    Weegbaar,
    Weglaten,
)
from dialogs.beurt import (
    aanvullen,
    antwoord,
    begrepen,
    gevaar,
    opdrachten,
    opzoeken,
    vervolg,
    wat_als,
    wegen,
    zeggen,
)
from dialogs.beurt.beurt import (
    AlsBasis,
    Beurt,
    Bewaar,
    Herweeg,
    Meld,
    Noem,
    OpenWeging,
    RekenNa,
    ToonWegingen,
    Verwijder,
    Verzoek,
    WisScherm,
)
from dialogs.dossier import Dossier
from dialogs.dossier.wacht import BevestigVerteld

__all__ = [
    "DADEN",
    "AlsBasis",
    "Beurt",
    "Bewaar",
    "Herweeg",
    "Meld",
    "Noem",
    "OpenWeging",
    "RekenNa",
    "ToonWegingen",
    "Verwijder",
    "Verzoek",
    "WisScherm",
    "doe",
]


def doe(dossier: Dossier, verstaan: Verstaan, nu: dt.datetime) -> Beurt:
    """Act on what was meant; `nu` is the time of the turn. Danger goes first."""
    return gevaar.eerst(dossier, _doe(dossier, verstaan.bedoeling, nu), verstaan, nu)


def _doe(dossier: Dossier, wat: Bedoeling, nu: dt.datetime) -> Beurt:
    if isinstance(wat, JaNee | Onbruikbaar) or wat == Opdracht("gezien"):
        return DADEN[type(wat)](dossier, wat, nu)
    # Whatever else is said goes on from the question below a list or a confirmation.
    wacht = dossier.stand.wacht
    beurt = DADEN[type(wat)](dossier.wachtend(dossier.stand.gesteld), wat, nu)
    if isinstance(wacht, BevestigVerteld) and _leest(wat):
        return wegen.blijft_open(beurt, wacht)
    return beurt


def _leest(wat: Bedoeling) -> bool:
    """Tell whether somebody only reads: what was offered stays."""
    if isinstance(wat, Opdracht):
        return wat.naam in ("lees", "casussen", "help", "waar", "waarom")
    return isinstance(wat, Opzoeken | Uitstapje)


DADEN: Final[Mapping[type, Callable[[Dossier, Any, dt.datetime], Beurt]]] = {
    Antwoorden: antwoord.beantwoord,
    NieuweWeging: wegen.begin_nieuw,
    Weegbaar: wegen.bied_aan,
    EenVoorEen: antwoord.een_voor_een,
    Verbetering: antwoord.verbeter,
    Weglaten: antwoord.laat_weg,
    Beschrijving: begrepen.lees,
    Bevestiging: begrepen.bevestig,
    Lezingkeuze: begrepen.kies,
    Aanvulling: aanvullen.vul_aan,
    JaNee: opdrachten.na_ja_of_nee,
    Opdracht: opdrachten.doe,
    OnbekendeOpdracht: zeggen.onbekende_opdracht,
    Opzoeken: opzoeken.zoek,
    Veronderstelling: wat_als.veronderstel,
    Uitstapje: zeggen.tussendoor,
    Onduidelijk: zeggen.onduidelijk,
    Onbruikbaar: zeggen.onbruikbaar,
    Begin: vervolg.begin,
}
"""The act of every kind of Bedoeling; the start check names one that has none."""
