"""Doen wat het gesprek vraagt en alleen buiten kan: bewaren, tonen, narekenen, verwijderen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import assert_never

from bot.bezit import Bezit
from bot.dialoog import Dialoog
from bot.klok import Klok
from bot.ondertekening import Ondertekening
from bot.opruimen import Opruimer
from bot.opslag.poort import Opslag, TeBewaren, Terugmelding
from bot.terzijde import terzijde
from bot.veranderingen.poort import Verandering, WegingenVeranderd
from bot.verlopen import Verlopen
from bot.wie import Wie
from dialogs.beeld.gezegd import Gezegde
from dialogs.beeld.gezegd import Wegingregel as Regel
from dialogs.beurt import (
    AlsBasis,
    Beurt,
    Bewaar,
    Meld,
    Noem,
    OpenWeging,
    RekenNa,
    ToonWegingen,
    Verwijder,
    WisScherm,
)
from dialogs.dossier import Dossier
from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.aanvulling import onthouden
from dialogs.samenvatting.bewijs import met_bewijs
from dialogs.samenvatting.markdown import markdown
from knowledge import editie


class Uitvoerder:
    """Carries out the request of a turn on storage."""

    def __init__(
        self,
        opslag: Opslag,
        bezit: Bezit,
        opruimer: Opruimer,
        verlopen: Verlopen,
        klok: Klok,
        dialoog: Dialoog,
        ondertekening: Ondertekening,
    ) -> None:
        self._ondertekening = ondertekening
        self._opslag = opslag
        self._bezit = bezit
        self._opruimer = opruimer
        self._verlopen = verlopen
        self._klok = klok
        self._dialoog = dialoog

    async def voer_uit(
        self, wie: Wie, sleutel: str, beurt: Beurt
    ) -> tuple[Beurt, tuple[Verandering, ...]]:
        """Do what the dialog cannot do itself, and add what it says about that.

        Args:
            wie: who asks it.
            sleutel: the key of the conversation it is asked in, which whoever calls saves.
            beurt: the turn that asks it.

        Returns:
            The turn with its result, and what changed besides this conversation.

        Raises:
            OpslagFout: storage cannot be used now.
        """
        veranderd: tuple[Verandering, ...] = ()
        match beurt.verzoek:
            case None:
                return beurt, veranderd
            case Bewaar(samenvatting=samenvatting):
                kenmerk = await self._bewaar_weging(wie, beurt.dossier, samenvatting)
                erna = await terzijde(lambda: self._dialoog.na_bewaren(beurt.dossier, kenmerk))
                veranderd = (WegingenVeranderd(wie.eigenaar()),)
            case Noem(kenmerk=kenmerk, eigen=eigen):
                genoemd = await self._noem(wie, kenmerk, eigen)
                erna = self._dialoog.na_noemen(beurt.dossier, kenmerk, eigen if genoemd else None)
                veranderd = (WegingenVeranderd(wie.eigenaar()),)
            case AlsBasis(kenmerk=kenmerk):
                weging = await self._bezit.weging(wie, kenmerk)
                gegevens = None if weging is None else weging.gegevens
                nu = self._klok()
                erna = await terzijde(
                    lambda: self._dialoog.als_basis(beurt.dossier, kenmerk, gegevens, nu)
                )
            case WisScherm():
                erna = self._dialoog.scherm_gewist(beurt.dossier, wie.kanaal)
            case Meld():
                await self._meld(beurt.verzoek)
                erna = self._dialoog.na_melden(beurt.dossier, beurt.verzoek.over)
            case ToonWegingen() | OpenWeging() | RekenNa():
                gelezen = await self._lees(wie, beurt.verzoek)
                erna = Beurt(beurt.dossier, gelezen, beurt.vraagt)
            case Verwijder(kenmerk=kenmerk):
                opgeruimd = await self._opruimer.verwijder(wie, kenmerk, sleutel)
                veranderd = opgeruimd.veranderd
                gezegd = opgeruimd.zinnen
                erna = self._dialoog.na_verwijderen(beurt.dossier, kenmerk, gezegd, self._klok())
            case _:
                assert_never(beurt.verzoek)
        alles = (*beurt.gezegd, *erna.gezegd)
        return Beurt(erna.dossier, alles, erna.vraagt, einde=beurt.einde), veranderd

    async def onthouden(self, wie: Wie) -> dict[str, str]:
        """Return what somebody filled in of himself with what he kept last.

        Raises:
            OpslagFout: storage cannot be used now.
        """
        for regel in (await self._bezit.wegingen(wie))[:1]:
            weging = await self._bezit.weging(wie, regel.kenmerk)
            if weging is not None:
                return onthouden(weging.gegevens)
        return {}

    async def _lees(
        self, wie: Wie, verzoek: ToonWegingen | OpenWeging | RekenNa
    ) -> tuple[Gezegde, ...]:
        """Return what is said of what was kept; nothing changes."""
        match verzoek:
            case ToonWegingen(zoek=zoek):
                regels = await self._bezit.wegingen(wie)
                lijst = self._dialoog.lijst([Regel(**asdict(regel)) for regel in regels], zoek)
                return *await self._verlopen.waarschuw(regels, self._klok().date()), *lijst
            case OpenWeging(kenmerk=kenmerk):
                weging = await self._bezit.weging(wie, kenmerk)
                if weging is None:
                    return self._dialoog.geopend(kenmerk, None)
                return self._dialoog.geopend(kenmerk, weging.markdown, weging.eigen)
            case RekenNa(kenmerk=kenmerk):
                return await self._reken_na(wie, kenmerk)

    async def _noem(self, wie: Wie, kenmerk: str, eigen: str) -> bool:
        genoemd = await self._bezit.noem(wie, kenmerk, eigen)
        # What it was called before goes from the journal as well.
        await self._opslag.maak_schoon()
        return genoemd

    async def _meld(self, meld: Meld) -> None:
        melding = Terugmelding(meld.over, meld.ids, meld.reden, editie.naam())
        await self._opslag.tel_terugmelding(melding, self._klok().date())

    async def _reken_na(self, wie: Wie, kenmerk: str) -> tuple[Gezegde, ...]:
        weging = await self._bezit.weging(wie, kenmerk)
        if weging is None:
            return self._dialoog.geopend(kenmerk, None)
        naam = str(weging.gegevens.get("kennis"))
        # Of something else than ASCII storage may not be able to ask.
        uitgave = await self._opslag.editie(naam) if naam.isascii() else None

        def reken_na() -> tuple[Gezegde, ...]:
            bewijs = self._ondertekening.beoordeel(weging.gegevens)
            return self._dialoog.nagerekend(weging.gegevens, uitgave, bewijs)

        return await terzijde(reken_na)

    async def _bewaar_weging(self, wie: Wie, dossier: Dossier, samenvatting: Samenvatting) -> str:
        nu = self._klok()
        onderteken = self._ondertekening.onderteken if self._ondertekening else None
        # First, so that no weighing is ever kept without the knowledge to make it again.
        await self._opslag.bewaar_editie(editie.naam(), editie.uitgave())

        def maak(kenmerk: str) -> TeBewaren:
            met = met_bewijs(samenvatting.model_copy(update={"kenmerk": kenmerk}), onderteken)
            oordelen = tuple(doel.oordeel for doel in met.doelen)
            gegevens = met.model_dump(mode="json")
            return TeBewaren(nu.date(), met.titel, markdown(met), gegevens, oordelen)

        # Saved and then killed before the answer: the same content again, even a day later, gets
        # the same reference.
        afdruk = await terzijde(lambda: _afdruk(dossier, samenvatting))
        return await self._opslag.bewaar_weging(wie.eigenaar(), nu.year, afdruk, maak)


def _afdruk(dossier: Dossier, samenvatting: Samenvatting) -> str:
    inhoud = samenvatting.model_dump(mode="json", exclude={"kenmerk", "datum_weging"})
    in_vaste_vorm = json.dumps([dossier.id, inhoud], sort_keys=True)
    return hashlib.sha256(in_vaste_vorm.encode()).hexdigest()
