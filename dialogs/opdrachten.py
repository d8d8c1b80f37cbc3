"""Opdrachten die altijd werken: terug, help, waarom, wijzig ..., open WW-2026-0001."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dialogs.begrip import plat
from dialogs.teksten import tabel


@dataclass(frozen=True, slots=True)
class Opdracht:
    """A command, with what it is about (`wijzig leeftijd`, `open WW-2026-0001`)."""

    naam: str
    over: str = ""


_KENMERK = re.compile(r"\bww-?(\d{4})-?(\d{1,6})\b")


def herken(tekst: str) -> Opdracht | None:
    """Return the command in a text, or None when it is an answer."""
    kaal = plat(tekst)
    if kaal.endswith("?"):
        kaal = kaal.rstrip("? ")
    vast = _vaste().get(kaal)
    if vast is not None:
        return Opdracht(vast)
    eerste, _, rest = kaal.partition(" ")
    if eerste in ("wijzig", "verander") and rest:
        return Opdracht("wijzig", rest)
    kenmerk = _KENMERK.search(kaal)
    if kenmerk and eerste in ("open", "toon", "lees", "nareken", "reken", "herbereken"):
        naam = "open" if eerste in ("open", "toon", "lees") else "nareken"
        return Opdracht(naam, f"WW-{kenmerk[1]}-{int(kenmerk[2]):04d}")
    if kenmerk and kenmerk[0] == kaal:
        return Opdracht("open", f"WW-{kenmerk[1]}-{int(kenmerk[2]):04d}")
    return None


@cache
def _vaste() -> dict[str, str]:
    return {plat(w): naam for naam, woorden in tabel("opdrachten").items() for w in woorden}
