"""De poort van wat er uit moet: bewaard met het antwoord, en van daar bezorgd.

Why a table of our own: ADR 14. Time is passed in everywhere; no database's own clock counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final, Protocol

ONLEESBAAR: Final = "onleesbaar"
"""Why a row is given up that is no JSON object."""


@dataclass(frozen=True, slots=True)
class Uitgaand:
    """One message that must go out."""

    kanaal: str
    """Whose deliverer takes it."""
    inhoud: dict[str, Any]
    """JSON types only: all that delivery needs."""
    toont: str | None = None
    """The `plek` that counts as shown once it has arrived."""
    vanaf: dt.datetime | None = None
    """Not before this time, and until then in nobody's way: a reminder. None: now."""


@dataclass(frozen=True, slots=True)
class Vastlegging:
    """What a turn leaves behind: stored whole, or not at all."""

    sleutel: str
    """The key of the conversation."""
    nu: dt.datetime
    inhoud: dict[str, Any] | None = None
    """The document, JSON types only; None leaves the stored one as it is."""
    versie: int | None = None
    """The version the document was loaded with; None when it must be new."""
    uit: tuple[Uitgaand, ...] = ()
    """What is said, in order."""
    bericht_id: str | None = None
    """The channel's id of the message that is handled by this."""


@dataclass(frozen=True, slots=True)
class Zending:
    """One message that was taken to be delivered; `nummer` and `pogingen` together name the take.

    When the lease ran out and somebody else took it, `stel_uit` and `geef_op` do nothing.
    """

    nummer: int
    sleutel: str
    kanaal: str
    inhoud: dict[str, Any]
    pogingen: int
    """Which try this is, from 1 on."""


@dataclass(frozen=True, slots=True)
class Uitgaandregel:
    """What an administrator may know of a message that is still here; nothing of what it says."""

    nummer: int
    sleutel: str
    kanaal: str
    pogingen: int
    reden: str
    """Why the last try failed, as a code; empty when there was none."""
    na: dt.datetime
    """When it is tried again."""
    dood: dt.datetime | None
    """When it was given up; None while it is still tried."""


class UitgaandOpslag(Protocol):
    """What goes out, what came in, and work that one process does at a time.

    Every method may raise `OpslagFout`. In a conversation only the oldest message may be taken that
    is not dead and whose `vanaf` has come: so they go out in order, and one that is tried again
    later holds up those after it.
    """

    async def leg_vast(self, wat: Vastlegging) -> int | None:
        """Store document, outgoing messages and incoming id in one transaction.

        Returns:
            The new version of the document; `wat.versie` when that stays as it is.

        Raises:
            OpslagConflict: another process wrote the document meanwhile; nothing was written.
            BerichtGezien: the message was handled before; nothing was written.
        """

    async def is_gezien(self, sleutel: str, bericht_id: str) -> bool:
        """Tell whether this message was handled before."""

    async def zend_opnieuw(self, sleutel: str, bericht_id: str, nu: dt.datetime) -> bool:
        """Let what still has to be said to this message be tried at once, also what was given up.

        What is being delivered at this moment is left alone.

        Returns:
            Whether there is anything left of it.
        """

    async def onderweg(self, sleutel: str, nu: dt.datetime) -> bool:
        """Tell whether soon will be known if the oldest message arrives.

        It was not tried even once, or somebody took it and has not said what came of that.
        """

    async def neem(
        self, kanalen: Collection[str], nu: dt.datetime, tot: dt.datetime, hoeveel: int
    ) -> tuple[Zending, ...]:
        """Take messages to deliver, one for each conversation, longest due first.

        Args:
            kanalen: the channels that whoever asks can deliver to.
            nu: what is due now, and what somebody took whose time is up.
            tot: until then nobody else gets them.
            hoeveel: so many at most.
        """

    async def bezorgd(self, zending: Zending, nu: dt.datetime, tot: dt.datetime) -> Zending | None:
        """Forget a message for good that has arrived, and remember what it shows.

        Returns:
            The next of this conversation and channel, taken until `tot`, when one is due.
        """

    async def stel_uit(self, zending: Zending, na: dt.datetime, reden: str) -> None:
        """Let go of a message that did not arrive; it is not tried before `na`."""

    async def geef_op(self, zending: Zending, nu: dt.datetime, reden: str) -> None:
        """Try no more, nor what else that turn said: it stays, and what comes after it may go."""

    async def uitgaand(self) -> tuple[Uitgaandregel, ...]:
        """Return all that is not delivered, oldest first."""

    async def herleef(self, nummer: int, nu: dt.datetime) -> bool:
        """Begin anew with a dead message, and what died with it; False when there is none."""

    async def wis_uitgaand(self, nummer: int) -> bool:
        """Forget a message undelivered; False when it is not there."""

    async def wis_met_woord(self, sleutel: str, woord: str) -> int:
        """Forget what would go out in this conversation and holds this word; return how many.

        No word at all is in everything.
        """

    async def ruim_inkomend(self, voor: dt.datetime) -> int:
        """Forget the ids of messages that were handled before this time; return how many."""

    async def ruim_dood(self, voor: dt.datetime) -> int:
        """Forget what was given up before this time; return how many messages that were."""

    async def neem_klus(self, naam: str, nu: dt.datetime, tot: dt.datetime) -> bool:
        """Take work that one process at a time does; False when it is not due or somebody has it.

        Args:
            naam: names the work; what was never done is due.
            nu: the time.
            tot: until then nobody else gets it, unless it is done before.
        """

    async def klus_gedaan(self, naam: str, na: dt.datetime) -> None:
        """Let go of work that is done; it is not due before `na`."""
