"""Wat iemand ook zegt, in welke volgorde ook: geen beurt mislukt, en elke vraag hoort erbij."""

from __future__ import annotations

import pytest

from dialogs import gesprek
from dialogs.beeld import beeld
from dialogs.beeld.als_tekst import berichten
from dialogs.dossier import Antwoord
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.procedure.antwoorden import kan_raken
from tests.aanval.maat import Cijfers, keer
from tests.aanval.wandeling import Wandeling, fouten
from tests.bot.nep import NU

STAPPEN = keer(60, 400)


@pytest.mark.parametrize("zaad", range(keer(4, 70)))
async def test_een_wandeling(zaad: int, cijfers: Cijfers) -> None:
    wandeling = Wandeling(zaad)
    with fouten() as mis:
        for _ in range(STAPPEN):
            reactie = await wandeling.stap()
            assert not mis, (wandeling.gezegd[-12:], mis)
            assert wandeling.dossier is not None
            mee = beeld(wandeling.dossier, reactie.beeld.gezegd, meelezers=True)
            berichten(mee)
    cijfers["beurten"] = len(wandeling.gezegd)


@pytest.mark.parametrize("feit", [f for f, v in VRAGEN.items() if v.feit and not v.altijd])
def test_wie_alle_doelen_koos_kan_ze_nog_wijzigen(feit: str) -> None:
    """Choosing one more is then no other answer that there is."""
    doelen = VRAGEN["doel"]
    kaal = gesprek.nieuw("id-1", NU.date())
    antwoorden = {"doel": list(doelen.keuzes), "gegevens": ["verslag"], feit: None}
    dossier = kaal.beantwoord({s: Antwoord(waarde=w) for s, w in antwoorden.items()})
    assert Keer(doelen) not in kan_raken(dossier, Keer(doelen))
