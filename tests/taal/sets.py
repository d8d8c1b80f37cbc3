"""The test sets as data: descriptions, answers and danger as people type them, read rightly."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from dialogs.dossier.vragen import VRAGEN, Vraagsoort
from knowledge.feiten import FEITEN, GRENZEN, Organisatie
from knowledge.feiten import Soort as Gegevenssoort

MAP: Final = Path(__file__).parent
VANDAAG: Final = dt.date(2026, 3, 2)
PARTIJEN: Final = frozenset({*Organisatie, "school"})
BUITEN: Final = frozenset({"groep", "uitwisseling", "eigen_organisatie"})
SOORTEN: Final = frozenset(Gegevenssoort)

Lezing = tuple[str, Any]
"""One thing read: a fact and its value. A party or a kind of data is one as well."""


def lezingen(feiten: Mapping[str, Any]) -> Iterator[Lezing]:
    """Take facts apart into single readings; every purpose of several is one."""
    for naam, waarde in feiten.items():
        for een in waarde if isinstance(waarde, list | tuple | set | frozenset) else (waarde,):
            yield naam, een.isoformat() if isinstance(een, dt.date) else een


def _bestaat(feiten: dict[str, Any]) -> dict[str, Any]:
    for naam, waarde in lezingen(feiten):
        if not kan(naam, waarde):
            raise ValueError(f"{naam} = {waarde!r}")
    return feiten


def kan(naam: str, waarde: object) -> bool:
    """Tell whether this is a fact of the closed list with a value that it can have."""
    if naam == "partijen":
        return waarde in PARTIJEN
    if naam == "gegevenssoorten":
        return waarde in SOORTEN
    if naam == "buiten":
        return waarde in BUITEN
    feit = FEITEN.get(naam)
    if feit is None or feit.van_gegeven:
        return False
    match feit.soort:
        case "ja_nee":
            return isinstance(waarde, bool)
        case "getal":
            laagste, hoogste = GRENZEN[naam]
            return type(waarde) is int and laagste <= waarde <= hoogste
        case "datum":
            return isinstance(waarde, str) and bool(dt.date.fromisoformat(waarde))
        case _:
            return waarde in feit.waarden


Feiten = Annotated[dict[str, Any], AfterValidator(_bestaat)]


class Genummerd(BaseModel):
    """One line of a set. No two have the same number, also not one that is kept apart."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nr: int
    tekst: str


class Beschrijving(Genummerd):
    """One description. What the fields mean is told at the top of `beschrijvingen.toml`."""

    vandaag: dt.date = VANDAAG
    feiten: Feiten
    partijen: tuple[str, ...]
    gegevenssoorten: tuple[str, ...]
    buiten: tuple[str, ...] = ()
    vrij: Feiten = {}
    niet: Feiten = {}

    @model_validator(mode="after")
    def _klopt(self) -> Beschrijving:
        _bestaat(self._genoemd)
        goed, vrij, niet = self.goed, self.mag_ook, self.val
        if goed & vrij or goed & niet or vrij & niet:
            raise ValueError(f"{self.nr}: een lezing is goed, vrij of fout")
        return self

    @property
    def _genoemd(self) -> dict[str, Any]:
        return {
            "partijen": self.partijen,
            "gegevenssoorten": self.gegevenssoorten,
            "buiten": self.buiten,
        }

    @property
    def goed(self) -> frozenset[Lezing]:
        """What a careful reader takes from the words."""
        return frozenset(lezingen({**self.feiten, **self._genoemd}))

    @property
    def mag_ook(self) -> frozenset[Lezing]:
        """What careful readers differ about."""
        return frozenset(lezingen(self.vrij))

    @property
    def val(self) -> frozenset[Lezing]:
        """What a careless reader would take from them."""
        return frozenset(lezingen(self.niet))


class Opsomming(Genummerd):
    """The data items that a text names, each with its kinds; see `gegevens.toml`."""

    gegevens: dict[str, frozenset[Gegevenssoort]]
    vrij: tuple[str, ...] = ()


class Antwoord(Genummerd):
    """One answer to one question; exactly one of the four readings is right."""

    vraag: str
    gegevens: tuple[str, ...] = ("stageverslag", "adres", "rooster")
    waarde: Any = None
    onbekend: bool = False
    onduidelijk: bool = False
    opdracht: str | None = None
    of_onduidelijk: bool = False

    @model_validator(mode="after")
    def _klopt(self) -> Antwoord:
        soorten = (self.waarde is not None, self.onbekend, self.onduidelijk, self.opdracht)
        if sum(map(bool, soorten)) != 1:
            raise ValueError(f"{self.nr}: precies één lezing is goed")
        if self.waarde is not None and not _past(self):
            raise ValueError(f"{self.nr}: {self.vraag} = {self.waarde!r}")
        return self


def _past(antwoord: Antwoord) -> bool:
    vraag, waarde = VRAGEN[antwoord.vraag], antwoord.waarde
    match vraag.soort:
        case Vraagsoort.KEUZE:
            return waarde in vraag.keuzes
        case Vraagsoort.MEERKEUZE:
            return bool(waarde) and set(waarde) <= set(vraag.keuzes)
        case Vraagsoort.SELECTIE:
            return set(waarde) <= set(antwoord.gegevens)
        case Vraagsoort.JA_NEE:
            return isinstance(waarde, bool)
        case Vraagsoort.GETAL | Vraagsoort.DATUM:
            return kan(vraag.id, waarde)
        case Vraagsoort.GEGEVENS:
            return bool(waarde) and all(isinstance(naam, str) for naam in waarde)
        case Vraagsoort.TEKST:
            return isinstance(waarde, str)


class Gevaarsoort(StrEnum):
    """What a sentence about danger tells, or why it only looks like one."""

    ZELFDODING = "zelfdoding"
    BEDREIGING = "bedreiging"
    GEWELD = "geweld"
    WEG = "weg"
    DWANG = "dwang"
    MEDISCH = "medisch"
    FIGUURLIJK = "figuurlijk"
    VOORBIJ = "voorbij"
    ONTKEND = "ontkend"
    WERK = "werk"
    VERBEELD = "verbeeld"
    VERMOEDEN = "vermoeden"
    ANDERS = "anders"


_GEVAAR: Final = frozenset(
    (
        Gevaarsoort.ZELFDODING,
        Gevaarsoort.BEDREIGING,
        Gevaarsoort.GEWELD,
        Gevaarsoort.WEG,
        Gevaarsoort.DWANG,
        Gevaarsoort.MEDISCH,
    )
)


class Gevaarszin(Genummerd):
    """One way to tell of danger, or one that only looks like it."""

    soort: Gevaarsoort

    @property
    def gevaar(self) -> bool:
        """Somebody's life or health is in danger now."""
        return self.soort in _GEVAAR

    @property
    def zelfdoding(self) -> bool:
        """Of oneself: then 113 belongs to the warning."""
        return self.soort is Gevaarsoort.ZELFDODING


@cache
def gevaarszinnen(*, apart: bool) -> tuple[Gevaarszin, ...]:
    """Return the sentences about danger to work with, or those kept apart to measure on."""
    return tuple(Gevaarszin.model_validate(z) for z in _lees("gevaar", apart=apart))


@cache
def beschrijvingen(*, apart: bool) -> tuple[Beschrijving, ...]:
    """Return the descriptions to work with, or those kept apart to measure on."""
    return tuple(Beschrijving.model_validate(b) for b in _lees("beschrijvingen", apart=apart))


@cache
def antwoorden(*, apart: bool) -> tuple[Antwoord, ...]:
    """Return the answers to work with, or those kept apart to measure on."""
    return tuple(Antwoord.model_validate(a) for a in _lees("antwoorden", apart=apart))


@cache
def opsommingen(*, apart: bool) -> tuple[Opsomming, ...]:
    """Return the texts that name data items, to work with or kept apart."""
    return tuple(Opsomming.model_validate(o) for o in _lees("gegevens", apart=apart))


def _lees(naam: str, *, apart: bool) -> Iterator[dict[str, Any]]:
    """Read every file of this set: those of other writers lie beside the first."""
    for bestand in sorted(MAP.glob(f"{naam}*.toml")):
        if bestand.stem.endswith("_apart") == apart:
            yield from tomllib.loads(bestand.read_text(encoding="utf-8"))[naam]
