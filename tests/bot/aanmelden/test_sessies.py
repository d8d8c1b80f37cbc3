"""Sessies in elke opslag: wie binnen is, is dat bij elk proces, en daarna nergens meer."""

from __future__ import annotations

from contextlib import AsyncExitStack

import pytest

from bot.aanmelden.oidc import BINNEN
from bot.aanmelden.sessies import Persoon, Sessies, is_nummer, sleutel_van
from bot.opslag.poort import Opslag
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in, webserver
from bot.samenhang import HalfIngesteld
from tests.bot.aanmelden.aanbieder import Namaak
from tests.bot.aanmelden.conftest import Uur, browsers, ingesteld

ANNE = Persoon(tenant="t", id="anne", naam="Anne \u00eb")


async def test_een_sessie_geldt_tot_iemand_weggaat(opslag: Opslag, uur: Uur) -> None:
    een, ander_proces = Sessies(opslag, uur), Sessies(opslag, uur)
    nummer = await een.begin(ANNE)
    assert is_nummer(nummer)
    gevonden = await ander_proces.vind(sleutel_van(nummer))
    assert gevonden is not None
    assert gevonden.persoon == ANNE
    await ander_proces.eindig(sleutel_van(nummer))
    assert await een.vind(sleutel_van(nummer)) is None
    await een.eindig(sleutel_van(nummer))


async def test_wie_iets_doet_blijft_en_wie_kijkt_niet(opslag: Opslag, uur: Uur) -> None:
    sessies = Sessies(opslag, uur)
    sleutel = sleutel_van(await sessies.begin(ANNE))
    for bezig, blijft in ((True, True), (False, True), (False, False)):
        uur.later(minutes=40)
        assert (await sessies.vind(sleutel, bezig=bezig) is not None) == blijft


async def test_een_klok_die_achteruit_loopt_laat_niemand_langer_binnen(
    opslag: Opslag, uur: Uur
) -> None:
    sessies = Sessies(opslag, uur)
    sleutel = sleutel_van(await sessies.begin(ANNE))
    uur.later(hours=-1)
    assert await sessies.vind(sleutel) is None


@pytest.mark.parametrize("inhoud", [{}, {"persoon": 1}, {"begon": "gisteren"}], ids=str)
async def test_wat_geen_sessie_is_laat_niemand_in(
    opslag: Opslag, uur: Uur, inhoud: dict[str, object]
) -> None:
    await opslag.bewaar(sleutel_van("x"), inhoud, None)
    assert await Sessies(opslag, uur).vind(sleutel_van("x")) is None


async def test_opruimen_raakt_geen_gesprek(opslag: Opslag, uur: Uur) -> None:
    gesprek = '["web","[\\"sessie\\",","web","x"]'
    await opslag.bewaar(gesprek, {"n": 1}, None)
    sessies = Sessies(opslag, uur)
    await sessies.begin(ANNE)
    uur.later(hours=2)
    nieuw = sleutel_van(await sessies.begin(ANNE))
    assert [s for s, _ in await opslag.ruw("sessie")] == sorted([nieuw, gesprek])


async def test_afmelden_bij_het_ene_proces_geldt_bij_het_andere(
    sqlite: SqliteOpslag, uur: Uur, namaak: Namaak
) -> None:
    async with AsyncExitStack() as open_:
        hier, daar = [
            (await open_.enter_async_context(browsers(sqlite, uur, ingesteld(namaak))))()
            for _ in range(2)
        ]
        await hier.meld_aan()
        daar.koekjes = dict(hier.koekjes)
        assert (await daar.wie())["naam"] == "Anne de Vries"
        await daar.meld_af()
        assert BINNEN in hier.koekjes
        assert (await hier.haal("/wie")).status == 401


async def test_half_aanmelden_is_geen_aanmelden(
    sqlite: SqliteOpslag, uur: Uur, namaak: Namaak
) -> None:
    half = ingesteld(namaak).model_copy(update={"oidc_issuer": None})
    with pytest.raises(HalfIngesteld):
        webserver(richt_in(sqlite, uur), half)
