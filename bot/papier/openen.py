"""Een bewaard document weer openen: de JSON zelf, of een PDF of ODT met de gegevens erin."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any, Final

from bot.papier.fouten import GeenGegevens, PapierFout

GROOTST: Final = 20_000_000
"""Bytes of a file, and of what is in it: a weighing has some tens of thousands."""


class TeGroot(PapierFout):
    """A file that is too large to hold a weighing."""

    sleutel = "papier.te_groot"


class GeenWeging(PapierFout):
    """What is in it is no record."""

    sleutel = "papier.geen_weging"


def gegevens_in(bestand: bytes) -> dict[str, Any]:
    """Return the record in a file.

    Raises:
        TeGroot: it is too large.
        GeenGegevens: a document without a record in it.
        GeenWeging: it holds something else than a JSON object.
    """
    if len(bestand) > GROOTST:
        raise TeGroot
    try:
        gelezen = json.loads(_ruw(bestand).decode("utf-8-sig"))
    except (ValueError, RecursionError) as fout:
        raise GeenWeging from fout
    if not isinstance(gelezen, dict):
        raise GeenWeging
    return gelezen


def _ruw(bestand: bytes) -> bytes:
    if bestand.startswith(b"%PDF"):
        from bot.papier.gegevens_in_pdf import haal_uit

        return haal_uit(bestand)
    if bestand.startswith(b"PK"):
        return _uit_zip(bestand)
    return bestand


def _uit_zip(bestand: bytes) -> bytes:
    from bot.papier.odt import GEGEVENS

    try:
        with zipfile.ZipFile(io.BytesIO(bestand)) as zip_, zip_.open(GEGEVENS) as deel:
            # What it says of its size may not be true.
            inhoud = deel.read(GROOTST + 1)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError) as fout:
        raise GeenGegevens from fout
    if len(inhoud) > GROOTST:
        raise TeGroot
    return inhoud
