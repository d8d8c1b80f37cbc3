"""The error root of this room; the only place where errors become words for a user."""

from __future__ import annotations

from typing import ClassVar

from dialogs.teksten import tekst


class BotFout(Exception):
    """Root of every error this room raises; knows the key of the sentence that explains it."""

    sleutel: ClassVar[str] = "bot.onverwacht"

    def __init__(self, **invulling: str) -> None:
        """Remember what to fill in: settings, paths and ports, never what was said."""
        super().__init__(*invulling.values())
        self.invulling = invulling

    def in_woorden(self) -> str:
        """Return one Dutch sentence for whoever is at the other side."""
        return tekst(self.sleutel, **self.invulling)


class PoortBezet(BotFout):
    """Another program already listens on the port."""

    sleutel = "bot.poort_bezet"


class AdresOnbekend(BotFout):
    """The address to listen on is none of this machine."""

    sleutel = "bot.adres_onbekend"
