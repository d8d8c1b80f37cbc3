"""Het dossier: de antwoorden van één weging. Al het andere wordt eruit berekend."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Any, Final

from pydantic import Field

from dialogs.dossier.gelezen import genummerd, veranderd
from dialogs.dossier.opgeslagen import Opgeslagen
from dialogs.dossier.wacht import BevestigWeging, OpNiets, Stelt, Wacht, gesteld, vraag_van

__all__ = [
    "Antwoord",
    "Dossier",
    "Eerder",
    "Gebeurtenis",
    "Gesprekstand",
    "Gevaarstand",
    "Opgeslagen",
    "Voorgesteld",
]

VERSIE: Final = 5
"""Version of the stored form. Raise it together with a step in `migratie`."""


class Antwoord(Opgeslagen):
    """The current answer to one question.

    `waarde` None means 'weet ik niet': asked and unknown, so it is not asked again.
    """

    waarde: Any = None
    """A value of the fact (JSON types only), or the professional's own words."""


class Gebeurtenis(Opgeslagen):
    """One line of the append-only history: which question changed when. Never the words."""

    wanneer: dt.datetime
    vraag: str


class Voorgesteld(Opgeslagen):
    """What was read but not yet confirmed: the answer it would be, and the words it came from."""

    sleutel: str
    waarde: Any
    woorden: str


Twijfel = tuple[Voorgesteld, ...]
"""The readings of one fact, each with the words it came from."""


class Gevaarstand(Opgeslagen):
    """Danger was told: the way to help stays in sight until somebody says to have seen it."""

    zelfdoding: bool = False
    """By one's own hand: 113 belongs to it."""
    gezien: bool = False
    soorten: tuple[str, ...] = ()
    """The kinds of danger that words told of; none where only an answer says so."""


class Gesprekstand(Opgeslagen):
    """The small conversational part: what we wait for, and what was read but not confirmed."""

    wacht: Annotated[Wacht, Field(discriminator="soort")] = OpNiets()
    voorgesteld: tuple[Voorgesteld, ...] = ()
    """What was read from a text and is not a fact until somebody confirms it."""
    twijfel: tuple[Twijfel, ...] = ()
    """Facts that a text gave in more than one way; asked, never chosen."""
    basis: bool = False
    """What was read are the facts of a kept weighing: nobody wrote them, and all of it is shown."""
    nummers: tuple[str, ...] = ()
    """What was read, each thing at the place of its number (`dossier.gelezen`)."""
    aangepast: tuple[str, ...] = ()
    """Which of these changed since they were shown last."""
    los: tuple[str, ...] = ()
    """Ids of the bundles that were asked: what is still open of them is asked one by one."""
    gevolg: tuple[str, ...] = ()
    """The purposes of which it is still to be asked what happens if nothing is shared."""
    getoond: str | None = None
    """Id of the topic last shown: 'lees verder', 'hielp niet', 'met deze feiten' are about it."""
    bewaard_als: str | None = None
    kenmerken: tuple[str, ...] = ()
    """Every reference under which answers of this weighing were kept, also before they changed."""
    gevaar: Gevaarstand | None = None
    """None as long as nothing told of danger."""
    naar_feiten: bool = False
    """A phrase that judges was met with a question already: it comes once in a weighing."""

    @property
    def gesteld(self) -> Stelt:
        """What the procedure asked, also below a list or a confirmation."""
        return gesteld(self.wacht)

    @property
    def vraag(self) -> str | None:
        """The key of the question that is open; safe to log up to the colon."""
        return vraag_van(self.wacht)


class Eerder(Opgeslagen):
    """How a dossier was before one change, as far as that change touched it."""

    antwoorden: dict[str, Antwoord] = Field(default_factory=dict)
    """What the change replaced or let go."""
    erbij: tuple[str, ...] = ()
    """Keys of what it added."""
    volgorde: tuple[str, ...] = ()
    """All keys as they stood, where putting them back would give another order."""
    wacht: Annotated[Stelt, Field(discriminator="soort")] = OpNiets()
    voorgesteld: tuple[Voorgesteld, ...] = ()
    twijfel: tuple[Twijfel, ...] = ()
    nummers: tuple[str, ...] = ()
    aangepast: tuple[str, ...] = ()
    los: tuple[str, ...] = ()


class Dossier(Opgeslagen):
    """One weighing in progress. Changes give a new one."""

    versie: int = VERSIE
    id: str
    begonnen: dt.date
    antwoorden: dict[str, Antwoord] = Field(default_factory=dict)
    aanvulling: dict[str, str] = Field(default_factory=dict)
    """What was filled in after the verdict, by the key of its field (`dossier.aanvulling`)."""
    geschiedenis: tuple[Gebeurtenis, ...] = ()
    stand: Gesprekstand = Gesprekstand()
    eerder: tuple[Eerder, ...] = ()
    """The last changes, each to be undone (`procedure.ongedaan`); none once it was kept."""

    def verliest_aan(self, erna: Dossier) -> bool:
        """Tell whether something stands here, answered, read or kept, that does not stand there."""
        if self._genoemd() - erna._genoemd() or self.aanvulling.items() - erna.aanvulling.items():
            return True
        daar = {v.sleutel: v.waarde for v in erna.stand.voorgesteld}
        daar |= {sleutel: antwoord.waarde for sleutel, antwoord in erna.antwoorden.items()}
        hier = [(v.sleutel, v.waarde) for v in self.stand.voorgesteld]
        hier += [(sleutel, antwoord.waarde) for sleutel, antwoord in self.antwoorden.items()]
        return any(eerder not in erna.eerder for eerder in self.eerder) or any(
            sleutel not in daar or daar[sleutel] != waarde for sleutel, waarde in hier
        )

    def wachtend(self, op: Wacht) -> Dossier:
        """Return the dossier waiting for this."""
        return self._met(self.stand.model_copy(update={"wacht": op}))

    def gelezen(
        self, voorgesteld: tuple[Voorgesteld, ...], twijfel: tuple[Twijfel, ...] = ()
    ) -> Dossier:
        """Return the dossier with this read, and to be confirmed."""
        return self._gelezen(voorgesteld, twijfel, ())

    def verbeterd(self, voorgesteld: tuple[Voorgesteld, ...]) -> Dossier:
        """Return the dossier with this list in the place of the one there was, changes marked."""
        anders = veranderd(self.stand.voorgesteld, voorgesteld)
        return self._gelezen(voorgesteld, self.stand.twijfel, anders)

    def _gelezen(
        self,
        voorgesteld: tuple[Voorgesteld, ...],
        twijfel: tuple[Twijfel, ...],
        aangepast: tuple[str, ...],
    ) -> Dossier:
        anders = {
            "voorgesteld": voorgesteld,
            "twijfel": twijfel,
            "basis": self.stand.basis and bool(voorgesteld),
            "nummers": genummerd(self.stand.nummers, voorgesteld, self.antwoorden),
            "aangepast": aangepast,
        }
        return self._met(self.stand.model_copy(update=anders))

    def met_basis(self, voorgesteld: tuple[Voorgesteld, ...]) -> Dossier:
        """Return the dossier with these facts of a kept weighing, to be confirmed."""
        return self._met(self.stand.model_copy(update={"basis": True})).gelezen(voorgesteld)

    def gevraagd_in(self, bundel: str) -> Dossier:
        """Return the dossier in which this bundle was asked: what is open of it is asked alone."""
        los = tuple(dict.fromkeys((*self.stand.los, bundel)))
        return self._met(self.stand.model_copy(update={"los": los}))

    def met_gevolg(self, doelen: tuple[str, ...]) -> Dossier:
        """Return the dossier in which the consequence is still to be asked of these purposes."""
        return self._met(self.stand.model_copy(update={"gevolg": doelen}))

    def toonde(self, onderwerp: str | None) -> Dossier:
        """Return the dossier in which this topic was shown last."""
        return self._met(self.stand.model_copy(update={"getoond": onderwerp}))

    def bewaard(self, kenmerk: str | None) -> Dossier:
        """Return the dossier, kept under this reference."""
        kenmerken = self.stand.kenmerken
        if kenmerk is not None:
            kenmerken = tuple(dict.fromkeys((*kenmerken, kenmerk)))
        anders = {"bewaard_als": kenmerk, "kenmerken": kenmerken}
        erna = self._met(self.stand.model_copy(update=anders))
        return erna if kenmerk is None else erna.model_copy(update={"eerder": ()})

    def aangevuld(self, waarden: dict[str, str]) -> Dossier:
        """Return the dossier with these fields filled in; empty leaves a field open again.

        What was kept is then no longer all there is.
        """
        alles = {k: w for k, w in (self.aanvulling | waarden).items() if w}
        if alles == self.aanvulling:
            return self
        return self.model_copy(update={"aanvulling": alles}).bewaard(None)

    def noemt(self, kenmerk: str) -> bool:
        """Tell whether answers of this weighing were kept under this reference."""
        return kenmerk in (*self.stand.kenmerken, self.stand.bewaard_als)

    def _genoemd(self) -> set[str | None]:
        wacht = self.stand.wacht
        gevraagd = wacht.kenmerk if isinstance(wacht, BevestigWeging) else None
        return {*self.stand.kenmerken, self.stand.bewaard_als, gevraagd, None}

    def zonder_kenmerk(self, kenmerk: str) -> Dossier:
        """Return the dossier that knows nothing of this reference any more."""
        stand = self.stand
        anders = {
            "bewaard_als": None if stand.bewaard_als == kenmerk else stand.bewaard_als,
            "kenmerken": tuple(k for k in stand.kenmerken if k != kenmerk),
        }
        return self._met(stand.model_copy(update=anders))

    def gewaarschuwd(self, *, zelfdoding: bool) -> Dossier:
        """Return the dossier with the way to help in sight; 113 stays once it belonged to it."""
        eerder = self.stand.gevaar or Gevaarstand()
        gevaar = eerder.model_copy(
            update={"zelfdoding": zelfdoding or eerder.zelfdoding, "gezien": False}
        )
        return self._met(self.stand.model_copy(update={"gevaar": gevaar}))

    def gevaarlijk(self, soorten: Iterable[str]) -> Dossier:
        """Return the dossier that knows which kinds of danger were told of, once warned."""
        gevaar = self.stand.gevaar
        if gevaar is None:
            return self
        alle = tuple(sorted({*gevaar.soorten, *soorten}))
        erna = gevaar.model_copy(update={"soorten": alle})
        return self._met(self.stand.model_copy(update={"gevaar": erna}))

    def gezien(self) -> Dossier:
        """Return the dossier in which the way to help was seen."""
        gevaar = self.stand.gevaar
        erna = None if gevaar is None else gevaar.model_copy(update={"gezien": True})
        return self._met(self.stand.model_copy(update={"gevaar": erna}))

    def beantwoord(self, antwoorden: dict[str, Antwoord]) -> Dossier:
        """Return the dossier with exactly these answers.

        Of the conversation stays what holds for the whole weighing.
        """
        stand = Gesprekstand(
            los=self.stand.los,
            gevolg=self.stand.gevolg,
            nummers=self.stand.nummers,
            kenmerken=self.stand.kenmerken,
            gevaar=self.stand.gevaar,
            naar_feiten=self.stand.naar_feiten,
        )
        return self.model_copy(update={"antwoorden": antwoorden, "stand": stand})

    def vroeg_naar_feiten(self) -> Dossier:
        """Return the dossier in which was asked for what was seen, instead of a judgement."""
        return self._met(self.stand.model_copy(update={"naar_feiten": True}))

    def _met(self, stand: Gesprekstand) -> Dossier:
        return self.model_copy(update={"stand": stand})
