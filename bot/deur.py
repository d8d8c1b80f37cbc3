"""Aan de deur: wat er binnenkomt schoonmaken, weigeren of afschermen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.bewaker import LABELS, Bewaakt, bewaak
from dialogs.beurt import Bericht
from dialogs.teksten import tabel, tekst
from dialogs.verstaan.antwoord import MAX_TEKST

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
    namen: tuple[str, ...] = ()
    """What was masked as a name: for memory only, never to be stored or logged."""


def schoon(ruw: str) -> str:
    """Drop control characters, invisible characters and halves of characters."""
    if ruw.isascii() and ruw.isprintable():
        return ruw.strip()
    ruw = _VERBINDER.sub("", _REGELEINDE.sub("\n", ruw))
    return "".join(
        teken for teken in ruw if teken in _MAG or unicodedata.category(teken) not in _WEG
    ).strip()


def ontvang(ruw: str, kanaal: str = "", geen_naam: Callable[[str], bool] | None = None) -> Binnen:
    """Let a message in, or say kindly why not. What comes out holds no known identifier.

    Args:
        ruw: as it came in.
        kanaal: where it was said, to tell how to take it away there.
        geen_naam: tells of a name that it was a false alarm in this conversation.
    """
    if len(ruw) > MAX_TEKST:
        return Binnen(None, (waarschuwing(tekst("bot.te_lang", max=str(MAX_TEKST))),))
    gewoon = schoon(ruw)
    if not gewoon:
        return Binnen(None, (waarschuwing(tekst("bot.leeg")),))
    bewaakt = bewaak(gewoon, geen_naam=geen_naam)
    if not bewaakt.gevonden:
        return Binnen(gewoon)
    namen = tuple(gewoon[v.begin : v.einde] for v in bewaakt.gevonden if v.soort == "persoon")
    return Binnen(bewaakt.tekst, (waarschuwing(_weggehaald(bewaakt, kanaal)),), namen)


def _weggehaald(bewaakt: Bewaakt, kanaal: str) -> str:
    """Say what was hidden, why, what stands there now, and what the channel itself still holds."""
    *eerste, laatste = (tekst(f"bot.soort_{soort}") for soort in bewaakt.soorten)
    wat = f"{', '.join(eerste)} {tekst('bot.en')} {laatste}" if eerste else laatste
    labels = ", ".join(dict.fromkeys(LABELS[soort] for soort in bewaakt.soorten))
    zinnen = [tekst("bot.gemaskeerd", wat=wat, labels=labels)]
    if "persoon" in bewaakt.soorten:
        zinnen.append(tekst("bot.geen_naam_hulp"))
    zinnen.append(tabel("wissen").get(kanaal, tabel("wissen")["anders"]))
    return "\n\n".join(zinnen)


def waarschuwing(zin: str) -> Bericht:
    """Return a message that something is the matter."""
    return Bericht(soort="waarschuwing", tekst=zin)
