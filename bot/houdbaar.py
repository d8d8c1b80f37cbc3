"""Welke bewaarde wegingen iemand opnieuw moet bekijken: berekend als de lijst gevraagd wordt."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from bot.bezit import Bezit
from bot.opslag.poort import Wegingregel
from bot.terzijde import naslaand
from bot.wie import Wie
from dialogs.samenvatting.houdbaar import let_op
from dialogs.samenvatting.versies import laatste

_ONTHOUDEN: Final = 10_000
"""So many weighings of which is known what there is to say on one day."""

Sleutel = tuple[str, str, dt.date]


class Houdbaar:
    """What there is to say of kept weighings. Remembers sentences of ours, and nothing of a record.

    A record never changes, so what was worked out holds for the rest of the day.
    """

    def __init__(self, bezit: Bezit) -> None:
        self._bezit = bezit
        self._bekend: OrderedDict[Sleutel, tuple[str, ...]] = OrderedDict()

    async def let_op(
        self, wie: Wie, regels: Sequence[Wegingregel], vandaag: dt.date
    ) -> dict[str, tuple[str, ...]]:
        """Return by reference why to look again; what is replaced needs no looking at.

        Raises:
            OpslagFout: storage cannot be used now.
        """
        alle = [regel.kenmerk for regel in regels]
        uit = {}
        for kenmerk in alle:
            if laatste(kenmerk, alle) == kenmerk:
                uit[kenmerk] = await self._van(wie, kenmerk, vandaag)
        return uit

    async def _van(self, wie: Wie, kenmerk: str, vandaag: dt.date) -> tuple[str, ...]:
        sleutel = (wie.eigenaar(), kenmerk, vandaag)
        if sleutel not in self._bekend:
            weging = await self._bezit.weging(wie, kenmerk)
            gegevens = {} if weging is None else weging.gegevens
            self._bekend[sleutel] = await naslaand(lambda: let_op(gegevens, vandaag))
            while len(self._bekend) > _ONTHOUDEN:
                self._bekend.popitem(last=False)
        return self._bekend[sleutel]
