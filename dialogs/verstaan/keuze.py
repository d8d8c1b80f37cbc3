"""Een antwoord zoals het werd aangeboden: een keuze, een nummer, een getal, ja of nee.

Deliberately small and strict: what is not clearly an answer is asked again rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dialogs.bedoeling import Onduidelijk
from dialogs.dossier.vragen import MAX_GEGEVENS, MAX_NAAM, Vraag, Vraagsoort
from dialogs.lezen.datum import losse_dag
from dialogs.lezen.getallen import getal
from dialogs.lezen.woorden import plat as zonder_accenten
from dialogs.teksten import tabel
from dialogs.teksten.woorden import is_woord, plat
from dialogs.verstaan import plaatsen
from dialogs.verstaan import zin as antwoordzin
from dialogs.verstaan.gegevenslijst import namen
from dialogs.verstaan.gezegd import Zin
from knowledge.feiten import GRENZEN

_DEEL: Final = 4
"""So many letters of a name ('verslag') may stand for it, when they fit no other."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_KORTSTE: Final = 3
"""Own words have at least one of so many letters."""
_MOET_KLINKEN: Final = 4
"""A word of so many letters has a vowel; 'ggz' and 'rmc' are names."""
_MEESTE_DELEN: Final = 4
"""More parts with 'of' between them are a story, not a choice."""


@dataclass(frozen=True, slots=True)
class Waarde:
    """An answer that was understood; `waarde` None means 'weet ik niet'."""

    waarde: Any


Begrepen = Waarde | Onduidelijk


def letterlijk(vraag: Vraag, zin: Zin, gegevens: Sequence[str]) -> Begrepen:
    """Understand an answer by the words and numbers that go with the question."""
    tekst = zin.tekst
    if vraag.overslaan_mag and is_woord("overslaan", tekst):
        return Waarde("")
    if vraag.soort is Vraagsoort.TEKST:
        return eigen_woorden(tekst)
    if vraag.onbekend_mag and is_woord("weet_niet", tekst):
        return Waarde(None)
    if vraag.soort is Vraagsoort.JA_NEE:
        return _ja_nee(tekst)
    if vraag.soort is Vraagsoort.GETAL:
        return _getal(vraag, zin)
    if vraag.soort is Vraagsoort.DATUM:
        return _datum(zin)
    if vraag.soort is Vraagsoort.GEGEVENS:
        return gegevens_uit(namen(tekst))
    if vraag.soort is Vraagsoort.SELECTIE:
        return _selectie(tekst, gegevens)
    if vraag.soort is Vraagsoort.MEERKEUZE:
        return _meerkeuze(vraag, tekst)
    return _keuze(vraag, tekst)


def eigen_woorden(tekst: str) -> Begrepen:
    """Take what somebody wrote himself, when it says something."""
    if not _zegt_iets(tekst):
        return Onduidelijk("tekst")
    # A yes, a no or a shrug is no reason that someone else could follow.
    if any(is_woord(soort, tekst) for soort in ("ja", "nee", "weet_niet")):
        return Onduidelijk("eigen_woorden")
    return Waarde(tekst.strip())


def _zegt_iets(tekst: str) -> bool:
    """Tell whether there is a word in it that means something: not '1', 'ik' or 'asdf'."""
    return any(
        len(woord) >= _KORTSTE and len(set(woord)) > 1 and not _is_loos(woord)
        for woord in _LETTERS.findall(plat(tekst))
    )


def _is_loos(woord: str) -> bool:
    loos = tabel("loos")
    klinkt = len(woord) < _MOET_KLINKEN or any(
        teken in "aeiouy" for teken in zonder_accenten(woord)
    )
    return woord in loos["woorden"] or woord.startswith(tuple(loos["begint"])) or not klinkt


def _noemt_iets(namen_: Sequence[str]) -> bool:
    """Tell whether names were given, and not a number or 'ik' to be done with it."""
    kaal = [plat(naam) for naam in namen_]
    return any(any(t.isalpha() for t in naam) and not _is_loos(naam) for naam in kaal)


def _ja_nee(tekst: str) -> Begrepen:
    kaal = plat(tekst)
    plaats = plaatsen.genoemd(kaal, 2)
    if kaal in ("1", "a") or plaats == 1 or is_woord("ja", tekst):
        return Waarde(waarde=True)
    if kaal in ("2", "b") or plaats == 2 or is_woord("nee", tekst):
        return Waarde(waarde=False)
    eerste = re.match(r"(\w+)\s*,", kaal)
    if eerste and is_woord("ja", eerste[1]):
        return Waarde(waarde=True)
    if eerste and is_woord("nee", eerste[1]):
        return Waarde(waarde=False)
    return Onduidelijk("ja_nee")


def _getal(vraag: Vraag, zin: Zin) -> Begrepen:
    aantal = _lees_getal(vraag, zin)
    if aantal is None:
        return Onduidelijk("getal", invulling=(("voorbeeld", vraag.voorbeelden[2]),))
    laagste, hoogste = GRENZEN[vraag.id]
    if not laagste <= aantal <= hoogste:
        grenzen = (("min", str(laagste)), ("max", str(hoogste)))
        return Onduidelijk("getal_buiten", invulling=grenzen)
    return Waarde(aantal)


_MET_EENHEID: Final = re.compile(r"(-?\d{1,6})\s*(jaar|jaren|jr|maand|maanden|mnd|weken|week)?")


def _lees_getal(vraag: Vraag, zin: Zin) -> int | None:
    in_maanden = vraag.id == "maanden_sinds_uitstroom"
    kaal = plat(zin.tekst)
    gevonden = _MET_EENHEID.findall(kaal)
    if len(gevonden) == 1:
        getal_, eenheid = int(gevonden[0][0]), gevonden[0][1]
        return getal_ * 12 if in_maanden and eenheid.startswith("j") else getal_
    if gevonden:
        return None
    if in_maanden and zin.lezing.tijden:
        # 'Ruim een jaar' is more than twelve, but how much?
        return antwoordzin.maanden(zin.lezing)
    telwoorden = _telwoorden(kaal)
    return telwoorden[0] if len(telwoorden) == 1 else None


def _telwoorden(kaal: str) -> list[int]:
    """Return the numbers in words; 'een' is one only by itself or before a unit ('een maand')."""
    woorden = zonder_accenten(kaal).split()
    volgende = (*woorden[1:], "")
    uit = []
    for woord, erna in zip(woorden, volgende, strict=False):
        een = woord == "een" and (len(woorden) == 1 or _MET_EENHEID.fullmatch(f"1 {erna}"))
        aantal = 1 if een else getal(woord)
        if aantal is not None:
            uit.append(aantal)
    return uit


def _datum(zin: Zin) -> Begrepen:
    if plat(zin.tekst) in tabel("dagen")["nu"]:
        return Waarde(zin.vandaag.isoformat())
    dagen = {dag.dag for dag in zin.lezing.dagen}
    los = losse_dag(plat(zin.tekst), zin.vandaag)
    if los is not None and not dagen:
        return Waarde(los.isoformat())
    return Waarde(dagen.pop().isoformat()) if len(dagen) == 1 else Onduidelijk("datum")


def gegevens_uit(genoemd: Iterable[str]) -> Begrepen:
    """Take these names of data items, each once."""
    # '@' separates the purpose in the key of an answer, so it cannot be part of a name.
    gevuld = (naam for naam in genoemd if any(teken.isalnum() for teken in naam))
    uniek = {plat(naam): naam.replace("@", " ") for naam in gevuld}
    schoon = list(uniek.values())
    if not schoon or (len(schoon) == 1 and is_woord("weet_niet", schoon[0])):
        return Onduidelijk("gegevens")
    # Asking again loses nothing; cutting off would.
    if len(schoon) > MAX_GEGEVENS:
        return Onduidelijk("gegevens_veel", invulling=(("max", str(MAX_GEGEVENS)),))
    if any(len(naam) > MAX_NAAM for naam in schoon):
        return Onduidelijk("gegevens_lang")
    return Waarde(schoon) if _noemt_iets(schoon) else Onduidelijk("gegevens")


def _selectie(tekst: str, gegevens: Sequence[str]) -> Begrepen:
    if len(gegevens) == 1:
        antwoord = _ja_nee(tekst)
        if isinstance(antwoord, Waarde):
            return Waarde(list(gegevens) if antwoord.waarde else [])
    if is_woord("alle", tekst):
        return Waarde(list(gegevens))
    if is_woord("geen", tekst) or (len(gegevens) > 1 and is_woord("nee", tekst)):
        return Waarde([])
    heel = [naam for naam in gegevens if plat(naam) == plat(tekst)]
    gekozen = set(heel) or _kies_meer(tekst, {naam: naam for naam in gegevens}, {})
    if gekozen is None and len(gegevens) == 1:
        return Onduidelijk("ja_nee")
    if gekozen is None:
        kaal = plat(tekst)
        lijkt = [naam for naam in gegevens if len(kaal) >= _DEEL and kaal in plat(naam)]
        if len(lijkt) == 1:
            return Waarde(lijkt)
        lezingen = tuple(([naam], naam) for naam in lijkt)
        return Onduidelijk("twee_lezingen" if lijkt else "keuze", lezingen=lezingen)
    return Waarde([naam for naam in gegevens if naam in gekozen])


def _meerkeuze(vraag: Vraag, tekst: str) -> Begrepen:
    keuzes = vraag.keuzes
    heel = _passend(plat(tekst), keuzes, tabel(f"synoniemen.{vraag.tabel}"))
    if len(heel) == 1:
        return Waarde(heel)
    gekozen = _kies_meer(tekst, keuzes, tabel(f"synoniemen.{vraag.tabel}"))
    if gekozen is None:
        return Onduidelijk("meer", tuple(heel)) if heel else Onduidelijk("keuze")
    return Waarde([waarde for waarde in keuzes if waarde in gekozen])


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
    passend = [_passend(deel, vraag.keuzes, synoniemen) for deel in delen]
    samen = tuple(w for w in vraag.keuzes if any(w in deel for deel in passend))
    return Onduidelijk("meer", samen) if all(passend) and len(samen) > 1 else None


def _keuze(vraag: Vraag, tekst: str) -> Begrepen:
    passend = _passend(plat(tekst), vraag.keuzes, tabel(f"synoniemen.{vraag.tabel}"))
    if len(passend) == 1:
        return Waarde(passend[0])
    return Onduidelijk("meer", tuple(passend)) if passend else Onduidelijk("keuze")


def _passend(kaal: str, keuzes: dict[str, str], synoniemen: dict[str, list[str]]) -> list[str]:
    """Return the choices a text could mean: by number or letter, exactly, else by its words."""
    waarden = list(keuzes)
    if kaal.isdecimal() and len(kaal) < 4:
        nummer = int(kaal)
        return [waarden[nummer - 1]] if 1 <= nummer <= len(waarden) else []
    if len(kaal) == 1 and "a" <= kaal <= "z":
        letter = ord(kaal) - ord("a")
        return [waarden[letter]] if letter < len(waarden) else []
    plaats = plaatsen.genoemd(kaal, len(waarden))
    if plaats is not None:
        return [waarden[plaats - 1]]
    namen = {w: [w, plat(label), *map(plat, synoniemen.get(w, ()))] for w, label in keuzes.items()}
    exact = [w for w, alle in namen.items() if kaal in alle]
    if exact or len(kaal) < 3:
        return exact
    # Whole words only: 'pro' must not find 'profiel'.
    return [w for w, alle in namen.items() if any(_bevat(naam, kaal) for naam in alle)]


def _bevat(naam: str, kaal: str) -> bool:
    return len(naam) >= 3 and (_als_woord(naam, kaal) or _als_woord(kaal, naam))


def _als_woord(deel: str, geheel: str) -> bool:
    # Most are no part at all, and a pattern for every word of every list is costly to make.
    return deel in geheel and re.search(rf"\b{re.escape(deel)}\b", geheel) is not None
