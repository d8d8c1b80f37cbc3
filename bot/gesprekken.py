"""Eén beurt: slot, laden, verwerken, bewaren, en dan pas antwoorden."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from bot.deur import ontvang, waarschuwing
from bot.dialoog import Dialoog
from bot.fouten import BotFout
from bot.gespreksdocument import Gespreksdocument
from bot.klok import Klok, NieuweId
from bot.logboek import zonder_woorden
from bot.meelezers import voor_meelezers
from bot.opslag.poort import (
    BewaardeWeging,
    DocumentOnleesbaar,
    Opslag,
    Wegingregel,
)
from bot.sloten.geheugen import Sloten
from bot.uitvoerder import Uitvoerder
from bot.vals_alarm import NetAfgeschermd, afdrukken, genoemd, is_melding, kenner
from bot.wie import Wie
from dialogs import gesprek
from dialogs.beeld.vraag import plek
from dialogs.beurt import Bericht, Bewaar, Keuze
from dialogs.dossier import Dossier
from dialogs.teksten import tekst
from dialogs.verstaan.opdrachten import na_schuine_streep

log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reactie:
    """What a channel shows after a turn, in this order."""

    berichten: tuple[Bericht, ...] = ()
    einde: bool = False
    """The professional said goodbye: a terminal may close."""
    dossier: Dossier | None = None
    """The weighing as it is now stored; None when it could not be read or written."""
    nieuw: bool = False
    """The conversation starts with this turn."""
    verwerkt: bool = True
    """False: the message changed nothing, so whoever sent it may want it back."""
    bewaard: bool = False
    """A weighing was kept in this turn."""


class _BeurtMislukt(Exception):
    """Something unforeseen in a turn; carries the question, never the answer."""

    def __init__(self, vraag: str | None) -> None:
        super().__init__(vraag)
        self._vraag = vraag

    def vraag_id(self) -> str | None:
        """Return what may be logged: not the data item behind the colon, which somebody typed."""
        return None if self._vraag is None else self._vraag.partition(":")[0]


@dataclass(frozen=True, slots=True)
class _Open:
    """A conversation as it was loaded; `versie` None when it is new."""

    document: Gespreksdocument
    versie: int | None


class Gesprekken:
    """All conversations, whatever channel they come from.

    A turn never raises for what storage or the dialog does wrong: it says so, and the stored
    state is as it was.
    """

    def __init__(
        self, opslag: Opslag, klok: Klok, nieuwe_id: NieuweId, dialoog: Dialoog = gesprek
    ) -> None:
        self._opslag = opslag
        self._klok = klok
        self._nieuwe_id = nieuwe_id
        self._dialoog = dialoog
        self._uitvoerder = Uitvoerder(opslag, klok, dialoog)
        self._sloten = Sloten()
        self._net_afgeschermd = NetAfgeschermd()

    async def begroet(self, wie: Wie, gesprek_id: str, *, meegelezen: bool = False) -> Reactie:
        """Open or resume the conversation of this person; `meegelezen`: others read along."""
        sleutel = wie.gesprek(gesprek_id)
        reactie = await self._veilig(sleutel, lambda: self._begroet(sleutel))
        return _in_kanaal(reactie) if meegelezen else reactie

    async def bekijk(self, wie: Wie, gesprek_id: str) -> Reactie:
        """Return the weighing with a question open, without saying anything."""
        sleutel = wie.gesprek(gesprek_id)
        return await self._veilig(sleutel, lambda: self._bekijk(sleutel))

    async def beurt(
        self,
        wie: Wie,
        gesprek_id: str,
        ruw: str,
        bericht_id: str | None = None,
        bij: str | None = None,
        *,
        meegelezen: bool = False,
    ) -> Reactie:
        """Handle one message; everything is stored when this returns.

        Args:
            wie: who speaks.
            gesprek_id: the conversation, as the channel calls it.
            ruw: what was said, as it came in.
            bericht_id: the channel's id of the message; handled before means no reply.
            bij: the `plek` it was said at, from a screen that may be behind.
            meegelezen: others read along, so the reply keeps the young person out of it.
        """
        sleutel = wie.gesprek(gesprek_id)
        reactie = await self._veilig(
            sleutel, lambda: self._beurt(wie, sleutel, ruw, bericht_id, bij)
        )
        return _in_kanaal(reactie) if meegelezen else reactie

    def bewerkt(self, wie: Wie, ruw: str) -> Reactie:
        """Answer a message that was edited: it changes nothing, and is kept nowhere."""
        return Reactie((*ontvang(ruw, wie.kanaal).vooraf, waarschuwing(tekst("bot.bewerkt"))))

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
                with suppress(DocumentOnleesbaar):  # then there is nothing to put right either
                    await self._niet_meer_bewaard(sleutel, kenmerk)
        return weg

    async def _veilig(self, sleutel: str, werk: Callable[[], Awaitable[Reactie]]) -> Reactie:
        async with self._sloten.op(sleutel):
            try:
                return await werk()
            except DocumentOnleesbaar as fout:
                log.warning("document onleesbaar")
                return Reactie((_opnieuw_vraag(fout),), verwerkt=False)
            except BotFout as fout:
                log.warning("beurt niet verwerkt: %s", type(fout).__name__)
                return Reactie((waarschuwing(fout.in_woorden()),), verwerkt=False)
            except Exception as fout:  # noqa: BLE001 - whatever it is, the user gets an answer
                vraag = fout.vraag_id() if isinstance(fout, _BeurtMislukt) else None
                log.error("beurt mislukt bij vraag %s\n%s", vraag, zonder_woorden(fout))  # noqa: TRY400 - exception() would quote
            return Reactie((waarschuwing(tekst("bot.onverwacht")),), verwerkt=False)

    async def _begroet(self, sleutel: str) -> Reactie:
        open_ = await self._laad(sleutel)
        beurt = self._dialoog.begroet(open_.document.dossier, self._klok())
        await self._bewaar(sleutel, open_, beurt.dossier, None)
        return Reactie(beurt.berichten, beurt.einde, beurt.dossier, nieuw=open_.versie is None)

    async def _bekijk(self, sleutel: str) -> Reactie:
        open_ = await self._laad(sleutel)
        dossier = self._dialoog.hervat(open_.document.dossier, self._klok())
        await self._bewaar(sleutel, open_, dossier, None)
        return Reactie(dossier=dossier)

    async def _niet_meer_bewaard(self, sleutel: str, kenmerk: str) -> None:
        open_ = await self._laad(sleutel)
        dossier = open_.document.dossier
        if dossier.stand.bewaard_als == kenmerk:
            stand = dossier.stand.model_copy(update={"bewaard_als": None})
            await self._bewaar(sleutel, open_, dossier.model_copy(update={"stand": stand}), None)

    async def _beurt(
        self, wie: Wie, sleutel: str, ruw: str, bericht_id: str | None, bij: str | None
    ) -> Reactie:
        try:
            open_ = await self._laad(sleutel)
        except DocumentOnleesbaar:
            if not _is_opnieuw(na_schuine_streep(ruw, bezig=True) or ruw):
                raise
            # Put aside and not thrown away: a newer version, or a person, may still read it.
            await self._opslag.hernoem(sleutel, f"{sleutel}#{self._nieuwe_id()}")
            return await self._begroet(sleutel)
        dossier = open_.document.dossier
        if bericht_id is not None and bericht_id in open_.document.gezien:
            return Reactie(dossier=dossier)
        if bij is not None and bij != plek(dossier):
            verder = waarschuwing(tekst("bot.verder_gegaan"))
            return Reactie((verder,), dossier=dossier, verwerkt=False)
        gezegd = na_schuine_streep(ruw, bezig=True) or ruw
        if is_melding(gezegd):
            return await self._vals_alarm(sleutel, open_, gezegd, bericht_id)
        binnen = ontvang(ruw, wie.kanaal, kenner(sleutel, open_.document.geen_namen))
        self._net_afgeschermd.onthoud(sleutel, binnen.namen)
        if binnen.tekst is None:
            return Reactie(
                binnen.vooraf, dossier=dossier, verwerkt=False, nieuw=open_.versie is None
            )
        try:
            eerst = self._dialoog.beantwoord(dossier, binnen.tekst, self._klok())
            beurt = await self._uitvoerder.voer_uit(wie, eerst)
        except BotFout:
            raise
        except Exception as fout:
            raise _BeurtMislukt(dossier.stand.vraag) from fout
        await self._bewaar(sleutel, open_, beurt.dossier, bericht_id)
        return Reactie(
            (*binnen.vooraf, *beurt.berichten),
            beurt.einde,
            beurt.dossier,
            bewaard=isinstance(eerst.verzoek, Bewaar),
            nieuw=open_.versie is None,
        )

    async def _vals_alarm(
        self, sleutel: str, open_: _Open, ruw: str, bericht_id: str | None
    ) -> Reactie:
        """Remember that what was masked last, or is named now, is no name; ask on."""
        namen = (*genoemd(ruw), *self._net_afgeschermd.neem(sleutel))
        if namen:
            document = open_.document.zonder_alarm(afdrukken(sleutel, namen))
            open_ = _Open(document, open_.versie)
        zin = tekst("bot.geen_naam_onthouden" if namen else "bot.geen_naam_welke")
        beurt = self._dialoog.begroet(open_.document.dossier, self._klok())
        await self._opslag.bewaar(
            sleutel, open_.document.verder(beurt.dossier, bericht_id).inhoud(), open_.versie
        )
        vraag = beurt.berichten[-1:]
        return Reactie((waarschuwing(zin), *vraag), dossier=beurt.dossier)

    async def _laad(self, sleutel: str) -> _Open:
        document = await self._opslag.laad(sleutel)
        if document is not None:
            return _Open(Gespreksdocument.lees(document.inhoud), document.versie)
        dossier = self._dialoog.nieuw(self._nieuwe_id(), self._klok().date())
        return _Open(Gespreksdocument(dossier=dossier), None)

    async def _bewaar(
        self, sleutel: str, open_: _Open, dossier: Dossier, bericht_id: str | None
    ) -> None:
        verder = open_.document.verder(dossier, bericht_id)
        if open_.versie is None or verder != open_.document:
            await self._opslag.bewaar(sleutel, verder.inhoud(), open_.versie)


def _in_kanaal(reactie: Reactie) -> Reactie:
    berichten = voor_meelezers(reactie.berichten, reactie.dossier, eerste_keer=reactie.nieuw)
    return replace(reactie, berichten=berichten)


def _is_opnieuw(ruw: str) -> bool:
    gezegd = ruw.strip().casefold()
    woorden = (tekst("bot.opnieuw_waarde"), tekst("bot.opnieuw_label"), "1")
    return gezegd in {woord.casefold() for woord in woorden}


def _opnieuw_vraag(fout: DocumentOnleesbaar) -> Bericht:
    keuze = Keuze(waarde=tekst("bot.opnieuw_waarde"), label=tekst("bot.opnieuw_label"))
    return Bericht(soort="waarschuwing", tekst=fout.in_woorden(), keuzes=(keuze,))
