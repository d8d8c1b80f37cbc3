"""Vragen naar het verschil tussen oud en nieuw: over één onderwerp, of kaal over alles.

Who asks bare what changed gets the law as a whole, and then what changed for each profession;
among all that changed no single topic would be the answer.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from knowledge.data import lees_toml
from knowledge.zoeken.woorden import stopwoorden, woorden

OVERZICHTEN: Final = (
    "wetswijziging-school",
    "wetswijziging-doorstroompunt",
    "wetswijziging-gemeente",
)
"""What changed, for each profession."""
_DE_WET: Final = "begrip-wet-van-school-naar-duurzaam-werk"
_ERNA: Final = 0.9


def vraagt_verschil(vraag: str) -> bool:
    """Tell whether a question asks for old beside new."""
    return _heeft(vraag, _vormen("woorden"))


def van_alles(vraag: str) -> dict[str, float]:
    """Return the topics for who asks what changed and names no subject, with their scores."""
    rij = woorden(vraag)
    if not _heeft(vraag, _vormen("woorden") + _vormen("kaal")) or not _kaal().issuperset(rij):
        return {}
    return {_DE_WET: 1.0} | dict.fromkeys(OVERZICHTEN, _ERNA)


def _heeft(vraag: str, vormen: tuple[str, ...]) -> bool:
    rij = f" {' '.join(woorden(vraag))} "
    return any(f" {vorm} " in rij for vorm in vormen)


@cache
def _kaal() -> frozenset[str]:
    """Return the words that name no subject."""
    namen = ("woorden", "kaal", "eromheen")
    losse = {woord for naam in namen for vorm in _vormen(naam) for woord in woorden(vorm)}
    return stopwoorden() | losse


@cache
def _vormen(naam: str) -> tuple[str, ...]:
    tabel: dict[str, Any] = lees_toml("zoeken/taal.toml")["vergelijken"]
    return tuple(tabel[naam])
