"""Een keuze aanwijzen die getoond wordt: met haar nummer, haar woord, of 'de laatste'."""

from __future__ import annotations

import re
from typing import Final

from dialogs.beeld.keuzes import keuzes
from dialogs.beeld.vraag import Beeldvraag, beeldvraag
from dialogs.dossier import Dossier
from dialogs.dossier.vragen import Vraagsoort, keer_van
from dialogs.dossier.wacht import OpBundel, OpLijst
from dialogs.teksten import tekst
from dialogs.teksten.woorden import plat
from dialogs.verstaan import plaatsen

_EN: Final = re.compile(r"\s*,\s*|\s+en\s+")
_MEER: Final = ("meerkeuze", "selectie")
_VAST: Final = ("lijst", "bevestig", "slot")
"""Here one picks, and nothing else: a word of the list is a choice as well."""
_HOOGSTENS: Final = 5
"""More words than this name no place."""


def aangewezen(dossier: Dossier, gezegd: str) -> str:
    """Return the choice somebody points at: in the list shown, or with the question below it."""
    wacht = dossier.stand.wacht
    if isinstance(wacht, OpBundel):
        return gezegd  # Its lines have numbers, but several go together: that is an answer.
    if isinstance(wacht, OpLijst):
        gekozen = uit_beeld(beeldvraag(dossier), gezegd)
        if gekozen != gezegd:
            return gekozen
        dossier = dossier.wachtend(wacht.terug)
    if not lijkt_plaats(gezegd):
        return gezegd
    return uit_beeld(beeldvraag(dossier), gezegd)


def eigen_woorden(dossier: Dossier) -> bool:
    """Tell whether what is said now may be kept as it is: a reason, the names of data items."""
    keer = keer_van(dossier.stand.vraag or "")
    schrijft = keer is not None and keer.vraag.soort in (Vraagsoort.TEKST, Vraagsoort.GEGEVENS)
    return schrijft and not isinstance(dossier.stand.wacht, OpLijst)


def lijkt_plaats(gezegd: str) -> bool:
    """Tell whether a text is short enough to point at a choice, so that the picture is needed."""
    return len(gezegd.split()) <= _HOOGSTENS or _EN.search(gezegd) is not None


def uit_beeld(vraag: Beeldvraag, gezegd: str) -> str:
    """Return what the choice says that somebody points at; any other text as it is."""
    if vraag.soort in _VAST:
        return _uit_rij(vraag, gezegd)
    aangeboden = keuzes(vraag)
    kaal = gezegd.strip().rstrip(".)")
    # What was understood is pointed at to take it out; an item may be called 'geen' or '2'.
    if not aangeboden.genummerd or _is_nummer_van_gegeven(vraag, kaal):
        return gezegd
    # An item may be called 'optie 2' itself; a number is that of a choice.
    if not kaal.isdecimal() and plat(gezegd) in {plat(optie.label) for optie in vraag.opties}:
        return gezegd
    # 'Die laatste' is no way to say no, but 'optie 2' is.
    los = " " in kaal or plaatsen.rang(kaal.casefold()) is not None
    if los and (vraag.soort != "ja_nee" or kaal[-1].isdecimal()):
        waarden = [keuze.waarde for keuze in aangeboden.antwoorden]
        delen = _EN.split(kaal) if vraag.soort in _MEER else [kaal]
        # 'De laatste' of two readings is no way to say that neither is right.
        laatste = len(waarden) - (waarden[-1:] == [tekst("twijfel.geen_van_beide")])
        gevonden = [plaatsen.nummer(deel, len(waarden), laatste=laatste) for deel in delen]
        if len(delen) == 1 and gevonden[0] is not None:
            return waarden[gevonden[0] - 1]
        if None not in gevonden:
            return ", ".join(str(plaats) for plaats in gevonden)
    if kaal.isdecimal() and 1 <= int(kaal[:4]) <= len(aangeboden.alle):
        return aangeboden.alle[int(kaal[:4]) - 1].waarde
    return gezegd


def _uit_rij(vraag: Beeldvraag, gezegd: str) -> str:
    rij = keuzes(vraag).alle
    nummer = plaatsen.nummer(gezegd, len(rij))
    if nummer is not None:
        return rij[nummer - 1].waarde
    genoemd = [optie.waarde for optie in rij if plat(optie.label) == plat(gezegd)]
    return genoemd[0] if len(genoemd) == 1 else gezegd


def _is_nummer_van_gegeven(vraag: Beeldvraag, kaal: str) -> bool:
    return vraag.soort == "selectie" and kaal.isdecimal() and int(kaal[:4]) <= len(vraag.opties)
