"""Wat er van een gesprek in de opslag staat: het dossier, en welke berichten al verwerkt zijn."""

from __future__ import annotations

from typing import Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict

from bot.opslag.poort import DocumentOnleesbaar
from bot.vals_alarm import MEESTE
from dialogs import dossier as dossiers
from dialogs.dossier import Dossier, migratie

GEZIEN: Final = 32
"""How many handled messages we remember: a channel resends within seconds."""


class Gespreksdocument(BaseModel):
    """The stored form of a conversation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    vorm: Literal[1] = 1
    dossier: Dossier
    gezien: tuple[str, ...] = ()
    """Ids of the last handled messages, as the channel gave them."""
    geen_namen: tuple[str, ...] = ()
    """Fingerprints of words that are no name, as the professional said (`vals_alarm`)."""
    getoond: str | None = None
    """The `plek` of the picture that arrived last; None where nobody keeps track."""

    @classmethod
    def lees(cls, inhoud: dict[str, Any]) -> Self:
        """Read what was stored.

        Raises:
            DocumentOnleesbaar: it is damaged, or a newer program wrote it.
        """
        try:
            dossier = inhoud.get("dossier")
            if isinstance(dossier, dict):
                inhoud = {**inhoud, "dossier": migratie.bijgewerkt(dossier)}
            gelezen = cls.model_validate(inhoud)
        except Exception as fout:  # whatever somebody or something made of it
            raise DocumentOnleesbaar from fout
        if gelezen.dossier.versie > dossiers.VERSIE:
            raise DocumentOnleesbaar
        return gelezen

    def inhoud(self) -> dict[str, Any]:
        """Return what to store: JSON types only."""
        return self.model_dump(mode="json")

    def verder(self, dossier: Dossier, bericht_id: str | None) -> Self:
        """Return the document after a turn."""
        gezien = self.gezien if bericht_id is None else (*self.gezien, bericht_id)[-GEZIEN:]
        return self.model_copy(update={"dossier": dossier, "gezien": gezien})

    def met_getoond(self, plek: str) -> Self:
        """Return the document of which this picture was shown."""
        return self.model_copy(update={"getoond": plek})

    def zonder_alarm(self, afdrukken: tuple[str, ...]) -> Self:
        """Return the document that also knows these words as no name."""
        samen = tuple(dict.fromkeys((*self.geen_namen, *afdrukken)))
        return self.model_copy(update={"geen_namen": samen[-MEESTE:]})
