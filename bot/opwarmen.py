"""Opwarmen: lezen wat de eerste beurt nodig heeft, voordat er iemand is."""

from __future__ import annotations

import gc

from bot.deur import ontvang
from bot.klok import nu
from dialogs import gesprek
from dialogs.bedoeling import Gezegd
from dialogs.teksten import tekst


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
