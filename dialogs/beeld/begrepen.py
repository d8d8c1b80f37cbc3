"""Wat begrepen is, zoals het getoond wordt: elke regel met de woorden waar het uit komt.

Also what the name of a data item tells of its kind: that is shown with the question, and counts
like the rest only after a yes.
"""

from __future__ import annotations

from typing import Final

from dialogs.beeld.delen import BegrepenRegel, Optie
from dialogs.dossier import Dossier, Twijfel, Voorgesteld
from dialogs.dossier.vragen import VRAGEN, Keer, keer_van
from dialogs.lezen import lees
from dialogs.procedure.antwoorden import gevuld
from dialogs.teksten import tekst
from dialogs.weergave import antwoord_in_woorden, onderwerp, opsomming

_GEWOON: Final = "gewoon"


def regels(dossier: Dossier) -> tuple[BegrepenRegel, ...]:
    """Return the list of what was understood; `nummer` is how an answer points at a line."""
    dan = gevuld(dossier, dossier.stand.voorgesteld)
    return tuple(
        BegrepenRegel(
            nummer=nummer,
            onderwerp=onderwerp(keer),
            antwoord=antwoord_in_woorden(keer, voorstel.waarde, dan),
            woorden=voorstel.woorden,
            was=None if was is None else antwoord_in_woorden(keer, was.waarde, dossier),
        )
        for nummer, voorstel in enumerate(dossier.stand.voorgesteld, 1)
        if (keer := keer_van(voorstel.sleutel)) is not None
        for was in (dossier.antwoorden.get(voorstel.sleutel),)
    )


def soort_van(keer: Keer, dossier: Dossier) -> tuple[str, ...]:
    """Return the kinds that the name of an item tells; none when it tells nothing."""
    gelezen = lees(keer.gegeven or "", dossier.begonnen).gegevenssoorten
    gekozen = [soort for soort in VRAGEN["soort"].keuzes if soort in gelezen]
    # What is also sensitive is not plain.
    return tuple(soort for soort in gekozen if soort != _GEWOON) or tuple(gekozen)


def twijfelvraag(dossier: Dossier) -> str:
    """Return the question which of the readings is right, each with its words."""
    twijfel = dossier.stand.twijfel[0]
    lezingen = opsomming(
        tekst(
            "twijfel.lezing",
            antwoord=antwoord_in_woorden(twijfelkeer(twijfel), v.waarde, dossier),
            woorden=v.woorden,
        )
        for v in twijfel
    )
    keer = keer_van(twijfel[0].sleutel)
    return tekst(
        "twijfel.vraag", onderwerp=onderwerp(keer) if keer is not None else "", lezingen=lezingen
    )


def twijfelopties(dossier: Dossier) -> tuple[Optie, ...]:
    """Return the answers one can pick: every reading, or none of them."""
    twijfel = dossier.stand.twijfel[0]
    labels = [antwoord_in_woorden(twijfelkeer(twijfel), v.waarde, dossier) for v in twijfel]
    geen = tekst("twijfel.geen_van_beide")
    lezingen = (Optie(waarde=k, label=k, in_formulier=n) for n, k in enumerate(labels, 1))
    return (*lezingen, Optie(waarde=geen, label=geen, in_formulier=0))


def twijfelkeer(twijfel: Twijfel) -> Keer:
    """Return the question that the readings answer."""
    keer = keer_van(twijfel[0].sleutel)
    # An upgrade that removes a question leaves nothing to doubt about it.
    return keer if keer is not None else Keer(VRAGEN["begrepen"])


def onderwerpen(voorgesteld: tuple[Voorgesteld, ...]) -> list[str]:
    """Return the subjects of what was read, in its order."""
    keren = (keer_van(v.sleutel) for v in voorgesteld)
    return [tekst(f"vragen.{keer.vraag.id}.onderwerp") for keer in keren if keer is not None]
