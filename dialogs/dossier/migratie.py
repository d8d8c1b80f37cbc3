"""Wat een eerdere versie bewaarde, in de vorm van nu. Eén stap per versie.

Works on what was stored, before it is checked: JSON types only. What it does not know it leaves,
so that reading it says what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from dialogs.dossier import VERSIE
from dialogs.dossier.wacht import BEGREPEN

Inhoud = dict[str, Any]

_BLIJFT: Final = ("voorgesteld", "twijfel", "los", "casus", "bewaard_als", "gevaar_gemeld")


def bijgewerkt(inhoud: Inhoud) -> Inhoud:
    """Return a stored dossier in the form of this version; one of a newer version as it is."""
    versie = inhoud.get("versie", 1)
    while isinstance(versie, int) and 1 <= versie < VERSIE:
        inhoud = {**_STAPPEN[versie](inhoud), "versie": versie + 1}
        versie += 1
    return inhoud


def _naar_2(inhoud: Inhoud) -> Inhoud:
    """Say what is waited for in one place, instead of in six flags."""
    stand = inhoud.get("stand")
    if not isinstance(stand, dict):
        return inhoud
    nieuw = {naam: stand[naam] for naam in _BLIJFT if naam in stand}
    return {**inhoud, "stand": {**nieuw, "wacht": _wacht(stand)}}


def _wacht(stand: Inhoud) -> Inhoud:
    gesteld = _gesteld(stand)
    if stand.get("bevestigt_opnieuw"):
        return {"soort": "opnieuw", "terug": gesteld}
    if stand.get("begint_met"):
        return {"soort": "casus", "casus": stand["begint_met"], "terug": gesteld}
    if keuzes := stand.get("lijst"):
        wijzigt = all(str(keuze).startswith("wijzig ") for keuze in keuzes)
        kop = "wijzig_wat" if wijzigt else "gevonden"
        return {"soort": "lijst", "kop": kop, "keuzes": keuzes, "terug": gesteld}
    return gesteld


def _gesteld(stand: Inhoud) -> Inhoud:
    vraag = stand.get("vraag")
    keren = {"misverstaan": stand.get("misverstaan", 0)}
    if vraag is None:
        # Nothing was asked yet, or the weighing was done: the procedure says which.
        return {"soort": "niets"}
    if vraag == BEGREPEN and not stand.get("wijzigt"):
        return {"soort": "twijfel" if stand.get("twijfel") else "begrepen", **keren}
    return {"soort": "vraag", "vraag": vraag, "wijzigt": stand.get("wijzigt", False), **keren}


def _naar_3(inhoud: Inhoud) -> Inhoud:
    """Keep the warning for danger in sight: that it was given does not tell that it was seen."""
    stand = inhoud.get("stand")
    if not isinstance(stand, dict):
        return inhoud
    nieuw = {naam: waarde for naam, waarde in stand.items() if naam != "gevaar_gemeld"}
    if stand.get("gevaar_gemeld"):
        nieuw["gevaar"] = {"zelfdoding": False, "gezien": False}
    return {**inhoud, "stand": nieuw}


def _naar_4(inhoud: Inhoud) -> Inhoud:
    """Keep of every topic that was shown last which it was, no longer of a casus only."""
    stand = inhoud.get("stand")
    if not isinstance(stand, dict) or "casus" not in stand:
        return inhoud
    rest = {naam: waarde for naam, waarde in stand.items() if naam != "casus"}
    return {**inhoud, "stand": {**rest, "getoond": stand["casus"]}}


def _naar_5(inhoud: Inhoud) -> Inhoud:
    """Nothing was filled in after the verdict yet: there was no form for it."""
    return inhoud


_STAPPEN: Final[dict[int, Callable[[Inhoud], Inhoud]]] = {
    1: _naar_2,
    2: _naar_3,
    3: _naar_4,
    4: _naar_5,
}
