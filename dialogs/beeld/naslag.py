"""De naslag: wat er op te zoeken is, als gegevens waar een scherm een bladzijde van maakt.

The same topics as `dialogs.beurt.opzoeken` shows in the conversation, and the same documents.
"""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.beeld import casus as casussen
from dialogs.beeld.delen import Optie, Schermdeel
from dialogs.stukken import Stuk
from dialogs.stukken.onderwerp import bronnen_van, pagina
from dialogs.teksten import tekst
from knowledge import zoeken
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp, Soort


class Verwijzing(Schermdeel):
    """A topic by name, with its answer in one sentence and the sources of that."""

    id: str
    soort: Soort
    naam: str
    kort: str
    bronnen: tuple[str, ...]


class Lijst(Schermdeel):
    """All topics, by kind: casussen first."""

    lijst: tuple[Verwijzing, ...]


class Gevonden(Schermdeel):
    """What a search gave, best first; `buurt` comes nearest when nothing answers the question."""

    gevonden: tuple[Verwijzing, ...]
    buurt: tuple[Verwijzing, ...] = ()


class Bladzijde(Schermdeel):
    """All there is to read on a topic."""

    id: str
    soort: Soort
    stukken: tuple[Stuk, ...]
    begin: Optie | None = None
    """Begins a weighing with the facts of this casus, when said in the conversation."""


def alles() -> Lijst:
    """Return every topic."""
    return Lijst(lijst=_verwijzingen(onderwerpen()))


def zoek(vraag: str) -> Gevonden:
    """Return the topics that answer a question, or else what comes nearest."""
    treffers = zoeken.zoek(vraag, zoeken.HOOGSTENS)
    buurt = [] if treffers else zoeken.in_de_buurt(vraag)
    return Gevonden(
        gevonden=_verwijzingen(treffer.id for treffer in treffers),
        buurt=_verwijzingen(treffer.id for treffer in buurt),
    )


def toon(id_: str) -> Bladzijde | None:
    """Return one topic to read; None when there is none by this id."""
    onderwerp = onderwerpen().get(id_)
    if onderwerp is None:
        return None
    begin = (
        Optie(waarde=casussen.opdracht(onderwerp), label=tekst("opzoeken.begin"))
        if isinstance(onderwerp, CasusOnderwerp)
        else None
    )
    return Bladzijde(id=onderwerp.id, soort=onderwerp.soort, stukken=pagina(onderwerp), begin=begin)


def _verwijzingen(ids: Iterable[str]) -> tuple[Verwijzing, ...]:
    return tuple(_verwijzing(onderwerpen()[id_]) for id_ in ids)


def _verwijzing(onderwerp: Onderwerp) -> Verwijzing:
    return Verwijzing(
        id=onderwerp.id,
        soort=onderwerp.soort,
        naam=onderwerp.naam,
        kort=onderwerp.kort.tekst,
        bronnen=bronnen_van(onderwerp.kort),
    )
