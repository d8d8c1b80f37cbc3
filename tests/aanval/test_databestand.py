"""Een bestand dat verdwijnt, een schijf die vol is: je hoort meteen dat er niets bewaard is."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.opslag.poort import OpslagVerdwenen, TeBewaren
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in
from dialogs.beeld.als_tekst import berichten
from dialogs.teksten import tekst
from tests.aanval.maat import Cijfers, keer
from tests.aanval.proces import activiteit, draaiend, gezond, stuur
from tests.bot.connector import Connector, connector
from tests.bot.nep import ANNE, NepDialoog, Teller, klok, na

SLEUTEL = ANNE.gesprek("g")


def _weg(pad: Path) -> None:
    pad.unlink()


def _vervangen(pad: Path) -> None:
    kopie = pad.with_suffix(".kopie")
    shutil.copy(pad, kopie)
    kopie.replace(pad)


def _verplaatst(pad: Path) -> None:
    pad.rename(pad.with_suffix(".elders"))


def _journaal_weg(pad: Path) -> None:
    pad.with_name(f"{pad.name}-wal").unlink()


def _map_weg(pad: Path) -> None:
    shutil.rmtree(pad.parent)


KWIJT = pytest.mark.parametrize(
    "maak_kwijt", [_weg, _vervangen, _verplaatst, _journaal_weg, _map_weg]
)


@KWIJT
async def test_een_bestand_dat_verdwijnt_wordt_meteen_gemerkt(
    sqlite: SqliteOpslag, databestand: Path, maak_kwijt: Any
) -> None:
    gesprekken = richt_in(sqlite, klok, Teller(), NepDialoog()).gesprekken
    assert (await na(gesprekken.beurt(ANNE, "g", "18"))).verwerkt
    maak_kwijt(databestand)
    for zin in ("19", "opnieuw"):
        reactie = await na(gesprekken.beurt(ANNE, "g", zin))
        assert not reactie.verwerkt
        assert [b.tekst for b in berichten(reactie.beeld)] == [tekst("bot.opslag_verdwenen")]
    for doe in (sqlite.laad(SLEUTEL), sqlite.wegingen(ANNE.eigenaar()), sqlite.verwijder(SLEUTEL)):
        with pytest.raises(OpslagVerdwenen):
            await doe


@KWIJT
async def test_ook_als_het_verdwijnt_terwijl_er_geschreven_wordt(
    sqlite: SqliteOpslag, databestand: Path, maak_kwijt: Any
) -> None:
    await sqlite.bewaar(SLEUTEL, {"a": 1}, None)

    def maak(kenmerk: str) -> TeBewaren:
        maak_kwijt(databestand)
        return TeBewaren(dt.date(2026, 3, 2), "t", "m", {})

    with pytest.raises(OpslagVerdwenen):
        await sqlite.bewaar_weging(ANNE.eigenaar(), 2026, "x", maak)


async def test_wat_er_gewoon_staat_blijft_bruikbaar(
    sqlite: SqliteOpslag, databestand: Path
) -> None:
    """Another process that opens, writes, cleans up and leaves is no reason for alarm."""
    await sqlite.bewaar(SLEUTEL, {"a": 1}, None)
    for nummer in range(5):
        ander = await SqliteOpslag.open(databestand)
        await ander.bewaar(f"ander {nummer}", {"a": nummer}, None)
        await ander.maak_schoon()
        await ander.sluit()
        os.utime(databestand)
        assert await sqlite.bewaar(SLEUTEL, {"a": nummer}, nummer + 1) == nummer + 2
        await sqlite.maak_schoon()


# --- vol

GROOT = 300_000
"""Bytes a file may have: to a program a full disk feels the same."""
VOL = (
    "import resource, signal\n"
    "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    f"resource.setrlimit(resource.RLIMIT_FSIZE, ({GROOT}, {GROOT}))\n"
)


async def test_een_schijf_die_vol_loopt(tmp_path: Path, cijfers: Cijfers) -> None:
    """Everyone is told, nobody waits, no answer that was acknowledged is lost."""
    map_ = tmp_path / "data"
    bewaard: list[str] = []
    geweigerd = 0
    async with connector() as namaak, ClientSession() as sessie:
        async with draaiend(map_, voor=VOL) as server, gezond(server, cijfers, "volle schijf"):
            for nummer in range(keer(150, 400)):
                wie = f"wie{nummer}"
                await stuur(sessie, server, activiteit(namaak.url, "hallo", 1, wie=wie))
                await _hoort(namaak)
                await stuur(sessie, server, activiteit(namaak.url, "overslaan", 2, wie=wie))
                gehoord = await _hoort(namaak)
                if tekst("bot.opslag_ontoegankelijk") in gehoord:
                    geweigerd += 1
                    if geweigerd > 5:
                        break
                elif gehoord[0] != tekst("bot.antwoord_kwijt"):
                    bewaard.append(wie)
            assert not [regel for regel in server.regels() if "ERROR" in regel]
            assert await _gezond(sessie, server.url)
        cijfers |= {"bevestigd": len(bewaard), "geweigerd": geweigerd}
        assert geweigerd
        assert bewaard
        # There is room again: all that was acknowledged is there.
        async with draaiend(map_) as server:
            for naam in bewaard:
                await stuur(sessie, server, activiteit(namaak.url, "waar ben ik", 3, wie=naam))
                over = " ".join(await _hoort(namaak))
                assert tekst("gesprek.aantal_een", aantal="1") in over, naam


async def _hoort(namaak: Connector) -> list[str]:
    """Return what somebody hears who said something: everybody hears something."""
    async with asyncio.timeout(20):
        await namaak.stil(0.05)
    gehoord = namaak.teksten()
    namaak.ontvangen.clear()
    return gehoord


async def _gezond(sessie: ClientSession, url: str) -> bool:
    async with sessie.get(f"{url}/gezond") as antwoord:
        return antwoord.status == 200


async def test_een_document_dat_te_groot_wordt_verandert_niets(sqlite: SqliteOpslag) -> None:
    await sqlite._lees("PRAGMA max_page_count = 20")
    versie = await sqlite.bewaar(SLEUTEL, {"a": 1}, None)
    gesprekken = richt_in(sqlite, klok, Teller(), NepDialoog()).gesprekken
    vol = tekst("bot.opslag_ontoegankelijk")
    for nummer in range(200):
        reactie = await na(gesprekken.beurt(ANNE, f"g{nummer}", "18"))
        if [b.tekst for b in berichten(reactie.beeld)] == [vol]:
            break
    else:
        pytest.fail("het bestand werd niet vol")
    document = await sqlite.laad(SLEUTEL)
    assert document is not None
    assert (json.dumps(document.inhoud), document.versie) == ('{"a": 1}', versie)
