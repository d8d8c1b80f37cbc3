"""Wat iemand zegt over de lijst van wat begrepen is, of over lezingen die botsen."""

from __future__ import annotations

import re
from typing import Final

from dialogs.bedoeling import Bevestiging, Lezingkeuze, Onduidelijk, Weglaten
from dialogs.beeld.begrepen import aangewezen, namen, twijfelkeer, twijfelopties
from dialogs.dossier import Dossier, Voorgesteld, feitenblad
from dialogs.dossier.gelezen import Ding, zonder
from dialogs.teksten import tabel
from dialogs.teksten.woorden import is_woord, plat
from dialogs.verstaan import plaatsen
from dialogs.verstaan.antwoord import versta
from dialogs.verstaan.bundel import wil_een_voor_een
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.keuze import Waarde
from dialogs.verstaan.voorstellen import bijgewerkt, voorstellen
from dialogs.verstaan.weglaten import ontkend, uit_de_lijst

_NUMMERS: Final = re.compile(r"\d{1,2}")


def over_de_lijst(dossier: Dossier, zin: Zin) -> Bevestiging | Weglaten | Onduidelijk:
    """Return what is said about the list: all of it, none of it, without these, or otherwise."""
    lijst = dossier.stand.voorgesteld
    if is_woord("ja", zin.tekst):
        return Bevestiging("ja", lijst)
    if is_woord("nee", zin.tekst) or wil_een_voor_een(zin.tekst):
        return Bevestiging("nee")
    weg = uit_de_lijst(dossier, zin)
    if weg:
        return Weglaten(weg)
    if plat(zin.tekst) in tabel("begrepen_woorden")["alles"]:
        return Bevestiging("alles")
    fout = _aangewezen(dossier, zin.tekst)
    if fout is not None:
        return Bevestiging("zonder", zonder(lijst, fout))
    nieuw = voorstellen(dossier, zin.lezing)
    weg = ontkend(dossier, zin)
    if weg and not nieuw:
        return Weglaten(weg)
    return Bevestiging("anders", bijgewerkt(lijst, nieuw)) if nieuw else Onduidelijk("begrepen")


def over_de_twijfel(dossier: Dossier, zin: Zin) -> Lezingkeuze | Onduidelijk:
    """Return which reading was chosen, or that it was neither."""
    twijfel = dossier.stand.twijfel[0]
    keer = twijfelkeer(twijfel)
    labels = [plat(optie.label) for optie in twijfelopties(dossier)]
    kaal = plat(zin.tekst)
    nummer = plaatsen.nummer(zin.tekst, len(labels), laatste=len(twijfel))
    if nummer is None and kaal in labels:
        nummer = labels.index(kaal) + 1
    if nummer is not None:
        return Lezingkeuze(None if nummer > len(twijfel) else twijfel[nummer - 1])
    if kaal in tabel("twijfelwoorden")["geen"] or is_woord("weet_niet", zin.tekst):
        return Lezingkeuze(None)
    if is_woord("nee", zin.tekst) and keer.vraag.id == "leeftijd":
        return Lezingkeuze(None)
    genoemd = [voorstel for voorstel in twijfel if plat(voorstel.woorden) == kaal]
    if genoemd:
        return Lezingkeuze(genoemd[0])
    begrepen = versta(keer.vraag, zin, feitenblad.namen(dossier))
    waarde = begrepen.waarde if isinstance(begrepen, Waarde) else None
    if waarde is None:
        waarde = zin.lezing.feiten.get(keer.vraag.id)
    if waarde is None:
        return Onduidelijk("twijfel")
    return Lezingkeuze(Voorgesteld(sleutel=keer.sleutel, waarde=waarde, woorden=zin.tekst))


def _aangewezen(dossier: Dossier, gezegd: str) -> tuple[Ding, ...] | None:
    """Return the things that somebody says are wrong ('2 en 4 niet'); None if none.

    Only a text that is about the list itself: '2', 'ja, behalve 3', 'de leeftijd klopt niet'.
    """
    kaal = plat(gezegd)
    woorden = [
        w for w in re.findall(r"[^\W\d_]+", kaal) if w not in tabel("begrepen_woorden")["los"]
    ]
    nummers = [int(nummer) for nummer in _NUMMERS.findall(kaal)]
    if nummers and not woorden:
        return aangewezen(dossier, nummers)
    genoemd = {n: plat(naam) for n, naam in namen(dossier) if plat(naam) in kaal}
    alle = " ".join(plat(naam) for _, naam in namen(dossier))
    if not genoemd or not set(woorden) <= set(alle.split()):
        return None
    return aangewezen(dossier, list(genoemd))
