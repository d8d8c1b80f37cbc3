"""Lezen: van een beschrijving in gewoon Nederlands naar feiten met hun woorden.

Offline and deterministic. Precision goes first: what the words do not carry is not read, and
nothing that is read counts before somebody confirmed it. The word lists are the TOML files here.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

from dialogs.lezen.buiten import Buiten, zoek_buiten
from dialogs.lezen.datum import dagen, lees_datum
from dialogs.lezen.doelzin import doelzin
from dialogs.lezen.gegevens import elk_een_keer, zoek_gegevens
from dialogs.lezen.gevaar import Teken, lees_gevaar
from dialogs.lezen.kiezen import kies
from dialogs.lezen.lexicon import MAP, tabel
from dialogs.lezen.lezing import Genoemd, Gevaar, Lezing, Organisatie, Vondst
from dialogs.lezen.partijen import zoek_partijen
from dialogs.lezen.punten import met_punten
from dialogs.lezen.regels import Gelezen, lees_feiten
from dialogs.lezen.routes import lees_route
from dialogs.lezen.spelling import Spelling
from dialogs.lezen.tijd import Tijd, genoemde_tijden, tijden
from dialogs.lezen.verbeterd import zonder_herroepen
from dialogs.lezen.woorden import Rij, splits
from dialogs.lezen.zinsdelen import Zinsdelen

__all__ = [
    "LANGSTE_TEKST",
    "Buiten",
    "Genoemd",
    "Lezing",
    "Tijd",
    "Vondst",
    "beschrijft",
    "lees",
    "zonder_labels",
]

LANGSTE_TEKST: Final = 20_000
"""More code points than any description needs; longer is a pasted file."""

# These say who and what for, as any question does.
_ALGEMEEN: Final = frozenset(("van", "naar", "gebruiker", "doel"))
_BESCHRIJFT: Final = 2
_GEVAAR: Final = "levensgevaar"
_WOORD: Final = re.compile(r"([^\W\d_]+(?:['&][^\W\d_]+)*)(\*?)")
_LABEL: Final = re.compile(r"\[[^\[\]\n]{1,20}\]")
_ZONDER_SJABLONEN: Final = ("taal", "tijd", "getallen", "gevaar")


def lees(tekst: str, vandaag: dt.date) -> Lezing:
    """Read a text; `vandaag` is the day of the conversation, for 'in juni' and the like."""
    tekst = unicodedata.normalize("NFC", tekst)
    kaal = splits(zonder_labels(tekst), _spelling())
    rij = met_punten(zonder_herroepen(tijden(kaal, vandaag)))
    partijen = zoek_partijen(rij)
    tekens = lees_gevaar(kaal, vandaag.year)
    gelezen = lees_feiten(rij, Zinsdelen(rij)) + [_in(rij, kaal, teken) for teken in tekens]
    gelezen = _zonder_weigering_van_het_leven(gelezen)
    genoemd = zoek_gegevens(rij, partijen)
    gelezen += lees_route(rij, partijen, gelezen, genoemd)
    gelezen += lees_datum(kaal, rij, vandaag)
    gekozen, tegenstrijdig = kies(gelezen)
    wel = elk_een_keer(rij, [g for g in genoemd if not g.ontkend])

    def stuk(van: int, tot: int) -> tuple[int, int, str]:
        begin, einde = rij.woorden[van].begin, rij.woorden[tot - 1].einde
        return begin, einde, tekst[begin:einde]

    return Lezing(
        vondsten=tuple(Vondst(g.feit, g.waarde, *stuk(g.van, g.tot)) for g in gekozen),
        organisaties=tuple(
            Organisatie(p.naam, *stuk(p.van, p.tot)[:2], niveau=p.niveau) for p in partijen
        ),
        gegevens=tuple(Genoemd(g.soort, *stuk(g.van, g.tot)) for g in wel),
        weggelaten=tuple(Genoemd(g.soort, *stuk(g.van, g.tot)) for g in genoemd if g.ontkend),
        tegenstrijdig={
            feit: tuple(Vondst(g.feit, g.waarde, *stuk(g.van, g.tot)) for g in meer)
            for feit, meer in tegenstrijdig.items()
        },
        buiten=zoek_buiten(kaal, zoek_partijen(kaal)),
        tijden=tuple(genoemde_tijden(rij)),
        dagen=tuple(dagen(kaal, vandaag)),
        doelzin=_doelzin(tekst, [stuk(g.van, g.tot) for g in gekozen if g.feit == "doel"]),
        gevaar=_gevaar(kaal, tekens, tekst),
    )


def _doelzin(tekst: str, doelen: Iterable[tuple[int, int, str]]) -> str | None:
    zinnen = (doelzin(tekst, begin, einde) for begin, einde, _ in doelen)
    return "; ".join(dict.fromkeys(zin for zin in zinnen if zin)) or None


def _in(rij: Rij, kaal: Rij, teken: Teken) -> Gelezen:
    """Return a sign of danger as a reading, in the words with times put together."""
    begins = [woord.begin for woord in rij.woorden]
    van = bisect_right(begins, kaal.woorden[teken.van].begin) - 1
    tot = bisect_right(begins, kaal.woorden[teken.tot - 1].begin)
    return Gelezen(_GEVAAR, teken.waarde, van, tot, frozenset())


def _gevaar(kaal: Rij, tekens: Sequence[Teken], tekst: str) -> Gevaar | None:
    """Return what tells of danger, even where the text says elsewhere that there is none."""
    echt = sorted((t for t in tekens if t.waarde), key=lambda t: (t.van, -t.tot))
    if not echt:
        return None
    eerste = echt[0]
    begin, einde = kaal.woorden[eerste.van].begin, kaal.woorden[eerste.tot - 1].einde
    return Gevaar(tekst[begin:einde], frozenset(t.soort for t in echt))


def _zonder_weigering_van_het_leven(gelezen: Sequence[Gelezen]) -> list[Gelezen]:
    """Return what was read; who 'niet meer wil leven' refuses no consent with those words."""
    gevaar = [g for g in gelezen if g.feit == _GEVAAR and g.waarde]
    return [
        g
        for g in gelezen
        if g.feit != "toestemming" or not any(g.van < d.tot and d.van < g.tot for d in gevaar)
    ]


def zonder_labels(tekst: str) -> str:
    """Blank what stands in the place of something hidden ('[adres]'): nobody said that word."""
    return _LABEL.sub(lambda label: " " * len(label[0]), tekst)


def beschrijft(lezing: Lezing) -> bool:
    """Tell whether a text tells about one young person, rather than asking how things are."""
    over = {vondst.feit for vondst in lezing.vondsten} - _ALGEMEEN
    return len(over) >= _BESCHRIJFT


@cache
def _spelling() -> Spelling:
    woorden, begins = _woordenschat()
    inhoud = tabel("taal")["spelling"]
    return Spelling(
        woorden=frozenset(woorden),
        begins=tuple(sorted(begins)),
        # 'Doorgaan' is no 'doodgaan' with a slip: words of danger stand, and few are repaired to.
        blijft=frozenset(inhoud["blijft"]) | _woorden_in(tabel("gevaar")),
        afkortingen=frozenset(inhoud["afkortingen"]),
        leeftijdstaarten=tuple(inhoud["leeftijdstaarten"]),
        vast=inhoud["vast"],
    )


def _woordenschat() -> tuple[set[str], set[str]]:
    """Return every word that some list knows, and every beginning that one does."""
    woorden = set(tabel("getallen")["getallen"]) | set(tabel("tijd")["maanden"])
    woorden.update(tabel("gevaar")["spelling"]["woorden"])
    begins: set[str] = set()
    for pad in sorted(MAP.glob("*.toml")):
        if pad.stem in _ZONDER_SJABLONEN:
            continue
        for zin in _zinnen(tabel(pad.stem)):
            for woord, ster in _WOORD.findall(zin):
                (begins if ster else woorden).add(woord)
    for zinnen in tabel("taal")["klassen"].values():
        woorden |= {woord for zin in zinnen for woord, _ in _WOORD.findall(zin)}
    return woorden, {begin for begin in begins if len(begin) > 2}


def _woorden_in(inhoud: Any) -> frozenset[str]:
    return frozenset(w for zin in _zinnen(inhoud) for w, ster in _WOORD.findall(zin) if not ster)


def _zinnen(inhoud: Any) -> Iterator[str]:
    if isinstance(inhoud, str):
        yield inhoud
    elif isinstance(inhoud, Mapping):
        for waarde in inhoud.values():
            yield from _zinnen(waarde)
    elif isinstance(inhoud, list):
        for waarde in inhoud:
            yield from _zinnen(waarde)
