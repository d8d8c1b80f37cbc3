"""Wat er gebeurt als er niets gedeeld wordt: nog te vragen, als een reden dat niet zegt.

The question for the reason asks it along. Who gives the reason with the answer never sees that
question: then it is asked by itself, once, and may be passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.teksten import tabel
from dialogs.teksten.woorden import bevat

_REDENEN: Final = ("nodig_reden", "alternatief_reden")


def met_gevolg(dossier: Dossier, waarden: Mapping[Keer, Any]) -> Dossier:
    """Return the dossier that knows for which purposes it is still to be asked.

    Args:
        dossier: with the answers of this turn.
        waarden: the answers of this turn.
    """
    open_ = set(dossier.stand.gevolg)
    for keer in waarden:
        if keer.vraag.id not in _REDENEN or keer.doel is None:
            continue
        bij = Keer(VRAGEN[keer.vraag.reden_bij or ""], keer.doel)
        if _gezegd(dossier, keer.doel):
            open_.discard(keer.doel)
        elif bij in waarden:
            open_.add(keer.doel)
        elif keer.vraag.id == "alternatief_reden" or _niets_nodig(dossier, keer.doel):
            open_.discard(keer.doel)  # that question asked it along
    return dossier.met_gevolg(tuple(sorted(open_)))


def _gezegd(dossier: Dossier, doel: str) -> bool:
    redenen = (feitenblad.waarde(dossier, Keer(VRAGEN[id_], doel).sleutel) for id_ in _REDENEN)
    return any(bevat(reden, tabel("gevolgzin")["noemt"]) for reden in redenen if reden)


def _niets_nodig(dossier: Dossier, doel: str) -> bool:
    return bool(feitenblad.waarde(dossier, Keer(VRAGEN["nodig"], doel).sleutel) == [])
