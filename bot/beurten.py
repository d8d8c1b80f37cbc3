"""Wat er in één beurt gebeurt, terwijl het gesprek op slot is: laden, verwerken, bewaren."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Final, TypeVar

from bot.dialoog import Dialoog
from bot.documenten import Documenten, Open
from bot.fouten import BotFout
from bot.gespreksdocument import Gespreksdocument
from bot.grenzen import Grenzen
from bot.inbreng import Inbreng
from bot.klok import Klok
from bot.logboek import zonder_woorden
from bot.om_de_beurt import BeurtMislukt, is_opnieuw, wil_opnieuw
from bot.opslag.poort import BerichtGezien, DocumentOnleesbaar
from bot.post import op_post
from bot.reactie import Reactie
from bot.terzijde import terzijde
from bot.uitvoerder import Uitvoerder
from bot.vals_alarm import NetAfgeschermd, afdrukken, genoemd, is_melding, kenner
from bot.veranderingen.poort import Verandering
from bot.wie import Wie
from dialogs.beeld import Beeld, beeld
from dialogs.beeld.gezegd import Gezegde, waarschuwing
from dialogs.beurt import Beurt, OpenWeging, RekenNa, ToonWegingen
from dialogs.dossier import Dossier
from dialogs.dossier.aanvulling import van_persoon
from dialogs.dossier.wacht import BevestigOpnieuw, OpSlot
from dialogs.teksten.woorden import is_woord

_Uit = TypeVar("_Uit")

log: Final = logging.getLogger(__name__)

_LEEST: Final = (type(None), ToonWegingen, OpenWeging, RekenNa)
"""What a turn asks of the outside that changes nothing there."""


class Beurten:
    """Takes turns in a conversation that whoever calls holds the lock of.

    Raises what storage or the dialog does wrong; the stored state is then as it was.
    """

    def __init__(
        self,
        documenten: Documenten,
        uitvoerder: Uitvoerder,
        klok: Klok,
        dialoog: Dialoog,
        grenzen: Grenzen,
    ) -> None:
        self._documenten = documenten
        self._uitvoerder = uitvoerder
        self._klok = klok
        self._dialoog = dialoog
        self._grenzen = grenzen
        self._net_afgeschermd = NetAfgeschermd()

    async def begroet(self, wie: Wie, sleutel: str, in_: Inbreng, *vooraf: Gezegde) -> Reactie:
        """Greet, after what is said before it, and ask what is open."""
        open_ = await self._open(wie, sleutel)
        async with self._bruikbaar(open_):
            if await self._documenten.is_gezien(sleutel, in_.bericht_id):
                return await self._nog_eens(open_, in_)
            beurt = await self._reken(self._dialoog.begroet, open_.dossier)
            return await self._rond_af(open_, in_, replace(beurt, gezegd=(*vooraf, *beurt.gezegd)))

    async def bekijk(self, wie: Wie, sleutel: str) -> Reactie:
        """Give the weighing with a question open; nothing is said."""
        open_ = await self._open(wie, sleutel)
        async with self._bruikbaar(open_):
            dossier = await self._reken(self._dialoog.hervat, open_.dossier)
            erna = await self._documenten.bewaar(open_, open_.document.verder(dossier))
        return _reactie(open_, erna)

    async def vergeet(self, sleutel: str) -> tuple[Verandering, ...]:
        """Begin anew without asking; nothing is said."""
        open_ = await self._documenten.laad(sleutel)
        nieuw = self._dialoog.volgend(open_.dossier, self._klok())
        erna = await self._documenten.bewaar(open_, open_.document.verder(nieuw))
        return open_.veranderd(erna.versie)

    async def beurt(self, wie: Wie, sleutel: str, in_: Inbreng) -> Reactie:
        """Handle one message."""
        gezegd = in_.woorden()
        try:
            open_ = await self._open(wie, sleutel)
            # Asked for, so the way out has to work: also when only its picture cannot be made.
            opnieuw = wil_opnieuw(gezegd) or _bevestigt_opnieuw(open_, gezegd)
            async with self._bruikbaar(open_, opnieuw=opnieuw):
                return await self._verwerk(wie, open_, in_, gezegd)
        except DocumentOnleesbaar as fout:
            if not is_opnieuw(gezegd) and not isinstance(fout, _Apart):
                raise
            log.warning("gesprek apart gelegd\n%s", zonder_woorden(fout))
        await self._documenten.leg_apart(sleutel)
        return await self.begroet(wie, sleutel, in_, waarschuwing("bot.apart_gelegd"))

    async def _open(self, wie: Wie, sleutel: str) -> Open:
        open_ = await self._documenten.laad(sleutel)
        if open_.versie is None and not self._grenzen.gesprekken.neem(wie.eigenaar()):
            raise TeVeelGesprekken
        return open_

    async def _met_wie_weegt(self, wie: Wie, ervoor: Dossier, beurt: Beurt) -> Beurt:
        """Fill in at the verdict who weighs, as it stands in what somebody kept last.

        Not before: a conversation that is not at its end holds nothing of what may be deleted.
        """
        dossier = beurt.dossier
        pas_nu = _aan_het_eind(dossier) and not _aan_het_eind(ervoor)
        bewaard = dossier.stand.bewaard_als or dossier.stand.kenmerken
        if not pas_nu or bewaard or van_persoon(dossier.aanvulling):
            return beurt
        return replace(beurt, dossier=dossier.aangevuld(await self._uitvoerder.onthouden(wie)))

    async def _verwerk(self, wie: Wie, open_: Open, in_: Inbreng, gezegd: str) -> Reactie:
        dossier = open_.dossier
        if await self._documenten.is_gezien(open_.sleutel, in_.bericht_id):
            return await self._nog_eens(open_, in_)
        if in_.achter(open_):
            kwijt = in_.op_het_laatste
            waarom = waarschuwing("bot.antwoord_kwijt" if kwijt else "bot.verder_gegaan")
            return await self._niet_verwerkt(open_, in_, waarom)
        bedoeld = self._net_afgeschermd.bedoeld(open_.sleutel, gezegd)
        if bedoeld or is_melding(gezegd):
            return await self._vals_alarm(open_, bedoeld or genoemd(gezegd), in_)
        bekend = kenner(open_.sleutel, open_.document.geen_namen)
        uiting, binnen = await terzijde(lambda: in_.binnen(wie.kanaal, bekend))
        self._net_afgeschermd.onthoud(open_.sleutel, binnen.namen)
        if uiting is None:
            return await self._niet_verwerkt(open_, in_, *binnen.vooraf, vraagt=False)
        nu = self._klok()
        eerst = await terzijde(lambda: self._dialoog.beantwoord(dossier, uiting, nu))
        beurt, veranderd = await self._uitvoerder.voer_uit(wie, open_.sleutel, eerst)
        beurt = await self._met_wie_weegt(wie, dossier, beurt)
        beurt = replace(beurt, gezegd=(*binnen.vooraf, *beurt.gezegd))
        if in_.post is None and beurt.dossier == dossier and isinstance(eerst.verzoek, _LEEST):
            # Shown at once, and perhaps not seen: sent again it is answered again, with no harm.
            in_ = replace(in_, bericht_id=None)
        return await self._rond_af(open_, in_, beurt, *veranderd)

    async def _rond_af(
        self,
        open_: Open,
        in_: Inbreng,
        beurt: Beurt,
        *veranderd: Verandering,
        document: Gespreksdocument | None = None,
    ) -> Reactie:
        """Store what a turn came to, and in the same transaction what it says."""
        vraagt = beurt.vraagt
        beeld = await _beeld(open_, beurt.dossier, beurt.gezegd, in_.meegelezen, vraagt=vraagt)
        uit = await op_post(in_.post, beeld, beurt.dossier)
        document = (document or open_.document).verder(beurt.dossier)
        try:
            erna = await self._documenten.bewaar(open_, document, uit, in_.bericht_id)
        except BerichtGezien:  # another process was just before us
            return await self._nog_eens(open_, in_)
        reactie = _reactie(open_, erna, beeld, *veranderd, einde=beurt.einde)
        return replace(reactie, verstuurd=in_.post is not None)

    async def _nog_eens(self, open_: Open, in_: Inbreng) -> Reactie:
        """Let the reply to a message that came before go out, if it did not; it counts once."""
        stil = Reactie(dossier=open_.dossier, opgeslagen=open_, verstuurd=True)
        if in_.post is None or in_.bericht_id is None:
            return stil
        sleutel = open_.sleutel
        komt = await self._documenten.zend_opnieuw(sleutel, in_.bericht_id)
        # Looked at last: it may have arrived a moment ago.
        if komt or await self._documenten.komt_nog(sleutel) or await self._kwam_aan(sleutel):
            return stil
        # It is gone and never arrived: taken out with a weighing, or by an administrator.
        zonder_id = replace(in_, bericht_id=None)
        return await self._niet_verwerkt(open_, zonder_id, waarschuwing("bot.antwoord_kwijt"))

    async def _reken(
        self, functie: Callable[[Dossier, dt.datetime], _Uit], dossier: Dossier
    ) -> _Uit:
        nu = self._klok()
        return await terzijde(lambda: functie(dossier, nu))

    @asynccontextmanager
    async def _bruikbaar(self, open_: Open, *, opnieuw: bool = False) -> AsyncIterator[None]:
        """Do something with a conversation; what it raises tells whether it is to blame.

        Args:
            open_: the conversation.
            opnieuw: somebody wants to begin again, which must work whatever is stored.

        Raises:
            DocumentOnleesbaar: nothing can be done with what is stored.
            BeurtMislukt: something else went wrong.
        """
        try:
            if opnieuw:
                await self._reken(self._dialoog.toets, open_.dossier)
            yield
        except BotFout:
            raise
        except Exception as fout:
            if opnieuw:
                raise _Apart from fout
            try:
                await self._reken(self._dialoog.toets, open_.dossier)
            except Exception:  # noqa: BLE001 - whatever it is, this conversation leads nowhere
                raise DocumentOnleesbaar from fout
            raise BeurtMislukt(open_.dossier.stand.vraag) from fout

    async def _kwam_aan(self, sleutel: str) -> bool:
        return (await self._documenten.laad(sleutel)).kwam_aan()

    async def _niet_verwerkt(
        self, open_: Open, in_: Inbreng, *gezegd: Gezegde, vraagt: bool = True
    ) -> Reactie:
        """Say why a message changed nothing; the conversation is as it was."""
        dossier = await self._reken(self._dialoog.hervat, open_.dossier) if vraagt else None
        beeld = await _beeld(open_, dossier, gezegd, in_.meegelezen)
        return Reactie(
            beeld,
            dossier=open_.dossier,
            verwerkt=False,
            opgeslagen=open_,
            bericht_id=in_.bericht_id,
        )

    async def _vals_alarm(self, open_: Open, namen: tuple[str, ...], in_: Inbreng) -> Reactie:
        """Remember that these are no names, or the one that was masked last; ask on.

        Of several nobody knows which is meant: then we ask, and let none of them go.
        """
        laatste = self._net_afgeschermd.laatste(open_.sleutel)
        weg = namen or laatste[:1]
        zin = "bot.geen_naam_onthouden" if weg else "bot.geen_naam_welke"
        if not namen and len(laatste) > 1:
            self._net_afgeschermd.onthoud(open_.sleutel, laatste, gevraagd=True)
            zin, weg = "bot.geen_naam_welke_van", namen
        else:
            self._net_afgeschermd.vergeet(open_.sleutel)
        document = open_.document
        if weg:
            document = document.zonder_alarm(afdrukken(open_.sleutel, weg))
        dossier = (await self._reken(self._dialoog.begroet, document.dossier)).dossier
        beurt = Beurt(dossier, (waarschuwing(zin),))
        return await self._rond_af(open_, in_, beurt, document=document)


class TeVeelGesprekken(BotFout):
    """Somebody begins one conversation after the other."""

    sleutel = "bot.te_veel_gesprekken"


class _Apart(DocumentOnleesbaar):
    """Somebody wants to begin again, and that does not work with what is stored."""


def _bevestigt_opnieuw(open_: Open, gezegd: str) -> bool:
    return isinstance(open_.dossier.stand.wacht, BevestigOpnieuw) and is_woord("ja", gezegd)


def _aan_het_eind(dossier: Dossier) -> bool:
    return isinstance(dossier.stand.wacht, OpSlot)


async def _beeld(
    open_: Open,
    dossier: Dossier | None,
    gezegd: Iterable[Gezegde],
    meegelezen: bool,  # noqa: FBT001 - passed on as it came
    *,
    vraagt: bool = True,
) -> Beeld:
    """Make the picture of a turn in this conversation."""
    eerste = open_.versie is None
    return await terzijde(
        lambda: beeld(dossier, gezegd, vraagt=vraagt, meelezers=meegelezen, eerste_keer=eerste)
    )


def _reactie(
    open_: Open,
    erna: Open,
    beeld: Beeld | None = None,
    *ook: Verandering,
    einde: bool = False,
) -> Reactie:
    """Return what a channel shows of a turn that went well."""
    return Reactie(
        beeld or Beeld(),
        einde,
        erna.dossier,
        opgeslagen=erna,
        veranderd=(*open_.veranderd(erna.versie), *ook),
    )
