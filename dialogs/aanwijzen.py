"""Een keuze aanwijzen die op het scherm staat: met een nummer, of met 'de laatste'."""

from __future__ import annotations

from typing import Final

from dialogs import berichten as zeg
from dialogs import feitenblad, rangwoorden
from dialogs.dossier import Dossier
from dialogs.teksten import tekst as zin
from dialogs.vragen import Keer, Soort

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
    eigen = [keuze for keuze in bericht.keuzes if keuze.label not in _uitwegen()]
    plaats_ = rangwoorden.nummer(tekst, len(eigen)) if bericht.genummerd and " " in kaal else None
    if plaats_ is not None:
        return eigen[plaats_ - 1].waarde
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
