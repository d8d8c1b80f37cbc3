"""Hoe een vraag in een vastgelegde weging heet: een naam in plaats van een zin."""

from __future__ import annotations

from dialogs.dossier.vragen import keer_van
from dialogs.samenvatting import GesteldeVraag
from dialogs.weergave import onderwerp


def vraagnaam(vraag: GesteldeVraag) -> str:
    """Return the subject of a question; the question itself where this version has none."""
    keer = keer_van(vraag.sleutel)
    if keer is None:
        return vraag.vraag
    naam = onderwerp(keer)
    return f"{naam[:1].upper()}{naam[1:]}"
