"""De poort van de veranderingen: wie iets toont, hoort dat het anders werd."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class GesprekVeranderd:
    """A conversation is stored in another version; `sleutel` is that of `Wie.gesprek`."""

    sleutel: str
    versie: int
    """The version now stored: who already shows it need not look again."""


@dataclass(frozen=True, slots=True)
class WegingenVeranderd:
    """Somebody's list of kept weighings is not what it was; `eigenaar` as in `Wie.eigenaar`."""

    eigenaar: str
    weg: str | None = None
    """The reference that was deleted: nobody goes on showing it."""


@dataclass(frozen=True, slots=True)
class Gemist:
    """Another process changed something, and which is not known: look at the versions."""

    lijsten: bool = True
    """Lists of kept weighings may have changed as well; those have no version to look at."""


Verandering = GesprekVeranderd | WegingenVeranderd | Gemist

Luisteraar = Callable[[Verandering], None]
"""Is told of a change. It does not wait and does not raise: it is called while somebody waits."""


class Veranderingen(Protocol):
    """Carries changes to who listens, in whatever process."""

    async def meld(self, verandering: Verandering) -> None:
        """Tell every listener here, also those of who tells; changes of one teller come in order.

        Listeners in other processes hear of what was stored as soon as it is, or when they look.
        Does not raise: the change itself is stored, and is seen by whoever looks again.
        """

    def luister(self, luisteraar: Luisteraar) -> AbstractContextManager[None]:
        """Tell `luisteraar` of every change, for as long as the block runs."""
