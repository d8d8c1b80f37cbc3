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
    "import app, knowledge.controle, knowledge.invoer; knowledge.controle.controleer(); "
    "knowledge.invoer.lees('{}')"
)
PYDANTIC: Final = "from pydantic import BaseModel, Field, ValidationError, field_validator"
ALLE_KENNIS: Final = (
    f"{WEEG}; import knowledge.casussen, knowledge.overzicht; knowledge.casussen.casussen()"
)


def laden(code: str, keren: int = 9) -> tuple[float, ...]:
    """Run one line of code in fresh interpreters; return the seconds it took in each.

    Without the start of Python itself, which is not ours.
    """
    meet = f"import time; begin = time.perf_counter(); {code}; print(time.perf_counter() - begin)"
    opdracht = [sys.executable, "-c", meet]
    return tuple(
        float(subprocess.check_output(opdracht, cwd=ROOT))  # noqa: S603 - ourselves
        for _ in range(keren)
    )


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
