"""Woorden die zeggen dat er een naam komt: 'leerling karim', 'ze heet nour', 'Groetjes, Petra'."""

from __future__ import annotations

import re
from typing import Final

from bot.bewaker.instellingen import is_groot
from bot.bewaker.lezing import Lezing, is_gewoon, is_vak, is_voornaam, kan_naam, onbekend_klein
from bot.bewaker.naamdelen import volgende_deel
from bot.bewaker.woordenlijst import aanwijzing, is_eigennaam, is_woord, namen

_TUSSENIN: Final = re.compile(
    r"[ ]{1,2}|[ ]?[:=(,][ ]?|[.][ ]?|,?[ ]?\n[ ]?|[ ]?[\"'][ ]?",
)
_NAAM_IS: Final = frozenset({"naam", "voornaam", "achternaam"})
_NOEMEN: Final = frozenset({"noem", "noemen", "noemt"})


def wijst_aan(lezing: Lezing, plek: int) -> bool:
    """Tell whether what stands before this word says that it is somebody's name."""
    woord = lezing.woorden[plek]
    if plek == 0 or not _TUSSENIN.fullmatch(woord.ervoor):
        return False
    if woord.laag in aanwijzing("tussenvoegsel"):
        return _na_titel(lezing, plek) and volgende_deel(lezing, plek) is not None
    if is_gewoon(woord) or plek in lezing.geen_mensen or len(woord.laag) < 2:
        return False
    return any(na(lezing, plek) for na in (_na_titel, _na_heet, _na_kop, _na_groet, _na_mens))


def _na_titel(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    if lezing.ervoor(plek) not in aanwijzing("titel") or woord.ervoor[:1] not in {" ", "."}:
        return False
    return is_groot(woord) or onbekend_klein(woord) or woord.laag in aanwijzing("tussenvoegsel")


def _na_heet(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    een, twee = lezing.ervoor(plek), lezing.ervoor(plek, 2)
    if een in aanwijzing("heet"):
        return is_groot(woord) or is_voornaam(woord) or not is_woord(woord.tekst)
    if een in {"hem", "haar"} and twee in _NOEMEN:
        return is_groot(woord)
    if een == "is" and twee in _NAAM_IS:
        return is_groot(woord) or is_voornaam(woord) or not is_woord(woord.tekst)
    return een == "ben" and twee == "ik" and is_voornaam(woord)


def _na_kop(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    if woord.ervoor.strip() not in {":", "="} or lezing.ervoor(plek) not in aanwijzing("kop"):
        return False
    return kan_naam(woord) or (is_groot(woord) and not is_vak(woord))


def _na_groet(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    if lezing.ervoor(plek) not in aanwijzing("groet"):
        return False
    return kan_naam(woord) if is_groot(woord) else is_voornaam(woord)


def _na_mens(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    if lezing.ervoor(plek) not in aanwijzing("mens"):
        return False
    if woord.ervoor.strip():  # 'de leerling, Karim' or 'de leerling (Karim)'
        return kan_naam(woord) and (is_groot(woord) or not is_woord(woord.tekst))
    if woord.vorm != "groot":
        return onbekend_klein(woord)
    bekend = woord.laag in namen("achternamen") or is_voornaam(woord)
    return bekend or not (woord.laag in namen("plaatsen") or is_eigennaam(woord.tekst))
