"""Opwarmen: lezen wat de eerste beurt nodig heeft, voordat er iemand is."""

from __future__ import annotations

import gc
from typing import Final

from bot.deur import ontvang
from bot.klok import nu
from dialogs import gesprek
from dialogs.bedoeling import Gezegd
from dialogs.teksten import tekst

_OPRUIMEN: Final = (10_000, 20, 100)
"""After so many new objects the collector looks at the youngest, then at older, then at all.

What turns keep for each other is hundreds of thousands of objects, of which hardly one ever is
part of a circle. Looking at all of them as often as Python does by itself took half of the dearest
turns.
"""


def warm_op() -> None:
    """Take a turn of nobody, so that all lists are read; then keep these out of every clean-up.

    The collector of Python goes through all there is. Hundreds of thousands of words that never go
    away would hold a turn up for as long as the turn itself takes.
    """
    moment = nu()
    binnen = ontvang(tekst("gesprek.groet"))
    begin = gesprek.begroet(gesprek.nieuw("", moment.date()), moment)
    beurt = gesprek.beantwoord(begin.dossier, Gezegd(binnen.tekst or ""), moment)
    gesprek.toets(beurt.dossier, moment)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_OPRUIMEN)
