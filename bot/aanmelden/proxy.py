"""Een eigen proxy zegt wie er binnenkomt, in een kop die alleen hij mag sturen."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import AsyncIterator, Sequence
from typing import Final

from aiohttp import web

from bot.aanmelden.ontvangst import Afmelden, Binnen, niet_aangemeld
from bot.adressen import Netwerk
from bot.poortwachter import Geweigerd
from bot.wie import Wie, vast
from dialogs.teksten import tekst

KANAAL: Final = "web"
GEHEIM: Final = "X-Weegwijzer-Geheim"
_LANGSTE_NAAM: Final = 200


class Proxy:
    """Lets in whom the proxy names. It signs people in and out; we keep no session."""

    def __init__(
        self, kop: str, adressen: Sequence[Netwerk], geheim: str | None, afmelden: str | None
    ) -> None:
        self._kop = kop
        self._adressen = tuple(adressen)
        self._geheim = geheim
        self._afmelden = afmelden

    def routes(self, bij_afmelden: Afmelden) -> list[web.AbstractRouteDef]:  # noqa: ARG002 - signing out is the proxy's
        """See `Ontvangst.routes`."""
        return []

    async def verbonden(self, _: web.Application) -> AsyncIterator[None]:
        """See `Ontvangst.verbonden`."""
        yield

    async def binnen(self, verzoek: web.Request) -> Binnen:
        """See `Ontvangst.binnen`."""
        if not self._is_de_proxy(verzoek):
            raise Geweigerd(403, tekst("bot.geweigerd_proxy"))
        namen = verzoek.headers.getall(self._kop, [])
        if not namen or namen == [""]:
            raise niet_aangemeld()
        if len(namen) > 1 or not _is_naam(namen[0]):
            raise Geweigerd(400, tekst("bot.geweigerd_naam"))
        return Binnen(Wie(KANAAL, vast(namen[0]), bewezen=True), namen[0])

    async def nog_binnen(self, binnen: Binnen, *, bezig: bool) -> bool:  # noqa: ARG002 - as above
        """See `Ontvangst.nog_binnen`."""
        return True

    def aanmeldadres(self) -> str | None:
        """See `Ontvangst.aanmeldadres`."""
        return None

    def afmeldadres(self) -> str | None:
        """See `Ontvangst.afmeldadres`."""
        return self._afmelden

    def _is_de_proxy(self, verzoek: web.Request) -> bool:
        """Tell whether the other end of this connection is the proxy; no header says that."""
        try:
            adres = ipaddress.ip_address(verzoek.remote or "")
        except ValueError:
            return False
        if isinstance(adres, ipaddress.IPv6Address) and adres.ipv4_mapped is not None:
            adres = adres.ipv4_mapped
        if not any(adres in netwerk for netwerk in self._adressen):
            return False
        if self._geheim is None:
            return True
        gezegd = verzoek.headers.getall(GEHEIM, [])
        if len(gezegd) != 1:
            return False
        return hmac.compare_digest(
            gezegd[0].encode(errors="replace"), self._geheim.encode(errors="replace")
        )


def _is_naam(waarde: str) -> bool:
    """Tell whether this names one person: a comma is how two headers are put together into one."""
    lang = len(waarde) > _LANGSTE_NAAM
    return not lang and waarde.isprintable() and "," not in waarde and waarde == waarde.strip()
