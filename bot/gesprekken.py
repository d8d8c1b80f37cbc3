"""Eén beurt: slot, laden, verwerken, bewaren, en dan pas antwoorden."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, assert_never

from bot.deur import ontvang, waarschuwing
from bot.dialoog import Dialoog
from bot.fouten import BotFout
from bot.gespreksdocument import Gespreksdocument
from bot.klok import Klok, NieuweId
from bot.logboek import zonder_woorden
from bot.opslag.poort import (
    BewaardeWeging,
    DocumentOnleesbaar,
    Opslag,
    TeBewaren,
    Wegingregel,
)
from bot.sloten import Sloten
from bot.wie import Wie
from dialogs import gesprek
from dialogs.beurt import Bericht, Beurt, Bewaar, Keuze, OpenWeging, RekenNa, ToonWegingen
from dialogs.dossier import Dossier
from dialogs.samenvatting import Samenvatting
from dialogs.schermvraag import plek
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
    verwerkt: bool = True
    """False: the message changed nothing, so whoever sent it may want it back."""
    bewaard: bool = False
    """A weighing was kept in this turn."""


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

    async def begroet(self, wie: Wie, gesprek_id: str) -> Reactie:
        """Open or resume the conversation of this person."""
        sleutel = wie.gesprek(gesprek_id)
        return await self._veilig(sleutel, lambda: self._begroet(sleutel))

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
    ) -> Reactie:
        """Handle one message; everything is stored when this returns.

        Args:
            wie: who speaks.
            gesprek_id: the conversation, as the channel calls it.
            ruw: what was said, as it came in.
            bericht_id: the channel's id of the message; handled before means no reply.
            bij: the `plek` it was said at, from a screen that may be behind.
        """
        sleutel = wie.gesprek(gesprek_id)
        return await self._veilig(sleutel, lambda: self._beurt(wie, sleutel, ruw, bericht_id, bij))

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
                vraag = fout.vraag if isinstance(fout, _BeurtMislukt) else None
                log.error("beurt mislukt bij vraag %s\n%s", vraag, zonder_woorden(fout))  # noqa: TRY400 - exception() would quote
            return Reactie((waarschuwing(tekst("bot.onverwacht")),), verwerkt=False)

    async def _begroet(self, sleutel: str) -> Reactie:
        open_ = await self._laad(sleutel)
        beurt = self._dialoog.begroet(open_.document.dossier, self._klok())
        await self._bewaar(sleutel, open_, beurt.dossier, None)
        return Reactie(beurt.berichten, beurt.einde, beurt.dossier)

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
            if not _is_opnieuw(ruw):
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
        binnen = ontvang(ruw)
        if binnen.tekst is None:
            return Reactie(binnen.vooraf, dossier=dossier, verwerkt=False)
        try:
            eerst = self._dialoog.beantwoord(dossier, binnen.tekst, self._klok())
            beurt = await self._voer_uit(wie, eerst)
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
        )

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
