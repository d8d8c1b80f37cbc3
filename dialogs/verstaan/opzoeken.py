"""Opzoeken: of een tekst iets vraagt wat na te lezen is, en niet vertelt of antwoordt."""

from __future__ import annotations

from typing import Final

from dialogs.bedoeling import Opzoeken
from dialogs.dossier.vragen import EIGEN_WOORDEN, Keer
from dialogs.lezen import beschrijft
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.opdrachten import vraag_in
from knowledge.zoeken.niet_delen import niet_delen

_VRAAG: Final = 30
"""In more words than this somebody tells what happened, and asks something in passing."""


def opzoekvraag(keer: Keer | None, zin: Zin) -> Opzoeken | None:
    """Return the lookup in a text; whoever tells about somebody looks nothing up.

    Unless it asks about noting, inspecting, keeping or erasing: that is no sharing to weigh.
    """
    if vraagt_iets_anders(keer, zin.tekst):
        return Opzoeken(zin.tekst)
    if keer is not None and keer.vraag.id == "omschrijving" and beschrijft(zin.lezing):
        return None
    return vraag_in(zin.tekst, keer.vraag if keer else None)


def vraagt_iets_anders(keer: Keer | None, gezegd: str) -> bool:
    """Tell whether a text asks for something else than sharing; own words are never read so."""
    schrijft = keer is not None and keer.vraag.soort in EIGEN_WOORDEN
    if schrijft and keer is not None and keer.vraag.id != "omschrijving":
        return False
    return len(gezegd.split()) <= _VRAAG and niet_delen(gezegd) is not None
