"""Wat een kanaal inbrengt: woorden of een ingevuld formulier, en bij welk beeld dat hoort."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.deur import Binnen, ontvang, ontvang_formulier, past
from bot.documenten import Open
from bot.post import Post
from bot.vals_alarm import is_melding
from dialogs.bedoeling import Gezegd, Ingevuld, Uiting
from dialogs.dossier.wacht import OpNiets
from dialogs.procedure.plek import plek
from dialogs.verstaan.opdrachten import is_opdracht, na_schuine_streep


@dataclass(frozen=True, slots=True)
class Inbreng:
    """One message as it came in, not yet through the door."""

    ruw: str | Ingevuld
    bericht_id: str | None = None
    """The channel's id of the message."""
    bij: str | None = None
    """The `plek` of the picture it answers, empty when nobody knows; None when the channel cannot
    tell."""
    getypt: bool = False
    """Typed, and not on a button: a command works whatever is shown, and without `bij` it answers
    the picture that arrived last."""
    post: Post | None = None
    """Where the reply goes; None where the channel shows it itself."""

    @property
    def meegelezen(self) -> bool:
        """Others read along."""
        return self.post is not None and self.post.meegelezen

    @property
    def op_het_laatste(self) -> bool:
        """It answers what arrived last, and nobody says what that was."""
        return self.getypt and self.bij is None

    def woorden(self) -> str:
        """Return what was said, without '/weegwijzer'; nothing of a form or of what is too long."""
        if isinstance(self.ruw, Ingevuld) or not past(self.ruw):
            return ""
        return na_schuine_streep(self.ruw, bezig=True) or self.ruw

    def achter(self, open_: Open) -> bool:
        """Tell whether it answers another picture than the one there is; a form must say which.

        Where nothing was asked nothing can land on a wrong question, and a command is no answer.
        """
        bij = self.bij
        if bij is None and not self.getypt:
            return isinstance(self.ruw, Ingevuld)
        if bij is None:
            bij = open_.getoond
        dossier = open_.dossier
        if bij == plek(dossier) or (not bij and isinstance(dossier.stand.wacht, OpNiets)):
            return False
        los = self.getypt or not self.bij
        gezegd = self.woorden()
        return not (los and (is_opdracht(gezegd) or is_melding(gezegd)))

    def binnen(
        self, kanaal: str, geen_naam: Callable[[str], bool] | None
    ) -> tuple[Uiting | None, Binnen]:
        """Let it through the door; None when it is refused, and then what to say."""
        if isinstance(self.ruw, Ingevuld):
            waarden, binnen = ontvang_formulier(self.ruw.waarden, kanaal, geen_naam)
            return (None if binnen.tekst is None else Ingevuld(waarden)), binnen
        binnen = ontvang(self.ruw, kanaal, geen_naam)
        return (None if binnen.tekst is None else Gezegd(binnen.tekst)), binnen
