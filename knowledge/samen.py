"""Samen: wie mag wat horen als er meer ontvangers zijn, wie niet, en wat eerst moet.

All of it follows from the outcomes of the receivers, each weighed alone. What may be said in a
meeting is what every receiver present may hear.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple

from knowledge.beslissing import Oordeel
from knowledge.feiten import Alternatief, Doel, Organisatie
from knowledge.teksten import tekst
from knowledge.uitkomst import GegevenUitkomst, Uitkomst

Uitkomsten = Mapping[Organisatie, Sequence[Uitkomst]]
"""Of every receiver, in the order given, the outcome for every doel."""


class Eerst(StrEnum):
    """What has to be done before a receiver may hear a data item."""

    ZELF = "zelf"
    MILDER = "milder"
    TOESTEMMING = "toestemming"
    UITDRUKKELIJK = "uitdrukkelijk"
    VERTEGENWOORDIGER = "vertegenwoordiger"
    UITDRUKKELIJK_VERTEGENWOORDIGER = "uitdrukkelijk_vertegenwoordiger"
    UITZOEKEN = "uitzoeken"
    BOTSING = "botsing"
    OVERLEG = "overleg"


_VRAGEN: Final = {
    "bijzonder_vragen": Eerst.UITDRUKKELIJK,
    "vertegenwoordiger_vragen": Eerst.VERTEGENWOORDIGER,
    "bijzonder_vertegenwoordiger": Eerst.UITDRUKKELIJK_VERTEGENWOORDIGER,
}


@dataclass(frozen=True, slots=True)
class Nodig:
    """What is needed first, and the words that go with it."""

    wat: Eerst
    over: tuple[str, ...] = ()
    """The keys of the missing facts, or the alternative."""

    def __str__(self) -> str:
        woorden = [tekst(sleutel) for sleutel in self.over]
        return tekst(f"eerst.{self.wat}").format(over=", ".join(woorden))


class Cel(NamedTuple):
    """One data item for one receiver: for which doelen it may be heard, and else what first."""

    mag_voor: tuple[Doel | None, ...]
    eerst: tuple[tuple[Doel | None, Nodig], ...]
    doelen: tuple[Doel | None, ...]
    zelf: bool = False
    """This receiver may hear it only because the young person tells it."""

    @property
    def mag(self) -> bool:
        """This receiver may hear it, for one doel at least."""
        return bool(self.mag_voor)

    @property
    def nodig(self) -> tuple[Nodig, ...]:
        """What is needed first, each once, whatever the doel."""
        return tuple(dict.fromkeys(nodig for _, nodig in self.eerst))

    def in_woorden(self) -> str:
        """Say what is needed first; for which doel, where that is not the same for all."""
        if len(self.nodig) == 1 and len(self.eerst) == len(self.doelen):
            return str(self.nodig[0])
        delen = (
            tekst("samen.voor_doel").format(doel=doel_in_woorden(doel), wat=nodig)
            for doel, nodig in self.eerst
        )
        return "; ".join(delen)


@dataclass(frozen=True, slots=True)
class SamenGegeven:
    """One data item, with every receiver."""

    naam: str
    cellen: Mapping[Organisatie, Cel]

    @property
    def mag_horen(self) -> tuple[Organisatie, ...]:
        """Who may hear it now."""
        return tuple(o for o, cel in self.cellen.items() if cel.mag)

    @property
    def mag_niet_horen(self) -> tuple[Organisatie, ...]:
        """Who may not, or not yet."""
        return tuple(o for o, cel in self.cellen.items() if not cel.mag)

    @property
    def nooit(self) -> tuple[Organisatie, ...]:
        """Who may not, with nothing that could be done first."""
        return tuple(o for o, cel in self.cellen.items() if not cel.mag and not cel.eerst)

    def als_json(self) -> dict[str, Any]:
        """Return the item as the `weeg` contract writes it."""
        kort = {
            o.value: [doel and doel.value for doel in cel.mag_voor]
            for o, cel in self.cellen.items()
            if cel.mag and len(cel.mag_voor) < len(cel.doelen)
        }
        return {
            "naam": self.naam,
            "mag_horen": [o.value for o in self.mag_horen],
            "mag_niet_horen": [o.value for o in self.mag_niet_horen],
            "eerst": {
                o.value: self.cellen[o].in_woorden()
                for o in self.mag_niet_horen
                if self.cellen[o].eerst
            },
            "alleen_voor": kort,
        }


@dataclass(frozen=True, slots=True)
class Samen:
    """Who may hear what, all receivers together."""

    ontvangers: tuple[Organisatie, ...]
    gegevens: tuple[SamenGegeven, ...]
    oordelen: Mapping[Organisatie, frozenset[Oordeel]]
    """The verdicts of every receiver; more than one where the doelen differ."""

    @property
    def nu(self) -> tuple[SamenGegeven, ...]:
        """What may be said now where all are present: every one may hear it."""
        return tuple(g for g in self.gegevens if not g.mag_niet_horen)

    @property
    def straks(self) -> tuple[SamenGegeven, ...]:
        """What may be said there once something was done first."""
        return tuple(g for g in self.gegevens if g.mag_niet_horen and not g.nooit)

    @property
    def nooit(self) -> tuple[SamenGegeven, ...]:
        """What may not be said there: somebody present may not hear it."""
        return tuple(g for g in self.gegevens if g.nooit)

    def als_json(self) -> dict[str, Any]:
        """Return it as the `weeg` contract writes it, without the words (`slotsom`)."""
        return {
            "gegevens": [gegeven.als_json() for gegeven in self.gegevens],
            "gesprek": {
                "nu": [g.naam for g in self.nu],
                "eerst": [g.naam for g in self.straks],
                "nooit": [g.naam for g in self.nooit],
            },
        }


def samen(uitkomsten: Uitkomsten) -> Samen:
    """Lay the outcomes of all receivers side by side.

    Legal source: none of its own; the documents weigh every receiver apart (2026 §3.3.2). That
    in a meeting only what every one may hear is said, follows from that.
    """
    eerste = next(iter(uitkomsten.values()))[0]
    return Samen(
        ontvangers=tuple(uitkomsten),
        gegevens=tuple(
            SamenGegeven(
                gegeven.naam, {o: _cel(per_doel, plaats) for o, per_doel in uitkomsten.items()}
            )
            for plaats, gegeven in enumerate(eerste.gegevens)
        ),
        oordelen={o: frozenset(u.oordeel for u in deel) for o, deel in uitkomsten.items()},
    )


def _cel(per_doel: Sequence[Uitkomst], plaats: int) -> Cel:
    mag, eerst = [], []
    for uitkomst in per_doel:
        gegeven = uitkomst.gegevens[plaats]
        if gegeven.delen:
            mag.append(uitkomst.doel)
        elif (nodig := _eerst(gegeven, uitkomst)) is not None:
            eerst.append((uitkomst.doel, nodig))
    gedeeld = [u.gegevens[plaats] for u in per_doel if u.gegevens[plaats].delen]
    return Cel(
        tuple(mag),
        tuple(eerst),
        tuple(uitkomst.doel for uitkomst in per_doel),
        zelf=bool(gedeeld) and all(gegeven.grondslag is None for gegeven in gedeeld),
    )


def _eerst(gegeven: GegevenUitkomst, uitkomst: Uitkomst) -> Nodig | None:
    """Return what has to be done before this item may be heard; None where nothing helps."""
    match gegeven.oordeel:
        case Oordeel.MAG:
            return Nodig(Eerst.ZELF)
        case Oordeel.ANDERS:
            weg = uitkomst.alternatief or Alternatief.ANDERS
            return Nodig(Eerst.MILDER, (f"waarde_alternatief.{weg}",))
        case Oordeel.MAG_MET_TOESTEMMING:
            return Nodig(_VRAGEN.get(gegeven.sleutel, Eerst.TOESTEMMING))
        case Oordeel.OVERLEG:
            return Nodig(Eerst.BOTSING if gegeven.sleutel == "botsing" else Eerst.OVERLEG)
        case Oordeel.ONVOLLEDIG:
            return Nodig(Eerst.UITZOEKEN, _feiten(uitkomst.ontbrekend[:1]))
        case _:
            return None


def _feiten(sleutels: Iterable[str]) -> tuple[str, ...]:
    """Return the text keys of the facts that are missing."""
    return tuple(f"feit.{_feit(sleutel)}" for sleutel in sleutels)


def _feit(sleutel: str) -> str:
    naam = sleutel.rpartition("].")[2]
    return "nodig" if naam == "gegevens" else naam


def doel_in_woorden(doel: Doel | None) -> str:
    """Return what a doel is called in a sentence."""
    return tekst(f"waarde_doel.{doel or Doel.ANDERS}")
