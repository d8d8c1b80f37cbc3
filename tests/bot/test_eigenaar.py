"""Van wie iets is: van de persoon, niet van het nummer dat een bot hem geeft."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.documenten import APART
from bot.gesprekken import Gesprekken
from bot.kanalen.teams.activiteit import Activiteit
from bot.kanalen.teams.ingang import Ingang
from bot.mensen import Mensen, Zelfde, lees_lijst
from bot.opslag.poort import Opslag
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in
from bot.server import maak_app
from bot.wie import Wie
from tests.bot.connector import connector
from tests.bot.nep import NepDialoog, Teller, Tijd, klok, na
from tests.bot.test_teams import Teams

TENANT = "11111111-aaaa-bbbb-cccc-000000000001"
OID = "22222222-aaaa-bbbb-cccc-000000000002"
ANNE = Wie("teams", OID, TENANT, via="msteams", bewezen=True)
TOEN = Wie("teams", "29:anne", via="msteams")


async def getekend(_: web.Request, activiteit: Activiteit) -> str:
    """Stand in for the signature of the channel: what the conversation says is so."""
    return activiteit.gesprek.tenant or ""


@asynccontextmanager
async def _teams(opslag: Opslag, mensen: Mensen | None = None) -> AsyncIterator[Teams]:
    tijd = Tijd()
    kern = richt_in(opslag, tijd, Teller(), NepDialoog(), mensen=mensen or Mensen())
    ingang = Ingang(kern.gesprekken, kern.bezorging, kern.grenzen, tijd, getekend)
    server = TestServer(maak_app([ingang]), host="127.0.0.1")
    async with (
        connector() as namaak,
        TestClient(server) as client,
        kern.bezorging.draaiend(),
    ):
        yield Teams(client, namaak, kern, tijd)


def _van(oid: str | None = OID, bot_id: str = "29:anne") -> dict[str, object]:
    return {"from": {"id": bot_id, "aadObjectId": oid}}


def _in(gesprek: str = "a:gesprek", tenant: str | None = TENANT) -> dict[str, object]:
    soort = {"id": gesprek, "conversationType": "personal", "tenantId": tenant}
    return {"conversation": soort}


async def _sleutels(sqlite: SqliteOpslag) -> set[str]:
    return {s for (s,) in await sqlite._lees("SELECT sleutel FROM document")}


@pytest.fixture
async def toen(sqlite: SqliteOpslag) -> Gesprekken:
    """What an earlier version kept of Anne, and of Bas."""
    gesprekken = richt_in(sqlite, klok, Teller(), NepDialoog()).gesprekken
    for wie in (TOEN, Wie("teams", "29:bas", via="msteams")):
        for zin in (f"zin van {wie.id}", "bewaar"):
            await na(gesprekken.beurt(wie, "a:gesprek", zin))
    return gesprekken


async def test_de_eigenaar_is_tenant_en_persoon(sqlite: SqliteOpslag) -> None:
    async with _teams(sqlite) as teams:
        await teams.zegt("een", **_van(), **_in())
        # Another bot of the same organisation calls her otherwise.
        await teams.zegt("twee", **_van(bot_id="29:zelfde-anne"), **_in(tenant=TENANT.upper()))
        await teams.zegt("bewaar", **_van(OID.upper()), **_in())
    assert await _sleutels(sqlite) == {ANNE.gesprek("a:gesprek")}
    assert len(await sqlite.wegingen(ANNE.eigenaar())) == 1


async def test_wie_voor_het_eerst_getekend_spreekt_heeft_wat_hij_had(
    sqlite: SqliteOpslag, toen: Gesprekken
) -> None:
    async with _teams(sqlite) as teams:
        [lijst, *_] = await teams.zegt("wegingen", **_van(), **_in())
        assert "WW-2026-0001" in lijst
        assert "WW-2026-0002" not in lijst
        assert "Genoteerd: tweede" in (await teams.zegt("tweede", **_van(), **_in()))[0]
    document = await sqlite.laad(ANNE.gesprek("a:gesprek"))
    assert document is not None
    assert len(document.inhoud["dossier"]["antwoorden"]) == 2, "het gesprek ging verder"
    assert await sqlite.laad(TOEN.gesprek("a:gesprek")) is None
    assert await sqlite.wegingen(TOEN.eigenaar()) == ()
    bas = Wie("teams", "29:bas", via="msteams")
    assert len(await sqlite.wegingen(bas.eigenaar())) == 1
    assert await sqlite.laad(bas.gesprek("a:gesprek")) is not None


@pytest.mark.parametrize(
    ("van", "waar"),
    [
        (_van(), _in(tenant=None)),
        (_van(bot_id="29:iemand"), _in()),
        (_van(bot_id=OID), _in()),
        (_van(oid="29:anne", bot_id="29:x"), _in()),
    ],
    ids=["niet getekend", "een ander", "id van de bot", "id als persoon"],
)
async def test_van_een_ander_wordt_niets_overgenomen(
    sqlite: SqliteOpslag, toen: Gesprekken, van: dict[str, object], waar: dict[str, object]
) -> None:
    voor = await sqlite.laad(TOEN.gesprek("a:gesprek"))
    async with _teams(sqlite) as teams:
        for zin in ("bewaar", "wegingen"):
            await teams.zegt(zin, **van, **waar)
        antwoord = await teams.zegt("open WW-2026-0001", **van, **waar)
        if waar != _in(tenant=None):
            assert antwoord[0] == "Geen WW-2026-0001"
    if waar != _in(tenant=None):
        assert await sqlite.laad(TOEN.gesprek("a:gesprek")) == voor
    assert [w.kenmerk for w in await sqlite.wegingen(TOEN.eigenaar())][-1] == "WW-2026-0001"


async def test_wat_iemand_zelf_beweert_te_zijn_telt_niet(
    sqlite: SqliteOpslag, toen: Gesprekken
) -> None:
    async with _teams(sqlite) as teams:
        for beweerd in ({"_tenant": TENANT}, {"tenant": TENANT}, {"organisatie": TENANT}):
            await teams.zegt("wegingen", **_van(), **_in(tenant=None), **beweerd)
    assert await sqlite.wegingen(ANNE.eigenaar()) == ()


async def test_zonder_id_van_de_persoon_geldt_dat_van_de_bot_binnen_de_tenant(
    sqlite: SqliteOpslag, toen: Gesprekken
) -> None:
    gast = Wie("teams", "29:anne", TENANT, via="msteams", bewezen=True)
    async with _teams(sqlite) as teams:
        await teams.zegt("hallo", **_van(oid=None), **_in())
        assert len(await sqlite.wegingen(gast.eigenaar())) == 1
    async with _teams(sqlite) as teams:  # later it does know her
        await teams.zegt("hallo", **_van(), **_in())
    assert await sqlite.wegingen(gast.eigenaar()) == ()
    assert len(await sqlite.wegingen(ANNE.eigenaar())) == 1


async def test_wat_er_al_onder_de_nieuwe_sleutel_staat_blijft(
    sqlite: SqliteOpslag, toen: Gesprekken
) -> None:
    await na(toen.beurt(ANNE, "a:gesprek", "nieuw"))
    nieuw = await sqlite.laad(ANNE.gesprek("a:gesprek"))
    was = await sqlite.laad(TOEN.gesprek("a:gesprek"))
    async with _teams(sqlite) as teams:
        await teams.zegt("wegingen", **_van(), **_in())
    erna = await sqlite.laad(ANNE.gesprek("a:gesprek"))
    assert nieuw is not None
    assert was is not None
    assert erna is not None
    assert erna.inhoud["dossier"]["id"] == nieuw.inhoud["dossier"]["id"]
    [(sleutel, inhoud)] = await sqlite.ruw(APART)
    assert was.inhoud["dossier"]["id"] in inhoud
    assert ANNE.sprak_in(sleutel.partition(APART)[0])


async def test_verwijderen_haalt_ook_uit_een_gesprek_van_vroeger(
    sqlite: SqliteOpslag, toen: Gesprekken
) -> None:
    wie = Wie("teams", OID, TENANT, via="msteams", bewezen=True, vroeger=(("", "29:anne"),))
    assert wie.sprak_in(TOEN.gesprek("ander"))
    assert not ANNE.sprak_in(TOEN.gesprek("ander"))
    opgeruimd = await toen.verwijder_weging(wie, "elders", "WW-2026-0001")
    assert opgeruimd.weg


async def test_een_persoon_in_twee_kanalen_heeft_een_lijst_als_dat_is_ingesteld(
    opslag: Opslag,
) -> None:
    web_ = Wie("web", OID, TENANT, bewezen=True)
    gesprekken = {
        samen: richt_in(
            opslag, klok, Teller(), NepDialoog(), mensen=Mensen(zelfde=Zelfde(entra=samen))
        ).gesprekken
        for samen in (False, True)
    }
    await na(gesprekken[False].beurt(ANNE, "g", "teams"))
    await na(gesprekken[False].beurt(ANNE, "g", "bewaar"))
    assert await gesprekken[False].wegingen(web_) == ()
    await na(gesprekken[True].beurt(web_, "g", "web"))
    await na(gesprekken[True].beurt(web_, "g", "bewaar"))

    for wie in (ANNE, web_):
        samen = [w.kenmerk for w in await gesprekken[True].wegingen(wie)]
        assert samen == ["WW-2026-0002", "WW-2026-0001"]
        assert await gesprekken[True].weging(wie, samen[0]) is not None
    assert await gesprekken[True].wegingen(Wie("web", "x", TENANT, bewezen=True)) == ()
    assert [w.kenmerk for w in await gesprekken[False].wegingen(web_)] == ["WW-2026-0002"]

    weg = await gesprekken[True].verwijder_weging(web_, "g", "WW-2026-0001")
    assert weg.weg
    assert await gesprekken[False].wegingen(ANNE) == ()


# --- wie x wat x langs welke weg

IEDEREEN = {
    "Teams": ANNE,
    "Teams, andere tenant": Wie("teams", OID, f"{TENANT}x", via="msteams", bewezen=True),
    "Teams, niet getekend": Wie("teams", OID, via="msteams"),
    "Teams, wie de bot zo noemt": TOEN,
    "Teams, ander protocol": Wie("teams", OID, TENANT, via="emulator", bewezen=True),
    "Slack": Wie("slack", OID, TENANT, bewezen=True),
    "pagina": Wie("web", OID, TENANT, bewezen=True),
    "pagina, andere aanbieder": Wie("web", OID, "login.example", bewezen=True),
    "pagina, proxy": Wie("web", OID, bewezen=True),
    "profiel": Wie("web", "professional"),
    "profiel met rol": Wie("web", "privacy_officer", rollen=frozenset({"privacy_officer"})),
    "terminal": Wie("terminal", OID, bewezen=True),
}


async def test_niemand_ziet_wat_van_een_ander_is(opslag: Opslag) -> None:
    """Also not with a role: what is handed over is another matter."""
    mensen = Mensen(privacy_officers=lees_lijst("terminal:*:x"), beheerders=lees_lijst("web:*:x"))
    gesprekken = richt_in(opslag, klok, Teller(), NepDialoog(), mensen=mensen).gesprekken
    for naam, wie in IEDEREEN.items():
        await na(gesprekken.beurt(wie, "g", f"geheim van {naam}"))
        await na(gesprekken.beurt(wie, "g", "bewaar"))
    van = {naam: f"WW-2026-{nummer:04d}" for nummer, naam in enumerate(IEDEREEN, 1)}

    for naam, ik in IEDEREEN.items():
        andere = [kenmerk for ander, kenmerk in van.items() if ander != naam]
        for kenmerk in andere:
            assert await gesprekken.weging(ik, kenmerk) is None
            assert not (await gesprekken.verwijder_weging(ik, "g", kenmerk)).weg
        for zin in (f"open {andere[0]}", f"nareken {andere[-1]}", "wegingen"):
            gezegd = str((await na(gesprekken.beurt(ik, "g", zin))).beeld)
            assert "geheim van" not in gezegd
        assert [regel.kenmerk for regel in await gesprekken.wegingen(ik)] == [van[naam]]
