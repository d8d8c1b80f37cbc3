"""De samenvatting als boom van stukken: voorblad, redenen en bronnen, en de vragen als bijlage."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.bijlage import bijlage
from dialogs.samenvatting.redenen import redenen
from dialogs.samenvatting.voorblad import voorblad
from dialogs.stukken import Bladzijde, Ondertekening, Stuk
from dialogs.teksten import tekst


def heel(s: Samenvatting, eigen: str | None = None) -> tuple[Stuk, ...]:
    """Return the whole record, as it goes into a dossier.

    Args:
        s: the record, finished or still growing.
        eigen: the reference somebody gave it afterwards, which the record itself does not hold.
    """
    return tuple(_heel(s, eigen))


def _heel(s: Samenvatting, eigen: str | None) -> Iterator[Stuk]:
    yield from voorblad(s, eigen)
    for deel in (tuple(redenen(s)), tuple(bijlage(s))):
        if deel:
            yield from (Bladzijde(), *deel)
    yield Ondertekening(zinnen=tuple(_slot(s)))


def _slot(s: Samenvatting) -> Iterator[str]:
    yield tekst("samenvatting.jouw_weging")
    if s.nagekeken:
        yield tekst("samenvatting.nagekeken", bronnen="; ".join(s.nagekeken))
    if (vorige := s.vervangt) is not None and vorige.sha256 is not None:
        yield tekst("samenvatting.vorig_bewijs", kenmerk=vorige.kenmerk, sha256=vorige.sha256)
    if s.ontvangstbewijs:
        yield tekst("samenvatting.ontvangstbewijs", sha256=s.ontvangstbewijs.sha256)
    yield tekst("samenvatting.versies", programma=s.programma, kennis=s.kennis)
