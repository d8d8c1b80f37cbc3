"""Geboortedatums; niet de dag van het delen, van een diploma of van een wet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.vondst import Vondst

_MAAND: Final = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan|feb|febr|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec)\.?"
)
_DAG_IN_WOORDEN: Final = (
    r"(?:een|eerste|twee|tweede|drie|derde|vier|vierde|vijf|vijfde|zes|zesde"
    r"|zeven|zevende|acht|achtste|negen|negende"
    r"|tien|tiende|elf|elfde|twaalf|twaalfde|dertien|veertien"
    r"|vijftien|zestien|zeventien|achttien|negentien|twintig"
    r"|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën)twintig|dertig|eenendertig)"
)
_JAAR: Final = r"(?:19|20)\d\d"
_DATUM: Final = (
    rf"(?:[0-3]?\d[ ]?[-/.][ ]?[01]?\d[ ]?[-/.][ ]?(?P<j1>{_JAAR}|'?\d\d)"
    rf"|(?P<j2>{_JAAR})[-/.][01]?\d[-/.][0-3]?\d"
    rf"|(?:[0-3]?\d(?:e|ste|de)?|{_DAG_IN_WOORDEN})[ ](?:van[ ])?{_MAAND}"
    rf"(?:[ ](?P<j3>{_JAAR}|'?\d\d))?"
    rf"|[0-3]?\d[ ][01]?\d[ ](?P<j4>{_JAAR})|[0-3]\d[01]\d(?P<j5>{_JAAR}))(?![\w]|[-/.]\d)"
)
_HEEL: Final = re.compile(rf"(?<![\w€])(?<![\d][-/.]){_DATUM}", re.IGNORECASE)
_GEBOREN: Final = re.compile(
    r"(?:\b(?:ge?b(?:oren|\.)?|geb\.?[ ]?dat(?:um)?|gebdat|geboorte(?:datum|dag|dat\.?)"
    r"|verjaar(?:dag|t)|jarig|d\.?o\.?b|birthday|wordt[ ]\d\d)\b|[*†])[^\d\n]{0,30}$",
    re.IGNORECASE,
)
_ERNA: Final = re.compile(
    r"[ ]?(?:\([^)]{0,10}\)[ ]?)?"
    r"(?:jarig|geboren|(?:is|was)[ ](?:zijn|haar|de|hun)[ ](?:geboorte|verjaar))",
    re.IGNORECASE,
)
_WORDT: Final = re.compile(r"\bword(?:t|en)(?:[ ](?:op|dan|pas|dus)){0,2}[ ]$", re.IGNORECASE)
_JAREN: Final = re.compile(
    r"[ ](?:(?:al|pas|dan)[ ])?(?:1[2-9]|2\d|twaalf|\w{3,5}tien|twintig|\w{2,6}ntwintig)(?![\w-])",
    re.IGNORECASE,
)
_ALS_JAAR: Final = re.compile(r"[a-z.] \d\d$", re.IGNORECASE)
"""'Hij wordt op 9 oktober 18.'"""
# 'de wet van 1-7-2005', 'sinds 3-4-2010': something else happened on that day.
_IETS_ANDERS: Final = re.compile(
    r"\b(?:wet|besluit|sinds|vanaf|tot|per|stb|verslag|brief|rapport|versie|document|arrest"
    r"|uitspraak|regeling)\b[^\d\n]{0,20}$",
    re.IGNORECASE,
)
_TERUGKIJKEN: Final = 45
_GEEN_DAG_VAN_DELEN: Final = 2014
"""Nobody weighs a sharing of before this year; a full date before it is a day of birth."""
_DEZE_EEUW: Final = "40"
"""'08 is 2008, and '72 is 1972."""


def vind_geboortedatum(gezegd: str) -> Iterator[Vondst]:
    """Find dates of birth: announced as such, or so long ago that it can be nothing else."""
    for datum in _HEEL.finditer(gezegd):
        begin, einde = datum.span()
        aangekondigd = _GEBOREN.search(gezegd, max(0, begin - _TERUGKIJKEN), begin)
        iets_anders = _IETS_ANDERS.search(gezegd, max(0, begin - _TERUGKIJKEN), begin)
        wordt = _WORDT.search(gezegd, max(0, begin - 20), begin) and (
            _JAREN.match(gezegd, einde) or _ALS_JAAR.search(datum[0])
        )
        lang_geleden = _lang_geleden(datum) and not iets_anders
        if aangekondigd or wordt or _ERNA.match(gezegd, einde) or lang_geleden:
            yield Vondst("geboortedatum", begin, einde)


def _lang_geleden(datum: re.Match[str]) -> bool:
    jaar = next((datum[naam] for naam in ("j1", "j2", "j3", "j4") if datum[naam]), "")
    if jaar.startswith("'"):
        jaar = ("20" if jaar[1:] < _DEZE_EEUW else "19") + jaar[1:]
    return len(jaar) == len("2005") and jaar.isdigit() and int(jaar) < _GEEN_DAG_VAN_DELEN
