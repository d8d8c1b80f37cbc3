"""What a turn costs on the heaviest state of all transcripts, beside another version if given.

    python -m tests.benchmarks.beurten [PATH OF ANOTHER CHECKOUT]

Both versions run as real servers and get the same words over `/api/messages`, in turns, so that
a busy machine weighs on both alike. Every conversation has a day of its own, and so facts of its
own: no server can know the answer from a conversation before.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import statistics
import sys
from collections import defaultdict
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final, NamedTuple

from dialogs.dossier.vragen import Vraagsoort, keer_van
from tests.benchmarks.processen import ROOT
from tests.benchmarks.servers import Server, server
from tests.transcripten import Transcript, transcripten

KEREN: Final = 15
"""So many conversations per server on the heaviest state."""
RONDEN: Final = 3
_WAAROM: Final = "waarom"
_ONZIN: Final = "zwrk blfp"
_VRIJ: Final = (Vraagsoort.TEKST, Vraagsoort.GEGEVENS)
"""Kinds of questions to which anything is an answer, so nothing is not understood."""
_GETOOND: Final = 5
_EEN_DAG: Final = dt.timedelta(days=1)


class Plek(NamedTuple):
    """A state of a transcript: the open question after so many sentences."""

    naam: str
    nummer: int

    @property
    def transcript(self) -> Transcript:
        """The transcript it is a state of."""
        return next(t for t in transcripten() if t.naam == self.naam)

    @property
    def vraag(self) -> str:
        """The key of the question that is open."""
        return self.transcript.gesprek[self.nummer][0]

    def vrij(self) -> bool:
        """Tell whether anything said here is an answer."""
        keer = keer_van(self.vraag)
        return keer is not None and keer.vraag.id != "begrepen" and keer.vraag.soort in _VRIJ


async def zoek(bij: Server) -> list[tuple[float, Plek]]:
    """Walk every transcript; return its states with what two turns cost there, heaviest first.

    The cheapest of some rounds: what a process does now and then is no part of a state. Every
    round begins with another transcript, or the garbage of one would fall at the same place.
    """
    kosten: dict[Plek, float] = {}
    for ronde in range(RONDEN):
        deel = ronde * len(transcripten()) // RONDEN
        for transcript in transcripten()[deel:] + transcripten()[:deel]:
            bij.zet_dag(transcript.vandaag + ronde * _EEN_DAG)
            gesprek = f"{transcript.naam} {ronde}"
            await bij.zeg(gesprek, "hallo")
            for nummer, (_, zin) in enumerate(transcript.gesprek):
                kost = await bij.zeg(gesprek, _WAAROM) + await bij.zeg(gesprek, zin)
                plek = Plek(transcript.naam, nummer)
                kosten[plek] = min(kost, kosten.get(plek, kost))
    return sorted(((kost, plek) for plek, kost in kosten.items()), reverse=True)


async def meet(servers: Sequence[Server], plek: Plek) -> dict[tuple[str, str], list[float]]:
    """Measure the turns on one state, every server in turn: (turn, server) to seconds."""
    uit: dict[tuple[str, str], list[float]] = defaultdict(list)
    for keer in range(KEREN):
        for bij in servers:
            bij.zet_dag(plek.transcript.vandaag + (keer + RONDEN) * _EEN_DAG)
            gesprek = f"{plek.naam} {plek.nummer} {keer}"
            await bij.zeg(gesprek, "hallo")
            for _, zin in plek.transcript.gesprek[: plek.nummer]:
                await bij.zeg(gesprek, zin)
            uit[_WAAROM, bij.naam].append(await bij.zeg(gesprek, _WAAROM))
            if not plek.vrij():
                uit["niet begrepen", bij.naam].append(await bij.zeg(gesprek, _ONZIN))
            antwoord = plek.transcript.gesprek[plek.nummer][1]
            uit["antwoord", bij.naam].append(await bij.zeg(gesprek, antwoord))
    return uit


def _zwaarst(gevonden: list[tuple[float, Plek]]) -> list[Plek]:
    """Return the heaviest state, and where that takes any answer, the heaviest that does not."""
    plekken = [plek for _, plek in gevonden]
    eerste = plekken[0]
    anders = next(plek for plek in plekken if not plek.vrij())
    return [eerste, anders] if eerste.vrij() else [eerste]


def _toon(plek: Plek, uit: dict[tuple[str, str], list[float]]) -> None:
    namen = list(dict.fromkeys(naam for _, naam in uit))
    _regel(f"\n{plek.naam}, bij de vraag {plek.vraag} (ms cpu, mediaan van {KEREN})")
    _regel("beurt".ljust(16) + "".join(naam.rjust(16) for naam in namen))
    for beurt in dict.fromkeys(beurt for beurt, _ in uit):
        midden = [statistics.median(uit[beurt, naam]) for naam in namen]
        deel = f"{midden[-1] / midden[0]:16.2f}" if len(namen) > 1 else ""
        _regel(beurt.ljust(16) + "".join(f"{m * 1e3:16.1f}" for m in midden) + deel)


def _regel(tekst: str) -> None:
    sys.stdout.write(tekst + "\n")
    sys.stdout.flush()


async def main(checkouts: Sequence[Path]) -> None:
    """Find the heaviest state with the first server, and measure all servers there."""
    async with AsyncExitStack() as open_:
        servers = [await open_.enter_async_context(server(pad)) for pad in checkouts]
        gevonden = await zoek(servers[0])
        _regel(f"zwaarste van {len(gevonden)} toestanden (waarom en antwoord samen):")
        for kosten, plek in gevonden[:_GETOOND]:
            _regel(f"{kosten * 1e3:10.1f} ms  {plek.naam}  {plek.vraag}")
        for plek in _zwaarst(gevonden):
            _toon(plek, await meet(servers, plek))


if __name__ == "__main__":
    asyncio.run(main([*(Path(pad).resolve() for pad in sys.argv[1:]), ROOT]))
