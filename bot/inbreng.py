"""Wat een kanaal inbrengt: woorden of een ingevuld formulier, en bij welk beeld dat hoort."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.deur import Binnen, ontvang, ontvang_formulier
from dialogs.bedoeling import Gezegd, Ingevuld, Uiting
from dialogs.dossier import Dossier
from dialogs.procedure.plek import plek
from dialogs.verstaan.opdrachten import na_schuine_streep


@dataclass(frozen=True, slots=True)
class Inbreng:
    """One message as it came in, not yet through the door."""

    ruw: str | Ingevuld
    bericht_id: str | None = None
    """The channel's id of the message."""
    bij: str | None = None
    """The `plek` of the picture it answers; None when the channel cannot tell."""
    meegelezen: bool = False
    """Others read along."""

    def woorden(self) -> str:
        """Return what was said, without '/weegwijzer'; of a form nothing."""
        if isinstance(self.ruw, Ingevuld):
            return ""
        return na_schuine_streep(self.ruw, bezig=True) or self.ruw

    def achter(self, dossier: Dossier) -> bool:
        """Tell whether it answers a picture that is no longer there; a form must say which."""
        if self.bij is None:
            return isinstance(self.ruw, Ingevuld)
        return self.bij != plek(dossier)

    def binnen(
        self, kanaal: str, geen_naam: Callable[[str], bool] | None
    ) -> tuple[Uiting | None, Binnen]:
        """Let it through the door; None when it is refused, and then what to say."""
        if isinstance(self.ruw, Ingevuld):
            waarden, binnen = ontvang_formulier(self.ruw.waarden, kanaal, geen_naam)
            return (None if binnen.tekst is None else Ingevuld(waarden)), binnen
        binnen = ontvang(self.ruw, kanaal, geen_naam)
        return (None if binnen.tekst is None else Gezegd(binnen.tekst)), binnen
