"""Aanmelden bij een aanbieder, en weer weg: de wegen en de koekjes."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Final

from aiohttp import web

from bot.aanmelden.aanbieder import Aanbieder, Klant
from bot.aanmelden.bladzijde import bladzijde
from bot.aanmelden.ontvangst import Afmelden, Binnen, niet_aangemeld
from bot.aanmelden.ophalen import ophaler
from bot.aanmelden.poging import DUUR, Poging, is_staat
from bot.aanmelden.sessies import Persoon, Sessies, is_nummer, sleutel_van
from bot.fouten import BotFout
from bot.klok import Klok
from bot.opslag.poort import Opslag
from bot.poortwachter import eis_herkomst
from bot.wie import Wie

log: Final = logging.getLogger(__name__)

KANAAL: Final = "web"
BINNEN: Final = "__Host-weegwijzer"
"""The cookie of who is in. Its name makes a browser refuse it from elsewhere or without TLS."""
_POGING: Final = "__Host-weegwijzer-poging-"
AANMELDEN: Final = "/aanmelden"
KIES: Final = "/aanmelden?kies"
"""Where one may come in as another than the provider thinks one is."""
TERUG: Final = "/aanmelden/terug"
AFMELDEN: Final = "/afmelden"
AFGEMELD: Final = "/afgemeld"
_TEGELIJK: Final = 5
"""So many attempts one browser may have, in as many tabs."""
_LANGSTE_CODE: Final = 4096


class Aanmelding:
    """Lets in who signed in with the provider, for as long as their session lasts."""

    def __init__(self, adres: str, klant: Klant, opslag: Opslag, klok: Klok) -> None:
        self._adres = adres
        self._klant = klant
        self._klok = klok
        self._sessies = Sessies(opslag, klok)
        self._bij_afmelden: Afmelden | None = None
        self._aanbieder: Aanbieder | None = None

    def routes(self, bij_afmelden: Afmelden) -> list[web.AbstractRouteDef]:
        """See `Ontvangst.routes`."""
        self._bij_afmelden = bij_afmelden
        return [
            web.get(AANMELDEN, self._aanmelden),
            web.get(TERUG, self._terug),
            web.post(AFMELDEN, self._afmelden),
            web.get(AFGEMELD, self._afgemeld),
        ]

    async def verbonden(self, _: web.Application) -> AsyncIterator[None]:
        """Hold the connections to the provider, for as long as the server runs."""
        async with ophaler() as open_:
            self._aanbieder = Aanbieder(self._klant, open_, self._klok)
            yield
            self._aanbieder = None

    async def binnen(self, verzoek: web.Request) -> Binnen:
        """See `Ontvangst.binnen`."""
        nummer = verzoek.cookies.get(BINNEN)
        if nummer is None or not is_nummer(nummer):
            raise niet_aangemeld()
        sleutel = sleutel_van(nummer)
        sessie = await self._sessies.vind(sleutel)
        if sessie is None:
            raise niet_aangemeld()
        return Binnen(_wie(sessie.persoon), sessie.persoon.naam, sessie=sleutel)

    async def nog_binnen(self, binnen: Binnen, *, bezig: bool) -> bool:
        """See `Ontvangst.nog_binnen`."""
        return await self._sessies.vind(binnen.sessie, bezig=bezig) is not None

    def aanmeldadres(self) -> str | None:
        """See `Ontvangst.aanmeldadres`."""
        return AANMELDEN

    def afmeldadres(self) -> str | None:
        """See `Ontvangst.afmeldadres`."""
        return AFMELDEN

    # --- de wegen

    async def _aanmelden(self, verzoek: web.Request) -> web.Response:
        poging = Poging.nieuw(self._klok())
        try:
            naar = await self._bij_aanbieder().aanmeldadres(poging, kies="kies" in verzoek.query)
        except BotFout as fout:
            return _mislukt(fout, 503)
        antwoord = _ga_naar(naar)
        eerder = [naam for naam in verzoek.cookies if naam.startswith(_POGING)]
        for naam in eerder[:-_TEGELIJK]:  # else what a browser sends along grows without end
            _zet(antwoord, naam, "", 0)
        duur = int(DUUR.total_seconds())
        _zet(antwoord, _koekje(poging.staat), poging.koekje(), duur)
        return antwoord

    async def _terug(self, verzoek: web.Request) -> web.Response:
        """Let somebody in who comes back from the provider; always to our own first page."""
        staat, code = verzoek.query.get("state", ""), verzoek.query.get("code", "")
        naam = _koekje(staat)
        poging = Poging.lees(verzoek.cookies.get(naam), self._klok())
        if poging is None or not is_staat(poging.staat, staat):
            log.warning("aanmelden: deze browser begon dit niet")
            return bladzijde(
                "aanmelden.mislukt", "aanmelden.verlopen", "aanmelden.opnieuw", AANMELDEN, 400
            )
        try:
            antwoord = await self._laat_in(verzoek, poging, code)
        except BotFout as fout:
            log.warning("aanmelden: %s", type(fout).__name__)
            antwoord = _mislukt(fout, 403)
        # Once only: who comes by here again comes from nowhere.
        _zet(antwoord, naam, "", 0)
        return antwoord

    async def _laat_in(self, verzoek: web.Request, poging: Poging, code: str) -> web.Response:
        if not code or len(code) > _LANGSTE_CODE:  # refused, or broken off at the other side
            return bladzijde(
                "aanmelden.mislukt",
                "aanmelden.afgebroken",
                "aanmelden.opnieuw",
                KIES,
                403,
            )
        persoon = await self._bij_aanbieder().persoon(poging, code)
        # Whoever was in with this browser is out first.
        await self._laat_uit(verzoek)
        antwoord = _ga_naar("/")
        _zet(antwoord, BINNEN, await self._sessies.begin(persoon), None)
        return antwoord

    async def _afmelden(self, verzoek: web.Request) -> web.Response:
        eis_herkomst(verzoek)
        await self._laat_uit(verzoek)
        naar = None
        with suppress(BotFout):  # then one stays signed in there; here one is out
            naar = await self._bij_aanbieder().afmeldadres(f"{self._adres}{AFGEMELD}")
        antwoord = web.json_response({"naar": naar or AFGEMELD})
        _zet(antwoord, BINNEN, "", 0)
        # Also what the page itself remembered of what was not sent yet.
        antwoord.headers["Clear-Site-Data"] = '"cache", "storage"'
        return antwoord

    async def _afgemeld(self, _: web.Request) -> web.Response:
        return bladzijde("aanmelden.afgemeld", "aanmelden.afgemeld_zin", "aanmelden.opnieuw", KIES)

    async def _laat_uit(self, verzoek: web.Request) -> None:
        nummer = verzoek.cookies.get(BINNEN)
        if nummer is None or not is_nummer(nummer):
            return
        sleutel = sleutel_van(nummer)
        await self._sessies.eindig(sleutel)
        if self._bij_afmelden is not None:
            await self._bij_afmelden(sleutel)

    def _bij_aanbieder(self) -> Aanbieder:
        if self._aanbieder is None:
            raise RuntimeError("the server does not run")
        return self._aanbieder


def _wie(persoon: Persoon) -> Wie:
    return Wie(KANAAL, persoon.id, persoon.tenant, bewezen=True)


def _mislukt(fout: BotFout, status: int) -> web.Response:
    return bladzijde("aanmelden.mislukt", fout.sleutel, "aanmelden.opnieuw", AANMELDEN, status)


def _koekje(staat: str) -> str:
    """Return the name of the cookie of an attempt: one may begin in two tabs at once."""
    return _POGING + "".join(teken for teken in staat[:8] if teken.isascii() and teken.isalnum())


def _zet(antwoord: web.Response, naam: str, waarde: str, duur: int | None) -> None:
    antwoord.set_cookie(
        naam, waarde, max_age=duur, path="/", secure=True, httponly=True, samesite="Lax"
    )


def _ga_naar(adres: str) -> web.Response:
    return web.Response(status=303, headers={"Location": adres})
