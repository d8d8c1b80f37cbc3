"""Try every mutant of the rules and report which ones nothing finds out.

`python -m tests.mutatie [words]`: only mutants whose name holds all these words.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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


def main(woorden: Sequence[str]) -> int:
    """Run and report; return 1 when a mutant survives that is not known, else 0."""
    begin = time.monotonic()
    gekozen = [id_ for id_ in _alle() if all(woord in id_ for woord in woorden)]
    proeven.warm_op(huidige())
    verslagen = []
    with multiprocessing.get_context("fork").Pool(_PROCESSEN) as pool:
        for verslag in pool.imap(beproef, gekozen, chunksize=4):
            verslagen.append(verslag)
            if verslag.lot == "overleeft":
                _meld(f"{'bekend' if verslag.id in bekend() else 'NIEUW '}  {verslag.id}")
                _meld(f"        {bekend().get(verslag.id, verslag.waardoor)}")
    for regel in _samenvatting(verslagen, time.monotonic() - begin):
        _meld(regel)
    return int(any(v.lot == "overleeft" and v.id not in bekend() for v in verslagen))


@cache
def _alle() -> Mapping[str, Mutant]:
    return {mutant.id: mutant for mutant in mutanten(huidige())}


def beproef(id_: str) -> Verslag:
    """Try one mutant."""
    mutant, kennis = _alle()[id_], _alle()[id_].maak()
    doder = proeven.gedood_door_casus_of_lezing(kennis)
    if doder is not None:
        return Verslag(id_, "gedood", doder)
    gevonden = _verschil(kennis) if mutant.kan_verschillen() else None
    if gevonden is None and (not mutant.kan_verschillen() or account_gelijk(huidige(), kennis)):
        return Verslag(id_, "gelijk", "geen situatie maakt verschil")
    doder = proeven.gedood_door(kennis)
    if doder is not None:
        return Verslag(id_, "gedood", doder)
    return Verslag(id_, "overleeft", gevonden or "zelfde oordeel, andere toelichting")


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


def _samenvatting(verslagen: Sequence[Verslag], seconden: float) -> Iterator[str]:
    lot = Counter(v.lot for v in verslagen)
    door = Counter(v.waardoor for v in verslagen if v.lot == "gedood")
    over = [v for v in verslagen if v.lot == "overleeft"]
    yield (
        f"{lot.total()} mutanten: {lot['gedood']} gedood, {lot['gelijk']} gelijkwaardig, "
        f"{lot['overleeft']} overleven ({sum(v.id in bekend() for v in over)} bekend); "
        f"{seconden:.0f} s"
    )
    yield "gedood door: " + ", ".join(f"{naam} {aantal}" for naam, aantal in door.most_common())


@cache
def bekend() -> Mapping[str, str]:
    """Return the survivors that stay, with the reason."""
    return {id_: str(reden) for id_, reden in tomllib.loads(BEKEND.read_text("utf-8")).items()}


def _meld(regel: str) -> None:
    sys.stdout.write(regel + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
