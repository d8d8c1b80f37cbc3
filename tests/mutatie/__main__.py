"""Try every mutant of the rules and report which ones nothing finds out.

`python -m tests.mutatie [words]`: only mutants whose name holds all these words.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from knowledge.kennis import Kennis, huidige
from tests.mutatie import proeven
from tests.mutatie.gelijk import TeGroot, account_gelijk, verschil
from tests.mutatie.mutanten import Mutant, mutanten

BEKEND: Final = Path(__file__).with_name("bekend.toml")
"""Survivors that stay, each with its reason."""
_PROCESSEN: Final = 2


class Verslag(NamedTuple):
    """What became of one mutant."""

    id: str
    lot: str
    """`gedood`, `gelijk` or `overleeft`."""
    waardoor: str


def main(woorden: Iterable[str]) -> int:
    """Run and report; return 1 when a mutant survives that is not known, else 0."""
    begin = time.monotonic()
    gekozen = [m.id for m in _alle().values() if all(woord in m.id for woord in woorden)]
    proeven.warm_op(huidige())
    with multiprocessing.get_context("fork").Pool(_PROCESSEN) as pool:
        verslagen = list(pool.imap_unordered(beproef, gekozen, chunksize=8))
    for regel in _verslag(sorted(verslagen), time.monotonic() - begin):
        sys.stdout.write(regel + "\n")
    return int(any(v.lot == "overleeft" and v.id not in _bekend() for v in verslagen))


@cache
def _alle() -> Mapping[str, Mutant]:
    return {mutant.id: mutant for mutant in mutanten(huidige())}


def beproef(id_: str) -> Verslag:
    """Try one mutant."""
    mutant, vandaag = _alle()[id_], huidige()
    kennis = mutant.maak()
    doder = proeven.gedood_door(kennis)
    if doder is None:
        gevonden = _verschil(kennis) if mutant.kan_verschillen() else None
        if gevonden is None and (not mutant.kan_verschillen() or account_gelijk(vandaag, kennis)):
            return Verslag(id_, "gelijk", "geen situatie maakt verschil")
        doder = proeven.gedood_door_rooster(kennis)
        if doder is None:
            return Verslag(id_, "overleeft", gevonden or "zelfde oordeel, andere toelichting")
    return Verslag(id_, "gedood", doder)


def _verschil(kennis: Kennis) -> str | None:
    try:
        gevonden = verschil(huidige(), kennis)
    except TeGroot:
        return "te groot om uit te zoeken"
    if gevonden is None:
        return None
    feiten, hier, daar = gevonden
    return f"{hier} wordt {daar}, bij {_kort(feiten)}"


def _kort(feiten: Mapping[str, object]) -> str:
    return ", ".join(
        f"{naam}={'+'.join(sorted(w)) if isinstance(w, frozenset) else w}"
        for naam, w in sorted(feiten.items())
    )


def _verslag(verslagen: Iterable[Verslag], seconden: float) -> Iterator[str]:
    bekend = _bekend()
    lot = Counter(v.lot for v in verslagen)
    door = Counter(v.waardoor for v in verslagen if v.lot == "gedood")
    over = [v for v in verslagen if v.lot == "overleeft"]
    for v in over:
        yield f"{'bekend' if v.id in bekend else 'NIEUW '}  {v.id}"
        yield f"        {bekend.get(v.id, v.waardoor)}"
    yield (
        f"{lot.total()} mutanten: {lot['gedood']} gedood, {lot['gelijk']} gelijkwaardig, "
        f"{lot['overleeft']} overleven ({sum(v.id in bekend for v in over)} bekend); "
        f"{seconden:.0f} s"
    )
    yield "gedood door: " + ", ".join(f"{naam} {aantal}" for naam, aantal in door.most_common())


def _bekend() -> dict[str, str]:
    return {**tomllib.loads(BEKEND.read_text("utf-8"))}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
