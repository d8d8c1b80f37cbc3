"""Aan de deur: wat er binnenkomt schoonmaken, weigeren of afschermen."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from bot.bewaker import bewaak
from dialogs.begrip import MAX_TEKST
from dialogs.beurt import Bericht
from dialogs.teksten import tekst

_REGELEINDE: Final = re.compile(r"\r\n?|[\u2028\u2029\x85\v\f]")
# A joiner keeps the parts of an emoji together; between letters it only hides something.
_VERBINDER: Final = re.compile(r"(?<=\w)\u200d|\u200d(?=\w)")
_WEG: Final = {"Cc", "Cf", "Cs", "Co"}
_MAG: Final = set("\n\t\u200d")


@dataclass(frozen=True, slots=True)
class Binnen:
    """What came in: text for the dialog, or a refusal; and what to say first."""

    tekst: str | None
    vooraf: tuple[Bericht, ...] = ()


def schoon(ruw: str) -> str:
    """Drop control characters, invisible characters and halves of characters."""
    if ruw.isascii() and ruw.isprintable():
        return ruw.strip()
    ruw = _VERBINDER.sub("", _REGELEINDE.sub("\n", ruw))
    return "".join(
        teken for teken in ruw if teken in _MAG or unicodedata.category(teken) not in _WEG
    ).strip()


def ontvang(ruw: str) -> Binnen:
    """Let a message in, or say kindly why not. What comes out holds no known identifier."""
    if len(ruw) > MAX_TEKST:
        return Binnen(None, (waarschuwing(tekst("bot.te_lang", max=str(MAX_TEKST))),))
    gewoon = schoon(ruw)
    if not gewoon:
        return Binnen(None, (waarschuwing(tekst("bot.leeg")),))
    bewaakt = bewaak(gewoon)
    if not bewaakt.gevonden:
        return Binnen(gewoon)
    *eerste, laatste = (tekst(f"bot.soort_{soort}") for soort in bewaakt.soorten)
    wat = f"{', '.join(eerste)} {tekst('bot.en')} {laatste}" if eerste else laatste
    return Binnen(bewaakt.tekst, (waarschuwing(tekst("bot.gemaskeerd", wat=wat)),))


def waarschuwing(zin: str) -> Bericht:
    """Return a message that something is the matter."""
    return Bericht(soort="waarschuwing", tekst=zin)
