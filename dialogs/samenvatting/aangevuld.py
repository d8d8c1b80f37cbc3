"""Wat na het oordeel is aangevuld, als stukken, met wat er open bleef."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dialogs.dossier.aanvulling import Groep
from dialogs.samenvatting import Aanvulregel, Samenvatting
from dialogs.samenvatting.aanvulling import artikelen
from dialogs.stukken import Kop, Rij, Rijen, Stuk
from dialogs.teksten import tekst
from dialogs.weergave import opsomming

_ELDERS: Final = (Groep.WIE, Groep.BESLUIT, Groep.TOESTEMMING)
"""Who weighed and what was decided stand on page 1, consent with what was asked about it."""


def over_groep(s: Samenvatting, groep: Groep) -> tuple[Rij, ...]:
    """Return what was filled in of these fields, and in one line which were left open."""
    return _rijen(tuple(regel for regel in s.aanvulling or () if regel.groep == groep))


def aangevuld(s: Samenvatting) -> Iterator[Stuk]:
    """Yield what else was filled in; nothing of a record without a form."""
    if s.aanvulling is None:
        return
    gewoon = tuple(r for r in s.aanvulling if r.groep not in (*_ELDERS, Groep.HERKOMST))
    herkomst = over_groep(s, Groep.HERKOMST)
    for kop, rijen in (("aangevuld", (*_artikelen(s), *_rijen(gewoon))), ("herkomst", herkomst)):
        if rijen:
            yield Kop(niveau=3, tekst=tekst(f"samenvatting.{kop}"), licht=True)
            yield Rijen(rol="feiten", rijen=rijen)


def _artikelen(s: Samenvatting) -> Iterator[Rij]:
    """Yield per purpose its articles, where there are more; of one they are in the sources."""
    if len(s.doelen) < 2:
        return
    for doel in dict.fromkeys(d.doel_in_woorden for d in s.doelen):
        alle = (bron for d in s.doelen if d.doel_in_woorden == doel for bron in d.bronnen)
        if bronnen := artikelen(alle):
            yield Rij(naam=tekst("samenvatting.artikelen", doel=doel), waarde=opsomming(bronnen))


def _rijen(regels: tuple[Aanvulregel, ...]) -> tuple[Rij, ...]:
    gevuld = tuple(
        Rij(naam=_kop(regel.naam), waarde=regel.antwoord) for regel in regels if regel.antwoord
    )
    open_ = [regel.naam for regel in regels if not regel.antwoord]
    if not open_:
        return gevuld
    return (*gevuld, Rij(naam=_kop(tekst("samenvatting.niet_ingevuld")), waarde=opsomming(open_)))


def _kop(naam: str) -> str:
    return f"{naam[:1].upper()}{naam[1:]}"
