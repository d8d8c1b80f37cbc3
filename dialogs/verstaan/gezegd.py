"""Wat iemand zei, één keer gelezen: alles wat verstaan wil worden, leest het hier."""

from __future__ import annotations

import datetime as dt
import unicodedata
from functools import cached_property
from typing import Final

from dialogs.lezen import Lezing, lees
from dialogs.lezen.lezing import Vondst
from dialogs.teksten import tabel
from dialogs.teksten.woorden import bevat, duim

_MEE_EENS: Final = ("overgangsdocument_akkoord", "begeleiding_akkoord", "alb_gebruik")
"""Asked for by itself, these are meant by a mere 'akkoord' or 'wil niet'."""


class Zin:
    """A text and what stands in it; read when that is first asked, and then never again."""

    def __init__(self, tekst: str, vandaag: dt.date) -> None:
        # As the reader has it, so that where something stands is the same here.
        self.tekst = duim(unicodedata.normalize("NFC", tekst))
        self.vandaag = vandaag

    @cached_property
    def lezing(self) -> Lezing:
        """What the reader finds in it."""
        return lees(self.tekst, self.vandaag)

    def deel(self, begin: int, einde: int) -> Zin:
        """Return a part of it, with what was read there."""
        deel = Zin(self.tekst[begin:einde], self.vandaag)
        # A cached property is an attribute of this name: now it is known without reading.
        deel.lezing = self.lezing.deel(begin, einde)
        return deel

    def kaal(self) -> Zin:
        """Return it without blanks around it."""
        begin = len(self.tekst) - len(self.tekst.lstrip())
        return self.deel(begin, max(begin, len(self.tekst.rstrip())))

    def stuk(self, woorden: str) -> Zin:
        """Return the last place where these words stand, in any case of letters."""
        begin = self.tekst.casefold().rfind(woorden)
        heel = begin >= 0 and len(self.tekst.casefold()) == len(self.tekst)
        return self.deel(begin, begin + len(woorden)) if heel else Zin(woorden, self.vandaag)

    def van_andere(self, feit: str) -> tuple[str, ...]:
        """Return the words that tell another fact than this one."""
        andere = (vondst for vondst in self.lezing.vondsten if not self._gaat_over(vondst, feit))
        return tuple(self.tekst[vondst.begin : vondst.einde] for vondst in andere)

    def zonder_andere(self, feit: str) -> str:
        """Return the text without the words that tell another fact than this one.

        'Nog niet gevraagd' tells of consent, and is no 'nee' to whatever was asked.
        """
        tekst = self.tekst
        for vondst in self.lezing.vondsten:
            if not self._gaat_over(vondst, feit):
                weg = " " * (vondst.einde - vondst.begin)
                tekst = f"{tekst[: vondst.begin]}{weg}{tekst[vondst.einde :]}"
        return tekst

    def _gaat_over(self, vondst: Vondst, feit: str) -> bool:
        """Tell whether what was found tells this fact.

        'Is het er niet mee eens' tells of consent, unless something else was asked for that
        somebody can be for or against. Words that name the sharing itself stay about consent.
        """
        if vondst.feit != "toestemming" or feit not in _MEE_EENS:
            return vondst.feit == feit
        return not bevat(self.tekst, tabel("antwoordzinnen")["over_delen"])
