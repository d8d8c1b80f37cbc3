"""What the heaviest weighings cost a turn: nine doelen with 25 data items, answered at random.

    python -m tests.benchmarks.zwaarste [NUMBER OF CONVERSATIONS]

Every conversation is answered with forms: of each question a share is 'weet ik niet', and what is
known differs per doel and per data item, so that hardly two of them are alike. A turn is what the
web chat does in one: the message, the picture, the screen and its JSON. At the end every general
fact is changed once (`wijzig`), after which all has to be weighed anew. Processor time of the
process, after the warm start of the server.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import random
import statistics
import sys
import time
from typing import Any, Final, NamedTuple

from bot.gesprekken import Gesprekken
from bot.opslag.geheugen import GeheugenOpslag
from bot.opstarten import richt_in
from bot.opwarmen import warm_op
from bot.wie import Wie
from dialogs.bedoeling import Ingevuld
from dialogs.beeld.scherm import schermbeeld
from dialogs.beeld.vraag import Beeldvraag, beeldvraag
from dialogs.beeld.wijzigen import te_wijzigen
from dialogs.dossier import Dossier
from dialogs.dossier.vragen import MAX_GEGEVENS, VRAGEN
from tests.benchmarks.meten import RONDEN
from tests.bot.nep import NU, Teller, na

WIE: Final = Wie("web", "professional")
BEURTEN: Final = 300
_GETOOND: Final = 12
ONBEKEND: Final = (0.0, 0.15, 0.3, 0.5, 0.8, 1.0)
"""The share of answers that nobody knows, one conversation after the other."""
_GEGEVENS: Final = (
    *("verslag", "cijfers", "verzuim", "diagnose", "schulden", "telefoonnummer", "adres", "bsn"),
    *("geloof", "strafblad", "niveau", "diploma", "medicijnen", "thuissituatie", "advies", "foto"),
    *(
        "afkomst",
        "startdatum",
        "opleiding",
        "inkomen",
        "gedrag",
        "netwerk",
        "talen",
        "vervoer",
        "doel",
    ),
)


class Beurt(NamedTuple):
    """What one turn cost, and which question it answered."""

    seconden: float
    vraag: str
    gesprek: int
    nummer: int


def antwoord(vraag: Beeldvraag, dobbel: random.Random, onbekend: float) -> str | Ingevuld:
    """Return an answer to what is asked: as a form where it has fields."""
    if vraag.soort == "slot":
        return "bewaar"
    if vraag.soort in ("bevestig", "lijst"):
        return "ja"
    if vraag.begrepen:
        return Ingevuld({vraag.sleutel or "": []})
    velden = vraag.velden or (vraag,)
    return Ingevuld({v.sleutel or "": _waarde(v, dobbel, onbekend) for v in velden})


def _waarde(veld: Beeldvraag, dobbel: random.Random, onbekend: float) -> Any:
    if veld.sleutel == "gegevens":
        return list(_GEGEVENS[:MAX_GEGEVENS])
    if veld.sleutel == "doel":
        return list(VRAGEN["doel"].keuzes)
    if veld.weet_niet is not None and dobbel.random() < onbekend:
        return None
    keuzes = [optie.in_formulier for optie in veld.opties]
    match veld.soort:
        case "meerkeuze" | "selectie":
            # Of the kinds of a data item mostly one; of the items themselves any number.
            hoogstens = 2 if veld.soort == "meerkeuze" else len(keuzes)
            return dobbel.sample(keuzes, dobbel.randint(1, max(1, min(hoogstens, len(keuzes)))))
        case "getal":
            return dobbel.randint(veld.min or 0, min(veld.max or 30, 30))
        case "datum":
            return dobbel.choice(("2025-03-03", "2026-03-02"))
        case "tekst":
            return "omdat het helpt"
        case _:
            return dobbel.choice(keuzes)


class _Gesprek:
    """One conversation, of which every turn is timed."""

    def __init__(self, zaad: int, nu: dt.datetime) -> None:
        self._gesprekken: Gesprekken = richt_in(GeheugenOpslag(), lambda: nu, Teller()).gesprekken
        self._dag = nu.date()
        self._zaad = zaad
        self.beurten: list[Beurt] = []
        self.dossier: Dossier | None = None

    async def zeg(self, gezegd: str | Ingevuld | None, wat: str) -> bool:
        """Take one turn (None: come in); tell whether it changed anything."""
        begin = time.process_time()
        if self.dossier is None or gezegd is None:
            reactie = await na(self._gesprekken.begroet(WIE, "web"))
        else:
            plek = beeldvraag(self.dossier).plek
            reactie = await na(self._gesprekken.beurt(WIE, "web", gezegd, None, plek))
        if reactie.dossier in (None, self.dossier):
            return False
        self.dossier = reactie.dossier
        assert self.dossier is not None
        schermbeeld(self.dossier, self._dag).model_dump_json()
        duur = time.process_time() - begin
        self.beurten.append(Beurt(duur, wat, self._zaad, len(self.beurten)))
        return True


async def gesprek(zaad: int, onbekend: float, nu: dt.datetime) -> list[Beurt]:
    """Hold one conversation to its end, then change what is general; return what turns cost."""
    dobbel = random.Random(zaad)
    loop = _Gesprek(zaad, nu)
    await loop.zeg(None, "hallo")
    for _ in range(BEURTEN):
        assert loop.dossier is not None
        vraag = beeldvraag(loop.dossier)
        wat = ", ".join(veld.sleutel or veld.soort for veld in vraag.velden or (vraag,))
        laatste = vraag.soort == "slot"
        if laatste:
            await _wijzig(loop, dobbel, onbekend)
        gewijzigd = await loop.zeg(antwoord(vraag, dobbel, onbekend), wat)
        if laatste or not gewijzigd:
            break
    return loop.beurten


async def _wijzig(loop: _Gesprek, dobbel: random.Random, onbekend: float) -> None:
    """Give another answer to every question that is not of one doel or one data item."""
    assert loop.dossier is not None
    for naam, keer in te_wijzigen(loop.dossier).items():
        sleutel = keer.vraag.id
        if keer.doel or keer.gegeven or sleutel in ("gegevens", "doel"):
            continue
        await loop.zeg(f"wijzig {naam}", f"wijzig {sleutel}")
        await loop.zeg(antwoord(beeldvraag(loop.dossier), dobbel, onbekend), f"ander: {sleutel}")


def snelste(zaad: int, onbekend: float) -> list[Beurt]:
    """Hold the same conversation a few times; of every turn the one that cost least.

    On a day of its own, and so with facts of its own: nothing is known from the time before.
    """
    dagen = (NU + dt.timedelta(days=ronde) for ronde in range(RONDEN))
    keren = [asyncio.run(gesprek(zaad, onbekend, dag)) for dag in dagen]
    return [min(beurten) for beurten in zip(*keren, strict=False)]


def main(aantal: int) -> None:
    """Print for every share of unknowns the turns, and the dearest of all."""
    warm_op()
    alle: list[Beurt] = []
    for onbekend in ONBEKEND:
        beurten = [beurt for zaad in range(aantal) for beurt in snelste(zaad, onbekend)]
        tijden = [beurt.seconden * 1e3 for beurt in beurten]
        _regel(
            f"{onbekend:4.0%} onbekend: {len(tijden):5} beurten, mediaan "
            f"{statistics.median(tijden):6.1f}, hoogste {max(tijden):7.1f} ms cpu"
        )
        alle += beurten
    for beurt in sorted(alle, reverse=True)[:_GETOOND]:
        waar = f"gesprek {beurt.gesprek}, beurt {beurt.nummer}"
        _regel(f"{beurt.seconden * 1e3:8.1f} ms  {waar}  {beurt.vraag[:60]}")


def _regel(tekst: str) -> None:
    sys.stdout.write(tekst + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 3)
