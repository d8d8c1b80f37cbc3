"""De opmaak van woordenlijsten en andere TOML: één sjabloon per regel, geen regel boven 100 tekens.

`python -m tests.teksten.lijsten` names what is not so, with `--herstel` it puts it right. Only the
layout changes: what is read from a file stays the same, and that is checked before writing.

In a word list every element of a list has a line of its own, unless it is the only one. In other
files a list is left as it stands while it fits. A string that does not fit goes on in the next
line, behind a backslash: TOML reads the two as one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.teksten.corpus import PROJECT
from tests.teksten.toml_opmaak import opgemaakt

_WOORDENLIJSTEN: Final = (
    "bot/bewaker/lijsten/*.toml",
    "dialogs/lezen/*.toml",
    "dialogs/teksten/antwoordzinnen.toml",
    "dialogs/teksten/begrip.toml",
    "dialogs/teksten/gegevenswoorden.toml",
    "dialogs/teksten/uitstapjes.toml",
    "knowledge/zoeken/*.toml",
)


def bestanden() -> tuple[Path, ...]:
    """Return every TOML file with words, texts or examples."""
    kamers = ("bot", "dialogs", "knowledge", "tests")
    return tuple(pad for kamer in kamers for pad in sorted((PROJECT / kamer).rglob("*.toml")))


def is_woordenlijst(pad: Path) -> bool:
    """Tell whether every element of a list in this file has a line of its own."""
    return any(pad.relative_to(PROJECT).match(patroon) for patroon in _WOORDENLIJSTEN)


def mankeert(paden: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Name each file that is laid out otherwise, with what it should be."""
    for pad in paden:
        bron = pad.read_text(encoding="utf-8")
        wordt = opgemaakt(bron, woordenlijst=is_woordenlijst(pad))
        if wordt != bron:
            yield pad, wordt


def main(argumenten: Sequence[str]) -> int:
    """Name the files that are not in the fixed layout, or put them right."""
    lezer = argparse.ArgumentParser(prog="tests.teksten.lijsten", description=__doc__)
    lezer.add_argument("--herstel", action="store_true", help="zet de bestanden in de opmaak")
    lezer.add_argument("bestand", nargs="*", type=Path, help="alleen deze")
    keus = lezer.parse_args(argumenten)
    fout = False
    for pad, wordt in mankeert([pad.resolve() for pad in keus.bestand] or bestanden()):
        fout = not keus.herstel
        if keus.herstel:
            pad.write_text(wordt, encoding="utf-8")
        sys.stdout.write(f"{pad.relative_to(PROJECT)}\n")
    return int(fout)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
