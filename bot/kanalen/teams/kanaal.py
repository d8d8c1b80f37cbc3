"""Het gesprek in Teams: van een activiteit naar een beurt."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Final

from bot.gesprekken import Gesprekken
from bot.kanalen.teams.activiteit import Activiteit
from bot.kanalen.teams.adapter import antwoorden
from bot.opslag.uitgaand import Uitgaand
from bot.post import Post
from bot.reactie import Reactie
from dialogs.beeld import Beeld
from dialogs.beeld.gezegd import Gezegde, waarschuwing

Beurt = AbstractAsyncContextManager[Reactie]
_GEEN_BESTAND: Final = "bot.geen_bestand"


class Teams:
    """Translates an activity into a turn; what it says is stored, and delivered from there."""

    def __init__(self, gesprekken: Gesprekken) -> None:
        self._gesprekken = gesprekken

    async def ontvang(self, activiteit: Activiteit) -> None:
        """Handle one activity; kinds we do not know are left alone.

        When this returns the answer and its reply are stored: Teams may forget what it sent.
        """
        beurt = self._beurt(activiteit)
        if beurt is not None:
            async with beurt:
                pass

    def _beurt(self, activiteit: Activiteit) -> Beurt | None:
        match activiteit.type:
            case "conversationUpdate":
                return self._groet(activiteit)
            case "message":
                return self._bericht(activiteit)
            case "messageUpdate":
                return self._gesprekken.bewerkt(
                    activiteit.wie(),
                    activiteit.gesprek.id,
                    activiteit.gezegd(),
                    post=_post(activiteit),
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
            activiteit.id,
            post=_post(activiteit),
        )

    def _bericht(self, activiteit: Activiteit) -> Beurt:
        gezegd = activiteit.gezegd()
        vooraf = (waarschuwing(_GEEN_BESTAND),) if activiteit.heeft_bestand() else ()
        if vooraf and not gezegd:
            return self._gesprekken.zeg(
                activiteit.wie(),
                activiteit.gesprek.id,
                *vooraf,
                bericht_id=activiteit.id,
                post=_post(activiteit),
            )
        return self._gesprekken.beurt(
            activiteit.wie(),
            activiteit.gesprek.id,
            gezegd,
            activiteit.id,
            activiteit.plek(),
            getypt=activiteit.is_getypt(),
            post=_post(activiteit, *vooraf),
        )


def _post(activiteit: Activiteit, *vooraf: Gezegde) -> Post:
    """Answer this activity; say this before it."""

    def maak(beeld: Beeld) -> tuple[Uitgaand, ...]:
        alles = beeld.model_copy(update={"gezegd": (*vooraf, *beeld.gezegd)})
        return antwoorden(activiteit, alles)

    return Post(maak, meegelezen=activiteit.leest_iemand_mee())
