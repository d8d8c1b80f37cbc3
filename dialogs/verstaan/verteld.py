"""Verteld: een beschrijving gaat nooit verloren, wanneer zij ook komt en hoe zij ook eindigt.

Also when nothing was asked yet, when the weighing is done, and when it ends with a question mark.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from dialogs.dossier import Dossier
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.lezen import Lezing, beschrijft
from dialogs.procedure import Plaats
from dialogs.teksten import tabel
from dialogs.verstaan.gezegd import Zin

_LANG: Final = 8
"""So many words tell something, also when none of it is understood."""
_WAT: Final = 4
"""So many words behind 'nieuwe casus' are what it is about."""
_ZIJDEN: Final = frozenset(("van", "naar", "doel"))
"""Any question about the rules may name these."""


def vertelt(zin: Zin) -> bool:
    """Tell whether a text says anything of a situation, so that greeting alone would lose it."""
    lezing = zin.lezing
    iets = lezing.vondsten or lezing.gegevens or lezing.organisaties
    return bool(iets) or len(zin.tekst.split()) >= _LANG


def weegbaar(lezing: Lezing) -> bool:
    """Tell whether a question may be about somebody: one to weigh, besides looking it up."""
    over = {vondst.feit for vondst in lezing.vondsten} - _ZIJDEN
    return bool(over or lezing.gegevens)


def heel_geval(lezing: Lezing) -> bool:
    """Tell whether a text tells of a young person and of what is to be shared with whom."""
    deelt = lezing.gegevens or {vondst.feit for vondst in lezing.vondsten} & _ZIJDEN
    return beschrijft(lezing) and bool(deelt)


def aan_het_begin(dossier: Dossier, waar: Plaats) -> Keer | None:
    """Return the question what is going on, where that is still to be asked."""
    keer = waar.keer
    begin = keer is not None and keer.vraag is VRAGEN["omschrijving"]
    return keer if begin and not dossier.antwoorden else None


def nieuw_geval(zin: Zin) -> Zin | None:
    """Return what comes behind 'nieuwe casus:'; None when there is nothing to weigh behind it."""
    begin = _nieuw().match(zin.tekst)
    if begin is None:
        return None
    rest = Zin(zin.tekst[begin.end() :].strip(), zin.vandaag)
    return rest if len(rest.tekst.split()) >= _WAT else None


@cache
def _nieuw() -> re.Pattern[str]:
    zinnen = "|".join(re.escape(zin) for zin in tabel("nieuw_geval")["begin"])
    return re.compile(rf"\s*(?:{zinnen})\s*[:;,.!\n\u2013-]+\s*", re.IGNORECASE)
