"""Wat een regel is: een declaratie zonder eigen code."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Literal

from knowledge.atomen import Geldig
from knowledge.condities import ALTIJD, Alle, Conditie

# Before this date the AVG did not apply; the documents say nothing about earlier sharing.
BEGIN: Final = dt.date(2018, 5, 25)
NIEUW_VANAF: Final = dt.date(2026, 1, 1)
OUD_TOT_EN_MET: Final = dt.date(2025, 12, 31)

OUD: Final = Geldig(BEGIN, OUD_TOT_EN_MET)
NIEUW: Final = Geldig(NIEUW_VANAF, None)
BEIDE: Final = Geldig(BEGIN, None)

_WIE: Final = frozenset({"van", "naar"})


class Grondslag(StrEnum):
    """The six grounds, in the documents' own words."""

    TOESTEMMING = "toestemming"
    OVEREENKOMST = "overeenkomst"
    WETTELIJKE_VERPLICHTING = "wettelijke_verplichting"
    VITAAL_BELANG = "vitaal_belang"
    ALGEMEEN_BELANG = "algemeen_belang"
    GERECHTVAARDIGD_BELANG = "gerechtvaardigd_belang"


class Rol(StrEnum):
    """What a rule does in the order of decision (see `knowledge/beslissing.py`)."""

    GROND = "grond"
    """Stap 1: gives a ground; without its `mits` it says that only consent remains."""
    ALLEEN_TOESTEMMING = "alleen_toestemming"
    """Stap 1: no statutory ground on this route."""
    GEEN_GROND = "geen_grond"
    """Stap 1: what follows when consent is refused and nothing else carries the sharing."""
    NOODGEVAL = "noodgeval"
    """Stap 1: danger, but the receiver is not one who can avert it."""
    TEGENSPRAAK = "tegenspraak"
    """Stap 1: two answers about the same hand-over contradict each other."""
    SCHRAPT = "schrapt"
    """Stap 3: the item is not asked and not shared at all."""
    BLOKKEERT = "blokkeert"
    """Stap 3: the kind of data demands more than the ground gives."""
    DOEL = "doel"
    """Stap 2: the purpose differs from the one the data were collected for."""
    MILDER = "milder"
    """Stap 4: a way that hurts less reaches the purpose."""
    BIJ = "bij"
    """Adds conditions, actions or warnings; never changes the verdict."""


Stap = Literal[0, 1, 2, 3, 4, 5]


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule of law or of the documents.

    `als` says when it applies, `geldig` in which period, `bronnen` on what it rests. A rule of
    role GROND yields `grondslag` when `mits` holds as well (or `grondslag` None for the young
    person who tells it themselves). `voorwaarden`, `acties` and `let_op` are text keys.
    """

    id: str
    rol: Rol
    stap: Stap
    als: Conditie
    bronnen: tuple[str, ...]
    geldig: Geldig = BEIDE
    grondslag: Grondslag | None = None
    mits: Conditie = ALTIJD
    voorwaarden: tuple[str, ...] = ()
    acties: tuple[str, ...] = ()
    let_op: tuple[str, ...] = ()
    alternatief: str | None = None
    ook_bij_onbekend: bool = False
    """A side rule that also applies while its facts are unknown (what is unknown becomes a
    condition, never a question that blocks the verdict)."""

    van_toepassing: Conditie = field(init=False)
    """The rule holds on the date and its condition holds."""
    geeft_grond: Conditie = field(init=False)
    """The rule applies and carries the sharing."""
    over_deze_route: Conditie = field(init=False)
    """The rule is about this giver and receiver on the date, whatever else it asks."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "van_toepassing", Alle((self.geldig, self.als)))
        object.__setattr__(self, "geeft_grond", Alle((self.geldig, self.als, self.mits)))
        delen = self.als.delen if isinstance(self.als, Alle) else (self.als,)
        route = tuple(deel for deel in delen if deel.feiten() <= _WIE)
        object.__setattr__(self, "over_deze_route", Alle((self.geldig, *route)))

    def __hash__(self) -> int:
        # Rules are keys wherever an outcome is made up; their conditions are long to hash.
        return hash(self.id)

    def als_json(self) -> dict[str, Any]:
        """Return the rule as data, for an edition of the knowledge."""
        return {
            "id": self.id,
            "rol": self.rol.value,
            "stap": self.stap,
            "als": self.als.als_json(),
            "mits": self.mits.als_json(),
            "geldig": self.geldig.als_json(),
            "grondslag": self.grondslag and self.grondslag.value,
            "bronnen": list(self.bronnen),
            "voorwaarden": list(self.voorwaarden),
            "acties": list(self.acties),
            "let_op": list(self.let_op),
            "alternatief": self.alternatief,
            "ook_bij_onbekend": self.ook_bij_onbekend,
        }
