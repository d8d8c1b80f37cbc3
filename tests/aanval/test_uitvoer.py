"""Waar de uitvoer ook heen gaat, een volle schijf of niemand: één regel, en nooit een spoor."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pytest

from app import begrijp, document, kennis, privacy, weeg, zoek
from knowledge.fouten import InvoerOnjuist
from knowledge.invoer import MEESTE, lees
from knowledge.teksten import tekst
from tests.aanval.maat import keer
from tests.test_app import ROOT, app

OPDRACHTEN: Final = (
    ("help",),
    ("weeg",),
    ("chat",),
    ("apart",),
    ("zoek", "-"),
    ("zoek", "-", "--json"),
    ("privacy", "-"),
    ("begrijp", "-"),
    ("kennis",),
    ("kennis", "--json"),
    ("kennis", "controleer"),
    ("kennis", "uitgave", "."),
    ("kennis", "verschil", "nu", "nu"),
)[: keer(4, 99)]
VOL: Final = Path("/dev/full")


def _begin(
    opdracht: Sequence[str], map_: Path, uit: int, fouten: int | None
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, str(ROOT / "app.py"), *opdracht],
        stdin=subprocess.PIPE,
        stdout=uit,
        stderr=subprocess.PIPE if fouten is None else fouten,
        cwd=map_,
        env={**os.environ, "WEEGWIJZER_DATA": str(map_)},
    )


def _geef(proces: subprocess.Popen[bytes], opdracht: Sequence[str]) -> tuple[int, list[str]]:
    invoer = b"{}" if opdracht[0] == "weeg" else b"mandaat"
    with suppress(BrokenPipeError):
        _, fouten = proces.communicate(invoer, timeout=100)
        return proces.returncode, (fouten or b"").decode().splitlines()
    return proces.wait(100), []


@pytest.mark.skipif(not VOL.exists(), reason="/dev/full is of Linux")
def test_op_een_volle_schijf(tmp_path: Path) -> None:
    with VOL.open("wb") as vol:
        lopend = [_begin(opdracht, tmp_path, vol.fileno(), None) for opdracht in OPDRACHTEN]
        klaar = [_geef(p, o) for p, o in zip(lopend, OPDRACHTEN, strict=True)]
        for opdracht, (code, regels) in zip(OPDRACHTEN, klaar, strict=True):
            assert code == 2, (opdracht, regels)
            assert regels == [f"weegwijzer: {tekst('opdrachten.geen_uitvoer')}"], opdracht
        onbekend = _begin(["zomaar"], tmp_path, vol.fileno(), vol.fileno())
        assert _geef(onbekend, ["zomaar"])[0] == 2


def test_als_niemand_leest(tmp_path: Path) -> None:
    lopend = []
    for opdracht in OPDRACHTEN:
        lezen, schrijven = os.pipe()
        os.close(lezen)
        lopend.append(_begin(opdracht, tmp_path, schrijven, None))
        os.close(schrijven)
    for proces, opdracht in zip(lopend, OPDRACHTEN, strict=True):
        assert _geef(proces, opdracht) == (0, []), opdracht


@pytest.mark.parametrize("dicht", ["<&- >&- 2>&-", ">&-", "<&-", "2>&-"][: keer(1, 4)])
def test_met_dichte_stromen(tmp_path: Path, dicht: str) -> None:
    """What is closed stays closed: a database that is opened takes no number of a stream."""
    for opdracht in ("apart", "weeg", "chat", "help")[: keer(1, 9)]:
        klaar = subprocess.run(  # noqa: S603 - ourselves
            ["/bin/sh", "-c", f'"$0" "$1" {opdracht} {dicht}', sys.executable, ROOT / "app.py"],
            capture_output=True,
            check=False,
            env={**os.environ, "WEEGWIJZER_DATA": str(tmp_path)},
            timeout=100,
        )
        zonder_invoer = opdracht == "weeg"
        assert klaar.returncode == (2 if zonder_invoer else 0), (opdracht, klaar.stderr)
        assert len(klaar.stderr.splitlines()) <= zonder_invoer


@pytest.mark.parametrize("opdracht", ["zoek", "begrijp"])
def test_een_casus_hoeft_niet_in_de_geschiedenis_van_een_shell(opdracht: str) -> None:
    zin = "mag de gemeente weten dat iemand van 19 een mandaat heeft?"
    getypt = app(opdracht, zin)
    assert getypt.returncode == 0
    assert app(opdracht, "-", invoer=f"{zin}\n").stdout == getypt.stdout


def test_een_melding_is_een_regel() -> None:
    assert app("begrijp", "-", invoer=b"\xff").returncode == 2
    klaar = app("weeg", "a\nb\r\x1b[2J")
    assert (klaar.returncode, klaar.stdout) == (2, b"")
    assert len(klaar.stderr.splitlines()) == 1
    assert b"\x1b" not in klaar.stderr


def test_een_half_teken_op_de_opdrachtregel() -> None:
    """What is no UTF-8 comes in as half a character (a lone surrogate)."""
    for opdracht in ("zoek", "begrijp", "privacy")[: keer(1, 9)]:
        klaar = app(opdracht, "\udcff mandaat")
        assert klaar.returncode == 0
        assert klaar.stderr == b""
    assert json.loads(app("weeg", invoer=b'{"id": "\\ud800"}').stdout)["id"] == "\ud800"


class _Eindeloos(io.RawIOBase):
    """A pipe that never ends."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        buffer[:] = ("é" * len(buffer)).encode()[: len(buffer)]
        return len(buffer)


@pytest.mark.parametrize(
    "opdracht",
    [lambda: zoek(["-"]), lambda: begrijp(["-"]), lambda: privacy("-")],
    ids=["zoek", "begrijp", "privacy"],
)
def test_een_stroom_zonder_einde_is_te_lang(
    opdracht: Callable[[], int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(_Eindeloos())))
    assert opdracht() == 2
    uit = capsys.readouterr()
    assert not uit.out
    assert uit.err.count("\n") == 1


@pytest.mark.parametrize(
    "opdracht",
    [
        weeg,
        lambda: kennis(["wettekst", "-"]),
        lambda: kennis(["herbereken", "-"]),
        lambda: kennis(["verschil", "-", "nu"]),
        lambda: document(["-"]),
        pytest.param(
            lambda: weeg("/dev/zero"),
            marks=[] if Path("/dev/zero").exists() else pytest.mark.skip("is of Unix"),
        ),
    ],
    ids=["weeg", "wettekst", "herbereken", "verschil", "document", "bestand"],
)
def test_een_bestand_zonder_einde_is_te_groot(
    opdracht: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app._GROOTSTE_INVOER", 1)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(_Eindeloos())))
    with pytest.raises(InvoerOnjuist) as fout:
        opdracht()
    assert "1 miljoen" in str(fout.value)


def test_meer_situaties_dan_er_in_een_keer_gaan() -> None:
    with pytest.raises(InvoerOnjuist):
        lees("[" + "{}," * MEESTE + "{}]")
