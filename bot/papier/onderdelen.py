"""Stukken als wat een tekstverwerker kent: alinea's, lijsten, tabellen, lijnen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from dialogs.stukken import (
    Alinea,
    Bladzijde,
    Blok,
    Kader,
    Kop,
    Onderbouwing,
    Ondertekening,
    Oordeel,
    Oordelen,
    Punten,
    Rijen,
    Run,
    Stuk,
    Tabel,
    Tekenruimte,
)
from dialogs.stukken.markdown import delen_in_woorden
from dialogs.teksten import tekst

Vorm = Literal["gewoon", "sterk", "naam"]


@dataclass(frozen=True, slots=True)
class Tekst:
    """Words in one way of writing; `naam` says what the words after it are."""

    woorden: str
    vorm: Vorm = "gewoon"


Zinsdelen = tuple[Tekst, ...]


@dataclass(frozen=True, slots=True)
class Alineavorm:
    """A paragraph, or a heading: `kop` 0 is none, 1 to 3 its level below the title."""

    teksten: Zinsdelen
    rol: Literal["gewoon", "titel", "oordeel", "klein"] = "gewoon"
    kop: int = 0
    nieuwe_bladzijde: bool = False


@dataclass(frozen=True, slots=True)
class Lijst:
    """Points, or numbered ones."""

    punten: tuple[Zinsdelen, ...]
    genummerd: bool = False


@dataclass(frozen=True, slots=True)
class Tabelvorm:
    """A table with a header that comes back on every page."""

    naam: str
    kop: tuple[str, ...]
    rijen: tuple[tuple[Zinsdelen, ...], ...]


@dataclass(frozen=True, slots=True)
class Lijn:
    """A line to write on."""

    naam: str


Onderdeel = Alineavorm | Lijst | Tabelvorm | Lijn


def onderdelen(stukken: Iterable[Stuk]) -> Iterator[Onderdeel]:
    """Yield the parts of a document; a page break belongs to the heading that follows it."""
    nieuw = False
    for stuk in stukken:
        if isinstance(stuk, Bladzijde):
            nieuw = True
            continue
        if isinstance(stuk, Kop):
            yield _kop(stuk, nieuwe_bladzijde=nieuw)
            nieuw = False
            continue
        yield from _onderdelen(stuk)


def _kop(stuk: Kop, *, nieuwe_bladzijde: bool = False) -> Alineavorm:
    # The title of the whole is the title of the document; a chapter is then a heading of level 1.
    if stuk.niveau == 1:
        return Alineavorm((Tekst(stuk.tekst),), rol="titel")
    return Alineavorm((Tekst(stuk.tekst),), kop=stuk.niveau - 1, nieuwe_bladzijde=nieuwe_bladzijde)


def _onderdelen(stuk: Stuk) -> Iterator[Onderdeel]:
    match stuk:
        case Kop():
            yield _kop(stuk)
        case Alinea() | Punten():
            yield from _blok(stuk)
        case Rijen():
            yield from (_paar(rij.naam, rij.waarde) for rij in stuk.rijen)
        case Onderbouwing():
            yield from _onderbouwing(stuk)
        case Oordeel():
            yield from _oordeel(stuk)
        case Oordelen():
            yield Lijst(tuple(_runs(oordeel.zin) for oordeel in stuk.oordelen))
        case Tabel():
            yield _tabel(stuk)
        case _:
            yield from _overig(stuk)


def _overig(stuk: Kader | Tekenruimte | Bladzijde | Ondertekening) -> Iterator[Onderdeel]:
    match stuk:
        case Kader():
            yield _kop(stuk.kop)
            for blok in stuk.stukken:
                yield from _blok(blok)
        case Tekenruimte():
            yield from (_paar(rij.naam, rij.waarde) for rij in stuk.rijen)
            yield from map(Lijn, stuk.lijnen)
        case Bladzijde():
            return
        case Ondertekening():
            yield from (Alineavorm((Tekst(zin),), rol="klein") for zin in stuk.zinnen)
        case _:
            assert_never(stuk)


def _blok(stuk: Blok) -> Iterator[Onderdeel]:
    bronnen = (Tekst(f" ({'; '.join(stuk.bronnen)})", "naam"),) if stuk.bronnen else ()
    if isinstance(stuk, Punten):
        yield Lijst(tuple(map(_runs, stuk.punten)), genummerd=stuk.genummerd)
        if bronnen:
            yield Alineavorm(bronnen, rol="klein")
        return
    voor = (Tekst(f"{stuk.kop}. ", "sterk"),) if stuk.kop else ()
    teksten = _runs(stuk.runs)
    if stuk.rol == "conclusie":
        teksten = tuple(Tekst(deel.woorden, "sterk") for deel in teksten)
    rol: Literal["klein", "gewoon"] = "klein" if stuk.rol in ("bron", "klein") else "gewoon"
    yield Alineavorm((*voor, *teksten, *bronnen), rol=rol)


def _runs(runs: Iterable[Run]) -> Zinsdelen:
    return tuple(Tekst(run.tekst, run.vorm) for run in runs)


def _paar(naam: str, waarde: str) -> Alineavorm:
    return Alineavorm((Tekst(f"{naam}: ", "naam"), Tekst(waarde)))


def _onderbouwing(stuk: Onderbouwing) -> Iterator[Onderdeel]:
    if stuk.regels:
        yield Lijst(
            tuple(
                (Tekst(f"{regel.uitleg} "), Tekst(f"({regel.id})", "naam")) for regel in stuk.regels
            )
        )
    if stuk.bronnen:
        bron = tekst("stuk.bron", bronnen="; ".join(stuk.bronnen))
        yield Alineavorm((Tekst(bron),), rol="klein")


def _oordeel(stuk: Oordeel) -> Iterator[Onderdeel]:
    yield Alineavorm((Tekst(stuk.uitspraak, "sterk"),), rol="oordeel")
    yield from (Alineavorm((Tekst(zin),), rol="oordeel") for zin in stuk.uitleg)
    if stuk.open:
        yield Lijst(tuple((Tekst(naam),) for naam in stuk.open))
    if stuk.gegevens:
        yield Lijst(
            tuple(
                (
                    Tekst(f"{gegeven.naam}: "),
                    Tekst(delen_in_woorden(gegeven), "sterk"),
                    Tekst(f". {gegeven.reden}"),
                )
                for gegeven in stuk.gegevens
            )
        )


def _tabel(stuk: Tabel) -> Tabelvorm:
    rijen = (
        ((Tekst(rij.naam, "sterk"),), *(_cel(cel) for cel in rij.cellen)) for rij in stuk.rijen
    )
    naam = tekst("stuk.gegevens")
    return Tabelvorm(naam, (stuk.hoek, *stuk.kop), tuple(rijen))


def _cel(blokken: Iterable[Blok]) -> Zinsdelen:
    """Return what stands in a cell, in one paragraph."""
    delen: list[Tekst] = []
    for blok in blokken:
        runs = [blok.runs] if isinstance(blok, Alinea) else blok.punten
        for deel in runs:
            delen += [Tekst("\n"), *_runs(deel)] if delen else _runs(deel)
    return tuple(delen)
