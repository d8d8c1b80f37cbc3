"""Hoe lang een beurt duurt bij 10 tot 100.000 bewaarde gesprekken en wegingen, in beide opslagen.

    python -m tests.benchmarks.voorraad [SVG]

Turns are real, from loading until stored, in one process; what is stored of others
is as large as a conversation is, and a kilobyte for a weighing. With a path it is drawn there.
"""

from __future__ import annotations

import asyncio
import shutil
import signal
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import asyncpg

from bot.instellingen import BESTAND, lees
from bot.klok import nu
from bot.opslag.poort import Opslag
from bot.opstarten import op_opslag, richt_in
from bot.opwarmen import warm_op
from bot.wie import Wie
from tests.benchmarks.lijnen import Lijn, teken
from tests.bot.nep import Teller, na
from tests.bot.tab import GEEN_GROND
from tests.postgres import Wegwerp

AANTALLEN: Final = (10, 100, 1_000, 10_000, 100_000)
MENSEN: Final = 12
"""So many hold the whole conversation at each number."""
ZINNEN: Final = ("hallo", *GEEN_GROND, "bewaar")
_DOCUMENT: Final = "x" * 2_500
_WEGING: Final = "x" * 500
_DOCUMENTKOLOMMEN: Final = ("sleutel", "inhoud", "versie")
_WEGINGKOLOMMEN: Final = (
    *("kenmerk", "eigenaar", "afdruk", "datum", "titel", "markdown", "gegevens"),
)

Vul = Callable[[range], Any]


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What turns took, in milliseconds: of each the quickest, since others use this machine."""

    aantal: int
    beurt: float
    """The median over what is said."""
    bewaren: float
    """The turn that keeps a weighing."""


def _documenten(welke: range) -> Iterator[tuple[Any, ...]]:
    for nummer in welke:
        sleutel = Wie("teams", f"29:oud{nummer}", via="msteams").gesprek(f"a:oud{nummer}")
        yield sleutel, f'{{"dossier": "{_DOCUMENT}"}}', 1


def _wegingen(welke: range) -> Iterator[tuple[Any, ...]]:
    for nummer in welke:
        eigenaar = Wie("teams", f"29:oud{nummer}", via="msteams").eigenaar()
        kenmerk = f"WW-2001-{nummer:06}"
        yield kenmerk, eigenaar, f"afdruk{nummer}", "2001-01-01", "t", _WEGING, f'"{_WEGING}"'


def _vul_bestand(pad: Path, welke: range) -> None:
    with closing(sqlite3.connect(pad)) as bestand, bestand:
        bestand.executemany(
            f"INSERT INTO document ({', '.join(_DOCUMENTKOLOMMEN)}) VALUES (?, ?, ?)",  # noqa: S608 - ours
            _documenten(welke),
        )
        bestand.executemany(
            f"INSERT INTO weging ({', '.join(_WEGINGKOLOMMEN)}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - ours
            _wegingen(welke),
        )


async def _vul_database(adres: str, welke: range) -> None:
    verbinding = await asyncpg.connect(adres)
    await verbinding.copy_records_to_table(
        "document", records=_documenten(welke), columns=_DOCUMENTKOLOMMEN
    )
    await verbinding.copy_records_to_table(
        "weging", records=_wegingen(welke), columns=_WEGINGKOLOMMEN
    )
    await verbinding.execute("VACUUM ANALYZE")
    await verbinding.close()


async def _praat(opslag: Opslag, aantal: int) -> Uitkomst:
    """Let some people hold a whole conversation, one after the other."""
    gesprekken = richt_in(opslag, nu, Teller()).gesprekken
    duren: dict[str, list[float]] = {zin: [] for zin in ZINNEN}
    for nummer in range(MENSEN + 1):
        wie = Wie("teams", f"29:nieuw{aantal}-{nummer}", via="msteams")
        for keer, zin in enumerate(ZINNEN):
            begin = time.perf_counter()
            await na(gesprekken.beurt(wie, f"a:{nummer}", zin, f"in-{keer}"))
            duur = (time.perf_counter() - begin) * 1000
            if nummer:  # the first warms up
                duren[zin].append(duur)
    snelst = {zin: min(alle) for zin, alle in duren.items()}
    bewaren = snelst.pop("bewaar")
    return Uitkomst(aantal, statistics.median(snelst.values()), bewaren)


async def meet(omgeving: dict[str, str], vul: Vul) -> list[Uitkomst]:
    """Measure at each number, with a storage that is opened anew each time."""
    uit: list[Uitkomst] = []
    gevuld = 0
    for aantal in AANTALLEN:
        async with op_opslag(lees(omgeving)):
            pass  # makes the tables
        klaar = vul(range(gevuld, aantal))
        if klaar is not None:
            await klaar
        gevuld = aantal
        async with op_opslag(lees(omgeving)) as (opslag, _):
            uit.append(await _praat(opslag, aantal))
    return uit


@contextmanager
def _wegwerp() -> Iterator[str]:
    server = Wegwerp.maak()
    if server is None:
        sys.exit("hier is geen PostgreSQL te starten")
    server.start(fsync="on", synchronous_commit="on", full_page_writes="on")
    try:
        yield server.adres()
    finally:
        server.stop(signal.SIGQUIT)
        shutil.rmtree(server.map, ignore_errors=True)


async def _meet_alles() -> dict[str, list[Uitkomst]]:
    with tempfile.TemporaryDirectory() as map_, _wegwerp() as adres:
        pad = Path(map_) / BESTAND
        bestand = await meet({"WEEGWIJZER_DATA": map_}, lambda welke: _vul_bestand(pad, welke))
        database = await meet(
            {"WEEGWIJZER_DATA": map_, "WEEGWIJZER_DATABASE_URL": adres},
            lambda welke: _vul_database(adres, welke),
        )
        return {"SQLite": bestand, "PostgreSQL": database}


def main(argumenten: Sequence[str]) -> None:
    """Measure and write; draw where asked."""
    warm_op()
    metingen = asyncio.run(_meet_alles())
    for naam, uitkomsten in metingen.items():
        for een in uitkomsten:
            sys.stdout.write(
                f"{naam:<12}{een.aantal:>8} beurt {een.beurt:6.1f} ms"
                f" bewaren {een.bewaren:6.1f} ms\n"
            )
    for pad in argumenten:
        lijnen = [
            Lijn(naam, tuple((een.aantal, een.beurt) for een in uitkomsten))
            for naam, uitkomsten in metingen.items()
        ]
        Path(pad).write_text(teken(lijnen, "stored conversations and weighings", "ms a turn"))


if __name__ == "__main__":
    main(sys.argv[1:])
