"""Eén beurt: slot, laden, verwerken, bewaren, en dan pas antwoorden."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Final, assert_never

from bot.deur import ontvang, waarschuwing
from bot.dialoog import Dialoog
from bot.fouten import BotFout
from bot.gespreksdocument import Gespreksdocument
from bot.klok import Klok, NieuweId
from bot.logboek import zonder_woorden
from bot.meelezers import voor_meelezers
from bot.opslag.poort import DocumentOnleesbaar, Opslag, TeBewaren
from bot.sloten import Sloten
from bot.vals_alarm import NetAfgeschermd, afdrukken, genoemd, is_melding, kenner
from bot.wie import Wie
from dialogs import gesprek
from dialogs.beurt import Bericht, Beurt, Bewaar, Keuze, OpenWeging, RekenNa, ToonWegingen
from dialogs.dossier import Dossier
from dialogs.samenvatting import Samenvatting
from dialogs.teksten import tekst
from knowledge import editie

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


class _BeurtMislukt(Exception):
    """Something unforeseen in a turn; carries the question, never the answer."""

    def __init__(self, vraag: str | None) -> None:
        super().__init__(vraag)
        self.vraag = vraag


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
        self._sloten = Sloten()
        self._net_afgeschermd = NetAfgeschermd()

    async def begroet(self, wie: Wie, gesprek_id: str, *, meegelezen: bool = False) -> Reactie:
        """Open or resume the conversation of this person; `meegelezen`: others read along."""
        sleutel = wie.gesprek(gesprek_id)
        reactie = await self._veilig(sleutel, lambda: self._begroet(sleutel))
        return _in_kanaal(reactie) if meegelezen else reactie

    async def beurt(
        self,
        wie: Wie,
        gesprek_id: str,
        ruw: str,
        bericht_id: str | None = None,
        *,
        meegelezen: bool = False,
    ) -> Reactie:
        """Handle one message; everything is stored when this returns.

        Args:
            wie: who speaks.
            gesprek_id: the conversation, as the channel calls it.
            ruw: what was said, as it came in.
            bericht_id: the channel's id of the message; handled before means no reply.
            meegelezen: others read along, so the reply keeps the young person out of it.
        """
        sleutel = wie.gesprek(gesprek_id)
        reactie = await self._veilig(sleutel, lambda: self._beurt(wie, sleutel, ruw, bericht_id))
        return _in_kanaal(reactie) if meegelezen else reactie

    def bewerkt(self, wie: Wie, ruw: str) -> Reactie:
        """Answer a message that was edited: it changes nothing, and is kept nowhere."""
        return Reactie((*ontvang(ruw, wie.kanaal).vooraf, waarschuwing(tekst("bot.bewerkt"))))

    async def _veilig(self, sleutel: str, werk: Callable[[], Awaitable[Reactie]]) -> Reactie:
        async with self._sloten.op(sleutel):
            try:
                return await werk()
            except DocumentOnleesbaar as fout:
                log.warning("document onleesbaar")
                return Reactie((_opnieuw_vraag(fout),))
            except BotFout as fout:
                log.warning("beurt niet verwerkt: %s", type(fout).__name__)
                return Reactie((waarschuwing(fout.in_woorden()),))
            except Exception as fout:  # noqa: BLE001 - whatever it is, the user gets an answer
                vraag = fout.vraag if isinstance(fout, _BeurtMislukt) else None
                log.error("beurt mislukt bij vraag %s\n%s", vraag, zonder_woorden(fout))  # noqa: TRY400 - exception() would quote
            return Reactie((waarschuwing(tekst("bot.onverwacht")),))

    async def _begroet(self, sleutel: str) -> Reactie:
        open_ = await self._laad(sleutel)
        beurt = self._dialoog.begroet(open_.document.dossier, self._klok())
        await self._bewaar(sleutel, open_, beurt.dossier, None)
        return Reactie(beurt.berichten, beurt.einde, beurt.dossier, nieuw=open_.versie is None)

    async def _beurt(self, wie: Wie, sleutel: str, ruw: str, bericht_id: str | None) -> Reactie:
        try:
            open_ = await self._laad(sleutel)
        except DocumentOnleesbaar:
            if not _is_opnieuw(ruw):
                raise
            # Put aside and not thrown away: a newer version, or a person, may still read it.
            await self._opslag.hernoem(sleutel, f"{sleutel}#{self._nieuwe_id()}")
            return await self._begroet(sleutel)
        if bericht_id is not None and bericht_id in open_.document.gezien:
            return Reactie()
        dossier = open_.document.dossier
        if is_melding(ruw):
            return await self._vals_alarm(sleutel, open_, ruw, bericht_id)
        binnen = ontvang(ruw, wie.kanaal, kenner(sleutel, open_.document.geen_namen))
        self._net_afgeschermd.onthoud(sleutel, binnen.namen)
        if binnen.tekst is None:
            return Reactie(binnen.vooraf, dossier=dossier, nieuw=open_.versie is None)
        try:
            beurt = self._dialoog.beantwoord(dossier, binnen.tekst, self._klok())
            beurt = await self._voer_uit(wie, beurt)
        except BotFout:
            raise
        except Exception as fout:
            raise _BeurtMislukt(dossier.stand.vraag) from fout
        await self._bewaar(sleutel, open_, beurt.dossier, bericht_id)
        return Reactie(
            (*binnen.vooraf, *beurt.berichten),
            beurt.einde,
            beurt.dossier,
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

    async def _voer_uit(self, wie: Wie, beurt: Beurt) -> Beurt:
        """Do what the dialog cannot do itself, and add what it says about that."""
        match beurt.verzoek:
            case None:
                return beurt
            case Bewaar(samenvatting=samenvatting):
                kenmerk = await self._bewaar_weging(wie, beurt.dossier, samenvatting)
                erna = self._dialoog.na_bewaren(beurt.dossier, kenmerk)
            case ToonWegingen():
                regels = await self._opslag.wegingen(wie.eigenaar())
                lijst = self._dialoog.lijst([(r.kenmerk, r.datum, r.titel) for r in regels])
                erna = Beurt(beurt.dossier, lijst)
            case OpenWeging(kenmerk=kenmerk):
                weging = await self._opslag.weging(wie.eigenaar(), kenmerk)
                markdown = weging.markdown if weging else None
                erna = Beurt(beurt.dossier, self._dialoog.geopend(kenmerk, markdown))
            case RekenNa(kenmerk=kenmerk):
                erna = Beurt(beurt.dossier, await self._reken_na(wie, kenmerk))
            case _:
                assert_never(beurt.verzoek)
        berichten = _voor_de_vraag(beurt.berichten, erna.berichten)
        return Beurt(erna.dossier, berichten, einde=beurt.einde or erna.einde)

    async def _reken_na(self, wie: Wie, kenmerk: str) -> tuple[Bericht, ...]:
        weging = await self._opslag.weging(wie.eigenaar(), kenmerk)
        if weging is None:
            return self._dialoog.geopend(kenmerk, None)
        uitgave = await self._opslag.editie(str(weging.gegevens.get("kennis")))
        return self._dialoog.nagerekend(weging.gegevens, uitgave)

    async def _bewaar_weging(self, wie: Wie, dossier: Dossier, samenvatting: Samenvatting) -> str:
        nu = self._klok()
        # First, so that no weighing is ever kept without the knowledge to make it again.
        await self._opslag.bewaar_editie(editie.naam(), editie.uitgave())

        def maak(kenmerk: str) -> TeBewaren:
            met = samenvatting.model_copy(update={"kenmerk": kenmerk})
            return TeBewaren(nu.date(), met.titel, met.als_markdown(), met.model_dump(mode="json"))

        # Saved and then killed before the answer: the same content again, even a day later, gets
        # the same reference.
        inhoud = samenvatting.model_dump(mode="json", exclude={"kenmerk", "datum_weging"})
        in_vaste_vorm = json.dumps([dossier.id, inhoud], sort_keys=True)
        afdruk = hashlib.sha256(in_vaste_vorm.encode()).hexdigest()
        return await self._opslag.bewaar_weging(wie.eigenaar(), nu.year, afdruk, maak)


def _in_kanaal(reactie: Reactie) -> Reactie:
    berichten = voor_meelezers(reactie.berichten, reactie.dossier, eerste_keer=reactie.nieuw)
    return replace(reactie, berichten=berichten)


def _voor_de_vraag(
    berichten: tuple[Bericht, ...], erbij: tuple[Bericht, ...]
) -> tuple[Bericht, ...]:
    """Put what was asked for before the question that goes on: a turn ends with its question."""
    plek = next((n for n, b in enumerate(berichten) if b.soort == "vraag"), len(berichten))
    return (*berichten[:plek], *erbij, *berichten[plek:])


def _is_opnieuw(ruw: str) -> bool:
    gezegd = ruw.strip().casefold()
    woorden = (tekst("bot.opnieuw_waarde"), tekst("bot.opnieuw_label"), "1")
    return gezegd in {woord.casefold() for woord in woorden}


def _opnieuw_vraag(fout: DocumentOnleesbaar) -> Bericht:
    keuze = Keuze(waarde=tekst("bot.opnieuw_waarde"), label=tekst("bot.opnieuw_label"))
    return Bericht(soort="waarschuwing", tekst=fout.in_woorden(), keuzes=(keuze,))
