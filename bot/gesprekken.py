"""Eén beurt: laden, verwerken, bewaren, en dan pas antwoorden; zolang is het gesprek op slot."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Collection
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Final

from bot.beurten import Beurten
from bot.bezit import Bezit
from bot.deur import ontvang
from bot.dialoog import Dialoog
from bot.documenten import Documenten
from bot.grenzen import RUIM, Grenzen
from bot.inbreng import Inbreng
from bot.klok import Klok, NieuweId
from bot.mensen import ONBEKENDEN, Mensen
from bot.om_de_beurt import OmDeBeurt, Werk
from bot.ondertekening import ZONDER_SLEUTEL, Ondertekening
from bot.opruimen import Opgeruimd, Opruimer
from bot.opslag.poort import BewaardeWeging, Opslag, OpslagFout, Wegingregel
from bot.reactie import Reactie
from bot.sloten.poort import Sloten
from bot.uitvoerder import Uitvoerder
from bot.veranderingen.poort import Veranderingen
from bot.wie import Wie
from dialogs import gesprek
from dialogs.bedoeling import Ingevuld
from dialogs.beeld.gezegd import Gezegde, waarschuwing

log: Final = logging.getLogger(__name__)


class Gesprekken:
    """All conversations, whatever channel they come from.

    A turn is a block: `async with gesprekken.beurt(...) as reactie`. When it begins everything is
    stored; until it ends the conversation is locked, so a channel delivers the reply within it and
    replies of two messages never mix. What the block raises passes; what was stored stays.

    A turn itself never raises for what storage or the dialog does wrong: it says so, and the stored
    state is as it was.
    """

    def __init__(  # noqa: PLR0913 - all that a conversation stands on
        self,
        opslag: Opslag,
        sloten: Sloten,
        veranderingen: Veranderingen,
        klok: Klok,
        nieuwe_id: NieuweId,
        *,
        dialoog: Dialoog = gesprek,
        grenzen: Grenzen = RUIM,
        mensen: Mensen = ONBEKENDEN,
        ondertekening: Ondertekening = ZONDER_SLEUTEL,
    ) -> None:
        self._opslag = opslag
        self._mensen = mensen
        self._documenten = Documenten(opslag, klok, nieuwe_id, dialoog)
        self._bezit = Bezit(opslag, self._documenten)
        self._sloten = sloten
        self._veranderingen = veranderingen
        self._om_de_beurt = OmDeBeurt(sloten, veranderingen)
        self._opruimer = Opruimer(opslag, self._bezit, self._documenten, klok, dialoog)
        uitvoerder = Uitvoerder(opslag, self._bezit, self._opruimer, klok, dialoog, ondertekening)
        self._beurten = Beurten(self._documenten, uitvoerder, klok, dialoog, grenzen)
        self._grenzen = grenzen

    def begroet(
        self, wie: Wie, gesprek_id: str, *, meegelezen: bool = False
    ) -> AbstractAsyncContextManager[Reactie]:
        """Open or resume the conversation of this person; `meegelezen`: others read along."""
        wie = self._mensen.herken(wie)
        sleutel = wie.gesprek(gesprek_id)
        return self._doe(wie, gesprek_id, lambda: self._beurten.begroet(wie, sleutel, meegelezen))

    def bekijk(self, wie: Wie, gesprek_id: str) -> AbstractAsyncContextManager[Reactie]:
        """Give the weighing with a question open, without saying anything."""
        wie = self._mensen.herken(wie)
        sleutel = wie.gesprek(gesprek_id)
        return self._doe(wie, gesprek_id, lambda: self._beurten.bekijk(wie, sleutel))

    def beurt(
        self,
        wie: Wie,
        gesprek_id: str,
        gezegd: str | Ingevuld,
        bericht_id: str | None = None,
        bij: str | None = None,
        *,
        getypt: bool = False,
        meegelezen: bool = False,
    ) -> AbstractAsyncContextManager[Reactie]:
        """Handle one message.

        Args:
            wie: who speaks.
            gesprek_id: the conversation, as the channel calls it.
            gezegd: what was said or filled in, as it came in.
            bericht_id: the channel's id of the message; handled before means no reply.
            bij: the `plek` of the picture it answers, which may be behind; a form needs one.
                Empty when nobody knows: then only a command counts.
            getypt: it was typed. Without `bij` it answers the picture that arrived last
                (`bezorgd`); a command works whatever is shown.
            meegelezen: others read along, so the reply keeps the young person out of it.
        """
        wie = self._mensen.herken(wie)
        sleutel = wie.gesprek(gesprek_id)
        inbreng = Inbreng(gezegd, bericht_id, bij, getypt=getypt, meegelezen=meegelezen)
        return self._doe(wie, gesprek_id, lambda: self._beurten.beurt(wie, sleutel, inbreng))

    def _doe(self, wie: Wie, gesprek_id: str, werk: Werk) -> AbstractAsyncContextManager[Reactie]:
        """Do the work in its turn, unless this person asks too much of us."""
        sleutel = wie.gesprek(gesprek_id)
        if self._grenzen.beurten.neem(wie.eigenaar()):

            async def nu_dan() -> Reactie:
                await self._bezit.neem_over(wie, gesprek_id)
                # No other process has it meanwhile; delivering the reply is not part of that.
                async with self._opslag.alleen(sleutel):
                    return await werk()

            return self._om_de_beurt.doe(sleutel, nu_dan)

        async def te_veel() -> Reactie:
            if self._grenzen.zinnen.neem(wie.eigenaar()):
                return Reactie.zegt(waarschuwing("bot.te_snel"))
            return Reactie(verwerkt=False)

        return self._om_de_beurt.doe(sleutel, te_veel)

    @asynccontextmanager
    async def bezorgd(self, beurt: AbstractAsyncContextManager[Reactie]) -> AsyncIterator[Reactie]:
        """Take a turn of which the reply may not arrive, and remember that it did.

        What is typed after a reply that never arrived answers a question nobody saw.
        """
        async with beurt as reactie:
            yield reactie
            if reactie.opgeslagen is not None:
                try:
                    await self._documenten.is_getoond(reactie.opgeslagen)
                except OpslagFout as fout:
                    # Then the question is shown once more, before an answer to it counts.
                    log.warning("niet onthouden wat getoond is: %s", type(fout).__name__)

    def bewerkt(
        self, wie: Wie, gesprek_id: str, gezegd: str
    ) -> AbstractAsyncContextManager[Reactie]:
        """Answer a message that was edited: it changes nothing, and is kept nowhere."""

        async def doe() -> Reactie:
            vooraf = ontvang(gezegd, wie.kanaal).vooraf
            return Reactie.zegt(*vooraf, waarschuwing("bot.bewerkt"))

        return self._doe(wie, gesprek_id, doe)

    def zeg(
        self, wie: Wie, gesprek_id: str, *gezegd: Gezegde
    ) -> AbstractAsyncContextManager[Reactie]:
        """Say something outside a turn, but not in between what another message is answered."""

        async def doe() -> Reactie:
            return Reactie.zegt(*gezegd)

        return self._doe(wie, gesprek_id, doe)

    async def versies(self, sleutels: Collection[str]) -> dict[str, int]:
        """Return in which version these conversations are now stored, of those that are.

        Raises:
            OpslagFout: storage cannot be used now; so do the three below.
        """
        return await self._opslag.versies(sleutels)

    async def wegingen(self, wie: Wie) -> tuple[Wegingregel, ...]:
        """Return the list of what this person kept, newest first."""
        return await self._bezit.wegingen(self._mensen.herken(wie))

    async def weging(self, wie: Wie, kenmerk: str) -> BewaardeWeging | None:
        """Return one kept weighing; None when it is not there or is someone else's."""
        return await self._bezit.weging(self._mensen.herken(wie), kenmerk)

    async def vergeet(self, wie: Wie, gesprek_id: str) -> None:
        """Wipe the answers of the running conversation; what was kept stays.

        Raises:
            OpslagFout: storage cannot be used now.
        """
        wie = self._mensen.herken(wie)
        sleutel = wie.gesprek(gesprek_id)
        async with self._sloten.op(sleutel):
            async with self._opslag.alleen(sleutel):
                veranderd = await self._beurten.vergeet(sleutel)
            for verandering in veranderd:
                await self._veranderingen.meld(verandering)

    async def verwijder_weging(self, wie: Wie, gesprek_id: str, kenmerk: str) -> Opgeruimd:
        """Delete a kept weighing, here and in the conversations that have its answers."""
        wie = self._mensen.herken(wie)
        async with self._sloten.op(wie.gesprek(gesprek_id)):
            opgeruimd = await self._opruimer.verwijder(wie, kenmerk)
            for verandering in opgeruimd.veranderd:
                await self._veranderingen.meld(verandering)
        return opgeruimd
