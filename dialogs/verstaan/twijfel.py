"""Twijfel: een tekst zegt twee dingen over hetzelfde. Dan kiest de gebruiker, niet de bot.

What clashes waits beside what was understood, and is asked first. Whoever chooses has confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from dialogs.dossier import Dossier, Twijfel, Voorgesteld, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, Vraag
from dialogs.lezen import Lezing
from knowledge.feiten import GRENZEN

_OF: Final = re.compile(r"\b(\d{1,2}) (?:of|a|à|tot|/) (\d{1,2})\b")


def uit(dossier: Dossier, lezing: Lezing, zin: str, behalve: str = "") -> tuple[Twijfel, ...]:
    """Return what this reading gives in more than one way; not what `behalve` asks itself."""
    gevonden = []
    for feit, lezingen in (*_tegenstrijdig(lezing), *_leeftijden(lezing, zin)):
        sleutel = _sleutel(dossier, VRAGEN.get(feit))
        if sleutel is None or sleutel == behalve:
            continue
        antwoord = dossier.antwoorden.get(sleutel)
        if antwoord is None or all(antwoord.waarde != waarde for waarde, _ in lezingen):
            gevonden.append(
                tuple(
                    Voorgesteld(sleutel=sleutel, waarde=waarde, woorden=woorden)
                    for waarde, woorden in lezingen
                )
            )
    return tuple(gevonden)


def _tegenstrijdig(lezing: Lezing) -> Iterator[tuple[str, list[tuple[Any, str]]]]:
    for feit, vondsten in (lezing.tegenstrijdig or {}).items():
        langste: dict[str, tuple[Any, str]] = {}
        for vondst in sorted(vondsten, key=lambda v: v.begin):
            eerder = langste.get(repr(vondst.waarde))
            if eerder is None or len(vondst.woorden) > len(eerder[1]):
                langste[repr(vondst.waarde)] = (vondst.waarde, vondst.woorden)
        yield feit, list(langste.values())


def _leeftijden(lezing: Lezing, zin: str) -> Iterator[tuple[str, list[tuple[Any, str]]]]:
    """Take '17 of 18' for two ages, where one of them was read."""
    gevonden = _OF.search(zin.lower())
    laagste, hoogste = GRENZEN["leeftijd"]
    if gevonden is None or "leeftijd" in (lezing.tegenstrijdig or {}):
        return
    jaren = [int(gevonden[1]), int(gevonden[2])]
    if lezing.feiten.get("leeftijd") in jaren and laagste <= min(jaren) <= max(jaren) <= hoogste:
        yield "leeftijd", [(jaar, gevonden[0]) for jaar in jaren]


def _sleutel(dossier: Dossier, vraag: Vraag | None) -> str | None:
    if vraag is None or vraag.open_norm or not vraag.een_waarde:
        return None
    doelen = feitenblad.doelen(dossier)
    if vraag.per_doel and len(doelen) > 1:
        return None
    return Keer(vraag, doelen[0] if vraag.per_doel else None).sleutel
