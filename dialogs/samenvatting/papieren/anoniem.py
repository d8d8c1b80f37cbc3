"""De vraag zonder naam: iets voorleggen zonder dat iemand weet om wie het gaat."""

from __future__ import annotations

from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.papieren import basis
from dialogs.stukken import Stuk
from dialogs.weergave import kort
from knowledge.feiten import Alternatief


def maak(s: Samenvatting) -> tuple[Stuk, ...]:
    """Return the sheet to ask with. Nothing of the situation is on it: that is for the asker.

    Raises:
        PastNiet: the verdict does not send one this way.
    """
    wie = basis.regeling(s)
    if kort("alternatief", Alternatief.ANONIEM) not in basis.alternatieven(s):
        raise basis.weiger("anoniem_niet")
    ander = wie.naar if wie.geeft else wie.van
    return (
        basis.titel("anoniem", s),
        *basis.zinnen("papier.anoniem.inleiding", ander=ander),
        basis.kop("papier.anoniem.zeg"),
        basis.lijst("papier.anoniem.zinnen", ander=ander),
        basis.kop("papier.anoniem.niet"),
        basis.lijst("papier.anoniem.weglaten"),
        basis.kop("papier.anoniem.let_op"),
        *basis.zinnen("papier.anoniem.herkend"),
        basis.slot(s),
    )
