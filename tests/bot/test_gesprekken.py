"""Eén beurt: in de goede volgorde, van de goede persoon, en nooit half."""

import asyncio
import datetime as dt
import json
import logging
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.gesprekken import Gesprekken
from bot.opslag.geheugen import GeheugenOpslag
from bot.opslag.poort import Document, Maak, OpslagBezet, OpslagFout
from bot.opslag.sqlite import SqliteOpslag
from bot.opslag.uitgaand import Vastlegging
from bot.opstarten import richt_in
from bot.reactie import Reactie
from bot.wie import Wie
from dialogs.bedoeling import Uiting
from dialogs.beeld.als_tekst import berichten
from dialogs.beurt import Beurt, ToonWegingen
from dialogs.dossier import VERSIE, Dossier
from dialogs.procedure.plek import plek
from dialogs.teksten import tekst
from knowledge import editie
from tests.bot.nep import ANNE, BAS, VRAAG, NepDialoog, Teller, klok, na, vraagtekst
from tests.bot.tab import GEEN_GROND

BSN = "123456782"


def zinnen(reactie: Reactie) -> list[str]:
    return [bericht.tekst for bericht in berichten(reactie.beeld)]


async def opgeslagen(opslag: SqliteOpslag, wie: Wie = ANNE, gesprek: str = "g") -> dict[str, Any]:
    document = await opslag.laad(wie.gesprek(gesprek))
    assert document is not None
    return document.inhoud


async def antwoorden(opslag: SqliteOpslag, wie: Wie = ANNE, gesprek: str = "g") -> list[Any]:
    inhoud = await opgeslagen(opslag, wie, gesprek)
    return [antwoord["waarde"] for antwoord in inhoud["dossier"]["antwoorden"].values()]


# --- gewone beurten


async def test_een_gesprek_begint_met_een_groet_en_een_vraag(gesprekken: Gesprekken) -> None:
    reactie = await na(gesprekken.begroet(ANNE, "g"))
    assert zinnen(reactie) == ["Welkom.", vraagtekst(1)]
    assert berichten(reactie.beeld)[-1].vraag == VRAAG[1]


async def test_een_antwoord_wordt_bewaard(gesprekken: Gesprekken, sqlite: SqliteOpslag) -> None:
    await na(gesprekken.begroet(ANNE, "g"))
    reactie = await na(gesprekken.beurt(ANNE, "g", "18"))
    assert zinnen(reactie)[0] == "Genoteerd: 18"
    assert await antwoorden(sqlite) == ["18"]


async def test_een_eerste_bericht_zonder_groet_mag(
    gesprekken: Gesprekken, sqlite: SqliteOpslag
) -> None:
    await na(gesprekken.beurt(ANNE, "g", "een leerling van 18"))
    assert await antwoorden(sqlite) == ["een leerling van 18"]


async def test_na_een_herstart_gaan_we_verder(databestand: Path) -> None:
    eerste = await SqliteOpslag.open(databestand)
    await na(richt_in(eerste, klok, Teller(), NepDialoog()).gesprekken.beurt(ANNE, "g", "18"))
    await eerste.sluit()
    tweede = await SqliteOpslag.open(databestand)
    reactie = await na(richt_in(tweede, klok, Teller(), NepDialoog()).gesprekken.begroet(ANNE, "g"))
    await tweede.sluit()
    assert zinnen(reactie) == ["Hier waren we.", vraagtekst(2)]


async def test_afscheid_nemen(gesprekken: Gesprekken) -> None:
    assert not (await na(gesprekken.beurt(ANNE, "g", "18"))).einde
    assert (await na(gesprekken.beurt(ANNE, "g", "stop"))).einde


# --- van wie


async def test_twee_mensen_in_een_kanaal_delen_niets(
    gesprekken: Gesprekken, sqlite: SqliteOpslag
) -> None:
    await na(gesprekken.beurt(ANNE, "kanaal", "de eerste"))
    await na(gesprekken.beurt(BAS, "kanaal", "de tweede"))
    assert await antwoorden(sqlite, ANNE, "kanaal") == ["de eerste"]
    assert await antwoorden(sqlite, BAS, "kanaal") == ["de tweede"]


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ((Wie("teams", "a"), "g"), (Wie("terminal", "a"), "g")),
        ((Wie("teams", "a", "t1"), "g"), (Wie("teams", "a", "t2"), "g")),
        ((Wie("teams", "a"), "g1"), (Wie("teams", "a"), "g2")),
        ((Wie("teams", 'a","b'), "c"), (Wie("teams", "b"), 'c","a')),
        ((Wie("teams", "", "a"), "b"), (Wie("teams", "a", ""), "b")),
        ((Wie("teams", "a", via="msteams"), "g"), (Wie("teams", "a", via="emulator"), "g")),
        ((Wie("teams", "a", via="web"), "web"), (Wie("web", "a"), "web")),
        ((Wie("teams", "a", via="v"), "g"), (Wie("teams", "a", "v"), "g")),
        ((Wie("teams", "a", via="v"), "g"), (Wie("teams", "a"), "g")),
    ],
    ids=[
        *("kanaal", "tenant", "gesprek", "aanhalingstekens", "leeg"),
        *("protocol", "kanaal_van_ons", "protocol_is_tenant", "zonder_protocol"),
    ],
)
def test_sleutels_vallen_nooit_samen(een: tuple[Wie, str], ander: tuple[Wie, str]) -> None:
    assert een[0].gesprek(een[1]) != ander[0].gesprek(ander[1])


# --- tegelijk


class TrageOpslag(GeheugenOpslag):
    """Gives other turns every chance to come between."""

    async def laad(self, sleutel: str) -> Document | None:
        document = await super().laad(sleutel)
        for _ in range(5):
            await asyncio.sleep(0)
        return document


async def test_berichten_van_een_gesprek_gaan_een_voor_een() -> None:
    opslag = TrageOpslag()
    gesprekken = richt_in(opslag, klok, Teller(), NepDialoog()).gesprekken
    await asyncio.gather(*(na(gesprekken.beurt(ANNE, "g", f"antwoord {n}")) for n in range(10)))
    document = await opslag.laad(ANNE.gesprek("g"))
    assert document is not None
    gegeven = [a["waarde"] for a in document.inhoud["dossier"]["antwoorden"].values()]
    assert gegeven == [f"antwoord {n}" for n in range(10)]


async def test_een_ander_proces_was_eerder(databestand: Path, sqlite: SqliteOpslag) -> None:
    ander = await SqliteOpslag.open(databestand)
    in_ander_venster = richt_in(ander, klok, Teller(), NepDialoog()).gesprekken

    class Tussendoor(NepDialoog):
        def beantwoord(self, dossier: Dossier, uiting: Uiting, nu: dt.datetime) -> Beurt:
            # While this window thinks, the other one saves.
            database = sqlite3.connect(databestand)
            database.execute("UPDATE document SET versie = versie + 1")
            database.commit()
            database.close()
            return super().beantwoord(dossier, uiting, nu)

    await na(in_ander_venster.beurt(ANNE, "g", "eerste"))
    reactie = await na(
        richt_in(sqlite, klok, Teller(), Tussendoor()).gesprekken.beurt(ANNE, "g", "tweede")
    )
    await ander.sluit()
    assert zinnen(reactie) == [tekst("bot.opslag_conflict")]
    assert await antwoorden(sqlite) == ["eerste"]


# --- dubbel


async def test_een_bericht_dat_twee_keer_komt_telt_een_keer(
    gesprekken: Gesprekken, sqlite: SqliteOpslag
) -> None:
    await na(gesprekken.beurt(ANNE, "g", "18", "bericht-1"))
    nog_eens = await na(gesprekken.beurt(ANNE, "g", "18", "bericht-1"))
    assert nog_eens.beeld.gezegd == ()
    assert nog_eens.verwerkt
    assert await antwoorden(sqlite) == ["18"]


async def test_wat_niets_verandert_wordt_opnieuw_beantwoord(
    gesprekken: Gesprekken, sqlite: SqliteOpslag
) -> None:
    """The page that shows it may have gone before it saw it."""
    await na(gesprekken.beurt(ANNE, "g", "18", "b1"))
    eerst = zinnen(await na(gesprekken.beurt(ANNE, "g", "wegingen", "b2")))
    assert zinnen(await na(gesprekken.beurt(ANNE, "g", "wegingen", "b2"))) == eerst
    assert eerst
    assert await antwoorden(sqlite) == ["18"]


async def test_een_bericht_van_lang_geleden_kost_niets(
    gesprekken: Gesprekken, sqlite: SqliteOpslag
) -> None:
    for nummer in range(40):
        await na(gesprekken.beurt(ANNE, "g", "ja", f"bericht-{nummer}"))
    assert "bericht-" not in json.dumps(await opgeslagen(sqlite))
    assert await sqlite.is_gezien(ANNE.gesprek("g"), "bericht-0")


# --- aan de deur


@pytest.mark.parametrize("leeg", ["", "   ", "\n\t", "\x00\x1b\x07", "\u200b\ufeff", "\ud800"])
async def test_een_leeg_bericht(gesprekken: Gesprekken, sqlite: SqliteOpslag, leeg: str) -> None:
    await na(gesprekken.begroet(ANNE, "g"))
    reactie = await na(gesprekken.beurt(ANNE, "g", leeg))
    assert zinnen(reactie) == [tekst("bot.leeg")]
    assert await antwoorden(sqlite) == []


async def test_een_te_lang_bericht(gesprekken: Gesprekken, sqlite: SqliteOpslag) -> None:
    await na(gesprekken.begroet(ANNE, "g"))
    assert zinnen(await na(gesprekken.beurt(ANNE, "g", "a" * 50_000))) == [
        tekst("bot.te_lang", max="4000")
    ]
    assert await antwoorden(sqlite) == []
    await na(gesprekken.beurt(ANNE, "g", "b" * 4000))
    assert await antwoorden(sqlite) == ["b" * 4000]


@pytest.mark.parametrize(
    ("ruw", "blijft"),
    [
        ("<b>18</b> <script>x</script>", "<b>18</b> <script>x</script>"),
        ("18 😀👩‍👩‍👧", "18 😀👩‍👩‍👧"),
        ("acht\x1b[31mtien\x00", "acht[31mtien"),
        ("een\r\ntwee\u2028drie", "een\ntwee\ndrie"),
        ("half \ud83d teken", "half  teken"),
        ("om\u202egekeerd", "omgekeerd"),
    ],
)
async def test_vreemde_tekens(
    gesprekken: Gesprekken, sqlite: SqliteOpslag, ruw: str, blijft: str
) -> None:
    await na(gesprekken.beurt(ANNE, "g", ruw))
    assert await antwoorden(sqlite) == [blijft]


async def test_een_bsn_wordt_afgeschermd_voor_iets_het_ziet(
    gesprekken: Gesprekken, sqlite: SqliteOpslag, databestand: Path
) -> None:
    reactie = await na(gesprekken.beurt(ANNE, "g", f"Zijn BSN is {BSN}, bel 06-12345678"))
    assert reactie.beeld.gezegd[0].soort == "waarschuwing"
    assert tekst("bot.soort_bsn") in berichten(reactie.beeld)[0].tekst
    assert tekst("bot.soort_telefoon") in berichten(reactie.beeld)[0].tekst
    assert zinnen(reactie)[1] == "Genoteerd: Zijn BSN is [bsn], bel [telefoon]"
    assert not any(BSN in zin for zin in zinnen(reactie))
    for bestand in databestand.parent.iterdir():
        assert BSN.encode() not in bestand.read_bytes()


# --- wegingen


async def test_bewaren_geeft_een_kenmerk(gesprekken: Gesprekken) -> None:
    await na(gesprekken.beurt(ANNE, "g", "18"))
    assert zinnen(await na(gesprekken.beurt(ANNE, "g", "bewaar"))) == ["Bewaard als WW-2026-0001"]
    assert zinnen(await na(gesprekken.beurt(ANNE, "g", "wegingen"))) == [
        "WW-2026-0001 2026-03-02 Weging"
    ]
    [geopend] = zinnen(await na(gesprekken.beurt(ANNE, "g", "open WW-2026-0001")))
    assert geopend.startswith("# Weging WW-2026-0001\n")
    assert "18" in geopend


async def test_een_bewaarde_weging_is_na_te_rekenen_met_haar_editie(
    gesprekken: Gesprekken, sqlite: SqliteOpslag
) -> None:
    await na(gesprekken.beurt(ANNE, "g", "achttien"))
    await na(gesprekken.beurt(ANNE, "g", "bewaar"))

    assert await sqlite.editie(editie.naam()) == editie.uitgave()
    assert zinnen(await na(gesprekken.beurt(ANNE, "g", "nareken WW-2026-0001"))) == [
        "Nagerekend met editie: achttien"
    ]
    assert zinnen(await na(gesprekken.beurt(BAS, "g", "nareken WW-2026-0001"))) == [
        "Geen WW-2026-0001"
    ]


async def test_een_weging_van_een_ander_is_er_niet(gesprekken: Gesprekken) -> None:
    await na(gesprekken.beurt(ANNE, "g", "18"))
    await na(gesprekken.beurt(ANNE, "g", "bewaar"))
    assert zinnen(await na(gesprekken.beurt(BAS, "g", "open WW-2026-0001"))) == [
        "Geen WW-2026-0001"
    ]
    assert zinnen(await na(gesprekken.beurt(BAS, "g", "wegingen"))) == [""]


async def test_een_beurt_eindigt_met_haar_vraag(sqlite: SqliteOpslag) -> None:
    class VraagtVerder(NepDialoog):
        def beantwoord(self, dossier: Dossier, uiting: Uiting, nu: dt.datetime) -> Beurt:
            return replace(self.begroet(dossier, nu), verzoek=ToonWegingen())

    gesprekken = richt_in(sqlite, klok, Teller(), VraagtVerder()).gesprekken
    reactie = await na(gesprekken.beurt(ANNE, "g", "wegingen"))
    *_, lijst, vraag = zinnen(reactie)
    assert (lijst, vraag) == ("", vraagtekst(1))


class ValtUitNaBewaren(GeheugenOpslag):
    """The power fails between keeping the weighing and saving the conversation."""

    valt_uit = False

    async def bewaar_weging(
        self, eigenaar: str, jaar: int, afdruk: str, maak: Maak, na: str | None = None
    ) -> str:
        kenmerk = await super().bewaar_weging(eigenaar, jaar, afdruk, maak, na)
        if self.valt_uit:
            raise OpslagFout
        return kenmerk


async def test_uitgevallen_na_het_bewaren_geeft_daarna_hetzelfde_kenmerk() -> None:
    opslag = ValtUitNaBewaren()
    gesprekken = richt_in(opslag, klok, Teller(), NepDialoog()).gesprekken
    await na(gesprekken.beurt(ANNE, "g", "18"))
    opslag.valt_uit = True
    assert zinnen(await na(gesprekken.beurt(ANNE, "g", "bewaar"))) == [tekst("bot.opslag_fout")]
    opslag.valt_uit = False
    assert zinnen(await na(gesprekken.beurt(ANNE, "g", "bewaar"))) == ["Bewaard als WW-2026-0001"]
    assert len(await opslag.wegingen(ANNE.eigenaar())) == 1


async def test_wie_een_weging_verwijdert_begint_met_een_nieuwe(sqlite: SqliteOpslag) -> None:
    gesprekken = richt_in(sqlite, klok, Teller()).gesprekken
    await _bewaar(gesprekken, "g")
    [eerste] = await gesprekken.wegingen(ANNE)

    assert not (await gesprekken.verwijder_weging(BAS, "g", eerste.kenmerk)).weg
    assert (await gesprekken.verwijder_weging(ANNE, "g", eerste.kenmerk)).weg
    leeg = (await na(gesprekken.bekijk(ANNE, "g"))).dossier
    assert leeg is not None
    assert leeg.antwoorden == {}
    await _bewaar(gesprekken, "g")

    [tweede] = await gesprekken.wegingen(ANNE)
    assert (eerste.kenmerk, tweede.kenmerk) == ("WW-2026-0001", "WW-2026-0002")
    assert tweede.oordelen == ("mag_niet",)


async def _bewaar(gesprekken: Gesprekken, gesprek_id: str) -> None:
    """Hold the shortest weighing to its end, and keep it."""
    await na(gesprekken.begroet(ANNE, gesprek_id))
    for zin in (*GEEN_GROND, "bewaar"):
        await na(gesprekken.beurt(ANNE, gesprek_id, zin))


# --- een scherm dat achterloopt


async def test_bekijken_verandert_niets(gesprekken: Gesprekken, sqlite: SqliteOpslag) -> None:
    await na(gesprekken.beurt(ANNE, "g", "18"))
    voor = await opgeslagen(sqlite)
    gezien = await na(gesprekken.bekijk(ANNE, "g"))
    assert gezien.beeld.gezegd == ()
    assert gezien.dossier is not None
    assert list(gezien.dossier.antwoorden) == [VRAAG[1]]
    assert await opgeslagen(sqlite) == voor


async def test_wie_voor_het_eerst_kijkt_ziet_een_vraag(gesprekken: Gesprekken) -> None:
    gezien = await na(gesprekken.bekijk(ANNE, "g"))
    assert gezien.dossier is not None
    assert gezien.dossier.stand.vraag == VRAAG[1]


async def test_een_antwoord_bij_een_andere_vraag_telt_niet(
    gesprekken: Gesprekken, sqlite: SqliteOpslag
) -> None:
    gezien = await na(gesprekken.bekijk(ANNE, "g"))
    assert gezien.dossier is not None
    bij = plek(gezien.dossier)
    assert (await na(gesprekken.beurt(ANNE, "g", "18", "b1", bij))).verwerkt
    te_laat = await na(gesprekken.beurt(ANNE, "g", "19", "b2", bij))
    assert zinnen(te_laat) == [tekst("bot.verder_gegaan"), vraagtekst(2)]
    assert not te_laat.verwerkt
    assert await antwoorden(sqlite) == ["18"]


# --- het gaat mis


class KanNietBewaren(GeheugenOpslag):
    stuk = True

    async def leg_vast(self, wat: Vastlegging) -> int | None:
        if self.stuk:
            raise OpslagBezet
        return await super().leg_vast(wat)


async def test_wat_niet_bewaard_is_wordt_niet_beantwoord() -> None:
    opslag = KanNietBewaren()
    gesprekken = richt_in(opslag, klok, Teller(), NepDialoog()).gesprekken
    assert zinnen(await na(gesprekken.beurt(ANNE, "g", "18", "b1"))) == [tekst("bot.opslag_bezet")]
    opslag.stuk = False
    # The same message may come again: it was not handled.
    assert zinnen(await na(gesprekken.beurt(ANNE, "g", "18", "b1")))[0] == "Genoteerd: 18"


async def test_een_onverwachte_fout_zegt_niets_door(
    gesprekken: Gesprekken, sqlite: SqliteOpslag, caplog: pytest.LogCaptureFixture
) -> None:
    await na(gesprekken.beurt(ANNE, "g", "18"))
    voor = await opgeslagen(sqlite)
    with caplog.at_level(logging.DEBUG):
        reactie = await na(gesprekken.beurt(ANNE, "g", "kapot"))
    assert zinnen(reactie) == [tekst("bot.onverwacht")]
    assert await opgeslagen(sqlite) == voor
    assert VRAAG[2] in caplog.text
    assert "ValueError" in caplog.text
    assert "nep.py" in caplog.text
    assert "Jansen" not in caplog.text
    assert "Genoteerd" in zinnen(await na(gesprekken.beurt(ANNE, "g", "19")))[0]


def _verander(databestand: Path, van: str, naar: str) -> None:
    database = sqlite3.connect(databestand)
    database.execute("UPDATE document SET inhoud = replace(inhoud, ?, ?)", (van, naar))
    database.commit()
    database.close()


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        (f'"versie": {VERSIE}', '"versie": 999'),
        ('"vorm": 1', '"vorm": 2'),
        ('"antwoorden"', '"iets_nieuws"'),
        ("{", "<"),
    ],
    ids=["dossier-nieuwer", "vorm-nieuwer", "onbekend-veld", "geen-json"],
)
async def test_een_dossier_dat_niet_te_lezen_is(
    gesprekken: Gesprekken, databestand: Path, van: str, naar: str
) -> None:
    await na(gesprekken.beurt(ANNE, "g", "18"))
    _verander(databestand, van, naar)
    await na(gesprekken.begroet(ANNE, "g"))
    reactie = await na(gesprekken.beurt(ANNE, "g", "19"))
    assert zinnen(reactie) == [tekst("bot.gesprek_onleesbaar")]
    [keuze] = berichten(reactie.beeld)[0].keuzes
    opnieuw = await na(gesprekken.beurt(ANNE, "g", keuze.waarde))
    assert zinnen(opnieuw)[:2] == [tekst("bot.apart_gelegd"), "Welkom."]
    database = sqlite3.connect(databestand)
    [(aantal,)] = database.execute("SELECT count(*) FROM document").fetchall()
    database.close()
    assert aantal == 2, "het oude dossier ligt apart"
