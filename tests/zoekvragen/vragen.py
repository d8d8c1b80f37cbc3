"""Reading the question sets."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

MAP = Path(__file__).parent
GEEN = "geen antwoord"


class Vraag(BaseModel):
    """One question and the ids, or patterns of ids, that answer it; best first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tekst: str = Field(min_length=2)
    id: tuple[str, ...]
    hoek: str = Field(min_length=3)
    apart: bool = False

    @property
    def soort(self) -> str:
        """The kind of topic that answers it best: casus, grondslag, begrip or wetswijziging."""
        return self.id[0].split("-")[0] if self.id else GEEN

    def plaats(self, gevonden: Iterable[str]) -> int | None:
        """The place of the first right answer among the ids found, counted from 1."""
        for plaats, onderwerp in enumerate(gevonden, start=1):
            if any(fnmatchcase(onderwerp, goed) for goed in self.id):
                return plaats
        return None


class _Bestand(BaseModel):
    model_config = ConfigDict(extra="forbid")

    vraag: tuple[Vraag, ...]


def lees(pad: Path) -> tuple[Vraag, ...]:
    """Read one file of questions.

    Raises:
        pydantic.ValidationError: a question lacks something or has too much.
    """
    return _Bestand(**tomllib.loads(pad.read_text(encoding="utf-8"))).vraag


@cache
def vragen() -> tuple[Vraag, ...]:
    """Read every question, those held out included."""
    return tuple(vraag for pad in sorted(MAP.glob("*.toml")) for vraag in lees(pad))
