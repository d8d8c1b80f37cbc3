"""De ingang van Teams: `/api/messages`, waar het Bot Framework zijn activiteiten brengt."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Final

from aiohttp import web
from pydantic import ValidationError

from bot.bezorgen import Bezorging
from bot.gesprekken import Gesprekken
from bot.grenzen import Grenzen
from bot.kanalen.teams.activiteit import KANAAL, Activiteit
from bot.kanalen.teams.bezorger import Bezorger, is_lokaal, sessie
from bot.kanalen.teams.kanaal import Teams
from bot.kanalen.teams.uitbreiding import ZOEKEN, Zoekvraag, zoek
from bot.kanalen.teams.weergave import zoekantwoord
from bot.klok import Klok
from bot.poortwachter import Geweigerd, lees_json
from bot.terzijde import naslaand
from dialogs.teksten import tekst

PAD: Final = "/api/messages"
_AANROEP: Final = "invoke"


Bewijs = Callable[[web.Request, Activiteit], Awaitable[str]]
"""Gives the tenant that the channel signed for; empty when nobody did."""


async def onbewezen(_verzoek: web.Request, _activiteit: Activiteit) -> str:
    """Take nothing of who somebody says to be for proved: who is on this machine may try."""
    return ""


class Ingang:
    """Checks what comes in over HTTP, and hands it to the conversation."""

    def __init__(
        self,
        gesprekken: Gesprekken,
        bezorging: Bezorging,
        grenzen: Grenzen,
        klok: Klok,
        bewijs: Bewijs = onbewezen,
    ) -> None:
        self._teams = Teams(gesprekken)
        self._bezorging = bezorging
        self._grenzen = grenzen
        self._klok = klok
        self._bewijs = bewijs

    def koppel(self, app: web.Application) -> None:
        """Serve this channel in an application."""
        app.router.add_post(PAD, self._berichten)
        app.cleanup_ctx.append(self._verbonden)

    async def _verbonden(self, _: web.Application) -> AsyncIterator[None]:
        async with sessie() as open_:
            self._bezorging.sluit_aan(KANAAL, Bezorger(open_, self._klok).bezorg)
            yield

    async def _berichten(self, verzoek: web.Request) -> web.Response:
        if verzoek.content_type != "application/json":
            raise Geweigerd(415, tekst("bot.geweigerd_soort"))
        activiteit = _lees(await lees_json(verzoek))
        activiteit.is_getekend(await self._bewijs(verzoek, activiteit))
        if not is_lokaal(activiteit.service_url):
            raise Geweigerd(403, tekst("bot.geweigerd_adres"))
        if activiteit.type == _AANROEP:
            if not self._grenzen.zoeken.neem(activiteit.wie().eigenaar()):
                raise Geweigerd(429, tekst("bot.te_snel"))
            # Answered over the same request, and not through the connector as messages are.
            zoekvraag = _zoekvraag(activiteit)
            return web.json_response(await naslaand(lambda: zoekantwoord(zoek(zoekvraag))))
        await self._teams.ontvang(activiteit)
        return web.Response()


def _zoekvraag(activiteit: Activiteit) -> Zoekvraag:
    """Read what an invoke looks up; another kind of invoke is not built, as the protocol says.

    Raises:
        Geweigerd: it is another kind, or its value is not as Teams sends it.
    """
    if activiteit.naam != ZOEKEN:
        raise Geweigerd(501, tekst("bot.geweigerd_aanroep"))
    try:
        return Zoekvraag.model_validate(activiteit.waarde, by_alias=True, by_name=False)
    except ValidationError as fout:
        veld = _veld(fout, "value")
    raise Geweigerd(400, tekst("bot.geweigerd_veld", veld=veld))


def _lees(gelezen: dict[str, Any]) -> Activiteit:
    """Check what a request says.

    Raises:
        Geweigerd: it is not an activity we can use; the reason names the field.
    """
    try:
        return Activiteit.model_validate(gelezen, by_alias=True, by_name=False)
    except ValidationError as fout:
        veld = _veld(fout)
    raise Geweigerd(400, tekst("bot.geweigerd_veld", veld=veld))


def _veld(fout: ValidationError, *voor: str) -> str:
    """Name the field that is wrong; its value may be what somebody typed."""
    plek = fout.errors(include_input=False)[0]["loc"]
    return ".".join(str(deel) for deel in (*voor, *plek))
