"""Wat de papieren delen: wie geeft en krijgt, wat gedeeld wordt, en wat er op elk papier staat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dialogs.fouten import DialoogFout
from dialogs.samenvatting import DoelVerslag, GegevenVerslag, Samenvatting
from dialogs.stukken import (
    Kop,
    Ondertekening,
    Rij,
    Rijen,
    Stuk,
    Tabel,
    Tabelrij,
    Tekenruimte,
    alinea,
    punten,
)
from dialogs.teksten import heeft, tekst
from dialogs.weergave import dag, opsomming
from knowledge.beslissing import Oordeel as Verdict
from knowledge.feiten import Gebruiker, Situatie


class PastNiet(DialoogFout):
    """This verdict has no use for the paper; the message says why."""


def weiger(reden: str) -> PastNiet:
    """Return why a paper does not fit."""
    return PastNiet(tekst(f"papier.weigering.{reden}"))


class Regeling(NamedTuple):
    """Who gives what to whom, as every paper needs it."""

    geeft: bool
    """Who made the weighing is the one that gives."""
    van: str
    """The giver, with its article."""
    naar: str
    """The receiver, with its article."""


def regeling(s: Samenvatting) -> Regeling:
    """Return the route of a finished weighing.

    Raises:
        PastNiet: it is not finished, or is of before its facts were kept.
    """
    if not (s.compleet and s.doelen):
        raise weiger("niet_af")
    feiten, *_ = [situatie(d) for d in s.doelen]
    return Regeling(
        geeft=feiten.gebruiker is not Gebruiker.ONTVANGER,
        van=_partij(feiten.van),
        naar=_partij(feiten.naar),
    )


def situatie(d: DoelVerslag) -> Situatie:
    """Return the facts that a purpose was weighed with.

    Raises:
        PastNiet: they were not kept, or are not facts any more.
    """
    if d.feiten is None:
        raise weiger("te_oud")
    try:
        return Situatie.model_validate(d.feiten)
    except ValueError as fout:
        raise weiger("vervallen") from fout


def _partij(soort: str | None) -> str:
    sleutel = f"partij_lidwoord.{soort}"
    return tekst(sleutel if heeft(sleutel) else "partij_lidwoord.anders")


def gedeeld(s: Samenvatting) -> list[tuple[DoelVerslag, tuple[GegevenVerslag, ...]]]:
    """Return per purpose the items that may be shared now; purposes without any are not there."""
    per_doel = ((d, tuple(g for g in d.gegevens if g.delen)) for d in s.doelen)
    return [(d, gegevens) for d, gegevens in per_doel if gegevens]


def met_oordeel(s: Samenvatting, *oordelen: Verdict) -> list[DoelVerslag]:
    """Return the purposes that got one of these verdicts."""
    return [d for d in s.doelen if Verdict(d.oordeel) in oordelen]


def alternatieven(s: Samenvatting) -> set[str]:
    """Return the milder ways that there are where nothing may be shared (yet), as words."""
    return {d.alternatief for d in s.doelen if d.alternatief and d.oordeel != Verdict.MAG}


def grond(grondslag: str | None) -> str:
    """Return a ground in words."""
    return tekst(f"grondslagen.{grondslag}") if grondslag else tekst("woorden_los.geen")


def doelen_in_woorden(doelen: Iterable[DoelVerslag]) -> str:
    """Return the purposes in one sentence part."""
    return opsomming(dict.fromkeys(d.doel_in_woorden for d in doelen))


def titel(naam: str, s: Samenvatting) -> Kop:
    """Return the title of a paper."""
    kenmerk = s.kenmerk or tekst("papier.zonder_kenmerk")
    return Kop(niveau=1, tekst=tekst(f"papier.titel.{naam}", kenmerk=kenmerk))


def kop(sleutel: str) -> Kop:
    """Return a heading of a paper."""
    return Kop(niveau=2, tekst=tekst(sleutel))


def zinnen(sleutel: str, **invulling: str) -> Iterator[Stuk]:
    """Yield a text of a paper, a paragraph a line."""
    yield from map(alinea, _regels(sleutel, invulling))


def lijst(sleutel: str, **invulling: str) -> Stuk:
    """Return a text of a paper as points, one a line."""
    return punten(_regels(sleutel, invulling))


def _regels(sleutel: str, invulling: dict[str, str]) -> list[str]:
    regels = map(str.strip, tekst(sleutel, **invulling).split("\n"))
    # What is filled in at the beginning may have a small letter.
    return [f"{regel[:1].upper()}{regel[1:]}" for regel in regels if regel]


def feiten(s: Samenvatting, wie: Regeling) -> Rijen:
    """Return what stands on top of every paper that goes to somebody else."""
    rijen = [
        Rij(naam=tekst("papier.van"), waarde=wie.van),
        Rij(naam=tekst("papier.naar"), waarde=wie.naar),
    ]
    if gedeeld(s):
        rijen.append(Rij(naam=tekst("papier.dag"), waarde=dag(s.datum_delen)))
    return Rijen(rol="feiten", rijen=tuple(rijen))


def gegevenstabel(per_doel: Iterable[tuple[DoelVerslag, tuple[GegevenVerslag, ...]]]) -> Tabel:
    """Return the items with what they are for and on which ground."""
    rijen = tuple(
        Tabelrij(naam=g.naam, cellen=((alinea(d.doel_in_woorden),), (alinea(grond(g.grondslag)),)))
        for d, gegevens in per_doel
        for g in gegevens
    )
    kop = tuple(tekst(f"papier.kolom_{naam}") for naam in ("doel", "grondslag"))
    return Tabel(rol="lijst", hoek=tekst("samenvatting.kolom_gegeven"), kop=kop, rijen=rijen)


def tekenen(s: Samenvatting, *lijnen: str) -> Tekenruimte:
    """Return room to sign; `lijnen` are keys of what is to be written."""
    functie = s.gemaakt_door or tekst("samenvatting.niet_ingevuld")
    return Tekenruimte(
        rijen=(Rij(naam=tekst("samenvatting.functie"), waarde=functie),),
        lijnen=tuple(tekst(f"papier.lijn_{naam}") for naam in lijnen),
    )


def slot(s: Samenvatting) -> Ondertekening:
    """Return the small print: how to refer to the weighing behind it."""
    kenmerk = s.kenmerk or tekst("papier.zonder_kenmerk")
    return Ondertekening(zinnen=(tekst("papier.slot", kenmerk=kenmerk),))
