"""Het uitgangspunt: wat je neemt waar niemand iets zei en niets bijzonders aan de hand is.

No law and no verdict: only where to start looking for facts that lead somewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from knowledge.feiten import FEITEN
from knowledge.kennis import Kennis

GELDIGE_TOESTEMMING: Final[Mapping[str, Any]] = {
    "toestemming": "gegeven",
    "toestemming_vrij": True,
    "toestemming_duidelijk": True,
    "toestemming_geinformeerd": True,
    "toestemming_specifiek": True,
}
# What is not here is answered with no, or with the last of its values.
_NIETS_BIJZONDERS: Final[Mapping[str, Any]] = {
    "leeftijd": 20,
    "opleiding": "entree",
    "toestemming": "niet_gevraagd",
    "doel_verenigbaar": True,
    "nodig": True,
    "soort": frozenset(("gewoon",)),
    "gegevens": ({"nodig": True, "soort": frozenset(("gewoon",))},),
    "alternatief": "geen",
}


def uitgangspunt(sleutel: str, kennis: Kennis) -> Any:
    """Return the plainest value of a fact, of the situation or of a data item."""
    naam = sleutel.rpartition(".")[2]
    if naam in _NIETS_BIJZONDERS:
        return _NIETS_BIJZONDERS[naam]
    feit = FEITEN[naam]
    if feit.soort == "datum":
        return kennis.nieuw_vanaf
    if feit.soort == "ja_nee":
        return False
    return feit.waarden[-1] if feit.waarden else 0
