"""Tekens zoals ze bedoeld zijn: `W&amp;I` is W&I, en een link van Slack is zijn tekst.

Channels and mail write some characters as a code. That is undone once, at the door, for all of
them: what comes out is not decoded again, so `&amp;lt;` is `&lt;` and no '<'.
"""

from __future__ import annotations

import html
import re
from typing import Final

_CODE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# <https://..|text>, <mailto:..|text>, <#C12|channel>; a person or a group has no words of its own.
_LINK: Final = re.compile(
    r"<(?:(?P<wie>[@!])[^<>|\s]{1,200}(?:\|[^<>]{0,200})?"
    r"|(?P<waar>(?:https?://|mailto:|tel:|\#C)[^<>|\s]{1,2000})(?:\|(?P<tekst>[^<>]{0,2000}))?)>"
)
_RECHT: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        "\u00a0": " ",
        "\u202f": " ",
    }
)


def leesbaar(ruw: str) -> str:
    """Return a text with its characters as they were meant. Call it once for a text."""
    if "<" in ruw:
        ruw = _LINK.sub(_tekst_van, ruw)
    if "&" in ruw:
        ruw = _CODE.sub(lambda code: html.unescape(code[0]), ruw)
    return ruw if ruw.isascii() and "`" not in ruw else ruw.translate(_RECHT)


def _tekst_van(link: re.Match[str]) -> str:
    if link["wie"]:
        return " "
    return link["tekst"] or link["waar"].removeprefix("mailto:").removeprefix("tel:")
