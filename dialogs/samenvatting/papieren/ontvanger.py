"""Het blad voor de ontvanger: wat hij krijgt en waarvoor, en wat hij ermee mag."""

from __future__ import annotations

from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.papieren import basis
from dialogs.stukken import Stuk


def maak(s: Samenvatting) -> tuple[Stuk, ...]:
    """Return the sheet. It never holds the weighing, nor what is not shared.

    Raises:
        PastNiet: nothing is shared, or who made the weighing is the receiver.
    """
    wie = basis.regeling(s)
    if not wie.geeft:
        raise basis.weiger("ontvanger_kant")
    per_doel = basis.gedeeld(s)
    if not per_doel:
        raise basis.weiger("ontvanger_niets")
    return (
        basis.titel("ontvanger", s),
        basis.feiten(s, wie),
        basis.kop("papier.ontvanger.wat"),
        basis.gegevenstabel(per_doel),
        basis.kop("papier.ontvanger.regels"),
        basis.lijst("papier.ontvanger.punten", van=wie.van),
        basis.tekenen(s, "betreft", "bestemd_voor", "bereikbaar"),
        basis.slot(s),
    )
