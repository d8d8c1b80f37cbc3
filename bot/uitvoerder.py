"""Doen wat het gesprek vraagt en alleen buiten kan: bewaren, tonen, openen, narekenen."""

from __future__ import annotations

import hashlib
import json
from typing import assert_never

from bot.dialoog import Dialoog
from bot.klok import Klok
from bot.opslag.poort import Opslag, TeBewaren
from bot.wie import Wie
from dialogs.beurt import Bericht, Beurt, Bewaar, OpenWeging, RekenNa, ToonWegingen
from dialogs.dossier import Dossier
from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.markdown import markdown
from knowledge import editie


class Uitvoerder:
    """Carries out the request of a turn on storage."""

    def __init__(self, opslag: Opslag, klok: Klok, dialoog: Dialoog) -> None:
        self._opslag = opslag
        self._klok = klok
        self._dialoog = dialoog

    async def voer_uit(self, wie: Wie, beurt: Beurt) -> Beurt:
        """Do what the dialog cannot do itself, and add what it says about that.

        Raises:
            OpslagFout: storage cannot be used now.
        """
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
            return TeBewaren(nu.date(), met.titel, markdown(met), met.model_dump(mode="json"))

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
