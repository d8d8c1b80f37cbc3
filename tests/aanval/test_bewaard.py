"""Wat er ook van een gesprek in de opslag staat: 'opnieuw' werkt, en een pagina zegt iets."""

from __future__ import annotations

import copy
import json
import random
from functools import partial
from typing import Any, Final

import pytest

from bot.documenten import APART
from bot.gesprekken import Gesprekken
from bot.kanalen.tekst.berichten import te_tonen
from bot.kanalen.web.frames import antwoord
from bot.kanalen.web.gezegden import Gezegden
from bot.opslag.geheugen import GeheugenOpslag
from bot.opstarten import richt_in
from dialogs.teksten import tekst
from tests.aanval.maat import Cijfers, keer
from tests.aanval.wandeling import WIE, Wandeling
from tests.bot.nep import Teller, klok, na

SLEUTEL: Final = WIE.gesprek("web")
GEK: Final[tuple[Any, ...]] = (
    *(None, True, 0, -1, 10**400, 1.5, float("nan"), "", "x", "\ud800", "a" * 5000),
    *([], [[]], {}, {"soort": "vraag"}, ["doel", 5], [None], {"waarde": {"a": [1]}}),
    *("2026-99-99", "alternatief@weg", "soort:", ":@", "leeftijd", "begrepen"),
)


DIEPST: Final = 8
DIEP: Final = "heel diep"
"""Stands for lists in lists, which cannot be written from here as deep as they can be read."""


def _plekken(deel: Any, pad: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path to everything in a document."""
    sleutels: list[Any] = []
    if len(pad) > DIEPST:
        return []
    if isinstance(deel, dict):
        sleutels = list(deel)
    elif isinstance(deel, list):
        sleutels = list(range(len(deel)))
    return [p for s in sleutels for p in ((*pad, s), *_plekken(deel[s], (*pad, s)))]


def verminkt(inhoud: dict[str, Any], dobbel: random.Random) -> dict[str, Any]:
    """Return a document with a few things in it that nobody expects."""
    uit = copy.deepcopy(inhoud)
    for _ in range(dobbel.choice((1, 1, 2, 5))):
        plekken = _plekken(uit)
        if not plekken:
            break
        # What was answered comes in for most of it: the rest is checked when it is read.
        in_antwoorden = [pad for pad in plekken if "antwoorden" in pad]
        *pad, laatste = dobbel.choice(
            in_antwoorden if in_antwoorden and dobbel.random() < 0.6 else plekken
        )
        deel: Any = uit
        for sleutel in pad:
            deel = deel[sleutel]
        match dobbel.randrange(4):
            case 0:
                del deel[laatste]
            case 1 if isinstance(deel, dict):
                deel[dobbel.choice(("x", "soort:weg", "doel", "alternatief@x"))] = deel[laatste]
            case 2:
                deel[laatste] = DIEP
            case _:
                deel[laatste] = copy.deepcopy(dobbel.choice(GEK))
    return uit


async def _leg_neer(opslag: GeheugenOpslag, ruw: str) -> Gesprekken:
    opslag._documenten[SLEUTEL] = (ruw, 7)
    return richt_in(opslag, klok, Teller()).gesprekken


async def opnieuw_werkt(opslag: GeheugenOpslag, ruw: str) -> bool:
    """Come back to this, then begin again; tell whether it could still be used."""
    gesprekken = await _leg_neer(opslag, ruw)
    bruikbaar = False
    for frame in (True, False):
        kijk = await na(gesprekken.bekijk(WIE, "web"))
        getoond = json.loads(antwoord(kijk, klok, None, partial(Gezegden().na, "web")))
        bruikbaar = bool(getoond["soort"] == "beeld")
        if not bruikbaar:
            assert [k["waarde"] for k in getoond["keuzes"]] == [tekst("bot.opnieuw_waarde")]
        gezegd = "hallo" if frame else "1"
        assert te_tonen((await na(gesprekken.beurt(WIE, "web", gezegd))).beeld)
    erna = await na(gesprekken.beurt(WIE, "web", "opnieuw"))
    assert te_tonen(erna.beeld)
    if erna.dossier is None or erna.dossier.antwoorden:
        erna = await na(gesprekken.beurt(WIE, "web", "ja"))
        assert te_tonen(erna.beeld)
    assert erna.dossier is not None
    assert erna.dossier.antwoorden == {}, "na 'opnieuw' (en 'ja') is er een nieuwe weging"
    verder = await na(gesprekken.beurt(WIE, "web", "overslaan"))
    assert verder.dossier is not None
    assert len(verder.dossier.antwoorden) == 1
    return bruikbaar


async def _documenten(aantal: int) -> list[dict[str, Any]]:
    """Return documents of conversations in all kinds of states."""
    uit = []
    for zaad in range(aantal):
        wandeling = Wandeling(zaad)
        for _ in range(6 + 5 * zaad):
            await wandeling.stap()
        document = await wandeling.opslag.laad(SLEUTEL)
        assert document is not None
        uit.append(document.inhoud)
    return uit


async def test_een_verminkt_gesprek(cijfers: Cijfers) -> None:
    dobbel = random.Random(1)
    bruikbaar = gevallen = 0
    for inhoud in await _documenten(keer(4, 12)):
        for _ in range(keer(12, 400)):
            diepte = dobbel.choice((3, 200, 900, 5000))
            diep = "[" * diepte + "]" * diepte
            ruw = json.dumps(verminkt(inhoud, dobbel)).replace(f'"{DIEP}"', diep)
            bruikbaar += await opnieuw_werkt(GeheugenOpslag(), ruw)
            gevallen += 1
    cijfers |= {"gevallen": gevallen, "nog bruikbaar": bruikbaar}


@pytest.mark.parametrize(
    "waarde",
    [
        '{"gevoelig": {"waarde": "achttien"}}',
        '{"leeftijd": {"waarde": "x"}}',
        '{"doel": {"waarde": 5}}',
        '{"doel": {"waarde": ["wat_er_niet_meer_is"]}}',
        '{"gegevens": {"waarde": [1]}}',
        '{"van": {"waarde": ["mbo"]}}',
        '{"datum": {"waarde": "gisteren"}}',
        '{"omschrijving": {"waarde": ' + "[" * 800 + "]" * 800 + "}}",
    ],
    ids=lambda waarde: str(waarde)[:40],
)
async def test_een_antwoord_dat_niet_kan(waarde: str) -> None:
    [inhoud] = await _documenten(1)
    inhoud["dossier"]["antwoorden"] = {"hier": 1}
    ruw = json.dumps(inhoud).replace('{"hier": 1}', waarde)
    opslag = GeheugenOpslag()
    bruikbaar = await opnieuw_werkt(opslag, ruw)
    apart = [inhoud for _, inhoud in await opslag.ruw(APART)]
    assert apart == ([] if bruikbaar else [ruw]), "wat er stond ligt apart, zoals het was"
