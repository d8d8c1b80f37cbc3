"""Eén bericht tegelijk: het slot van een gesprek blijft dicht tot het antwoord bewaard is."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Final

from bot.fouten import BotFout
from bot.logboek import zonder_woorden
from bot.opslag.poort import DocumentOnleesbaar, OpslagOnbereikbaar
from bot.reactie import Reactie
from bot.sloten.poort import Sloten
from bot.veranderingen.poort import Verandering, Veranderingen
from dialogs.bedoeling import Opdracht
from dialogs.beeld.delen import Optie
from dialogs.beeld.gezegd import Waarschuwing, waarschuwing
from dialogs.teksten import tekst
from dialogs.verstaan.opdrachten import herken

log: Final = logging.getLogger(__name__)

Werk = Callable[[], Awaitable[Reactie]]
Verstuur = Callable[[Reactie], Awaitable[None]]
"""Stores what is said to go out, if that was not done; does not raise."""


class BeurtMislukt(Exception):
    """Something unforeseen in a turn; carries the question, never the answer."""

    def __init__(self, vraag: str | None) -> None:
        super().__init__(vraag)
        self._vraag = vraag

    def vraag_id(self) -> str | None:
        """Return what may be logged: not the data item behind the colon, which somebody typed."""
        return None if self._vraag is None else self._vraag.partition(":")[0]


class OmDeBeurt:
    """Does what is asked of one conversation one after the other, each with its reply."""

    def __init__(self, sloten: Sloten, veranderingen: Veranderingen) -> None:
        self._sloten = sloten
        self._veranderingen = veranderingen

    @asynccontextmanager
    async def doe(self, sleutel: str, werk: Werk, verstuur: Verstuur) -> AsyncIterator[Reactie]:
        """Do the work under the lock of a conversation, and hold that while the block runs.

        What goes out later is stored by then, in order: only who shows it at once needs the block.

        Does not raise for what goes wrong in the work: the reactie says so. What the block raises
        passes, and what the work stored stays.
        """
        async with AsyncExitStack() as slot:

            async def onder_slot() -> Reactie:
                await slot.enter_async_context(self._sloten.op(sleutel))
                return await werk()

            reactie = await _veilig(onder_slot)
            await verstuur(reactie)
            try:
                yield reactie
            finally:
                # After the reply: who delivered it shows it already. Also when that failed.
                for verandering in reactie.veranderd:
                    await self._veranderingen.meld(verandering)

    @asynccontextmanager
    async def alleen(self, sleutel: str) -> AsyncIterator[list[Verandering]]:
        """Hold the lock of a conversation, and tell of the changes that the block notes.

        Raises:
            BotFout: the lock cannot be had now; the block is not run.
        """
        veranderd: list[Verandering] = []
        async with self._sloten.op(sleutel):
            yield veranderd
            for verandering in veranderd:
                await self._veranderingen.meld(verandering)


async def _veilig(werk: Werk) -> Reactie:
    """Do the work, or say what went wrong."""
    try:
        return await werk()
    except DocumentOnleesbaar as fout:
        log.warning("document onleesbaar\n%s", zonder_woorden(fout))
        return Reactie.zegt(onleesbaar())
    except BotFout as fout:
        if not isinstance(fout, OpslagOnbereikbaar):  # the log says that already
            log.warning("beurt niet verwerkt: %s", type(fout).__name__)
        return Reactie.zegt(waarschuwing(fout.sleutel, **fout.invulling))
    except Exception as fout:  # noqa: BLE001 - whatever it is, the user gets an answer
        vraag = fout.vraag_id() if isinstance(fout, BeurtMislukt) else None
        log.error("beurt mislukt bij vraag %s\n%s", vraag, zonder_woorden(fout))  # noqa: TRY400 - exception() would quote
    return Reactie.zegt(waarschuwing("bot.onverwacht"))


def is_opnieuw(gezegd: str) -> bool:
    """Tell whether somebody takes the way out of a conversation that cannot be read."""
    return wil_opnieuw(gezegd) or gezegd.strip() == "1"


def wil_opnieuw(gezegd: str) -> bool:
    """Tell whether somebody wants to begin again, whatever was shown."""
    return gezegd.strip() == tekst("bot.opnieuw_label") or herken(gezegd) == Opdracht("opnieuw")


def onleesbaar() -> Waarschuwing:
    """Say that a conversation cannot be read, with the way out of it."""
    keuze = Optie(waarde=tekst("bot.opnieuw_waarde"), label=tekst("bot.opnieuw_label"))
    zegt = waarschuwing(DocumentOnleesbaar.sleutel)
    return zegt.model_copy(update={"keuzes": (keuze,)})
