"""De ontvangst: wie er met een verzoek binnenkomt. Drie vormen: proberen, aanmelden, een proxy."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Final, Protocol

from aiohttp import web

from bot.poortwachter import Geweigerd
from bot.wie import Wie
from dialogs.teksten import tekst

VOOR: Final = "profiel"
"""Names, in an address, for whom the page asks it."""


@dataclass(frozen=True, slots=True)
class Binnen:
    """Somebody who came in."""

    wie: Wie
    naam: str = ""
    """What they call themselves; shown to them, and kept no longer than they are in."""
    profiel: str = ""
    """The profile they try, where nobody signs in."""
    sessie: str = ""
    """What is over once they sign out; empty where that is not ours to say."""

    @property
    def merk(self) -> str:
        """What tells the page of one from that of another, and says nothing of who it is."""
        return self.profiel or hashlib.sha256(self.wie.eigenaar().encode()).hexdigest()[:32]


Afmelden = Callable[[str], Awaitable[None]]
"""Closes what is open of a session."""


class Ontvangst(Protocol):
    """Tells who comes in over HTTP."""

    def routes(self, bij_afmelden: Afmelden) -> list[web.AbstractRouteDef]:
        """Return what one comes in and goes out by."""

    def verbonden(self, app: web.Application) -> AsyncIterator[None]:
        """Hold what is needed for as long as the server runs."""

    async def binnen(self, verzoek: web.Request) -> Binnen:
        """Return who sends this.

        Raises:
            Geweigerd: nobody we know, with 401 when signing in would help.
            OpslagFout: storage cannot be used now; so do the others.
        """

    async def nog_binnen(self, binnen: Binnen, *, bezig: bool) -> bool:
        """Tell whether somebody is still in; `bezig`: they are doing something now."""

    def aanmeldadres(self) -> str | None:
        """Return where one comes in who is not; None where there is no such place."""

    def afmeldadres(self) -> str | None:
        """Return where one goes out; None where one cannot."""


async def wie_vraagt(ontvangst: Ontvangst, verzoek: web.Request) -> Binnen:
    """Return who sends this, and check that the page was opened for the same person.

    Two people may use one browser: what the page of one still had to send is not of the other.

    Raises:
        Geweigerd: nobody we know, or another than the page was for.
    """
    binnen = await ontvangst.binnen(verzoek)
    if verzoek.query.get(VOOR, binnen.merk) != binnen.merk:
        raise Geweigerd(409, tekst("bot.geweigerd_ander"))
    return binnen


def niet_aangemeld() -> Geweigerd:
    """Return the refusal of who did not sign in, or not any more."""
    return Geweigerd(401, tekst("bot.geweigerd_aanmelden"))
