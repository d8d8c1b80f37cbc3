"""Het bericht aan de jongere: wie wat aan wie geeft, waarom, en welke rechten er zijn."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.papieren import basis
from dialogs.stukken import Stuk, punten
from dialogs.weergave import dag
from knowledge.beslissing import Oordeel as Verdict

_OPEN = (Verdict.OVERLEG, Verdict.ONVOLLEDIG)


def maak(s: Samenvatting) -> tuple[Stuk, ...]:
    """Return the message, also when nothing is shared.

    Raises:
        PastNiet: nothing is decided yet, or consent must be asked first.
    """
    wie = basis.regeling(s)
    if basis.met_oordeel(s, *_OPEN):
        raise basis.weiger("jongere_open")
    if basis.met_oordeel(s, Verdict.MAG_MET_TOESTEMMING):
        raise basis.weiger("jongere_toestemming")
    return tuple(_stukken(s, wie))


def _stukken(s: Samenvatting, wie: basis.Regeling) -> Iterator[Stuk]:
    per_doel = basis.gedeeld(s)
    yield basis.titel("jongere", s)
    yield from basis.zinnen("papier.jongere.groet")
    if per_doel:
        doelen = basis.doelen_in_woorden(d for d, _ in per_doel)
        invulling = {"van": wie.van, "naar": wie.naar, "doel": doelen}
        yield from basis.zinnen("papier.jongere.delen", dag=dag(s.datum_delen), **invulling)
        yield basis.kop("papier.jongere.wat")
        yield punten(dict.fromkeys(g.naam for _, gegevens in per_doel for g in gegevens))
        yield basis.kop("papier.jongere.waarom")
        for grond in dict.fromkeys(g.grondslag for _, gegevens in per_doel for g in gegevens):
            yield from basis.zinnen(f"papier.jongere.grond.{grond or 'geen'}")
        yield basis.kop("papier.jongere.rechten")
        yield basis.lijst("papier.jongere.rechten_punten", van=wie.van, naar=wie.naar)
    else:
        yield from basis.zinnen("papier.jongere.niet_delen", van=wie.van, naar=wie.naar)
        yield basis.kop("papier.jongere.rechten")
        yield basis.lijst("papier.jongere.rechten_niets", van=wie.van)
    yield basis.kop("papier.jongere.klacht")
    yield from basis.zinnen("papier.jongere.klacht_zin")
    yield basis.tekenen(s, "naam", "bereikbaar")
    yield basis.slot(s)
