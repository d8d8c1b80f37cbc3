"""Namen zoals een formulier of lijst ze heeft: 'GROEN, S.', 'naam: GROEN SEM', 'van Dokkum, Jo'.

There the place says that it is somebody: words of every day count too, and the whole is one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.personen.naamdelen import is_afkorting
from bot.bewaker.personen.woordenlijst import aanwijzing, is_woord, namen, plat, zeldzame_namen
from bot.bewaker.vondst import Vondst

_TUSSEN: Final = r"(?:(?:van|de|der|den|ten|ter|te|el|al|von|la|di|'t|v\.?d\.)[ ]){0,3}"
_ACHTER: Final = r"(?P<achter>[A-ZÀ-Þ][\w'-]{1,30})"
_KLEIN: Final = re.compile(
    r"(?<![\w.,'-])(?P<achter>[a-zà-ÿ][\w'-]{2,30}),[ ]?(?P<letters>(?:[a-z]\.){1,4})(?![\w])"
)
"""'wijngaarde, f.'"""
_BEGIN: Final = r"(?<![\w.,'-])"
_LETTERS: Final = r"(?:[A-ZÀ-Þ]\.[ -]?){0,4}[A-ZÀ-Þ]\."
_MET_LETTERS: Final = re.compile(
    rf"{_BEGIN}(?:(?i:{_TUSSEN})){_ACHTER}(?P<komma>,)?[ ]?{_LETTERS}(?![\w])"
    rf"(?:[ ](?i:van|de|der|den|ten|ter|el|al){{1}}(?=[ ,;)]|$))?"
)
"""'GROEN, S.', 'KOK, T. de', 'GROEN S.'"""
_REGEL: Final = re.compile(
    rf"^[ \t]*(?:[-*\u2022]|\d{{1,2}}[.)])?[ \t]*(?P<naam>(?i:{_TUSSEN}){_ACHTER},[ ]?"
    r"(?P<voor>[A-ZÀ-Þ][\w'-]{1,30})(?:[ ][A-ZÀ-Þ][\w'-]{0,30}\.?){0,2})[ \t]*$",
    re.MULTILINE,
)
"""A line of a list with nothing else on it: 'van Dokkum, Jennifer'."""
_WIE: Final = r"leerlinge?|studente?|jongere|deelnemer|cli[eë]nte?|klant|kandidaat|kind"
_DEEL: Final = r"(?:[^\W\d_]\.|[^\W\d_][\w'-]{0,30})"
_KOP: Final = re.compile(
    rf"(?<![\w])(?:(?:(?:volledige[ ])?(?:voor|achter|roep)?naam"
    rf"(?:[ ](?:van[ ])?(?:de[ ]|het[ ])?(?:{_WIE}|ouder|vader|moeder|betrokkene))?"
    rf"(?:[ ]?[:=]|[ ]is))|(?:{_WIE})[ ]?[:=])[ ]{{0,3}}"
    rf"(?P<naam>{_DEEL}(?:,?[ ]{_DEEL}){{1,4}})"
    r"(?=[ ]*(?:$|[\n;,(|/.]|\d))",
    re.IGNORECASE,
)
_WOORD: Final = re.compile(r"[\w'-]+")
_EINDE_REGEL: Final = re.compile(r"[ .]{0,3}(?:\n|$)")
_VER: Final = 40
_KORT: Final = 4
_VOOR_EN_ACHTER: Final = 3
_KLINKER: Final = re.compile(r"[aeiouy]")


def ingevulde_namen(gezegd: str) -> Iterator[Vondst]:
    """Find them (`persoon`)."""
    for gevonden in _MET_LETTERS.finditer(gezegd):
        if _is_achternaam(gezegd, gevonden):
            yield Vondst("persoon", *gevonden.span())
    for gevonden in _KLEIN.finditer(gezegd):
        if _is_klein(gezegd, gevonden) and not is_afkorting(gevonden["letters"]):
            yield Vondst("persoon", *gevonden.span())
    for gevonden in _REGEL.finditer(gezegd):
        if _is_voornaam(plat(gevonden["voor"])):
            yield Vondst("persoon", *gevonden.span("naam"))
    for gevonden in _KOP.finditer(gezegd):
        if _is_naam(_WOORD.findall(gevonden["naam"])):
            yield Vondst("persoon", *gevonden.span("naam"))


def _is_achternaam(gezegd: str, gevonden: re.Match[str]) -> bool:
    """Tell whether what stands before the initials is a surname, or all there is on the line."""
    laag = plat(gevonden["achter"])
    achternaam = laag in namen("achternamen")
    if gevonden["komma"]:
        onbekend = not is_woord(gevonden["achter"]) and _kan(gevonden["achter"], laag)
        vult = _vult_de_regel(gezegd, gevonden) and not _is_gewoon(laag)
        return achternaam or vult or (onbekend and laag not in namen("plaatsen"))
    # 'MEER I. ' inside a sentence in capitals may be anything.
    return achternaam and gevonden["achter"].isupper() and _vult_de_regel(gezegd, gevonden)


def _is_klein(gezegd: str, gevonden: re.Match[str]) -> bool:
    """Tell whether it is no Dutch word: a surname, or unknown at the start of a line."""
    achter, laag = gevonden["achter"], plat(gevonden["achter"])
    if is_woord(achter):
        return False
    vooraan = gezegd[max(0, gevonden.start() - 1) : gevonden.start()] in {"", "\n"}
    onbekend = vooraan and len(laag) > _KORT and laag not in namen("plaatsen")
    return laag in namen("achternamen") or (onbekend and _kan(achter, laag))


def _vult_de_regel(gezegd: str, gevonden: re.Match[str]) -> bool:
    begin, einde = gevonden.span()
    if _EINDE_REGEL.match(gezegd, einde) is None:
        return False
    ervoor = gezegd[max(0, begin - _VER) : begin].rsplit("\n", maxsplit=1)[-1].strip(" -*")
    return not ervoor or ervoor.endswith(":") or _is_mens(ervoor)


def _is_mens(ervoor: str) -> bool:
    return plat(ervoor.rsplit(" ", maxsplit=1)[-1]) in aanwijzing("mens")


def _is_naam(woorden: list[str]) -> bool:
    """Tell whether every word can be of a name, and one is a first name for certain."""
    lagen = [plat(woord) for woord in woorden]
    zeker = [_is_voornaam(laag) and not _is_gewoon(laag) for laag in lagen]
    if zeker[0] and not is_woord(woorden[0]) and len(lagen) <= _VOOR_EN_ACHTER:
        # A first name for certain: what fills the rest is the surname, whatever word it is.
        return all(map(_kan_achter, woorden[1:], lagen[1:]))
    return any(zeker) and all(map(_kan, woorden, lagen))


def _kan_achter(woord: str, laag: str) -> bool:
    return _kan(woord, laag) or not (_is_gewoon(laag) or laag in aanwijzing("werkwoord"))


def _kan(woord: str, laag: str) -> bool:
    bekend = laag in namen("achternamen") or laag in aanwijzing("tussenvoegsel")
    onbekend = not is_woord(woord) and not _is_gewoon(laag) and bool(_KLINKER.search(laag))
    return _is_voornaam(laag) or bekend or onbekend or len(laag) == 1


def _is_voornaam(laag: str) -> bool:
    return laag in namen("voornamen") or laag in zeldzame_namen()


def _is_gewoon(laag: str) -> bool:
    return any(laag in aanwijzing(soort) for soort in ("gewoon", "vak", "kop", "mens"))
