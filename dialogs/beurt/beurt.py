"""Wat een beurt teruggeeft, in niemands kanaal zijn termen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dialogs.beeld.gezegd import Gezegde
from dialogs.dossier import Dossier
from dialogs.samenvatting import Samenvatting


@dataclass(frozen=True, slots=True)
class Bewaar:
    """The professional wants this summary kept."""

    samenvatting: Samenvatting
    na: str | None = None
    """A version of the weighing it is a next version of; None keeps a first one."""
    reden: str = ""
    """Why there is a next version."""


@dataclass(frozen=True, slots=True)
class Herweeg:
    """The professional wants to go on with a kept weighing, for a next version of it."""

    kenmerk: str


@dataclass(frozen=True, slots=True)
class ToonWegingen:
    """The professional wants to see the list of kept summaries."""

    zoek: str = ""
    """Only those that have all these words."""


@dataclass(frozen=True, slots=True)
class OpenWeging:
    """The professional wants to read one kept summary again."""

    kenmerk: str


@dataclass(frozen=True, slots=True)
class RekenNa:
    """The professional wants a kept summary computed again."""

    kenmerk: str


@dataclass(frozen=True, slots=True)
class Verwijder:
    """The professional wants a kept summary gone."""

    kenmerk: str


@dataclass(frozen=True, slots=True)
class Noem:
    """The professional gives a kept summary a reference of their own."""

    kenmerk: str
    eigen: str


@dataclass(frozen=True, slots=True)
class AlsBasis:
    """The professional wants to begin a similar weighing with the facts of a kept one."""

    kenmerk: str


@dataclass(frozen=True, slots=True)
class Meld:
    """The professional says that a verdict is not right, or that a topic did not help.

    Nothing of the weighing is in it: `ids` are of rules and questions, or of the topic.
    """

    over: Literal["oordeel", "onderwerp"]
    ids: tuple[str, ...]
    reden: str


@dataclass(frozen=True, slots=True)
class WisScherm:
    """The professional wants nothing on the screen any more; what is stored stays."""


Verzoek = (
    Bewaar
    | Herweeg
    | ToonWegingen
    | OpenWeging
    | RekenNa
    | Verwijder
    | Noem
    | AlsBasis
    | Meld
    | WisScherm
)


@dataclass(frozen=True, slots=True)
class Beurt:
    """What one turn gives back: the dossier to save, what to say, and what to do besides."""

    dossier: Dossier
    gezegd: tuple[Gezegde, ...] = ()
    """Said once, before what is asked."""
    vraagt: bool = True
    """What the dossier waits for is asked (again); not when one said goodbye or kept a weighing."""
    verzoek: Verzoek | None = None
    """Something only the outside can do; its result is said through `dialogs.gesprek`."""
    einde: bool = False
    """The professional said goodbye: a terminal may close."""
