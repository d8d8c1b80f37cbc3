"""`python app.py versleutel`: alles wat bewaard is onder de sleutel van nu."""

from __future__ import annotations

import sys

from bot.fouten import BotFout
from bot.opslag.omzetten import Versleuteld
from dialogs.teksten import tekst


class SleutelOntbreektNog(BotFout):
    """No key is set to encrypt with."""

    sleutel = "bot.versleutel_zonder_sleutel"


def vertel(gedaan: Versleuteld) -> None:
    """Say on standard output what was sealed anew, and what may go now."""
    regels = [tekst("bot.versleuteld", aantal=str(gedaan.rijen))]
    if gedaan.onleesbaar:
        regels.append(tekst("bot.versleuteld_onleesbaar", aantal=str(gedaan.onleesbaar)))
    else:
        regels.append(tekst("bot.versleuteld_klaar"))
    if not gedaan.schoon:
        regels.append(tekst("bot.versleuteld_resten"))
    sys.stdout.write("\n".join(regels) + "\n")
