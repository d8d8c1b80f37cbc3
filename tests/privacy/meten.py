"""Precisie en herkenning van de bewaker, per soort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.bewaker import bewaak
from bot.bewaker.vondst import Vondst
from tests.privacy.berichten import Bericht, Stuk


@dataclass(slots=True)
class Telling:
    """What was found and missed, by kind. Nothing of what should go may stay behind."""

    goed: Counter[str] = field(default_factory=Counter)
    vals: Counter[str] = field(default_factory=Counter)
    gemist: Counter[str] = field(default_factory=Counter)
    gelekt: int = 0
    """Pieces of which a letter or digit stays behind, whatever kind covers the rest."""
    fouten: list[str] = field(default_factory=list)

    def soorten(self) -> list[str]:
        return sorted({*self.goed, *self.vals, *self.gemist})

    def precisie(self, soort: str | None = None) -> float:
        goed, vals = self._som(self.goed, soort), self._som(self.vals, soort)
        return goed / (goed + vals) if goed + vals else 1.0

    def herkenning(self, soort: str | None = None) -> float:
        goed, gemist = self._som(self.goed, soort), self._som(self.gemist, soort)
        return goed / (goed + gemist) if goed + gemist else 1.0

    def aantal(self, soort: str | None = None) -> int:
        return self._som(self.goed, soort) + self._som(self.gemist, soort)

    @staticmethod
    def _som(teller: Counter[str], soort: str | None) -> int:
        return teller.total() if soort is None else teller[soort]


def meet(berichten: Iterable[Bericht]) -> Telling:
    """Count over a set of messages."""
    telling = Telling()
    for bericht in berichten:
        _tel(bericht, bewaak(bericht.tekst).gevonden, telling)
    return telling


def _tel(bericht: Bericht, gevonden: tuple[Vondst, ...], telling: Telling) -> None:
    gedekt = {plek for vondst in gevonden for plek in range(vondst.begin, vondst.einde)}
    for stuk in bericht.gevoelig:
        bloot = [p for p in range(stuk.begin, stuk.einde) if bericht.tekst[p].isalnum()]
        if not gedekt.issuperset(bloot):
            telling.gelekt += 1
        raak = gedekt.issuperset(bloot) and any(_zelfde(stuk, vondst) for vondst in gevonden)
        (telling.goed if raak else telling.gemist)[stuk.soort] += 1
        if not raak:
            telling.fouten.append(f"gemist {stuk.soort}: {_toon(bericht, gevonden)}")
    for vondst in gevonden:
        if not any(_overlapt(stuk, vondst) for stuk in bericht.gevoelig):
            telling.vals[vondst.soort] += 1
            telling.fouten.append(f"vals {vondst.soort}: {_toon(bericht, gevonden)}")


def _zelfde(stuk: Stuk, vondst: Vondst) -> bool:
    return _overlapt(stuk, vondst) and vondst.soort == stuk.soort


def _overlapt(stuk: Stuk, vondst: Vondst) -> bool:
    return vondst.begin < stuk.einde and stuk.begin < vondst.einde


def _toon(bericht: Bericht, gevonden: tuple[Vondst, ...]) -> str:
    wat = [(v.soort, bericht.tekst[v.begin : v.einde]) for v in gevonden]
    return f"{bericht.tekst!r} -> {wat}"
