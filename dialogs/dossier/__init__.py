"""Het dossier: de antwoorden van één weging. Al het andere wordt eruit berekend."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field

VERSIE: Final = 1
"""Version of the stored form. Raise it together with a migration of what is already stored."""


class Opgeslagen(BaseModel):
    """Stored models refuse what they do not know; changes go through `model_copy`."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Antwoord(Opgeslagen):
    """The current answer to one question.

    `waarde` None means 'weet ik niet': asked and unknown, so it is not asked again.
    """

    waarde: Any = None
    """A value of the fact (JSON types only), or the professional's own words."""


class Gebeurtenis(Opgeslagen):
    """One line of the append-only history: which question changed when. Never the words."""

    wanneer: dt.datetime
    vraag: str


class Voorgesteld(Opgeslagen):
    """What was read but not yet confirmed: the answer it would be, and the words it came from."""

    sleutel: str
    waarde: Any
    woorden: str


class Gesprekstand(Opgeslagen):
    """The small conversational part: what we last asked and how that went."""

    vraag: str | None = None
    misverstaan: int = 0
    wijzigt: bool = False
    """The question was opened by 'wijzig' or 'terug', although it had an answer."""
    bevestigt_opnieuw: bool = False
    """We asked whether to really start again."""
    lijst: tuple[str, ...] = ()
    """Choices last offered that are not those of the question, so that a number picks one."""
    bewaard_als: str | None = None
    casus: str | None = None
    """Id of the casus last shown, which 'met deze feiten' is about."""
    begint_met: str | None = None
    """Id of the casus with whose facts we asked whether to begin."""
    voorgesteld: tuple[Voorgesteld, ...] = ()
    """What was read from a text and is not a fact until somebody confirms it."""
    los: tuple[str, ...] = ()
    """Ids of the bundles that were asked: what is still open of them is asked one by one."""
    twijfel: tuple[tuple[Voorgesteld, ...], ...] = ()
    """Facts that a text gave in more than one way, each as its readings; asked, never chosen."""
    gevaar_gemeld: bool = False
    """We named 112 and the way of vitaal belang already."""

    def na_antwoord(self) -> Gesprekstand:
        """Return how things stand after an answer: only what holds for the whole weighing stays."""
        return Gesprekstand(los=self.los, gevaar_gemeld=self.gevaar_gemeld)


class Dossier(Opgeslagen):
    """One weighing in progress."""

    versie: int = VERSIE
    id: str
    begonnen: dt.date
    antwoorden: dict[str, Antwoord] = Field(default_factory=dict)
    geschiedenis: tuple[Gebeurtenis, ...] = ()
    stand: Gesprekstand = Gesprekstand()
