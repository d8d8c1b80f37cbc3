"""Weglaten: 'haal adhd weg', 'zonder zijn adres', en wat wel verteld is maar niet gedeeld wordt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer
from dialogs.lezen import lees
from dialogs.teksten import tabel
from dialogs.teksten.woorden import plat
from dialogs.verstaan.gegevenslijst import namen as delen
from dialogs.verstaan.gezegd import Zin

_GEWOON: Final = "gewoon"


def weggelaten(keer: Keer, zin: Zin, namen: Sequence[str]) -> tuple[str, ...]:
    """Return the items that somebody says must go, at any question."""
    kaal = plat(zin.tekst)
    woorden = tabel("weglaatzin")
    if keer.gegeven is not None and kaal in (plat(w) for w in woorden["dit"]):
        return (keer.gegeven,)
    return _genoemd(kaal, namen, woorden["zeker"])


def uit_de_lijst(dossier: Dossier, zin: Zin) -> tuple[str, ...]:
    """Return the items that go from what was read; there 'geen adhd' is enough."""
    woorden = tabel("weglaatzin")
    return _genoemd(plat(zin.tekst), _namen(dossier), [*woorden["zeker"], *woorden["lijst"]])


def ontkend(dossier: Dossier, zin: Zin) -> tuple[str, ...]:
    """Return the items of what was read that a longer text says it is not about."""
    weg = {plat(een.woorden) for een in zin.lezing.weggelaten}
    return tuple(naam for naam in _namen(dossier) if plat(naam) in weg)


def _namen(dossier: Dossier) -> Sequence[str]:
    """Return the items by name: those that were read, or else those that were answered."""
    lijst = dossier.stand.voorgesteld
    gelezen = next((v.waarde for v in lijst if v.sleutel == "gegevens"), None)
    return feitenblad.namen(dossier) if gelezen is None else gelezen


def _genoemd(kaal: str, namen: Sequence[str], zinnen: Sequence[str]) -> tuple[str, ...]:
    """Return the items in a text that says nothing else: 'haal adhd en het adres weg'."""
    per_naam = {plat(naam): naam for naam in namen}
    for zin in sorted(zinnen, key=len, reverse=True):
        begin, _, einde = zin.partition("...")
        if kaal.startswith(begin) and kaal.endswith(einde) and len(kaal) > len(begin + einde):
            midden = kaal[len(begin) : len(kaal) - len(einde)]
            genoemd = [per_naam.get(_zonder_wiens(plat(deel))) for deel in delen(midden)]
            if genoemd and None not in genoemd:
                return tuple(naam for naam in genoemd if naam is not None)
    return ()


def _zonder_wiens(naam: str) -> str:
    for wiens in tabel("weglaatzin")["wiens"]:
        naam = naam.removeprefix(f"{wiens} ")
    return naam


def niet_gedeeld(dossier: Dossier, gekozen: Sequence[Any]) -> tuple[str, ...]:
    """Return the sensitive items that were described and are not in the list chosen now."""
    verteld = feitenblad.waarde(dossier, "omschrijving")
    if not isinstance(verteld, str):
        return ()
    genoemd = lees(verteld, dossier.begonnen).gegevens
    blijft = [plat(str(naam)) for naam in gekozen]
    gevoelig = dict.fromkeys(een.woorden for een in genoemd if een.soort != _GEWOON)
    return tuple(naam for naam in gevoelig if not _is_er_bij(plat(naam), blijft))


def _is_er_bij(naam: str, blijft: Sequence[str]) -> bool:
    return any(naam in ander or ander in naam for ander in blijft)
