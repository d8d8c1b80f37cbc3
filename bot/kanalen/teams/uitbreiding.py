"""Opzoeken vanuit het tekstvak van Teams: van een zoekvraag naar kaarten uit de naslag.

A message extension. Nobody's weighing is touched, and nothing of the question is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field, StrictBool, StrictInt, StrictStr

from bot.bewaker import LABELS
from bot.deur import ontvang
from bot.kanalen.teams.activiteit import KANAAL, Deel
from dialogs.beeld import naslag
from dialogs.beeld.als_tekst import gezegde
from dialogs.teksten import tekst

ZOEKEN: Final = "composeExtension/query"
_EERSTE_KEER: Final = "initialRun"
_HOOGSTENS: Final = 25


class Parameter(Deel):
    """One thing that was typed, or that it was opened just now (`initialRun`)."""

    naam: Annotated[StrictStr, Field(alias="name", max_length=200)]
    waarde: Annotated[StrictStr | StrictBool | StrictInt, Field(alias="value")] = ""


class Bladeren(Deel):
    """Which part of the list Teams asks for."""

    overslaan: Annotated[int, Field(alias="skip", ge=0, le=10_000)] = 0
    aantal: Annotated[int, Field(alias="count", ge=1, le=1000)] = _HOOGSTENS


class Zoekvraag(Deel):
    """The value of a search, as Teams sends it."""

    parameters: Annotated[tuple[Parameter, ...], Field(max_length=20)] = ()
    bladeren: Bladeren = Field(default_factory=Bladeren, alias="queryOptions")

    def vraag(self) -> str:
        """Return what was typed; nothing when it was only opened."""
        gezegd = (p.waarde for p in self.parameters if p.naam != _EERSTE_KEER)
        return " ".join(str(waarde) for waarde in gezegd).strip()


@dataclass(frozen=True, slots=True)
class Kaart:
    """A topic as a card: its name, what kind it is, and its answer with the source."""

    titel: str
    soort: str
    kort: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Gevonden:
    """Cards to pick from, or else the sentence that says why there are none."""

    kaarten: tuple[Kaart, ...] = ()
    zin: str = ""


def zoek(zoekvraag: Zoekvraag) -> Gevonden:
    """Look up what was typed; the list of casussen when nothing was."""
    gevraagd = zoekvraag.vraag()
    if not gevraagd:
        alle = naslag.alles().lijst
        return _kaarten((v for v in alle if v.soort == "casus"), zoekvraag.bladeren)
    binnen = ontvang(gevraagd, KANAAL)
    if binnen.tekst is None:
        return Gevonden(zin=gezegde(binnen.vooraf[0]).tekst)
    woorden = binnen.tekst
    for label in LABELS.values():
        woorden = woorden.replace(label, " ")
    treffers = naslag.zoek(woorden).gevonden if woorden.strip() else ()
    if treffers:
        return _kaarten(treffers, zoekvraag.bladeren)
    weggehaald = (gezegde(deel).tekst for deel in binnen.vooraf)
    return Gevonden(zin="\n\n".join([*weggehaald, tekst("bot.uitbreiding_niets")]))


def _kaarten(verwijzingen: Iterable[naslag.Verwijzing], bladeren: Bladeren) -> Gevonden:
    alle = tuple(verwijzingen)[bladeren.overslaan :][: min(bladeren.aantal, _HOOGSTENS)]
    return Gevonden(tuple(map(_kaart, alle)))


def _kaart(verwijzing: naslag.Verwijzing) -> Kaart:
    bron = tekst("bot.uitbreiding_bron", bronnen="; ".join(verwijzing.bronnen))
    return Kaart(
        verwijzing.naam,
        tekst(f"bot.uitbreiding_{verwijzing.soort}"),
        verwijzing.kort,
        f"{verwijzing.kort}\n\n{bron}",
    )
