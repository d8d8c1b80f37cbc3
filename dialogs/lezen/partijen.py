"""Organisaties in een tekst, oud, nieuw en zoals mensen ze noemen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.register import Register
from dialogs.lezen.sjabloon import maak
from dialogs.lezen.woorden import Rij

SCHOOL: Final = "school"
ANDERS: Final = "anders"
_VO: Final = "vo"
_VOOR: Final = 2
SCHOLEN: Final = frozenset(("vo", "pro", "vso", "mbo", "hbo_wo"))


@dataclass(frozen=True, slots=True)
class Partij:
    """An organisation where it is mentioned, by word numbers."""

    naam: str
    van: int
    tot: int
    niveau: bool = False
    """Named as an education ('mbo 3', 'entree'), which is seldom somebody who asks or gives."""


def zoek_partijen(rij: Rij) -> list[Partij]:
    """Return every organisation mentioned, in order; where two overlap, the longest."""
    gevonden = sorted(_organisaties().vind(rij), key=lambda t: (t.van - t.tot, t.van))
    bezet: set[int] = set()
    uit = []
    for treffer in gevonden:
        plaatsen = range(treffer.van, treffer.tot)
        if bezet.isdisjoint(plaatsen):
            bezet.update(plaatsen)
            naam, niveau = treffer.wat
            if naam:
                niveau = niveau and not _is_school(rij, naam, treffer.van, treffer.tot)
                uit.append(Partij(naam, treffer.van, treffer.tot, niveau))
    return sorted(uit, key=lambda partij: partij.van)


def _is_school(rij: Rij, naam: str, van: int, tot: int) -> bool:
    """Tell whether a school is named by its level: 'ons vmbo', 'bij het vmbo navragen'."""
    if naam != _VO or van < _VOOR:
        return False
    voor, lidwoord = (woord.vorm for woord in rij.woorden[van - _VOOR : van])
    if lidwoord == "," and rij.woorden[1].vorm in _lijst("rijtje"):
        return True
    if lidwoord in _lijst("van_ons") or (lidwoord == "een" and voor in ("zijn", "op")):
        return True
    if f"{voor} {lidwoord}" in _lijst("zegt_waar"):
        # 'Wij zijn vmbo' and 'Schoolmaatschappelijk werkster hier, vmbo'.
        return True
    na = rij.woorden[min(tot, len(rij.woorden) - 1)].vorm
    doet = voor in _lijst("voor_school") or na in _lijst("na_school")
    return lidwoord in _lijst("lidwoord") and doet


@cache
def _lijst(naam: str) -> frozenset[str]:
    return frozenset(tabel("organisaties")[naam])


@cache
def _organisaties() -> Register[tuple[str, bool]]:
    klassen = tabel("taal")["klassen"]
    return Register(
        [
            (maak(zin, klassen), (regel["partij"], regel.get("niveau", False)))
            for regel in tabel("organisaties")["regel"]
            for zin in regel["zinnen"]
        ]
    )


class _Naam(Protocol):
    @property
    def naam(self) -> str: ...
    @property
    def niveau(self) -> bool: ...


def namen(partijen: Iterable[_Naam]) -> tuple[str, ...]:
    """Return the organisations, each once; 'school' only while its kind is unclear."""
    alle = tuple(dict.fromkeys(partij.naam for partij in partijen if not partij.niveau))
    if SCHOLEN & set(alle):
        return tuple(naam for naam in alle if naam != SCHOOL)
    return alle
