"""Seinen: wat processen op dezelfde PostgreSQL elkaar laten weten (`NOTIFY`).

Ids and versions of ours, never words. Sent by storage as soon as something is stored
(`bot.opslag.postgres.omroep`), heard by `bot.veranderingen.postgres`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Final, Literal, Self

KANAAL: Final = "weegwijzer"
"""The channel of `LISTEN` and `NOTIFY`; it counts within one database."""
_LANGST: Final = 7900
"""Bytes: PostgreSQL refuses a payload of 8000 or more."""

Soort = Literal["gesprek", "wegingen", "uit", "gemist"]


@dataclass(frozen=True, slots=True)
class Sein:
    """One sign."""

    van: str
    """Which process sent it: it need not hear itself."""
    soort: Soort
    """A conversation, somebody's list, something to deliver; `gemist`: too long to say which."""
    sleutel: str = ""
    """The conversation, or the owner of the list."""
    versie: int | None = None
    weg: str | None = None

    def als_tekst(self) -> str:
        """Return it as it is sent."""
        tekst = json.dumps({naam: w for naam, w in asdict(self).items() if w not in (None, "")})
        if len(tekst.encode()) > _LANGST:
            return Sein(self.van, "gemist").als_tekst()
        return tekst

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Read what was sent; of what no version of ours sent, that something was missed."""
        try:
            return cls(**json.loads(tekst))
        except (ValueError, TypeError):
            return cls("", "gemist")
