"""Wie geeft en wie krijgt, gelezen aan vaste wendingen: 'een verzoek van', 'ligt bij'.

Templates over the text with each organisation as one word (`kanten.toml`); what the pieces of
`stukken` cannot see because the subject is something else: passive, nominalised, telegram style.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.partijen import SCHOLEN, SCHOOL
from dialogs.lezen.register import Register, Treffer
from dialogs.lezen.sjabloon import PARTIJ, maak
from dialogs.lezen.stukken import IK, Naamwoord, lijst, splitst
from dialogs.lezen.woorden import Rij, Woord

_SCHOOLSOORTEN: Final = SCHOLEN | {SCHOOL}


@dataclass(slots=True)
class Spoor:
    """Who gives and who gets, as far as some words tell, by word numbers of the text."""

    gever: str | None
    krijger: str | None
    van: int
    tot: int
    kracht: int = 2
    """Of what contradicts only the strongest counts."""


def zoek_kanten(woorden: Sequence[Naamwoord], eigen: str | None) -> Iterator[Spoor]:
    """Return what the turns of phrase tell; the writer's own organisation is 'ik'."""
    begint = lijst("splitst") | {"die"}
    rij = Rij([Woord(_vorm(woorden, n, begint), w.van, w.tot) for n, w in enumerate(woorden)])
    gevonden = list(_register().vind(rij))
    slokkers: dict[int, list[Treffer[dict[str, Any]]]] = {}
    for treffer in gevonden:
        if treffer.wat.get("slokt"):
            for nummer in range(treffer.van, treffer.tot):
                slokkers.setdefault(nummer, []).append(treffer)
    for treffer in gevonden:
        hier = range(treffer.van, treffer.tot)
        if all(s.wat is treffer.wat for nummer in hier for s in slokkers.get(nummer, ())):
            spoor = _spoor(treffer, rij, eigen)
            if spoor is not None:
                yield spoor


def _vorm(woorden: Sequence[Naamwoord], nummer: int, begint: Set[str]) -> str:
    woord = woorden[nummer]
    if woord.partij:
        return f"{PARTIJ}{woord.partij}"
    return "," if woord.vorm in begint and splitst(woorden, nummer) else woord.vorm


def _spoor(treffer: Treffer[dict[str, Any]], rij: Rij, eigen: str | None) -> Spoor | None:
    rollen = []
    for rol in ("van", "naar"):
        wie = treffer.vakken.get(rol, "").removeprefix(PARTIJ) or treffer.wat.get(rol)
        rollen.append(IK if wie is not None and wie == eigen else wie)
    gever, krijger = rollen
    if gever == krijger or {gever, krijger} <= _SCHOOLSOORTEN:
        # From one school to the next goes the young person, not the data.
        return None
    kracht = int(treffer.wat.get("kracht", 2))
    eerste, laatste = rij.woorden[treffer.van], rij.woorden[treffer.tot - 1]
    return Spoor(gever, krijger, eerste.begin, laatste.einde, kracht)


@cache
def _register() -> Register[dict[str, Any]]:
    klassen = tabel("taal")["klassen"] | tabel("kanten")["klassen"]
    return Register(
        [
            (maak(zin, klassen), regel)
            for regel in tabel("kanten")["regel"]
            for zin in regel["zinnen"]
        ]
    )
