"""Een casus om een weging mee te beginnen: welke, hoe je het zegt, en wat er dan in staat."""

from __future__ import annotations

from dialogs.beeld.delen import Optie
from dialogs.dossier import Dossier, uit_casus
from dialogs.dossier.vragen import keer_van
from dialogs.teksten import tekst
from dialogs.weergave import antwoord_in_woorden, onderwerp
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp
from knowledge.onderwerpen.oordelen import situaties


def casus(id_: str | None) -> CasusOnderwerp | None:
    """Return the casus with this id, if a weighing can begin with it."""
    gevonden = onderwerpen().get(id_ or "")
    return gevonden if isinstance(gevonden, CasusOnderwerp) else None


def opdracht(van: CasusOnderwerp) -> str:
    """Return what to say to begin with this casus."""
    return tekst("opzoeken.begin_waarde", casus=van.id.replace("-", " "))


def gevuld(leeg: Dossier, van: CasusOnderwerp) -> Dossier:
    """Return a dossier with the facts of the casus as its answers."""
    feiten = [situatie.situatie() for situatie in situaties(van.begin)]
    return leeg.model_copy(update={"antwoorden": uit_casus.antwoorden(feiten)})


def voorstel(dossier: Dossier, van: CasusOnderwerp) -> str:
    """Return which answers would be filled in, and whether a weighing under way would go."""
    dan = gevuld(Dossier(id=dossier.id, begonnen=dossier.begonnen), van)
    verliest = bool(dossier.antwoorden) and dossier.stand.bewaard_als is None
    keren = ((keer_van(sleutel), a.waarde) for sleutel, a in dan.antwoorden.items())
    regels = [
        tekst(
            "opzoeken.feit",
            onderwerp=onderwerp(keer),
            antwoord=antwoord_in_woorden(keer, waarde, dan),
        )
        for keer, waarde in keren
        if keer is not None
    ]
    delen = [tekst("opzoeken.voorstel", casus=van.naam), "\n".join(regels)]
    delen.append(tekst("opzoeken.blijft_van_jou"))
    delen += [tekst("opzoeken.verliest")] if verliest else []
    delen.append(f"**{tekst('opzoeken.begin_zeker')}**")
    return "\n\n".join(delen)


def zoekoptie(van: Onderwerp) -> Optie:
    """Return the choice that looks this topic up."""
    return Optie(waarde=tekst("opzoeken.opdracht", onderwerp=van.naam), label=van.naam)


def leesoptie(van: Onderwerp) -> Optie:
    """Return the choice that shows all there is to read on this topic."""
    return Optie(waarde=tekst("opzoeken.lees", onderwerp=van.naam), label=van.naam)


def lees_verder() -> Optie:
    """Return the choice that shows all there is to read on the topic last shown."""
    woorden = tekst("opzoeken.lees_verder")
    return Optie(waarde=woorden, label=woorden)


def aanbod() -> dict[str, str]:
    """Return all that a list of topics can hold: what picking it sends, and its label."""
    verder = tekst("opzoeken.verder")
    opties = [optie(van) for van in onderwerpen().values() for optie in (zoekoptie, leesoptie)]
    return {optie.waarde: optie.label for optie in opties} | {verder: verder}
