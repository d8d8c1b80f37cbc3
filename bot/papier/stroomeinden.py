"""Waar een stroom in een PDF eindigt, ondubbelzinnig geschreven.

A stream whose last byte happens to be a carriage return, followed by a line feed, reads as a stream
of one byte less with another end of line. Validators then find a wrong length: about one document
in 25. An end of line of two bytes leaves no doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import Final

_TWIJFEL: Final = re.compile(rb"\r(?=\nendstream)")
_PLAATS: Final = re.compile(rb"(\d{10})(?= \d{5} n\r\n)")
_BEGIN_TABEL: Final = re.compile(rb"startxref\n(\d+)\n")


def eenduidig(pdf: bytes) -> bytes:
    """Return the document with clear ends of its streams, and its table of places put right.

    Args:
        pdf: a document with one table of places (`xref`) at its end.
    """
    twijfels = [treffer.end() for treffer in _TWIJFEL.finditer(pdf)]
    slot = _BEGIN_TABEL.search(pdf)
    if not twijfels or slot is None:
        return pdf
    tabel = int(slot[1])

    def verschoven(plaats: int) -> int:
        return plaats + bisect_left(twijfels, plaats)

    grenzen = [0, *twijfels, tabel]
    stukken = [pdf[van:tot] for van, tot in pairwise(grenzen)]
    plaatsen = _PLAATS.sub(lambda t: b"%010d" % verschoven(int(t[1])), pdf[tabel:])
    einde = _BEGIN_TABEL.sub(b"startxref\n%d\n" % verschoven(tabel), plaatsen)
    return b"\r".join(stukken) + einde
