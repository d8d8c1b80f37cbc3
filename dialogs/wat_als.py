"""Wat als: een ander feit proberen, zonder dat er in het dossier iets verandert."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from dialogs import feitenblad
from dialogs.beurt import Bericht
from dialogs.bord import Bord
from dialogs.dossier import Dossier
from dialogs.lezen import lees
from dialogs.overzicht import borden
from dialogs.teksten import tekst
from dialogs.vragen import VRAGEN, Keer
from dialogs.weergave import antwoord_in_woorden, kort, onderwerp, opsomming
from knowledge.feiten import Doel, Situatie
from knowledge.weging import weeg_doel

# Consent that is supposed, is supposed to be valid: else it would change nothing.
_GELDIG: Final = (
    "toestemming_vrij",
    "toestemming_duidelijk",
    "toestemming_geinformeerd",
    "toestemming_specifiek",
)
_NIET: Final = ("doel", "datum")


def antwoord(dossier: Dossier, zin: str, nu: dt.datetime) -> Bericht | None:
    """Return how the verdict would be with what the sentence supposes; None if it says nothing."""
    anders = {
        feit: waarde
        for feit, waarde in lees(zin, nu.date()).feiten.items()
        if feit in Situatie.model_fields and feit not in _NIET
    }
    if not anders:
        return None
    verschil = opsomming(_in_woorden(anders, dossier))
    regels = [_per_doel(bord, anders) for bord in borden(dossier)]
    slot = tekst("wat_als.ongewijzigd")
    return Bericht("tekst", "\n\n".join((tekst("wat_als.kop", verschil=verschil), *regels, slot)))


def _in_woorden(anders: dict[str, Any], dossier: Dossier) -> Iterator[str]:
    for feit, waarde in anders.items():
        keer = Keer(VRAGEN[feit])
        woorden = antwoord_in_woorden(keer, waarde, dossier)
        if feit == "in_overgangsdocument":
            woorden = tekst("woorden_los.ja" if waarde else "woorden_los.nee")
        yield tekst("wat_als.feit", onderwerp=onderwerp(keer), antwoord=woorden)


def _per_doel(bord: Bord, anders: dict[str, Any]) -> str:
    nu = bord.uitkomst
    dan = weeg_doel(
        _met(bord.situatie, anders), Doel(bord.doel) if bord.doel else None, volledig=False
    )
    doelen = feitenblad.doelen(bord.dossier)
    delen = {
        "doel": f"{kort('doel', bord.doel)}: " if bord.doel and len(doelen) > 1 else "",
        "dan": tekst(f"oordelen_kort.{dan.oordeel}"),
        "nu": tekst(f"oordelen_kort.{nu.oordeel}"),
        "grondslag": tekst(f"grondslagen.{dan.grondslag}") if dan.grondslag else "",
        "bronnen": "; ".join(str(bron) for bron in dan.bronnen),
    }
    if dan.oordeel == nu.oordeel and dan.grondslag == nu.grondslag:
        return tekst("wat_als.zelfde", **delen)
    return tekst("wat_als.anders_met_grond" if dan.grondslag else "wat_als.anders", **delen)


def _met(situatie: Situatie, anders: dict[str, Any]) -> Situatie:
    """Return the situation with these facts; made anew, so that every value is checked."""
    ruw = situatie.model_dump(exclude_none=True)
    if anders.get("toestemming") == "gegeven":
        ruw |= dict.fromkeys(_GELDIG, True)
    return Situatie(**(ruw | anders))
