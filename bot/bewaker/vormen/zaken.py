"""Nummers van zaken bij de rechter, de politie en in een dossier, en kenmerken van wie en wanneer.

The professional's own reference may stay ('DSP-2026-118', 'ons zaaknummer is ...', or a number of a
case that is the whole answer): it says nothing to others. Initials with a date of birth say who it
is. An ECLI is no such number: what it points at is published, without names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.personen.woordenlijst import aanwijzing
from bot.bewaker.vondst import Vondst
from bot.bewaker.vormen.onschuldig import Onschuldig

_EIGEN: Final = r"zaaks?|dossier|casus|registratie"
"""What a school or a gemeente numbers itself."""
_ANDERMANS: Final = (
    r"parket|rekest|rol|proces-?verbaal|pv|bvh|aangifte|meldings?|cjib|beschikkings?|vonnis"
    r"|strafzaak|onderzoeks?|incident|mutatie|reclassering|gi|raads?"
)
_NUMMER: Final = (
    r"(?=[\w/.-]{0,24}\d)(?=(?:[^\d\s]{0,12}\d){3})[A-Z0-9][\w/.-]{1,30}"
    r"(?:[ ]{1,3}(?:/[ ])?(?:(?:JE|RK|FA|HA|ZA|KG)[ ]){0,2}[\d/-]{2,14}(?=[\s.,;)]|$)){0,4}"
)
_AANGEKONDIGD: Final = re.compile(
    rf"(?<![\w\[])(?:(?:{_ANDERMANS})[ -]?(?:nummer|nr\.?|no\.?|id)|proces-?verbaal|pv|bvh"
    rf"|(?P<eigen>(?:{_EIGEN})[ -]?(?:nummer|nr\.?|no\.?|id)"
    r"|(?P<los>(?:straf)?zaak|bekend[ ]onder)))"
    r"(?:[ ](?:bij|van)[ ](?:de|het)[ ][^\W\d_]{2,25})?"
    r"(?:[ ](?:is|van|heeft|luidt|met|het|de|nummer|nr\.?|onder|op|bekend)){0,4}"
    rf"[ ]?[:=#]?[ ]{{1,2}}(?P<nummer>(?:(?:JE|RK|FA|HA|ZA|KG)[ ]){{0,2}}{_NUMMER})",
    re.IGNORECASE,
)
_VORM: Final = re.compile(
    r"(?<![\w/.-])(?:"
    r"\d{2}[-/]\d{6}[-/]\d{2}"  # parketnummer
    r"|[A-Z]/\d{2}/\d{5,7}(?:[ ]?/[ ]?[A-Z]{2}[ ][A-Z]{2}[ ]\d{2}[-/]\d{1,5})?"  # rechtbank
    r"|(?:JE|FA|HA)[ ](?:RK|ZA)[ ]\d{2}[-/]\d{1,5}"
    r"|\d{3}\.\d{3}\.\d{3}/\d{2}"  # gerechtshof
    r"|PL\d{4}-?\d{10}"  # politie
    r")(?![\w/-])",
    re.IGNORECASE,
)

_INITIALEN: Final = (
    r"(?:[A-Z](?:(?:v|vd|vdr|de|d|van)(?=[A-Z]))?\.?){2,4}|[a-z]{2,4}|(?:[a-z]\.){2,4}"
)
_DAG: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_MAAND: Final = r"(?:0?[1-9]|1[0-2])"
_DAG2: Final = r"(?:0[1-9]|[12]\d|3[01])"
_MAAND2: Final = r"(?:0[1-9]|1[0-2])"
_JAAR: Final = r"(?:(?:19[5-9]|200|201)\d)"
_KORT_JAAR: Final = r"(?:[09]\d|1[0-6])"


def _datum(een: str, twee: str) -> str:
    """Return the pattern of a date of birth; the names are for the signs between its parts."""
    return (
        rf"(?:{_DAG2}{_MAAND2}{_JAAR}|{_JAAR}{_MAAND2}{_DAG2}"
        rf"|{_DAG2}{_MAAND2}{_KORT_JAAR}|{_KORT_JAAR}{_MAAND2}{_DAG2}"
        rf"|{_DAG}(?P<{een}>[-/. ]){_MAAND}(?P={een})(?:{_JAAR}|{_KORT_JAAR})"
        rf"|{_JAAR}(?P<{twee}>[-/. ]){_MAAND}(?P={twee}){_DAG})"
    )


_TUSSEN: Final = r"[-_/.]?"
_KENMERK: Final = re.compile(
    rf"(?<![\w@./-])(?:(?P<voor>{_INITIALEN}){_TUSSEN}{_datum('a', 'b')}"
    rf"|{_datum('c', 'd')}{_TUSSEN}(?P<na>{_INITIALEN}))(?![\w@]|[-/.]\d)"
)
_LOS_KENMERK: Final = re.compile(
    r"(?<![\w\[])(?:kenmerk|referentie|ref\.?)(?:[ ](?:is|wordt|van|mij|ons)){0,2}[ ]?[:=]?[ ]"
    rf"(?P<kenmerk>(?:{_INITIALEN})[ ]{_datum('a', 'b')})(?![\w@]|[-/.]\d)",
    re.IGNORECASE,
)
_ALLEEN_JAAR: Final = re.compile(r"(?:19|20)\d\d")
_KORT: Final = re.compile(r"\w+|\W*(?:\w\W*){1,6}|0[\d -]{9,12}")
"""'Zaak 4471' says nothing to others, and 'zaak 06-48219735' is a telephone."""


_VAN_ONS: Final = re.compile(
    r"(?:^\s*|\b(?:mijn|ons|onze|eigen|ik|wij|we)[ ](?:[a-z]{2,12}[ ]){0,2}"
    r"|\b(?:kenmerk|referentie|ref\.?)(?:[ ](?:is|wordt))?[ ]?:?[ ])$",
    re.IGNORECASE,
)
_REST: Final = re.compile(r"[.!\s]*")


def _is_van_ons(gezegd: str, gevonden: re.Match[str]) -> bool:
    """Tell whether it is one's own reference: it says so, or there is nothing else."""
    begin, einde = gevonden.span()
    ervoor = _VAN_ONS.search(gezegd, max(0, begin - 40), begin)
    vooraan = not gezegd[:begin].strip()
    return ervoor is not None and (not vooraan or _REST.fullmatch(gezegd, einde) is not None)


def vind_zaaknummer(gezegd: str) -> Iterator[Vondst]:
    """Find numbers of cases: announced as such, or in the form of a court or the police."""
    onschuldig: Onschuldig | None = None
    for gevonden in (*_AANGEKONDIGD.finditer(gezegd), *_VORM.finditer(gezegd)):
        begin, einde = gevonden.span("nummer" if gevonden.re is _AANGEKONDIGD else 0)
        while gezegd[einde - 1] in ".-/":
            einde -= 1
        onschuldig = onschuldig or Onschuldig(gezegd)
        aangekondigd = gevonden.re is _AANGEKONDIGD
        if aangekondigd and gevonden["eigen"] and _is_van_ons(gezegd, gevonden):
            continue
        los = aangekondigd and gevonden["los"]
        niets = (_KORT if los else _ALLEEN_JAAR).fullmatch(gezegd, begin, einde)
        if niets is None and not onschuldig.raakt(begin, einde):
            yield Vondst("zaaknummer", begin, einde)


def vind_kenmerk(gezegd: str) -> Iterator[Vondst]:
    """Find marks that are made of initials and a date of birth: 'JdV-140307'."""
    for gevonden in _KENMERK.finditer(gezegd):
        letters = (gevonden["voor"] or gevonden["na"]).lower()  # 't.o.' is nobody's word
        if letters not in aanwijzing("vak") and letters not in aanwijzing("gewoon"):
            yield Vondst("kenmerk", *gevonden.span())
    for gevonden in _LOS_KENMERK.finditer(gezegd):
        yield Vondst("kenmerk", *gevonden.span("kenmerk"))
