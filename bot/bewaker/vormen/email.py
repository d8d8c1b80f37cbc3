"""E-mailadressen, ook als iemand het apenstaartje uitschrijft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.vondst import Vondst
from bot.bewaker.vormen.links import NETWERKEN

# From the at sign outwards: a run of letters without one costs nothing.
_ERVOOR: Final = frozenset({"is", "heet", "op"})
"""'Insta is @jan.jansen' is a name on a network, 'is@school.nl' an address."""
_APENSTAART: Final = re.compile(
    r"[ ]?(?:@|\((?:at|apenstaartje)\)|\[(?:at|apenstaartje)\]|(?<=[ ])apenstaartje(?=[ ]))[ ]?",
    re.IGNORECASE,
)
_PUNT: Final = r"(?:\.|[ ]?\((?:dot|punt)\)[ ]?|[ ]?\[(?:dot|punt)\][ ]?|[ ](?:dot|punt)[ ])"
_DOMEIN: Final = re.compile(
    rf"[^\W_][\w\u200b-]{{0,62}}(?:{_PUNT}[\w\u200b-]{{1,63}}){{0,5}}{_PUNT}[^\W\d_]{{2,24}}",
    re.IGNORECASE,
)
_AT: Final = re.compile(r"(?<=[\w])[ ]at[ ](?=\S)", re.IGNORECASE)
_DOMEIN_NA_AT: Final = re.compile(
    r"(?:[^\W_][\w-]{0,62}\.){1,5}"
    r"(?:nl|com|org|net|eu|be|de|fr|uk|pl|edu|gov|info|io|me|app|dev|frl|amsterdam)(?![\w])",
    re.IGNORECASE,
)
"""A whole word 'at' needs an ending that everybody knows: 'hij at brood.maar' is no address."""
_NAAM_OMGEKEERD: Final = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~\u200b-]{1,64}(?:[ ]tnup[ ][\w\u200b-]{1,32}){0,3}"  # 'punt', backwards
)


def vind_email(gezegd: str) -> Iterator[Vondst]:
    """Find e-mail addresses."""
    for staart, domein in _staarten(gezegd):
        if domein is None:
            continue
        ervoor = gezegd[max(0, staart.start() - 64) : staart.start()]
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
