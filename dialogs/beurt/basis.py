"""Een bewaarde weging als basis: een nieuwe beginnen met haar feiten, elk ter bevestiging.

Nothing in anybody's own words is taken over, nor what holds of one young person at one moment only
(`Vraag.eenmalig`), nor what is for the professional to weigh.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from dialogs.beeld.gezegd import Waarschuwing, Zin, zin
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.vervolg import en_weer, volgend, vraag_verder
from dialogs.dossier import Dossier, Voorgesteld, uit_casus
from dialogs.dossier.vragen import keer_van
from dialogs.samenvatting import Samenvatting, narekenen
from dialogs.weergave import antwoord_in_woorden
from knowledge.feiten import Situatie


def als_basis(
    dossier: Dossier, kenmerk: str, gegevens: dict[str, Any] | None, nu: dt.datetime
) -> Beurt:
    """Begin a new weighing with the facts of a kept one, none of which counts before a yes.

    Args:
        dossier: the weighing of now, which goes.
        kenmerk: the reference of the kept one.
        gegevens: its summary; None when it is not there.
        nu: the time of the turn.
    """
    if gegevens is None:
        return en_weer(dossier, zin("niet_gevonden", kenmerk=kenmerk))
    try:
        samenvatting = narekenen.lees(gegevens)
    except narekenen.NietNaTeRekenen:
        kan_niet = Zin(sleutel="basis.kan_niet", invulling={"kenmerk": kenmerk})
        return en_weer(dossier, Waarschuwing(zinnen=(kan_niet,)))
    leeg = volgend(dossier, nu)
    voorstellen = _over_te_nemen(samenvatting, leeg)
    begonnen = Zin(sleutel="basis.begonnen", invulling={"kenmerk": kenmerk})
    return vraag_verder(leeg.met_basis(voorstellen), nu, begonnen)


def _over_te_nemen(samenvatting: Samenvatting, leeg: Dossier) -> tuple[Voorgesteld, ...]:
    """Return the facts that a similar case may share, to be confirmed one by one."""
    situaties = [Situatie.model_validate(doel.feiten) for doel in samenvatting.doelen]
    antwoorden = uit_casus.antwoorden(situaties)
    dan = leeg.beantwoord(antwoorden)
    return tuple(
        Voorgesteld(
            sleutel=sleutel,
            waarde=antwoord.waarde,
            woorden=antwoord_in_woorden(keer, antwoord.waarde, dan),
        )
        for sleutel, antwoord in antwoorden.items()
        if (keer := keer_van(sleutel)) is not None and not keer.vraag.eenmalig
    )
