"""Papieren in een gesprek: welke erbij horen, en de tekst van één ervan om te kopiëren."""

from __future__ import annotations

import datetime as dt

from dialogs.beeld.gezegd import Zin
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.vervolg import en_weer
from dialogs.dossier import Dossier
from dialogs.procedure import plaats
from dialogs.samenvatting.maken import maak as maak_samenvatting
from dialogs.samenvatting.papieren import PastNiet, maak, passend
from dialogs.stukken.markdown import markdown
from dialogs.teksten import tekst


def toon(dossier: Dossier, papier: str, nu: dt.datetime) -> Beurt:
    """Show one paper; or without a name which of them this verdict has a use for."""
    if not plaats(dossier).klaar:
        return en_weer(dossier, Zin(sleutel="papier.gesprek.eerst_oordeel"))
    s = maak_samenvatting(dossier, nu.date())
    if not papier:
        namen = (naam for naam in passend(s) if naam != "weging")
        lijst = "\n".join(tekst("papier.gesprek.regel", naam=naam) for naam in namen)
        sleutel = "papier.gesprek.lijst" if lijst else "papier.gesprek.geen"
        return _zegt(dossier, Zin(sleutel=sleutel, invulling={"lijst": lijst}, over_jongere=True))
    try:
        stukken = maak(papier, s).stukken
    except PastNiet as fout:
        reden = {"reden": str(fout)}
        return _zegt(dossier, Zin(sleutel="papier.gesprek.past_niet", invulling=reden))
    tekst_ = {"papier": markdown(stukken)}
    return _zegt(dossier, Zin(sleutel="papier.gesprek.toon", invulling=tekst_, over_jongere=True))


def _zegt(dossier: Dossier, zin: Zin) -> Beurt:
    return Beurt(en_weer(dossier).dossier, (zin,), vraagt=False)
