"""Cijfers die iemand anders schrijft: in woorden ('nul zes'), of met letters ('O6', '3l')."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_EENHEDEN: Final = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TIENTALLEN: Final = {
    "twintig": 2,
    "dertig": 3,
    "veertig": 4,
    "vijftig": 5,
    "zestig": 6,
    "zeventig": 7,
    "tachtig": 8,
    "negentig": 9,
}
_TIEN_EN_VERDER: Final = (
    *("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien"),
    *("achttien", "negentien"),
)


def _woorden() -> Iterator[tuple[str, str]]:
    yield from ((woord, str(cijfer)) for cijfer, woord in enumerate(_EENHEDEN))
    yield from (
        ("zero", "0"),
        ("één", "1"),
        ("eén", "1"),
        ("ein", "1"),
        ("seven", "7"),
        ("zeuven", "7"),
    )
    yield from ((woord, str(10 + verder)) for verder, woord in enumerate(_TIEN_EN_VERDER))
    for tiental, cijfer in _TIENTALLEN.items():
        yield tiental, f"{cijfer}0"
        for eenheid, woord in enumerate(_EENHEDEN[1:], 1):
            en = ("ën", "en") if woord.endswith("e") else ("en",)
            yield from ((f"{woord}{tussen}{tiental}", f"{cijfer}{eenheid}") for tussen in en)


_CIJFERS: Final = dict(_woorden())
_LOS: Final = "|".join(("zero", "één", *_EENHEDEN))
_STUK: Final = re.compile(rf"{_LOS}|\d+", re.IGNORECASE)
"""What 'nul6' and 'nulzes' consist of."""
_LETTERS: Final = str.maketrans("OoIlLSB", "0011158")
_GROEP: Final = re.compile(
    # Longest first: 'zestien' is not 'zes'.
    rf"(?<![^\W_])(?P<woord>{'|'.join(sorted(_CIJFERS, key=len, reverse=True))})(?![^\W_])"
    r"|(?<![^\W_])(?P<letters>(?-i:(?=\d*+[OoIlLSB])(?=[OoIlLSB]*+\d)[OoIlLSB\d]{2,20}+))(?![^\W_])"
    rf"|(?<![^\W_])(?P<aaneen>(?=[a-zé]{{3,12}}\d|\d{{1,15}}[a-zé]{{3}}|nul|zero)(?:{_LOS}|\d){{2,20}}+)(?![^\W_])"
    r"|(?P<cijfers>\d+)",
    re.IGNORECASE,
)


class Groep(NamedTuple):
    """Digits that stand together, and where; `vreemd` when they are not written as digits."""

    cijfers: str
    begin: int
    einde: int
    vreemd: bool = False


def groepen(gezegd: str) -> list[Groep]:
    """Return the groups of digits of a folded text, in order, however they are written."""
    return [_groep(gevonden) for gevonden in _GROEP.finditer(gezegd)]


def _groep(gevonden: re.Match[str]) -> Groep:
    if gevonden["woord"]:
        return Groep(_CIJFERS[gevonden["woord"].lower()], *gevonden.span(), vreemd=True)
    if gevonden["letters"]:
        cijfers = gevonden["letters"].translate(_LETTERS)
        return Groep(cijfers, *gevonden.span(), vreemd=True)
    if gevonden["aaneen"]:
        stukken = _STUK.findall(gevonden["aaneen"].lower())
        cijfers = "".join(_CIJFERS.get(stuk, stuk) for stuk in stukken)
        return Groep(cijfers, *gevonden.span(), vreemd=not gevonden[0].isdecimal())
    return Groep(gevonden["cijfers"], *gevonden.span())
