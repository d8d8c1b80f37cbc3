"""Een bewaarde weging verwijderen: wat dat met een gesprek doet, en wat we erover zeggen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Final

from dialogs.beeld.gezegd import Zin, zin
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.vervolg import en_weer, volgend, vraag_verder
from dialogs.dossier import Dossier
from dialogs.samenvatting.versies import basis
from dialogs.teksten import heeft

_GEVOLGEN: Final = ("gesprek_gewist", "gesprek_verder", "apart", "resten")


def zonder_weging(dossier: Dossier, kenmerk: str, nu: dt.datetime) -> Dossier:
    """Return the dossier after a kept weighing is deleted.

    What is kept just so is that weighing: its answers go as well, and a new weighing begins. What
    was changed since is another one, which no longer knows the reference.
    """
    bewaard = dossier.stand.bewaard_als
    if bewaard is not None and basis(bewaard) == basis(kenmerk):
        # Also what it told of who weighed: whoever deletes wants nothing of it left.
        return volgend(dossier, nu).model_copy(update={"aanvulling": {}})
    for versie in dossier.stand.kenmerken:
        if basis(versie) == basis(kenmerk):
            dossier = dossier.zonder_kenmerk(versie)
    return dossier


def verwijderd(kenmerk: str, gevolgen: Collection[str], kanaal: str) -> tuple[Zin, ...]:
    """Say that a weighing is deleted, and what still holds something of it.

    Args:
        kenmerk: its reference.
        gevolgen: `gesprek_gewist` when the answers of a conversation went as well,
            `gesprek_verder` when a conversation went on with them, `apart` when one that is laid
            aside names it, `resten` when another program keeps the files from being cleaned now.
        kanaal: where it was asked, to say what that channel keeps itself.
    """
    buiten = f"verwijderd.buiten_{kanaal}"
    sleutels = [f"verwijderd.{gevolg}" for gevolg in _GEVOLGEN if gevolg in gevolgen]
    sleutels.append(buiten if heeft(buiten) else "verwijderd.buiten_anders")
    klaar = Zin(sleutel="verwijderd.klaar", invulling={"kenmerk": kenmerk})
    return (klaar, *(Zin(sleutel=sleutel) for sleutel in sleutels))


def na_verwijderen(
    dossier: Dossier, kenmerk: str, gezegd: tuple[Zin, ...], nu: dt.datetime
) -> Beurt:
    """Go on in the conversation that deleted it; nothing said means it is not there."""
    if not gezegd:
        return en_weer(dossier, zin("niet_gevonden", kenmerk=kenmerk))
    erna = zonder_weging(dossier, kenmerk, nu)
    if erna == dossier:
        return en_weer(dossier, *gezegd)
    gewist = erna.id != dossier.id
    hier = Zin(sleutel=f"verwijderd.{'gesprek_gewist' if gewist else 'gesprek_verder'}")
    klaar, *rest = gezegd
    alles = (klaar, hier, *(deel for deel in rest if deel != hier))
    return vraag_verder(erna, nu, *alles) if gewist else en_weer(erna, *alles)
