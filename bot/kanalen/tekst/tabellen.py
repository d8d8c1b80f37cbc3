"""Tabellen in Markdown, voor kanalen die ze zelf niet tonen: als kolommen of als lijst."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable
from itertools import groupby, zip_longest
from typing import Final

_SCHEIDING: Final = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+$")
_CELGRENS: Final = re.compile(r"(?<!\\)\|")
_EERSTE_HOOGSTENS: Final = 20
_TUSSEN: Final = "  "
SMALSTE: Final = 60
"""Below this width columns are too narrow to read."""

Rijen = list[tuple[str, ...]]


def vervang(markdown: str, toon: Callable[[Rijen], str]) -> str:
    """Return the text with every table in it shown by `toon`; its first row is the heading."""
    uit: list[str] = []
    for is_tabel, groep in groupby(markdown.splitlines(), lambda r: r.startswith("|")):
        regels = list(groep)
        if is_tabel:
            rijen = [_cellen(regel) for regel in regels if not _SCHEIDING.match(regel)]
            uit += [toon(rijen)] if rijen else []
        else:
            uit += regels
    return "\n".join(uit)


def als_lijst(rijen: Rijen) -> str:
    """Return a table as one block a row: its name, and below it each column with its heading."""
    koppen = rijen[0][1:]
    blokken = []
    for naam, *cellen in rijen[1:]:
        punten = [f"- {kop}: {cel}" for kop, cel in zip(koppen, cellen, strict=False) if cel]
        blokken.append("\n".join([f"**{naam}**", "", *punten]))
    return "\n\n".join(blokken)


def als_kolommen(rijen: Rijen, breedte: int) -> str:
    """Return a table as columns beside each other within `breedte` characters."""
    aantal = max(len(rij) for rij in rijen)
    eerste = min(_EERSTE_HOOGSTENS, max(len(rij[0]) for rij in rijen))
    ander = (breedte - eerste - len(_TUSSEN) * (aantal - 1)) // max(aantal - 1, 1)
    breedten = [eerste, *[ander] * (aantal - 1)]
    lijn = "─" * breedte
    blokken = [_rij(rij, breedten) for rij in rijen]
    return f"\n{lijn}\n".join([*blokken, ""]).rstrip("\n")


def _rij(cellen: Iterable[str], breedten: list[int]) -> str:
    kolommen = [
        textwrap.wrap(cel.replace("**", ""), breedte, break_on_hyphens=False)
        for cel, breedte in zip(cellen, breedten, strict=False)
    ]
    regels = (
        _TUSSEN.join(deel.ljust(b) for deel, b in zip(delen, breedten, strict=False)).rstrip()
        for delen in zip_longest(*kolommen, fillvalue="")
    )
    return "\n".join(regels)


def _cellen(regel: str) -> tuple[str, ...]:
    delen = _CELGRENS.split(regel.strip().strip("|"))
    return tuple(deel.strip().replace("\\|", "|") for deel in delen)
