"""Wie er spreekt: elke beurt weet het."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Wie:
    """The person a turn belongs to, as the channel knows them.

    The same person through two channels is two: nobody may claim to be somebody elsewhere.
    """

    kanaal: str
    id: str
    tenant: str = ""
    """The organisation, only when who signed in proved it; empty otherwise."""
    rollen: frozenset[str] = frozenset()
    via: str = ""
    """The channel as the protocol names it (`msteams`), where ours serves more than one."""

    def eigenaar(self) -> str:
        """Return the key under which this person's kept weighings are stored."""
        return _sleutel(*self._waar(), self.id)

    def gesprek(self, gesprek_id: str) -> str:
        """Return the key of this person's own dossier in a conversation.

        The person is part of it: two people in one channel never share a dossier.
        """
        return _sleutel(*self._waar(), gesprek_id, self.id)

    def sprak_in(self, sleutel: str) -> bool:
        """Tell whether this is the key of a conversation of this person, whole or cut off."""
        try:
            *waar, _, id_ = json.loads(f"{sleutel.removesuffix(']')}]")
        except (ValueError, TypeError):
            return False
        return (*waar, id_) == (*self._waar(), self.id)

    def _waar(self) -> tuple[str, ...]:
        # As many parts in every key of one channel: then two never meet.
        return (self.kanaal, *([self.via] if self.via else []), self.tenant)


_TEAMS_TOEN: Final = ("teams", "msteams")
"""What the first version called every channel of the Bot Framework, and what that is now."""
_APART: Final = "]#"


def sleutel_van_nu(sleutel: str, delen: int) -> str:
    """Return a key as it is made now; the first version held no channel, and a claimed tenant.

    Args:
        sleutel: a stored key, of a conversation (also one laid aside) or an owner.
        delen: how many parts such a key had then.
    """
    kop, apart, rest = sleutel.rpartition(_APART)
    for heel, staart in ((sleutel, ""), (f"{kop}]", f"{apart.removeprefix(']')}{rest}")):
        try:
            kanaal, _, *wie = json.loads(heel)
        except (ValueError, TypeError):
            continue
        if len(wie) == delen - 2 and kanaal == _TEAMS_TOEN[0]:
            return _sleutel(*_TEAMS_TOEN, "", *wie) + staart
    return sleutel


def _sleutel(*delen: str) -> str:
    # JSON and not a separator: an id may contain any character, and keys must never meet.
    return json.dumps(delen, ensure_ascii=True, separators=(",", ":"))
