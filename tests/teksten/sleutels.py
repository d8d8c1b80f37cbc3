"""Welke tekstsleutels de code noemt: heel, of met een gat erin (`f"gesprek.{naam}"`).

A gap is filled by any name that stands in the code as a string, by the name of an enum member or
by a number. So a key counts as used when its whole name is there, or the names of all its parts.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from dialogs.teksten import zinnen
from knowledge.teksten import teksten
from tests.teksten.corpus import PROJECT

_CODE: Final = ("app.py", "bot", "dialogs", "knowledge")
_GAT: Final = "\0"
_WEB: Final = "web."
"""The page in the browser leaves this out."""
_DEEL: Final = re.compile(r"[a-z_]{3,}\0")
# Functions that put a table before the name they are given.
_VOOR: Final = {"zin": "gesprek", "knop": "knoppen"}
_SLEUTEL: Final = re.compile(r"[a-z_0-9]+(?:\.[A-Za-z_0-9<>=-]+)+")
_JS_TEKST: Final = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`")
_JS_GAT: Final = re.compile(r"\$\{[^}]*\}")
_JS_NAAM: Final = re.compile(r"(?<![\w.])(\w+)\s*:")
_JS_VRAAGT: Final = re.compile(r"\bt\(\s*[\"'`]([^\"'`]+)[\"'`]|data-(?:tekst|naam)=\"([^\"]+)\"")


@dataclass
class Genoemd:
    """What one file names."""

    bestand: str
    namen: set[str] = field(default_factory=set)
    """Every string, and every name of an enum member."""
    patronen: set[str] = field(default_factory=set)
    """Strings with gaps."""
    gevraagd: set[str] = field(default_factory=set)
    """Keys, maybe with gaps, that a function which returns a text is called with."""


@dataclass(frozen=True, slots=True)
class Namen:
    """What may fill a gap."""

    heel: frozenset[str]
    begin: frozenset[str]
    """Fixed parts that a name is put behind, such as `delen_` of `delen_{oordeel}`."""

    @classmethod
    def van(cls, bestanden: Iterable[Genoemd]) -> Namen:
        """Gather the names of files."""
        heel: set[str] = set()
        begin: set[str] = set()
        for bestand in bestanden:
            heel |= bestand.namen
            begin |= {p.removesuffix(_GAT) for p in bestand.patronen if _DEEL.fullmatch(p)}
        return cls(frozenset(heel), frozenset(begin))

    def noemt(self, sleutel: str) -> bool:
        """Tell whether a key stands there whole."""
        return not self.heel.isdisjoint({sleutel, sleutel.removeprefix(_WEB)})

    def kent(self, gat: str) -> bool:
        """Tell whether a name, or each name between dots, stands there or can be put together."""
        return all(
            naam.isdigit()
            or naam in self.heel
            or any(naam.startswith(b) and naam.removeprefix(b) in self.heel for b in self.begin)
            for naam in gat.split(".")
        )


@cache
def sleutels() -> frozenset[str]:
    """Return the key of every text there is."""
    return frozenset(teksten()) | frozenset(zinnen())


@cache
def genoemd() -> tuple[Genoemd, ...]:
    """Read all code, also that of the page in the browser."""
    bestanden = [p for naam in _CODE for p in _bestanden(PROJECT / naam)]
    return tuple(_python(p) if p.suffix == ".py" else _web(p) for p in bestanden)


def ongebruikt() -> list[str]:
    """Return the keys that no code names."""
    alle = Namen.van(genoemd())
    over = {s for s in sleutels() if not alle.noemt(s)}
    for bestand in genoemd():
        eigen = Namen.van((bestand,))
        for patroon in bestand.patronen:
            # With the table itself a gap, only a table that the same file names will do.
            eerst = eigen if patroon == f"{_GAT}.{_GAT}" else alle
            over -= {s for s in over if _past(patroon.split(_GAT), s, eerst, alle)}
    return sorted(over)


def ontbrekend() -> list[str]:
    """Return the keys that code asks for and that are not there, with the file."""
    return sorted(
        f"{bestand.bestand}: {vraag.replace(_GAT, '{...}')}"
        for bestand in genoemd()
        for vraag in bestand.gevraagd | {naam for naam in bestand.namen if _lijkt_sleutel(naam)}
        if not any(_bestaat(vorm) for vorm in (vraag, f"{_WEB}{vraag}"))
    )


def _lijkt_sleutel(naam: str) -> bool:
    """Tell whether a string names something in a table of texts; one with a gap ends in _."""
    if naam.endswith("_") or not _SLEUTEL.fullmatch(naam):
        return False
    return naam.partition(".")[0] in {s.partition(".")[0] for s in sleutels()}


def _bestaat(vraag: str) -> bool:
    patroon = re.compile(".+".join(re.escape(stuk) for stuk in vraag.split(_GAT)))
    return any(patroon.fullmatch(s) for s in sleutels())


def _past(stukken: list[str], sleutel: str, eerst: Namen, alle: Namen) -> bool:
    """Tell whether names fit in the gaps between these pieces, trying every length."""
    if sleutel.startswith(_WEB) and _past(stukken, sleutel.removeprefix(_WEB), eerst, alle):
        return True
    stuk, *rest = stukken
    if not sleutel.startswith(stuk):
        return False
    over = sleutel.removeprefix(stuk)
    if not rest:
        return not over
    return any(
        eerst.kent(over[:lengte]) and _past(rest, over[lengte:], alle, alle)
        for lengte in range(1, len(over) + 1)
    )


def _bestanden(plek: Path) -> Iterator[Path]:
    soorten = {".py", ".js", ".html"}
    yield from (
        p for p in ([plek] if plek.is_file() else sorted(plek.rglob("*"))) if p.suffix in soorten
    )


def _python(pad: Path) -> Genoemd:
    uit = Genoemd(pad.relative_to(PROJECT).as_posix())
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        match knoop:
            case ast.Constant(value=str(waarde)):
                uit.namen.add(waarde)
            case ast.JoinedStr():
                uit.patronen.add(_patroon(knoop))
            case ast.ClassDef():
                uit.namen |= set(_leden(knoop))
            case ast.Call(args=[eerste, *_]):
                uit.gevraagd |= set(_vraag(knoop, eerste))
            case _:
                pass
    return uit


def _leden(klasse: ast.ClassDef) -> Iterator[str]:
    for regel in klasse.body:
        if isinstance(regel, ast.Assign):
            yield from (doel.id for doel in regel.targets if isinstance(doel, ast.Name))


def _vraag(aanroep: ast.Call, eerste: ast.expr) -> Iterator[str]:
    functie = aanroep.func
    naam = functie.id if isinstance(functie, ast.Name) else getattr(functie, "attr", "")
    vraag = _patroon(eerste)
    if naam in {"tekst", "kennistekst"} and _SLEUTEL.fullmatch(vraag.replace(_GAT, "x")):
        yield vraag
    elif naam in _VOOR and vraag:
        yield vraag if "." in vraag else f"{_VOOR[naam]}.{vraag}"


def _patroon(uitdrukking: ast.expr) -> str:
    match uitdrukking:
        case ast.Constant(value=str(waarde)):
            return waarde
        case ast.JoinedStr(values=delen):
            return "".join(_patroon(deel) or _GAT for deel in delen)
        case _:
            return ""


def _web(pad: Path) -> Genoemd:
    inhoud = pad.read_text(encoding="utf-8")
    uit = Genoemd(pad.relative_to(PROJECT).as_posix(), namen=set(_JS_NAAM.findall(inhoud)))
    for stukken in _JS_TEKST.findall(inhoud):
        tekst = _JS_GAT.sub(_GAT, "".join(stukken))
        (uit.patronen if _GAT in tekst else uit.namen).add(tekst)
    uit.gevraagd = {_JS_GAT.sub(_GAT, a or b) for a, b in _JS_VRAAGT.findall(inhoud)}
    return uit
