"""Wat er van een gesprek in de opslag staat: het dossier, en wat geen naam bleek te zijn."""

from __future__ import annotations

from typing import Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict

from bot.opslag.poort import DocumentOnleesbaar
from bot.vals_alarm import MEESTE
from dialogs import dossier as dossiers
from dialogs.dossier import Dossier, migratie

_ELDERS: Final = frozenset({"gezien", "getoond"})
"""What earlier versions kept in the document, and now has a place of its own in storage."""


class Gespreksdocument(BaseModel):
    """The stored form of a conversation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    vorm: Literal[1] = 1
    dossier: Dossier
    geen_namen: tuple[str, ...] = ()
    """Fingerprints of words that are no name, as the professional said (`vals_alarm`)."""

    @classmethod
    def lees(cls, inhoud: dict[str, Any]) -> Self:
        """Read what was stored.

        Raises:
            DocumentOnleesbaar: it is damaged, or a newer program wrote it.
        """
        try:
            inhoud = {naam: deel for naam, deel in inhoud.items() if naam not in _ELDERS}
            dossier = inhoud.get("dossier")
            if isinstance(dossier, dict):
                inhoud["dossier"] = migratie.bijgewerkt(dossier)
            gelezen = cls.model_validate(inhoud)
        except Exception as fout:  # whatever somebody or something made of it
            raise DocumentOnleesbaar from fout
        if gelezen.dossier.versie > dossiers.VERSIE:
            raise DocumentOnleesbaar
        return gelezen

    def inhoud(self) -> dict[str, Any]:
        """Return what to store: JSON types only."""
        return self.model_dump(mode="json")

    def verder(self, dossier: Dossier) -> Self:
        """Return the document after a turn."""
        return self.model_copy(update={"dossier": dossier})

    def zonder_alarm(self, afdrukken: tuple[str, ...]) -> Self:
        """Return the document that also knows these words as no name."""
        samen = tuple(dict.fromkeys((*self.geen_namen, *afdrukken)))
        return self.model_copy(update={"geen_namen": samen[-MEESTE:]})
