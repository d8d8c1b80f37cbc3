"""Doen wat het gesprek vraagt en alleen buiten kan: bewaren, tonen, narekenen, verwijderen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import Any, Final, assert_never

from bot.bezit import Bezit
from bot.dialoog import Dialoog
from bot.houdbaar import Houdbaar
from bot.klok import Klok
from bot.ondertekening import Ondertekening
from bot.opruimen import Opruimer
from bot.opslag.poort import BewaardeWeging, Opslag, OpslagConflict, TeBewaren, Terugmelding
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
    Herweeg,
    Meld,
    Noem,
    OpenWeging,
    RekenNa,
    ToonWegingen,
    Verwijder,
    WisScherm,
)
from dialogs.dossier import Dossier
from dialogs.samenvatting import versies
from dialogs.samenvatting.aanvulling import onthouden
from dialogs.samenvatting.bewijs import met_bewijs
from dialogs.samenvatting.markdown import markdown
from knowledge import editie

_POGINGEN: Final = 5
"""So often another conversation may keep a next version first."""


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
        self.houdbaar = Houdbaar(bezit)
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
            case Bewaar():
                kenmerk = await self._bewaar_weging(wie, beurt.dossier, beurt.verzoek)
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
            case Herweeg(kenmerk=kenmerk):
                erna = await self._herweeg(wie, beurt.dossier, kenmerk)
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
                vandaag = self._klok().date()
                let_op = await self.houdbaar.let_op(wie, regels, vandaag)
                getoond = [Regel(**asdict(r), let_op=let_op.get(r.kenmerk, ())) for r in regels]
                lijst = self._dialoog.lijst(getoond, zoek)
                return *await self._verlopen.waarschuw(regels, vandaag), *lijst
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

        vorige = await self._vorige(wie, weging.gegevens)

        def reken_na() -> tuple[Gezegde, ...]:
            bewijs = self._ondertekening.beoordeel(weging.gegevens)
            return self._dialoog.nagerekend(weging.gegevens, uitgave, bewijs, vorige)

        return await terzijde(reken_na)

    async def _vorige(self, wie: Wie, gegevens: dict[str, Any]) -> dict[str, Any] | None:
        """Return the record of the version that this one replaces, when it is there."""
        vervangt = gegevens.get("vervangt")
        kenmerk = vervangt.get("kenmerk") if isinstance(vervangt, dict) else None
        if not isinstance(kenmerk, str) or not kenmerk.isascii():
            return None
        vorige = await self._bezit.weging(wie, kenmerk)
        return None if vorige is None else vorige.gegevens

    async def _herweeg(self, wie: Wie, dossier: Dossier, kenmerk: str) -> Beurt:
        weging = await self._bezit.weging(wie, kenmerk)
        gegevens = None if weging is None else weging.gegevens
        nu = self._klok()
        return await terzijde(lambda: self._dialoog.herweeg(dossier, kenmerk, gegevens, nu))

    async def _bewaar_weging(self, wie: Wie, dossier: Dossier, verzoek: Bewaar) -> str:
        # First, so that no weighing is ever kept without the knowledge to make it again.
        await self._opslag.bewaar_editie(editie.naam(), editie.uitgave())
        # Saved and then killed before the answer: the same content again, even a day later, gets
        # the same reference.
        afdruk = await terzijde(lambda: _afdruk(dossier, verzoek))
        for _ in range(_POGINGEN):
            vorige = None if verzoek.na is None else await self._laatste(wie, verzoek.na)
            try:
                return await self._bewaar_na(wie, afdruk, verzoek, vorige)
            except OpslagConflict:
                continue  # another conversation kept a next version first, or deleted them all
        raise OpslagConflict

    async def _laatste(self, wie: Wie, kenmerk: str) -> BewaardeWeging | None:
        """Return the last version of a weighing; None when it is deleted."""
        alle = [regel.kenmerk for regel in await self._bezit.wegingen(wie)]
        laatste = versies.laatste(kenmerk, alle)
        return None if laatste is None else await self._bezit.weging(wie, laatste)

    async def _bewaar_na(
        self, wie: Wie, afdruk: str, verzoek: Bewaar, vorige: BewaardeWeging | None
    ) -> str:
        nu = self._klok()
        onderteken = self._ondertekening.onderteken if self._ondertekening else None
        nieuw = verzoek.samenvatting
        if vorige is not None:
            vervangt = versies.vervangt(vorige.gegevens, vorige.kenmerk, nieuw, verzoek.reden)
            nieuw = nieuw.model_copy(update={"vervangt": vervangt})

        def maak(kenmerk: str) -> TeBewaren:
            met = met_bewijs(nieuw.model_copy(update={"kenmerk": kenmerk}), onderteken)
            oordelen = tuple(doel.oordeel for doel in met.doelen)
            gegevens = met.model_dump(mode="json")
            return TeBewaren(nu.date(), met.titel, markdown(met), gegevens, oordelen)

        na = None if vorige is None else vorige.kenmerk
        return await self._opslag.bewaar_weging(wie.eigenaar(), nu.year, afdruk, maak, na)


def _afdruk(dossier: Dossier, verzoek: Bewaar) -> str:
    inhoud = verzoek.samenvatting.model_dump(mode="json", exclude={"kenmerk", "datum_weging"})
    # What the conversation knew it comes after, not what that is by now: killed and asked again it
    # is the same version still.
    na = [] if verzoek.na is None else [verzoek.na]
    in_vaste_vorm = json.dumps([dossier.id, inhoud, *na], sort_keys=True)
    return hashlib.sha256(in_vaste_vorm.encode()).hexdigest()
