"""Een poging om aan te melden: wat de browser bewaart tot hij terug is.

All that must come back, or be proved later, follows from one secret that only this browser has. So
we keep nothing of who did not come in yet, and any process can take the next request.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from typing import Final, Self

DUUR: Final = dt.timedelta(minutes=10)
"""So long one may take at the other side."""
_VORM: Final = re.compile(r"(\d{1,12})\.([A-Za-z0-9_-]{43})")


@dataclass(frozen=True, slots=True)
class Poging:
    """One attempt, of one browser."""

    geheim: str
    begon: int

    @classmethod
    def nieuw(cls, nu: dt.datetime) -> Self:
        """Begin an attempt."""
        return cls(secrets.token_urlsafe(32), int(nu.timestamp()))

    @classmethod
    def lees(cls, koekje: str | None, nu: dt.datetime) -> Self | None:
        """Read what a browser kept; None when it is no attempt, or took too long."""
        gelezen = _VORM.fullmatch(koekje or "")
        if gelezen is None:
            return None
        poging = cls(gelezen[2], int(gelezen[1]))
        duurt = int(nu.timestamp()) - poging.begon
        return poging if 0 <= duurt < DUUR.total_seconds() else None

    def koekje(self) -> str:
        """Return what the browser keeps."""
        return f"{self.begon}.{self.geheim}"

    @property
    def staat(self) -> str:
        """The `state`: proves that this browser began what comes back."""
        return self._afgeleid("state")

    @property
    def eenmalig(self) -> str:
        """The `nonce`: proves that a token was made for this attempt."""
        return self._afgeleid("nonce")

    @property
    def bewijs(self) -> str:
        """The `code_verifier`: a code is worth nothing without it (PKCE)."""
        return self._afgeleid("code_verifier")

    def _afgeleid(self, waarvoor: str) -> str:
        afdruk = hmac.digest(self.geheim.encode(), f"{waarvoor} {self.begon}".encode(), "sha256")
        return base64.urlsafe_b64encode(afdruk).rstrip(b"=").decode()


def is_staat(een: str, ander: str) -> bool:
    """Compare two states, in a time that tells nothing of where they differ."""
    return hmac.compare_digest(
        hashlib.sha256(een.encode(errors="replace")).digest(),
        hashlib.sha256(ander.encode(errors="replace")).digest(),
    )
