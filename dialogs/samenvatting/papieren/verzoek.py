"""Het verzoek van wie gegevens wil krijgen: wat, waarvoor, op welke grond, en niet meer dan dat."""

from __future__ import annotations

from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.papieren import basis
from dialogs.stukken import Stuk


def maak(s: Samenvatting) -> tuple[Stuk, ...]:
    """Return the request.

    Raises:
        PastNiet: who made the weighing gives, or may not ask this (yet).
    """
    wie = basis.regeling(s)
    if wie.geeft:
        raise basis.weiger("verzoek_kant")
    per_doel = basis.gedeeld(s)
    if not per_doel:
        raise basis.weiger("verzoek_nog_niet")
    return (
        basis.titel("verzoek", s),
        basis.feiten(s, wie),
        *basis.zinnen("papier.verzoek.inleiding"),
        basis.gegevenstabel(per_doel),
        basis.kop("papier.verzoek.regels"),
        basis.lijst("papier.verzoek.punten", naar=wie.naar),
        basis.tekenen(s, "betreft", "voor_datum", "naam", "bereikbaar"),
        basis.slot(s),
    )
