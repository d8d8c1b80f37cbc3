"""Een reden die iemand bij het antwoord geeft: 'ja, want ...', 'nee. Hij ...', '..., dus ja'.

What is open norm owes a reason, in one's own words. Who gives it with the answer is not asked for
it again. Where a text names it as a reason ('want', 'omdat', 'dus') it is one; else only a clause
that says more than the answer itself does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from typing import Any, Final

from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.teksten import tabel
from dialogs.teksten.woorden import is_woord, losse_woorden, plat, woorden
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.keuze import Begrepen, Waarde, eigen_woorden

_LOS: Final = " \t\n,.;:!-\u2013\u2014"
"""Marks that only part the answer from the reason."""
_ZINSEINDE: Final = re.compile(r"[.;!\n]+(?=\s|$)")
_STUKEINDE: Final = re.compile(r"[,.;:!\n]+(?=\s|$)")
_RIJ: Final = re.compile(r"[,;.\n]\s*(?=\d{1,2}\b)")
"""Before the number of the next row."""
_KORT: Final = 6
"""An answer that comes after its reason has no more words than this."""
_ZEGT_MEER: Final = 3
"""A clause that nothing names a reason has so many words that the answer itself does not say."""

Deel = tuple[Zin, str]
"""The answer in a text, and the reason in it."""


def reden_van(keer: Keer) -> Keer | None:
    """Return the question for the reason of this answer; None when it owes none."""
    gevonden = (vraag for vraag in VRAGEN.values() if vraag.reden_bij == keer.vraag.id)
    return next((Keer(vraag, keer.doel) for vraag in gevonden), None)


def genoemd(zin: Zin, versta: Callable[[Zin], Begrepen]) -> tuple[Any, str] | None:
    """Return the answer and the reason where a text says that it is one; else None.

    `versta` understands an answer to the question.
    """
    for antwoord, reden in (*_erachter(zin), *_ervoor(zin)):
        gehoord = _gehoord(versta(antwoord))
        if gehoord is not None and _inhoud(reden, ()):
            return gehoord, reden
    return None


def erbij(
    zin: Zin, versta: Callable[[Zin], Begrepen], namen: Collection[str]
) -> tuple[Any, str] | None:
    """Return the answer and the reason where the next clause says more than the answer does.

    `namen` are the data items: naming those is the answer still.
    """
    for antwoord, reden in _volgende(zin):
        gehoord = _gehoord(versta(antwoord))
        begin = losse_woorden(reden).partition(" ")[0]
        if gehoord is None or begin in _lijst("beperkt"):
            continue
        if len(_inhoud(reden, namen)) >= _ZEGT_MEER:
            return gehoord, reden
    return None


def per_rij(tekst: str, aantal: int) -> tuple[str, dict[int | None, str]]:
    """Return the text without its reasons, and each reason with the row it is given for.

    '1 ja, 2 ja want zonder verslag lukt het niet, 3 klopt': the reason is for row 1, counted from
    0. None where no row is named: 'alle, want ...'.
    """
    redenen_: dict[int | None, str] = {}
    rest: list[str] = []
    for stuk in _RIJ.split(tekst):
        merk = _patroon("want", "omdat").search(stuk)
        antwoord = stuk[: merk.start()].strip(_LOS) if merk else stuk
        nummers = [int(cijfers) for cijfers in re.findall(r"\d+", antwoord)]
        rest.append(antwoord)
        if merk is None or any(not 1 <= nummer <= aantal for nummer in nummers):
            continue
        reden = stuk[merk.end() if plat(merk[0]) in _lijst("want") else merk.start() :]
        if _inhoud(reden, ()):
            redenen_[nummers[-1] - 1 if nummers else None] = reden.strip().strip(",")
    return ", ".join(rest), redenen_


def _gehoord(begrepen: Begrepen) -> Any:
    return begrepen.waarde if isinstance(begrepen, Waarde) else None


@cache
def _lijst(soort: str) -> frozenset[str]:
    return frozenset(losse_woorden(woord) for woord in tabel("redenzin")[soort])


@cache
def _patroon(*soorten: str) -> re.Pattern[str]:
    alle = "|".join(re.escape(w) for soort in soorten for w in tabel("redenzin")[soort])
    return re.compile(rf"\b(?:{alle})\b", re.IGNORECASE)


def _inhoud(reden: str, namen: Collection[str]) -> list[str]:
    """Return the words that say something the answer does not; none when it is no reason at all."""
    if not isinstance(eigen_woorden(reden), Waarde):
        return []
    weg = {woord for naam in namen for woord in losse_woorden(naam).split()}
    zegt_niets = _lijst("zegt_niets") | _lijst("want") | _lijst("omdat") | weg
    return [woord for woord in losse_woorden(reden).split() if woord not in zegt_niets]


def _deel(zin: Zin, antwoord: tuple[int, int], reden: tuple[int, int]) -> Iterator[Deel]:
    heel = zin.tekst
    begin, einde = antwoord
    kaal = heel[begin:einde].strip(_LOS)
    if kaal:
        plek = heel.index(kaal, begin)
        yield zin.deel(plek, plek + len(kaal)), heel[slice(*reden)].strip().lstrip(_LOS).rstrip(",")


def _erachter(zin: Zin) -> Iterator[Deel]:
    """Yield 'ja, want ...' and 'nee omdat ...'."""
    merk = _patroon("want", "omdat").search(zin.tekst)
    if merk is not None:
        los = plat(merk[0]) in _lijst("want")
        vanaf = merk.end() if los else merk.start()
        yield from _deel(zin, (0, merk.start()), (vanaf, len(zin.tekst)))


def _ervoor(zin: Zin) -> Iterator[Deel]:
    """Yield 'omdat ...: ja', '..., dus nee' and '... Ja dus.'."""
    heel = zin.tekst
    omdat = _patroon("omdat").match(heel.lstrip())
    for einde in reversed(list(_STUKEINDE.finditer(heel))):
        na = heel[einde.end() :]
        if not 0 < len(na.split()) <= _KORT:
            continue
        dus = losse_woorden(na).split()
        kaal = " ".join(woord for woord in dus if woord not in _lijst("dus"))
        if omdat or (kaal and any(is_woord(soort, kaal) for soort in ("ja", "nee"))):
            yield from _zonder_dus(zin, einde.end(), einde.start())
    merken = list(_patroon("dus").finditer(heel))
    if merken and merken[-1].start() > 0:
        na = heel[merken[-1].end() :]
        if len(na.split()) <= _KORT:
            yield from _deel(zin, (merken[-1].end(), len(heel)), (0, merken[-1].start()))


def _zonder_dus(zin: Zin, vanaf: int, tot: int) -> Iterator[Deel]:
    """Yield the last clause as the answer, also where it says 'dus' with it."""
    for antwoord, reden in _deel(zin, (vanaf, len(zin.tekst)), (0, tot)):
        kaal = [w for w in antwoord.tekst.split() if losse_woorden(w) not in _lijst("dus")]
        yield Zin(" ".join(kaal), zin.vandaag), reden


def _volgende(zin: Zin) -> Iterator[Deel]:
    """Yield 'Nee, het kan niet anders. Hij ...' before 'nee, hij ...'."""
    heel = zin.tekst
    for einde in _ZINSEINDE.finditer(heel):
        if heel[einde.end() :].strip():
            yield from _deel(zin, (0, einde.start()), (einde.end(), len(heel)))
    eerste = _STUKEINDE.search(heel)
    if eerste is None:
        return
    kaal = plat(heel[: eerste.start()])
    if kaal in woorden("ja") | woorden("nee"):
        yield from _deel(zin, (0, eerste.start()), (eerste.end(), len(heel)))
