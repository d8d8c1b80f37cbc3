"""Verder gaan: waar we zijn, welke vraag openstaat, en wat we daarbij zeggen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from dialogs.beeld import berichten as zeg
from dialogs.beeld import bundel as bundelberichten
from dialogs.beurt import Bericht, Beurt
from dialogs.dossier import Antwoord, Dossier, Gebeurtenis, feitenblad
from dialogs.dossier.vragen import Keer, keer_van
from dialogs.procedure import Plaats, plaats
from dialogs.samenvatting.maken import maak
from dialogs.weergave import dag


def begroet(dossier: Dossier, nu: dt.datetime) -> Beurt:
    """Greet: the first time with an explanation, later with where we were."""
    waar = plaats(dossier)
    if waar.keer is None:
        return Beurt(bij_vraag(dossier, None), (zeg.zin("klaar_terug"),))
    groet = "terug_van_weg" if dossier.antwoorden else "groet"
    return vraag_verder(dossier, [zeg.zin(groet)], nu)


def hervat(dossier: Dossier, nu: dt.datetime) -> Dossier:
    """Return the dossier with a question open; unchanged when one is. Looking answers nothing."""
    waar = plaats(dossier)
    if waar.klaar or gevraagd(dossier, waar) is not None:
        return dossier
    return begroet(dossier, nu).dossier


def gevraagd(dossier: Dossier, waar: Plaats) -> Keer | None:
    """Return the question this message answers: the one last asked, if it is still open."""
    sleutel = dossier.stand.vraag
    keer = keer_van(sleutel) if sleutel is not None else None
    if keer is None or dossier.stand.wijzigt:
        return keer
    return keer if waar.keer == keer else None


def samen(dossier: Dossier, waar: Plaats) -> tuple[Keer, ...]:
    """Return the bundle this message answers; empty when one question was asked."""
    hier = waar.keer is not None and dossier.stand.vraag == waar.keer.sleutel
    bundel = hier and not dossier.stand.wijzigt and len(waar.samen) > 1
    return waar.samen if bundel else ()


def stel(dossier: Dossier, keer: Keer, waar: Plaats) -> Bericht:
    """Return the message that asks this question, or the bundle it is asked in."""
    hier = keer == waar.keer and not dossier.stand.wijzigt
    return bundelberichten.vraag(keer, waar.samen if hier else (), dossier)


def vraag_verder(
    dossier: Dossier,
    vooraf: Sequence[Bericht],
    nu: dt.datetime,
    ervoor: Plaats | None = None,
) -> Beurt:
    """Tell what was concluded since `ervoor`, then ask the next question or show the end."""
    waar = plaats(dossier)
    uit = list(vooraf)
    if ervoor is not None:
        gezegd = [(a.stap, a.doel, a.einde) for a in ervoor.afgerond]
        uit += [
            zeg.tussenstand(klaar, dossier)
            for klaar in waar.afgerond
            if klaar.stap.nummer in range(1, 5)
            and (klaar.stap, klaar.doel, klaar.einde) not in gezegd
        ]
    if ervoor is not None and ervoor.stap.nummer == 0 < waar.stap.nummer:
        uit.append(zeg.zin("onthouden_datum", datum=dag(feitenblad.datum(dossier))))
    if waar.keer is None:
        uit += zeg.slot(maak(dossier, nu.date()))
        return Beurt(bij_vraag(dossier, None), tuple(uit))
    uit.append(bundelberichten.vraag(waar.keer, waar.samen, dossier))
    return Beurt(bij_vraag(dossier, waar.keer), tuple(uit))


def bij_vraag(dossier: Dossier, keer: Keer | None, *, wijzigt: bool = False) -> Dossier:
    """Return the dossier with this as the question last asked."""
    stand = dossier.stand.model_copy(
        update={
            "vraag": keer.sleutel if keer else None,
            "misverstaan": 0,
            "wijzigt": wijzigt,
            "bevestigt_opnieuw": False,
            "begint_met": None,
            "lijst": (),
        }
    )
    return dossier.model_copy(update={"stand": stand})


def huidige(dossier: Dossier) -> Keer | None:
    """Return the question to come back to: the one asked, or else the one that is open."""
    waar = plaats(dossier)
    return gevraagd(dossier, waar) or waar.keer


def weer(dossier: Dossier) -> tuple[Bericht, ...]:
    """Return the question that was open, to come back to after a digression."""
    return en_weer(dossier, ()).berichten


def en_weer(dossier: Dossier, vooraf: Sequence[Bericht]) -> Beurt:
    """Say something, and ask again what was open."""
    waar = plaats(dossier)
    keer = gevraagd(dossier, waar) or waar.keer
    wijzigt = dossier.stand.wijzigt and keer is not None
    nog_eens = () if keer is None else (stel(dossier, keer, waar),)
    return Beurt(bij_vraag(dossier, keer, wijzigt=wijzigt), (*vooraf, *nog_eens))


def met_antwoorden(dossier: Dossier, antwoorden: Mapping[Keer, Any], nu: dt.datetime) -> Dossier:
    """Return the dossier with these answers; None is 'weet ik niet'."""
    nieuw = {keer.sleutel: Antwoord(waarde=waarde) for keer, waarde in antwoorden.items()}
    gebeurd = (Gebeurtenis(wanneer=nu, vraag=keer.vraag.id) for keer in antwoorden)
    return dossier.model_copy(
        update={
            "antwoorden": {**dossier.antwoorden, **nieuw},
            "geschiedenis": (*dossier.geschiedenis, *gebeurd),
            "stand": dossier.stand.na_antwoord(),
        }
    )


def met_stand(dossier: Dossier, **anders: Any) -> Dossier:
    """Return the dossier with something changed in how the conversation stands."""
    stand = dossier.stand.model_copy(update=anders)
    return dossier.model_copy(update={"stand": stand})


def met_lijst(dossier: Dossier, bericht: Bericht) -> Beurt:
    """Offer choices that are not those of the question, so that a number picks one."""
    lijst = tuple(keuze.waarde for keuze in bericht.keuzes)
    return Beurt(met_stand(dossier, lijst=lijst), (bericht,))


def volgend(dossier: Dossier, nu: dt.datetime) -> Dossier:
    """Return an empty dossier with an id of its own, so that two weighings never look alike."""
    basis, _, nummer = dossier.id.partition("/")
    return Dossier(id=f"{basis}/{int(nummer or 1) + 1}", begonnen=nu.date())
