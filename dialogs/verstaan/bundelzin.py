"""Een antwoord op een bundel in een zin: '18, entree, geen startkwalificatie'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from dialogs.dossier.vragen import Keer, Vraagsoort
from dialogs.procedure.bundels import Bundel, gelijk_aan
from dialogs.teksten.woorden import is_woord
from dialogs.verstaan.antwoord import versta
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.keuze import Waarde, een_van

ZINSDEEL: Final = re.compile(r"[,;\n]|\ben\b")
_NAAM: Final = 3
"""The name of an organisation in a list has no more words than this."""
_LANGSTE_OPSOMMING: Final = 60
"""More parts than any bundle has questions, with words to spare around each."""
NIET_LOS: Final = (Vraagsoort.JA_NEE, Vraagsoort.SELECTIE)
_NIET_LIJST: Final = (*NIET_LOS, Vraagsoort.GEGEVENS)
"""A part of a list may be anything: what is a data item is read."""

Antwoorden = dict[str, Waarde]
"""By key of the question; an unknown answer ('weet ik niet') is an answer."""


def uit_zin(
    bundel: Bundel, keren: Sequence[Keer], gezegd: Zin, gegevens: Sequence[str]
) -> Antwoorden:
    """Return what a sentence says to the questions; to a `rijtje` only what was read in it."""
    lezing = gezegd.lezing
    feiten = lezing.feiten
    open_ = open_gelaten(keren, gezegd)
    uit = {
        keer.sleutel: _gelezen(keer, feiten[keer.vraag.id], gegevens)
        for keer in keren
        if keer.vraag.id in feiten and keer.sleutel not in open_
    }
    if bundel.rijtje:
        return uit
    uit |= _vooraan(keren, gezegd)
    gelezen = [v for v in lezing.vondsten if v.feit in {keer.vraag.id for keer in keren}]
    for begin, deel in _opsomming(gezegd.tekst):
        einde = begin + len(deel)
        if any(v.begin < einde and begin < v.einde for v in gelezen):
            continue  # '18' is the age already, and not also the months
        rest = [keer for keer in keren if keer.sleutel not in {*uit, *open_}]
        uit |= _uit_deel(rest, gezegd.deel(begin, einde).kaal(), gegevens)
    return uit


def _vooraan(keren: Sequence[Keer], gezegd: Zin) -> Antwoorden:
    """Return the yes or no that a list begins with, with an answer to each question."""
    delen = [deel for _, deel in _opsomming(gezegd.tekst)]
    if len(delen) != len(keren) or keren[0].vraag.soort is not Vraagsoort.JA_NEE or len(delen) < 2:
        return {}
    for woord, waarde in (("ja", True), ("nee", False)):
        if is_woord(woord, delen[0]):
            return {keren[0].sleutel: Waarde(waarde)}
    return {}


def open_gelaten(keren: Sequence[Keer], gezegd: Zin) -> frozenset[str]:
    """Return what was read of these in 'mbo-2 of mbo-3', where the choice is left open."""
    return frozenset(
        keer.sleutel
        for keer in keren
        if keer.vraag.soort is Vraagsoort.KEUZE
        for begin, deel in _opsomming(gezegd.tekst)
        if een_van(keer.vraag, deel.strip()) is not None
        for vondst in gezegd.lezing.vondsten
        if vondst.feit == keer.vraag.id
        and vondst.begin < begin + len(deel)
        and begin < vondst.einde
    )


def _opsomming(tekst: str) -> Sequence[tuple[int, str]]:
    """Return the parts of a list; none of what is too long to be one answer to each question."""
    delen = tuple(islice(stukken(tekst, ZINSDEEL), _LANGSTE_OPSOMMING + 1))
    return delen if len(delen) <= _LANGSTE_OPSOMMING else ()


def stukken(tekst: str, grens: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield the parts of a text, each with where it begins."""
    begin = 0
    for tussen in grens.finditer(tekst):
        yield begin, tekst[begin : tussen.start()]
        begin = tussen.end()
    yield begin, tekst[begin:]


def _gelezen(keer: Keer, waarde: Any, gegevens: Sequence[str]) -> Waarde:
    if keer.vraag.soort is Vraagsoort.SELECTIE:
        return Waarde(gelijk_aan(keer, gegevens, ja=bool(waarde)))
    if keer.vraag.soort is Vraagsoort.MEERKEUZE and not isinstance(waarde, list):
        return Waarde([waarde])
    return Waarde(waarde)


def _uit_deel(open_: Sequence[Keer], deel: Zin, gegevens: Sequence[str]) -> Antwoorden:
    """Take one part of a list ('18', 'gemeente') for the first question that it answers.

    The questions stand in the order in which people tell it: who gives comes before who gets.
    """
    if any(is_woord(woord, deel.tekst) for woord in ("ja", "nee")):
        return {}  # to which of them?
    for keer in open_:
        if keer.vraag.soort in _NIET_LIJST or (deel.tekst.isdecimal() and keer.vraag.tabel):
            continue  # a mere 'ja' or the number of a choice says nothing when more is asked
        if keer.vraag.tabel == "organisatie" and len(deel.tekst.split()) > _NAAM:
            continue  # in a sentence the words around a name say on which side it is
        if keer.vraag.id == "doel" and deel.lezing.partijen:
            continue  # 'wij van school' is who, not what for
        begrepen = versta(keer.vraag, deel, gegevens)
        if isinstance(begrepen, Waarde) and begrepen.waarde is not None:
            return {keer.sleutel: begrepen}
    return {}
