"""De samenstelling: welke opslag, sloten en kanalen bij elkaar horen, en ermee beginnen.

The only module that knows which storage, locks and changes there are. A channel's library is
loaded when that channel starts.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from bot import logboek, samenhang
from bot.bezorgen import Bezorging
from bot.dialoog import Dialoog
from bot.fouten import BotFout
from bot.gesprekken import Gesprekken
from bot.grenzen import RUIM, Grenzen
from bot.instellingen import Instellingen
from bot.klok import Klok, NieuweId, nieuwe_id, nu
from bot.klussen import Klus, Klussen
from bot.mensen import ONBEKENDEN, Mensen
from bot.om_de_beurt import OmDeBeurt
from bot.ondertekening import ZONDER_SLEUTEL, Ondertekening
from bot.opslag.geheugen import GeheugenOpslag
from bot.opslag.omzetten import versleutel_alles
from bot.opslag.poort import (
    BewaardeWeging,
    Opslag,
    OpslagBeschadigd,
    OpslagBezet,
    OpslagFout,
    OpslagGevuld,
    OpslagOntoegankelijk,
)
from bot.opslag.sqlite import SqliteOpslag
from bot.opslag.versleuteld import ontsluit
from bot.sloten.geheugen import GeheugenSloten
from bot.veranderingen.geheugen import GeheugenVeranderingen
from bot.veranderingen.poort import Veranderingen
from bot.veranderingen.sqlite import SqliteVeranderingen
from bot.verlopen import TERMIJN
from dialogs import gesprek
from dialogs.teksten import tekst

if TYPE_CHECKING:
    from aiohttp import web
    from pydantic import SecretStr

    from bot.aanmelden.ontvangst import Ontvangst
    from bot.opslag.postgres.opslag import PostgresOpslag
    from bot.veranderingen.postgres import PostgresVeranderingen


T = TypeVar("T")


class AanmeldenOntbreekt(BotFout):
    """An app id asks for signing in, and that is not built yet."""

    sleutel = "bot.aanmelden_ontbreekt"


@dataclass(frozen=True, slots=True)
class Kern:
    """What every channel stands on."""

    opslag: Opslag
    gesprekken: Gesprekken
    veranderingen: Veranderingen
    bezorging: Bezorging
    klussen: Klussen
    klok: Klok
    grenzen: Grenzen
    mensen: Mensen


def richt_in(  # noqa: PLR0913 - everything that is composed, each by its name
    opslag: Opslag,
    klok: Klok = nu,
    nieuwe_id: NieuweId = nieuwe_id,
    dialoog: Dialoog = gesprek,
    *,
    grenzen: Grenzen = RUIM,
    mensen: Mensen = ONBEKENDEN,
    veranderingen: Veranderingen | None = None,
    ondertekening: Ondertekening = ZONDER_SLEUTEL,
    termijn: dt.timedelta = TERMIJN,
) -> Kern:
    """Put the conversations on a storage; without `veranderingen` only this process shows them."""
    veranderingen = veranderingen or GeheugenVeranderingen()
    bezorging = Bezorging(opslag, klok)
    gesprekken = Gesprekken(
        opslag,
        OmDeBeurt(GeheugenSloten(), veranderingen),
        bezorging,
        klok,
        nieuwe_id,
        dialoog=dialoog,
        grenzen=grenzen,
        mensen=mensen,
        ondertekening=ondertekening,
        termijn=termijn,
    )
    verlopen = Klus("bewaartermijn", dt.timedelta(days=1), gesprekken.ruim_verlopen)
    klussen = Klussen(opslag, klok, [verlopen])
    return Kern(opslag, gesprekken, veranderingen, bezorging, klussen, klok, grenzen, mensen)


def webserver(kern: Kern, instellingen: Instellingen | None = None) -> web.Application:
    """Build the application with every channel over HTTP.

    Where people sign in, nothing comes in that nobody signed for: so no activities of the Bot
    Framework, as long as their signature is not looked at.

    Raises:
        BotFout: what is set does not belong together; half a way of signing in is none.
    """
    from bot.kanalen.teams.ingang import Ingang
    from bot.kanalen.web.kanaal import Webchat
    from bot.poortwachter import Adres
    from bot.server import maak_app

    instellingen = instellingen or Instellingen()
    samenhang.controleer(instellingen)
    gemeld = ontvangst(kern, instellingen)
    webchat = Webchat(
        kern.gesprekken, kern.veranderingen, kern.klok, kern.grenzen, gemeld, kern.mensen
    )
    if samenhang.met_aanmelden(instellingen):
        app = maak_app([webchat], Adres(instellingen.url))
    else:
        teams = Ingang(kern.gesprekken, kern.bezorging, kern.grenzen, kern.klok)
        app = maak_app([webchat, teams])

    async def draaiend(_: web.Application) -> AsyncIterator[None]:
        async with kern.bezorging.draaiend(), kern.klussen.draaiend():
            yield

    # After the channels: they can be delivered to when it begins, and until it has ended.
    app.cleanup_ctx.append(draaiend)
    return app


def ontvangst(kern: Kern, instellingen: Instellingen) -> Ontvangst:
    """Return who lets people in on the page, as the settings say."""
    if (issuer := instellingen.oidc_issuer) is not None:
        from bot.aanmelden.aanbieder import Klant
        from bot.aanmelden.oidc import TERUG, Aanmelding

        adres, id_ = str(instellingen.url), str(instellingen.oidc_client_id)
        geheim = _geheim(instellingen.oidc_client_secret) or ""
        klant = Klant(issuer, id_, geheim, f"{adres}{TERUG}")
        return Aanmelding(adres, klant, kern.opslag, kern.klok)
    if (kop := instellingen.proxy_kop) is not None:
        from bot.aanmelden.proxy import Proxy

        sleutel = _geheim(instellingen.proxy_geheim)
        return Proxy(kop, instellingen.proxy_adressen, sleutel, instellingen.proxy_afmelden)
    from bot.kanalen.web.profielen import Uitproberen

    return Uitproberen()


def _geheim(waarde: SecretStr | None) -> str | None:
    return None if waarde is None else waarde.get_secret_value()


@asynccontextmanager
async def _open(instellingen: Instellingen, grenzen: Grenzen = RUIM) -> AsyncIterator[Kern]:
    async with op_opslag(instellingen) as (opslag, veranderingen):
        yield richt_in(
            opslag,
            grenzen=grenzen,
            mensen=samenhang.mensen(instellingen),
            veranderingen=veranderingen,
            ondertekening=Ondertekening.met(instellingen.ondertekensleutel),
            termijn=dt.timedelta(days=instellingen.bewaartermijn),
        )


@asynccontextmanager
async def op_opslag(instellingen: Instellingen) -> AsyncIterator[tuple[Opslag, Veranderingen]]:
    """Open what is kept, with what tells of changes that other processes make to it.

    Raises:
        OpslagFout: it cannot be used now, or not with these keys.
    """
    veranderingen: PostgresVeranderingen | SqliteVeranderingen
    async with AsyncExitStack() as open_:
        if (adres := instellingen.database) is not None:
            from bot.opslag.postgres.opslag import PostgresOpslag
            from bot.veranderingen.postgres import PostgresVeranderingen

            postgres = await PostgresOpslag.open(adres.get_secret_value())
            open_.push_async_callback(postgres.sluit)
            server = postgres.verbindingen
            veranderingen = PostgresVeranderingen(server.los, server.ik)
            await open_.enter_async_context(veranderingen.luisterend())
            # Whoever was killed may not have told of what it stored last: then we are the next.
            postgres.sein("gemist")
            yield await ontsluit(postgres, _geheim(instellingen.sleutel)), veranderingen
        else:
            sqlite = await SqliteOpslag.open(instellingen.databestand)
            open_.push_async_callback(sqlite.sluit)
            veranderingen = SqliteVeranderingen(sqlite.anders_geschreven)
            await open_.enter_async_context(veranderingen.luisterend())
            yield await ontsluit(sqlite, _geheim(instellingen.sleutel)), veranderingen


def start_server(instellingen: Instellingen, *, toon: bool = False) -> int:
    """Serve until told to stop; `toon` opens the page in a browser, where there is a screen.

    Returns:
        The exit code: 0, or 2 when it cannot start (one line on stderr says why).
    """
    from bot import server

    async def draai() -> None:
        if instellingen.app_id is not None:
            raise AanmeldenOntbreekt
        samenhang.controleer(instellingen)
        plek = server.Plek(instellingen.adres, instellingen.poort)
        if samenhang.met_aanmelden(instellingen):
            plek = replace(plek, openbaar=instellingen.url)
        gestopt = server.stopsein()
        async with _open(instellingen, Grenzen()) as kern:
            zichtbaar = toon and instellingen.browser == "ja"
            await server.bedien(webserver(kern, instellingen), plek, gestopt, toon=zichtbaar)

    logboek.richt_in()
    return _draai(draai(), instellingen)


def start_terminal(instellingen: Instellingen) -> int:
    """Hold the conversation of this user in the terminal, until it ends.

    Returns:
        The exit code: 0, or 2 when it cannot start (one line on stderr says why).
    """
    from bot.kanalen.terminal import kanaal

    async def draai() -> None:
        samenhang.controleer(instellingen)
        async with _open(instellingen) as kern:
            logboek.richt_in(instellingen.logbestand)
            await kanaal.praat(kern.gesprekken)

    kanaal.spreek_utf8()
    return _draai(draai(), instellingen)


def lees_weging(instellingen: Instellingen, kenmerk: str) -> BewaardeWeging | None:
    """Return what the user of this terminal kept under this reference; None when nothing.

    Raises:
        OpslagFout: storage cannot be used now.
    """
    from bot.kanalen.terminal.kanaal import gebruiker

    async def lees() -> BewaardeWeging | None:
        async with _open(instellingen) as kern:
            return await kern.gesprekken.weging(gebruiker(), kenmerk)

    return asyncio.run(lees())


def toon_apart(instellingen: Instellingen, argumenten: list[str]) -> bool:
    """List, show or delete what was laid aside; tell whether that can be done.

    Raises:
        OpslagFout: storage cannot be used now.
    """
    from bot import apart

    return asyncio.run(_met_opslag(instellingen, lambda o: apart.doe(o, argumenten)))


def toon_uitgaand(instellingen: Instellingen, argumenten: list[str]) -> bool:
    """List, try anew or delete what was not delivered; tell whether that can be done.

    Raises:
        OpslagFout: storage cannot be used now.
    """
    from bot import niet_bezorgd

    return asyncio.run(_met_opslag(instellingen, lambda o: niet_bezorgd.doe(o, argumenten, nu())))


def toon_terugmeldingen(instellingen: Instellingen, *, als_json: bool) -> None:
    """List what people reported about the knowledge.

    Raises:
        OpslagFout: storage cannot be used now.
    """
    from bot import terugmeldingen

    asyncio.run(_met_opslag(instellingen, lambda o: terugmeldingen.doe(o, als_json=als_json)))


def verhuis(instellingen: Instellingen) -> None:
    """Move what is kept in SQLite to PostgreSQL, whole or not at all.

    Raises:
        BotFout: it cannot be done; nothing moved, and the file is as it was.
    """
    from bot import verhuizen
    from bot.opslag.inhoud import open_inhoud
    from bot.opslag.postgres.opslag import PostgresOpslag
    from bot.opslag.postgres.overnemen import neem_over

    bestand, adres = instellingen.databestand, instellingen.database
    if adres is None:
        raise verhuizen.WaarheenOntbreekt
    if not bestand.exists():
        raise verhuizen.NietsTeVerhuizen(pad=str(bestand))
    naar = adres.get_secret_value()

    async def draai() -> None:
        # Opened as always first: that brings it to this version.
        await (await SqliteOpslag.open(bestand)).sluit()
        opslag = await PostgresOpslag.open(naar)
        try:
            with open_inhoud(bestand) as inhoud:
                gedaan = await neem_over(opslag, inhoud)
        except OpslagBezet as fout:
            raise verhuizen.VerhuizenBezet from fout
        finally:
            await opslag.sluit()
        verhuizen.vertel(gedaan.aantallen, gedaan.beschadigd, bestand)

    asyncio.run(draai())


def versleutel(instellingen: Instellingen) -> None:
    """Seal with the first key what is still plain, or sealed with an earlier key.

    Raises:
        BotFout: it cannot be done; what was sealed so far stays so, and may be done again.
    """
    from bot import versleutelen

    async def draai() -> None:
        sleutel = _geheim(instellingen.sleutel)
        if sleutel is None:
            raise versleutelen.SleutelOntbreektNog
        async with _database(instellingen) as opslag:
            versleutelen.vertel(await versleutel_alles(opslag, sleutel))

    asyncio.run(draai())


def backup(instellingen: Instellingen, naar: Path | None = None) -> None:
    """Copy what is kept into a new file, as it is at one moment; others go on meanwhile.

    Raises:
        BotFout: it cannot be done; there is no file then.
    """
    from bot import reservekopie
    from bot.opslag.kopie import keur, kopieer, nieuw_bestand

    naar = naar or Path(reservekopie.naam(nu()))
    if instellingen.database is None and not instellingen.databestand.exists():
        raise reservekopie.NietsTeKopieren(pad=str(instellingen.databestand))

    async def uit_postgres(kopie: Path) -> None:
        from bot.opslag.postgres.uitlezen import lees_uit

        async with _database(instellingen) as opslag:
            # Opened once: that makes the tables.
            await (await SqliteOpslag.open(kopie)).sluit()
            await lees_uit(cast("PostgresOpslag", opslag), kopie)

    with nieuw_bestand(naar) as kopie:
        if instellingen.database is None:
            kopieer(instellingen.databestand, kopie)
        else:
            with tempfile.TemporaryDirectory(prefix="weegwijzer") as map_:
                tussen = Path(map_) / kopie.name
                asyncio.run(uit_postgres(tussen))
                kopieer(tussen, kopie)
        keur(kopie)
    reservekopie.vertel("kopie_gemaakt", naar)


def herstel(instellingen: Instellingen, van: Path, *, vervang: bool) -> None:
    """Put a copy back, whole or not at all.

    Raises:
        BotFout: it cannot be done; what was kept is as it was.
    """
    from bot import reservekopie
    from bot.opslag.inhoud import open_inhoud
    from bot.opslag.kopie import HerstelGevuld, KopieOnleesbaar, keur, kopieer, zet_terug

    async def draai(kopie: Path) -> None:
        # Opened as always: that brings it to this version, and tells whether the keys open it.
        opslag = await SqliteOpslag.open(kopie)
        try:
            await ontsluit(opslag, _geheim(instellingen.sleutel))
        finally:
            await opslag.sluit()
        async with _database(instellingen) as database:
            if isinstance(database, SqliteOpslag):
                await database.sluit()
                zet_terug(kopie, instellingen.databestand, vervang=vervang)
            else:
                from bot.opslag.postgres.overnemen import neem_over

                with open_inhoud(kopie) as inhoud:
                    await neem_over(database, inhoud, vervang=vervang)

    with tempfile.TemporaryDirectory(prefix="weegwijzer") as map_:
        kopie = Path(map_) / "kopie.sqlite3"
        try:
            kopieer(van, kopie)
            keur(kopie)
        except (KopieOnleesbaar, OpslagBeschadigd, OpslagOntoegankelijk) as fout:
            raise KopieOnleesbaar(pad=str(van)) from fout
        try:
            asyncio.run(draai(kopie))
        except OpslagGevuld as fout:
            raise HerstelGevuld from fout
        except OpslagBezet as fout:
            raise reservekopie.HerstelBezet from fout
    reservekopie.vertel("hersteld", van)


@asynccontextmanager
async def _database(instellingen: Instellingen) -> AsyncIterator[PostgresOpslag | SqliteOpslag]:
    """Open the database itself, in which everything may be sealed."""
    opslag: PostgresOpslag | SqliteOpslag
    if (adres := instellingen.database) is not None:
        from bot.opslag.postgres.opslag import PostgresOpslag

        opslag = await PostgresOpslag.open(adres.get_secret_value())
    else:
        opslag = await SqliteOpslag.open(instellingen.databestand)
    try:
        yield opslag
    finally:
        await opslag.sluit()


async def _met_opslag(instellingen: Instellingen, doe: Callable[[Opslag], Awaitable[T]]) -> T:
    """Do something with what is kept; looking makes no file."""
    if instellingen.database is None and not instellingen.databestand.exists():
        return await doe(GeheugenOpslag())
    async with op_opslag(instellingen) as (opslag, _):
        return await doe(opslag)


def _draai(werk: Coroutine[Any, Any, None], instellingen: Instellingen) -> int:
    try:
        asyncio.run(werk)
    except OpslagFout as fout:
        pad, reden = instellingen.databaseplek, fout.in_woorden()
        sys.stderr.write(tekst("bot.niet_gestart", pad=pad, reden=reden) + "\n")
        return 2
    except BotFout as fout:
        sys.stderr.write(f"{fout.in_woorden()}\n")
        return 2
    except KeyboardInterrupt:
        pass
    return 0
