"""Bewaarde wegingen: wat iemand ermee wil, en wat we zeggen over wat buiten daarvan kwam."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, Final

from dialogs.bedoeling import Opdracht
from dialogs.beeld.gezegd import (
    Bewaarde,
    Gezegde,
    Nagerekend,
    Waarschuwing,
    Wegingen,
    Wegingregel,
    Zin,
    zin,
)
from dialogs.beurt.beurt import Beurt, OpenWeging, RekenNa, ToonWegingen, Verwijder, Verzoek
from dialogs.beurt.vervolg import en_weer, volgend, vraag_verder
from dialogs.dossier import Dossier
from dialogs.dossier.wacht import BevestigWeging
from dialogs.procedure.plek import terug
from dialogs.samenvatting import narekenen
from dialogs.teksten import heeft
from knowledge.fouten import KennisOnjuist

_GEVOLGEN: Final = ("gesprek_gewist", "gesprek_verder", "apart", "resten")


def doe(dossier: Dossier, opdracht: Opdracht) -> Beurt:
    """Ask the outside for what was kept, and whether to delete when that is the command."""
    if opdracht.naam == "verwijder":
        zeker = BevestigWeging(doe="verwijder", kenmerk=opdracht.over, terug=terug(dossier))
        return Beurt(dossier.wachtend(zeker))
    match opdracht.naam:
        case "open":
            verzoek: Verzoek = OpenWeging(opdracht.over)
        case "nareken":
            verzoek = RekenNa(opdracht.over)
        case _:
            verzoek = ToonWegingen()
    return replace(en_weer(dossier), verzoek=verzoek)


def na_ja_of_nee(dossier: Dossier, wacht: BevestigWeging, *, ja: bool) -> Beurt:
    """Do with a kept weighing what was asked, or leave it."""
    if not ja:
        return en_weer(dossier, zin("weging_blijft"))
    return replace(en_weer(dossier), verzoek=Verwijder(wacht.kenmerk))


def na_bewaren(dossier: Dossier, kenmerk: str) -> Beurt:
    """Say under which reference the summary is kept."""
    return Beurt(dossier.bewaard(kenmerk), (zin("bewaard", kenmerk=kenmerk),), vraagt=False)


def zonder_weging(dossier: Dossier, kenmerk: str, nu: dt.datetime) -> Dossier:
    """Return the dossier after a kept weighing is deleted.

    What is kept just so is that weighing: its answers go as well, and a new weighing begins. What
    was changed since is another one, which no longer knows the reference.
    """
    if dossier.stand.bewaard_als == kenmerk:
        return volgend(dossier, nu)
    return dossier.zonder_kenmerk(kenmerk) if dossier.noemt(kenmerk) else dossier


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


def lijst(wegingen: Sequence[tuple[str, dt.date | None, str]]) -> tuple[Gezegde, ...]:
    """Say which weighings are kept: reference, date (where it can be read) and title of each."""
    if not wegingen:
        return (zin("lijst_leeg"),)
    regels = tuple(Wegingregel(kenmerk=k, datum=d, titel=t) for k, d, t in wegingen)
    return (Wegingen(regels=regels),)


def nagerekend(gegevens: dict[str, Any], uitgave: dict[str, Any] | None) -> tuple[Gezegde, ...]:
    """Say what a kept weighing gives when it is made again; `uitgave` is its edition."""
    try:
        samenvatting = narekenen.lees(gegevens)
        uitkomsten = narekenen.reken_na(samenvatting, narekenen.kennis_van(samenvatting, uitgave))
        nagerekend = narekenen.in_woorden(samenvatting, uitkomsten)
    except (narekenen.NietNaTeRekenen, KennisOnjuist) as fout:
        reden = Zin(sleutel="narekenen.kan_niet", invulling={"reden": str(fout)})
        return (Waarschuwing(zinnen=(reden,)),)
    return (Nagerekend(markdown=nagerekend),)


def geopend(kenmerk: str, markdown: str | None) -> tuple[Gezegde, ...]:
    """Show a kept weighing again, or say that it is not there."""
    if markdown is None:
        return (zin("niet_gevonden", kenmerk=kenmerk),)
    return (Bewaarde(kenmerk=kenmerk, markdown=markdown),)
