"""Het gesprek in Teams: van een activiteit naar een beurt."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Final

from bot.gesprekken import Gesprekken
from bot.kanalen.teams.activiteit import Activiteit
from bot.kanalen.teams.adapter import Adapter
from bot.kanalen.teams.bezorger import Bezorger, NietBezorgd
from bot.reactie import Reactie
from dialogs.beeld.gezegd import waarschuwing

log: Final = logging.getLogger(__name__)

Beurt = AbstractAsyncContextManager[Reactie]


class Teams:
    """Translates an activity into a turn, and has its messages delivered."""

    def __init__(self, gesprekken: Gesprekken, bezorger: Bezorger) -> None:
        self._gesprekken = gesprekken
        self._adapter = Adapter(bezorger)

    async def ontvang(self, activiteit: Activiteit) -> None:
        """Handle one activity; kinds we do not know are left alone.

        A reply that cannot be delivered is logged: what was said is saved, and the next message
        goes on from there.
        """
        beurt = self._beurt(activiteit)
        if beurt is None:
            return
        try:
            await self._adapter.beantwoord(activiteit, self._gesprekken.bezorgd(beurt))
        except NietBezorgd:
            log.warning("antwoord niet bezorgd")

    def _beurt(self, activiteit: Activiteit) -> Beurt | None:
        match activiteit.type:
            case "conversationUpdate":
                return self._groet(activiteit)
            case "message":
                return self._bericht(activiteit)
            case "messageUpdate":
                return self._gesprekken.bewerkt(
                    activiteit.wie(), activiteit.gesprek.id, activiteit.gezegd()
                )
            case _:
                return None

    def _groet(self, activiteit: Activiteit) -> Beurt | None:
        nieuw = activiteit.nieuwkomer()
        if nieuw is None:
            return None
        return self._gesprekken.begroet(
            activiteit.wie(nieuw),
            activiteit.gesprek.id,
            meegelezen=activiteit.leest_iemand_mee(),
        )

    def _bericht(self, activiteit: Activiteit) -> Beurt:
        gezegd = activiteit.gezegd()
        if not activiteit.heeft_bestand():
            return self._gezegd(activiteit, gezegd)
        geen_bestand = waarschuwing("bot.geen_bestand")
        if not gezegd:
            return self._gesprekken.zeg(activiteit.wie(), activiteit.gesprek.id, geen_bestand)

        @asynccontextmanager
        async def met_weigering() -> AsyncIterator[Reactie]:
            async with self._gezegd(activiteit, gezegd) as reactie:
                yield reactie.met_vooraf(geen_bestand)

        return met_weigering()

    def _gezegd(self, activiteit: Activiteit, gezegd: str) -> Beurt:
        return self._gesprekken.beurt(
            activiteit.wie(),
            activiteit.gesprek.id,
            gezegd,
            activiteit.id,
            activiteit.plek(),
            getypt=activiteit.is_getypt(),
            meegelezen=activiteit.leest_iemand_mee(),
        )
