"""Wat in veel transcripten hetzelfde is, wordt één keer beproefd."""

from __future__ import annotations

from dialogs.beeld.vraag import Beeldvraag
from dialogs.dossier import Dossier


class Eenmalig:
    """Tells whether a question that looks like this came by before, in this process.

    Transcripts ask many a question in the same words. Trying every choice of it again there takes
    minutes and finds nothing: what a choice means depends on the question. The first of each kind
    is tried, in whichever process of the run it comes up first.
    """

    def __init__(self) -> None:
        self._gezien: set[tuple[str, str, bool]] = set()

    def nieuw(self, dossier: Dossier, vraag: Beeldvraag) -> bool:
        """Tell whether this is the first of its kind; from now on it is not."""
        kort = vraag.model_copy(update={"plek": "", "misverstaan": 0}).model_dump_json()
        return self._eerste(dossier, kort)

    def keuze(self, dossier: Dossier, waarde: str) -> bool:
        """Tell the same of one choice, whatever stands beside it in a list."""
        return self._eerste(dossier, waarde)

    def _eerste(self, dossier: Dossier, kort: str) -> bool:
        afdruk = (type(dossier.stand.wacht).__name__, kort, bool(dossier.stand.voorgesteld))
        if afdruk in self._gezien:
            return False
        self._gezien.add(afdruk)
        return True
