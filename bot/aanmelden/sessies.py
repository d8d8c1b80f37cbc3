"""Sessies: wie zich aanmeldde, en hoelang dat geldt.

Kept in storage, so that it does not matter which process gets the next request. What the browser
holds is a number; storage has only its hash, so who reads storage cannot come in with it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.klok import Klok
from bot.opslag.poort import DocumentOnleesbaar, Opslag, OpslagConflict

LANGST: Final = dt.timedelta(hours=10)
"""Then one signs in again, whatever one is doing: a working day."""
STIL: Final = dt.timedelta(hours=1)
"""After so long without doing anything."""
_BIJWERKEN: Final = dt.timedelta(minutes=5)
"""How often it is written down that somebody is still there."""
_OPRUIMEN: Final = dt.timedelta(minutes=30)
_SOORT: Final = "sessie"
_NUMMER: Final = re.compile(r"[A-Za-z0-9_-]{43}")


class Persoon(BaseModel):
    """Who signed in, as the other side proved."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tenant: str
    id: str
    naam: str = ""


class Sessie(BaseModel):
    """Somebody who is in."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    persoon: Persoon
    begon: dt.datetime
    laatst: dt.datetime

    @classmethod
    def lees(cls, inhoud: dict[str, Any]) -> Self | None:
        """Read what was stored; None for what is no session (any more)."""
        try:
            return cls.model_validate(inhoud)
        except ValidationError:
            return None

    def leeft(self, nu: dt.datetime) -> bool:
        """Tell whether this still counts."""
        return self.begon <= nu < min(self.begon + LANGST, self.laatst + STIL)


class Sessies:
    """Begins, finds and ends sessions. Every method may raise `OpslagFout`."""

    def __init__(
        self,
        opslag: Opslag,
        klok: Klok,
        nummer: Callable[[], str] = lambda: secrets.token_urlsafe(32),
    ) -> None:
        self._opslag = opslag
        self._klok = klok
        self._nummer = nummer
        self._opgeruimd: dt.datetime | None = None

    async def begin(self, persoon: Persoon) -> str:
        """Let somebody in; return the number their browser gets. It was never given before."""
        await self._ruim_op()
        nummer, nu = self._nummer(), self._klok()
        sessie = Sessie(persoon=persoon, begon=nu, laatst=nu)
        await self._opslag.bewaar(sleutel_van(nummer), sessie.model_dump(mode="json"), None)
        return nummer

    async def vind(self, sleutel: str, *, bezig: bool = True) -> Sessie | None:
        """Return a session that still counts; `bezig`: somebody is doing something in it."""
        try:
            document = await self._opslag.laad(sleutel)
        except DocumentOnleesbaar:
            return None
        sessie = None if document is None else Sessie.lees(document.inhoud)
        nu = self._klok()
        if document is None or sessie is None or not sessie.leeft(nu):
            return None
        if bezig and nu - sessie.laatst >= _BIJWERKEN:
            erna = sessie.model_copy(update={"laatst": nu})
            with suppress(OpslagConflict):  # another request was first, with the same news
                await self._opslag.bewaar(sleutel, erna.model_dump(mode="json"), document.versie)
        return sessie

    async def eindig(self, sleutel: str) -> None:
        """Let somebody out; no matter whether they were in."""
        await self._opslag.verwijder(sleutel)

    async def _ruim_op(self) -> None:
        """Forget, now and then, the sessions that are over."""
        nu = self._klok()
        if self._opgeruimd is not None and nu - self._opgeruimd < _OPRUIMEN:
            return
        self._opgeruimd = nu
        begin = _sleutel("").removesuffix('"]')
        for sleutel, inhoud in await self._opslag.ruw(begin):
            sessie = _als_sessie(inhoud)
            if sleutel.startswith(begin) and (sessie is None or not sessie.leeft(nu)):
                await self._opslag.verwijder(sleutel)


def sleutel_van(nummer: str) -> str:
    """Return the key under which the session with this number is kept."""
    return _sleutel(hashlib.sha256(nummer.encode()).hexdigest())


def is_nummer(waarde: str | None) -> bool:
    """Tell whether a browser could have got this from us."""
    return waarde is not None and _NUMMER.fullmatch(waarde) is not None


def _sleutel(afdruk: str) -> str:
    # No channel is called so: it never meets the key of a conversation.
    return json.dumps([_SOORT, afdruk], separators=(",", ":"))


def _als_sessie(inhoud: str) -> Sessie | None:
    try:
        return Sessie.model_validate_json(inhoud)
    except ValidationError:
        return None
