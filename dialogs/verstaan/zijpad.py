"""Wat een ja, een nee of een schouderophalen zegt bij een lijst of een 'weet je het zeker?'."""

from __future__ import annotations

from dialogs.bedoeling import JaNee, Opdracht
from dialogs.dossier.wacht import WIJZIGT, BevestigVerteld, OpLijst, Zijpad
from dialogs.teksten import tabel
from dialogs.teksten.woorden import plat, woorden
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.opdrachten import herken, is_antwoordwoord
from dialogs.verstaan.zin import stemt_in


def van_het_zijpad(wacht: Zijpad, zin: Zin) -> JaNee | Opdracht | None:
    """Return what a mere yes, no or shrug says to a list or to 'really?'; None for anything else.

    It is about what is shown, and so never an answer to the question below.
    """
    if isinstance(wacht, BevestigVerteld) and plat(zin.tekst) in tabel("nieuw_geval")["weeg"]:
        return JaNee(ja=True)
    vast = is_antwoordwoord(zin.tekst)
    if not vast and (herken(zin.tekst) is not None or zin.lezing.vondsten):
        return None
    ja = stemt_in(zin.tekst, sorted(woorden("ja")), sorted(woorden("nee")))
    if ja is None and not vast:
        return None
    if isinstance(wacht, OpLijst):
        wijzigt = wacht.kop in WIJZIGT
        return Opdracht("niet_wijzigen" if wijzigt else "verder")
    return JaNee(ja=bool(ja))
