"""Wat we zeggen bij een bundel: de vragen bij elkaar, wat is genoteerd, en waarom we het vragen."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.beeld import berichten as zeg
from dialogs.beurt import Bericht, Keuze
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer
from dialogs.procedure.bundels import Bundel, bundel_van
from dialogs.teksten import heeft, tekst
from dialogs.weergave import (
    antwoord_in_woorden,
    bronnen_in_woorden,
    bronnen_van_vraag,
    onderwerp,
)


def vraag(keer: Keer, samen: Sequence[Keer], dossier: Dossier) -> Bericht:
    """Return the message that asks a question, or the whole bundle that it is asked in."""
    bundel = bundel_van(keer) if len(samen) > 1 else None
    if bundel is None:
        return zeg.vraag(keer, dossier)
    return Bericht(
        "vraag",
        "\n\n".join((f"**{kop(bundel, samen)}**", _rijen(bundel, samen, dossier), _hulp(bundel))),
        keuzes=tuple(_keuzes(bundel)),
        vraag=keer.sleutel,
        voortgang=zeg.voortgang(keer, dossier),
        genummerd=False,
    )


def kop(bundel: Bundel, keren: Sequence[Keer]) -> str:
    """Return what stands above the questions of a bundle."""
    alles = len(keren) == len(bundel.vragen)
    deels = f"bundels.{bundel.id}.kop_deels"
    return tekst(deels if not alles and heeft(deels) else f"bundels.{bundel.id}.kop")


def _hulp(bundel: Bundel) -> str:
    return tekst(f"bundels.{bundel.id}.hulp")


def een_voor_een() -> Keuze:
    """Return the button that asks the questions of a bundle one by one."""
    los = tekst("bundelzinnen.een_voor_een")
    return Keuze(los, los)


def _keuzes(bundel: Bundel) -> list[Keuze]:
    vast = ["geen", *(["alle"] if bundel.alle_kan else [])] if bundel.rijtje else []
    return [*map(zeg.knop, vast), een_voor_een(), zeg.knop("waarom")]


def _rijen(bundel: Bundel, keren: Sequence[Keer], dossier: Dossier) -> str:
    regels = []
    for nummer, keer in enumerate(keren, 1):
        regel = rij(keer, dossier)
        genummerd = tekst("bundelzinnen.regel_genummerd", nummer=str(nummer), rij=regel)
        regels.append(genummerd if bundel.rijtje else tekst("bundelzinnen.regel", rij=regel))
    return "\n".join(regels)


def rij(keer: Keer, dossier: Dossier) -> str:
    """Return a question as one line of a bundle: a statement, or what to tell."""
    return tekst(f"rijen.{keer.vraag.id}", gegeven="".join(feitenblad.namen(dossier)[:1]))


def genoteerd(keren: Sequence[Keer], dossier: Dossier) -> Bericht:
    """Say back what was taken from one answer to several questions."""
    delen = [
        tekst(
            "bundelzinnen.genoteerd_deel",
            onderwerp=onderwerp(keer),
            antwoord=antwoord_in_woorden(keer, dossier.antwoorden[keer.sleutel].waarde, dossier),
        )
        for keer in keren
    ]
    return Bericht(
        "huidig",
        tekst("bundelzinnen.genoteerd", lijst="\n".join(delen), voorbeeld=onderwerp(keren[0])),
    )


def niet_geweten(keren: Sequence[Keer]) -> list[Bericht]:
    """Say how to find out what was not known."""
    if len(keren) < 2:
        return [zeg.niet_geweten(keer) for keer in keren]
    regels = (
        tekst(
            "bundelzinnen.uitzoeken",
            onderwerp=onderwerp(keer),
            uitzoeken=tekst(f"vragen.{keer.vraag.id}.uitzoeken"),
        )
        for keer in keren
    )
    voorbeeld = onderwerp(keren[0])
    lijst = "\n".join(regels)
    return [Bericht("tekst", tekst("bundelzinnen.niet_geweten", lijst=lijst, voorbeeld=voorbeeld))]


def waarom(keren: Sequence[Keer], dossier: Dossier) -> Bericht:
    """Return why we ask each of these, with the sources."""
    if len(keren) < 2:
        return zeg.waarom(keren[0], dossier)
    datum = feitenblad.datum(dossier)
    bronnen = dict.fromkeys(b for keer in keren for b in bronnen_van_vraag(keer, datum))
    return zeg.zin("waarom", waarom=redenen(keren), bronnen=bronnen_in_woorden(bronnen))


def redenen(keren: Sequence[Keer]) -> str:
    """Return the reason for each of these questions, one line each."""
    return "\n".join(
        tekst(
            "bundelzinnen.waarom",
            onderwerp=onderwerp(keer),
            waarom=tekst(f"vragen.{keer.vraag.id}.waarom"),
        )
        for keer in keren
    )
