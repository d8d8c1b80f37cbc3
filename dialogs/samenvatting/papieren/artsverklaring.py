"""De vraag om een verklaring van een onafhankelijke arts: alleen wat de jongere kan en niet kan."""

from __future__ import annotations

from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.papieren import basis
from dialogs.stukken import Stuk
from dialogs.weergave import kort
from knowledge.feiten import Alternatief


def maak(s: Samenvatting) -> tuple[Stuk, ...]:
    """Return the request, which the young person takes to a doctor that does not treat them.

    Raises:
        PastNiet: the verdict does not send one this way.
    """
    wie = basis.regeling(s)
    if kort("alternatief", Alternatief.MEDISCHE_VERKLARING) not in basis.alternatieven(s):
        raise basis.weiger("artsverklaring_niet")
    return (
        basis.titel("artsverklaring", s),
        *basis.zinnen(
            "papier.artsverklaring.inleiding", naar=wie.naar, doel=basis.doelen_in_woorden(s.doelen)
        ),
        basis.kop("papier.artsverklaring.wel"),
        basis.lijst("papier.artsverklaring.vragen"),
        basis.kop("papier.artsverklaring.niet"),
        basis.lijst("papier.artsverklaring.weglaten"),
        basis.kop("papier.artsverklaring.jongere"),
        basis.lijst("papier.artsverklaring.rechten", naar=wie.naar),
        basis.tekenen(s, "betreft", "naam", "bereikbaar"),
        basis.slot(s),
    )
