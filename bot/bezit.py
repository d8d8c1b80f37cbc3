"""Wat iemand bewaarde: onder de sleutel van nu, van vroeger, en uit een ander kanaal."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from bot.documenten import Documenten
from bot.opslag.poort import (
    BewaardeWeging,
    DocumentOnleesbaar,
    Opslag,
    OpslagConflict,
    Wegingregel,
    volgorde,
)
from bot.wie import Wie

_ONTHOUDEN: Final = 10_000
"""So many conversations of which is known that nothing of before is left to take over."""


class Bezit:
    """What is kept of a person, whatever key they had. Every method may raise `OpslagFout`.

    Of somebody who is the same person in two channels each record stays where it was kept. So
    when configuration no longer says that they are the same, each has what they had.
    """

    def __init__(self, opslag: Opslag, documenten: Documenten) -> None:
        self._opslag = opslag
        self._documenten = documenten
        self._overgenomen: OrderedDict[str, None] = OrderedDict()

    async def neem_over(self, wie: Wie, gesprek_id: str) -> None:
        """Bring what this person had under an earlier id in this channel under the id of now.

        The channel proves both ids in one message (`Wie.vroeger`), so nothing of another ever
        becomes theirs. Whoever calls holds the lock of the conversation.
        """
        sleutel = wie.gesprek(gesprek_id)
        if not wie.vroeger or sleutel in self._overgenomen:
            return
        for gesprek, eigenaar in wie.vroegere(gesprek_id):
            if await self._is_er(gesprek):
                await self._verplaats(gesprek, sleutel)
            await self._opslag.geef_wegingen(eigenaar, wie.eigenaar())
        self._overgenomen[sleutel] = None
        while len(self._overgenomen) > _ONTHOUDEN:
            self._overgenomen.popitem(last=False)

    async def _is_er(self, sleutel: str) -> bool:
        try:
            return await self._opslag.laad(sleutel) is not None
        except DocumentOnleesbaar:
            return True

    async def _verplaats(self, van: str, naar: str) -> None:
        try:
            await self._opslag.verplaats(van, naar)
        except OpslagConflict:
            # They went on under the new id already: that conversation is theirs, this one stays.
            await self._documenten.leg_apart(van, bij=naar)

    async def wegingen(self, wie: Wie) -> tuple[Wegingregel, ...]:
        """Return the list of what this person kept, newest first."""
        eigen, *ander = wie.eigenaren()
        alle = await self._opslag.wegingen(eigen)
        if not ander:
            return alle
        for eigenaar in ander:
            alle += await self._opslag.wegingen(eigenaar)
        return tuple(sorted(alle, key=lambda regel: volgorde(regel.kenmerk), reverse=True))

    async def weging(self, wie: Wie, kenmerk: str) -> BewaardeWeging | None:
        """Return one kept weighing; None when it is not there or is someone else's."""
        for eigenaar in wie.eigenaren():
            if (weging := await self._opslag.weging(eigenaar, kenmerk)) is not None:
                return weging
        return None

    async def noem(self, wie: Wie, kenmerk: str, eigen: str) -> bool:
        """Say what this person calls a weighing; False when it is not theirs."""
        for eigenaar in wie.eigenaren():
            if await self._opslag.noem_weging(eigenaar, kenmerk, eigen):
                return True
        return False

    async def verwijder(self, wie: Wie, kenmerk: str) -> bool:
        """Forget a weighing for good; False when it is not theirs."""
        # Of one person in two channels a version may be kept under either.
        return any(
            [await self._opslag.verwijder_weging(eigenaar, kenmerk) for eigenaar in wie.eigenaren()]
        )
