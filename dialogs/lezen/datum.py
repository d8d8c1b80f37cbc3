"""Op welke dag er gedeeld wordt: 'op 9 maart 2026 dragen we hem over', 'morgen geef ik'.

Only a day with its year, or 'vandaag' and the like, in a sentence in which somebody shares; a day
on which something else happened ('op 1 oktober 2025 uitgeschreven') is none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.regels import Gelezen
from dialogs.lezen.stukken import lijst
from dialogs.lezen.woorden import SCHEIDING, Rij

_ZIN_UIT: Final = frozenset(".?")


@cache
def _dagen() -> re.Pattern[str]:
    maanden = "|".join(tabel("tijd")["maanden"])
    dichtbij = "|".join(tabel("tijd")["dichtbij"])
    return re.compile(
        rf"(?<![^ ])(?:@(?P<iso>[\d-]+) |#(?P<dag>\d+) (?P<maand>{maanden}) #(?P<jaar>20\d\d) "
        rf"|(?P<dichtbij>{dichtbij}) )"
    )


def lees_datum(rij: Rij, met_tijden: Rij, vandaag: dt.date) -> Iterator[Gelezen]:
    """Return the days of sharing; `met_tijden` is the row that word numbers count in."""
    for deel in _dagen().finditer(rij.tekst):
        nummer = rij.nummer(deel.start())
        dag = _dag(deel, vandaag)
        if dag is None or _rond(rij, nummer, SCHEIDING) & lijst("niet_die_dag"):
            continue
        # A day nearby is mentioned for many reasons: then the sharing is in the same clause.
        grens, soort = (SCHEIDING, "deelt_nu") if deel["dichtbij"] else (_ZIN_UIT, "deelt_op")
        if _rond(rij, nummer, grens) & lijst(soort):
            begin = rij.woorden[nummer].begin
            hier = next(n for n, w in enumerate(met_tijden.woorden) if w.einde > begin)
            yield Gelezen("datum", dag.isoformat(), hier, hier + 1, frozenset())


def _dag(deel: re.Match[str], vandaag: dt.date) -> dt.date | None:
    if deel["dichtbij"]:
        return vandaag + dt.timedelta(days=int(tabel("tijd")["dichtbij"][deel["dichtbij"]]))
    try:
        if deel["iso"]:
            return dt.date.fromisoformat(deel["iso"])
        maand = int(tabel("tijd")["maanden"][deel["maand"]])
        return dt.date(int(deel["jaar"]), maand, int(deel["dag"]))
    except ValueError:
        return None


def _rond(rij: Rij, nummer: int, grens: frozenset[str]) -> set[str]:
    """Return the words around one, up to these marks of punctuation."""
    van, tot = nummer, nummer
    while van > 0 and rij.woorden[van - 1].vorm not in grens:
        van -= 1
    while tot < len(rij.woorden) and rij.woorden[tot].vorm not in grens:
        tot += 1
    return {woord.vorm for woord in rij.woorden[van:tot]}
