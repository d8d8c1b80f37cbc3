"""Nummers waaronder iemand ergens bekend is (leerlingnummer, paspoort), en kentekens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.vondst import Vondst

_WIENS: Final = (
    r"leerling|llng?|student(?:en)?|ov-?student(?:en)?|ov(?:-?chipkaart)?|onderwijs|deelnemers?"
    r"|cli[eë]nt|pati[eë]nt|polis|burger|paspoort|rijbewijs|id(?:-?kaart)?"
    r"|identiteits(?:kaart|bewijs)?|verblijfs(?:document|vergunning|pas)?|reisdocument|document|v|vreemdelingen|persoons|pgn|klant"
    r"|lid(?:maatschaps)?|zorg|bibliotheek|uwv|medewerkers?|personeels|eckid|eck"
)
_AANGEKONDIGD: Final = re.compile(
    rf"(?<![\w\[])(?:(?:{_WIENS})[ -]?(?:nummer|nr\.?|no\.?|id)|llnr\.?|studnr\.?|pgn|eck-?id)"
    r"(?:[ ](?:is|van|hem|haar|de|het|leerling|student|luidt|zijn|nummer|dat|nog)){0,4}"
    r"[ ]?[:=#]?[ ]{0,2}"
    r"(?P<nummer>[A-Z]{0,3}-?\d\w*(?:[-./ ]\d\w*){0,4}|[A-Z]{2}[A-Z0-9]{6}\d)(?![\w])",
    re.IGNORECASE,
)
_BEWIJS: Final = (
    r"paspoort|rijbewijs|id-?kaart|identiteits(?:kaart|bewijs)|verblijfs(?:document|vergunning|pas)"
    r"|reisdocument|vreemdelingendocument|w-?document"
)
_PAS: Final = re.compile(
    rf"(?<![\w\[])(?:ov-?chipkaart|(?:zorg)?polis|zorgpas|{_BEWIJS})"
    r"(?:,?[ ](?:is|van|hem|haar|met|heeft|het|een|nummer|nr\.?|no\.?)){0,4}[ ]?:?[ ]\(?"
    r"(?P<nummer>(?=(?:[ -]?\w){0,3}(?:[ -]?\d){6})\w(?:[ -]?\w){5,18}"
    r"|(?=\w{0,4}\d)(?=(?:[^\W\d]{0,8}\d){3})[A-Z0-9]{8,10})"
    r"(?![\w])",
    re.IGNORECASE,
)
_DOCUMENT: Final = re.compile(
    r"(?<![\w-])(?!NL\d\d)(?=(?:[A-Z]{0,8}\d){2})[A-Z]{2}[A-Z0-9]{6}\d(?![\w-])"
)
"""What stands on a Dutch passport or identity card: nine signs, two letters first."""
_STUDENT: Final = re.compile(r"(?<![\w-])[sS]\d{6,8}(?![\w-])")
_SERIES: Final = frozenset(
    """
    LL-00-00 00-00-LL 00-LL-00 LL-00-LL LL-LL-00 00-LL-LL 00-LLL-0 0-LLL-00 LL-000-L L-000-LL
    LLL-00-L L-00-LLL 0-LL-000 000-LL-0
    """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
)
"""The series of Dutch licence plates: L a letter, 0 a digit."""
_KENTEKEN: Final = re.compile(
    r"(?<![\w-])[A-Z0-9]{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{1,3}(?![\w-])", re.IGNORECASE
)
_KENTEKEN_LOS: Final = re.compile(
    r"(?:kenteken(?:nummer)?|nummerbord|nummerplaat)[^\w\[]{1,3}"
    r"(?:(?:is|van|met|zijn|haar)[ ]){0,3}"
    r"(?P<kenteken>[A-Z0-9]{1,3}[ -]?[A-Z0-9]{2,3}[ -]?[A-Z0-9]{1,3})(?![\w-])",
    re.IGNORECASE,
)


def vind_leerlingnummer(gezegd: str) -> Iterator[Vondst]:
    """Find the numbers by which schools, the state and others know somebody."""
    for gevonden in _AANGEKONDIGD.finditer(gezegd):
        yield Vondst("leerlingnummer", *gevonden.span("nummer"))
    for gevonden in _PAS.finditer(gezegd):
        yield Vondst("leerlingnummer", *gevonden.span("nummer"))
    for gevonden in (*_STUDENT.finditer(gezegd), *_DOCUMENT.finditer(gezegd)):
        yield Vondst("leerlingnummer", *gevonden.span())


def vind_kenteken(gezegd: str) -> Iterator[Vondst]:
    """Find licence plates: in one of the Dutch series, or announced and holding a digit."""
    for gevonden in _KENTEKEN.finditer(gezegd):
        if _serie(gevonden[0]) in _SERIES:
            yield Vondst("kenteken", *gevonden.span())
    for gevonden in _KENTEKEN_LOS.finditer(gezegd):
        if any(teken.isdigit() for teken in gevonden["kenteken"]):
            yield Vondst("kenteken", *gevonden.span("kenteken"))


def _serie(kenteken: str) -> str:
    return "".join("0" if t.isdigit() else t if t == "-" else "L" for t in kenteken)
