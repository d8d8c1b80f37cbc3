"""Wat iemand ook zegt, in welke volgorde ook: geen beurt mislukt, en elke vraag hoort erbij."""

from __future__ import annotations

import pytest

from dialogs.beeld import beeld
from dialogs.beeld.als_tekst import berichten
from tests.aanval.maat import Cijfers, keer
from tests.aanval.wandeling import Wandeling, fouten

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
