"""Wat één keer gezegd wordt, als gegevens: een kanaal maakt er tekst, een kaart of een scherm van.

Every part says whether it tells something of the young person or of what somebody answered; such
parts are left out of a picture that others see.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from dialogs.beeld.delen import Optie, Schermdeel
from dialogs.samenvatting import RegelVerslag, Samenvatting
from dialogs.teksten import tekst
from knowledge.teksten import tekst as kennistekst


class Zin(Schermdeel):
    """A sentence of ours, by its key; in light Markdown."""

    soort: Literal["zin"] = "zin"
    sleutel: str
    invulling: dict[str, str] = Field(default_factory=dict)
    over_jongere: bool = False
    """What is filled in was answered or typed."""
    van_kennis: bool = False
    """It is one of the sentences of `knowledge`."""

    def __str__(self) -> str:
        """Return the sentence."""
        if self.van_kennis:
            return kennistekst(self.sleutel)
        return tekst(self.sleutel, **self.invulling)


class Waarschuwing(Schermdeel):
    """Something one must see: danger, a name that was hidden, a failure."""

    soort: Literal["waarschuwing"] = "waarschuwing"
    zinnen: tuple[Zin, ...]
    keuzes: tuple[Optie, ...] = ()
    over_jongere: Literal[False] = False


class Gevaarmelding(Schermdeel):
    """Danger was told: the way to help, in full. What stays in sight after it is `beeld.hulp`."""

    soort: Literal["gevaar"] = "gevaar"
    zelfdoding: bool
    over_jongere: Literal[False] = False


class Redenen(Schermdeel):
    """Why one or more questions are asked."""

    soort: Literal["redenen"] = "redenen"
    redenen: tuple[tuple[str, str], ...]
    """Subject and reason; of one question the reason is enough."""
    bronnen: tuple[str, ...]
    over_jongere: Literal[False] = False


class Onderwerpregel(Schermdeel):
    """A subject and what is said of it: an answer, or how to find out."""

    onderwerp: str
    tekst: str


class Uitzoeken(Schermdeel):
    """How to find out what was not known, and how to tell it later."""

    soort: Literal["uitzoeken"] = "uitzoeken"
    regels: tuple[Onderwerpregel, ...]
    over_jongere: bool = False


class Genoteerd(Schermdeel):
    """What was taken from one answer to several questions."""

    soort: Literal["genoteerd"] = "genoteerd"
    regels: tuple[Onderwerpregel, ...]
    over_jongere: Literal[True] = True


class Gewijzigd(Schermdeel):
    """Which answers were changed, and into what."""

    soort: Literal["gewijzigd"] = "gewijzigd"
    regels: tuple[Onderwerpregel, ...]
    over_jongere: Literal[True] = True


class Huidig(Schermdeel):
    """The present answer to a question that is opened again."""

    soort: Literal["huidig"] = "huidig"
    antwoord: str
    over_jongere: Literal[True] = True


class Tussenconclusie(Schermdeel):
    """What a stap that just ended concluded."""

    soort: Literal["tussenstand"] = "tussenstand"
    stap: int
    doel: str | None
    titel: str
    conclusie: str
    regels: tuple[RegelVerslag, ...]
    bronnen: tuple[str, ...]
    over_jongere: Literal[True] = True


class Gevolg(Schermdeel):
    """What a supposition would do to this weighing."""

    soort: Literal["gevolg"] = "gevolg"
    alineas: tuple[str, ...]
    over_jongere: Literal[True] = True


class Onderwerp(Schermdeel):
    """A topic that was looked up, with what may be done from there."""

    soort: Literal["onderwerp"] = "onderwerp"
    id: str
    kort: bool = False
    """Only the answer in one sentence with its source; the page is one step away."""
    vergelijkt: bool = False
    """The old law beside the new, instead of the whole page."""
    keuzes: tuple[Optie, ...] = ()
    over_jongere: Literal[False] = False


class Samengevat(Schermdeel):
    """The summary as it is now."""

    soort: Literal["samenvatting"] = "samenvatting"
    samenvatting: Samenvatting
    over_jongere: Literal[True] = True


class Bewaarde(Schermdeel):
    """A weighing that was kept, as it was written down."""

    soort: Literal["bewaarde"] = "bewaarde"
    kenmerk: str
    markdown: str
    eigen: str = ""
    over_jongere: Literal[True] = True


class Wegingregel(Schermdeel):
    """One line of what somebody kept."""

    kenmerk: str
    datum: dt.date | None
    titel: str
    oordelen: tuple[str, ...] = ()
    """The verdict of each purpose."""
    eigen: str = ""
    """What the professional calls it."""
    let_op: tuple[str, ...] = ()
    """Why to look at it again, in words."""


class Wegingen(Schermdeel):
    """The list of what somebody kept, newest first."""

    soort: Literal["wegingen"] = "wegingen"
    regels: tuple[Wegingregel, ...]
    meer: int = 0
    """So many more there are: a word finds them."""
    over_jongere: Literal[True] = True


class Nagerekend(Schermdeel):
    """What a kept weighing gives when it is made again."""

    soort: Literal["nagerekend"] = "nagerekend"
    markdown: str
    over_jongere: Literal[True] = True


class Gewist(Schermdeel):
    """The screen is to be cleared, by a channel that can; `zin` says what stays."""

    soort: Literal["gewist"] = "gewist"
    zin: Zin
    over_jongere: Literal[False] = False


Gezegde = (
    Zin
    | Waarschuwing
    | Gevaarmelding
    | Redenen
    | Uitzoeken
    | Genoteerd
    | Gewijzigd
    | Huidig
    | Tussenconclusie
    | Gevolg
    | Onderwerp
    | Samengevat
    | Bewaarde
    | Wegingen
    | Nagerekend
    | Gewist
)


def waarschuwing(sleutel: str, **invulling: str) -> Waarschuwing:
    """Return one sentence one must see."""
    return Waarschuwing(zinnen=(Zin(sleutel=sleutel, invulling=invulling),))


def zin(sleutel: str, **invulling: str) -> Zin:
    """Return a sentence of the conversation (`gesprek.<sleutel>`)."""
    return Zin(sleutel=f"gesprek.{sleutel}", invulling=invulling)
