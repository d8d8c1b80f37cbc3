"""`make bench`: measures what has a goal, and prints it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from inspect import unwrap

from bot.bewaker import bewaak
from dialogs.dossier import Dossier, feitenblad
from dialogs.procedure import plaats
from dialogs.procedure.bord import Bord
from knowledge import belang
from knowledge.feiten import Situatie
from knowledge.invoer import antwoord, lees
from knowledge.weging import weeg_doel
from knowledge.zoeken.antwoord import antwoord as zoekantwoord
from tests.benchmarks import aantal_vragen, documenten, lezen, processen, uitgaand, webchat
from tests.benchmarks.meten import KB, Meting, herhaald, per_geval, tabel
from tests.benchmarks.situaties import halverwege, json_situaties, onvolledige, volledige
from tests.privacy.berichten import APART, OEFEN
from tests.privacy.berichten import lees as lees_berichten
from tests.zoekvragen.vragen import vragen

US, MS = 1e-6, 1e-3
VEEL = 10_000
ROMMEL = [
    (stuk * VEEL)[:VEEL]
    for stuk in (
        "Xqaberto. ",
        "leerling xqaberto ",
        "Van ",
        "ROC ",
        "a'",
        "1-1-",
        "06 ",
        "woont De ",
    )
]


def _oordeel(situatie: Situatie) -> None:
    weeg_doel(situatie, situatie.doelen()[0], volledig=False)


def _met_kantelpunten(situatie: Situatie) -> None:
    weeg_doel(situatie, situatie.doelen()[0])


def _telt_nog(dossier: Dossier) -> None:
    belang.telt_nog(Bord(dossier, feitenblad.doelen(dossier)[0]).stand)


def _weeg_alles(invoer: str) -> None:
    for situatie in lees(invoer)[0]:
        json.dumps(antwoord(situatie), ensure_ascii=False)


def metingen() -> Iterator[Meting]:
    """Measure, one line at a time."""
    yield Meting("oordeel, alles bekend", per_geval(_oordeel, volledige()), 200 * US)
    yield Meting(
        "oordeel met kantelpunten, alles bekend",
        per_geval(_met_kantelpunten, volledige()),
        1 * MS,
        10 * MS,
    )
    yield Meting(
        "oordeel met kantelpunten, 0-8 onbekend",
        per_geval(_met_kantelpunten, onvolledige()),
        1 * MS,
        10 * MS,
    )
    yield Meting("volgende vraag (plaats)", per_geval(unwrap(plaats), halverwege()), 1 * MS)
    yield Meting("wat telt nog (telt_nog)", per_geval(_telt_nog, halverwege()), 1 * MS)
    invoer = json.dumps(json_situaties(VEEL, 8))
    yield Meting(f"weeg op {VEEL} situaties", herhaald(partial(_weeg_alles, invoer), 1), 20)
    zoekvragen = [vraag.tekst for vraag in vragen()]
    yield Meting("zoeken: een antwoord", per_geval(zoekantwoord, zoekvragen), 50 * MS, 50 * MS)
    berichten = [bericht.tekst for deel in (OEFEN, APART) for bericht in lees_berichten(deel)]
    yield Meting("bewaker: een bericht", per_geval(bewaak, berichten), 1 * MS, 1 * MS)
    yield Meting("bewaker: 10.000 tekens rommel", per_geval(bewaak, ROMMEL), 1)
    yield Meting("bewaker: laden tot het eerste antwoord", processen.laden(processen.BEWAKER), 1)
    pydantic = processen.laden(processen.PYDANTIC)
    yield Meting("ter vergelijking: alleen pydantic laden", pydantic, 150 * MS)
    yield Meting("laden van wat weeg nodig heeft", processen.laden(processen.WEEG), 150 * MS)
    yield Meting("laden van alle kennis", processen.laden(processen.ALLE_KENNIS), 300 * MS)
    yield Meting("zoeken: app.py zoek (proces)", herhaald(processen.zoek, 9), 1)
    groet, eerste = processen.gesprek()
    yield Meting("chat: tot de begroeting", groet, 1)
    yield Meting("chat: tot de eerste reactie", eerste, 1.5)
    yield Meting("webchat: gewicht van de pagina", (webchat.gewicht(),), 250 * KB, in_bytes=True)
    yield Meting("webchat: openen tot de begroeting", webchat.openen(), 1)
    veel = f"webchat: een beurt bij {webchat.PAGINAS} pagina's"
    yield Meting(veel, webchat.beurten(), 100 * MS, 250 * MS)


if __name__ == "__main__":
    tabel(lezen.metingen())
    tabel(documenten.metingen())
    tabel(metingen())
    tabel(uitgaand.metingen())
    aantal_vragen.toon(aantal_vragen.tellingen())
