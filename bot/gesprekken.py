"""Eén beurt: laden, verwerken, bewaren, en dan pas antwoorden; zolang is het gesprek op slot."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass

from bot.deur import ontvang
from bot.dialoog import Dialoog
from bot.fouten import BotFout
from bot.gespreksdocument import Gespreksdocument
from bot.inbreng import Inbreng
from bot.klok import Klok, NieuweId
from bot.om_de_beurt import BeurtMislukt, OmDeBeurt, is_opnieuw
from bot.opslag.poort import (
    BewaardeWeging,
    DocumentOnleesbaar,
    Opslag,
    OpslagFout,
    Wegingregel,
)
from bot.reactie import Reactie
from bot.sloten.poort import Sloten
from bot.uitvoerder import Uitvoerder
from bot.vals_alarm import NetAfgeschermd, afdrukken, genoemd, is_melding, kenner
from bot.veranderingen.poort import (
    GesprekVeranderd,
    Verandering,
    Veranderingen,
    WegingenVeranderd,
)
from bot.wie import Wie
from dialogs import gesprek
from dialogs.bedoeling import Ingevuld
from dialogs.beeld import Beeld, beeld
from dialogs.beeld.gezegd import Gezegde, waarschuwing
from dialogs.beurt import Bewaar
from dialogs.dossier import Dossier


@dataclass(frozen=True, slots=True)
class _Open:
    """A conversation as it is stored; `versie` None when it is new."""

    sleutel: str
    document: Gespreksdocument
    versie: int | None

    def veranderd(self, versie: int) -> tuple[Verandering, ...]:
        """Return what changed now that this version is stored."""
        return () if versie == self.versie else (GesprekVeranderd(self.sleutel, versie),)

    def beeld(
        self,
        dossier: Dossier | None,
        gezegd: Iterable[Gezegde],
        meegelezen: bool,  # noqa: FBT001 - passed on as it came
        *,
        vraagt: bool = True,
    ) -> Beeld:
        """Make the picture of a turn in this conversation."""
        eerste = self.versie is None
        return beeld(dossier, gezegd, vraagt=vraagt, meelezers=meegelezen, eerste_keer=eerste)


class Gesprekken:
    """All conversations, whatever channel they come from.

    A turn is a block: `async with gesprekken.beurt(...) as reactie`. When it begins everything is
    stored; until it ends the conversation is locked, so a channel delivers the reply within it and
    replies of two messages never mix. What the block raises passes; what was stored stays.

    A turn itself never raises for what storage or the dialog does wrong: it says so, and the stored
    state is as it was.
    """

    def __init__(
        self,
        opslag: Opslag,
        sloten: Sloten,
        veranderingen: Veranderingen,
        klok: Klok,
        nieuwe_id: NieuweId,
        *,
        dialoog: Dialoog = gesprek,
    ) -> None:
        self._opslag = opslag
        self._sloten = sloten
        self._veranderingen = veranderingen
        self._om_de_beurt = OmDeBeurt(sloten, veranderingen)
        self._klok = klok
        self._nieuwe_id = nieuwe_id
        self._dialoog = dialoog
        self._uitvoerder = Uitvoerder(opslag, klok, dialoog)
        self._net_afgeschermd = NetAfgeschermd()

    def begroet(
        self, wie: Wie, gesprek_id: str, *, meegelezen: bool = False
    ) -> AbstractAsyncContextManager[Reactie]:
        """Open or resume the conversation of this person; `meegelezen`: others read along."""
        sleutel = wie.gesprek(gesprek_id)

        return self._om_de_beurt.doe(sleutel, lambda: self._begroet(sleutel, meegelezen=meegelezen))

    def bekijk(self, wie: Wie, gesprek_id: str) -> AbstractAsyncContextManager[Reactie]:
        """Give the weighing with a question open, without saying anything."""
        sleutel = wie.gesprek(gesprek_id)
        return self._om_de_beurt.doe(sleutel, lambda: self._bekijk(sleutel))

    def beurt(
        self,
        wie: Wie,
        gesprek_id: str,
        gezegd: str | Ingevuld,
        bericht_id: str | None = None,
        bij: str | None = None,
        *,
        meegelezen: bool = False,
    ) -> AbstractAsyncContextManager[Reactie]:
        """Handle one message.

        Args:
            wie: who speaks.
            gesprek_id: the conversation, as the channel calls it.
            gezegd: what was said or filled in, as it came in.
            bericht_id: the channel's id of the message; handled before means no reply.
            bij: the `plek` of the picture it answers, which may be behind; a form needs one.
            meegelezen: others read along, so the reply keeps the young person out of it.
        """
        sleutel = wie.gesprek(gesprek_id)

        inbreng = Inbreng(gezegd, bericht_id, bij, meegelezen=meegelezen)
        return self._om_de_beurt.doe(sleutel, lambda: self._beurt(wie, sleutel, inbreng))

    def bewerkt(
        self, wie: Wie, gesprek_id: str, gezegd: str
    ) -> AbstractAsyncContextManager[Reactie]:
        """Answer a message that was edited: it changes nothing, and is kept nowhere."""

        async def doe() -> Reactie:
            vooraf = ontvang(gezegd, wie.kanaal).vooraf
            return Reactie.zegt(*vooraf, waarschuwing("bot.bewerkt"))

        return self._om_de_beurt.doe(wie.gesprek(gesprek_id), doe)

    def zeg(
        self, wie: Wie, gesprek_id: str, *gezegd: Gezegde
    ) -> AbstractAsyncContextManager[Reactie]:
        """Say something outside a turn, but not in between what another message is answered."""

        async def doe() -> Reactie:
            return Reactie.zegt(*gezegd)

        return self._om_de_beurt.doe(wie.gesprek(gesprek_id), doe)

    async def wegingen(self, wie: Wie) -> tuple[Wegingregel, ...]:
        """Return the list of what this person kept, newest first.

        Raises:
            OpslagFout: storage cannot be used now; so do the two below.
        """
        return await self._opslag.wegingen(wie.eigenaar())

    async def weging(self, wie: Wie, kenmerk: str) -> BewaardeWeging | None:
        """Return one kept weighing; None when it is not there or is someone else's."""
        return await self._opslag.weging(wie.eigenaar(), kenmerk)

    async def verwijder_weging(self, wie: Wie, gesprek_id: str, kenmerk: str) -> bool:
        """Delete a kept weighing; tell whether it was there.

        A conversation that is kept under this reference can be kept again, under another.
        """
        sleutel = wie.gesprek(gesprek_id)
        async with self._sloten.op(sleutel):
            weg = await self._opslag.verwijder_weging(wie.eigenaar(), kenmerk)
            if weg:
                await self._veranderingen.meld(WegingenVeranderd(wie.eigenaar()))
                with suppress(DocumentOnleesbaar):  # then there is nothing to put right either
                    await self._niet_meer_bewaard(sleutel, kenmerk)
        return weg

    async def _begroet(self, sleutel: str, *, meegelezen: bool) -> Reactie:
        open_ = await self._laad(sleutel)
        beurt = self._dialoog.begroet(open_.document.dossier, self._klok())
        beeld = open_.beeld(beurt.dossier, beurt.gezegd, meegelezen, vraagt=beurt.vraagt)
        versie = await self._bewaar(open_, beurt.dossier, None)
        return Reactie(
            beeld, beurt.einde, beurt.dossier, versie=versie, veranderd=open_.veranderd(versie)
        )

    async def _bekijk(self, sleutel: str) -> Reactie:
        open_ = await self._laad(sleutel)
        dossier = self._dialoog.hervat(open_.document.dossier, self._klok())
        versie = await self._bewaar(open_, dossier, None)
        return Reactie(dossier=dossier, versie=versie, veranderd=open_.veranderd(versie))

    async def _niet_meer_bewaard(self, sleutel: str, kenmerk: str) -> None:
        open_ = await self._laad(sleutel)
        dossier = open_.document.dossier
        if dossier.stand.bewaard_als == kenmerk:
            versie = await self._bewaar(open_, dossier.bewaard(None), None)
            await self._veranderingen.meld(GesprekVeranderd(sleutel, versie))

    async def _beurt(self, wie: Wie, sleutel: str, in_: Inbreng) -> Reactie:
        gezegd = in_.woorden()
        try:
            open_ = await self._laad(sleutel)
        except DocumentOnleesbaar:
            if not is_opnieuw(gezegd):
                raise
            # Put aside and not thrown away: a newer version, or a person, may still read it.
            await self._opslag.hernoem(sleutel, f"{sleutel}#{self._nieuwe_id()}")
            return await self._begroet(sleutel, meegelezen=in_.meegelezen)
        dossier = open_.document.dossier
        if in_.bericht_id is not None and in_.bericht_id in open_.document.gezien:
            return Reactie(dossier=dossier, versie=open_.versie)
        if in_.achter(dossier):
            return self._niet_verwerkt(open_, in_, waarschuwing("bot.verder_gegaan"))
        if is_melding(gezegd):
            return await self._vals_alarm(open_, gezegd, in_)
        uiting, binnen = in_.binnen(wie.kanaal, kenner(sleutel, open_.document.geen_namen))
        self._net_afgeschermd.onthoud(sleutel, binnen.namen)
        if uiting is None:
            return self._niet_verwerkt(open_, in_, *binnen.vooraf, vraagt=False)
        try:
            eerst = self._dialoog.beantwoord(dossier, uiting, self._klok())
            beurt = await self._uitvoerder.voer_uit(wie, eerst)
            alles = (*binnen.vooraf, *beurt.gezegd)
            beeld = open_.beeld(beurt.dossier, alles, in_.meegelezen, vraagt=beurt.vraagt)
        except BotFout:
            raise
        except Exception as fout:
            raise BeurtMislukt(dossier.stand.vraag) from fout
        versie = await self._bewaar(open_, beurt.dossier, in_.bericht_id)
        bewaard = isinstance(eerst.verzoek, Bewaar)
        lijst = (WegingenVeranderd(wie.eigenaar()),) if bewaard else ()
        return Reactie(
            beeld,
            beurt.einde,
            beurt.dossier,
            versie=versie,
            veranderd=(*open_.veranderd(versie), *lijst),
        )

    def _niet_verwerkt(
        self, open_: _Open, in_: Inbreng, *gezegd: Gezegde, vraagt: bool = True
    ) -> Reactie:
        """Say why a message changed nothing; the conversation is as it was."""
        dossier = self._dialoog.hervat(open_.document.dossier, self._klok()) if vraagt else None
        beeld = open_.beeld(dossier, gezegd, in_.meegelezen)
        return Reactie(beeld, dossier=open_.document.dossier, verwerkt=False, versie=open_.versie)

    async def _vals_alarm(self, open_: _Open, gezegd: str, in_: Inbreng) -> Reactie:
        """Remember that what was masked last, or is named now, is no name; ask on."""
        namen = (*genoemd(gezegd), *self._net_afgeschermd.neem(open_.sleutel))
        document = open_.document
        if namen:
            document = document.zonder_alarm(afdrukken(open_.sleutel, namen))
        zin = waarschuwing("bot.geen_naam_onthouden" if namen else "bot.geen_naam_welke")
        dossier = self._dialoog.begroet(document.dossier, self._klok()).dossier
        verder = document.verder(dossier, in_.bericht_id)
        versie = await self._opslag.bewaar(open_.sleutel, verder.inhoud(), open_.versie)
        return Reactie(
            open_.beeld(dossier, (zin,), in_.meegelezen),
            dossier=dossier,
            versie=versie,
            veranderd=open_.veranderd(versie),
        )

    async def _laad(self, sleutel: str) -> _Open:
        document = await self._opslag.laad(sleutel)
        if document is not None:
            return _Open(sleutel, Gespreksdocument.lees(document.inhoud), document.versie)
        dossier = self._dialoog.nieuw(self._nieuwe_id(), self._klok().date())
        return _Open(sleutel, Gespreksdocument(dossier=dossier), None)

    async def _bewaar(self, open_: _Open, dossier: Dossier, bericht_id: str | None) -> int:
        """Store what changed, if anything did; return the version now stored."""
        verder = open_.document.verder(dossier, bericht_id)
        if open_.versie is not None and verder == open_.document:
            return open_.versie
        versie = await self._opslag.bewaar(open_.sleutel, verder.inhoud(), open_.versie)
        if open_.document.dossier.verliest_aan(dossier):
            with suppress(OpslagFout):  # it is saved; whoever writes next tries again
                await self._opslag.maak_schoon()
        return versie
