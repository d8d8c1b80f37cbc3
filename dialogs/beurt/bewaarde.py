"""Bewaarde wegingen: wat iemand ermee wil, en wat we zeggen over wat buiten daarvan kwam."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, Literal

from dialogs.bedoeling import Opdracht
from dialogs.beeld.gezegd import (
    Bewaarde,
    Gewist,
    Gezegde,
    Nagerekend,
    Waarschuwing,
    Wegingen,
    Wegingregel,
    Zin,
    zin,
)
from dialogs.beurt.beurt import (
    AlsBasis,
    Beurt,
    Herweeg,
    Noem,
    OpenWeging,
    RekenNa,
    ToonWegingen,
    Verwijder,
    Verzoek,
    WisScherm,
)
from dialogs.beurt.vervolg import en_weer
from dialogs.dossier import Dossier
from dialogs.dossier.wacht import BevestigWeging
from dialogs.procedure.plek import terug
from dialogs.samenvatting import narekenen
from dialogs.samenvatting.bewijs import Bewijsstand, stand
from dialogs.stukken.markdown import veilig
from dialogs.teksten import heeft, tabel
from dialogs.teksten.woorden import plat
from dialogs.weergave import dag, oordelen_in_woorden
from knowledge.fouten import KennisOnjuist

_LANGSTE_LIJST: Final = 20
"""More lines than this are no answer in a conversation."""
_EIGEN: Final = re.compile(r"(?=.*[^\W_])[\w .,:/#&+()'-]{1,40}")
"""What may be somebody's own reference. No square brackets: those stand where the guard masked."""


def doe(dossier: Dossier, opdracht: Opdracht) -> Beurt:
    """Ask the outside for what was kept, or whether to really do it."""
    match opdracht.naam:
        case "open":
            verzoek: Verzoek = OpenWeging(opdracht.over)
        case "nareken":
            verzoek = RekenNa(opdracht.over)
        case "kenmerk":
            return _noem(dossier, opdracht)
        case "wis_scherm":
            return replace(en_weer(dossier), vraagt=False, verzoek=WisScherm())
        case "verwijder":
            return _vraag_zeker(dossier, "verwijder", opdracht.over)
        case "herweeg":
            if dossier.antwoorden and dossier.stand.bewaard_als is None:
                return _vraag_zeker(dossier, "herweeg", opdracht.over)
            verzoek = Herweeg(opdracht.over)
        case "basis":
            if dossier.antwoorden and dossier.stand.bewaard_als is None:
                return _vraag_zeker(dossier, "basis", opdracht.over)
            verzoek = AlsBasis(opdracht.over)
        case _:
            verzoek = ToonWegingen(opdracht.over)
    return replace(en_weer(dossier), verzoek=verzoek)


def _vraag_zeker(
    dossier: Dossier, wat: Literal["verwijder", "basis", "herweeg"], kenmerk: str
) -> Beurt:
    zeker = BevestigWeging(doe=wat, kenmerk=kenmerk, terug=terug(dossier))
    return Beurt(dossier.wachtend(zeker))


def na_ja_of_nee(dossier: Dossier, wacht: BevestigWeging, *, ja: bool) -> Beurt:
    """Do with a kept weighing what was asked, or leave it."""
    if not ja:
        blijft = "weging_blijft" if wacht.doe == "verwijder" else "opnieuw_niet"
        return en_weer(dossier, zin(blijft))
    soorten: dict[str, type[Verwijder | AlsBasis | Herweeg]] = {
        "verwijder": Verwijder,
        "basis": AlsBasis,
        "herweeg": Herweeg,
    }
    return replace(en_weer(dossier), verzoek=soorten[wacht.doe](wacht.kenmerk))


def _noem(dossier: Dossier, opdracht: Opdracht) -> Beurt:
    """Give a kept weighing a reference of one's own, when it may be one."""
    eigen = " ".join(opdracht.over.split())
    kenmerk = opdracht.uit[0] if opdracht.uit else dossier.stand.bewaard_als
    if kenmerk is None:
        return en_weer(dossier, Zin(sleutel="bewaard.eerst_bewaren"))
    if plat(eigen) in tabel("kenmerkzin")["geen"]:
        eigen = ""
    elif not _EIGEN.fullmatch(eigen):
        return _met_slot(dossier, Zin(sleutel="bewaard.eigen_kan_niet"))
    return replace(_met_slot(dossier), verzoek=Noem(kenmerk, eigen))


def na_noemen(dossier: Dossier, kenmerk: str, eigen: str | None) -> Beurt:
    """Say what a kept weighing is called now; None when it is not there."""
    if eigen is None:
        return _met_slot(dossier, zin("niet_gevonden", kenmerk=kenmerk))
    invulling = {"kenmerk": kenmerk, "eigen": veilig(eigen)}
    sleutel = "bewaard.eigen_onthouden" if eigen else "bewaard.eigen_weg"
    # A reference of one's own is nobody else's business.
    return _met_slot(dossier, Zin(sleutel=sleutel, invulling=invulling, over_jongere=bool(eigen)))


def _met_slot(dossier: Dossier, *gezegd: Gezegde) -> Beurt:
    """Say something, and show what was open; at the end what can be done from there."""
    return replace(en_weer(dossier, *gezegd), vraagt=True)


def scherm_gewist(dossier: Dossier, kanaal: str) -> Beurt:
    """Have the screen cleared by a channel that can, and say what stays."""
    sleutel = f"wis_scherm.{kanaal}"
    hier = Zin(sleutel=sleutel if heeft(sleutel) else "wis_scherm.anders")
    return Beurt(dossier, (Gewist(zin=hier),), vraagt=False)


def na_bewaren(dossier: Dossier, kenmerk: str) -> Beurt:
    """Say under which reference the summary is kept, and what can be done from there."""
    gezegd = (zin("bewaard", kenmerk=kenmerk), Zin(sleutel="bewaard.eigen_vraag"))
    return Beurt(dossier.bewaard(kenmerk), gezegd)


def lijst(wegingen: Sequence[Wegingregel], zoek: str = "") -> tuple[Gezegde, ...]:
    """Say which weighings are kept, newest first; with `zoek` those that have all its words."""
    if not wegingen:
        return (zin("lijst_leeg"),)
    woorden = plat(zoek).split()
    gevonden = [regel for regel in wegingen if _past(regel, woorden)]
    if not gevonden:
        return (Zin(sleutel="bewaard.lijst_niets"),)
    meer = max(0, len(gevonden) - _LANGSTE_LIJST)
    return (Wegingen(regels=tuple(gevonden[:_LANGSTE_LIJST]), meer=meer),)


def _past(regel: Wegingregel, woorden: Sequence[str]) -> bool:
    oordelen = " ".join(oordelen_in_woorden(regel.oordelen))
    datum = dag(regel.datum) if regel.datum is not None else ""
    alles = plat(f"{regel.kenmerk} {datum} {regel.titel} {oordelen} {regel.eigen}")
    return all(woord in alles for woord in woorden)


def nagerekend(
    gegevens: dict[str, Any],
    uitgave: dict[str, Any] | None,
    bewijs: Bewijsstand | None = None,
    vorige: dict[str, Any] | None = None,
) -> tuple[Gezegde, ...]:
    """Say what a kept weighing gives when it is made again.

    Args:
        gegevens: the record.
        uitgave: the edition it was made with, when that is there.
        bewijs: what its receipt says, by whom can check signatures; None: by the fingerprint.
        vorige: the record of the version it replaces, when there is one.
    """
    try:
        samenvatting = narekenen.lees(gegevens)
        uitkomsten = narekenen.reken_na(samenvatting, narekenen.kennis_van(samenvatting, uitgave))
        uitslag = bewijs or stand(gegevens)
        nagerekend = narekenen.in_woorden(samenvatting, uitkomsten, uitslag, vorige)
    except (narekenen.NietNaTeRekenen, KennisOnjuist) as fout:
        reden = Zin(sleutel="narekenen.kan_niet", invulling={"reden": str(fout)})
        return (Waarschuwing(zinnen=(reden,)),)
    return (Nagerekend(markdown=nagerekend),)


def geopend(kenmerk: str, markdown: str | None, eigen: str = "") -> tuple[Gezegde, ...]:
    """Show a kept weighing again, or say that it is not there."""
    if markdown is None:
        return (zin("niet_gevonden", kenmerk=kenmerk),)
    return (Bewaarde(kenmerk=kenmerk, markdown=markdown, eigen=eigen),)
