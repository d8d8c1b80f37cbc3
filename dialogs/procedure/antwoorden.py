"""Na een wijziging: houd wat nog klopt, laat los wat door de wijziging niet meer past."""

from __future__ import annotations

from typing import Final

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import keer_van
from dialogs.procedure import STAPPEN
from dialogs.procedure.bord import Bord, Plek

# An answer in one's own words belongs to the answer it explains.
_REDEN_BIJ: Final = {
    "nodig": "nodig_reden",
    "alternatief": "alternatief_reden",
    "belang_zwaarder": "belang_reden",
}
_OVER_GEGEVENS: Final = ("gevoelig", "nodig", "nodig_reden", "in_overgangsdocument")


def na_wijziging(dossier: Dossier, sleutel: str) -> Dossier:
    """Return the dossier without the answers that a changed answer made untrue."""
    keer = keer_van(sleutel)
    if keer is None:
        return dossier
    weg = set()
    if keer.vraag.id in _REDEN_BIJ:
        weg.add(sleutel.replace(keer.vraag.id, _REDEN_BIJ[keer.vraag.id], 1))
    if keer.vraag.id == "gegevens":
        weg |= {s for s in dossier.antwoorden if _gaat_over_oude_gegevens(dossier, s)}
    return onmogelijke_weg(_zonder(dossier, weg))


def _gaat_over_oude_gegevens(dossier: Dossier, sleutel: str) -> bool:
    keer = keer_van(sleutel)
    if keer is None:
        return True
    if keer.gegeven is not None:
        return keer.gegeven not in feitenblad.namen(dossier)
    return keer.vraag.id in _OVER_GEGEVENS


def _zonder(dossier: Dossier, weg: set[str]) -> Dossier:
    over = {s: a for s, a in dossier.antwoorden.items() if s not in weg}
    return dossier.model_copy(update={"antwoorden": over})


def onmogelijke_weg(dossier: Dossier) -> Dossier:
    """Drop facts whose question no longer makes sense (months since leaving, while enrolled)."""
    while True:
        weg = {
            sleutel
            for doel in feitenblad.doelen(dossier)
            for sleutel in _onmogelijk(dossier, Bord(dossier, doel))
        }
        if not weg:
            return dossier
        dossier = _zonder(dossier, weg)


def _onmogelijk(dossier: Dossier, bord: Bord) -> set[str]:
    plekken: dict[str, list[Plek]] = {}
    for stap in STAPPEN:
        for groep in stap.vragen.values():
            for plek in groep:
                plekken.setdefault(plek.vraag, []).append(plek)
    weg = set()
    for sleutel in dossier.antwoorden:
        keer = keer_van(sleutel)
        if keer is None or keer.vraag.feit is None or keer.vraag.altijd:
            continue
        hier = plekken.get(keer.vraag.id, [])
        if hier and all(plek.mits.waarheid(bord.stand.feiten) is False for plek in hier):
            weg.add(sleutel)
    return weg
