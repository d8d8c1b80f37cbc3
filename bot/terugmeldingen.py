"""`python app.py kennis terugmeldingen`: wat mensen meldden over oordelen en onderwerpen.

For whoever maintains the knowledge. Nothing of anybody's weighing is in it.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from bot.opslag.poort import Opslag, Terugmeldregel
from dialogs.beeld import melden
from dialogs.teksten import tekst
from dialogs.weergave import dag


async def doe(opslag: Opslag, *, als_json: bool) -> None:
    """List every report on standard output, the most frequent first."""
    alles = await opslag.terugmeldingen()
    if als_json:
        json.dump([_als_json(regel) for regel in alles], sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
        return
    for regel in alles:
        sys.stdout.write(f"{_in_woorden(regel)}\n")
    if not alles:
        sys.stdout.write(f"{tekst('melden.niets')}\n")


def _als_json(regel: Terugmeldregel) -> dict[str, object]:
    return {
        **asdict(regel.melding),
        "aantal": regel.aantal,
        "laatst": regel.laatst.isoformat(),
    }


def _in_woorden(regel: Terugmeldregel) -> str:
    melding = regel.melding
    return tekst(
        "melden.regel",
        aantal=str(regel.aantal),
        ids=", ".join(melding.ids),
        # A reason that a later version does not give any more is shown by its id.
        reden=melden.redenen(melding.over).get(melding.reden, melding.reden),
        kennis=melding.kennis,
        laatst=dag(regel.laatst),
    )
