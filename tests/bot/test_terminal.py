"""Het gesprek in de terminal: uit een pijp, en aan een toetsenbord."""

from __future__ import annotations

import io
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TextIO

import pytest

from bot.gesprekken import Gesprekken
from bot.kanalen.terminal.kanaal import GESPREK, chat, gebruiker
from bot.kanalen.terminal.scherm import Scherm
from bot.opslag.sqlite import SqliteOpslag
from dialogs.teksten import tekst
from tests.bot.nep import vraagtekst

ROOT: Final = Path(__file__).parents[2]
KLAAR: Final = b"\x1b[?2004h"
"""What the prompt sends when one may type."""
START: Final = (
    "import os, sys\n"
    "from bot.instellingen import lees\n"
    "from bot.opstarten import start_terminal\n"
    "sys.exit(start_terminal(lees(os.environ)))\n"
)


@contextmanager
def pijp(inhoud: bytes) -> Iterator[TextIO]:
    lezen, schrijven = os.pipe()
    os.write(schrijven, inhoud)
    os.close(schrijven)
    with os.fdopen(lezen, encoding="utf-8") as invoer:
        yield invoer


async def _praat(gesprekken: Gesprekken, inhoud: bytes) -> str:
    uitvoer = io.StringIO()
    with pijp(inhoud) as invoer:
        await chat(gesprekken, gebruiker(), invoer, uitvoer)
    return uitvoer.getvalue()


async def test_een_gesprek_uit_een_pijp(gesprekken: Gesprekken) -> None:
    gezegd = await _praat(gesprekken, "achttien ë\nja\n".encode())
    stap, vraag = "Vooraf", vraagtekst(1).strip("*")
    assert gezegd.startswith(f"Welkom.\n\n{stap}\n{vraag}\n  1. Ja\n  2. Nee\n")
    assert "Genoteerd: achttien ë" in gezegd
    assert "Genoteerd: ja" in gezegd
    assert "\x1b" not in gezegd


async def test_stop_sluit_en_leest_niet_verder(gesprekken: Gesprekken) -> None:
    gezegd = await _praat(gesprekken, b"stop\nnog iets\n")
    assert gezegd.endswith("Dag.\n\n")


@pytest.mark.parametrize(
    ("inhoud", "keer"),
    [(b"a\n", 0), (b"a", 0), (b"a\n\n", 0), (b"a\n\nb\n", 1), (b"\n", 0), (b"", 0)],
)
async def test_een_lege_regel_is_een_leeg_bericht_behalve_aan_het_eind(
    gesprekken: Gesprekken, inhoud: bytes, keer: int
) -> None:
    gezegd = await _praat(gesprekken, inhoud)
    assert gezegd.count(tekst("bot.leeg")) == keer


async def test_wat_geen_utf8_is_breekt_niets(gesprekken: Gesprekken) -> None:
    gezegd = await _praat(gesprekken, b"\xef\xbb\xbfcaf\xe9\r\n\xff\xfe\x00\x80\n")
    assert "Genoteerd: caf\ufffd\n" in gezegd


async def test_een_te_lange_regel_is_een_bericht(gesprekken: Gesprekken) -> None:
    gezegd = await _praat_bestand(gesprekken, b"x" * 1_000_000 + b"\nja\n")
    assert gezegd.count(tekst("bot.te_lang", max="4000")) == 1
    assert "Genoteerd: ja" in gezegd


async def _praat_bestand(gesprekken: Gesprekken, inhoud: bytes) -> str:
    uitvoer = io.StringIO()
    with io.TextIOWrapper(io.BufferedReader(io.BytesIO(inhoud))) as invoer:
        await chat(gesprekken, gebruiker(), invoer, uitvoer)
    return uitvoer.getvalue()


async def test_opnieuw_beginnen_gaat_verder_waar_we_waren(gesprekken: Gesprekken) -> None:
    await _praat(gesprekken, b"ja\n")
    assert (await _praat(gesprekken, b"")).startswith("Hier waren we.")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_een_terminal_krijgt_stijl_tenzij_iemand_dat_niet_wil() -> None:
    assert Scherm.voor(Terminal(), {"TERM": "xterm"})._opmaak.stijl
    assert not Scherm.voor(Terminal(), {"TERM": "xterm", "NO_COLOR": "1"})._opmaak.stijl
    assert not Scherm.voor(Terminal(), {"TERM": "dumb"})._opmaak.stijl
    assert Scherm.voor(io.StringIO(), {"TERM": "xterm"})._opmaak.breedte is None


# --- als echt proces


def _start(map_: Path, invoer: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", START],
        input=invoer,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "WEEGWIJZER_DATA": str(map_), "PYTHONIOENCODING": "latin-1"},
        timeout=60,
    )


def test_het_proces_praat_utf8_wat_de_omgeving_ook_zegt(tmp_path: Path) -> None:
    klaar = _start(tmp_path, "één ☂\n".encode())
    assert klaar.returncode == 0
    assert klaar.stderr == b""
    assert klaar.stdout.decode("utf-8")


def test_niet_te_starten_is_een_regel_en_exit_2(tmp_path: Path) -> None:
    (tmp_path / "weegwijzer.sqlite3").write_bytes(b"geen database " * 400)
    klaar = _start(tmp_path, b"hallo\n")
    assert klaar.returncode == 2
    assert klaar.stdout == b""
    [regel] = klaar.stderr.decode().splitlines()
    assert tekst("bot.opslag_beschadigd") in regel


def test_de_terminal_laadt_geen_kanaal_dat_hij_niet_gebruikt(tmp_path: Path) -> None:
    kijk = (
        "import sys; import bot.opstarten, bot.kanalen.terminal.kanaal\n"
        "print({'aiohttp', 'botbuilder', 'prompt_toolkit', 'phonenumbers'} & set(sys.modules))"
    )
    klaar = subprocess.run(  # noqa: S603
        [sys.executable, "-c", kijk], capture_output=True, check=True, cwd=ROOT
    )
    assert klaar.stdout.strip() == b"set()"


@contextmanager
def start_aan_toetsenbord(map_: Path, slaaf: int) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", START],
        stdin=slaaf,
        stdout=slaaf,
        stderr=slaaf,
        cwd=ROOT,
        env={**os.environ, "WEEGWIJZER_DATA": str(map_), "TERM": "xterm"},
        start_new_session=True,
    ) as proces:
        os.close(slaaf)
        yield proces


@pytest.mark.parametrize("toets", [b"\x04", b"\x03"], ids=["ctrl-d", "ctrl-c"])
def test_aan_het_toetsenbord(tmp_path: Path, toets: bytes) -> None:
    pty = pytest.importorskip("pty")
    meester, slaaf = pty.openpty()
    with start_aan_toetsenbord(tmp_path, slaaf) as proces:
        gezien = lees_tot(meester, KLAAR)
        os.write(meester, b"help\r")
        gezien += lees_tot(meester, KLAAR)
        os.write(meester, toets)
        gezien += lees_tot(meester, b"Tot ziens")
        lees_tot(meester, None)
        assert proces.wait(timeout=30) == 0
    os.close(meester)
    assert b"\x1b[2m" in gezien
    assert b"Traceback" not in gezien


def lees_tot(fd: int, teken: bytes | None) -> bytes:
    gezien = b""
    while teken is None or teken not in gezien:
        assert select.select([fd], [], [], 60)[0], f"het blijft stil na {gezien!r}"
        try:
            stuk = os.read(fd, 4096)
        except OSError:  # Linux: the other side is gone
            stuk = b""
        if not stuk:
            break
        if b"\x1b[6n" in stuk:  # the prompt asks where the cursor is
            os.write(fd, b"\x1b[1;1R")
        gezien += stuk
    return gezien


async def test_een_gesprek_per_gebruiker(gesprekken: Gesprekken, sqlite: SqliteOpslag) -> None:
    await _praat(gesprekken, b"ja\n")
    assert await sqlite.laad(gebruiker().gesprek(GESPREK)) is not None
