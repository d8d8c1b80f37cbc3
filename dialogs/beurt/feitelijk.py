"""Feiten, geen oordelen: wie een oordeel over iemand opschrijft, krijgt één keer een vraag."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dialogs.beeld.gezegd import Zin
from dialogs.dossier import Dossier
from dialogs.teksten import tabel
from dialogs.teksten.woorden import bevat


def naar_feiten(dossier: Dossier, teksten: Iterable[Any]) -> tuple[Dossier, tuple[Zin, ...]]:
    """Return a gentle question at the first phrase that judges; what was written stays.

    Args:
        dossier: with what was written in it.
        teksten: what was written now; what is no text judges nobody.
    """
    if dossier.stand.naar_feiten:
        return dossier, ()
    woord = _oordeelt(tekst for tekst in teksten if isinstance(tekst, str))
    if woord is None:
        return dossier, ()
    vraag = Zin(sleutel="feitelijk.vraag", invulling={"woord": woord}, over_jongere=True)
    return dossier.vroeg_naar_feiten(), (vraag,)


def _oordeelt(teksten: Iterable[str]) -> str | None:
    lijst = tabel("oordeelwoorden")["woorden"]
    return next((w for tekst in teksten for w in lijst if bevat(tekst, (w,))), None)
