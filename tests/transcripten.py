"""Transcripts as data: what the bot asks, what the professional says, and how it ends."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

MAP = Path(__file__).parent / "gesprekken"


class Verwacht(BaseModel):
    """How one purpose ends. Rules and sources may be more than these."""

    model_config = ConfigDict(extra="forbid")

    doel: str
    oordeel: str
    grondslag: str | None = None
    antwoord: str | None = None
    """What the first sentence says, in keys: `nee ontvanger bellen nog_niet`."""
    regels: tuple[str, ...] = ()
    bronnen: tuple[str, ...] = ()
    ontbrekend: tuple[str, ...] = ()


class Transcript(BaseModel):
    """One conversation: pairs of the question that is open and what is said to it.

    The question is empty once all have an answer: what was said can still be changed.
    """

    model_config = ConfigDict(extra="forbid")

    naam: str
    titel: str
    vandaag: dt.date
    casus: str | None = None
    gesprek: tuple[tuple[str, str], ...]
    uitkomsten: tuple[Verwacht, ...]


@cache
def transcripten() -> tuple[Transcript, ...]:
    """Read every transcript."""
    return tuple(
        Transcript(naam=pad.stem, **tomllib.loads(pad.read_text(encoding="utf-8")))
        for pad in sorted(MAP.glob("*.toml"))
    )
