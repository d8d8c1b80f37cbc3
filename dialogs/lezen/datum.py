"""Op welke dag er gedeeld wordt: 'op 9 maart 2026 dragen we hem over', 'morgen geef ik'.

A day with its year counts in a sentence in which somebody shares, one nearby ('op 3 maart',
'volgende week dinsdag') in such a clause; a day on which something else happened ('op 1 oktober
2025 uitgeschreven') does not.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Final

from dialogs.lezen.getallen import getal
from dialogs.lezen.lexicon import tabel
from dialogs.lezen.lezing import Dag
from dialogs.lezen.regels import Gelezen
from dialogs.lezen.stukken import lijst
from dialogs.lezen.woorden import SCHEIDING, Rij

_WEEK: Final = 7
_VERSTE: Final = 99
"""Further than so many weeks ahead nobody plans to share."""
_ZIN_UIT: Final = frozenset(".?")


@cache
def _dagen() -> re.Pattern[str]:
    maanden = "|".join(tabel("tijd")["maanden"])
    dichtbij = "|".join(tabel("tijd")["dichtbij"])
    week = "|".join(tabel("tijd")["week"])
    return re.compile(
        rf"(?<![^ ])(?:@(?P<iso>[\d-]+) |#(?P<dag>\d+) (?P<maand>{maanden}) (?:#(?P<jaar>20\d\d) )?"
        rf"|(?P<dichtbij>{dichtbij}) "
        rf"|(?P<welke>volgende|komende|aankomende|aanstaande|afgelopen|vorige) (?P<weken>weken )?"
        rf"(?:op )?(?P<weekdag>{week}) )"
    )


def dagen(rij: Rij, vandaag: dt.date) -> Iterator[Dag]:
    """Return every day of the calendar in a text; `rij` is the row before its times are joined."""
    for deel in _dagen().finditer(rij.tekst):
        dag = _dag(deel, vandaag)
        if dag is not None:
            eerste, laatste = rij.nummer(deel.start()), rij.nummer(deel.end() - 1)
            yield Dag(dag, rij.woorden[eerste].begin, rij.woorden[laatste].einde)


def lees_datum(rij: Rij, met_tijden: Rij, vandaag: dt.date) -> Iterator[Gelezen]:
    """Return the days of sharing; `met_tijden` is the row that word numbers count in."""
    rond = _Rond(rij)
    for deel in _dagen().finditer(rij.tekst):
        nummer = rij.nummer(deel.start())
        dag = _dag(deel, vandaag)
        if nummer and rij.woorden[nummer - 1].vorm in lijst("niet_op"):
            continue
        if dag is None or rond.woorden(nummer, SCHEIDING) & lijst("niet_die_dag"):
            continue
        # A day nearby is mentioned for many reasons: then the sharing is in the same clause.
        los = not (deel["iso"] or deel["jaar"])
        grens, soort = (SCHEIDING if los else _ZIN_UIT), "deelt_nu" if los else "deelt_op"
        if rond.woorden(nummer, grens) & lijst(soort):
            begin = rij.woorden[nummer].begin
            hier = bisect_right(met_tijden.woorden, begin, key=lambda woord: woord.einde)
            yield Gelezen("datum", dag.isoformat(), hier, hier + 1, frozenset())


def _dag(deel: re.Match[str], vandaag: dt.date) -> dt.date | None:
    if deel["dichtbij"]:
        return vandaag + dt.timedelta(days=int(tabel("tijd")["dichtbij"][deel["dichtbij"]]))
    try:
        if deel["iso"]:
            return dt.date.fromisoformat(deel["iso"])
        if deel["weekdag"]:
            return _weekdag(deel, vandaag)
        maand = int(tabel("tijd")["maanden"][deel["maand"]])
        if deel["jaar"]:
            return dt.date(int(deel["jaar"]), maand, int(deel["dag"]))
        # Without a year: the nearest.
        jaren = (vandaag.year - 1, vandaag.year, vandaag.year + 1)
        dagen = [dt.date(jaar, maand, int(deel["dag"])) for jaar in jaren]
        return min(dagen, key=lambda dag: abs(dag - vandaag))
    except ValueError:
        return None


def losse_dag(tekst: str, vandaag: dt.date) -> dt.date | None:
    """Return the day that 'donderdag' or 'over twee weken' is, said when a day was asked for.

    Args:
        tekst: the whole answer, in lower case.
        vandaag: the day of the conversation.
    """
    week = list(tabel("tijd")["week"])
    deel = re.fullmatch(rf"(?:op |deze )?({'|'.join(week)})", tekst)
    if deel:
        verder = (week.index(deel[1]) - vandaag.weekday()) % _WEEK
        return vandaag + dt.timedelta(days=verder or _WEEK)
    over = re.fullmatch(r"over (\w+) (dag|dagen|week|weken)", tekst)
    aantal = None if over is None else _aantal(over[1])
    if over is None or aantal is None or aantal > _VERSTE:
        return None
    return vandaag + dt.timedelta(days=aantal * (_WEEK if over[2].startswith("w") else 1))


def _aantal(woord: str) -> int | None:
    if woord.isdecimal():
        return int(woord)
    return 1 if woord == "een" else getal(woord)


def _weekdag(deel: re.Match[str], vandaag: dt.date) -> dt.date:
    """Return 'volgende week dinsdag' or 'komende dinsdag'."""
    nummer = list(tabel("tijd")["week"]).index(deel["weekdag"])
    terug = deel["welke"] in ("afgelopen", "vorige")
    if deel["weken"]:
        maandag = vandaag - dt.timedelta(days=vandaag.weekday())
        return maandag + dt.timedelta(days=nummer + (-_WEEK if terug else _WEEK))
    verder = (nummer - vandaag.weekday()) % _WEEK
    return vandaag + dt.timedelta(days=(verder or _WEEK) - (_WEEK if terug and verder else 0))


class _Rond:
    """The words around one, up to some marks of punctuation; each stretch is walked once."""

    def __init__(self, rij: Rij) -> None:
        self._rij = rij
        self._laatst: dict[frozenset[str], tuple[int, int, set[str]]] = {}

    def woorden(self, nummer: int, grens: frozenset[str]) -> set[str]:
        """Return the words around one, itself included."""
        van, tot, uit = self._laatst.get(grens, (0, 0, set()))
        if not van <= nummer < tot:
            van, tot = nummer, nummer
            while van > 0 and self._rij.woorden[van - 1].vorm not in grens:
                van -= 1
            while tot < len(self._rij.woorden) and self._rij.woorden[tot].vorm not in grens:
                tot += 1
            uit = {woord.vorm for woord in self._rij.woorden[van:tot]}
            self._laatst[grens] = van, tot, uit
        return uit
