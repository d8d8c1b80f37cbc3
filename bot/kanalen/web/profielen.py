"""Wie er op de bladzijde spreekt zolang niemand zich aanmeldt: een profiel, om te proberen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Final

from aiohttp import web

from bot.aanmelden.ontvangst import VOOR, Afmelden, Binnen
from bot.poortwachter import Geweigerd
from bot.wie import Wie
from dialogs.teksten import tekst

KANAAL: Final = "web"
GESPREK: Final = "web"
"""One conversation for each person, however many pages show it."""
PROFIELEN: Final = ("professional", "privacy_officer")
"""Roles to try, as long as nobody signs in."""


class Uitproberen:
    """Lets everybody on this machine in, as the profile in the address. It proves nothing."""

    def routes(self, bij_afmelden: Afmelden) -> list[web.AbstractRouteDef]:  # noqa: ARG002 - nobody signs out
        """See `Ontvangst.routes`."""
        return []

    async def verbonden(self, _: web.Application) -> AsyncIterator[None]:
        """See `Ontvangst.verbonden`."""
        yield

    async def binnen(self, verzoek: web.Request) -> Binnen:
        """See `Ontvangst.binnen`."""
        profiel = verzoek.query.get(VOOR, PROFIELEN[0])
        if profiel not in PROFIELEN:
            raise Geweigerd(400, tekst("bot.geweigerd_profiel"))
        return Binnen(Wie(KANAAL, profiel, rollen=frozenset({profiel})), profiel=profiel)

    async def nog_binnen(self, binnen: Binnen, *, bezig: bool) -> bool:  # noqa: ARG002 - as above
        """See `Ontvangst.nog_binnen`."""
        return True

    def aanmeldadres(self) -> str | None:
        """See `Ontvangst.aanmeldadres`."""
        return None

    def afmeldadres(self) -> str | None:
        """See `Ontvangst.afmeldadres`."""
        return None
