"""Alles wat mensen van Weegwijzer lezen: tekstbestanden, onderwerpen, casussen en handleiding."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

PROJECT: Final = Path(__file__).parents[2]

# What people type, not what they read: misspelt words stand there on purpose.
_INVOER: Final = frozenset({"vragen", "woorden"})
_GETYPT: Final = (
    "dialogs/teksten/begrip.toml",
    "dialogs/teksten/antwoordzinnen.toml",
    "dialogs/teksten/uitstapjes.toml",
    "dialogs/teksten/gegevenswoorden.toml",
)
# Ids and names of sources and of other topics.
_VERWIJZINGEN: Final = frozenset(
    {"id", "bronnen", "zie_ook", "voor", "situaties", "begin", "stap", "soort"}
)


@dataclass(frozen=True, slots=True)
class Tekst:
    """One text: in which file, and under which key or how it begins."""

    bestand: str
    sleutel: str
    tekst: str

    def __str__(self) -> str:
        return f"{self.bestand}, {self.sleutel}"


@cache
def alle_teksten() -> tuple[Tekst, ...]:
    """Read every text that people read, in order of file."""
    return (*_uit_tekstbestanden(), *_uit_onderwerpen(), *_uit_casussen(), *_uit_handleiding())


def _uit_tekstbestanden() -> Iterator[Tekst]:
    for kamer in ("knowledge", "dialogs"):
        for pad in sorted((PROJECT / kamer / "teksten").glob("*.toml")):
            if _naam(pad) not in _GETYPT:
                yield from _zinnen(pad, _lees(pad), frozenset({"bronnen"}))


def _uit_onderwerpen() -> Iterator[Tekst]:
    for pad in sorted((PROJECT / "knowledge/onderwerpen").rglob("*.toml")):
        yield from _zinnen(pad, _lees(pad), _INVOER | _VERWIJZINGEN)


def _uit_casussen() -> Iterator[Tekst]:
    for pad in sorted((PROJECT / "knowledge/casussen").glob("*.toml")):
        yield Tekst(_naam(pad), "titel", _lees(pad)["titel"])


def _uit_handleiding() -> Iterator[Tekst]:
    pad = PROJECT / "docs/handleiding.md"
    tekst = pad.read_text(encoding="utf-8")
    # A sentence may go on in the next line, unless that line begins something of its own.
    for deel in re.split(r"\n(?=\s*(?:\n|[-|#]|\d+\.))", tekst):
        yield Tekst(_naam(pad), deel.strip()[:30], deel.replace("\n", " ").strip())


def _zinnen(pad: Path, tabel: Any, buiten: frozenset[str], voor: str = "") -> Iterator[Tekst]:
    if isinstance(tabel, str):
        yield Tekst(_naam(pad), voor.rstrip("."), tabel)
    elif isinstance(tabel, dict):
        for naam, waarde in tabel.items():
            if naam not in buiten or isinstance(waarde, dict):
                yield from _zinnen(pad, waarde, buiten, f"{voor}{naam}.")
    elif isinstance(tabel, list):
        for nummer, waarde in enumerate(tabel, 1):
            yield from _zinnen(pad, waarde, buiten, f"{voor}{nummer}.")


def _lees(pad: Path) -> dict[str, Any]:
    return tomllib.loads(pad.read_text(encoding="utf-8"))


def _naam(pad: Path) -> str:
    return pad.relative_to(PROJECT).as_posix()
