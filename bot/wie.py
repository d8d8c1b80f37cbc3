"""Wie er spreekt: elke beurt weet het."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Wie:
    """The person a turn belongs to, as the channel knows them.

    The same person through two channels is two, until configuration says otherwise: nobody may
    claim to be somebody elsewhere.
    """

    kanaal: str
    id: str
    """What stays the same of a person: an Entra object id where the channel proved it."""
    tenant: str = ""
    """The organisation, only when who signed in proved it; empty otherwise."""
    rollen: frozenset[str] = frozenset()
    via: str = ""
    """The channel as the protocol names it (`msteams`), where ours serves more than one."""
    bewezen: bool = False
    """Whether the channel proved who this is. Configuration says nothing of anybody else."""
    vroeger: tuple[tuple[str, str], ...] = ()
    """Tenant and id under which this person was known here before, proved in the same breath."""
    ook: tuple[str, ...] = ()
    """Owners in other channels that are this person, as configuration says."""

    def eigenaar(self) -> str:
        """Return the key under which this person's kept weighings are stored."""
        return sleutel_van_eigenaar(self.kanaal, self.via, self.tenant, self.id)

    def eigenaren(self) -> tuple[str, ...]:
        """Return every key under which something of this person may be kept, their own first."""
        vroeger = (
            sleutel_van_eigenaar(self.kanaal, self.via, tenant, id_) for tenant, id_ in self.vroeger
        )
        return tuple(dict.fromkeys((self.eigenaar(), *vroeger, *self.ook)))

    def gesprek(self, gesprek_id: str) -> str:
        """Return the key of this person's own dossier in a conversation.

        The person is part of it: two people in one channel never share a dossier.
        """
        return _sleutel(*_waar(self.kanaal, self.via, self.tenant), gesprek_id, self.id)

    def vroegere(self, gesprek_id: str) -> tuple[tuple[str, str], ...]:
        """Return the keys of a conversation and an owner from before, for each id from before."""
        return tuple(
            (was.gesprek(gesprek_id), was.eigenaar())
            for was in (replace(self, tenant=t, id=id_) for t, id_ in self.vroeger)
        )

    def sprak_in(self, sleutel: str) -> bool:
        """Tell whether this is the key of a conversation of this person, whole or cut off."""
        try:
            *waar, _, id_ = json.loads(f"{sleutel.removesuffix(']')}]")
        except (ValueError, TypeError):
            return False
        return _sleutel(*waar, id_) in self.eigenaren()


def sleutel_van_eigenaar(kanaal: str, via: str, tenant: str, id_: str) -> str:
    """Return the key under which somebody's kept weighings are stored."""
    return _sleutel(*_waar(kanaal, via, tenant), id_)


def _waar(kanaal: str, via: str, tenant: str) -> tuple[str, ...]:
    # As many parts in every key of one channel: then two never meet.
    return (kanaal, *([via] if via else []), tenant)


def vast(id_: str) -> str:
    """Return a tenant or id as it is compared: of a GUID either case is the same."""
    return id_.lower() if _GUID.fullmatch(id_) else id_


_GUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
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
