"""Stukken: waar iets om te lezen uit bestaat, los van de vorm waarin iemand het leest.

The record of a weighing and a topic that was looked up are each a tuple of these. They say what
there is to read and what it is: a heading, points, a verdict. How that looks is for a renderer:
`dialogs.stukken.markdown`, or the page in the browser, which gets the same parts as JSON. Words
are as they were typed; a renderer makes them safe for its own form.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from knowledge.beslissing import Oordeel as Verdict
from knowledge.uitkomst import Regime


class _Deel(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Run(_Deel):
    """Words in one way of writing."""

    tekst: str
    vorm: Literal["gewoon", "sterk"] = "gewoon"
    naar: str | None = None
    """Id of the topic these words lead to."""


class Kop(_Deel):
    """A heading; `niveau` 1 is the title of the whole.

    `licht`: above a few lines, not the title of a chapter.
    """

    soort: Literal["kop"] = "kop"
    niveau: int = Field(ge=1, le=4)
    tekst: str
    licht: bool = False


class Alinea(_Deel):
    """A paragraph, maybe with a word before it that says what it is, and its sources behind it."""

    soort: Literal["alinea"] = "alinea"
    rol: Literal["gewoon", "inleiding", "conclusie", "bron", "klein"] = "gewoon"
    kop: str | None = None
    runs: tuple[Run, ...]
    bronnen: tuple[str, ...] = ()


class Punten(_Deel):
    """A list of points, with the sources they share.

    `genummerd`: something else names them by their number.
    """

    soort: Literal["punten"] = "punten"
    punten: tuple[tuple[Run, ...], ...]
    bronnen: tuple[str, ...] = ()
    genummerd: bool = False


class Rij(_Deel):
    """What it is about, and what it is: a question and its answer, a name and its value."""

    naam: str
    waarde: str


class Rijen(_Deel):
    """Rows of two: data, or questions with their answers."""

    soort: Literal["rijen"] = "rijen"
    rol: Literal["feiten", "vragen"]
    rijen: tuple[Rij, ...]


class Regeluitleg(_Deel):
    """A rule in one sentence, with the facts it rests on."""

    id: str
    uitleg: str
    feiten: tuple[str, ...] = ()


class Onderbouwing(_Deel):
    """What a conclusion rests on: rules and sources."""

    soort: Literal["onderbouwing"] = "onderbouwing"
    regels: tuple[Regeluitleg, ...]
    bronnen: tuple[str, ...]


class Gegevenoordeel(_Deel):
    """The verdict on one data item."""

    naam: str
    oordeel: Verdict
    zelf: bool = False
    """The young person tells it: nobody else shares it."""
    reden: str = ""


class Oordeel(_Deel):
    """A verdict: the sentence, on what ground, what is still open and what holds per data item."""

    soort: Literal["oordeel"] = "oordeel"
    oordeel: Verdict
    doel: str | None = None
    """The purpose it is about, for where no heading says so."""
    uitspraak: str
    uitleg: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    gegevens: tuple[Gegevenoordeel, ...] = ()


class Wetsoordeel(_Deel):
    """A verdict under one law; `variant` tells it from others under that law, in words."""

    regime: Regime
    variant: str
    zin: tuple[Run, ...]
    """All of it in one line, for who reads on."""
    oordeel: Oordeel
    onderbouwing: Onderbouwing


class Oordelen(_Deel):
    """The verdicts on a casus beside each other: before 1-1-2026, and since."""

    soort: Literal["oordelen"] = "oordelen"
    oordelen: tuple[Wetsoordeel, ...]


Blok = Annotated[Alinea | Punten, Field(discriminator="soort")]


class Tabelrij(_Deel):
    """A row under a header. `gelijk`: the first cell holds for all, the others only say so."""

    naam: str
    cellen: tuple[tuple[Blok, ...], ...]
    gelijk: bool = False


class Tabel(_Deel):
    """A table; `kop` names the columns after the one with the names of the rows.

    `rol`: two laws beside each other, or rows of one kind under a header. `hoek` names the first
    column.
    """

    soort: Literal["tabel"] = "tabel"
    rol: Literal["vergelijking", "lijst"] = "vergelijking"
    hoek: str = ""
    kop: tuple[str, ...]
    rijen: tuple[Tabelrij, ...]


class Kader(_Deel):
    """A box that warns: here the sources contradict each other."""

    soort: Literal["kader"] = "kader"
    kop: Kop
    stukken: tuple[Blok, ...]


class Tekenruimte(_Deel):
    """Where somebody signs on paper: what is known already, and lines to write on."""

    soort: Literal["tekenruimte"] = "tekenruimte"
    rijen: tuple[Rij, ...]
    lijnen: tuple[str, ...]


class Bladzijde(_Deel):
    """What follows begins on a new page, where there are pages."""

    soort: Literal["bladzijde"] = "bladzijde"


class Ondertekening(_Deel):
    """Who answers for it, and what it was made with."""

    soort: Literal["ondertekening"] = "ondertekening"
    zinnen: tuple[str, ...]


Stuk = Annotated[
    Kop
    | Alinea
    | Punten
    | Rijen
    | Onderbouwing
    | Oordeel
    | Oordelen
    | Tabel
    | Kader
    | Tekenruimte
    | Bladzijde
    | Ondertekening,
    Field(discriminator="soort"),
]
"""One part of what there is to read."""


def alinea(tekst: str) -> Alinea:
    """Return a plain paragraph."""
    return Alinea(runs=(Run(tekst=tekst),))


def punten(teksten: Iterable[str], *, genummerd: bool = False) -> Punten:
    """Return plain points."""
    return Punten(punten=tuple((Run(tekst=tekst),) for tekst in teksten), genummerd=genummerd)
