"""Wat iemand inbrengt en wat daarmee bedoeld is: de taal tussen verstaan en doen.

`dialogs.verstaan` makes these, `dialogs.beurt` acts on them. The kind of a Bedoeling holds no words
of anybody: it is the label for logs and figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from dialogs.dossier import Twijfel, Voorgesteld
from dialogs.dossier.vragen import Keer

# --- wat er binnenkomt ---


@dataclass(frozen=True, slots=True)
class Gezegd:
    """Words, typed or on a button. They have passed the privacy guard."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """A form that was filled in: answers in JSON types, by the key of the question.

    None is 'weet ik niet'; a question that is not in it was left open. Of data items it holds
    numbers (1 is the first), so that no form has to carry their names.
    """

    waarden: Mapping[str, Any]


Uiting = Gezegd | Ingevuld


# --- wat ermee bedoeld is ---


@dataclass(frozen=True, slots=True)
class Antwoorden:
    """Answers to what was asked; None is 'weet ik niet'."""

    waarden: Mapping[Keer, Any]
    ook: tuple[Voorgesteld, ...] = ()
    """What was read besides, to be confirmed."""
    twijfel: tuple[Twijfel, ...] = ()
    """What was read in more than one way."""
    bundel: str | None = None
    """They answer this bundle, which is now asked."""
    weg: tuple[str, ...] = ()
    """Data items that were described and are not in the list: nobody wrote about them."""


@dataclass(frozen=True, slots=True)
class NieuweWeging:
    """A description of another case: weighed anew, for the weighing there was is kept or goes."""

    verteld: Antwoorden


@dataclass(frozen=True, slots=True)
class Weegbaar:
    """A description that may be meant to be weighed: to be offered, and kept until then."""

    beschrijving: str
    zoekt: bool = False
    """It asks something as well, to be looked up first."""
    opnieuw: bool = False
    """In a new weighing: this one is under way or done."""


@dataclass(frozen=True, slots=True)
class EenVoorEen:
    """The questions of this bundle, please, one by one."""

    bundel: str


@dataclass(frozen=True, slots=True)
class Beschrijving:
    """No answer to what was asked, but it tells something: to be confirmed first."""

    voorgesteld: tuple[Voorgesteld, ...]
    twijfel: tuple[Twijfel, ...]


@dataclass(frozen=True, slots=True)
class Bevestiging:
    """What is said about the list of what was understood."""

    hoe: Literal["ja", "nee", "zonder", "anders", "alles"]
    over: tuple[Voorgesteld, ...] = ()
    """`ja` and `zonder`: what counts now. `anders`: the list as it is then. `alles` shows it."""


@dataclass(frozen=True, slots=True)
class Lezingkeuze:
    """Which of two readings is right; None for neither."""

    gekozen: Voorgesteld | None


@dataclass(frozen=True, slots=True)
class Verbetering:
    """Earlier answers that are to be changed at once."""

    wordt: tuple[Voorgesteld, ...]


@dataclass(frozen=True, slots=True)
class Weglaten:
    """These data items are taken out, wherever they are."""

    namen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aanvulling:
    """What is filled in for the record once there is a verdict, by the key of its field."""

    waarden: Mapping[str, str]
    """Empty: left open again."""
    onbekend: tuple[str, ...] = ()
    """Names of fields that there are not."""
    fout: tuple[str, ...] = ()
    """Keys of fields that cannot hold what was said."""


@dataclass(frozen=True, slots=True)
class JaNee:
    """Yes or no to a question of the conversation itself: begin again, begin a casus, keep."""

    ja: bool


Naam = Literal[
    "terug",
    "wijzig",
    "stap",
    "niet_wijzigen",
    "nakijken",
    "ongedaan",
    "opnieuw",
    "stop",
    "bewaar",
    "aanvullen",
    "papier",
    "wegingen",
    "open",
    "nareken",
    "verwijder",
    "basis",
    "herweeg",
    "kenmerk",
    "meld",
    "wis_scherm",
    "casussen",
    "verder",
    "begin",
    "lees",
    "groet",
    "waarom",
    "waarom_oordeel",
    "waar",
    "samenvatting",
    "help",
    "gezien",
]


@dataclass(frozen=True, slots=True)
class Opdracht:
    """A command, with what it is about (`wijzig leeftijd`, `open WW-2026-0001`)."""

    naam: Naam
    over: str = ""
    uit: tuple[str, ...] = ()
    """`wijzig`: the subjects that may be meant, when there are several. `kenmerk`: the reference
    of the weighing that is called so, when it was said."""


@dataclass(frozen=True, slots=True)
class OnbekendeOpdracht:
    """A command with a slash that we do not have."""


@dataclass(frozen=True, slots=True)
class Opzoeken:
    """Something to look up."""

    vraag: str


@dataclass(frozen=True, slots=True)
class Veronderstelling:
    """What is supposed: facts, and which data items would stay or be of another kind."""

    feiten: Mapping[str, Any] = field(default_factory=dict)
    alleen: tuple[str, ...] | None = None
    """The only items that would be needed; None leaves them as they are."""
    soort: str | None = None
    """The kind that every item would have."""
    anders: tuple[tuple[str, str], ...] = ()
    """Other items instead of those there are: each with its kind."""
    beslist_niet: Literal["bewindvoerder", "ander"] | None = None
    """It supposes what somebody says who does not decide on consent."""

    def __bool__(self) -> bool:
        """Tell whether anything is supposed."""
        gegevens = self.alleen is not None or self.soort is not None or self.anders
        return bool(self.feiten or gegevens or self.beslist_niet)


@dataclass(frozen=True, slots=True)
class Uitstapje:
    """Small talk of this kind; never an answer."""

    naam: str


@dataclass(frozen=True, slots=True)
class Onduidelijk:
    """Not understood. `reden` is the text key, `mogelijkheden` what it could have meant."""

    reden: str
    mogelijkheden: tuple[str, ...] = ()
    invulling: tuple[tuple[str, str], ...] = ()
    lezingen: tuple[tuple[Any, str], ...] = ()
    """What was read in more than one way: each value with its words."""


@dataclass(frozen=True, slots=True)
class Onbruikbaar:
    """A form with something in it that no field can hold, or with nothing: none of it counts."""

    reden: Literal["formulier", "formulier_leeg"]


@dataclass(frozen=True, slots=True)
class Begin:
    """Something was said while nothing was asked: begin, or go on where we were."""


Bedoeling = (
    Antwoorden
    | NieuweWeging
    | Weegbaar
    | EenVoorEen
    | Beschrijving
    | Bevestiging
    | Lezingkeuze
    | Verbetering
    | Weglaten
    | Aanvulling
    | JaNee
    | Opdracht
    | OnbekendeOpdracht
    | Opzoeken
    | Veronderstelling
    | Uitstapje
    | Onduidelijk
    | Onbruikbaar
    | Begin
)


@dataclass(frozen=True, slots=True)
class Verstaan:
    """What was meant, and whether the words tell of danger to life."""

    bedoeling: Bedoeling
    gevaar: str | None = None
    """The words that tell it."""
    soorten: frozenset[str] = frozenset()
    """Which kinds of danger they tell of (`lezen/gevaar.toml`)."""
    zelfdoding: bool = False
    """It is by one's own hand."""
