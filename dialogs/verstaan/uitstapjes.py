"""Uitstapjes: een bedankje, een zucht, een praatje. Eén zin terug, en dan weer de vraag.

A whole message must be such talk: a core phrase and nothing else but filler words. So a reason
that begins with 'dank je' or has a swear word in it is a reason still.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from dialogs.lezen.woorden import plat
from dialogs.teksten import tabel

NAMEN: Final = (
    "al_gezegd",
    "irritatie",
    "mens",
    "veilig",
    "wie_ben_je",
    "overslaan",
    "wacht",
    "bedankt",
    "praatje",
)
"""In this order: what asks for more than a nod goes first."""

_LANGSTE: Final = 200
_MEESTE_WOORDEN: Final = 12
_WOORD: Final = re.compile(r"[^\W_]+")


def herken(tekst: str) -> str | None:
    """Return which kind of small talk a message is; None when it says something else as well."""
    if len(tekst) > _LANGSTE:
        return None
    woorden = _WOORD.findall(plat(tekst).replace("'", ""))
    if not woorden or len(woorden) > _MEESTE_WOORDEN:
        return None
    kaal = f" {' '.join(woorden)} "
    return next((naam for naam in NAMEN if any(_is(kaal, kern) for kern in _kernen(naam))), None)


def _is(kaal: str, kern: re.Pattern[str]) -> bool:
    rest, aantal = kern.subn(" ", kaal)
    return aantal > 0 and all(woord in _vul() or _nog_een(woord) for woord in rest.split())


def _nog_een(woord: str) -> bool:
    """Tell whether a word that is left is small talk by itself ('top, bedankt')."""
    return any(
        treffer.end() > len(woord)
        for naam in NAMEN
        for kern in _kernen(naam)
        if (treffer := kern.match(f" {woord} "))
    )


@cache
def _vul() -> frozenset[str]:
    return frozenset(tabel("uitstapjes")["vul"])


@cache
def _kernen(naam: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf" {re.escape(kern).replace(re.escape('*'), r'[^ ]*')}(?= )")
        for kern in sorted(tabel(f"uitstapjes.{naam}")["kern"], key=len, reverse=True)
    )
