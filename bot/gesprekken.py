"""Eén beurt: laden, verwerken, bewaren met het antwoord erbij; zolang is het gesprek op slot."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Final

from bot.beurten import Beurten
from bot.bezit import Bezit
from bot.bezorgen import Bezorging
from bot.deur import ontvang
from bot.dialoog import Dialoog
from bot.documenten import Documenten
from bot.grenzen import RUIM, Grenzen
from bot.inbreng import Inbreng
from bot.klok import Klok, NieuweId
from bot.logboek import zonder_woorden
from bot.mensen import ONBEKENDEN, Mensen
from bot.om_de_beurt import OmDeBeurt, Werk
from bot.ondertekening import ZONDER_SLEUTEL, Ondertekening
from bot.opruimen import Opgeruimd, Opruimer
from bot.opslag.poort import BerichtGezien, BewaardeWeging, Opslag, OpslagFout, Wegingregel
from bot.opslag.uitgaand import Uitgaand
from bot.post import Post, op_post
from bot.reactie import Reactie
from bot.uitvoerder import Uitvoerder
from bot.verlopen import TERMIJN, Verlopen
from bot.wie import Wie
from dialogs import gesprek
from dialogs.bedoeling import Ingevuld
from dialogs.beeld.gezegd import Gezegde, waarschuwing

log: Final = logging.getLogger(__name__)


class Gesprekken:
    """All conversations, whatever channel they come from.

    A turn is a block: `async with gesprekken.beurt(...) as reactie`. When it begins everything is
    stored, also what the channel's `post` made of the reply: that is delivered later, in order. A
    channel without it shows the reply within the block: until it ends the conversation is locked,
    so replies of two messages never mix. What the block raises passes; what was stored stays.

    A turn itself never raises for what storage or the dialog does wrong: it says so, and the stored
    state is as it was.
    """

    def __init__(  # noqa: PLR0913 - all that a conversation stands on
        self,
        opslag: Opslag,
        om_de_beurt: OmDeBeurt,
        bezorging: Bezorging,
        klok: Klok,
        nieuwe_id: NieuweId,
        *,
        dialoog: Dialoog = gesprek,
        grenzen: Grenzen = RUIM,
        mensen: Mensen = ONBEKENDEN,
        ondertekening: Ondertekening = ZONDER_SLEUTEL,
        termijn: dt.timedelta = TERMIJN,
    ) -> None:
        self._opslag = opslag
        self._mensen = mensen
        self._documenten = Documenten(opslag, klok, nieuwe_id, dialoog)
        self._bezit = Bezit(opslag, self._documenten)
        self._om_de_beurt = om_de_beurt
        self._bezorging = bezorging
        self._opruimer = Opruimer(opslag, self._bezit, self._documenten, klok, dialoog)
        self._verlopen = Verlopen(opslag, self._opruimer, termijn)
        self._klok = klok
        uitvoerder = Uitvoerder(
            opslag,
            self._bezit,
            self._opruimer,
            self._verlopen,
            klok,
            dialoog,
            ondertekening,
        )
        self._houdbaar = uitvoerder.houdbaar
        self._beurten = Beurten(self._documenten, uitvoerder, klok, dialoog, grenzen)
        self._grenzen = grenzen

    def begroet(
        self,
        wie: Wie,
        gesprek_id: str,
        bericht_id: str | None = None,
        *,
        post: Post | None = None,
    ) -> AbstractAsyncContextManager[Reactie]:
        """Open or resume the conversation of this person; arguments as those of `beurt`."""
        wie = self._mensen.herken(wie)
        sleutel = wie.gesprek(gesprek_id)
        in_ = Inbreng("", bericht_id, post=post)
        return self._doe(wie, gesprek_id, lambda: self._beurten.begroet(wie, sleutel, in_), post)

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
        post: Post | None = None,
    ) -> AbstractAsyncContextManager[Reactie]:
        """Handle one message.

        Args:
            wie: who speaks.
            gesprek_id: the conversation, as the channel calls it.
            gezegd: what was said or filled in, as it came in.
            bericht_id: the channel's id of the message. Handled before it counts no more, and its
                reply goes out if it did not.
            bij: the `plek` of the picture it answers, which may be behind; a form needs one.
                Empty when nobody knows: then only a command counts.
            getypt: it was typed. Without `bij` it answers the picture that arrived last; a command
                works whatever is shown.
            post: where the reply goes: it is stored with the answer, and delivered from there.
                None when the channel shows it itself, within the block.
        """
        wie = self._mensen.herken(wie)
        sleutel = wie.gesprek(gesprek_id)
        in_ = Inbreng(gezegd, bericht_id, bij, getypt=getypt, post=post)

        async def werk() -> Reactie:
            return await self._beurten.beurt(wie, sleutel, in_)

        return self._doe(wie, gesprek_id, werk, post, na_bezorging=in_.op_het_laatste)

    def bewerkt(
        self, wie: Wie, gesprek_id: str, gezegd: str, *, post: Post | None = None
    ) -> AbstractAsyncContextManager[Reactie]:
        """Answer a message that was edited: it changes nothing, and is kept nowhere."""

        async def doe() -> Reactie:
            vooraf = ontvang(gezegd, wie.kanaal).vooraf
            return Reactie.zegt(*vooraf, waarschuwing("bot.bewerkt"))

        return self._doe(wie, gesprek_id, doe, post)

    def zeg(
        self,
        wie: Wie,
        gesprek_id: str,
        *gezegd: Gezegde,
        bericht_id: str | None = None,
        post: Post | None = None,
    ) -> AbstractAsyncContextManager[Reactie]:
        """Say something outside a turn, but not in between what another message is answered."""

        async def doe() -> Reactie:
            return replace(Reactie.zegt(*gezegd), bericht_id=bericht_id)

        return self._doe(wie, gesprek_id, doe, post)

    def _doe(
        self,
        wie: Wie,
        gesprek_id: str,
        werk: Werk,
        post: Post | None = None,
        *,
        na_bezorging: bool = False,
    ) -> AbstractAsyncContextManager[Reactie]:
        """Do the work in its turn, unless this person asks too much of us."""
        sleutel = wie.gesprek(gesprek_id)

        async def nu_dan() -> Reactie:
            await self._bezit.neem_over(wie, gesprek_id)
            if na_bezorging and post is not None:
                await self._documenten.na_bezorging(sleutel)
            # No other process has it meanwhile. Nothing is delivered in here, nor waited for.
            async with self._opslag.alleen(sleutel):
                return await werk()

        async def te_veel() -> Reactie:
            if self._grenzen.zinnen.neem(wie.eigenaar()):
                return Reactie.zegt(waarschuwing("bot.te_snel"))
            return Reactie(verwerkt=False)

        async def verstuur(reactie: Reactie) -> None:
            if post is not None:
                await self._verstuur(sleutel, reactie, post)

        mag = self._grenzen.beurten.neem(wie.eigenaar())
        return self._om_de_beurt.doe(sleutel, nu_dan if mag else te_veel, verstuur)

    async def _verstuur(self, sleutel: str, reactie: Reactie, post: Post) -> None:
        """Let what is said go out; what cannot be stored is tried once."""
        uit: tuple[Uitgaand, ...] = ()
        try:
            if not reactie.verstuurd:
                uit = await op_post(post, reactie.beeld, reactie.dossier)
                if uit:
                    await self._documenten.zeg(sleutel, uit, reactie.bericht_id)
        except BerichtGezien:
            return  # another process said it
        except OpslagFout:
            self._bezorging.los(uit)
            return
        except Exception as fout:  # noqa: BLE001 - what was stored stays, and the next message goes on
            log.error("antwoord niet te versturen\n%s", zonder_woorden(fout))  # noqa: TRY400 - exception() would quote
            return
        self._bezorging.wek()

    async def versies(self, sleutels: Collection[str]) -> dict[str, int]:
        """Return in which version these conversations are now stored, of those that are.

        Raises:
            OpslagFout: storage cannot be used now; so do the three below.
        """
        return await self._opslag.versies(sleutels)

    async def wegingen(self, wie: Wie) -> tuple[Wegingregel, ...]:
        """Return the list of what this person kept, newest first."""
        return await self._bezit.wegingen(self._mensen.herken(wie))

    async def let_op(self, wie: Wie, regels: Sequence[Wegingregel]) -> dict[str, tuple[str, ...]]:
        """Return by reference why this person should look at a kept weighing again."""
        return await self._houdbaar.let_op(self._mensen.herken(wie), regels, self._klok().date())

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
        async with self._om_de_beurt.alleen(sleutel) as veranderd, self._opslag.alleen(sleutel):
            veranderd.extend(await self._beurten.vergeet(sleutel))

    async def verwijder_weging(self, wie: Wie, gesprek_id: str, kenmerk: str) -> Opgeruimd:
        """Delete a kept weighing, here and in the conversations that have its answers."""
        wie = self._mensen.herken(wie)
        async with self._om_de_beurt.alleen(wie.gesprek(gesprek_id)) as veranderd:
            opgeruimd = await self._opruimer.verwijder(wie, kenmerk)
            veranderd.extend(opgeruimd.veranderd)
        return opgeruimd

    async def ruim_verlopen(self, nu: dt.datetime) -> None:
        """Delete what was kept for longer than the term, and tell whoever shows it.

        Raises:
            OpslagFout: storage cannot be used now.
        """
        async with self._om_de_beurt.alleen("bewaartermijn") as veranderd:
            veranderd.extend(await self._verlopen.ruim(nu))
