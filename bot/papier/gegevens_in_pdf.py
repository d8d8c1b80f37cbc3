"""De gegevens van een weging in haar PDF, waar PDF/A-2 dat toestaat, en weer eruit.

PDF/A-2 allows no attached files but PDF/A ones. It does allow what a program keeps for itself: the
page-piece dictionary of the document (ISO 32000-1, 14.5). ADR 17 tells what was weighed.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zlib
from typing import Final

from bot.papier.fouten import GeenGegevens

PROGRAMMA: Final = "Weegwijzer"
_TRAILER: Final = re.compile(
    rb"trailer\s*<<\s*/Size (?P<size>\d+)\s*/Root (?P<root>\d+) 0 R\s*/Info (?P<info>\d+) 0 R\s*"
    rb"/ID\s*\[\s*(?P<id>\([^()]*\))\s*\([^()]*\)\s*\]\s*>>\s*startxref\s*(?P<vorige>\d+)\s*%%EOF"
)


def voeg_toe(pdf: bytes, gegevens: bytes, dag: dt.date) -> bytes:
    """Return the document with the data in it, as an update at its end.

    Args:
        pdf: a document as `typst` makes it.
        gegevens: what to keep in it.
        dag: the day to name as that of the last change.

    Raises:
        ValueError: the document does not end as `typst` ends one.
    """
    einde = _TRAILER.search(pdf)
    if einde is None:
        raise ValueError("onbekend slot van een PDF")
    wortel, nummer = int(einde["root"]), int(einde["size"])
    catalogus = re.search(rb"\n%d 0 obj\s*<<(.*?)>>\s*endobj" % wortel, pdf, re.DOTALL)
    if catalogus is None:
        raise ValueError("geen catalogus in de PDF")
    klein = _ingepakt(gegevens)
    stroom = b"%d 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream\nendobj\n" % (
        nummer,
        len(klein),
        klein,
    )
    nieuw = b"%d 0 obj\n<<%s/PieceInfo<</%s<</LastModified(D:%s)/Private %d 0 R>>>>>>\nendobj\n" % (
        wortel,
        catalogus[1],
        PROGRAMMA.encode(),
        dag.strftime("%Y%m%d000000Z").encode(),
        nummer,
    )
    begin = len(pdf) + 1
    plaatsen = {nummer: begin, wortel: begin + len(stroom)}
    tabel = b"".join(
        b"%d 1\n%010d 00000 n\r\n" % (object_, plaats)
        for object_, plaats in sorted(plaatsen.items())
    )
    slot = b"trailer\n<</Size %d/Root %d 0 R/Info %s 0 R/ID[%s%s]/Prev %s>>\n" % (
        nummer + 1,
        wortel,
        einde["info"],
        einde["id"],
        einde["id"],
        einde["vorige"],
    )
    waar = begin + len(stroom) + len(nieuw)
    staart = b"startxref\n%d\n%%%%EOF\n" % waar
    return b"".join((pdf, b"\n", stroom, nieuw, b"xref\n", tabel, slot, staart))


def _ingepakt(gegevens: bytes) -> bytes:
    """Return the data compressed, not ending in what a reader takes for the end of a line."""
    while (klein := zlib.compress(gegevens, 9))[-1:] in (b"\r", b"\n"):
        gegevens += b" "  # means nothing after JSON
    return klein


def haal_uit(pdf: bytes) -> bytes:
    """Return the data that a document carries, also after another program saved it again.

    Raises:
        GeenGegevens: it is no PDF that can be read, or carries none.
    """
    from pypdf import PdfReader  # only who opens a document waits for it
    from pypdf.errors import PyPdfError
    from pypdf.generic import StreamObject

    try:
        lezer = PdfReader(io.BytesIO(pdf))
        stukje = lezer.root_object["/PieceInfo"][f"/{PROGRAMMA}"]["/Private"]  # type: ignore[index]
        inhoud = stukje.get_object() if stukje is not None else None
        if isinstance(inhoud, StreamObject):
            return inhoud.get_data()
    except (PyPdfError, KeyError, TypeError, ValueError, RecursionError, AttributeError) as fout:
        raise GeenGegevens from fout
    raise GeenGegevens
