"""De overdracht aan de privacy officer: de vraag, wat ervoor en ertegen is, en voor wanneer."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.samenvatting import DoelVerslag, Samenvatting
from dialogs.samenvatting.oordeel import oordeel
from dialogs.samenvatting.papieren import basis
from dialogs.samenvatting.redenen import eigen_reden
from dialogs.samenvatting.voorblad import gegevenstabel
from dialogs.samenvatting.vraagnaam import vraagnaam
from dialogs.stukken import Onderbouwing, Regeluitleg, Rij, Rijen, Stuk, Tekenruimte, punten
from dialogs.teksten import tekst
from dialogs.weergave import opsomming
from knowledge.beslissing import Oordeel as Verdict
from knowledge.regels.spanningen import REGELS as SPANNINGEN


def maak(s: Samenvatting) -> tuple[Stuk, ...]:
    """Return the hand-over.

    Raises:
        PastNiet: the verdict is clear, and nothing about it is to be discussed.
    """
    wie = basis.regeling(s)
    voor_te_leggen = basis.met_oordeel(s, Verdict.OVERLEG, Verdict.ONVOLLEDIG)
    doelen = voor_te_leggen or [d for d in s.doelen if _spanning(d)]
    if not doelen:
        raise basis.weiger("overdracht_niet")
    return tuple(_stukken(s, wie, doelen))


def _spanning(d: DoelVerslag) -> bool:
    """Tell whether the sources contradict each other, or a warning sends one to that officer."""
    wie = tekst("papier.overdracht.wie")
    tegen = {regel.id for regel in SPANNINGEN}
    return any(regel.id in tegen for regel in d.regels) or any(wie in zin for zin in d.let_op)


def _stukken(s: Samenvatting, wie: basis.Regeling, doelen: list[DoelVerslag]) -> Iterator[Stuk]:
    yield basis.titel("overdracht", s)
    yield basis.feiten(s, wie)
    yield basis.kop("papier.overdracht.vraag")
    gegevens = opsomming(dict.fromkeys(g.naam for d in doelen for g in d.gegevens))
    yield from basis.zinnen(
        "papier.overdracht.vraagzin",
        van=wie.van,
        naar=wie.naar,
        doel=basis.doelen_in_woorden(doelen),
        gegevens=gegevens,
    )
    for d in doelen:
        yield from _doel(d)
    yield from _eigen(s, doelen)
    yield basis.kop("papier.overdracht.stand")
    yield from basis.zinnen(
        "papier.overdracht.niets_gedeeld" if not basis.gedeeld(s) else "papier.overdracht.deel"
    )
    lijnen = ("voor_datum", "gedeeld", "neiging", "bereikbaar")
    yield basis.tekenen(s, *lijnen)
    yield basis.kop("papier.overdracht.besluit")
    ruimte = ("besluit", "reden", "naam", "datum")
    yield Tekenruimte(rijen=(), lijnen=tuple(tekst(f"papier.lijn_{naam}") for naam in ruimte))
    yield basis.slot(s)


def _doel(d: DoelVerslag) -> Iterator[Stuk]:
    yield oordeel(d, d.doel_in_woorden).model_copy(update={"open": (), "gegevens": ()})
    if d.gegevens:
        yield gegevenstabel(d)
    regels = {regel.id: regel.uitleg for stap in d.stappen for regel in stap.regels}
    if regels:
        yield basis.kop("papier.overdracht.regels")
        uitleg = tuple(Regeluitleg(id=id_, uitleg=zin) for id_, zin in regels.items())
        yield Onderbouwing(regels=uitleg, bronnen=d.bronnen)
    if d.let_op:
        yield basis.kop("papier.overdracht.lezingen")
        yield punten(d.let_op)
    if d.ontbrekend:
        yield basis.kop("papier.overdracht.onbekend")
        yield punten(d.ontbrekend)
    if d.kantelpunten:
        yield basis.kop("papier.overdracht.anders")
        yield punten(d.kantelpunten)


def _eigen(s: Samenvatting, doelen: list[DoelVerslag]) -> Iterator[Stuk]:
    """Yield the reasons in one's own words: what the maker of the weighing leans to."""
    redenen = {
        v.sleutel: Rij(naam=vraagnaam(v), waarde=v.antwoord)
        for d in doelen
        for stap in d.stappen
        for v in stap.vragen
        if eigen_reden(v)
    }
    if s.omschrijving:
        naam = tekst("samenvatting.omschrijving")
        redenen = {"omschrijving": Rij(naam=naam, waarde=s.omschrijving)} | redenen
    if redenen:
        yield basis.kop("papier.overdracht.eigen")
        yield Rijen(rol="vragen", rijen=tuple(redenen.values()))
