"""Een antwoord verstaan: van wat iemand typt naar de waarde van een vraag.

Short answers by the words that were offered (`letterlijk`), sentences by reading them. What is
not clearly an answer is asked again rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from dialogs.bedoeling import Onduidelijk
from dialogs.dossier.vragen import Vraag, Vraagsoort
from dialogs.lezen import Lezing, zonder_labels
from dialogs.teksten import tabel
from dialogs.teksten.woorden import plat, woorden
from dialogs.verstaan import zin as antwoordzin
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.keuze import Begrepen, Waarde, een_van, letterlijk
from dialogs.verstaan.teruggenomen import verbeterd
from knowledge.feiten import GRENZEN

_GETAL: Final = re.compile(r"\b\d{1,3}\b")
_LIJSTJE: Final = 3
_GENOEMD: Final = (Vraagsoort.KEUZE, Vraagsoort.MEERKEUZE, Vraagsoort.SELECTIE)
"""Here a choice may be named to say that it is not so."""
_EIGEN_WOORDEN: Final = (Vraagsoort.TEKST, Vraagsoort.GEGEVENS)
"""Here an answer is kept as it was said, with what was hidden in it."""
_OF_MEER: Final = re.compile(r"\w\s*\+(?!\s*\d)|\w+ plus$", re.IGNORECASE)
_KORT: Final = 1
"""An answer of more words than this is read as a sentence."""


def versta(vraag: Vraag, zin: Zin, gegevens: Sequence[str]) -> Begrepen:
    """Understand an answer to this question; `gegevens` are the items of the dossier.

    A short answer by the words and numbers that were offered; a sentence by reading it, and
    else by those words after all.
    """
    if vraag.soort not in _EIGEN_WOORDEN:
        # 'Open [bsn]' names no kind of data: nobody chose the word that hides something.
        zin = Zin(zonder_labels(zin.tekst), zin.vandaag) if "[" in zin.tekst else zin
    bedoeld = _verbeterd(vraag, zin, gegevens)
    return bedoeld if bedoeld is not None else _versta(vraag, zin, gegevens)


def _verbeterd(vraag: Vraag, zin: Zin, gegevens: Sequence[str]) -> Begrepen | None:
    """Return the answer that is meant where another one is taken back; None where none is."""
    if not (vraag.een_waarde and vraag.soort is not Vraagsoort.JA_NEE):
        return None
    for weg, blijft in verbeterd(zin.tekst):
        eerst, dan = (_versta(vraag, zin.stuk(deel), gegevens) for deel in (weg, blijft))
        if _gekozen(eerst) and _gekozen(dan) and eerst != dan:
            return dan
    return None


def _versta(vraag: Vraag, zin: Zin, gegevens: Sequence[str]) -> Begrepen:
    tekst = zin.tekst
    if vraag.soort is Vraagsoort.GETAL and _OF_MEER.search(tekst):
        return _onduidelijk(vraag)  # '27+' may be any number
    # A choice may hold an 'of' itself; said as it was offered it is one choice.
    aangeboden = is_aangeboden(vraag, tekst)
    if vraag.soort is Vraagsoort.KEUZE and not aangeboden and (open_ := een_van(vraag, tekst)):
        return open_
    gezegd = letterlijk(vraag, zin, gegevens)
    if isinstance(gezegd, Waarde) and not _is_zin(vraag, tekst):
        return gezegd
    if vraag.een_waarde and vraag.tabel != "organisatie":
        # Words that tell another fact are no answer to this one as well.
        eigen = zin.zonder_andere(vraag.id)
        gezegd = gezegd if eigen == tekst else letterlijk(vraag, Zin(eigen, zin.vandaag), gegevens)
    gelezen = _gelezen(vraag, zin, gegevens)
    half = isinstance(gezegd, Onduidelijk) and bool(gezegd.mogelijkheden)
    if gelezen is not None and not (half and gelezen == Waarde(None)):
        return gelezen
    if isinstance(gezegd, Waarde) and _is_stellig(vraag, tekst, gezegd):
        return gezegd
    return _meer_getallen(vraag, tekst) or (
        gezegd if isinstance(gezegd, Onduidelijk) else _onduidelijk(vraag)
    )


def _meer_getallen(vraag: Vraag, tekst: str) -> Onduidelijk | None:
    """Name the numbers in '17 of 18', each as a possible answer."""
    if vraag.soort is not Vraagsoort.GETAL:
        return None
    laagste, hoogste = GRENZEN[vraag.id]
    getallen = dict.fromkeys(int(getal) for getal in _GETAL.findall(tekst))
    lezingen = tuple((getal, str(getal)) for getal in getallen if laagste <= getal <= hoogste)
    return Onduidelijk("twee_lezingen", lezingen=lezingen) if len(lezingen) > 1 else None


def _onduidelijk(vraag: Vraag) -> Onduidelijk:
    match vraag.soort:
        case Vraagsoort.JA_NEE:
            return Onduidelijk("ja_nee")
        case Vraagsoort.GETAL:
            return Onduidelijk("getal", invulling=(("voorbeeld", vraag.voorbeelden[2]),))
        case Vraagsoort.DATUM:
            return Onduidelijk("datum")
        case _:
            return Onduidelijk("keuze")


def _is_zin(vraag: Vraag, tekst: str) -> bool:
    """Tell whether an answer is more than the choice or the number itself."""
    if vraag.soort in _EIGEN_WOORDEN:
        return False
    if vraag.soort is Vraagsoort.MEERKEUZE:
        # Several choices are a list; only what is longer than their names is read.
        return (
            vraag.id == "doel" and len(tekst.split()) > _LIJSTJE and not is_aangeboden(vraag, tekst)
        )
    if vraag.soort is Vraagsoort.SELECTIE:
        return antwoordzin.beperkt(tekst)
    return len(tekst.split()) > _KORT and not is_aangeboden(vraag, tekst)


def is_aangeboden(vraag: Vraag, gezegd: str) -> bool:
    """Tell whether words are one of the choices, as it was offered."""
    return plat(gezegd) in _labels(vraag)


@cache
def _labels(vraag: Vraag) -> frozenset[str]:
    synoniemen = tabel(f"synoniemen.{vraag.tabel}").values() if vraag.tabel else ()
    woorden = {plat(w) for lijst in synoniemen for w in lijst}
    return frozenset(woorden | {plat(label) for label in vraag.keuzes.values()})


def _is_stellig(vraag: Vraag, tekst: str, letterlijk: Waarde) -> bool:
    """Tell whether a word or number in a sentence is the answer: not 'niet geweigerd'."""
    if letterlijk.waarde is None or letterlijk.waarde in ("", []):
        return True
    if vraag.soort is Vraagsoort.GETAL:
        return not antwoordzin.vaag_getal(tekst)
    if antwoordzin.van_een_ander(vraag.id, tekst):
        return False
    return vraag.soort not in _GENOEMD or not antwoordzin.ontkent(tekst)


def _gelezen(vraag: Vraag, zin: Zin, gegevens: Sequence[str]) -> Begrepen | None:
    """Return what a sentence says to the question; None when it says nothing about it."""
    tekst = zin.tekst
    if vraag.soort in _EIGEN_WOORDEN:
        return None
    if vraag.soort is Vraagsoort.SELECTIE:
        return _geselecteerd(vraag, zin, gegevens)
    weet_niet = vraag.onbekend_mag and antwoordzin.weet_niet(tekst)
    begrepen = _uit_zin(vraag, zin)
    # 'Mbo 2, maar bol of bbl weet ik niet' is half an answer.
    if weet_niet and any(teken.isdigit() for teken in tekst):
        return _onduidelijk(vraag)
    if begrepen is None:
        return Waarde(None) if weet_niet else _in_eigen_woorden(vraag, tekst)
    half = weet_niet and vraag.soort is Vraagsoort.KEUZE and _gekozen(begrepen)
    return _onduidelijk(vraag) if half else begrepen


def _geselecteerd(vraag: Vraag, zin: Zin, gegevens: Sequence[str]) -> Begrepen | None:
    if len(gegevens) > 1:
        gekozen = antwoordzin.selectie(zin.tekst, gegevens)
        onbekend = gekozen is None and vraag.onbekend_mag and antwoordzin.weet_niet(zin.tekst)
        return None if gekozen is None and not onbekend else Waarde(gekozen)
    gezegd = _ja_of_nee(vraag, zin)
    return None if gezegd is None else Waarde(list(gegevens) if gezegd else [])


def _uit_zin(vraag: Vraag, zin: Zin) -> Begrepen | None:
    if vraag.soort is Vraagsoort.DATUM:
        return None  # there is one reader of days, and it was asked already
    uit_feiten = _feit_in(vraag, zin)
    if uit_feiten is None and vraag.soort is Vraagsoort.JA_NEE:
        gezegd = _ja_of_nee(vraag, zin)
        return None if gezegd is None else Waarde(gezegd)
    return uit_feiten


def _in_eigen_woorden(vraag: Vraag, tekst: str) -> Begrepen | None:
    if vraag.soort is not Vraagsoort.KEUZE:
        return None
    keuze = antwoordzin.keuze(vraag.id, tekst)
    if keuze is None and not antwoordzin.van_een_ander(vraag.id, tekst):
        keuze = _begint_met(vraag, tekst)
    return None if keuze is None else Waarde(keuze)


def _begint_met(vraag: Vraag, tekst: str) -> str | None:
    """Return the choice that is a yes or a no, where a few words begin with it."""
    synoniemen = tabel(f"synoniemen.{vraag.tabel}")
    per_woord = {
        stemt: waarde
        for waarde, lijst in synoniemen.items()
        for stemt in ("ja", "nee")
        if stemt in lijst
    }
    gezegd = antwoordzin.begint_met(tekst, sorted(woorden("ja")), sorted(woorden("nee")))
    return None if gezegd is None else per_woord.get("ja" if gezegd else "nee")


def _gekozen(begrepen: Begrepen) -> bool:
    return isinstance(begrepen, Waarde) and begrepen.waarde is not None


def _ja_of_nee(vraag: Vraag, zin: Zin) -> bool | None:
    ja, nee = sorted(woorden("ja")), sorted(woorden("nee"))
    return antwoordzin.ja_nee(vraag.id, zin, ja, nee)


def _feit_in(vraag: Vraag, zin: Zin) -> Begrepen | None:
    lezing = zin.lezing
    tegenstrijdig = (lezing.tegenstrijdig or {}).get(vraag.id)
    if tegenstrijdig is not None:
        lezingen = {repr(v.waarde): (v.waarde, v.woorden) for v in reversed(tegenstrijdig)}
        return Onduidelijk("twee_lezingen", lezingen=tuple(reversed(lezingen.values())))
    waarde: Any = _getal_in(vraag, lezing)
    if waarde is None:
        waarde = lezing.feiten.get(vraag.id)
    if vraag.tabel == "organisatie":
        # Who is asked for is the one named, whatever it does in the sentence.
        waarde = antwoordzin.enige_partij(zin)
    if vraag.tabel == "soort" and lezing.gegevens:
        waarde = [soort for soort in vraag.keuzes if soort in lezing.gegevenssoorten]
    if waarde is None:
        return None
    return Waarde([waarde] if vraag.id == "doel" and isinstance(waarde, str) else waarde)


def _getal_in(vraag: Vraag, lezing: Lezing) -> int | None:
    if vraag.id == "maanden_sinds_uitstroom":
        return antwoordzin.maanden(lezing)
    return antwoordzin.weken(lezing) if vraag.id == "verzuim_weken" else None
