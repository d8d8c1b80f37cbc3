"""De naslag: wat er op te zoeken is, als gegevens waar een scherm een bladzijde van maakt.

The same topics as `dialogs.opzoeken` shows in the conversation, there as one text.
"""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.beeld import casus as casussen
from dialogs.beeld.delen import Optie, Schermdeel
from dialogs.samenvatting import RegelVerslag
from dialogs.teksten import tekst
from knowledge import zoeken
from knowledge.bronnen import bronnen
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp, Passage, Soort, Verschil
from knowledge.onderwerpen.oordelen import CasusOordeel, oordelen
from knowledge.teksten import tekst as kennistekst
from knowledge.uitkomst import Regime


class Verwijzing(Schermdeel):
    """A topic by name, with its answer in one sentence."""

    id: str
    soort: Soort
    naam: str
    kort: str


class Lijst(Schermdeel):
    """All topics, by kind: casussen first."""

    lijst: tuple[Verwijzing, ...]


class Gevonden(Schermdeel):
    """What a search gave, best first; `buurt` comes nearest when nothing answers the question."""

    gevonden: tuple[Verwijzing, ...]
    buurt: tuple[Verwijzing, ...] = ()


class Stuk(Schermdeel):
    """A piece of text in light Markdown, with its sources in words."""

    tekst: str
    bronnen: tuple[str, ...]
    kop: str | None = None


class OudNieuw(Schermdeel):
    """One subject under both laws: `oud` and `nieuw`, or `gelijk` where nothing changed."""

    kop: str
    stap: int | None
    oud: Stuk | None
    nieuw: Stuk | None
    gelijk: Stuk | None


class Gegevenoordeel(Schermdeel):
    """The verdict on one data item."""

    naam: str
    oordeel: str
    reden: str


class Oordeelkaart(Schermdeel):
    """What the rules say of one situation of a casus."""

    regime: Regime
    variant: str
    """What tells it from its neighbours under the same law; empty when it has none."""
    oordeel: str
    oordeel_in_woorden: str
    grondslag_in_woorden: str | None
    gegevens: tuple[Gegevenoordeel, ...]
    regels: tuple[RegelVerslag, ...]
    bronnen: tuple[str, ...]


class Bladzijde(Schermdeel):
    """All there is to read on a topic; what only a casus has is empty with the others."""

    id: str
    soort: Soort
    naam: str
    kort: Stuk
    alineas: tuple[Stuk, ...]
    verschillen: tuple[OudNieuw, ...]
    grens: str | None
    zie_ook: tuple[Verwijzing, ...]
    situatie: Stuk | None = None
    oordelen: tuple[Oordeelkaart, ...] = ()
    veranderd: Stuk | None = None
    spanning: tuple[Stuk, ...] = ()
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
    bladzijde = Bladzijde(
        id=onderwerp.id,
        soort=onderwerp.soort,
        naam=onderwerp.naam,
        kort=_stuk(onderwerp.kort),
        alineas=tuple(_stuk(alinea, alinea.kop) for alinea in onderwerp.alineas),
        verschillen=tuple(map(_oud_nieuw, onderwerp.verschillen)),
        grens=onderwerp.grens,
        zie_ook=_verwijzingen(onderwerp.zie_ook),
    )
    return _casus(bladzijde, onderwerp) if isinstance(onderwerp, CasusOnderwerp) else bladzijde


def _casus(bladzijde: Bladzijde, casus: CasusOnderwerp) -> Bladzijde:
    begin = Optie(waarde=casussen.opdracht(casus), label=tekst("opzoeken.begin"))
    return bladzijde.model_copy(
        update={
            "situatie": _stuk(casus.situatie),
            "oordelen": tuple(map(_oordeelkaart, oordelen(casus))),
            "veranderd": _stuk(casus.veranderd),
            "spanning": tuple(map(_stuk, casus.spanning)),
            "begin": begin,
        }
    )


def _verwijzingen(ids: Iterable[str]) -> tuple[Verwijzing, ...]:
    return tuple(_verwijzing(onderwerpen()[id_]) for id_ in ids)


def _verwijzing(onderwerp: Onderwerp) -> Verwijzing:
    return Verwijzing(
        id=onderwerp.id, soort=onderwerp.soort, naam=onderwerp.naam, kort=onderwerp.kort.tekst
    )


def _stuk(passage: Passage, kop: str | None = None) -> Stuk:
    namen = tuple(str(bronnen()[id_]) for id_ in passage.bronnen)
    return Stuk(tekst=passage.tekst, bronnen=namen, kop=kop)


def _oud_nieuw(verschil: Verschil) -> OudNieuw:
    delen = {naam: getattr(verschil, naam) for naam in ("oud", "nieuw", "gelijk")}
    return OudNieuw(
        kop=verschil.kop or kennistekst(f"onderwerp.stap_{verschil.stap}"),
        stap=verschil.stap,
        **{naam: _stuk(deel) if deel else None for naam, deel in delen.items()},
    )


def _oordeelkaart(van: CasusOordeel) -> Oordeelkaart:
    uit = van.uitkomst
    return Oordeelkaart(
        regime=van.regime,
        variant=van.variant,
        oordeel=uit.oordeel.value,
        oordeel_in_woorden=tekst(f"oordelen.{uit.oordeel}"),
        grondslag_in_woorden=tekst(f"grondslagen.{uit.grondslag}") if uit.grondslag else None,
        gegevens=tuple(
            Gegevenoordeel(naam=g.naam, oordeel=g.oordeel.value, reden=g.reden)
            for g in uit.gegevens
        ),
        regels=tuple(
            RegelVerslag(id=id_, uitleg=kennistekst(f"regels.{id_}")) for id_ in uit.regels
        ),
        bronnen=tuple(map(str, uit.bronnen)),
    )
