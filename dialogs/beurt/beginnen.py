"""Een weging beginnen met de feiten van een casus. Wat afwegen is, blijft aan de professional."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any, Final

from dialogs.beurt import Bericht
from dialogs.dossier import Antwoord, Dossier, Gebeurtenis
from dialogs.dossier.vragen import VRAGEN, Keer, keer_van
from dialogs.teksten import tekst
from dialogs.weergave import antwoord_in_woorden, onderwerp
from knowledge.feiten import Gegeven, Situatie, Soort
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp
from knowledge.onderwerpen.oordelen import situaties

# The day of sharing is today's; the open norms are never filled in.
_NIET: Final = ("datum", "nodig", "alternatief", "belang_zwaarder")


def casus(id_: str | None) -> CasusOnderwerp | None:
    """Return the casus with this id, if a weighing can begin with it."""
    gevonden = onderwerpen().get(id_ or "")
    return gevonden if isinstance(gevonden, CasusOnderwerp) else None


def opdracht(van: CasusOnderwerp) -> str:
    """Return what to say to begin with this casus."""
    return tekst("opzoeken.begin_waarde", casus=van.id.replace("-", " "))


def ingevuld(leeg: Dossier, van: CasusOnderwerp, nu: dt.datetime) -> Dossier:
    """Return a new dossier with the facts of the casus as its answers."""
    antwoorden = _ingevulde(van)
    return leeg.model_copy(
        update={
            "antwoorden": antwoorden,
            "geschiedenis": tuple(
                Gebeurtenis(wanneer=nu, vraag=keer.vraag.id)
                for sleutel in antwoorden
                if (keer := keer_van(sleutel)) is not None
            ),
        }
    )


def voorstel(dossier: Dossier, van: CasusOnderwerp) -> str:
    """Return which answers would be filled in, and whether a weighing under way would go."""
    gevuld = Dossier(id=dossier.id, begonnen=dossier.begonnen, antwoorden=_ingevulde(van))
    verliest = bool(dossier.antwoorden) and dossier.stand.bewaard_als is None
    keren = ((keer_van(sleutel), a.waarde) for sleutel, a in gevuld.antwoorden.items())
    regels = [
        tekst(
            "opzoeken.feit",
            onderwerp=onderwerp(keer),
            antwoord=antwoord_in_woorden(keer, waarde, gevuld),
        )
        for keer, waarde in keren
        if keer is not None
    ]
    delen = [tekst("opzoeken.voorstel", casus=van.naam), "\n".join(regels)]
    delen.append(tekst("opzoeken.blijft_van_jou"))
    delen += [tekst("opzoeken.verliest")] if verliest else []
    delen.append(f"**{tekst('opzoeken.begin_zeker')}**")
    return "\n\n".join(delen)


def begonnen() -> Bericht:
    """Say that the facts are in."""
    return Bericht("tekst", tekst("opzoeken.begonnen"))


def _ingevulde(van: CasusOnderwerp) -> dict[str, Antwoord]:
    feiten = [situatie.situatie() for situatie in situaties(van.begin)]
    return {
        keer.sleutel: Antwoord(waarde=_kaal(waarde))
        for keer, waarde in _antwoorden(feiten)
        if waarde is not None
    }


def _antwoorden(feiten: Sequence[Situatie]) -> Iterator[tuple[Keer, Any]]:
    gegevens = {g.naam or "": g for situatie in feiten for g in situatie.gegevens or ()}
    gevoelig = any(g.soort != frozenset((Soort.GEWOON,)) for g in gegevens.values())
    for vraag in VRAGEN.values():
        if vraag.id in _NIET:
            continue
        if vraag.id == "gegevens":
            yield Keer(vraag), list(gegevens) or None
        elif vraag.id == "gevoelig":
            yield Keer(vraag), gevoelig if gegevens else None
        elif vraag.id == "soort":
            yield from _soorten(gegevens.values()) if gevoelig else ()
        elif vraag.id == "in_overgangsdocument":
            yield Keer(vraag), _in_document(feiten[0], gegevens)
        elif vraag.id == "doel":
            yield Keer(vraag), [doel for situatie in feiten for doel in situatie.doelen() if doel]
        elif vraag.feit is not None:
            yield from _gewoon(vraag.id, feiten)


def _soorten(gegevens: Any) -> Iterator[tuple[Keer, Any]]:
    for gegeven in gegevens:
        soorten = sorted(gegeven.soort) if gegeven.soort else None
        yield Keer(VRAGEN["soort"], gegeven=gegeven.naam), soorten


def _in_document(situatie: Situatie, gegevens: dict[str, Gegeven]) -> list[str] | None:
    """Return the items in the overgangsdocument; an item that does not say follows the whole."""
    erin = {
        naam: situatie.in_overgangsdocument
        if gegeven.in_overgangsdocument is None
        else gegeven.in_overgangsdocument
        for naam, gegeven in gegevens.items()
    }
    return None if None in erin.values() else [naam for naam, ja in erin.items() if ja]


def _gewoon(id_: str, feiten: Sequence[Situatie]) -> Iterator[tuple[Keer, Any]]:
    for situatie in feiten if VRAGEN[id_].per_doel else feiten[:1]:
        doel = situatie.doelen()[0] if VRAGEN[id_].per_doel else None
        yield Keer(VRAGEN[id_], doel), getattr(situatie, id_)


def _kaal(waarde: Any) -> Any:
    """Return a value as storage has it: text, numbers and lists only."""
    if isinstance(waarde, StrEnum):
        return waarde.value
    return [_kaal(deel) for deel in waarde] if isinstance(waarde, list) else waarde
