"""Aan de deur: wat er binnenkomt schoonmaken, weigeren of afschermen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.bewaker import LABELS, Soort, bewaak
from bot.tekens import leesbaar
from dialogs.beeld.gezegd import Gezegde, Waarschuwing, Zin, waarschuwing
from dialogs.dossier.vragen import MAX_TEKST
from dialogs.teksten import heeft, tekst

_REGELEINDE: Final = re.compile(r"\r\n?|[\u2028\u2029\x85\v\f]")
# A joiner keeps the parts of an emoji together; between letters it only hides something.
_VERBINDER: Final = re.compile(r"(?<=\w)\u200d|\u200d(?=\w)")
_WEG: Final = {"Cc", "Cf", "Cs", "Co"}
_MEESTE_DELEN: Final = 100
"""More values in one field than any question has choices or data items."""
_HOOGSTENS_TEKENS: Final = 3 * MAX_TEKST
"""In all fields of a form together: more than anybody writes in one."""
_HOOGSTENS_STUKJES: Final = 600
_STUKJE: Final = ",;.:?!\n"
"""What ends a part of a text. Of a full message of Dutch a quarter of the bound."""
_MAG: Final = set("\n\t\u200d")


@dataclass(frozen=True, slots=True)
class Binnen:
    """What came in: text for the dialog, or a refusal; and what to say first."""

    tekst: str | None
    vooraf: tuple[Gezegde, ...] = ()
    namen: tuple[str, ...] = ()
    """What was masked as a name: for memory only, never to be stored or logged."""


def schoon(ruw: str) -> str:
    """Undo codes for characters; drop control and invisible ones, and halves of characters."""
    ruw = leesbaar(ruw)
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
    if (nee := _te_veel(ruw)) is not None:
        return Binnen(None, (nee,))
    gewoon = schoon(ruw)
    if not gewoon:
        return Binnen(None, (waarschuwing("bot.leeg"),))
    bewaakt = bewaak(gewoon, geen_naam=geen_naam)
    if not bewaakt.gevonden:
        return Binnen(gewoon)
    namen = tuple(gewoon[v.begin : v.einde] for v in bewaakt.gevonden if v.soort == "persoon")
    return Binnen(bewaakt.tekst, (_weggehaald(bewaakt.soorten, kanaal),), namen)


def ontvang_formulier(
    waarden: Mapping[str, Any], kanaal: str = "", geen_naam: Callable[[str], bool] | None = None
) -> tuple[dict[str, Any], Binnen]:
    """Let a form in: every text in it goes the way of a message.

    Returns:
        The values without known identifiers, and what is to be said of that; its `tekst` is None
        when the form is refused.
    """
    if (nee := _formulier_te_veel(waarden)) is not None:
        return {}, Binnen(None, (nee,))
    masker = _Masker(geen_naam)
    schoon_ = {str(sleutel): masker.waarde(waarde) for sleutel, waarde in waarden.items()}
    soorten = tuple(dict.fromkeys(masker.soorten))
    vooraf = (_weggehaald(soorten, kanaal),) if soorten else ()
    return schoon_, Binnen("", vooraf, tuple(masker.namen))


def past(ruw: str) -> bool:
    """Tell whether a text may be read at all."""
    return _te_veel(ruw) is None


def _te_veel(ruw: str) -> Waarschuwing | None:
    """Refuse a text before anything reads it: each reader goes by its length and its parts."""
    if len(ruw) > MAX_TEKST:
        return waarschuwing("bot.te_lang", max=str(MAX_TEKST))
    if sum(map(ruw.count, _STUKJE)) > _HOOGSTENS_STUKJES:
        return waarschuwing("bot.te_veel_stukjes")
    return None


def _formulier_te_veel(waarden: Mapping[str, Any]) -> Waarschuwing | None:
    delen = [
        deel
        for waarde in waarden.values()
        for deel in (waarde[:_MEESTE_DELEN] if isinstance(waarde, list) else (waarde,))
        if isinstance(deel, str)
    ]
    if sum(map(len, delen)) > _HOOGSTENS_TEKENS:
        return waarschuwing("bot.te_lang", max=str(MAX_TEKST))
    return next((nee for deel in delen if (nee := _te_veel(deel)) is not None), None)


class _Masker:
    """Masks the texts of one form, and remembers what it hid."""

    def __init__(self, geen_naam: Callable[[str], bool] | None) -> None:
        self._geen_naam = geen_naam
        self.soorten: list[Soort] = []
        self.namen: list[str] = []

    def waarde(self, waarde: Any) -> Any:
        """Return a value of a form with its texts masked; no field holds lists in a list."""
        if not isinstance(waarde, list):
            return self._deel(waarde)
        delen = [self._deel(deel) for deel in waarde[:_MEESTE_DELEN]]
        # What is left out makes the form wrong: cut short it would say something else.
        return delen if len(waarde) <= _MEESTE_DELEN else [*delen, None]

    def _deel(self, deel: Any) -> Any:
        if not isinstance(deel, str):
            return deel
        gewoon = schoon(deel)
        bewaakt = bewaak(gewoon, geen_naam=self._geen_naam)
        self.soorten += bewaakt.soorten
        self.namen += [gewoon[v.begin : v.einde] for v in bewaakt.gevonden if v.soort == "persoon"]
        return bewaakt.tekst


def _weggehaald(soorten: Sequence[Soort], kanaal: str) -> Waarschuwing:
    """Say what was hidden, why, what stands there now, and what the channel itself still holds."""
    *eerste, laatste = (tekst(f"bot.soort_{soort}") for soort in soorten)
    wat = f"{', '.join(eerste)} {tekst('bot.en')} {laatste}" if eerste else laatste
    labels = ", ".join(dict.fromkeys(LABELS[soort] for soort in soorten))
    zinnen = [Zin(sleutel="bot.gemaskeerd", invulling={"wat": wat, "labels": labels})]
    if "persoon" in soorten:
        zinnen.append(Zin(sleutel="bot.geen_naam_hulp"))
    wissen = f"wissen.{kanaal}"
    zinnen.append(Zin(sleutel=wissen if heeft(wissen) else "wissen.anders"))
    return Waarschuwing(zinnen=tuple(zinnen))
