"""De samenvatting voor een scherm: in haar geheel, en kort terwijl zij groeit."""

from __future__ import annotations

from dialogs.beeld.delen import Schermdeel
from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.boom import heel
from dialogs.samenvatting.kort import in_het_kort, oordelen
from dialogs.stukken import Oordeel, Stuk


class Verslag(Schermdeel):
    """The record as a screen shows it."""

    heel: tuple[Stuk, ...]
    oordelen: tuple[Oordeel, ...]
    """The verdicts alone, for where a conversation ends."""
    samen: str | None
    """The conclusion over all purposes, where there are more."""
    kort: tuple[Stuk, ...]
    """Empty as long as nothing was said."""


def verslag(samenvatting: Samenvatting, eigen: str | None = None) -> Verslag:
    """Return the parts a screen shows of a summary, kept or still growing.

    Args:
        samenvatting: the record.
        eigen: the reference of one's own that a kept one has.
    """
    return Verslag(
        heel=heel(samenvatting, eigen),
        oordelen=oordelen(samenvatting),
        samen=samenvatting.samen,
        kort=in_het_kort(samenvatting),
    )
