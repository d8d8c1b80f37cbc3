"""Wie er spreekt: elke beurt weet het."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wie:
    """The person a turn belongs to, as the channel knows them."""

    kanaal: str
    id: str
    tenant: str = ""
    rollen: frozenset[str] = frozenset()

    def eigenaar(self) -> str:
        """Return the key under which this person's kept weighings are stored."""
        return _sleutel(self.kanaal, self.tenant, self.id)

    def gesprek(self, gesprek_id: str) -> str:
        """Return the key of this person's own dossier in a conversation.

        The person is part of it: two people in one channel never share a dossier.
        """
        return _sleutel(self.kanaal, self.tenant, gesprek_id, self.id)

    def sprak_in(self, sleutel: str) -> bool:
        """Tell whether this is the key of a conversation of this person, whole or cut off."""
        try:
            kanaal, tenant, _, id_ = json.loads(f"{sleutel.removesuffix(']')}]")
        except (ValueError, TypeError):
            return False
        return (kanaal, tenant, id_) == (self.kanaal, self.tenant, self.id)


def _sleutel(*delen: str) -> str:
    # JSON and not a separator: an id may contain any character, and keys must never meet.
    return json.dumps(delen, ensure_ascii=True, separators=(",", ":"))
