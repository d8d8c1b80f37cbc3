"""De kleine delen waar een beeld uit bestaat: gewone gegevens, klaar voor JSON."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from dialogs.teksten import tekst


class Schermdeel(BaseModel):
    """Part of what is shown: plain data, ready for JSON."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Optie(Schermdeel):
    """Something to pick: show `label`, send `waarde`."""

    waarde: str
    label: str
    in_formulier: bool | int | str | None = None
    """What a form holds when this is picked; None is 'weet ik niet'."""


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
    """What it was read from; empty when it is assumed."""
    was: str | None
    """The answer that it would change."""
    zeker: bool = False
    """Folded: one need not look at it."""
    aangepast: bool = False
    """It changed since the list was shown last."""


def knop(sleutel: str) -> Optie:
    """Return a button of our own; picking it sends its label."""
    label = tekst(f"knoppen.{sleutel}")
    return Optie(waarde=label, label=label)
