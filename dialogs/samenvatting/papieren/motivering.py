"""De uitleg aan de ander: wat hij wel en niet krijgt, op welke grond, en waarom."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.papieren import basis
from dialogs.stukken import Rij, Rijen, Stuk
from dialogs.teksten import tekst
from knowledge.beslissing import Oordeel as Verdict


def maak(s: Samenvatting) -> tuple[Stuk, ...]:
    """Return the explanation. Of what is not shared it says nothing about the young person.

    Raises:
        PastNiet: nothing is decided yet, or who made the weighing is the receiver.
    """
    wie = basis.regeling(s)
    if not wie.geeft:
        raise basis.weiger("motivering_kant")
    if basis.met_oordeel(s, Verdict.ONVOLLEDIG):
        raise basis.weiger("motivering_open")
    return tuple(_stukken(s, wie))


def _stukken(s: Samenvatting, wie: basis.Regeling) -> Iterator[Stuk]:
    per_doel = basis.gedeeld(s)
    yield basis.titel("motivering", s)
    yield basis.feiten(s, wie)
    yield from basis.zinnen(_inleiding(s, shares=bool(per_doel)), van=wie.van)
    if per_doel:
        yield basis.gegevenstabel(per_doel)
    eigen = [v.antwoord for v in s.altijd if v.sleutel == "motiveren"]
    if eigen:
        naam = tekst("samenvatting.motiveren")
        yield Rijen(rol="vragen", rijen=tuple(Rij(naam=naam, waarde=waarde) for waarde in eigen))
    yield basis.kop("papier.motivering.regels")
    yield basis.lijst(
        "papier.motivering.punten_deelt" if per_doel else "papier.motivering.punten_niets"
    )
    yield basis.tekenen(s, "betreft", "naam", "bereikbaar")
    yield basis.slot(s)


def _inleiding(s: Samenvatting, *, shares: bool) -> str:
    if shares:
        heel = all(g.delen for d in s.doelen for g in d.gegevens)
        return "papier.motivering.alles" if heel else "papier.motivering.deel"
    if basis.met_oordeel(s, Verdict.MAG_MET_TOESTEMMING):
        return "papier.motivering.toestemming"
    return (
        "papier.motivering.overleg"
        if basis.met_oordeel(s, Verdict.OVERLEG)
        else "papier.motivering.niets"
    )
