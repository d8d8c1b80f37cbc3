"""'Klopt niet' en 'hielp niet': melden aan wie de kennis beheert, zonder iets van de weging."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from dialogs.bedoeling import Opdracht
from dialogs.beeld.gezegd import Zin
from dialogs.beeld.melden import OORDEEL, opdracht_van, redenen
from dialogs.beurt.beurt import Beurt, Meld
from dialogs.beurt.vervolg import en_weer
from dialogs.dossier import Dossier
from dialogs.dossier.vragen import vraag_bij
from dialogs.dossier.wacht import Lijstkop, OpLijst
from dialogs.procedure import plaats
from dialogs.procedure.overzicht import borden
from dialogs.procedure.plek import terug
from knowledge.onderwerpen import onderwerpen


def doe(dossier: Dossier, opdracht: Opdracht) -> Beurt:
    """Ask why, from a list; or pass on what was picked from it."""
    over, _, reden = opdracht.over.partition(": ")
    over = over or dossier.stand.getoond or OORDEEL
    oordeel = over == OORDEEL
    if not (plaats(dossier).klaar if oordeel else over in onderwerpen()):
        return en_weer(dossier, Zin(sleutel="melden.waarover"))
    if reden not in redenen(over):
        kop: Lijstkop = "meld_oordeel" if oordeel else "meld_onderwerp"
        keuzes = tuple(opdracht_van(over, mogelijk) for mogelijk in redenen(over))
        return Beurt(dossier.wachtend(OpLijst(kop=kop, keuzes=keuzes, terug=terug(dossier))))
    ids = _ids(dossier) if oordeel else (over,)
    verzoek = Meld("oordeel" if oordeel else "onderwerp", ids, reden)
    return replace(en_weer(dossier), verzoek=verzoek)


def na_melden(dossier: Dossier, over: Literal["oordeel", "onderwerp"]) -> Beurt:
    """Say that it is passed on, and go on."""
    return replace(en_weer(dossier, Zin(sleutel=f"melden.dank_{over}")), vraagt=True)


def _ids(dossier: Dossier) -> tuple[str, ...]:
    """Return the rules that the verdicts rest on; without any, the questions that were asked."""
    regels = {id_ for bord in borden(dossier) for id_ in bord.uitkomst.regels}
    vragen = (vraag_bij(sleutel) for sleutel in dossier.antwoorden)
    return tuple(sorted(regels or {vraag.id for vraag in vragen if vraag is not None}))
