"""E-mailadressen, ook als iemand het apenstaartje en de punten uitschrijft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.vondst import Vondst
from bot.bewaker.vormen.links import NETWERKEN

# From the at sign outwards: a run of letters without one costs nothing.
_ERVOOR: Final = frozenset({"is", "heet", "op"})
"""'Insta is @jan.jansen' is a name on a network, 'is@school.nl' an address."""
_STAART: Final = r"(?:ap(?:en|e)staart(?:je)?|at|a|@)"
_APENSTAART: Final = re.compile(
    rf"[ ]?(?:@|\({_STAART}\)|\[{_STAART}\]|(?<=[ ])ap(?:en|e)staart(?:je)?(?=[ ]))[ ]?",
    re.IGNORECASE,
)
_PUNT: Final = r"(?:\.|[ ]?\((?:dot|punt|\.)\)[ ]?|[ ]?\[(?:dot|punt|\.)\][ ]?|[ ](?:dot|punt)[ ])"
_DOMEIN: Final = re.compile(
    rf"[^\W_][\w\u200b-]{{0,62}}(?:{_PUNT}[\w\u200b-]{{1,63}}){{0,5}}{_PUNT}[^\W\d_]{{2,24}}",
    re.IGNORECASE,
)
_AT: Final = re.compile(r"(?<=[\w])[ ]at[ ](?=\S)", re.IGNORECASE)
_DOMEIN_NA_AT: Final = re.compile(
    r"(?:[^\W_][\w-]{0,62}(?:\.|[ ](?:dot|punt)[ ])){1,5}"
    r"(?:nl|com|org|net|eu|be|de|fr|uk|pl|edu|gov|info|io|me|app|dev|frl|amsterdam)(?![\w])",
    re.IGNORECASE,
)
"""A whole word 'at' needs an ending that everybody knows: 'hij at brood.maar' is no address."""
_SCHEIDING: Final = tuple(
    woord[::-1] for woord in ("punt", "dot", "streepje", "underscore", "liggend streepje", "min")
)
_NAAM_OMGEKEERD: Final = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~\u200b-]{1,64}"
    rf"(?:[ ](?:{'|'.join(_SCHEIDING)})[ ][\w\u200b-]{{1,32}}){{0,4}}",
    re.IGNORECASE,
)
"""A name before the at sign, backwards: there it stops at the first thing that is no name."""


def vind_email(gezegd: str) -> Iterator[Vondst]:
    """Find e-mail addresses."""
    for staart, domein in _staarten(gezegd):
        if domein is None:
            continue
        ervoor = gezegd[max(0, staart.start() - 100) : staart.start()]
        naam = _NAAM_OMGEKEERD.match(ervoor[::-1])
        # 'insta @lotte.x' is a name on a network (`links`).
        if naam is None or naam[0][::-1].lower() in NETWERKEN:
            continue
        if not (staart[0][0] == " " and naam[0][::-1].lower() in _ERVOOR):
            yield Vondst("email", staart.start() - naam.end(), domein.end())


def _staarten(gezegd: str) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    for staart in _APENSTAART.finditer(gezegd):
        yield staart, _DOMEIN.match(gezegd, staart.end())
    for staart in _AT.finditer(gezegd):
        yield staart, _DOMEIN_NA_AT.match(gezegd, staart.end())
