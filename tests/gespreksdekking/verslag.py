"""Het verslag: per vraag wat er bereikt wordt, en wat geen transcript bereikt."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from dialogs.dossier.vragen import VRAGEN, Vraag
from tests.gespreksdekking.meten import RECHTSTREEKS, Cel
from tests.gespreksdekking.soorten import Manier, kan

KANALEN: Final = {"terminal": "t", "teams": "m", "web": "w", RECHTSTREEKS: "r"}
_NIET_GEZEGD: Final = (Manier.INGEVULD,)
"""Transcripts are words."""
_BREED: Final = 27
_KOLOM: Final = 5


def gaten(cellen: Collection[Cel], kanaal: str) -> dict[str, tuple[Manier, ...]]:
    """Return per question the kinds of answer that make sense and are not reached."""
    bereikt = {(cel.vraag, cel.manier) for cel in cellen if cel.kanaal == kanaal}
    uit = {
        id_: tuple(m for m in Manier if m in _in_woorden(vraag) and (id_, m) not in bereikt)
        for id_, vraag in VRAGEN.items()
    }
    return {id_: manieren for id_, manieren in uit.items() if manieren}


def _in_woorden(vraag: Vraag) -> frozenset[Manier]:
    return kan(vraag).difference(_NIET_GEZEGD)


def verslag(transcripten: Collection[Cel], andere: Collection[Cel]) -> Iterator[str]:
    """Yield the lines of the report."""
    yield "Per vraag en soort antwoord: langs welk kanaal het bereikt wordt."
    yield (
        "Hoofdletter: door een transcript, klein: door een andere test. T terminal, M Teams, "
        "W web, R rechtstreeks. -: nergens, leeg: kan niet."
    )
    yield ""
    kolommen = [m for m in Manier if any(m in kan(vraag) for vraag in VRAGEN.values())]
    yield " " * _BREED + " ".join(f"{m.value:<{_KOLOM}}" for m in kolommen).rstrip()
    for id_, vraag in VRAGEN.items():
        vakken = (_vak(id_, m, transcripten, andere) if m in kan(vraag) else "" for m in kolommen)
        vlak = " ".join(
            f"{vak:<{max(_KOLOM, len(m))}}" for vak, m in zip(vakken, kolommen, strict=True)
        )
        yield f"{id_:<{_BREED}}{vlak}".rstrip()
    yield ""
    yield "Buiten de vragen:"
    gezien = {(c.vraag, c.manier) for c in (*transcripten, *andere) if c.vraag not in VRAGEN}
    for plek, manier in sorted(gezien):
        yield f"{plek:<{_BREED}}{manier:<14}{_vak(plek, manier, transcripten, andere)}"
    yield ""
    yield from _tellingen(transcripten, andere)
    yield ""
    yield "Geen transcript komt bij:"
    for id_, manieren in gaten(transcripten, RECHTSTREEKS).items():
        yield f"{id_:<{_BREED}}{', '.join(manieren)}"


def _vak(vraag: str, manier: str, transcripten: Collection[Cel], andere: Collection[Cel]) -> str:
    uit = ""
    for kanaal, letter in KANALEN.items():
        if Cel(vraag, manier, kanaal) in transcripten:
            uit += letter.upper()
        elif Cel(vraag, manier, kanaal) in andere:
            uit += letter
    return uit or "-"


def _tellingen(transcripten: Collection[Cel], andere: Collection[Cel]) -> Iterator[str]:
    alles = sum(len(_in_woorden(vraag)) for vraag in VRAGEN.values())
    for kanaal in KANALEN:
        met = alles - sum(map(len, gaten(transcripten, kanaal).values()))
        samen = alles - sum(map(len, gaten({*transcripten, *andere}, kanaal).values()))
        yield f"{kanaal:<{_BREED}}{met} van {alles} door transcripten, {samen} door alle tests"
