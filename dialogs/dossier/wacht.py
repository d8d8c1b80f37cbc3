"""Waar een gesprek op wacht: altijd op precies één ding.

One member of the union is stored with every dossier. What was read but not confirmed, and what
holds for the whole weighing, stands beside it in `Gesprekstand`.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from dialogs.dossier.opgeslagen import Opgeslagen

BEGREPEN: Final = "begrepen"
"""Id of the question whether what was read is right, or which of two readings is."""


class OpNiets(Opgeslagen):
    """Nothing was asked yet."""

    soort: Literal["niets"] = "niets"


class OpVraag(Opgeslagen):
    """One question."""

    soort: Literal["vraag"] = "vraag"
    vraag: str
    """The key of the question: `soort:stageverslag`, `alternatief@doel`."""
    wijzigt: bool = False
    """It was opened by 'wijzig' or 'terug', although it had an answer."""
    misverstaan: int = 0
    """How often in a row the reply was not understood."""


class OpBundel(Opgeslagen):
    """Several questions, asked in one message."""

    soort: Literal["bundel"] = "bundel"
    vraag: str
    """The key of the question the procedure rests at; the others are asked along."""
    vragen: tuple[str, ...]
    """The keys of all of them, in the order in which they are shown."""
    misverstaan: int = 0
    welke_niet: bool = False
    """It was asked which of the rows is not so: then a mere number says that."""


class OpBegrepen(Opgeslagen):
    """Whether what was read from a text is right (`Gesprekstand.voorgesteld`)."""

    soort: Literal["begrepen"] = "begrepen"
    misverstaan: int = 0
    alles: bool = False
    """Also what is certain is shown in full."""


class OpTwijfel(Opgeslagen):
    """Which of two readings of one fact is right (`Gesprekstand.twijfel`)."""

    soort: Literal["twijfel"] = "twijfel"
    misverstaan: int = 0


class OpSlot(Opgeslagen):
    """The weighing is done: what is left is whether to keep it."""

    soort: Literal["slot"] = "slot"


Stelt = OpNiets | OpVraag | OpBundel | OpBegrepen | OpTwijfel | OpSlot
"""What the procedure itself can ask."""

Lijstkop = Literal[
    "nakijken",
    "wijzig_wat",
    "wijzig_onbekend",
    "gevonden",
    "in_de_buurt",
    "casussen",
    "meld_oordeel",
    "meld_onderwerp",
    "bewaar_reden",
]
WIJZIGT: Final = ("nakijken", "wijzig_wat", "wijzig_onbekend")
"""Above a list of answers that can be changed."""
MELDT: Final = ("meld_oordeel", "meld_onderwerp")
"""Above a list of reasons why something is not right."""


class OpLijst(Opgeslagen):
    """A choice from a list that is not of the question; any other reply goes to `terug`."""

    soort: Literal["lijst"] = "lijst"
    kop: Lijstkop
    """What the list is of."""
    keuzes: tuple[str, ...]
    """What each choice says when it is picked, in the order shown."""
    terug: Annotated[Stelt, Field(discriminator="soort")]


class BevestigOpnieuw(Opgeslagen):
    """Whether to really begin again; any other reply goes to `terug`."""

    soort: Literal["opnieuw"] = "opnieuw"
    terug: Annotated[Stelt, Field(discriminator="soort")]


class BevestigCasus(Opgeslagen):
    """Whether to begin a weighing with the facts of this casus; else `terug`."""

    soort: Literal["casus"] = "casus"
    casus: str
    terug: Annotated[Stelt, Field(discriminator="soort")]


class BevestigWeging(Opgeslagen):
    """Whether to really do this with a kept weighing; any other reply goes to `terug`."""

    soort: Literal["weging"] = "weging"
    doe: Literal["verwijder", "basis", "herweeg"]
    kenmerk: str
    terug: Annotated[Stelt, Field(discriminator="soort")]


class BevestigVerteld(Opgeslagen):
    """Whether to weigh what was just told; any other reply goes to `terug`."""

    soort: Literal["verteld"] = "verteld"
    beschrijving: str
    """What was told, masked: a yes takes it, anything else lets it go."""
    opnieuw: bool = False
    """In a new weighing, for this one is under way or done."""
    lezen: tuple[str, ...] = ()
    """What each topic that was found says when it is picked."""
    terug: Annotated[Stelt, Field(discriminator="soort")]


Zijpad = OpLijst | BevestigOpnieuw | BevestigCasus | BevestigWeging | BevestigVerteld
"""What stands above the question that the procedure asks; that one comes back after it."""

Wacht = Stelt | Zijpad


def gesteld(wacht: Wacht) -> Stelt:
    """Return what the procedure asked, also below a list or a confirmation."""
    match wacht:
        case OpLijst() | BevestigOpnieuw() | BevestigCasus() | BevestigWeging() | BevestigVerteld():
            return wacht.terug
        case _:
            return wacht


def nog_eens(wacht: Wacht) -> Stelt:
    """Return the same question, one more reply to it not understood."""
    open_ = gesteld(wacht)
    match open_:
        case OpVraag() | OpBundel() | OpBegrepen() | OpTwijfel():
            return open_.model_copy(update={"misverstaan": open_.misverstaan + 1})
        case OpNiets() | OpSlot():
            return open_


def vraag_van(wacht: Wacht) -> str | None:
    """Return the key of the question that is open; None when there is none."""
    match gesteld(wacht):
        case OpVraag(vraag=vraag) | OpBundel(vraag=vraag):
            return vraag
        case OpBegrepen() | OpTwijfel():
            return BEGREPEN
        case OpNiets() | OpSlot():
            return None
