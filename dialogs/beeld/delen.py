"""De kleine delen waar een scherm uit bestaat: gewone gegevens, klaar voor JSON."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Schermdeel(BaseModel):
    """Part of what is on a screen: plain data, ready for JSON."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Optie(Schermdeel):
    """Something to pick: show `label`, send `waarde`."""

    waarde: str
    label: str


class Waarom(Schermdeel):
    """Why a question is asked, and the sources for that."""

    tekst: str
    bronnen: tuple[str, ...]


class BegrepenRegel(Schermdeel):
    """Something that was understood and waits for a yes; sending `nummer` says it is wrong."""

    nummer: int
    onderwerp: str
    antwoord: str
    woorden: str
    was: str | None
