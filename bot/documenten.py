"""De gesprekken in de opslag: openen, bewaren, en apart leggen wat niet meer te gebruiken is."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from bot.dialoog import Dialoog
from bot.gespreksdocument import Gespreksdocument
from bot.klok import Klok, NieuweId
from bot.opslag.poort import Opslag, OpslagFout
from bot.veranderingen.poort import GesprekVeranderd, Verandering
from dialogs.dossier import Dossier
from dialogs.procedure.plek import plek

APART: Final = "]#"
"""Ends the key of a conversation (a JSON array) of which something was laid aside."""


@dataclass(frozen=True, slots=True)
class Open:
    """A conversation as it is stored; `versie` None when it is new."""

    sleutel: str
    document: Gespreksdocument
    versie: int | None

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
        """Tell whether the question that is open was shown, as far as somebody kept track."""
        return self.document.getoond in (None, plek(self.dossier))


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
            return Open(sleutel, Gespreksdocument.lees(document.inhoud), document.versie)
        dossier = self._dialoog.nieuw(self._nieuwe_id(), self._klok().date())
        return Open(sleutel, Gespreksdocument(dossier=dossier), None)

    async def bewaar(self, open_: Open, document: Gespreksdocument) -> Open:
        """Store the document, if anything in it changed; return it as it is now stored."""
        if open_.versie is not None and document == open_.document:
            return open_
        versie = await self._opslag.bewaar(open_.sleutel, document.inhoud(), open_.versie)
        if open_.dossier.verliest_aan(document.dossier):
            with suppress(OpslagFout):  # it is saved; whoever writes next tries again
                await self._opslag.maak_schoon()
        return replace(open_, document=document, versie=versie)

    async def is_getoond(self, open_: Open) -> None:
        """Remember that the picture of this conversation arrived."""
        await self.bewaar(open_, open_.document.met_getoond(plek(open_.dossier)))

    async def leg_apart(self, sleutel: str, bij: str | None = None) -> None:
        """Make room for a new conversation; what was there stays, for a person to read.

        Args:
            sleutel: the key of what is laid aside.
            bij: the conversation it is laid aside with, when that is another.
        """
        wanneer = self._klok().strftime("%Y-%m-%d %H:%M:%S")
        basis = (bij or sleutel).removesuffix("]")
        await self._opslag.hernoem(sleutel, f"{basis}{APART}{wanneer} {self._nieuwe_id()}")
