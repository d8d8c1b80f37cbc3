"""Een antwoord zoals het werd aangeboden: een keuze, een nummer, een getal, ja of nee.

Deliberately small and strict: what is not clearly an answer is asked again rather than guessed.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dialogs.dossier.vragen import Soort, Vraag
from dialogs.teksten import tabel
from dialogs.verstaan.gegevenslijst import namen
from knowledge.feiten import GRENZEN

MAX_TEKST: Final = 4000
"""More characters than anyone needs to answer one question; longer is a pasted file."""
MAX_GEGEVENS: Final = 25
MAX_NAAM: Final = 120
_DEEL: Final = 4
"""So many letters of a name ('verslag') may stand for it, when they fit no other."""
_MEESTE_DELEN: Final = 4
"""More parts with 'of' between them are a story, not a choice."""


@dataclass(frozen=True, slots=True)
class Verstaan:
    """An answer that was understood; `waarde` None means 'weet ik niet'."""

    waarde: Any


@dataclass(frozen=True, slots=True)
class Onduidelijk:
    """Not understood. `reden` is the text key, `mogelijkheden` what it could have meant."""

    reden: str
    mogelijkheden: tuple[str, ...] = ()
    invulling: tuple[tuple[str, str], ...] = ()
    lezingen: tuple[tuple[Any, str], ...] = ()
    """What was read in more than one way: each value with its words."""


Begrepen = Verstaan | Onduidelijk


def plat(tekst: str) -> str:
    """Return a text for comparing: lower case, single spaces, no full stops around it."""
    gewoon = unicodedata.normalize("NFC", tekst).casefold()
    return " ".join(gewoon.split()).strip(" .!,;:*'\"()")


def is_woord(soort: str, tekst: str) -> bool:
    """Tell whether a text is one of the words for `ja`, `nee`, `weet_niet`, ..."""
    return plat(tekst) in woorden(soort)


@cache
def woorden(soort: str) -> frozenset[str]:
    """Return the words for `ja`, `nee`, `weet_niet`, ..."""
    return frozenset(plat(w) for w in tabel("woorden")[soort]) - {""} | (
        {"?"} if soort == "weet_niet" else frozenset()
    )


def keuzes_van(vraag: Vraag) -> dict[str, str]:
    """Return the choices of a question, value to label, in the order shown."""
    return dict(tabel(f"keuzes.{vraag.tabel}"))


def letterlijk(vraag: Vraag, tekst: str, gegevens: Sequence[str], vandaag: dt.date) -> Begrepen:
    """Understand an answer by the words and numbers that go with the question."""
    if vraag.overslaan_mag and is_woord("overslaan", tekst):
        return Verstaan("")
    if vraag.soort is Soort.TEKST:
        return _eigen_woorden(tekst)
    if vraag.onbekend_mag and is_woord("weet_niet", tekst):
        return Verstaan(None)
    if vraag.soort is Soort.JA_NEE:
        return _ja_nee(tekst)
    if vraag.soort is Soort.GETAL:
        return _getal(vraag, tekst)
    if vraag.soort is Soort.DATUM:
        return _datum(tekst, vandaag)
    if vraag.soort is Soort.GEGEVENS:
        return _gegevens(tekst)
    if vraag.soort is Soort.SELECTIE:
        return _selectie(tekst, gegevens)
    if vraag.soort is Soort.MEERKEUZE:
        return _meerkeuze(vraag, tekst)
    return _keuze(vraag, tekst)


def _eigen_woorden(tekst: str) -> Begrepen:
    if not _zegt_iets(tekst):
        return Onduidelijk("tekst")
    # A yes, a no or a shrug is no reason that someone else could follow.
    if any(is_woord(soort, tekst) for soort in ("ja", "nee", "weet_niet")):
        return Onduidelijk("eigen_woorden")
    return Verstaan(tekst.strip())


def _zegt_iets(tekst: str) -> bool:
    return any(teken.isalnum() for teken in tekst)


def _ja_nee(tekst: str) -> Begrepen:
    kaal = plat(tekst)
    if kaal in ("1", "a") or is_woord("ja", tekst):
        return Verstaan(waarde=True)
    if kaal in ("2", "b") or is_woord("nee", tekst):
        return Verstaan(waarde=False)
    eerste = re.match(r"(\w+)\s*,", kaal)
    if eerste and is_woord("ja", eerste[1]):
        return Verstaan(waarde=True)
    if eerste and is_woord("nee", eerste[1]):
        return Verstaan(waarde=False)
    return Onduidelijk("ja_nee")


def _getal(vraag: Vraag, tekst: str) -> Begrepen:
    aantal = _lees_getal(vraag, plat(tekst))
    if aantal is None:
        return Onduidelijk("getal", invulling=(("voorbeeld", vraag.voorbeelden[2]),))
    laagste, hoogste = GRENZEN[vraag.id]
    if not laagste <= aantal <= hoogste:
        grenzen = (("min", str(laagste)), ("max", str(hoogste)))
        return Onduidelijk("getal_buiten", invulling=grenzen)
    return Verstaan(aantal)


_MET_EENHEID: Final = re.compile(r"(-?\d{1,6})\s*(jaar|jaren|jr|maand|maanden|mnd|weken|week)?")


def _lees_getal(vraag: Vraag, kaal: str) -> int | None:
    in_maanden = vraag.id == "maanden_sinds_uitstroom"
    if in_maanden:
        for woorden, maanden in tabel("perioden").items():
            if re.search(rf"\b{re.escape(woorden)}\b", kaal):
                return int(maanden)
    gevonden = _MET_EENHEID.findall(kaal)
    if len(gevonden) == 1:
        getal, eenheid = int(gevonden[0][0]), gevonden[0][1]
        return getal * 12 if in_maanden and eenheid.startswith("j") else getal
    woordgetallen = [tabel("getallen")[w] for w in _telwoorden(kaal)]
    if not gevonden and len(woordgetallen) == 1:
        jaren = in_maanden and "jaar" in kaal
        return int(woordgetallen[0]) * (12 if jaren else 1)
    return None


def _telwoorden(kaal: str) -> list[str]:
    """Return the words that count; 'een' does only by itself or before a unit ('een maand')."""
    woorden_ = kaal.split()
    volgende = (*woorden_[1:], "")
    return [
        woord
        for woord, erna in zip(woorden_, volgende, strict=False)
        if woord in tabel("getallen")
        and (woord != "een" or len(woorden_) == 1 or _MET_EENHEID.fullmatch(f"1 {erna}"))
    ]


_DATUMVORMEN: Final = (
    re.compile(r"(?P<j>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<j>\d{4})"),
)


def _datum(tekst: str, vandaag: dt.date) -> Begrepen:
    dagen = {"vandaag": 0, "nu": 0, "morgen": 1, "gisteren": -1}
    kaal = plat(tekst)
    if kaal in dagen:
        return Verstaan((vandaag + dt.timedelta(days=dagen[kaal])).isoformat())
    for vorm in _DATUMVORMEN:
        treffer = vorm.search(kaal)
        if treffer:
            try:
                dag = dt.date(int(treffer["j"]), int(treffer["m"]), int(treffer["d"]))
            except ValueError:
                break
            return Verstaan(dag.isoformat())
    return Onduidelijk("datum")


def _gegevens(tekst: str) -> Begrepen:
    # '@' separates the purpose in the key of an answer, so it cannot be part of a name.
    uniek = {plat(naam): naam.replace("@", " ") for naam in namen(tekst) if _zegt_iets(naam)}
    schoon = list(uniek.values())
    if not schoon or is_woord("weet_niet", tekst):
        return Onduidelijk("gegevens")
    # Asking again loses nothing; cutting off would.
    if len(schoon) > MAX_GEGEVENS:
        return Onduidelijk("gegevens_veel", invulling=(("max", str(MAX_GEGEVENS)),))
    if any(len(naam) > MAX_NAAM for naam in schoon):
        return Onduidelijk("gegevens_lang")
    return Verstaan(schoon)


def _selectie(tekst: str, gegevens: Sequence[str]) -> Begrepen:
    if len(gegevens) == 1:
        antwoord = _ja_nee(tekst)
        if isinstance(antwoord, Verstaan):
            return Verstaan(list(gegevens) if antwoord.waarde else [])
    if is_woord("alle", tekst):
        return Verstaan(list(gegevens))
    if is_woord("geen", tekst) or (len(gegevens) > 1 and is_woord("nee", tekst)):
        return Verstaan([])
    heel = [naam for naam in gegevens if plat(naam) == plat(tekst)]
    gekozen = set(heel) or _kies_meer(tekst, {naam: naam for naam in gegevens}, {})
    if gekozen is None and len(gegevens) == 1:
        return Onduidelijk("ja_nee")
    if gekozen is None:
        kaal = plat(tekst)
        lijkt = [naam for naam in gegevens if len(kaal) >= _DEEL and kaal in plat(naam)]
        if len(lijkt) == 1:
            return Verstaan(lijkt)
        lezingen = tuple(([naam], naam) for naam in lijkt)
        return Onduidelijk("twee_lezingen" if lijkt else "keuze", lezingen=lezingen)
    return Verstaan([naam for naam in gegevens if naam in gekozen])


def _meerkeuze(vraag: Vraag, tekst: str) -> Begrepen:
    keuzes = keuzes_van(vraag)
    heel = _passend(plat(tekst), keuzes, tabel(f"synoniemen.{vraag.tabel}"))
    if len(heel) == 1:
        return Verstaan(heel)
    gekozen = _kies_meer(tekst, keuzes, tabel(f"synoniemen.{vraag.tabel}"))
    if gekozen is None:
        return Onduidelijk("meer", tuple(heel)) if heel else Onduidelijk("keuze")
    return Verstaan([waarde for waarde in keuzes if waarde in gekozen])


def _kies_meer(
    tekst: str, keuzes: dict[str, str], synoniemen: dict[str, list[str]]
) -> set[str] | None:
    delen = [plat(deel) for deel in re.split(r"[,;+&\n]|\s+en\s+", tekst) if plat(deel)]
    if len(delen) == 1 and re.fullmatch(r"[\d ]+", delen[0]):
        delen = delen[0].split()
    gekozen: set[str] = set()
    for deel in delen:
        passend = _passend(deel, keuzes, synoniemen)
        if len(passend) != 1:
            return None
        gekozen.add(passend[0])
    return gekozen or None


def een_van(vraag: Vraag, tekst: str) -> Onduidelijk | None:
    """Return the choices between which a text leaves it open: 'entree of mbo-3'."""
    synoniemen = tabel(f"synoniemen.{vraag.tabel}")
    delen = plat(tekst).split(" of ")
    if not 1 < len(delen) <= _MEESTE_DELEN:
        return None
    passend = [_passend(deel, keuzes_van(vraag), synoniemen) for deel in delen]
    samen = tuple(w for w in keuzes_van(vraag) if any(w in deel for deel in passend))
    return Onduidelijk("meer", samen) if all(passend) and len(samen) > 1 else None


def _keuze(vraag: Vraag, tekst: str) -> Begrepen:
    passend = _passend(plat(tekst), keuzes_van(vraag), tabel(f"synoniemen.{vraag.tabel}"))
    if len(passend) == 1:
        return Verstaan(passend[0])
    return Onduidelijk("meer", tuple(passend)) if passend else Onduidelijk("keuze")


def _passend(kaal: str, keuzes: dict[str, str], synoniemen: dict[str, list[str]]) -> list[str]:
    """Return the choices a text could mean: by number or letter, exactly, else by its words."""
    waarden = list(keuzes)
    if kaal.isdecimal() and len(kaal) < 4:
        nummer = int(kaal)
        return [waarden[nummer - 1]] if 1 <= nummer <= len(waarden) else []
    if len(kaal) == 1 and "a" <= kaal <= "z":
        plaats = ord(kaal) - ord("a")
        return [waarden[plaats]] if plaats < len(waarden) else []
    namen = {w: [w, plat(label), *map(plat, synoniemen.get(w, ()))] for w, label in keuzes.items()}
    exact = [w for w, alle in namen.items() if kaal in alle]
    if exact or len(kaal) < 3:
        return exact
    # Whole words only: 'pro' must not find 'profiel'.
    return [w for w, alle in namen.items() if any(_bevat(naam, kaal) for naam in alle)]


def _bevat(naam: str, kaal: str) -> bool:
    if len(naam) < 3:
        return False
    return re.search(rf"\b{re.escape(naam)}\b", kaal) is not None or (
        re.search(rf"\b{re.escape(kaal)}\b", naam) is not None
    )
