"""Wie er op de bladzijde spreekt: een profiel, zolang niemand zich aanmeldt."""

from __future__ import annotations

from typing import Final

from aiohttp import web

from bot.poortwachter import Geweigerd
from bot.wie import Wie
from dialogs.teksten import tekst

KANAAL: Final = "web"
GESPREK: Final = "web"
"""One conversation for each profile, however many pages show it."""
PROFIELEN: Final = ("professional", "privacy_officer")
"""Roles to try, as long as nobody signs in."""


def wie_van(verzoek: web.Request) -> Wie:
    """Return who speaks: the profile in the address.

    Raises:
        Geweigerd: there is no such profile.
    """
    profiel = verzoek.query.get("profiel", PROFIELEN[0])
    if profiel not in PROFIELEN:
        raise Geweigerd(400, tekst("bot.geweigerd_profiel"))
    return Wie(KANAAL, profiel, rollen=frozenset({profiel}))
