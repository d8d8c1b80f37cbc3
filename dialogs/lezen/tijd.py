"""Tijd in woorden: 'anderhalf jaar geleden', 'in juni', "juli '24", '14 mnd'.

Works on the row of words and puts one word in the place of several: `~d18` a time of eighteen
months, `~w5` of five weeks, `~t9` a moment nine months ago, `~t` a moment nobody can count and
`~x` a time nobody can count. A month without a day counts as a difference of calendar months.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.sjabloon import TIJD
from dialogs.lezen.woorden import Rij, Woord

# From this number on 'N jaar' is an age.
_JAREN_TOT: Final = 12
_JAAR: Final = 12
_ONTELBAAR: Final = f"{TIJD}x"
_EENS: Final = f"{TIJD}t"
_WOORD: Final = r"(?<![^ ])"


def tijden(rij: Rij, vandaag: dt.date) -> Rij:
    """Return the row with every time in it as one word."""
    met_duren = _vervang(rij, _duren(), _duur)
    return _vervang(met_duren, _momenten(), lambda deel: _moment(deel, vandaag))


def _vervang(
    rij: Rij, patroon: re.Pattern[str], vorm_van: Callable[[re.Match[str]], str | None]
) -> Rij:
    woorden: list[Woord] = []
    klaar = 0
    for deel in patroon.finditer(rij.tekst):
        vorm = vorm_van(deel)
        if vorm is None:
            continue
        van, tot = rij.nummer(deel.start()), rij.nummer(deel.end() - 1) + 1
        woorden += rij.woorden[klaar:van]
        woorden.append(Woord(vorm, rij.woorden[van].begin, rij.woorden[tot - 1].einde))
        klaar = tot
    return Rij([*woorden, *rij.woorden[klaar:]]) if klaar else rij


def _een_van(naam: str) -> str:
    woorden = tabel("tijd")[naam]
    return "|".join(re.escape(w) for w in sorted(woorden, key=len, reverse=True))


@cache
def _duren() -> re.Pattern[str]:
    eenheid = "jaar|maanden|weken"
    return re.compile(
        rf"{_WOORD}(?:"
        rf"(?P<enkele>(?:{_een_van('enkele')}) (?:{eenheid}) )"
        rf"|(?P<vaag>(?:{_een_van('vaag')}) )?(?:"
        rf"(?P<vast>{_een_van('duren')}) "
        rf"|#(?P<jaren_en>\d) jaar en #(?P<maanden_en>\d+) maanden "
        rf"|#(?P<heel>\d+) (?:, #5|en een half|,? ?half|½) jaar "
        rf"|#\d+ (?:a|of|tot|en) (?P<tussen>#\d+) (?:maanden|weken) "
        rf"|#(?P<getal>\d+) (?:(?:{_een_van('bij_duur')}) )?(?P<eenheid>{eenheid}) "
        rf"|een (?P<een>{eenheid}) (?:of #(?P<of>\d+) )?"
        r"))"
    )


def _duur(deel: re.Match[str]) -> str | None:
    if deel["enkele"] or deel["tussen"]:
        return _ONTELBAAR
    vorm = _getelde_duur(deel)
    return _ONTELBAAR if vorm is not None and deel["vaag"] else vorm


def _getelde_duur(deel: re.Match[str]) -> str | None:
    if deel["vast"]:
        return f"{TIJD}d{tabel('tijd')['duren'][deel['vast']]}"
    if deel["jaren_en"]:
        return f"{TIJD}d{int(deel['jaren_en']) * _JAAR + int(deel['maanden_en'])}"
    if deel["heel"]:
        return f"{TIJD}d{int(deel['heel']) * _JAAR + _JAAR // 2}"
    if deel["getal"]:
        return _aantal(int(deel["getal"]), deel["eenheid"])
    return _aantal(int(deel["of"] or 1), deel["een"])


def _aantal(aantal: int, eenheid: str) -> str | None:
    if eenheid == "jaar":
        return f"{TIJD}d{aantal * _JAAR}" if aantal < _JAREN_TOT else None
    return f"{TIJD}{'w' if eenheid == 'weken' else 'd'}{aantal}"


@cache
def _momenten() -> re.Pattern[str]:
    maand = _een_van("maanden")
    return re.compile(
        rf"{_WOORD}(?:"
        rf"(?:sinds |al )?(?P<geleden>{TIJD}[dwx]\d*) (?:{_een_van('geleden')}) "
        rf"|sinds (?P<sinds>{TIJD}[dw]\d+) "
        rf"|(?:jaar) (?P<jaar_geleden>geleden|terug) "
        r"|(?:vorige|afgelopen) (?P<vorige>maanden|weken) "
        rf"|(?:op |per |sinds |dd |vanaf |van )?@(?P<datum>[\d-]+) "
        rf"|(?:{_een_van('vorig_jaar')}) (?:in )?(?P<maand_vj>{maand}) "
        rf"|(?:op |per |sinds |dd |vanaf |van )?#(?P<dag>\d+) (?P<maand_dag>{maand}) "
        rf"(?:#(?P<jaar_dag>20\d\d) )?"
        rf"|(?P<kaal>{maand}) (?=(?:{_een_van('bij_kale_maand')}) )"
        rf"|(?P<afgekort>{_een_van('afgekort')}) (?=[.,?] )"
        rf"|(?P<voor>(?:(?:{_een_van('voor_maand')}) )+)?(?P<maand>{maand}) "
        rf"(?:#(?P<jaar>20\d\d) |(?P<vj>{_een_van('vorig_jaar')}) )?"
        rf"|(?P<onbepaald>{_een_van('onbepaald')}) "
        r"|(?:in |sinds |uit )#(?P<jaartal>20\d\d) "
        r")"
    )


def _moment(deel: re.Match[str], vandaag: dt.date) -> str | None:
    geleden = deel["geleden"] or deel["sinds"]
    if geleden:
        return _geleden(geleden)
    if deel["jaar_geleden"] or deel["vorige"]:
        return (
            f"{TIJD}t{1 if deel['vorige'] == 'maanden' else 0}" if deel["vorige"] else f"{TIJD}t12"
        )
    if deel["datum"]:
        return _op_dag(dt.date.fromisoformat(deel["datum"]), vandaag)
    if deel["onbepaald"] or deel["jaartal"]:
        return _EENS
    return _in_maand(deel, vandaag)


def _geleden(duur: str) -> str:
    if duur == _ONTELBAAR:
        return _EENS
    aantal = int(duur[2:])
    return f"{TIJD}t{aantal * 7 // 30 if duur[1] == 'w' else aantal}"


def _in_maand(deel: re.Match[str], vandaag: dt.date) -> str | None:
    naam = (
        deel["maand_vj"] or deel["maand_dag"] or deel["kaal"] or deel["afgekort"] or deel["maand"]
    )
    maand = int(tabel("tijd")["maanden"][naam])
    jaartal = deel["jaar_dag"] or deel["jaar"]
    if deel["maand"] and not (deel["voor"] or jaartal or deel["vj"]):
        return None
    if jaartal:
        jaar = int(jaartal)
    elif deel["maand_vj"] or deel["vj"]:
        jaar = vandaag.year - 1
    else:
        jaar = vandaag.year if maand <= vandaag.month else vandaag.year - 1
    if deel["dag"]:
        try:
            return _op_dag(dt.date(jaar, maand, int(deel["dag"])), vandaag)
        except ValueError:
            return None
    return _maanden((vandaag.year - jaar) * _JAAR + vandaag.month - maand)


def _op_dag(dag: dt.date, vandaag: dt.date) -> str | None:
    maanden = (vandaag.year - dag.year) * _JAAR + vandaag.month - dag.month
    return _maanden(maanden - (1 if vandaag.day < dag.day else 0))


def _maanden(aantal: int) -> str | None:
    """A moment to come is none that has been."""
    return f"{TIJD}t{aantal}" if aantal >= 0 else None


@dataclass(frozen=True, slots=True)
class Tijd:
    """A time in a text. `aantal` is in weeks for 'weken', else in months; None: not to count."""

    soort: Literal["duur", "weken", "moment"]
    aantal: int | None
    begin: int
    einde: int


def genoemde_tijden(rij: Rij) -> list[Tijd]:
    """Return the times that `tijden` put in a row."""
    soorten: dict[str, Literal["duur", "weken", "moment"]] = {
        "d": "duur",
        "w": "weken",
        "t": "moment",
        "x": "duur",
    }
    return [
        Tijd(
            soorten[woord.vorm[1]],
            int(woord.vorm[2:]) if woord.vorm[2:] else None,
            woord.begin,
            woord.einde,
        )
        for woord in rij.woorden
        if woord.vorm.startswith(TIJD)
    ]
