"""`python app.py uitgaand`: wat er nog uit moet en wat is opgegeven, voor de beheerder.

Numbers, channels and why it failed. What a message says is shown to nobody.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sys
from typing import Final

from bot.opslag.poort import Opslag
from bot.opslag.uitgaand import Uitgaandregel
from dialogs.teksten import tekst

_AFDRUK: Final = 8


async def doe(opslag: Opslag, argumenten: list[str], nu: dt.datetime) -> bool:
    """List what was not delivered, try a dead message anew, or remove one.

    Args:
        opslag: where it is kept.
        argumenten: nothing or `--json`; `opnieuw` or `wis` with a number.
        nu: the time.

    Returns:
        Whether that can be done.

    Raises:
        OpslagFout: storage cannot be used now.
    """
    match argumenten:
        case [] | ["--json"]:
            _toon(await opslag.uitgaand(), als_json=bool(argumenten))
            return True
        case ["opnieuw", nummer] if _is_nummer(nummer):
            gelukt = await opslag.herleef(int(nummer), nu)
            zin = "bot.uitgaand_opnieuw"
        case ["wis", nummer] if _is_nummer(nummer):
            gelukt = await opslag.wis_uitgaand(int(nummer))
            await opslag.maak_schoon()
            zin = "bot.uitgaand_gewist"
        case _:
            return False
    if gelukt:
        _zeg(tekst(zin))
    return gelukt


def _is_nummer(woord: str) -> bool:
    return woord.isascii() and woord.isdigit() and len(woord) <= 18


def _toon(regels: tuple[Uitgaandregel, ...], *, als_json: bool) -> None:
    if als_json:
        json.dump([_als_json(regel) for regel in regels], sys.stdout, indent=2)
        sys.stdout.write("\n")
        return
    for regel in regels:
        stand = "bot.uitgaand_dood" if regel.dood else "bot.uitgaand_wacht"
        velden = {naam: str(waarde) for naam, waarde in _als_json(regel).items()}
        _zeg(tekst(stand, **velden))
    if not regels:
        _zeg(tekst("bot.niets_uitgaand"))


def _als_json(regel: Uitgaandregel) -> dict[str, object]:
    return {
        "nummer": regel.nummer,
        # The same for all of one conversation, and nothing of who speaks in it.
        "gesprek": hashlib.sha256(regel.sleutel.encode()).hexdigest()[:_AFDRUK],
        "kanaal": regel.kanaal,
        "pogingen": regel.pogingen,
        "reden": regel.reden,
        "na": regel.na.isoformat(timespec="seconds"),
        "dood": regel.dood and regel.dood.isoformat(timespec="seconds"),
    }


def _zeg(regel: str) -> None:
    sys.stdout.write(f"{regel}\n")
