"""Measuring whole processes: loading, and a conversation from the first greeting."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from dialogs.teksten import tekst

ROOT: Final = Path(__file__).parents[2]

WEEG: Final = (
    "import knowledge.controle, knowledge.invoer; knowledge.controle.controleer(); "
    "knowledge.invoer.lees('{}')"
)
ALLE_KENNIS: Final = (
    f"{WEEG}; import knowledge.casussen, knowledge.overzicht; knowledge.casussen.casussen()"
)
LEEG: Final = "pass"


def python(code: str) -> None:
    """Run a fresh interpreter on one line of code."""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)  # noqa: S603 - ourselves


def zoek() -> None:
    """Look one thing up with a fresh process."""
    vraag = [sys.executable, "app.py", "zoek", "mag de baas horen dat ze epilepsie heeft"]
    subprocess.run(vraag, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - ourselves


def gesprek(keren: int = 5) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Start `app.py chat` anew; return the times to the greeting and to the first reply.

    The reply is timed from the start of the process as well: that is what someone waits for who
    answers at once.
    """
    groeten, antwoorden = zip(*(_een_gesprek() for _ in range(keren)), strict=True)
    return groeten, antwoorden


def _een_gesprek() -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as data:
        begin = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "app.py", "chat"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "WEEGWIJZER_DATA": data},
        ) as proces:
            groet = _tot(proces, "vragen.omschrijving.vraag", begin)
            assert proces.stdin is not None
            proces.stdin.write(b"overslaan\n")
            proces.stdin.flush()
            antwoord = _tot(proces, "vragen.gebruiker.vraag", begin)
            proces.kill()
    return groet, antwoord


def _tot(proces: subprocess.Popen[bytes], sleutel: str, begin: float) -> float:
    """Read until a question is on the screen; the first words, since a screen has its width."""
    assert proces.stdout is not None
    woorden = " ".join(tekst(sleutel).split()[:4]).encode()
    if not any(woorden in regel for regel in proces.stdout):
        raise RuntimeError(f"{sleutel} kwam niet op het scherm")
    return time.perf_counter() - begin
