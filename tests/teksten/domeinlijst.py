"""De woordenlijst naast de code: welke naam geen uitleg heeft, en welk woord niemand gebruikt."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import snowballstemmer

from tests.teksten.corpus import PROJECT

LIJST: Final = PROJECT / "docs/woordenlijst.md"
KAMERS: Final = ("knowledge", "dialogs", "bot")
_BESTANDEN: Final = frozenset({".py", ".toml", ".js", ".html"})
_DEEL: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-zà-ÿ]+|\d+")
_WOORD: Final = re.compile(r"[^\W_]+")
_HAAKJES: Final = re.compile(r"\s*\(([^)]*)\)")
_KORTSTE: Final = 4
"""A part of a compound has at least so many letters."""
_STEMMER: Final = snowballstemmer.stemmer("dutch")


@dataclass(frozen=True, slots=True)
class Ingang:
    """One line of the list: the words it is about, and the word it points at, if any."""

    woorden: tuple[str, ...]
    naar: str
    techniek: bool


def ingangen(tekst: str) -> tuple[Ingang, ...]:
    """Read the lines of both tables."""
    uit = []
    for deel in tekst.split("\n## ")[1:]:
        for rij in deel.splitlines():
            if not rij.startswith("| ") or rij.startswith("| woord "):
                continue
            kop, uitleg = (vak.strip() for vak in rij.strip("| ").split("|", 1))
            woorden = tuple(w.strip(" `") for w in _HAAKJES.sub(r"", kop).split(","))
            naar = re.sub(r"\s*\(.*", "", uitleg[1:]).strip() if uitleg[0] == "→" else ""
            uit.append(Ingang(woorden, naar, deel.startswith("Techniek")))
    return tuple(uit)


def zonder_uitleg(tekst: str) -> tuple[str, ...]:
    """Return the words that mean in a name what they mean to everybody."""
    deel = tekst.partition("## Zonder uitleg")[2].partition(":\n")[2]
    return tuple(_WOORD.findall(deel.partition("\n\n")[0]))


@cache
def namen() -> dict[str, str]:
    """Return each module and public class of the rooms, with the file it is in."""
    uit: dict[str, str] = {}
    for pad in _paden(".py"):
        bestand = pad.relative_to(PROJECT).as_posix()
        uit.setdefault(pad.parent.name if pad.stem == "__init__" else pad.stem, bestand)
        for knoop in ast.parse(pad.read_text(encoding="utf-8")).body:
            if isinstance(knoop, ast.ClassDef) and not knoop.name.startswith("_"):
                uit.setdefault(knoop.name, bestand)
    return uit


def onverklaard(tekst: str) -> list[str]:
    """Return the names of which no part is in the list."""
    bekend = frozenset(_bekend(tekst))
    return sorted(
        f"{bestand}: {naam}" for naam, bestand in namen().items() if not _past(naam, bekend)
    )


def ongebruikt(tekst: str) -> list[str]:
    """Return the words of the list that nothing in the rooms uses any more."""
    uit = [
        ingang.woorden[0]
        for ingang in ingangen(tekst)
        if not ingang.naar
        and not any(_gebruikt(woord, techniek=ingang.techniek) for woord in ingang.woorden)
    ]
    delen = {deel for naam in namen() for deel in _stammen(naam)}
    return sorted(uit + [w for w in zonder_uitleg(tekst) if delen.isdisjoint(_stammen(w))])


def dubbel(tekst: str) -> list[str]:
    """Return the words that have more than one line."""
    alle = [w.lower() for ingang in ingangen(tekst) for w in ingang.woorden]
    alle += [w.lower() for w in zonder_uitleg(tekst)]
    return sorted({woord for woord in alle if alle.count(woord) > 1})


def zonder_doel(tekst: str) -> list[str]:
    """Return the words that point at a word that has no line."""
    alle = {w.lower() for ingang in ingangen(tekst) for w in ingang.woorden}
    return sorted(i.woorden[0] for i in ingangen(tekst) if i.naar and i.naar.lower() not in alle)


def _bekend(tekst: str) -> Iterator[str]:
    for ingang in ingangen(tekst):
        for woord in ingang.woorden:
            yield woord.lower()
            yield from _stammen(woord)
    for woord in zonder_uitleg(tekst):
        yield from _stammen(woord)


def _past(naam: str, bekend: frozenset[str]) -> bool:
    """Tell whether a name, a part of it or half of a compound in it is known."""
    if naam.lower() in bekend or not bekend.isdisjoint(_stammen(naam)):
        return True
    lang = tuple(woord for woord in bekend if len(woord) >= _KORTSTE)
    return any(deel.startswith(lang) or deel.endswith(lang) for deel in _stammen(naam))


def _stammen(naam: str) -> set[str]:
    delen = {deel.lower() for deel in _DEEL.findall(naam)}
    return delen | {_STEMMER.stemWord(deel) for deel in delen}


def _gebruikt(woord: str, *, techniek: bool) -> bool:
    """Tell whether names use a technical word, and names or texts any other."""
    if not techniek:
        return re.search(rf"\b{re.escape(woord.lower())}", _alles()) is not None
    return woord in _alle_namen() or _stammen(woord) <= _delen()


@cache
def _alles() -> str:
    """Return all code and texts of the rooms; in a name the words stand apart as well."""
    teksten = [pad.read_text(encoding="utf-8").lower() for pad in _paden(*_BESTANDEN)]
    return "\n".join([*teksten, *(tekst.replace("_", " ") for tekst in teksten)])


@cache
def _alle_namen() -> frozenset[str]:
    """Return every name that stands in the code."""
    uit: set[str] = set(namen())
    for pad in _paden(".py"):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            match knoop:
                case ast.FunctionDef(name=naam) | ast.ClassDef(name=naam) | ast.Name(id=naam):
                    uit.add(naam)
                case ast.Attribute(attr=naam) | ast.arg(arg=naam):
                    uit.add(naam)
                case _:
                    pass
    return frozenset(uit)


@cache
def _delen() -> frozenset[str]:
    return frozenset(deel for naam in _alle_namen() for deel in _stammen(naam))


def _paden(*soorten: str) -> list[Path]:
    return [
        pad
        for kamer in KAMERS
        for pad in sorted((PROJECT / kamer).rglob("*"))
        if pad.suffix in soorten
    ]
