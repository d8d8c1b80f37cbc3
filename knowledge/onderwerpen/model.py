"""Wat een onderwerp is: een casus, grondslag, begrip of wetswijziging die je kunt opzoeken."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from knowledge.feiten import Streng

Soort = Literal["casus", "grondslag", "begrip", "wetswijziging"]
Beroep = Literal["school", "doorstroompunt", "gemeente", "jeugdzorg"]

ID_VORM = r"^(casus|grondslag|begrip|wetswijziging)-[a-z0-9.]+(-[a-z0-9.]+)*$"


class Passage(Streng):
    """A piece of text with the ids of the sources it rests on; `tekst` is light Markdown."""

    tekst: str = Field(min_length=1)
    bronnen: tuple[str, ...] = Field(min_length=1)


class Alinea(Passage):
    """A paragraph, maybe under a heading of its own."""

    kop: str | None = None


class Verschil(Streng):
    """One subject under both laws: a stap of a casus, or whatever `kop` names.

    Either `oud` and `nieuw`, or `gelijk` where the law of 1-1-2026 changed nothing.
    """

    stap: Literal[1, 2, 3, 4] | None = None
    kop: str | None = None
    oud: Passage | None = None
    nieuw: Passage | None = None
    gelijk: Passage | None = None

    @model_validator(mode="after")
    def _volledig(self) -> Self:
        if (self.stap is None) == (self.kop is None):
            raise ValueError("geef een stap of een kop")
        if self.gelijk is None and (self.oud is None or self.nieuw is None):
            raise ValueError("geef oud en nieuw, of gelijk")
        if self.gelijk is not None and (self.oud is not None or self.nieuw is not None):
            raise ValueError("geef oud en nieuw, of gelijk, niet allebei")
        return self

    def passages(self) -> tuple[Passage, ...]:
        """Return the texts that are there."""
        return tuple(p for p in (self.oud, self.nieuw, self.gelijk) if p is not None)


class Onderwerp(Streng):
    """One topic that can be looked up."""

    id: str = Field(pattern=ID_VORM)
    soort: Soort
    titel: str = Field(min_length=1)
    kort: Passage
    """The answer in one sentence."""
    voor: tuple[Beroep, ...] = ()
    """For whom it is written; empty: for everyone."""
    alineas: tuple[Alinea, ...] = ()
    verschillen: tuple[Verschil, ...] = ()
    grens: str | None = None
    """Where the knowledge of this product ends, and who knows more."""
    vragen: tuple[str, ...] = Field(min_length=15)
    """How professionals ask for it."""
    woorden: tuple[str, ...] = ()
    """Synonyms and old terms."""
    zie_ook: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        if not self.id.startswith(f"{self.soort}-"):
            raise ValueError("id en soort passen niet bij elkaar")
        if len({v.casefold() for v in self.vragen}) < len(self.vragen):
            raise ValueError("een vraag staat er twee keer in")
        return self

    @property
    def nummer(self) -> str | None:
        """The number of a casus of the documents: 3.1.2."""
        rest = self.id.removeprefix("casus-")
        return rest if rest[:1].isdecimal() else None

    @property
    def naam(self) -> str:
        """The title, after the number of a casus of the documents."""
        return f"Casus {self.nummer}: {self.titel}" if self.nummer else self.titel

    def passages(self) -> tuple[Passage, ...]:
        """Return every text that must have a source."""
        in_verschillen = (p for verschil in self.verschillen for p in verschil.passages())
        return (self.kort, *self.alineas, *in_verschillen)

    def bronnen(self) -> tuple[str, ...]:
        """Return the ids of all sources this topic rests on, in order of first use."""
        return tuple(dict.fromkeys(id_ for p in self.passages() for id_ in p.bronnen))


class CasusOnderwerp(Onderwerp):
    """A casus: the situation, the four stappen under both laws, and where its facts are.

    It holds no verdict: that is computed from the facts of `situaties`.
    """

    situatie: Passage
    veranderd: Passage
    """What the law of 1-1-2026 changed in this casus, and why."""
    spanning: tuple[Passage, ...] = ()
    """Where the sources pull in two directions; each names both."""
    situaties: tuple[str, ...] = Field(min_length=1)
    """Ids of situations in `knowledge/casussen/*.toml` whose verdicts are shown."""
    begin: tuple[str, ...] = Field(min_length=1)
    """Those with whose facts a weighing begins; more than one where there is more than one doel."""

    @model_validator(mode="after")
    def _casus(self) -> Self:
        if [v.stap for v in self.verschillen if v.stap] != [1, 2, 3, 4]:
            raise ValueError("geef stap 1 tot en met 4, in die volgorde")
        if not set(self.begin) <= set(self.situaties):
            raise ValueError("begin noemt een situatie die niet bij situaties staat")
        if any(len(passage.bronnen) < 2 for passage in self.spanning):
            raise ValueError("een spanning noemt beide bronnen")
        return self

    def passages(self) -> tuple[Passage, ...]:
        """Return every text that must have a source."""
        return (*super().passages(), self.situatie, self.veranderd, *self.spanning)
