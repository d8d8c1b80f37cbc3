"""PostgreSQL zelf: versies van de tabellen, wie binnen mag, en wat er van een fout te zien is."""

from __future__ import annotations

import asyncio
import logging
import secrets
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from types import SimpleNamespace
from typing import Any, Final

import asyncpg
import pytest

from bot.fouten import BotFout
from bot.instellingen import lees
from bot.opslag.poort import (
    Opslag,
    OpslagAdres,
    OpslagBezet,
    OpslagConflict,
    OpslagFout,
    OpslagGeweigerd,
    OpslagNieuwer,
    OpslagOnbereikbaar,
    OpslagTeDruk,
    OpslagVreemd,
)
from bot.opslag.postgres.opslag import PostgresOpslag
from bot.opslag.postgres.tabellen import GETOOND, OVERGANGEN, TABELLEN, VERSIE
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import op_opslag, start_terminal
from tests.bot.nep import afdruk
from tests.bot.test_opslag_contract import INHOUD, weging

ADRES: Final = "postgresql://anne:geh3im@127.0.0.1/x"

SQL = Callable[..., Awaitable[list[Any]]]


@pytest.fixture
async def sql(pgadres: str) -> AsyncIterator[SQL]:
    """Ask the database itself, as an administrator would."""
    verbinding = await asyncpg.connect(pgadres)

    async def vraag(opdracht: str, *waarden: Any) -> list[Any]:
        return [tuple(rij) for rij in await verbinding.fetch(opdracht, *waarden)]

    yield vraag
    await verbinding.close()


@pytest.fixture
async def schema(pgadres: str, sql: SQL) -> AsyncIterator[str]:
    """The address of an empty schema."""
    naam = f"s{secrets.token_hex(4)}"
    await sql(f"CREATE SCHEMA {naam}")
    await sql(f"SET search_path = {naam}")
    yield f"{pgadres}{'&' if '?' in pgadres else '?'}search_path={naam}"
    await sql(f"DROP SCHEMA {naam} CASCADE")


async def _kolommen(opslag: Opslag) -> dict[str, set[str]]:
    """Return the tables of a storage with their columns, without its own bookkeeping."""
    if isinstance(opslag, PostgresOpslag):
        rijen: list[Any] = await opslag.verbindingen.vraag(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND table_name <> 'weegwijzer'"
        )
    else:
        assert isinstance(opslag, SqliteOpslag)
        rijen = await opslag._lees(
            "SELECT m.name, i.name FROM sqlite_master m, pragma_table_info(m.name) i"
            " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
        )
    uit: dict[str, set[str]] = {}
    for tabel, kolom in rijen:
        uit.setdefault(tabel, set()).add(kolom)
    return uit


async def test_beide_databases_hebben_dezelfde_tabellen(
    pgopslag: PostgresOpslag, sqlite: SqliteOpslag
) -> None:
    """So that everything in one has a place in the other."""
    in_postgres, in_sqlite = await _kolommen(pgopslag), await _kolommen(sqlite)
    assert in_postgres.pop(GETOOND) == {"sleutel", "toont"}
    in_sqlite["document"].remove(GETOOND)
    assert in_postgres == in_sqlite
    assert set(in_postgres) == set(TABELLEN)


async def _tabellen(sql: SQL) -> list[Any]:
    return await sql(
        "SELECT table_name, column_name, data_type, column_default, is_nullable, collation_name"
        " FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 2"
    )


@pytest.mark.parametrize("versie", range(len(OVERGANGEN) + 1))
async def test_van_elke_eerdere_versie_naar_nu(schema: str, sql: SQL, versie: int) -> None:
    """What was there stays, and the tables are those of a new database."""
    if versie:
        await sql("CREATE TABLE weegwijzer (versie BIGINT NOT NULL)")
        await sql("INSERT INTO weegwijzer VALUES ($1)", versie)
        for opdracht in (o for stap in OVERGANGEN[:versie] for o in stap):
            await sql(opdracht)
        await sql("INSERT INTO document (sleutel, inhoud, versie) VALUES ('g', '{\"n\": 1}', 7)")
    opslag = await PostgresOpslag.open(schema)
    try:
        gesprek = await opslag.laad("g")
        assert (gesprek and (gesprek.inhoud, gesprek.versie)) == (({"n": 1}, 7) if versie else None)
        assert await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging()) == "WW-2026-0001"
    finally:
        await opslag.sluit()
    assert await sql("SELECT versie FROM weegwijzer") == [(VERSIE,)]
    zo = await _tabellen(sql)
    await sql("SET search_path = public")
    nieuw = await _tabellen(sql)
    assert zo == nieuw


async def test_velen_openen_tegelijk_een_lege_database(schema: str) -> None:
    opslagen = await asyncio.gather(*(PostgresOpslag.open(schema) for _ in range(4)))
    for nummer, opslag in enumerate(opslagen):
        await opslag.bewaar(f"gesprek {nummer}", {}, None)
        assert await opslagen[0].laad(f"gesprek {nummer}") is not None
    await asyncio.gather(*(opslag.sluit() for opslag in opslagen))


async def test_een_nieuwere_database_blijft_zoals_zij_is(schema: str, sql: SQL) -> None:
    await (await PostgresOpslag.open(schema)).sluit()
    await sql("UPDATE weegwijzer SET versie = 999")
    with pytest.raises(OpslagNieuwer):
        await PostgresOpslag.open(schema)
    assert await sql("SELECT versie FROM weegwijzer") == [(999,)]


async def test_de_tabellen_van_een_ander_blijven_zoals_zij_zijn(schema: str, sql: SQL) -> None:
    await sql("CREATE TABLE document (adres TEXT)")
    with pytest.raises(OpslagVreemd):
        await PostgresOpslag.open(schema)
    assert [rij[:2] for rij in await _tabellen(sql)] == [("document", "adres")]


async def test_een_overgang_die_mislukt_verandert_niets(
    schema: str, sql: SQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    kapot = (*OVERGANGEN, ("CREATE TABLE extra (n BIGINT)", "SELECT 1 / 0"))
    monkeypatch.setattr("bot.opslag.postgres.tabellen.OVERGANGEN", kapot)
    with pytest.raises(OpslagFout):
        await PostgresOpslag.open(schema)
    assert await _tabellen(sql) == []


@pytest.mark.parametrize("erbij", ["&", "a", "sslmode=onzin"])
async def test_een_adres_met_een_fout_erin(erbij: str) -> None:
    with pytest.raises(OpslagAdres) as fout:
        await PostgresOpslag.open(f"{ADRES}?{erbij}")
    assert "geh3im" not in "".join(traceback.format_exception(fout.value))


async def test_een_schema_dat_er_niet_is(pgadres: str) -> None:
    met = "&" if "?" in pgadres else "?"
    with pytest.raises(OpslagGeweigerd):
        await PostgresOpslag.open(f"{pgadres}{met}search_path=er_is_geen")


async def test_een_database_die_er_niet_is(pgadres: str) -> None:
    database, vraagteken, rest = pgadres.partition("?")
    with pytest.raises(OpslagGeweigerd):
        await PostgresOpslag.open(f"{database}_weg{vraagteken}{rest}")


@pytest.mark.parametrize(
    "adres",
    [
        "postgresql://anne:geh3im@127.0.0.1:1/x",
        "postgresql://anne:geh3im@127.0.0.1:1/x?sslmode=onzin",
        "postgresql://anne:geh3im@weg.invalid/x",
        "mysql://anne:geh3im@127.0.0.1/x",
        "anne:geh3im@127.0.0.1",
        "postgresql://anne:geh3im@127.0.0.1:geh3im/x",
        "postgresql://anne:geh3im@[127.0.0.1/x",
    ],
)
def test_een_wachtwoord_staat_nergens(
    adres: str, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """One line on stderr, without what stands in the address."""
    caplog.set_level(logging.DEBUG)
    try:
        instellingen = lees({"WEEGWIJZER_DATABASE_URL": adres})
    except BotFout as fout:
        gezegd = fout.in_woorden()
        assert "WEEGWIJZER_DATABASE_URL" in gezegd
        gezegd += "".join(traceback.format_exception(fout))
    else:
        assert start_terminal(instellingen) == 2
        gezegd = capsys.readouterr().err
        assert len(gezegd.splitlines()) == 1
        gezegd += repr(instellingen)
    assert "geh3im" not in gezegd + caplog.text


async def test_een_andere_rij_op_slot_houdt_niemand_op(pgopslag: PostgresOpslag) -> None:
    async with asyncio.timeout(5), pgopslag.alleen("een"), asyncio.TaskGroup() as groep:
        groep.create_task(_beurt(pgopslag, "ander"))
    assert await pgopslag.versies(["een", "ander"]) == {"ander": 1}


async def _beurt(opslag: Opslag, sleutel: str, duur: float = 0.0) -> None:
    async with opslag.alleen(sleutel):
        document = await opslag.laad(sleutel)
        await asyncio.sleep(duur)
        n = 0 if document is None else document.inhoud["n"]
        versie = None if document is None else document.versie
        await opslag.bewaar(sleutel, {"n": n + 1}, versie)


async def test_twee_processen_gaan_in_een_gesprek_om_de_beurt(
    pgopslag: PostgresOpslag, pgadres: str
) -> None:
    """From the first message on: also of what is not there yet only one is made."""
    ander = await PostgresOpslag.open(pgadres)
    for _ in range(5):
        await asyncio.gather(
            _beurt(pgopslag, "g", 0.005), _beurt(ander, "g", 0.005), _beurt(ander, "h")
        )
    await ander.sluit()
    document = await pgopslag.laad("g")
    assert document is not None
    assert (document.inhoud, document.versie) == ({"n": 10}, 10)


async def test_wie_te_lang_wacht_hoort_dat(pgopslag: PostgresOpslag, pgadres: str) -> None:
    haastig = await PostgresOpslag.open(pgadres, wachttijd=0.05)
    async with pgopslag.alleen("g"):
        with pytest.raises(OpslagBezet):
            await _beurt(haastig, "g")
    await _beurt(haastig, "g")
    await haastig.sluit()


async def test_wie_een_gesprek_van_opzij_schrijft_wacht_er_niet_op(
    pgopslag: PostgresOpslag, pgadres: str
) -> None:
    """Two that hold one conversation each and write the other's would wait for ever."""
    versie = await pgopslag.bewaar("g", INHOUD, None)
    async with pgopslag.alleen("g"):
        ander = await PostgresOpslag.open(pgadres)
        with pytest.raises(OpslagConflict):
            await ander.bewaar("g", {}, versie)
        await ander.sluit()


async def test_wat_afbreekt_laat_los_en_verandert_niets(pgopslag: PostgresOpslag) -> None:
    for fout in (ValueError, asyncio.CancelledError):
        with pytest.raises(fout):
            async with pgopslag.alleen("g"):
                raise fout
    assert await pgopslag.laad("g") is None
    assert await pgopslag.versies(["g"]) == {}
    await _beurt(pgopslag, "g")


async def test_na_het_schrijven_is_de_rij_vrij(pgopslag: PostgresOpslag, pgadres: str) -> None:
    """Delivering a reply takes a network; nobody waits for that in the database."""
    ander = await PostgresOpslag.open(pgadres)
    async with pgopslag.alleen("g"):
        versie = await pgopslag.bewaar("g", {"n": 1}, None)
        await _beurt(ander, "g")
        with pytest.raises(OpslagConflict):
            await pgopslag.bewaar("g", {"n": 9}, versie)
    await ander.sluit()


async def test_een_gesprek_op_slot_kan_apart(pgopslag: PostgresOpslag) -> None:
    await pgopslag.bewaar("g", INHOUD, None)
    async with pgopslag.alleen("g"):
        await pgopslag.hernoem("g", "g#oud")
        await pgopslag.bewaar("g", {"n": 1}, None)
    assert await pgopslag.versies(["g", "g#oud"]) == {"g": 1, "g#oud": 1}


async def test_geen_verbinding_vrij(pgadres: str) -> None:
    """Who holds all of them for a turn leaves some for others; who gets none hears so."""
    opslag = await PostgresOpslag.open(pgadres, meeste=3, wachttijd=0.1)
    async with opslag.alleen("een"):
        with pytest.raises(OpslagTeDruk):
            await asyncio.create_task(_beurt(opslag, "twee"))
        assert await opslag.wegingen("anne") == ()
    await _beurt(opslag, "twee")
    await opslag.sluit()


async def test_de_server_heeft_geen_verbinding_over(
    pgadres: str, sql: SQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    opslag = await PostgresOpslag.open(pgadres, geduld=0.2)

    async def vol(*_: object, **__: object) -> None:
        raise asyncpg.TooManyConnectionsError("sorry, too many clients already")

    with monkeypatch.context() as even:
        even.setattr(opslag.verbindingen, "_pool", SimpleNamespace(acquire=vol))
        with pytest.raises(OpslagTeDruk):
            await opslag.laad("g")
    assert await opslag.laad("g") is None
    await opslag.sluit()


async def test_een_verbinding_die_breekt_wordt_vervangen(
    pgopslag: PostgresOpslag, sql: SQL
) -> None:
    """Reading again and taking a turn work at once; what was half-way was not stored."""
    weg = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE application_name = 'weegwijzer' AND datname = current_database()"
    )
    await pgopslag.bewaar("g", {"n": 1}, None)
    await sql(weg)
    assert await pgopslag.wegingen("anne") == ()
    await sql(weg)
    await _beurt(pgopslag, "g")
    async with pgopslag.alleen("g"):
        await sql(weg)
        with pytest.raises(OpslagOnbereikbaar):
            await pgopslag.bewaar("g", {"n": 9}, 2)
    document = await pgopslag.laad("g")
    assert document is not None
    assert (document.inhoud, document.versie) == ({"n": 2}, 2)


async def test_met_een_adres_wordt_daar_bewaard(pgadres: str, sql: SQL) -> None:
    instellingen = lees({"WEEGWIJZER_DATABASE_URL": pgadres, "WEEGWIJZER_DATA": "/er/is/niets"})
    async with op_opslag(instellingen) as (opslag, _):
        await opslag.bewaar("g", {}, None)
    assert await sql("SELECT sleutel FROM document") == [("g",)]
