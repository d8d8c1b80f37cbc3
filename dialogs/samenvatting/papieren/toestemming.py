"""Het verzoek om toestemming, met de vier toetsen en de vorm die de wet ervoor wil."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dialogs.samenvatting import DoelVerslag, Samenvatting
from dialogs.samenvatting.papieren import basis
from dialogs.stukken import Bladzijde, Stuk, Tekenruimte, punten
from dialogs.teksten import tekst
from knowledge.beslissing import Oordeel as Verdict
from knowledge.feiten import Soort

_GEWOON: Final = frozenset((Soort.GEWOON,))


def maak(s: Samenvatting) -> tuple[Stuk, ...]:
    """Return the request, for every purpose that needs consent (AVG 4(11), 7 and 9(2)(a)).

    Raises:
        PastNiet: no purpose waits for consent.
    """
    wie = basis.regeling(s)
    doelen = basis.met_oordeel(s, Verdict.MAG_MET_TOESTEMMING)
    if not doelen:
        raise basis.weiger("toestemming_niet")
    return tuple(_stukken(s, wie, doelen))


def _stukken(s: Samenvatting, wie: basis.Regeling, doelen: list[DoelVerslag]) -> Iterator[Stuk]:
    yield basis.titel("toestemming", s)
    yield from basis.zinnen("papier.toestemming.vraag", van=wie.van, naar=wie.naar)
    for d in doelen:
        yield from basis.zinnen("papier.toestemming.doel", doel=d.doel_in_woorden)
        yield punten(
            g.naam for g in d.gegevens if Verdict(g.oordeel) is Verdict.MAG_MET_TOESTEMMING
        )
    if any(map(_gevoelig, doelen)):
        yield from basis.zinnen("papier.toestemming.gevoelig")
    yield basis.kop("papier.toestemming.weten")
    yield basis.lijst("papier.toestemming.punten", van=wie.van, naar=wie.naar)
    yield basis.kop("papier.toestemming.antwoord")
    yield from basis.zinnen("papier.toestemming.keuzes")
    lijnen = ("naam", "datum", "handtekening", "namens")
    yield Tekenruimte(rijen=(), lijnen=tuple(tekst(f"papier.lijn_{naam}") for naam in lijnen))
    yield Bladzijde()
    yield basis.kop("papier.toestemming.vrager")
    yield basis.lijst("papier.toestemming.toetsen")
    yield basis.tekenen(s, "naam", "bereikbaar")
    yield basis.slot(s)


def _gevoelig(d: DoelVerslag) -> bool:
    """Tell whether an item that waits for consent is more than ordinary data."""
    wachtend = {g.naam for g in d.gegevens if Verdict(g.oordeel) is Verdict.MAG_MET_TOESTEMMING}
    gegevens = basis.situatie(d).gegevens or ()
    # Of which kind it is may be unknown: then it is taken for sensitive.
    return any(g.soort != _GEWOON for g in gegevens if g.naam in wachtend)
