"""De gesprekken in de opslag: openen, bewaren, en apart leggen wat niet meer te gebruiken is."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from bot.dialoog import Dialoog
from bot.gespreksdocument import Gespreksdocument
from bot.klok import Klok, NieuweId
from bot.opslag.poort import Opslag, OpslagFout
from bot.opslag.uitgaand import Uitgaand, Vastlegging
from bot.veranderingen.poort import GesprekVeranderd, Verandering
from dialogs.dossier import Dossier
from dialogs.procedure.plek import plek

APART: Final = "]#"
"""Ends the key of a conversation (a JSON array) of which something was laid aside."""

_STAP: Final = 0.01
_LANGZAMER: Final = 10
_KEREN: Final = 50
"""Together some four and a half seconds: Teams wants to hear from us within fifteen."""


@dataclass(frozen=True, slots=True)
class Open:
    """A conversation as it is stored; `versie` None when it is new."""

    sleutel: str
    document: Gespreksdocument
    versie: int | None
    getoond: str | None = None
    """The `plek` of the picture that arrived last; None where nobody keeps track."""

    @property
    def dossier(self) -> Dossier:
        """The weighing in it."""
        return self.document.dossier

    def veranderd(self, versie: int | None) -> tuple[Verandering, ...]:
        """Return what changed now that this version is stored."""
        if versie is None or versie == self.versie:
            return ()
        return (GesprekVeranderd(self.sleutel, versie),)

    def kwam_aan(self) -> bool:
        """Tell whether the question that is open was shown, where somebody keeps track of that."""
        return self.getoond == plek(self.dossier)


class Documenten:
    """Reads and writes the stored form of conversations. Every method may raise `OpslagFout`."""

    def __init__(self, opslag: Opslag, klok: Klok, nieuwe_id: NieuweId, dialoog: Dialoog) -> None:
        self._opslag = opslag
        self._klok = klok
        self._nieuwe_id = nieuwe_id
        self._dialoog = dialoog

    async def laad(self, sleutel: str) -> Open:
        """Return a conversation; a new one when there is none.

        Raises:
            DocumentOnleesbaar: it is damaged, or a newer program wrote it.
        """
        document = await self._opslag.laad(sleutel)
        if document is not None:
            gelezen = Gespreksdocument.lees(document.inhoud)
            return Open(sleutel, gelezen, document.versie, document.getoond)
        dossier = self._dialoog.nieuw(self._nieuwe_id(), self._klok().date())
        return Open(sleutel, Gespreksdocument(dossier=dossier), None)

    async def na_bezorging(self, sleutel: str) -> None:
        """Wait until is known whether what was said in this conversation arrived.

        For a first try only, and not for ever: who hears nothing for long may go on. Not while the
        document is held: that it arrived is written down in its row.
        """
        for keer in range(_KEREN):
            if not await self._opslag.onderweg(sleutel, self._klok()):
                return
            await asyncio.sleep(_STAP * min(keer + 1, _LANGZAMER))

    async def bewaar(
        self,
        open_: Open,
        document: Gespreksdocument,
        uit: tuple[Uitgaand, ...] = (),
        bericht_id: str | None = None,
    ) -> Open:
        """Store the document if it changed, what is said, and that this message was handled.

        Returns:
            The conversation as it is now stored.

        Raises:
            BerichtGezien: the message was handled before; nothing was stored.
        """
        nieuw = open_.versie is None or document != open_.document
        if not (nieuw or uit or bericht_id):
            return open_
        inhoud = document.inhoud() if nieuw else None
        wat = Vastlegging(open_.sleutel, self._klok(), inhoud, open_.versie, uit, bericht_id)
        versie = await self._opslag.leg_vast(wat)
        if open_.dossier.verliest_aan(document.dossier):
            with suppress(OpslagFout):  # it is saved; whoever writes next tries again
                await self._wis_resten(open_.sleutel)
        return replace(open_, document=document, versie=versie)

    async def komt_nog(self, sleutel: str) -> bool:
        """Tell whether something of this conversation still goes out by itself."""
        alles = await self._opslag.uitgaand()
        return any(regel.sleutel == sleutel and regel.dood is None for regel in alles)

    async def _wis_resten(self, sleutel: str) -> None:
        """Leave nothing of what was let go: not in messages that were given up, not on disk."""
        for regel in await self._opslag.uitgaand():
            if regel.sleutel == sleutel and regel.dood is not None:
                await self._opslag.wis_uitgaand(regel.nummer)
        await self._opslag.maak_schoon()

    async def zeg(self, sleutel: str, uit: tuple[Uitgaand, ...], bericht_id: str | None) -> None:
        """Store what is said while the document stays as it is.

        Raises:
            BerichtGezien: the message it answers was handled before; nothing was stored.
        """
        await self._opslag.leg_vast(
            Vastlegging(sleutel, self._klok(), uit=uit, bericht_id=bericht_id)
        )

    async def is_gezien(self, sleutel: str, bericht_id: str | None) -> bool:
        """Tell whether this message was handled before."""
        return bericht_id is not None and await self._opslag.is_gezien(sleutel, bericht_id)

    async def zend_opnieuw(self, sleutel: str, bericht_id: str) -> bool:
        """Let what is left of the reply to this message go out; tell whether there is any."""
        return await self._opslag.zend_opnieuw(sleutel, bericht_id, self._klok())

    async def leg_apart(self, sleutel: str, bij: str | None = None) -> None:
        """Make room for a new conversation; what was there stays, for a person to read.

        Args:
            sleutel: the key of what is laid aside.
            bij: the conversation it is laid aside with, when that is another.
        """
        wanneer = self._klok().strftime("%Y-%m-%d %H:%M:%S")
        basis = (bij or sleutel).removesuffix("]")
        await self._opslag.hernoem(sleutel, f"{basis}{APART}{wanneer} {self._nieuwe_id()}")
