"""De samenvatting: de vastgelegde weging, als gegevens."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dialogs.versie import PROGRAMMA_VERSIE
from knowledge import editie
from knowledge.beslissing import Oordeel


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GesteldeVraag(_Model):
    """A question as it was asked and answered; `sleutel` names it for programs."""

    sleutel: str
    vraag: str
    antwoord: str


class RegelVerslag(_Model):
    """A rule that carried a conclusion, in one sentence."""

    id: str
    uitleg: str
    feiten: tuple[str, ...] = ()


class StapVerslag(_Model):
    """What happened in one stap for one purpose."""

    nummer: int
    titel: str
    vragen: tuple[GesteldeVraag, ...]
    conclusie: str | None
    overgeslagen: bool = False
    """Stap 1 already gave the answer."""
    regels: tuple[RegelVerslag, ...] = ()
    bronnen: tuple[str, ...] = ()


class GegevenVerslag(_Model):
    """One data item: shared or not, and why."""

    naam: str
    delen: bool | None
    oordeel: str
    reden: str
    grondslag: str | None = None
    regels: tuple[RegelVerslag, ...] = ()
    voorwaarden: tuple[int, ...] | None = None
    """Which of the conditions of its purpose are for this item, from 1; None: not kept."""

    @property
    def vertelt_zelf(self) -> bool:
        """The young person tells it: it may be heard, but nobody else shares it."""
        return self.delen is False and self.oordeel == Oordeel.MAG


class Aanvulregel(_Model):
    """A field of the form after the verdict: its key, its place, and what was filled in."""

    sleutel: str
    groep: str
    naam: str
    waarde: str | None
    """As it was filled in: a day (ISO 8601), the name of a choice, or words; None: not."""
    antwoord: str | None
    """The same in words."""


class DoelVerslag(_Model):
    """The weighing for one purpose."""

    doel: str | None
    doel_in_woorden: str
    naar: str | None = None
    """Which of the receivers it is about; None where there is one, or it was not kept."""
    oordeel: str
    oordeel_in_woorden: str
    grondslag: str | None
    regels: tuple[RegelVerslag, ...]
    bronnen: tuple[str, ...]
    stappen: tuple[StapVerslag, ...]
    gegevens: tuple[GegevenVerslag, ...]
    voorwaarden: tuple[str, ...]
    acties: tuple[str, ...]
    let_op: tuple[str, ...]
    alternatief: str | None
    ontbrekend: tuple[str, ...]
    in_elk_geval: str | None = None
    """What holds whatever the missing facts turn out to be."""
    mogelijk: tuple[str, ...] = ()
    """With facts missing: every verdict that can still come, with what leads there."""
    kantelpunten: tuple[str, ...]
    andere_regeling: str | None
    feiten: dict[str, Any] | None = None
    """The facts as `weeg` takes them, so that the weighing can be made again."""


class Partij(_Model):
    """A kind of organisation that gives or receives: its code, and what it is called."""

    soort: str
    in_woorden: str


class Handtekening(_Model):
    """A signature (Ed25519) under the fingerprint, with the public key that checks it."""

    waarde: str
    """64 bytes in base64."""
    publieke_sleutel: str
    """32 bytes in base64."""


class Ontvangstbewijs(_Model):
    """What shows later that a record is as it was kept: see `dialogs.samenvatting.bewijs`."""

    sha256: str
    """Fingerprint of the record in canonical form without this receipt: 64 hex digits."""
    handtekening: Handtekening | None = None


class Verandering(_Model):
    """An answer that is another one than in the version before."""

    sleutel: str
    vraag: str
    was: str | None
    """None where it was not answered then."""
    werd: str | None


class Vervangt(_Model):
    """Which version a record replaces, why, and what is different: see `samenvatting.versies`."""

    kenmerk: str
    sha256: str | None
    """The fingerprint in the receipt of that version; None when it had none."""
    reden: str
    """From a list, or in own words."""
    veranderd: tuple[Verandering, ...] = ()
    gezegd_op: dict[str, dt.date] = Field(default_factory=dict)
    """Of facts that change by themselves, and were not told anew: the day they were told."""


class Samenvatting(_Model):
    """A whole weighing, as it goes into a dossier. Holds no names of young people."""

    versie: int = 4
    """2: every purpose holds its facts. 3: giver, receivers, conditions per item, receipt.

    4: what was filled in after the verdict, and which version it replaces.
    """
    kenmerk: str | None = None
    titel: str
    compleet: bool
    situatie: str
    van: Partij | None = None
    ontvangers: tuple[Partij, ...] = ()
    """One verdict stands for every pair of purpose and receiver."""
    omschrijving: str | None
    doel_woorden: str | None = None
    """What it is for, in the words of the professional."""
    datum_weging: dt.date
    datum_delen: dt.date
    regime: str
    gemaakt_door: str | None
    programma: str = PROGRAMMA_VERSIE
    kennis: str = Field(default_factory=editie.naam)
    """The edition of the knowledge: version and fingerprint."""
    nagekeken: tuple[str, ...] = ()
    """Sources it rests on that nobody read again for a year, in words."""
    vooraf: tuple[GesteldeVraag, ...]
    samen: str | None = None
    """The conclusion over all purposes, where there are more."""
    doelen: tuple[DoelVerslag, ...]
    altijd: tuple[GesteldeVraag, ...]
    aanvulling: tuple[Aanvulregel, ...] | None = None
    """What the form after the verdict asked; None where there was no form."""
    vervangt: Vervangt | None = None
    """The version before this one; None for the first."""
    ontvangstbewijs: Ontvangstbewijs | None = None
    """Put on when it is kept."""

    def ingevuld(self, sleutel: str) -> Aanvulregel | None:
        """Return a field of the form after the verdict; None when it was left open."""
        regels = self.aanvulling or ()
        return next((r for r in regels if r.sleutel == sleutel and r.waarde is not None), None)
