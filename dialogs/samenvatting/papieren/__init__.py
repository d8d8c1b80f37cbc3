"""De papieren bij een weging: elk voor wie het leest, en alleen waar het past."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.boom import heel
from dialogs.samenvatting.papieren import (
    anoniem,
    artsverklaring,
    jongere,
    motivering,
    ontvanger,
    overdracht,
    toestemming,
    verzoek,
)
from dialogs.samenvatting.papieren.basis import PastNiet
from dialogs.stukken import Stuk
from dialogs.teksten import tekst

__all__ = ["PAPIEREN", "PastNiet", "maak", "passend"]

PAPIEREN: Final = (
    "weging",
    "overdracht",
    "ontvanger",
    "jongere",
    "toestemming",
    "verzoek",
    "anoniem",
    "artsverklaring",
    "motivering",
)
"""Every paper, the record itself first."""

_MAKERS: Final[dict[str, Callable[[Samenvatting], tuple[Stuk, ...]]]] = {
    "overdracht": overdracht.maak,
    "ontvanger": ontvanger.maak,
    "jongere": jongere.maak,
    "toestemming": toestemming.maak,
    "verzoek": verzoek.maak,
    "anoniem": anoniem.maak,
    "artsverklaring": artsverklaring.maak,
    "motivering": motivering.maak,
}


class Papier(NamedTuple):
    """A paper: what it is called, and the parts that it consists of."""

    titel: str
    stukken: tuple[Stuk, ...]


def maak(naam: str, s: Samenvatting, eigen: str | None = None) -> Papier:
    """Return a paper with this record.

    Args:
        naam: one of `PAPIEREN`.
        s: the record.
        eigen: the reference of one's own, which stands beside the record.

    Raises:
        PastNiet: this verdict has no use for it; the message says why.
    """
    kenmerk = s.kenmerk or tekst("papier.zonder_kenmerk")
    titel = tekst(f"papier.titel.{naam}", kenmerk=kenmerk)
    stukken = heel(s, eigen) if naam == "weging" else _MAKERS[naam](s)
    return Papier(titel, stukken)


def passend(s: Samenvatting) -> tuple[str, ...]:
    """Return the papers that this record has a use for."""
    return tuple(naam for naam in PAPIEREN if naam == "weging" or _past(naam, s))


def _past(naam: str, s: Samenvatting) -> bool:
    try:
        _MAKERS[naam](s)
    except PastNiet:
        return False
    return True
