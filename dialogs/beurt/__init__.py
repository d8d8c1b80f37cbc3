"""Wat een beurt ingaat en uitkomt, in niemands kanaal zijn termen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dialogs.dossier import Dossier
from dialogs.samenvatting import Samenvatting

BerichtSoort = Literal[
    "tekst",
    "vraag",
    "huidig",
    "tussenstand",
    "waarschuwing",
    "samenvatting",
    "lijst",
    "onderwerp",
    "gevolg",
]
"""`gevolg` tells what a change or a supposition does to this weighing.

`huidig` tells the present answer of a question that is opened again."""


@dataclass(frozen=True, slots=True)
class Keuze:
    """An answer one can pick. A channel shows `label`; picking it sends `waarde` as text."""

    waarde: str
    label: str


@dataclass(frozen=True, slots=True)
class Bericht:
    """One message to show. `tekst` is light Markdown (bold, lists, headings)."""

    soort: BerichtSoort
    tekst: str
    keuzes: tuple[Keuze, ...] = ()
    vraag: str | None = None
    """Id of the question this message asks; safe to log, unlike its answer."""
    voortgang: str | None = None
    """Where we are, in words ('Stap 2 van 4'); shown above the question."""
    genummerd: bool = True
    """Choices may be numbered. Not where a number is itself an answer."""
    onderwerp: str | None = None
    """Id of the topic that was looked up."""


@dataclass(frozen=True, slots=True)
class Bewaar:
    """The professional wants this summary kept."""

    samenvatting: Samenvatting


@dataclass(frozen=True, slots=True)
class ToonWegingen:
    """The professional wants to see the list of kept summaries."""


@dataclass(frozen=True, slots=True)
class OpenWeging:
    """The professional wants to read one kept summary again."""

    kenmerk: str


@dataclass(frozen=True, slots=True)
class RekenNa:
    """The professional wants a kept summary computed again."""

    kenmerk: str


Verzoek = Bewaar | ToonWegingen | OpenWeging | RekenNa


@dataclass(frozen=True, slots=True)
class Beurt:
    """What one turn gives back: the dossier to save, what to say, and what to do besides."""

    dossier: Dossier
    berichten: tuple[Bericht, ...] = field(default=())
    verzoek: Verzoek | None = None
    """Something only the outside can do; its result is said through `dialogs.gesprek`."""
    einde: bool = False
    """The professional said goodbye: a terminal may close."""
