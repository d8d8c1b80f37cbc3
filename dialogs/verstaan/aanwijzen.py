"""Een keuze aanwijzen die op het scherm staat: met een nummer, of met 'de laatste'."""

from __future__ import annotations

import re
from typing import Final

from dialogs.beeld import berichten as zeg
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer, Soort
from dialogs.teksten import tekst as zin
from dialogs.verstaan import plaatsen as rangwoorden

_EN: Final = re.compile(r"\s*,\s*|\s+en\s+")
_MEER: Final = (Soort.MEERKEUZE, Soort.SELECTIE)
_UITWEGEN: Final = ("overslaan", "weet_niet", "waarom", "terug", "help", "alle", "geen")


def uit_lijst(dossier: Dossier, tekst: str) -> str:
    """Turn a number into the choice it stood for in the list last shown."""
    aangeboden = dossier.stand.lijst
    kaal = tekst.strip().rstrip(".)")
    if aangeboden and kaal.isdecimal() and 1 <= int(kaal[:4]) <= len(aangeboden):
        return aangeboden[int(kaal[:4]) - 1]
    return tekst


def uit_keuzes(dossier: Dossier, keer: Keer, tekst: str) -> str:
    """Turn a number into the choice shown with the question (also 'weet ik niet')."""
    bericht = zeg.vraag(keer, dossier)
    kaal = tekst.strip().rstrip(".)")
    if keer.vraag.id == "begrepen" or _is_nummer_van_gegeven(dossier, keer, kaal):
        return tekst  # as it is: an item may be called 'geen' or '2'
    # 'Die laatste' is no way to say no.
    if bericht.genummerd and " " in kaal and keer.vraag.soort is not Soort.JA_NEE:
        eigen = [keuze.waarde for keuze in bericht.keuzes if keuze.label not in _uitwegen()]
        delen = _EN.split(kaal) if keer.vraag.soort in _MEER else [kaal]
        plaatsen = [rangwoorden.nummer(deel, len(eigen)) for deel in delen]
        if len(delen) == 1 and plaatsen[0] is not None:
            return eigen[plaatsen[0] - 1]
        if None not in plaatsen:
            return ", ".join(str(plaats) for plaats in plaatsen)
    if bericht.genummerd and kaal.isdecimal() and 1 <= int(kaal[:4]) <= len(bericht.keuzes):
        return bericht.keuzes[int(kaal[:4]) - 1].waarde
    return tekst


def _uitwegen() -> frozenset[str]:
    """Return the choices that are no answer to the question itself."""
    return frozenset(zin(f"knoppen.{knop}") for knop in _UITWEGEN)


def _is_nummer_van_gegeven(dossier: Dossier, keer: Keer, kaal: str) -> bool:
    aantal = len(feitenblad.namen(dossier))
    return (
        keer.vraag.soort is Soort.SELECTIE
        and aantal > 1
        and kaal.isdecimal()
        and 1 <= int(kaal[:4]) <= aantal
    )
