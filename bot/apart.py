"""`python app.py apart`: gesprekken die apart gelegd zijn, omdat het programma ze niet kon lezen.

For a person who looks after this machine. What was typed is in it: it goes to standard output and
nowhere else.
"""

from __future__ import annotations

import json
import sys
from typing import Final

from bot.documenten import APART
from bot.opslag.poort import Opslag
from dialogs.teksten import tekst

_WIS: Final = "wis"


async def doe(opslag: Opslag, argumenten: list[str]) -> bool:
    """List what was laid aside, show one by its number, or delete one (`wis NUMMER`).

    Returns:
        Whether that can be done; what stands on standard output is empty when not.
    """
    alles = await opslag.ruw(APART)
    wissen = argumenten[:1] == [_WIS]
    nummers = argumenten[1:] if wissen else argumenten
    if not nummers and not wissen:
        for nummer, (sleutel, _) in enumerate(alles, 1):
            _zeg(f"{nummer}. {_kop(sleutel)}")
        if not alles:
            _zeg(tekst("bot.niets_apart"))
        return True
    if len(nummers) != 1 or nummers[0] not in map(str, range(1, len(alles) + 1)):
        return False
    sleutel, inhoud = alles[int(nummers[0]) - 1]
    if wissen:
        await opslag.verwijder(sleutel)
        await opslag.maak_schoon()
        _zeg(tekst("bot.apart_gewist"))
    else:
        _zeg(_leesbaar(inhoud))
    return True


def _kop(sleutel: str) -> str:
    """Return when it was laid aside, and in which channel."""
    gesprek, _, wanneer = sleutel.rpartition(APART)
    try:
        kanaal = json.loads(f"{gesprek}]")[0]
    except (ValueError, LookupError, TypeError):
        kanaal = ""
    dag, tijd, *_ = [*wanneer.split(), "", ""]
    return f"{dag} {tijd} {kanaal}".strip()


def _leesbaar(inhoud: str) -> str:
    """Return it as JSON one can read, or as it is."""
    try:
        return json.dumps(json.loads(inhoud), ensure_ascii=False, indent=1)
    except (ValueError, RecursionError):
        return inhoud


def _zeg(regel: str) -> None:
    sys.stdout.write(f"{regel}\n")
