"""Een dossier zoals anderen het mogen zien: zonder namen van gegevens en zonder eigen woorden.

Only for making a picture: it is never stored and nothing is answered to it.
"""

from __future__ import annotations

import re
from typing import Any, assert_never

from dialogs.dossier import Antwoord, Dossier, feitenblad
from dialogs.dossier.vragen import Keer, Vraagsoort, keer_van
from dialogs.dossier.wacht import (
    BevestigCasus,
    BevestigOpnieuw,
    BevestigVerteld,
    BevestigWeging,
    OpBegrepen,
    OpBundel,
    OpLijst,
    OpNiets,
    OpSlot,
    OpTwijfel,
    OpVraag,
    Wacht,
)
from dialogs.teksten import tekst


def voor_meelezers(dossier: Dossier) -> Dossier:
    """Return a copy that names data items by their number and holds nobody's own words."""
    namen = {
        naam: tekst("bot.gegeven_nummer", nummer=str(nummer))
        for nummer, naam in enumerate(feitenblad.namen(dossier), 1)
    }
    antwoorden = {
        _sleutel(sleutel, namen): Antwoord(waarde=_waarde(keer, antwoord.waarde, namen))
        for sleutel, antwoord in dossier.antwoorden.items()
        if (keer := keer_van(sleutel)) is not None
    }
    stand = dossier.stand.model_copy(
        update={"wacht": _wacht(dossier.stand.wacht, namen), "voorgesteld": (), "twijfel": ()}
    )
    anders = {"antwoorden": antwoorden, "stand": stand, "aanvulling": {}}
    return dossier.model_copy(update=anders)


def met_namen(gezegd: str, dossier: Dossier) -> str:
    """Return what was said with the names of data items in the place of their numbers.

    Who wrote where others read along knows an item as 'gegeven 2' only.
    """
    namen = feitenblad.namen(dossier)
    genummerd = {
        tekst("bot.gegeven_nummer", nummer=str(nummer)): naam
        for nummer, naam in enumerate(namen, 1)
    }
    # Who calls items so himself means those.
    if not genummerd or any(anders in naam.casefold() for anders in genummerd for naam in namen):
        return gezegd
    nummers = "|".join(re.escape(anders) for anders in genummerd)
    return re.sub(
        rf"\b(?:{nummers})\b", lambda m: genummerd[m[0].casefold()], gezegd, flags=re.IGNORECASE
    )


def _sleutel(sleutel: str, namen: dict[str, str]) -> str:
    keer = keer_van(sleutel)
    if keer is None or keer.gegeven is None:
        return sleutel
    return Keer(keer.vraag, keer.doel, namen.get(keer.gegeven, "")).sleutel


def _waarde(keer: Keer, waarde: Any, namen: dict[str, str]) -> Any:
    match keer.vraag.soort:
        case Vraagsoort.TEKST:
            return ""
        case Vraagsoort.GEGEVENS | Vraagsoort.SELECTIE if isinstance(waarde, list):
            return [namen.get(naam, "") for naam in waarde]
        case _:
            return waarde


def _wacht(wacht: Wacht, namen: dict[str, str]) -> Wacht:
    match wacht:
        case OpVraag(vraag=vraag):
            return wacht.model_copy(update={"vraag": _sleutel(vraag, namen)})
        case OpBundel(vraag=vraag, vragen=vragen):
            alle = tuple(_sleutel(v, namen) for v in vragen)
            return wacht.model_copy(update={"vraag": _sleutel(vraag, namen), "vragen": alle})
        case OpLijst(keuzes=keuzes):
            keuzes = tuple(_onderwerp(keuze, namen) for keuze in keuzes)
            return wacht.model_copy(update={"keuzes": keuzes, "terug": _wacht(wacht.terug, namen)})
        case BevestigOpnieuw() | BevestigCasus() | BevestigWeging():
            return wacht.model_copy(update={"terug": _wacht(wacht.terug, namen)})
        case BevestigVerteld():
            weg = {"beschrijving": "", "terug": _wacht(wacht.terug, namen)}
            return wacht.model_copy(update=weg)
        case OpNiets() | OpSlot() | OpBegrepen() | OpTwijfel():
            return wacht
        case _:
            assert_never(wacht)


def _onderwerp(keuze: str, namen: dict[str, str]) -> str:
    """Return a choice that opens a question again, with the number of the item in its subject."""
    begin, scheiding, naam = keuze.partition(": ")
    return f"{begin}{scheiding}{namen[naam]}" if naam in namen else keuze
