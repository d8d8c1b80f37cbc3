"""De poort naar het gesprek: wat een beurt van `dialogs.gesprek` nodig heeft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any, Literal, Protocol

from dialogs.bedoeling import Uiting
from dialogs.beeld.gezegd import Gezegde, Wegingregel, Zin
from dialogs.beurt import Beurt
from dialogs.dossier import Dossier
from dialogs.samenvatting.bewijs import Bewijsstand


class Dialoog(Protocol):
    """The functions of `dialogs.gesprek`; a module fits as well as an object."""

    def nieuw(self, dossier_id: str, vandaag: dt.date) -> Dossier:
        """Start an empty dossier."""

    def volgend(self, dossier: Dossier, nu: dt.datetime) -> Dossier:
        """Return an empty dossier with an id of its own."""

    def begroet(self, dossier: Dossier, nu: dt.datetime) -> Beurt:
        """Say hello, or where we were, and ask."""

    def hervat(self, dossier: Dossier, nu: dt.datetime) -> Dossier:
        """Return the dossier with a question open, unchanged when one is."""

    def toets(self, dossier: Dossier, nu: dt.datetime) -> None:
        """Make all there is to see of a dossier; raises when that cannot be made."""

    def beantwoord(self, dossier: Dossier, uiting: Uiting, nu: dt.datetime) -> Beurt:
        """Take in what was said."""

    def na_bewaren(self, dossier: Dossier, kenmerk: str) -> Beurt:
        """Say under which reference it is kept."""

    def zonder_weging(self, dossier: Dossier, kenmerk: str, nu: dt.datetime) -> Dossier:
        """Return the dossier after a kept weighing is deleted; another id: it was that weighing."""

    def verwijderd(self, kenmerk: str, gevolgen: Collection[str], kanaal: str) -> tuple[Zin, ...]:
        """Say that a weighing is deleted, and what still holds something of it."""

    def na_verwijderen(
        self, dossier: Dossier, kenmerk: str, gezegd: tuple[Zin, ...], nu: dt.datetime
    ) -> Beurt:
        """Go on in the conversation that deleted it; nothing said means it is not there."""

    def lijst(self, wegingen: Sequence[Wegingregel], zoek: str = "") -> tuple[Gezegde, ...]:
        """Show the list of kept weighings; with `zoek` those that have its words."""

    def geopend(self, kenmerk: str, markdown: str | None, eigen: str = "") -> tuple[Gezegde, ...]:
        """Show one kept weighing with its owner's reference, or that there is none."""

    def scherm_gewist(self, dossier: Dossier, kanaal: str) -> Beurt:
        """Have the screen cleared, and say what stays."""

    def na_noemen(self, dossier: Dossier, kenmerk: str, eigen: str | None) -> Beurt:
        """Say what a kept weighing is called now; None when it is not there."""

    def als_basis(
        self, dossier: Dossier, kenmerk: str, gegevens: dict[str, Any] | None, nu: dt.datetime
    ) -> Beurt:
        """Begin a weighing with the facts of a kept one; None when that is not there."""

    def herweeg(
        self, dossier: Dossier, kenmerk: str, gegevens: dict[str, Any] | None, nu: dt.datetime
    ) -> Beurt:
        """Go on with a kept weighing, for a next version; None when it is not there."""

    def na_melden(self, dossier: Dossier, over: Literal["oordeel", "onderwerp"]) -> Beurt:
        """Say that a report is passed on."""

    def nagerekend(
        self,
        gegevens: dict[str, Any],
        uitgave: dict[str, Any] | None,
        bewijs: Bewijsstand | None = None,
        vorige: dict[str, Any] | None = None,
    ) -> tuple[Gezegde, ...]:
        """Show a kept weighing made again, with the edition of the time when it is there."""
