"""Woorden vergelijken: wat iemand typte naast de woorden uit onze lijsten."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from dialogs.lezen.woorden import plat as zonder_accenten
from dialogs.teksten import tabel

_HUIDSKLEUR: Final = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff\ufe0f\u200d")


def plat(gezegd: str) -> str:
    """Return a text for comparing: lower case, single spaces, no full stops around it."""
    gewoon = unicodedata.normalize("NFC", gezegd).casefold()
    return " ".join(gewoon.split()).strip(" .!,;:*'\"()")


def duim(gezegd: str) -> str:
    """Return a thumb as the word that it stands for, alone or with what says no more: 'top 👍'."""
    if gezegd.isascii():
        return gezegd
    tekens = tabel("duimen")
    kaal = "".join(teken for teken in gezegd if teken not in _HUIDSKLEUR)
    soorten = {soort for soort in ("ja", "nee") if any(t in kaal for t in tekens[soort])}
    if len(soorten) != 1:
        return gezegd
    for teken in (*tekens["ja"], *tekens["nee"]):
        kaal = kaal.replace(teken, " ")
    erbij = plat(kaal).replace(",", " ").split()
    return soorten.pop() if set(erbij) <= set(tekens["erbij"]) else " ".join(kaal.split())


@cache
def woorden(soort: str) -> frozenset[str]:
    """Return the words for `ja`, `nee`, `weet_niet`, ..."""
    return frozenset(plat(w) for w in tabel("woorden")[soort]) - {""} | (
        {"?"} if soort == "weet_niet" else frozenset()
    )


def is_woord(soort: str, gezegd: str) -> bool:
    """Tell whether a text is one of the words for `ja`, `nee`, `weet_niet`, ..."""
    return plat(gezegd) in woorden(soort)


def losse_woorden(gezegd: str) -> str:
    """Return only the words of a text, without accents, with one space between them."""
    return " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", zonder_accenten(gezegd)))


def bevat(gezegd: str, zinnen: Iterable[str]) -> bool:
    """Tell whether one of these occurs, as whole words; 'ondertekend*' also as a beginning."""
    kaal = f" {losse_woorden(gezegd)} "
    return any(
        f" {zin[:-1]}" in kaal if zin.endswith("*") else f" {zin} " in kaal for zin in zinnen
    )
