"""De opdracht `python app.py document`: een bewaarde weging als document."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.opslag.poort import BewaardeWeging
from bot.papier import BINAIR, Bestand, maak_bestand
from bot.papier.fouten import PapierFout
from bot.papier.openen import GeenWeging, gegevens_in
from dialogs.fouten import DialoogFout
from dialogs.samenvatting.papieren import PastNiet
from knowledge.fouten import KennisFout

_KENMERK: Final = re.compile(r"WW-\d{4}-\d+(-v\d+)?")
_OPTIES: Final = {"--papier": "papier", "--vorm": "vorm", "--naar": "naar"}


class Gebruik(PapierFout):
    """The command was typed in a way that means nothing."""

    sleutel = "papier.gebruik"


class Onleesbaar(PapierFout):
    """A record with a value that this version has no words for."""

    sleutel = "papier.onleesbaar"


class NietBewaard(PapierFout):
    """Whoever types it kept nothing here under that reference."""

    sleutel = "papier.niet_bewaard"


class NietOpHetScherm(PapierFout):
    """A terminal shows no binary form."""

    sleutel = "papier.scherm"


class NietTeSchrijven(PapierFout):
    """The file cannot be written."""

    sleutel = "papier.onschrijfbaar"


@dataclass(frozen=True, slots=True)
class _Gevraagd:
    bron: str
    papier: str = "weging"
    vorm: str = "pdf"
    naar: str | None = None


def document(
    argumenten: Sequence[str],
    lees: Callable[[str], bytes],
    bewaard: Callable[[str], BewaardeWeging | None],
) -> None:
    """Make a document and write it to a file, or to standard output.

    Args:
        argumenten: what was typed after `document`.
        lees: reads a file by its name, `-` for standard input.
        bewaard: finds what was kept here under a reference.

    Raises:
        PapierFout, PastNiet: it cannot be made; the message says why.
        InvoerOnjuist: the file cannot be read.
    """
    gevraagd = _gevraagd(argumenten)
    if gevraagd.naar is None and gevraagd.vorm in BINAIR and sys.stdout.isatty():
        raise NietOpHetScherm(vorm=gevraagd.vorm.upper())
    if _KENMERK.fullmatch(gevraagd.bron) and not Path(gevraagd.bron).exists():
        weging = bewaard(gevraagd.bron)
        if weging is None:
            raise NietBewaard(kenmerk=gevraagd.bron)
        bestand = _gemaakt(gevraagd, weging.gegevens, weging.eigen or None)
    else:
        bestand = _gemaakt(gevraagd, gegevens_in(lees(gevraagd.bron)))
    if gevraagd.naar is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(bestand.inhoud)
        sys.stdout.buffer.flush()
        return
    try:
        Path(gevraagd.naar).write_bytes(bestand.inhoud)
    except (OSError, ValueError) as fout:
        raise NietTeSchrijven(bestand=gevraagd.naar) from fout


def _gemaakt(gevraagd: _Gevraagd, gegevens: dict[str, Any], eigen: str | None = None) -> Bestand:
    try:
        return maak_bestand(gegevens, gevraagd.papier, gevraagd.vorm, eigen)
    except ValueError as fout:
        raise GeenWeging from fout
    except PastNiet:
        raise
    except (DialoogFout, KennisFout) as fout:
        raise Onleesbaar from fout


def _gevraagd(argumenten: Sequence[str]) -> _Gevraagd:
    """Return what was asked; an option may stand anywhere, once, as `--vorm md` or `--vorm=md`."""
    keuzes: dict[str, str] = {}
    rest: list[str] = []
    woorden = iter(argumenten)
    for woord in woorden:
        naam, is_, waarde = woord.partition("=")
        if naam not in _OPTIES:
            rest.append(woord)
            continue
        if _OPTIES[naam] in keuzes:
            raise Gebruik
        keuzes[_OPTIES[naam]] = waarde if is_ else next(woorden, "")
    if len(rest) != 1 or (rest[0].startswith("-") and rest[0] != "-") or "" in keuzes.values():
        raise Gebruik
    return _Gevraagd(rest[0], **keuzes)
